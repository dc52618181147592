// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/figures/canvas_figure.h"

#include <QPaintEngine>
#include <algorithm>
#include <cmath>

#include "widgets/figures/contour.h"
#include "widgets/figures/mark_painter.h"

namespace gbs::widgets {

namespace {

/// Colors are rendered in bands of this many rows to bound the memory of a large export.
constexpr int band_rows = 1024;

/// What every part of a tile needs for painting.
struct Place {
    QSize photo;
    QRectF area;  ///< painter units
    QTransform to_area;
    PaintScale scale;
};

void paint_photo(QPainter& painter, const PhotoPyramid& photo, const Place& place) {
    const double raster = place.scale.raster;
    painter.save();
    painter.scale(1 / raster, 1 / raster);
    photo.draw(painter, QRectF(place.area.topLeft() * raster, place.area.size() * raster),
               place.to_area * QTransform::fromScale(raster, raster));
    painter.restore();
}

/// Black with the opacity that leaves H * I (or (1 - H) * I) of what is below.
QImage render_shade(const HeatmapLayer& map, MapPaint paint, QSize photo, QSize size,
                    const QTransform& to_photo) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    if (image.isNull()) return image;
    LayerSampler sampler(map, photo, size.width(), to_photo.m11() * 0.5 + to_photo.dx(), to_photo.m11());
    std::vector<float> values(static_cast<std::size_t>(size.width()));
    for (int y = 0; y < size.height(); ++y) {
        if (!sampler.read_row((y + 0.5) * to_photo.m22() + to_photo.dy(), values.data())) continue;
        auto* const line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            if (!sampler.inside(x)) continue;
            const float value = std::clamp(values[static_cast<std::size_t>(x)], 0.F, 1.F);
            const float taken = paint == MapPaint::kept ? 1 - value : value;
            line[x] = qRgba(0, 0, 0, static_cast<int>(std::lround(taken * 255)));
        }
    }
    return image;
}

QPainter::CompositionMode composition_of(BlendMode blend) {
    switch (blend) {
        case BlendMode::multiply:
            return QPainter::CompositionMode_Multiply;
        case BlendMode::screen:
            return QPainter::CompositionMode_Screen;
        case BlendMode::overlay:
            return QPainter::CompositionMode_Overlay;
        case BlendMode::normal:
            break;
    }
    return QPainter::CompositionMode_SourceOver;
}

void paint_map_colors(QPainter& painter, const FigureLayer& layer, const Place& place) {
    const double raster = place.scale.raster;
    const QTransform to_raster = place.to_area * QTransform::fromScale(raster, raster);
    const QRectF wanted = to_raster.mapRect(QRectF({0, 0}, QSizeF(place.photo))) &
                          QRectF(place.area.topLeft() * raster, place.area.size() * raster);
    const QRect part = wanted.toAlignedRect();
    painter.save();
    painter.scale(1 / raster, 1 / raster);
    painter.setCompositionMode(composition_of(layer.style.blend));
    // On an image the bands meet at pixel boundaries; on other devices seams could show.
    const int rows = raster == 1 ? band_rows : std::max(1, part.height());
    for (int top = part.top(); top <= part.bottom(); top += rows) {
        const QSize size(part.width(), std::min(rows, part.bottom() - top + 1));
        const QTransform to_photo = QTransform::fromTranslate(part.left(), top) * to_raster.inverted();
        painter.drawImage(QPoint(part.left(), top),
                          layer.paint == MapPaint::colored
                              ? render_layer(layer.map, layer.style, layer.range, place.photo, size, to_photo)
                              : render_shade(layer.map, layer.paint, place.photo, size, to_photo));
    }
    painter.restore();
}

void paint_map_outline(QPainter& painter, const FigureLayer& layer, const Place& place) {
    if (!layer.style.threshold || layer.paint != MapPaint::colored) return;
    // Fine enough to follow the contour between map cells.
    const double unit = place.scale.unit;
    const double cell = place.to_area.m11() * place.photo.width() / layer.map.grid.width();
    const double spacing = std::clamp(cell / 2, unit, 3 * unit);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paint_outline(painter,
                  contour(layer.map, *layer.style.threshold, place.photo, place.area, place.to_area, spacing),
                  Qt::white, unit);
    painter.restore();
}

void paint_phrase_colors(QPainter& painter, const FigureLayer& layer, const Place& place) {
    if (layer.phrase_colors.isNull()) return;
    painter.save();
    painter.setOpacity(std::clamp(layer.style.opacity, 0.0, 1.0));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place.to_area.mapRect(QRectF({0, 0}, QSizeF(place.photo))), layer.phrase_colors);
    painter.restore();
}

