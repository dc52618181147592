// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QSpinBox>
#include <vector>

#include "app/settings/preferences.h"
#include "core/tensor/device.h"

class QDialogButtonBox;

namespace gbs::app {

/// The preferences as a form. It tells what was set (OK, Apply); whoever made it saves and applies that.
class PreferencesDialog : public QDialog {
    Q_OBJECT

 public:
    explicit PreferencesDialog(const Preferences& preferences, QWidget* parent = nullptr);

    Preferences preferences() const;
    void set_preferences(const Preferences& preferences);
    /// What there is to choose from; unusable ones cannot be chosen and say why.
    void set_devices(const std::vector<DeviceInfo>& devices);

    QComboBox* languages_box() const { return language_; }
    QComboBox* themes_box() const { return theme_; }
    QComboBox* devices_box() const { return device_; }
    QCheckBox* map_while_typing() const { return map_while_typing_; }
    QSpinBox* typing_pause() const { return typing_pause_; }
    QDialogButtonBox* buttons() const { return buttons_; }

 Q_SIGNALS:
    void preferences_changed(const gbs::app::Preferences& preferences);

 private:
    void make_controls();
    void lay_out();
    void report();

    QComboBox* language_;
    QComboBox* theme_;
    QCheckBox* map_while_typing_;
    QSpinBox* typing_pause_;
    QCheckBox* keep_zoom_;
    QCheckBox* encode_neighbours_;
    QComboBox* device_;
    QSpinBox* encoding_cache_;
    QSpinBox* map_cache_;
    QCheckBox* restore_session_;
    QDialogButtonBox* buttons_;
    Preferences known_;  ///< as last set or told
};

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::app::Preferences)
