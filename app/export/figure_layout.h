// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QRectF>
#include <vector>

#include "app/export/figure_export.h"

namespace gbs::app {

/// Where the parts of one tile lie, in the painter's units; empty ones are left out.
struct TilePlace {
    QRectF title, photo, color_bar;
};

/// Where the parts of a figure lie. `density` is the painter's units a pixel: 1 on an image.
struct FigureLayout {
    FigureLayout(const widgets::CanvasFigure& figure, const FigureText& text, const FigureOptions& options,
                 double units_a_pixel);

    double density = 1;
    double unit = 1;  ///< painter's units a logical pixel: the larger the photo, the larger the letters
    QFont font;
    QSizeF size;
    std::vector<TilePlace> tiles;
    std::vector<widgets::LegendEntry> legend_entries;
    std::vector<QRectF> legend;  ///< one place an entry: the colour at its start, then the phrase
    QRectF caption;

 private:
    /// To whole pixels, so that photos and maps meet exactly.
    double whole(double length) const;
    double place_tiles(const widgets::CanvasFigure& figure, const FigureOptions& options);
    double place_legend(double top, double width);
    void mirror();
};

}  // namespace gbs::app
