// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPainter>
#include <QWidget>

#include "widgets/figures/canvas_figure.h"

namespace gbs::widgets {

/// Paints phrases with their colours in lines over the width of `target`, in the painter's font, and
/// "and N more" for those that are left out or have no room in its height. Returns the height that was used.
/// Without a painter it only measures.
double paint_legend(QPainter* painter, const QFontMetricsF& metrics, const std::vector<LegendEntry>& entries,
                    int left_out, const QRectF& target, QColor text, double unit = 1);

/// Which phrase has which colour.
class Legend : public QWidget {
    Q_OBJECT

 public:
    explicit Legend(QWidget* parent = nullptr);

    void set_entries(const std::vector<LegendEntry>& entries, int left_out);
    /// What it says, for a person who cannot see it and for tests.
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
