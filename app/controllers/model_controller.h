// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <vector>

#include "app/base/recent_list.h"
#include "core/model/grounding_session.h"
#include "core/tensor/device.h"

class QAction;
class QMenu;

namespace gbs::app {

class Explorer;
class MainWindow;

/// The menu of models and devices: the current model, its device, and a second model to compare with. If a
/// model cannot be loaded, the old one stays.
class ModelController : public QObject {
    Q_OBJECT

 public:
    explicit ModelController(MainWindow& window);

    /// Loads a checkpoint (empty: the default model) on the device of the preferences.
    void load(const QString& path);
    void compare_with(const QString& path);
    /// Loads the current model again with the current preferences.
    void reload();
    void show_card();

 private:
    void build_menu();
    void build_compare_menu(QMenu* menu);
    void adopt(const ModelInfo& info);
    void fill_recent(QMenu* menu, bool compare);
    void ask_devices();
    void fill_devices();
    void choose_device(const QString& device);
    QString ask_file(const QString& title) const;
    QString current_path() const;  ///< empty: no model is loaded

    MainWindow& window_;
    Explorer& explorer_;
    RecentList recent_ = RecentList::models();
    QMenu* recent_menu_ = nullptr;
    QMenu* device_menu_ = nullptr;
    QAction* default_ = nullptr;
    QAction* card_ = nullptr;
    std::vector<DeviceInfo> devices_;  ///< empty: not listed yet
    bool asking_ = false;
};

}  // namespace gbs::app
