// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtGlobal>
#include <array>
#include <cstddef>
#include <optional>

#include "widgets/maps/layer_stack.h"

namespace gbs::widgets {

enum class CanvasView {
    three_maps,
    gbs,
    i2t,
    mean,
    layers,
    sides,
    three_sides,
    detector,
    phrases,
    separated
};

/// What the tiles of a view show.
enum class TileContent {
    maps,      ///< one tile for each map of the row
    stacked,   ///< all visible layers in one tile
    sides,     ///< A and B, or A, B and C, each with all visible layers
    separated  ///< the photo times the decoder's map, and the photo times what that leaves, without colors
};

/// One view of the canvas. To add a view, add a value to CanvasView and a row to canvas_views: the menu, the
/// tool bar, settings, presentations and exports read the table.
struct CanvasViewRow {
    CanvasView view;
    const char* name;    ///< in the settings; never translated
    const char* id;      ///< of the action
    const char* script;  ///< value of `view` in presentation scripts; null: not available there
    const char* text;    ///< of the action
    const char* tip;     ///< of the action; empty: none
    char digit;          ///< shortcut: Ctrl+Shift+digit; '\0': none
    const char* icon;    ///< empty: the tool bar shows the text
    TileContent content;
    std::array<std::optional<LayerKind>, 3> maps;  ///< the tiles of TileContent::maps, in reading order
    std::size_t sides = 0;                         ///< of TileContent::sides, at most

    std::size_t map_count() const { return maps[0].has_value() + maps[1].has_value() + maps[2].has_value(); }
};

/// In the order of CanvasView, of the menu and of the tool bar. The first row is the default.
inline constexpr std::array canvas_views{
    CanvasViewRow{CanvasView::three_maps,
                  "three maps",
                  "view.three_maps",
                  "three",
                  QT_TRANSLATE_NOOP("gbs::widgets::CanvasView", "&Three Maps"),
                  "",
                  '1',
                  "three-maps",
                  TileContent::maps,
                  {LayerKind::gbs, LayerKind::i2t, LayerKind::mean}},
    CanvasViewRow{CanvasView::gbs,
                  "gbs",
                  "view.gbs",
                  "gbs",
                  QT_TRANSLATE_NOOP("gbs::widgets::CanvasView", "&GbS"),
                  QT_TRANSLATE_NOOP("gbs::widgets::CanvasView", "Only the decoder's map"),
                  '2',
                  "",
                  TileContent::maps,
                  {LayerKind::gbs}},
    CanvasViewRow{CanvasView::i2t,
                  "i2t",
                  "view.i2t",
                  "i2t",
                  QT_TRANSLATE_NOOP("gbs::widgets::CanvasView", "&i2t"),
                  QT_TRANSLATE_NOOP("gbs::widgets::CanvasView", "Only the map of image and text features"),
                  '3',
                  "",
                  TileContent::maps,
                  {LayerKind::i2t}},
    CanvasViewRow{CanvasView::mean,
                  "mean",
                  "view.mean",
                  "mean",
                  QT_TRANSLATE_NOOP("gbs::widgets::CanvasView", "&Mean"),
                  QT_TRANSLATE_NOOP("gbs::widgets::CanvasView", "Only the geometric mean of both maps"),
                  '4',
                  "",
                  TileContent::maps,
                  {LayerKind::mean}},
    CanvasViewRow{CanvasView::layers,
                  "layers",
                  "view.layers",
                  nullptr,
                  QT_TRANSLATE_NOOP("gbs::widgets::CanvasView", "All &Layers"),
                  QT_TRANSLATE_NOOP("gbs::widgets::CanvasView", "All visible layers on top of each other"),
                  '5',
                  "layers",
                  TileContent::stacked,
                  {}},
    CanvasViewRow{CanvasView::sides,
                  "sides",
                  "view.sides",
                  nullptr,
                  QT_TRANSLATE_NOOP("gbs::widgets::CanvasView", "A and &B"),
                  QT_TRANSLATE_NOOP("gbs::widgets::CanvasView", "Two phrases or two models side by side"),
                  '6',
                  "sides",
                  TileContent::sides,
                  {},
                  2},
    CanvasViewRow{CanvasView::three_sides,
                  "three sides",
                  "view.three_sides",
                  nullptr,
                  QT_TRANSLATE_NOOP("gbs::widgets::CanvasView", "A, B and &C"),
                  QT_TRANSLATE_NOOP("gbs::widgets::CanvasView",
                                    "Two models and a detector or another method side by side"),
                  '9',
                  "three-sides",
                  TileContent::sides,
                  {},
                  3},
    CanvasViewRow{
        CanvasView::detector,
        "detector",
        "view.detector",
        "detector",
        QT_TRANSLATE_NOOP("gbs::widgets::CanvasView", "&Detector"),
        QT_TRANSLATE_NOOP("gbs::widgets::CanvasView", "The mean map, a detector's boxes, and both combined"),
        '7',
        "detector",
        TileContent::maps,
        {LayerKind::mean, LayerKind::detector, LayerKind::combined}},
    CanvasViewRow{CanvasView::phrases,
                  "phrases",
                  "view.phrases",
                  nullptr,
                  QT_TRANSLATE_NOOP("gbs::widgets::CanvasView", "&Phrases as Colors"),
                  QT_TRANSLATE_NOOP("gbs::widgets::CanvasView",
                                    "Each pixel in the color of the phrase with the highest value"),
                  '8',
                  "palette",
                  TileContent::maps,
                  {LayerKind::phrases}},
    CanvasViewRow{
        CanvasView::separated,
        "separated",
        "view.separated",
        "separated",
        QT_TRANSLATE_NOOP("gbs::widgets::CanvasView", "&Separated Photo"),
        QT_TRANSLATE_NOOP(
            "gbs::widgets::CanvasView",
            "The photo split into the part that the phrase means and the rest: H · I and (1 − H) · I"),
        '\0',
        "separated",
        TileContent::separated,
        {}},
};

const CanvasViewRow& find_row(CanvasView view);
/// The view with that name in the settings; the default view for an unknown name.
CanvasView parse_canvas_view(const QString& name);
/// The layers whose visibility counts in that view.
Arrangement arrangement_of(CanvasView view);
/// Whether the view compares sources: A and B, or A, B and C.
bool compares_sides(CanvasView view);
/// The view that shows only this map, if there is one.
std::optional<CanvasView> find_view_of_map(LayerKind map);

}  // namespace gbs::widgets
