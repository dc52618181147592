// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QRgb>
#include <QString>

#include "core/image/color_map.h"

namespace gbs::widgets {

using gbs::ColorMap;

/// The usual name, for settings and the window: "viridis". Not translated.
QString color_map_name(ColorMap map);
/// The color map of that name, or viridis for an unknown name.
ColorMap parse_color_map(const QString& name);

/// The color of `value`, clamped to [0, 1]. NaN counts as 0.
QRgb color_of(ColorMap map, float value);
/// Black or white, whichever reads better on `ground`.
inline QRgb text_color_on(QRgb ground) {
    return qGray(ground) > 128 ? 0xff000000 : 0xffffffff;
}
/// A horizontal gradient for color bars and menus.
QImage color_gradient(ColorMap map, QSize size);

}  // namespace gbs::widgets
