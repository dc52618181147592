// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/convert.h"

#include <QFile>
#include <algorithm>

namespace gbs::app {

std::filesystem::path to_path(const QString& path) {
    const QByteArray encoded = QFile::encodeName(path);
    return std::filesystem::path(encoded.toStdString());
}

QString to_qstring(const std::filesystem::path& path) {
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

widgets::HeatmapLayer to_layer(const QString& name, const Heatmap& map, QSize photo) {
    widgets::HeatmapLayer layer;
    if (map.empty()) return layer;
    layer.name = name;
    layer.grid = QSize(map.width(), map.height());
    layer.values = QVector<float>(map.values().begin(), map.values().end());
    const Peak peak = map.resized_peak(photo.width(), photo.height());
    layer.peak = QPoint(peak.x, peak.y);
    layer.peak_value = peak.value;
    const ValueRange range = resized_range(map, photo.width(), photo.height());
    layer.lowest = range.low;
    layer.highest = range.high;
    return layer;
}

Heatmap to_map(const widgets::HeatmapLayer& layer) {
    return {layer.grid.width(), layer.grid.height(), {layer.values.begin(), layer.values.end()}};
}

widgets::PhraseLayers to_layers(const Grounding& grounding, QSize photo) {
    return {to_layer(QStringLiteral("GbS"), grounding.gbs, photo),
            to_layer(QStringLiteral("i2t"), grounding.i2t, photo),
            to_layer(QStringLiteral("mean"), grounding.mean, photo), grounding.strength};
}

}  // namespace gbs::app
