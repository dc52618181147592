// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

#include "widgets/canvas/color_bar.h"
#include "widgets/canvas/heatmap_view.h"
#include "widgets/canvas/legend.h"

class QLabel;

namespace gbs::widgets {

/// A view with a header (name, meaning, peak) and a color bar or legend below; two bars and peaks if a divider
/// splits it.
class HeatmapTile : public QFrame {
    Q_OBJECT

 public:
    explicit HeatmapTile(ImageViewport* viewport, QWidget* parent = nullptr);

    void set_figure(const TileFigure& figure);
    /// Marks the map's value at a photo position on the color bar. `own`: the pointer is over this tile.
    void set_pointer(std::optional<QPointF> place, bool own);

    HeatmapView* view() const { return view_; }
    ColorBar* color_bar() const { return color_bar_; }
    ColorBar* other_color_bar() const { return other_bar_; }  ///< right of the divider; else hidden
    Legend* legend() const { return legend_; }
    QSizeF around_photo() const;  ///< the room that the tile needs for its texts and bars
    QString title() const;
    /// The map described by the numbers around the view.
    const HeatmapLayer& layer() const { return view_->figure().map; }
    /// The highest value: "peak 0.80 at 10, 20", "peak 0.80" or "0.80".
    enum class PeakText { place, word, value };
    QString peak_text(PeakText form = PeakText::place) const;

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    float pointed_value(const HeatmapLayer& map) const;
    void show_pointer_value();
    void fit_title();
    void fit_header();

    QLabel* title_;
    QLabel* meaning_;
    QLabel* peak_;
    HeatmapView* view_;
    ColorBar *color_bar_, *other_bar_;
    Legend* legend_;
    std::optional<QPointF> pointer_;
};

}  // namespace gbs::widgets
