// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/canvas/heatmap_canvas.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/style/bidi.h"

namespace gbs::widgets {

namespace {

QWidget* make_empty_page() {
    auto* const page = new QWidget;
    auto* const layout = new QVBoxLayout(page);
    auto* const title = new QLabel(HeatmapCanvas::tr("No photo open"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.7);
    title->setFont(large);
    auto* const hint =
        new QLabel(HeatmapCanvas::tr("Drop a photo or folder here, or open one from the toolbar.\n"
                                     "Then type what to look for and press Enter."));
    hint->setForegroundRole(QPalette::PlaceholderText);
    layout->addStretch();
    for (QLabel* const label : {title, hint}) {
        label->setAlignment(Qt::AlignCenter);
        layout->addWidget(label);
    }
    layout->addStretch();
    return page;
}

/// The tile whose zoom counts: the large one, if there is one.
std::size_t main_tile(const HeatmapCanvas& canvas, std::size_t first) {
    const TileArrangement now = canvas.arrangement();
    const bool one_is_large = now == TileArrangement::last_above || now == TileArrangement::last_before;
    constexpr std::size_t last = HeatmapCanvas::tile_count - 1;
    return one_is_large && !canvas.tile(0)->isHidden() && !canvas.tile(last)->isHidden() ? last : first;
}

}  // namespace

HeatmapCanvas::HeatmapCanvas(LayerStack* stack, QWidget* parent)
    : QWidget(parent),
      stack_(stack ? stack : new LayerStack(this)),
      title_(new QLabel),
      strength_(new StrengthChip),
      heading_(new QWidget),
      grid_(new QGridLayout),
      pages_(new QStackedLayout(this)) {
    QFont large = title_->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    title_->setFont(large);
    title_->setObjectName(QStringLiteral("phrase_title"));
    title_->setTextFormat(Qt::PlainText);
    title_->setContentsMargins(5, 0, 5, 0);
    // A long phrase is cut off; it must not widen the window.
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* const line = new QHBoxLayout(heading_);
    line->setContentsMargins(0, 0, 5, 0);
    line->addWidget(title_, 1);
    line->addWidget(strength_);
    auto* const page = new QWidget;
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(8, 8, 8, 6);
    column->addWidget(heading_);
    grid_->setSpacing(10);
    column->addLayout(grid_, 1);
    for (std::size_t i = 0; i < tile_count; ++i) {
        tiles_[i] = new HeatmapTile(&viewport_, page);
        connect_tile(i);
    }
    pages_->addWidget(make_empty_page());
    pages_->addWidget(page);
    connect(&viewport_, &ImageViewport::changed, this, &HeatmapCanvas::scale_changed);
    connect(stack_, &LayerStack::changed, this, &HeatmapCanvas::refresh);
    connect(&color_maker_, &PhraseColorMaker::made, this, [this](const PhraseColors& colors) {
        phrase_colors_ = colors;
        refresh();
    });
    set_view(view_);
}

void HeatmapCanvas::connect_tile(std::size_t index) {
    const HeatmapView* const view = tiles_[index]->view();
    connect(view, &HeatmapView::pointer_moved, this, [this, index](auto place) { point(index, place); });
    connect(view, &HeatmapView::double_clicked, this, [this, index] { enlarge(index); });
    connect(view, &HeatmapView::point_marked, this, &HeatmapCanvas::point_marked);
    connect(view, &HeatmapView::box_marked, this, &HeatmapCanvas::box_marked);
    connect(view, &HeatmapView::polygon_marked, this, &HeatmapCanvas::polygon_marked);
    connect(view, &HeatmapView::mark_selected, this, &HeatmapCanvas::mark_selected);
    connect(view, &HeatmapView::mark_changed, this, &HeatmapCanvas::mark_changed);
    connect(view, &HeatmapView::mark_removed, this, &HeatmapCanvas::mark_removed);
}

void HeatmapCanvas::set_photo(std::shared_ptr<const PhotoPyramid> photo) {
    photo_ = photo;
    // The phrase colors belong to the previous photo.
    phrase_colors_ = {};
    viewport_.set_photo_size(photo ? photo->size() : QSize());
    pages_->setCurrentIndex(photo ? 1 : 0);
    refresh();
    Q_EMIT scale_changed();
}

void HeatmapCanvas::set_content(const CanvasContent& content) {
    content_ = content;
    refresh();
}

void HeatmapCanvas::set_view(CanvasView view) {
    view_ = view;
    alone_.reset();
    stack_->set_arrangement(arrangement_of(view));
    refresh();
    Q_EMIT scale_changed();
}

void HeatmapCanvas::set_side_layout(SideLayout layout) {
    if (layout == side_layout_) return;
    side_layout_ = layout;
    alone_.reset();
    refresh();
    Q_EMIT scale_changed();
}

void HeatmapCanvas::set_tool(CanvasTool tool) {
    for (HeatmapTile* const tile : tiles_) tile->view()->set_tool(tool);
}

void HeatmapCanvas::set_marks(const QVector<CanvasMark>& marks, int selected) {
    marks_ = marks;
    selected_mark_ = selected;
    show_marks();
}

/// Marks that are not drawn cannot be taken hold of.
void HeatmapCanvas::show_marks() {
    const bool shown = photo_ && stack_->style(LayerKind::truth).visible;
    for (HeatmapTile* const tile : tiles_)
        tile->view()->set_marks(shown ? marks_ : QVector<CanvasMark>(), shown ? selected_mark_ : -1);
}

std::size_t HeatmapCanvas::first_tile() const {
    // A single map stays in the tile that it has among the three.
    const CanvasViewRow& row = find_row(view_);
    const auto& three = find_row(CanvasView::three_maps).maps;
    const auto place = std::ranges::find(three, row.maps[0]);
    return row.map_count() == 1 && place != three.end() ? static_cast<std::size_t>(place - three.begin()) : 0;
}

bool HeatmapCanvas::shows_phrases() const {
    return view_ == CanvasView::phrases ||
           (arrangement_of(view_) == Arrangement::stacked && stack_->style(LayerKind::phrases).visible);
}

void HeatmapCanvas::refresh() {
    if (photo_ && shows_phrases())
        color_maker_.request(content_.phrases, stack_->style(LayerKind::phrases).threshold.value_or(0),
                             photo_->size());
    const auto hidden = [this] {
        return std::pair(std::ranges::count_if(tiles_, &HeatmapTile::isHidden), heading_->isHidden());
    };
    const auto before = hidden();
    const auto figures = tile_figures(view_, side_layout_, content_, *stack_, photo_, phrase_colors_);
    const std::size_t first = first_tile();
    // The enlarged tile may be that of a source that is gone.
    if (alone_ && figures.size() > 1 && *alone_ >= first + figures.size()) alone_.reset();
    for (std::size_t i = 0; i < tile_count; ++i) {
        const bool used = i >= first && i < first + figures.size();
        // Hidden tiles release the photo.
        tiles_[i]->set_figure(used ? figures[i - first] : TileFigure());
        tiles_[i]->setVisible(used && (!alone_ || *alone_ == i || figures.size() == 1));
    }
    show_title();
    show_marks();
    arrange();
    // A fitted photo has another scale in tiles of another size.
    if (hidden() != before) Q_EMIT scale_changed();
}

/// Puts the shown tiles where their photos are largest.
void HeatmapCanvas::arrange() {
    std::vector<HeatmapTile*> shown;
    for (HeatmapTile* const tile : tiles_)
        if (!tile->isHidden()) shown.push_back(tile);
    if (shown.empty() || !photo_) return;
    const QSizeF around = shown[0]->around_photo();
    const double head = heading_->isHidden() ? 0 : heading_->sizeHint().height();
    const QSizeF area(width() - 16.0, height() - 14 - head);
    const int count = static_cast<int>(shown.size());
    // Only the mean map is more than the two that it is made of.
    const TileArrangement now =
        arrange_tiles(count, photo_->size(), area, around, view_ == CanvasView::three_maps);
    if (now == arrangement_ && shown == arranged_) return;
    arrangement_ = now;
    arranged_ = shown;
    // The row, column, and spans of each tile; a large tile and the others share the grid 62 to 38.
    using Place = std::array<int, 4>;
    std::vector<Place> places;
    for (int i = 0; i < count; ++i)
        places.push_back(now == TileArrangement::column ? Place{i, 0, 1, 1} : Place{0, i, 1, 1});
    std::array<int, 3> rows{}, columns{};
    const int large = static_cast<int>(std::lround(100 * large_share)), small = 100 - large;
    if (now == TileArrangement::last_above) {
        places = {{1, 0, 1, 1}, {1, 1, 1, 1}, {0, 0, 1, 2}};
        rows = {large, small, 0};
        columns = {1, 1, 0};
    } else if (now == TileArrangement::last_before) {
        places = {{0, 1, 1, 1}, {1, 1, 1, 1}, {0, 0, 2, 1}};
        rows = {1, 1, 0};
        columns = {large, small, 0};
    } else {
        for (int i = 0; i < count; ++i)
            (now == TileArrangement::column ? rows : columns)[static_cast<std::size_t>(i)] = 1;
    }
    for (HeatmapTile* const tile : tiles_) grid_->removeWidget(tile);
    for (std::size_t i = 0; i < shown.size(); ++i)
        grid_->addWidget(shown[i], places[i][0], places[i][1], places[i][2], places[i][3]);
    for (int i = 0; i < 3; ++i) {
        grid_->setRowStretch(i, rows[static_cast<std::size_t>(i)]);
        grid_->setColumnStretch(i, columns[static_cast<std::size_t>(i)]);
    }
    // At once, as showing a tile does: the scale is that of the new places.
    grid_->parentWidget()->layout()->activate();
}

void HeatmapCanvas::show_title() {
    title_->setText(isolated(content_.phrase));
    title_->setToolTip(content_.phrase);
    // Two phrases are the titles of their sides; all phrases together have a legend.
    const bool two_phrases =
        compares_sides(view_) && !content_.sides.empty() && content_.sides.front().title == content_.phrase;
    strength_->set_strength(compares_sides(view_) ? std::nullopt : content_.layers.strength);
    const bool shown = !content_.phrase.isEmpty() && view_ != CanvasView::phrases && !two_phrases;
    title_->setVisible(shown);
    heading_->setVisible(shown);
}

void HeatmapCanvas::enlarge(std::size_t index) {
    const auto& three = find_row(CanvasView::three_maps).maps;
    const auto is_shown = [](const HeatmapTile* tile) { return !tile->isHidden(); };
    const bool one_photo = !alone_ && tiles_[index]->view()->figure().title.isEmpty() &&
                           std::ranges::count_if(tiles_, is_shown) == 1;
    if (one_photo) return;
    if (view_ == CanvasView::three_maps) {
        if (const auto view = find_view_of_map(*three[index])) Q_EMIT view_requested(*view);
    } else if (std::ranges::any_of(three, [this](auto map) { return find_view_of_map(*map) == view_; })) {
        Q_EMIT view_requested(CanvasView::three_maps);
    } else {
        alone_ = alone_ ? std::nullopt : std::optional(index);
        refresh();
        Q_EMIT scale_changed();
    }
}

CanvasFigure HeatmapCanvas::figure() const {
    CanvasFigure figure;
    if (!photo_) return figure;
    for (const HeatmapTile* const tile : tiles_) {
        if (tile->isHidden()) continue;
        figure.tiles.push_back(tile->view()->figure());
        figure.tiles.back().divider = tile->view()->divider_on_photo();
    }
    return figure;
}

std::vector<LayerValue> HeatmapCanvas::values_at(QPoint pixel) const {
    std::vector<LayerValue> values;
    if (!photo_) return values;
    const auto add = [&](const TileFigure& tile, const QString& side) {
        for (const FigureLayer& layer : tile.layers) {
            if (layer.map.empty()) continue;
            const QString& name = layer.map.name;
            values.push_back({side.isEmpty() ? name : tr("%1 %2").arg(side, name),
                              value_at(layer.map, photo_->size(), pixel)});
        }
    };
    for (const TileFigure& tile : figure().tiles) {
        add(tile, compares_sides(view_) ? tile.name : QString());
        if (tile.other) add(*tile.other, tile.other->name);
    }
    if (shows_phrases()) {
        LayerValue best{{}, stack_->style(LayerKind::phrases).threshold.value_or(0)};
        for (const ColoredPhrase& phrase : content_.phrases) {
            if (phrase.layer.empty() || phrase.layer.highest < best.value) continue;
            const float value = value_at(phrase.layer, photo_->size(), pixel);
            if (value > best.value || (best.layer.isEmpty() && value >= best.value))
                best = {phrase.phrase, value};
        }
        if (!best.layer.isEmpty()) values.push_back(best);
    }
    return values;
}

double HeatmapCanvas::scale() const {
    return viewport_.scale(tiles_[alone_.value_or(main_tile(*this, first_tile()))]->view()->size());
}

void HeatmapCanvas::show_actual_size() {
    viewport_.set_scale(1 / devicePixelRatioF());
}

void HeatmapCanvas::zoom_by(double factor) {
    const QSizeF size = tiles_[alone_.value_or(main_tile(*this, first_tile()))]->view()->size();
    viewport_.zoom(factor, QPointF(size.width() / 2, size.height() / 2), size);
}

void HeatmapCanvas::resizeEvent(QResizeEvent*) {
    arrange();
    Q_EMIT scale_changed();
}

void HeatmapCanvas::point(std::size_t source, std::optional<QPointF> place) {
    for (std::size_t i = 0; i < tile_count; ++i) tiles_[i]->set_pointer(place, i == source);
    std::optional<QPoint> pixel;
    if (place)
        pixel = QPoint(static_cast<int>(std::floor(place->x())), static_cast<int>(std::floor(place->y())));
    Q_EMIT pixel_pointed(pixel);
}

}  // namespace gbs::widgets
