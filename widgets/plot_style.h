#pragma once

#include <QFont>
#include <QPalette>

#include "widgets/curve_look.h"

class QCustomPlot;

namespace gbs {

/// The colours of the palette and the letters of the window for all axes and the background.
void style_plot(QCustomPlot& plot, const QPalette& palette, const QFont& font,
                QPalette::ColorRole background = QPalette::Base);

/// Scales, ticks and the label below for curves that are looked at so.
void show_axes_of(QCustomPlot& plot, const CurveLook& look);

}  // namespace gbs
