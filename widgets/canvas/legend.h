// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPainter>
#include <QWidget>

#include "widgets/figures/canvas_figure.h"

namespace gbs::widgets {

/// Paints phrases with their colors in lines across the width of `target` in the painter's font, and
/// "and N more" for `left_out` entries and those that do not fit. Returns the height used. A null
/// painter only measures.
double paint_legend(QPainter* painter, const QFontMetricsF& metrics, const std::vector<LegendEntry>& entries,
                    int left_out, const QRectF& target, QColor text, double unit = 1);

/// The phrases and their colors.
class Legend : public QWidget {
    Q_OBJECT

 public:
    explicit Legend(QWidget* parent = nullptr);

    void set_entries(const std::vector<LegendEntry>& entries, int left_out);
    /// The contents in words, for accessibility.
    QString text() const;
    QSize sizeHint() const override { return {200, heightForWidth(width())}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    std::vector<LegendEntry> entries_;
    int left_out_ = 0;
};

}  // namespace gbs::widgets
