#include "widgets/heatmap_tile.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <cmath>
#include <limits>

namespace gbs {

HeatmapTile::HeatmapTile(const QString& symbol, const QString& meaning, ImageViewport* viewport,
                         QWidget* parent)
    : QFrame(parent),
      title_(new QLabel(QStringLiteral("<b>%1</b>").arg(symbol))),
      peak_(new QLabel),
      view_(new HeatmapView(viewport)),
      color_bar_(new ColorBar) {
    auto* const subtitle = new QLabel(meaning);
    subtitle->setForegroundRole(QPalette::PlaceholderText);
    subtitle->setMinimumWidth(0);
    subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    peak_->setToolTip(tr("The highest value and its pixel (x, y) in the photo"));
    auto* const header = new QHBoxLayout;
    header->setContentsMargins(5, 0, 5, 0);
    header->addWidget(title_);
    header->addWidget(subtitle, 1);
    header->addWidget(peak_);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(header);
    layout->addWidget(view_, 1);
    layout->addWidget(color_bar_);
    const QString plain = QString(symbol).remove(QStringLiteral("<sub>")).remove(QStringLiteral("</sub>"));
    view_->setAccessibleName(tr("Heatmap %1, %2").arg(plain, meaning));
}

void HeatmapTile::set_photo(std::shared_ptr<const PhotoPyramid> photo) {
    photo_ = photo;
    view_->set_photo(std::move(photo));
}

void HeatmapTile::set_layer(const HeatmapLayer& layer) {
    view_->set_layer(layer);
    color_bar_->set_layer(layer);
    peak_->setText(peak_text());
    view_->setAccessibleDescription(peak_text());
}

QString HeatmapTile::peak_text() const {
    if (layer().empty()) return {};
    return tr("peak %1 at %2, %3")
        .arg(static_cast<double>(layer().peak_value), 0, 'f', 2)
        .arg(layer().peak.x())
        .arg(layer().peak.y());
}

void HeatmapTile::set_style(const LayerStyle& style) {
    view_->set_style(style);
    color_bar_->set_style(style);
}

void HeatmapTile::set_pointer(std::optional<QPointF> place, bool own) {
    view_->set_linked_pointer(own ? std::nullopt : place);
    float value = std::numeric_limits<float>::quiet_NaN();
    if (place && photo_ && !layer().empty())
        value = value_at(
            layer(), photo_->size(),
            QPoint(static_cast<int>(std::floor(place->x())), static_cast<int>(std::floor(place->y()))));
    color_bar_->set_pointer_value(value);
}

}  // namespace gbs
