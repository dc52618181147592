// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "widgets/maps/heatmap_layer.h"

namespace gbs::widgets {

/// A text of the context HeatmapCanvas, marked by QT_TRANSLATE_NOOP, in the language of the window.
QString map_text(const char* source);
/// The paper's symbol of a map, in rich text; empty for marks.
QString symbol_of(LayerKind kind);
/// A few words on where a map comes from, in rich text; may be empty.
QString meaning_of(LayerKind kind);
/// A symbol without markup.
QString plain_symbol(const QString& rich);

}  // namespace gbs::widgets
