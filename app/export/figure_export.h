// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QImage>
#include <QString>
#include <stop_token>
#include <vector>

#include "widgets/figures/canvas_figure.h"

namespace gbs::app {

enum class FigureFormat { png, svg, pdf };

/// What goes into a figure and how large it is.
struct FigureOptions {
    FigureFormat format = FigureFormat::png;
    bool titles = true;      ///< above each tile: its map, and the peak
    bool color_bars = true;  ///< below each tile
    bool caption = true;     ///< below all: phrase, model, photo
    bool legend = true;      ///< below all: the phrases and their colours
    int percent = 100;       ///< of the photo's own pixels

    bool operator==(const FigureOptions&) const = default;
};

/// The words of a figure. To be made in the GUI thread: it takes the program's font.
struct FigureText {
    QString caption;
    std::vector<widgets::LegendEntry> legend;  ///< of marks; that of a tile's own colours comes from the tile
    QFont font;
    bool right_to_left = false;  ///< as the window was
};

/// In pixels; a vector file has as many points of 1/144 inch.
QSize figure_size(const widgets::CanvasFigure& figure, const FigureText& text, const FigureOptions& options);

/// Why a figure of that size cannot be made; empty: it can.
QString why_too_large(QSize size);

/// The figure on white. Usable in any thread. Throws Error where it is too large, Cancelled.
QImage draw_figure(const widgets::CanvasFigure& figure, const FigureText& text, const FigureOptions& options,
                   std::stop_token stop = {});

/// Writes the figure; letters and lines are vectors in SVG and PDF. The file appears when it is whole. Usable
/// in any thread. Throws Error, Cancelled.
void write_figure(const widgets::CanvasFigure& figure, const FigureText& text, const FigureOptions& options,
                  const QString& path, std::stop_token stop = {});

}  // namespace gbs::app
