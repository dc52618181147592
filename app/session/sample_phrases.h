// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace gbs::app {

/// Three things to look for in a photo: fitting ones for the sample photos, common ones for others.
QStringList sample_phrases(const QString& path);
/// The sample photos of the installation; empty where there are none.
QString sample_folder();

}  // namespace gbs::app
