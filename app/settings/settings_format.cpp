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
    check_file_format(settings.fileName().toStdString(), found.toString().toStdString(), settings_format);
}

}  // namespace gbs::app
