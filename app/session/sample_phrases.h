// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace gbs::app {

/// Three suggested phrases for a photo: specific ones for the sample photos, common ones for others.
QStringList sample_phrases(const QString& path);
/// The folder of the installed sample photos; empty if they are not installed.
QString sample_folder();

}  // namespace gbs::app
