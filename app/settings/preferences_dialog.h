// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QSpinBox>
#include <vector>

#include "app/settings/preferences.h"
#include "core/tensor/device.h"

class QDialogButtonBox;

namespace gbs::app {

/// The preferences as a form. OK and Apply emit preferences_changed(); the receiver saves and applies them.
class PreferencesDialog : public QDialog {
    Q_OBJECT

 public:
    explicit PreferencesDialog(const Preferences& preferences, QWidget* parent = nullptr);

    Preferences preferences() const;
    void set_preferences(const Preferences& preferences);
    /// Lists the devices to choose from; unusable ones are disabled and show the reason.
    void set_devices(const std::vector<DeviceInfo>& devices);

 Q_SIGNALS:
    void preferences_changed(const gbs::app::Preferences& preferences);

 private:
    void make_controls();
    void lay_out();
    void report();

    QComboBox* language_;
    QComboBox* theme_;
    QComboBox* scale_;
    QCheckBox* map_while_typing_;
    QSpinBox* typing_pause_;
    QCheckBox* keep_zoom_;
    QCheckBox* encode_neighbors_;
    QComboBox* device_;
    QSpinBox* encoding_cache_;
    QSpinBox* map_cache_;
    QCheckBox* restore_session_;
    QLineEdit* annotator_;
    QDialogButtonBox* buttons_;
    Preferences known_;  ///< as last set or emitted
};

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::app::Preferences)
