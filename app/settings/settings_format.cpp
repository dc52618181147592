// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/settings_format.h"

#include <QSettings>

#include "core/base/file_format.h"

namespace gbs::app {

void check_settings_format() {
    const QString key = QStringLiteral("format");
    QSettings settings;
    const QVariant found = settings.value(key);
    if (!found.isValid()) {
        settings.setValue(key, settings_format);
        return;
    }
    try {
        check_file_format(settings.fileName().toStdString(), found.toString().toStdString(), settings_format);
    } catch (const NewerFormat& error) {
        throw NewerFormat(std::string(error.what()) + " To start with the default settings, rename it.");
    }
}

}  // namespace gbs::app