void paint_colors(QPainter& painter, const FigureLayer& layer, const Place& place) {
    if (!layer.map.empty()) paint_map_colors(painter, layer, place);
    if (layer.kind == LayerKind::phrases) paint_phrase_colors(painter, layer, place);
}

void paint_lines(QPainter& painter, const FigureLayer& layer, const Place& place) {
    if (!layer.map.empty()) paint_map_outline(painter, layer, place);
    painter.save();
    // Map colors include the opacity; detector boxes stay opaque when their map is faint.
    if (layer.kind == LayerKind::truth || layer.kind == LayerKind::peak)
        painter.setOpacity(std::clamp(layer.style.opacity, 0.0, 1.0));
    paint_boxes(painter, layer.boxes, place.area, place.to_area, place.scale.unit, place.scale.locale);
    paint_points(painter, layer.points, place.to_area, place.scale.unit);
    paint_peak_marks(painter, layer.marks, place.area, place.to_area, place.scale.unit);
    if (layer.peak) paint_peak(painter, *layer.peak, place.to_area, place.scale.unit);
    painter.restore();
}

/// Whether the device cannot blend the maps: PDF and SVG know the normal mode only. They claim BlendModes,
/// but not PorterDuff.
bool is_beyond(const QPainter& painter, const TileFigure& tile) {
    return !painter.paintEngine()->hasFeature(QPaintEngine::PorterDuff) &&
           std::ranges::any_of(tile.layers, [](const FigureLayer& layer) {
               return !layer.map.empty() && layer.style.blend != BlendMode::normal;
           });
}

/// Photo and maps as one image, for such devices. Lines stay vectors.
void paint_flat(QPainter& painter, const TileFigure& tile, const Place& place) {
    const double raster = place.scale.raster;
    const QRectF area(place.area.topLeft() * raster, place.area.size() * raster);
    const QRect pixels = area.toAlignedRect();
    QImage image(pixels.size(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return;
    image.fill(Qt::transparent);
    const QTransform to_image =
        QTransform::fromScale(raster, raster) * QTransform::fromTranslate(-pixels.left(), -pixels.top());
    PaintScale scale = place.scale;
    scale.unit *= raster;
    scale.raster = 1;
    const Place flat{place.photo, to_image.mapRect(place.area), place.to_area * to_image, scale};
    QPainter on_image(&image);
    on_image.setClipRect(flat.area);
    paint_photo(on_image, *tile.photo, flat);
    for (const FigureLayer& layer : tile.layers) paint_colors(on_image, layer, flat);
    on_image.end();
    painter.save();
    painter.scale(1 / raster, 1 / raster);
    painter.drawImage(pixels.topLeft(), image);
    painter.restore();
}

void paint_one(QPainter& painter, const TileFigure& tile, const QRectF& area, const QTransform& to_area,
               PaintScale scale) {
    if (!tile.photo || area.isEmpty()) return;
    const Place place{tile.photo->size(), area, to_area, scale};
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    if (is_beyond(painter, tile)) {
        paint_flat(painter, tile, place);
        for (const FigureLayer& layer : tile.layers) paint_lines(painter, layer, place);
    } else {
        paint_photo(painter, *tile.photo, place);
        for (const FigureLayer& layer : tile.layers) {
            paint_colors(painter, layer, place);
            paint_lines(painter, layer, place);
        }
    }
    painter.restore();
}

}  // namespace

void paint_tile(QPainter& painter, const TileFigure& tile, const QRectF& area, const QTransform& to_area,
                PaintScale scale) {
    if (!tile.photo) return;
    if (!tile.other) return paint_one(painter, tile, area, to_area, scale);
    // Snap to a pixel so that the two sides do not blend.
    const double divider =
        std::clamp(std::round(to_area.map(QPointF(tile.divider * tile.photo->size().width(), 0)).x()),
                   area.left(), area.right());
    paint_one(painter, tile, QRectF(area.topLeft(), QPointF(divider, area.bottom())), to_area, scale);
    paint_one(painter, *tile.other, QRectF(QPointF(divider, area.top()), area.bottomRight()), to_area, scale);
}

void paint_tile(QPainter& painter, const TileFigure& tile, const QRectF& target, PaintScale scale) {
    if (!tile.photo || tile.photo->size().isEmpty()) return;
    const QSizeF photo = tile.photo->size();
    const double fit = std::min(target.width() / photo.width(), target.height() / photo.height());
    const QSizeF size = photo * fit;
    const QPointF corner = target.center() - QPointF(size.width() / 2, size.height() / 2);
    paint_tile(painter, tile, QRectF(corner, size), QTransform(fit, 0, 0, fit, corner.x(), corner.y()),
               scale);
}

}  // namespace gbs::widgets
