// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/map_picture.h"

#include <QPainter>

#include "widgets/figures/canvas_figure.h"

namespace gbs::app {

QImage paint_map(const Photo& photo, const widgets::HeatmapLayer& map, MapLook look, int side) {
    widgets::FigureLayer layer;
    layer.kind = widgets::LayerKind::mean;
    layer.map = map;
    if (look.limits == Limits::shared) look.limits = Limits::unit;
    static_cast<MapLook&>(layer.style) = look;
    layer.range = widgets::display_range(map, look);
    widgets::FigureLayer peak;
    peak.kind = widgets::LayerKind::peak;
    peak.peak = map.peak;
    widgets::TileFigure tile;
    tile.photo = photo.pyramid;
    tile.layers = {layer, peak};
    const QSize size = photo.size().scaled(side, side, Qt::KeepAspectRatio);
    QImage image(size.expandedTo({1, 1}), QImage::Format_RGB32);
    QPainter painter(&image);
    widgets::paint_tile(painter, tile, QRectF(image.rect()));
    return image;
}

}  // namespace gbs::app
