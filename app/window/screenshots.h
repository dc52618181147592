// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include "app/frame/main_window.h"

namespace gbs::app {

/// Shows the first six images of `paths` in `window` with three phrases each, waits for the maps, and writes
/// one PNG per photo to `folder`. Returns the paths of the PNGs. Throws Error.
QStringList make_screenshots(MainWindow& window, const QStringList& paths, const QString& folder);

}  // namespace gbs::app
