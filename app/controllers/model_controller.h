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

/// The menu of models and devices: which model works, on what, and a second one to compare with. A model that
/// cannot be loaded leaves the old one at work.
class ModelController : public QObject {
    Q_OBJECT

 public:
    explicit ModelController(MainWindow& window);

    /// A checkpoint; empty: the default model. On the device of the preferences.
    void load(const QString& path);
    void compare_with(const QString& path);
    /// The model of now again, with the preferences of now.
    void reload();
    void show_card();
    QMenu* device_menu() const { return device_menu_; }
    QMenu* recent_menu() const { return recent_menu_; }

 private:
    void build_menu();
    void build_compare_menu(QMenu* menu);
    void adopt(const ModelInfo& info);
    void fill_recent(QMenu* menu, bool compare);
    void ask_devices();
    void fill_devices();
    void choose_device(const QString& device);
    QString ask_file(const QString& title) const;
    QString current_path() const;  ///< empty: none is loaded

    MainWindow& window_;
    Explorer& explorer_;
    RecentList recent_;
    QMenu* recent_menu_ = nullptr;
    QMenu* device_menu_ = nullptr;
    QAction* default_ = nullptr;
    QAction* card_ = nullptr;
    std::vector<DeviceInfo> devices_;  ///< empty: not asked yet
    bool asking_ = false;
};

}  // namespace gbs::app
