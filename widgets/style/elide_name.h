// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFontMetrics>
#include <QString>
#include <QStringList>

namespace gbs::widgets {

/// A name that fits in `width` pixels. What it shares with its neighbors is left out first: of "holiday_0017_small.jpg"
/// between "holiday_0016_small.jpg" and "holiday_0018_small.jpg", the number stays.
QString elide_name(const QString& name, const QStringList& neighbors, const QFontMetrics& metrics, int width);

}  // namespace gbs::widgets
