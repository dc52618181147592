// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QVector>
#include <QWidget>

#include "widgets/maps/heatmap_layer.h"

namespace gbs::widgets {

/// The values of a map as bars in its colors, with the limits of the colors as handles to drag.
class MapHistogram : public QWidget {
    Q_OBJECT

 public:
    explicit MapHistogram(QWidget* parent = nullptr);

    void set_map(const HeatmapLayer& map);  ///< empty: nothing is drawn
    void set_colors(ColorMap colors, ValueRange range);
    const QVector<int>& counts() const { return counts_; }
    ValueRange range() const { return range_; }
    QSize sizeHint() const override { return {160, 56}; }
    QSize minimumSizeHint() const override { return {80, 56}; }

 Q_SIGNALS:
    void range_dragged(gbs::ValueRange range);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    enum class Handle { none, low, high };

    double x_of(float value) const;
    float value_at(double x) const;
    void move(Handle handle, float value);

    QVector<int> counts_;  ///< of equal parts of 0 to 1
    ColorMap colors_ = ColorMap::viridis;
    ValueRange range_;
    Handle dragged_ = Handle::none, last_ = Handle::low;
};

}  // namespace gbs::widgets
