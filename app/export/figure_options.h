// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QString>
#include <vector>

#include "widgets/figures/canvas_figure.h"

namespace gbs::app {

enum class FigureFormat { png, svg, pdf };

/// The parts and the size of a figure.
struct FigureOptions {
    FigureFormat format = FigureFormat::png;
    bool titles = true;      ///< above each tile: the map and its peak
    bool color_bars = true;  ///< below each tile
    bool caption = true;     ///< at the bottom: phrase, model, photo
    bool legend = true;      ///< at the bottom: the phrases and their colors
    int percent = 100;       ///< of the photo's resolution

    bool operator==(const FigureOptions&) const = default;
};

/// The texts of a figure. Create it in the GUI thread, since it copies the application's font.
struct FigureText {
    QString caption;
    std::vector<widgets::LegendEntry> legend;  ///< of the marks; a tile's own colors come with the tile
    QFont font;
    bool right_to_left = false;  ///< the layout direction of the window
};

}  // namespace gbs::app
