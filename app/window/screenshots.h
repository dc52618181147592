// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include "app/frame/main_window.h"

namespace gbs::app {

/// Walks `window` through photos (the images of `paths`, the first six at most) with three phrases each,
/// waits for the real maps of each, and writes one PNG a photo to `folder`. Returns their paths; throws Error
/// where something fails.
QStringList make_screenshots(MainWindow& window, const QStringList& paths, const QString& folder);

}  // namespace gbs::app
