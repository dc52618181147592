#include "widgets/heatmap_canvas.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <cmath>

namespace gbs {

namespace {

QWidget* make_empty_page() {
    auto* const page = new QWidget;
    auto* const layout = new QVBoxLayout(page);
    auto* const title = new QLabel(HeatmapCanvas::tr("No photo open"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.7);
    title->setFont(large);
    auto* const hint =
        new QLabel(HeatmapCanvas::tr("Drop a photo or a folder here, or open one from the tool bar.\n"
                                     "Then type what to look for, and press Enter."));
    hint->setForegroundRole(QPalette::PlaceholderText);
    layout->addStretch();
    for (QLabel* const label : {title, hint}) {
        label->setAlignment(Qt::AlignCenter);
        layout->addWidget(label);
    }
    layout->addStretch();
    return page;
}

}  // namespace

HeatmapCanvas::HeatmapCanvas(QWidget* parent) : QWidget(parent), pages_(new QStackedLayout(this)) {
    tiles_ = {
        new HeatmapTile(QStringLiteral("H<sub>GbS</sub>"), tr("decoder"), &viewport_),
        new HeatmapTile(QStringLiteral("H<sub>i2t</sub>"), tr("image to text"), &viewport_),
        new HeatmapTile(tr("mean"), QStringLiteral("√(H<sub>GbS</sub> · H<sub>i2t</sub>)"), &viewport_)};
    auto* const page = new QWidget;
    auto* const row = new QHBoxLayout(page);
    row->setContentsMargins(8, 8, 8, 6);
    row->setSpacing(10);
    for (std::size_t i = 0; i < tile_count; ++i) {
        row->addWidget(tiles_[i], 1);
        connect(tiles_[i]->view(), &HeatmapView::pointer_moved, this,
                [this, i](auto place) { point(i, place); });
        connect(tiles_[i]->view(), &HeatmapView::double_clicked, this, [this, i] {
            constexpr std::array alone{CanvasView::gbs, CanvasView::i2t, CanvasView::mean};
            Q_EMIT view_requested(canvas_view_ == CanvasView::three_maps ? alone[i] : CanvasView::three_maps);
        });
    }
    pages_->addWidget(make_empty_page());
    pages_->addWidget(page);
    connect(&viewport_, &ImageViewport::changed, this, &HeatmapCanvas::scale_changed);
    set_style(style_);
}

void HeatmapCanvas::set_photo(std::shared_ptr<const PhotoPyramid> photo) {
    photo_ = photo;
    for (HeatmapTile* const tile : tiles_) tile->set_photo(photo);
    viewport_.set_photo_size(photo ? photo->size() : QSize());
    pages_->setCurrentIndex(photo ? 1 : 0);
    Q_EMIT scale_changed();
}

void HeatmapCanvas::set_layers(const PhraseLayers& layers) {
    tiles_[0]->set_layer(layers.gbs);
    tiles_[1]->set_layer(layers.i2t);
    tiles_[2]->set_layer(layers.mean);
}

void HeatmapCanvas::clear_layers() {
    set_layers({});
}

void HeatmapCanvas::set_style(const LayerStyle& style) {
    style_ = style;
    for (HeatmapTile* const tile : tiles_) tile->set_style(style);
}

void HeatmapCanvas::set_peaks_shown(bool shown) {
    for (HeatmapTile* const tile : tiles_) tile->view()->set_peak_shown(shown);
}

void HeatmapCanvas::set_marks(const std::array<std::vector<PeakMark>, tile_count>& marks) {
    for (std::size_t i = 0; i < tile_count; ++i) tiles_[i]->view()->set_marks(marks[i]);
}

void HeatmapCanvas::set_view(CanvasView view) {
    canvas_view_ = view;
    const bool all = view == CanvasView::three_maps;
    tiles_[0]->setVisible(all || view == CanvasView::gbs);
    tiles_[1]->setVisible(all || view == CanvasView::i2t);
    tiles_[2]->setVisible(all || view == CanvasView::mean);
    Q_EMIT scale_changed();
}

HeatmapTile* HeatmapCanvas::shown_tile() const {
    switch (canvas_view_) {
        case CanvasView::i2t:
            return tiles_[1];
        case CanvasView::mean:
            return tiles_[2];
        case CanvasView::gbs:
        case CanvasView::three_maps:
            break;
    }
    return tiles_[0];
}

double HeatmapCanvas::scale() const {
    return viewport_.scale(shown_tile()->view()->size());
}

void HeatmapCanvas::show_actual_size() {
    viewport_.set_scale(1 / devicePixelRatioF());
}

void HeatmapCanvas::zoom_by(double factor) {
    const QSizeF size = shown_tile()->view()->size();
    viewport_.zoom(factor, QPointF(size.width() / 2, size.height() / 2), size);
}

void HeatmapCanvas::resizeEvent(QResizeEvent*) {
    Q_EMIT scale_changed();
}

void HeatmapCanvas::point(std::size_t source, std::optional<QPointF> place) {
    for (std::size_t i = 0; i < tile_count; ++i) tiles_[i]->set_pointer(place, i == source);
    std::optional<QPoint> pixel;
    if (place)
        pixel = QPoint(static_cast<int>(std::floor(place->x())), static_cast<int>(std::floor(place->y())));
    Q_EMIT pixel_pointed(pixel);
}

}  // namespace gbs
