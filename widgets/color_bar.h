#pragma once

#include <QWidget>

#include "widgets/heatmap_layer.h"

namespace gbs {

/// The colours of a layer with the numbers at their ends, and ticks at the map's own lowest and highest
/// value. Says so when the colours are stretched to the map.
class ColorBar : public QWidget {
    Q_OBJECT

 public:
    explicit ColorBar(QWidget* parent = nullptr);

    void set_layer(const HeatmapLayer& layer);
    void set_style(const LayerStyle& style);
    /// A tick at the value under the pointer; NaN for none.
    void set_pointer_value(float value);

    /// What the bar says, for a person who cannot see it and for tests.
    QString text() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    void refresh();
    void draw_tick(QPainter& painter, const QRectF& bar, float value) const;

    HeatmapLayer layer_;
    LayerStyle style_;
    float pointer_value_;
};

}  // namespace gbs
