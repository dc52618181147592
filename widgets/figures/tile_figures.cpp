// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/figures/tile_figures.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "widgets/figures/map_texts.h"
#include "widgets/maps/strength_chip.h"

namespace gbs::widgets {

namespace {

FigureBox to_figure(const CanvasBox& box, FigureBox::Source source) {
    return {source, box.rect, box.label, box.score, box.polygon};
}

/// Builds tiles from their inputs.
struct TileMaker {
    const CanvasContent& content;
    const LayerStack& stack;
    const PhraseLayers& layers;
    const PhraseColors& phrases;

    const HeatmapLayer& map(LayerKind kind) const {
        static const HeatmapLayer none;
        switch (kind) {
            case LayerKind::gbs:
                return layers.gbs;
            case LayerKind::i2t:
                return layers.i2t;
            case LayerKind::mean:
                return layers.mean;
            case LayerKind::detector:
                return content.detector;
            case LayerKind::combined:
                return content.combined;
            default:
                return none;
        }
    }

    bool drawn(LayerKind kind) const {
        return stack.style(kind).visible &&
               (stack.maps_shown() || !(is_map(kind) || kind == LayerKind::phrases));
    }

    /// Adds the visible layers of these kinds, the ground truth and the peaks. `top` is the map of the peak.
    void add_layers(TileFigure& tile, const std::vector<LayerKind>& kinds, LayerKind top) const {
        for (int row = stack.rowCount() - 1; row >= 0; --row) {
            const LayerKind kind = stack.kind_at(row);
            const bool wanted = kind == LayerKind::truth || kind == LayerKind::peak ||
                                std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
            if (wanted && drawn(kind)) tile.layers.push_back(layer(kind, top));
        }
    }

    FigureLayer layer(LayerKind kind, LayerKind top) const {
        FigureLayer layer;
        layer.kind = kind;
        layer.style = stack.style(kind);
        layer.map = map(kind);
        if (kind == LayerKind::detector)
            for (const CanvasBox& box : content.detector_boxes)
                layer.boxes.push_back(to_figure(box, FigureBox::Source::detector));
        if (kind == LayerKind::phrases) layer.phrase_colors = phrases.image;
        if (kind == LayerKind::truth) {
            for (const CanvasBox& box : content.truth_boxes)
                layer.boxes.push_back(to_figure(box, FigureBox::Source::truth));
            for (const CanvasBox& box : content.drawn_boxes)
                layer.boxes.push_back(to_figure(box, FigureBox::Source::drawn));
            layer.points = content.drawn_points;
        }
        if (kind == LayerKind::peak) add_peaks(layer, top);
        return layer;
    }

    void add_peaks(FigureLayer& layer, LayerKind top) const {
        if (top == LayerKind::phrases) {
            const float threshold = stack.style(LayerKind::phrases).threshold.value_or(0);
            for (const ColoredPhrase& phrase : content.phrases)
                if (phrase.layer.peak_value >= threshold && !phrase.layer.empty())
                    layer.marks.push_back({phrase.layer.peak, phrase.color, phrase.letter});
            return;
        }
        if (top == LayerKind::gbs || top == LayerKind::i2t)
            layer.marks = content.marks[top == LayerKind::gbs ? 0 : 1];
        else if (top == LayerKind::mean)
            layer.marks = content.marks[2];
        if (!map(top).empty() && drawn(top)) layer.peak = map(top).peak;
    }

    /// The topmost kind that is drawn and has values, or the last kind if there is none.
    LayerKind top_of(const std::vector<LayerKind>& kinds) const {
        for (int row = 0; row < stack.rowCount(); ++row) {
            const LayerKind kind = stack.kind_at(row);
            if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end() && drawn(kind) &&
                !map(kind).empty())
                return kind;
        }
        return kinds.back();
    }

    TileFigure tile(const std::vector<LayerKind>& kinds) const {
        const LayerKind top = top_of(kinds);
        TileFigure tile;
        tile.title = symbol_of(top);
        tile.name = plain_symbol(tile.title);
        tile.meaning = meaning_of(top);
        if (top == LayerKind::detector && !content.detector_note.isEmpty())
            tile.meaning = content.detector_note.toHtmlEscaped();
        // A zero-shot model has no decoder, and its mean is H_i2t.
        if (layers.gbs.empty() && !layers.i2t.empty()) {
            if (top == LayerKind::gbs)
                tile.meaning = map_text(QT_TRANSLATE_NOOP("HeatmapCanvas", "zero-shot, no H<sub>GbS</sub>"));
            if (top == LayerKind::mean) tile.meaning = symbol_of(LayerKind::i2t);
        }
        tile.map = map(top);
        tile.kind = top;
        // A photo without colors would look like a bug.
        if (top == LayerKind::phrases && !phrases.image.isNull() && phrases.legend.empty() &&
            !content.phrases.empty() && drawn(top)) {
            const double threshold = static_cast<double>(stack.style(top).threshold.value_or(0));
            tile.meaning =
                map_text(QT_TRANSLATE_NOOP("HeatmapCanvas",
                                           "no phrase reaches %1; lower its threshold in the Layers panel"))
                    .arg(threshold, 0, 'f', 2);
        }
        add_layers(tile, kinds, top);
        return tile;
    }

