// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QPalette>

#include "widgets/plots/curve_look.h"

class QCustomPlot;

namespace gbs::widgets {

/// The colours of the palette and the letters of the window for all axes and the background.
void style_plot(QCustomPlot& plot, const QPalette& palette, const QFont& font,
                QPalette::ColorRole background = QPalette::Base);

/// Scales, ticks and the label below for curves that are looked at so.
void show_axes_of(QCustomPlot& plot, const CurveLook& look);

}  // namespace gbs::widgets
