#pragma once

#include <QFrame>

#include "widgets/color_bar.h"
#include "widgets/heatmap_view.h"

class QLabel;

namespace gbs {

/// A view with its title above (name, meaning, peak) and its colour bar below.
class HeatmapTile : public QFrame {
    Q_OBJECT

 public:
    HeatmapTile(const QString& symbol, const QString& meaning, ImageViewport* viewport,
                QWidget* parent = nullptr);

    void set_photo(std::shared_ptr<const PhotoPyramid> photo);
    void set_layer(const HeatmapLayer& layer);
    void set_style(const LayerStyle& style);
    /// Reads the layer at a photo pixel for the colour bar's tick.
    void set_pointer(std::optional<QPointF> place, bool own);

    HeatmapView* view() const { return view_; }
    ColorBar* color_bar() const { return color_bar_; }
    const HeatmapLayer& layer() const { return view_->layer(); }
    QString peak_text() const;

 private:
    QLabel* title_;
    QLabel* peak_;
    HeatmapView* view_;
    ColorBar* color_bar_;
    std::shared_ptr<const PhotoPyramid> photo_;
};

}  // namespace gbs