    /// All layers in one tile, titled by the visible maps, bottom first.
    TileFigure stacked() const {
        const std::vector<LayerKind> kinds{LayerKind::gbs,      LayerKind::i2t,     LayerKind::detector,
                                           LayerKind::combined, LayerKind::phrases, LayerKind::mean};
        TileFigure figure = tile(kinds);
        QStringList titles;
        for (const FigureLayer& layer : figure.layers)
            if (!symbol_of(layer.kind).isEmpty()) titles << symbol_of(layer.kind);
        if (titles.size() > 1) figure.meaning.clear();
        if (!titles.isEmpty()) figure.title = titles.join(QStringLiteral(" + "));
        figure.name = plain_symbol(figure.title);
        return figure;
    }

    /// The photo as the decoder's map separates it: what the phrase means, or the rest.
    TileFigure separated(MapPaint paint) const {
        const bool kept = paint == MapPaint::kept;
        const QString symbol = symbol_of(LayerKind::gbs);
        TileFigure figure = tile({LayerKind::gbs});
        figure.title = (kept ? QStringLiteral("%1 · I") : QStringLiteral("(1 − %1) · I")).arg(symbol);
        figure.name = plain_symbol(figure.title);
        figure.meaning = kept ? map_text(QT_TRANSLATE_NOOP("HeatmapCanvas", "the part that the phrase means"))
                              : map_text(QT_TRANSLATE_NOOP("HeatmapCanvas", "the rest"));
        figure.has_color_bar = false;
        for (FigureLayer& layer : figure.layers)
            if (is_map(layer.kind)) layer.paint = paint;
        return figure;
    }

    bool has_maps() const {
        return !layers.gbs.empty() || !layers.i2t.empty() || !layers.mean.empty() ||
               !content.detector.empty();
    }

    /// The photo without a phrase.
    TileFigure photo_alone() const {
        TileFigure figure;
        figure.has_color_bar = false;
        add_layers(figure, {}, LayerKind::mean);
        return figure;
    }

