// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/histogram_plot.h"

#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/plots/plot_style.h"
#include "widgets/plots/qcustomplot.h"

namespace gbs::widgets {

HistogramPlot::HistogramPlot(const QString& axis, QWidget* parent)
    : QWidget(parent), plot_(new QCustomPlot), bars_(new QCPBars(plot_->xAxis, plot_->yAxis)) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot_);
    plot_->setLocale(QLocale());
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->xAxis->setLabel(axis);
    plot_->yAxis->setLabel(tr("Pixels in %"));
    plot_->xAxis->setRange(0, 1);
    plot_->axisRect()->setMinimumMargins(QMargins(4, 4, 8, 2));
    setAccessibleName(tr("Histogram of %1").arg(axis));
    take_palette();
}

void HistogramPlot::set_parts(const std::vector<double>& parts) {
    parts_ = parts;
    QVector<double> places, percent;
    const double width = parts.empty() ? 1 : 1.0 / static_cast<double>(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        places << (static_cast<double>(i) + 0.5) * width;
        percent << 100 * parts[i];
    }
    bars_->setWidth(width);
    bars_->setData(places, percent, true);
    const double highest = percent.isEmpty() ? 1 : *std::max_element(percent.begin(), percent.end());
    plot_->yAxis->setRange(0, std::max(1.0, 1.05 * highest));
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void HistogramPlot::take_palette() {
    style_plot(*plot_, palette(), font(), QPalette::Window);
    bars_->setPen(Qt::NoPen);
    bars_->setBrush(palette().brush(QPalette::Highlight));
}

void HistogramPlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    take_palette();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace gbs::widgets
