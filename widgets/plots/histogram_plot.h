// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <vector>

class QCPBars;
class QCustomPlot;

namespace gbs::widgets {

/// A histogram over equal bins of [0, 1], in percent.
class HistogramPlot : public QWidget {
    Q_OBJECT

 public:
    explicit HistogramPlot(const QString& axis, QWidget* parent = nullptr);

    /// The fractions of the bins; they sum to 1.
    void set_parts(const std::vector<double>& parts);
    const std::vector<double>& parts() const { return parts_; }

    QSize sizeHint() const override { return {260, 150}; }
    QSize minimumSizeHint() const override { return {160, 110}; }

 protected:
    void changeEvent(QEvent* event) override;

 private:
    void take_palette();

    std::vector<double> parts_;
    QCustomPlot* plot_;
    QCPBars* bars_;
};

}  // namespace gbs::widgets
