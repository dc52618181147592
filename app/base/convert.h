// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <filesystem>

#include "core/image/heatmap.h"
#include "widgets/canvas/heatmap_canvas.h"

// Conversions from the types of core/ to those of Qt and widgets/.
namespace gbs::app {

std::filesystem::path to_path(const QString& path);
QString to_qstring(const std::filesystem::path& path);

/// The map as a layer to draw, with its peak in the pixels of a photo of size `photo`.
widgets::HeatmapLayer to_layer(const QString& name, const Heatmap& map, QSize photo);
/// The values of a layer; not empty.
Heatmap to_map(const widgets::HeatmapLayer& layer);
widgets::PhraseLayers to_layers(const Grounding& grounding, QSize photo);

}  // namespace gbs::app
