// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QRectF>
#include <vector>

#include "app/export/figure_options.h"

namespace gbs::app {

/// The rectangles of one tile's parts in painter units; empty for parts that are left out.
struct TilePlace {
    QRectF title, photo, color_bar;
};

/// The layout of a figure. `density` is the number of painter units per pixel, 1 for an image.
struct FigureLayout {
    FigureLayout(const widgets::CanvasFigure& figure, const FigureText& text, const FigureOptions& options,
                 double units_per_pixel);

    double density = 1;
    double unit = 1;  ///< painter units per logical pixel; grows with the photo, so text stays legible
    QFont font;
    QSizeF size;
    std::vector<TilePlace> tiles;
    std::vector<widgets::LegendEntry> legend_entries;
    std::vector<QRectF> legend;  ///< one rectangle per entry: the color, then the phrase
    QRectF caption;

 private:
    /// Rounds to whole pixels, so that photos and maps align exactly.
    double snap(double length) const;
    double place_tiles(const widgets::CanvasFigure& figure, const FigureOptions& options);
    double place_legend(double top, double width);
    void mirror();
};

}  // namespace gbs::app
