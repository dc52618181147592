// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QPalette>

#include "widgets/plots/curve_look.h"

class QCustomPlot;

namespace gbs::widgets {

/// Applies the palette and the font to axes and background.
void style_plot(QCustomPlot& plot, const QPalette& palette, const QFont& font,
                QPalette::ColorRole background = QPalette::Base);

/// Sets the scales, ticks and x label for a look.
void style_axes(QCustomPlot& plot, const CurveLook& look);

}  // namespace gbs::widgets