    TileFigure side(const CanvasSide& side) const {
        TileFigure figure = stacked();
        figure.meaning = side.map || !side.note.isEmpty() ? side.note.toHtmlEscaped() : figure.title;
        if (side.layers.strength)
            figure.meaning += QStringLiteral(" · ") + strength_name(strength_level(*side.layers.strength));
        figure.title = side.title.toHtmlEscaped();
        figure.name = side.title;
        // The other phrases' peaks belong to the current model; next to another source they would mislead.
        for (FigureLayer& layer : figure.layers) layer.marks.clear();
        return figure;
    }
};

/// The topmost visible map of a model. One without values counts only if all are: a zero-shot model has no decoder.
LayerKind top_map(const TileMaker& model) {
    std::optional<LayerKind> top;
    for (int row = 0; row < model.stack.rowCount(); ++row) {
        const LayerKind kind = model.stack.kind_at(row);
        const bool of_model = kind == LayerKind::gbs || kind == LayerKind::i2t || kind == LayerKind::mean;
        if (!of_model || !model.stack.style(kind).visible) continue;
        if (!model.map(kind).empty()) return kind;
        if (!top) top = kind;
    }
    return top.value_or(LayerKind::mean);
}

/// What is drawn of a side: the one map of another method takes the place of the models' topmost.
PhraseLayers layers_of(const CanvasSide& side, LayerKind top) {
    if (!side.map) return side.layers;
    PhraseLayers layers;
    (top == LayerKind::gbs ? layers.gbs : top == LayerKind::i2t ? layers.i2t : layers.mean) = *side.map;
    return layers;
}

/// What a side shares with the others.
CanvasContent content_of(const CanvasSide& side, const CanvasContent& all) {
    CanvasContent content;
    if (!side.other_phrase) content = all;
    content.phrase = all.phrase;
    content.phrases = all.phrases;
    content.combined = side.combined;
    return content;
}

std::vector<TileFigure> make_sides(std::size_t count, const CanvasContent& content, const LayerStack& stack,
                                   const PhraseColors& phrases) {
    std::vector<TileFigure> tiles;
    for (const CanvasSide& side : content.sides) {
        if (tiles.size() == count) break;
        const LayerKind top = top_map({content, stack, content.sides.front().layers, phrases});
        const PhraseLayers layers = layers_of(side, top);
        const CanvasContent own = content_of(side, content);
        tiles.push_back(TileMaker{own, stack, layers, phrases}.side(side));
    }
    return tiles;
}

std::vector<TileFigure> make_tiles(CanvasView view, const CanvasContent& content, const LayerStack& stack,
                                   const PhraseColors& phrases) {
    const TileMaker maker{content, stack, content.layers, phrases};
    const CanvasViewRow& row = find_row(view);
    const bool shows_maps = (row.content == TileContent::maps && row.maps[0] != LayerKind::phrases) ||
                            row.content == TileContent::separated;
    if (shows_maps && content.phrase.isEmpty() && !maker.has_maps()) return {maker.photo_alone()};
    switch (row.content) {
        case TileContent::stacked:
            return {maker.stacked()};
        case TileContent::sides:
            return make_sides(row.sides, content, stack, phrases);
        case TileContent::separated:
            return {maker.separated(MapPaint::kept), maker.separated(MapPaint::removed)};
        case TileContent::maps:
            break;
    }
    std::vector<TileFigure> tiles;
    for (const std::optional<LayerKind>& map : row.maps)
        if (map) tiles.push_back(maker.tile({*map}));
    return tiles;
}

/// The minimum and maximum over all maps drawn that `counts` accepts.
template <class Counts>
ValueRange range_of(std::span<const TileFigure> tiles, Counts counts) {
    ValueRange range{1, 0};
    for (const TileFigure& tile : tiles)
        for (const FigureLayer& layer : tile.layers)
            if (!layer.map.empty() && counts(layer))
                range = united(range, {layer.map.lowest, layer.map.highest});
    return range.low <= range.high ? range : ValueRange();
}

/// How many of the first tiles have one scale. Sides of models are compared: with limits of their own, the lower one
/// would look as high as the other. The values of another method have another unit, and limits of their own.
std::size_t count_compared(CanvasView view, const CanvasContent& content, std::size_t tiles) {
    if (!compares_sides(view)) return 0;
    std::size_t models = 0;
    while (models < tiles && !content.sides[models].map) ++models;
    return models > 1 ? models : 0;
}

/// The limits of a kind of map follow all compared tiles.
LayerStyle comparable(LayerStyle style, bool compared) {
    if (compared && style.limits == Limits::per_map) style.limits = Limits::shared;
    return style;
}

}  // namespace

std::vector<TileFigure> tile_figures(CanvasView view, SideLayout sides, const CanvasContent& content,
                                     const LayerStack& stack, std::shared_ptr<const PhotoPyramid> photo,
                                     const PhraseColors& phrases) {
    std::vector<TileFigure> tiles = make_tiles(view, content, stack, phrases);
    const std::size_t compared = count_compared(view, content, tiles.size());
    const auto shared = [&tiles, &stack, compared](LayerKind kind) {
        const bool all = stack.style(kind).limits == Limits::shared;
        return range_of(std::span(tiles).first(all ? tiles.size() : compared),
                        [all, kind](const FigureLayer& layer) {
                            return all ? layer.style.limits == Limits::shared : layer.kind == kind;
                        });
    };
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        TileFigure& tile = tiles[i];
        tile.photo = photo;
        for (FigureLayer& layer : tile.layers) {
            layer.range = display_range(layer.map, comparable(layer.style, i < compared), shared(layer.kind));
            if (layer.kind != LayerKind::phrases) continue;
            tile.legend = phrases.legend;
            tile.legend_left_out = phrases.left_out;
        }
        const LayerStyle style = comparable(stack.style(tile.kind), i < compared);
        if (tile.has_color_bar)
            tile.color_bar =
                make_color_bar(tile.map, style, display_range(tile.map, style, shared(tile.kind)));
    }
    if (compares_sides(view) && sides == SideLayout::swiped && tiles.size() > 1) {
        tiles[0].other = std::make_shared<TileFigure>(tiles[1]);
        tiles.erase(tiles.begin() + 1);
    }
    return tiles;
}

}  // namespace gbs::widgets
