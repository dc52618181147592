// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QString>
#include <stop_token>

#include "app/export/figure_options.h"
#include "widgets/figures/canvas_figure.h"

namespace gbs::app {

/// The size in pixels; a vector file uses 1/144 inch per pixel.
QSize figure_size(const widgets::CanvasFigure& figure, const FigureText& text, const FigureOptions& options);

/// Why a figure of this size cannot be drawn; empty if it can.
QString why_too_large(QSize size);

/// Draws the figure on white. Thread-safe. Throws Error if it is too large, Cancelled on `stop`.
QImage draw_figure(const widgets::CanvasFigure& figure, const FigureText& text, const FigureOptions& options,
                   std::stop_token stop = {});

/// Writes the figure; text and lines are vectors in SVG and PDF. The file is written atomically. Thread-safe.
/// Throws Error, Cancelled on `stop`.
void write_figure(const widgets::CanvasFigure& figure, const FigureText& text, const FigureOptions& options,
                  const QString& path, std::stop_token stop = {});

}  // namespace gbs::app
