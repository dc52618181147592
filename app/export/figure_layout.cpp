// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/export/figure_layout.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace gbs::app {

namespace {

constexpr double text_pixels = 13;
constexpr double reference_width = 480;  // of a photo whose text has the size on screen

bool has_entry(const std::vector<widgets::LegendEntry>& entries, const QString& phrase) {
    return std::ranges::any_of(entries,
                               [&](const widgets::LegendEntry& entry) { return entry.phrase == phrase; });
}

}  // namespace

FigureLayout::FigureLayout(const widgets::CanvasFigure& figure, const FigureText& text,
                           const FigureOptions& options, double units_per_pixel)
    : density(units_per_pixel), font(text.font) {
    double widest = 0;
    for (const widgets::TileFigure& tile : figure.tiles)
        if (tile.photo) widest = std::max<double>(widest, tile.photo->size().width());
    unit = density * std::clamp(widest * options.percent / 100 / reference_width, 0.75, 40.0);
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(text_pixels * unit))));

    if (options.legend) {
        legend_entries = text.legend;
        for (const widgets::TileFigure& tile : figure.tiles)
            for (const widgets::LegendEntry& entry : tile.legend)
                if (!has_entry(legend_entries, entry.phrase)) legend_entries.push_back(entry);
    }
    double bottom = place_tiles(figure, options);
    // A bare photo gets no margin, so that the file has exactly its pixels.
    const bool caption_shown = options.caption && !text.caption.isEmpty();
    const bool bare = !options.titles && !options.color_bars && legend_entries.empty() && !caption_shown;
    const double margin = bare ? 0 : snap(12 * unit);
    const double width = size.width();
    if (!legend_entries.empty()) bottom = place_legend(bottom + 8 * unit, width);
    if (caption_shown) {
        const QRectF room(0, bottom + 8 * unit, width, 1e6);
        caption = QFontMetricsF(font).boundingRect(room, Qt::TextWordWrap, text.caption);
        caption = QRectF(0, room.top(), width, caption.height());
        bottom = caption.bottom();
    }
    size = QSizeF(snap(width + 2 * margin), snap(bottom + 2 * margin));
    const auto shift = [margin](QRectF& rect) { rect.translate(margin, margin); };
    for (TilePlace& tile : tiles)
        for (QRectF* const rect : {&tile.title, &tile.photo, &tile.color_bar}) shift(*rect);
    for (QRectF& rect : legend) shift(rect);
    shift(caption);
    if (text.right_to_left) mirror();
}

double FigureLayout::snap(double length) const {
    return std::round(length / density) * density;
}

double FigureLayout::place_tiles(const widgets::CanvasFigure& figure, const FigureOptions& options) {
    const QFontMetricsF metrics(font);
    const double title = options.titles ? snap(1.5 * metrics.height()) : 0;
    double left = 0, bottom = 0;
    for (const widgets::TileFigure& tile : figure.tiles) {
        if (!tile.photo) continue;
        if (left > 0) left += snap(12 * unit);
        const QSizeF photo = QSizeF(tile.photo->size()) * options.percent / 100;
        const double width = std::max(1.0, std::round(photo.width())) * density;
        const double height = std::max(1.0, std::round(photo.height())) * density;
        TilePlace place;
        place.photo = QRectF(left, title, width, height);
        if (options.titles) place.title = QRectF(left, 0, width, title);
        if (options.color_bars && tile.color_bar.has_map())
            place.color_bar = QRectF(left, place.photo.bottom() + std::round(6 * unit), width,
                                     std::ceil(widgets::color_bar_height(metrics, unit)));
        bottom = std::max({bottom, place.photo.bottom(), place.color_bar.bottom()});
        left += width;
        tiles.push_back(place);
    }
    size = QSizeF(left, bottom);
    return bottom;
}

/// Places the entries in rows, filled from the start.
double FigureLayout::place_legend(double top, double width) {
    const QFontMetricsF metrics(font);
    const double height = 1.3 * metrics.height();
    double left = 0;
    for (const widgets::LegendEntry& entry : legend_entries) {
        const double wanted =
            std::min(width, metrics.horizontalAdvance(entry.label()) + metrics.height() + 8 * unit);
        if (left > 0 && left + wanted > width) {
            left = 0;
            top += height;
        }
        legend.emplace_back(left, top, wanted, height);
        left += wanted + 10 * unit;
    }
    return top + height;
}

void FigureLayout::mirror() {
    const auto flip = [this](QRectF& rect) { rect.moveLeft(size.width() - rect.right()); };
    for (TilePlace& tile : tiles)
        for (QRectF* const rect : {&tile.title, &tile.photo, &tile.color_bar}) flip(*rect);
    for (QRectF& rect : legend) flip(rect);
    flip(caption);
}

}  // namespace gbs::app
