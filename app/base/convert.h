// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <filesystem>

#include "core/image/heatmap.h"
#include "widgets/canvas/heatmap_canvas.h"

// Where the plain values of core/ become those of widgets/.
namespace gbs::app {

std::filesystem::path to_path(const QString& path);
QString to_qstring(const std::filesystem::path& path);

/// The map as widgets draw it, with its peak on a photo of that size.
widgets::HeatmapLayer to_layer(const QString& name, const Heatmap& map, QSize photo);
widgets::PhraseLayers to_layers(const Grounding& grounding, QSize photo);

}  // namespace gbs::app
