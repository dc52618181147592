// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/score_bars.h"

#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

#include "widgets/plots/curve_look.h"
#include "widgets/plots/plot_style.h"
#include "widgets/plots/qcustomplot.h"

namespace gbs::widgets {

namespace {

constexpr double cluster_width = 0.8;            // fraction of the distance between two groups
constexpr int min_bar_width = 7, margins = 170;  // pixels; the margins hold axis and legend

}  // namespace

ScoreBars::ScoreBars(QWidget* parent) : QWidget(parent), plot_(new QCustomPlot) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot_);
    plot_->setLocale(QLocale());
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->yAxis->setLabel(tr("Pointing accuracy in %"));
    plot_->yAxis->setRange(0, 100);
    plot_->axisRect()->setMinimumMargins(QMargins(4, 4, 8, 2));
    plot_->legend->setVisible(true);
    plot_->axisRect()->insetLayout()->take(plot_->legend);
    plot_->plotLayout()->addElement(0, 1, plot_->legend);
    plot_->plotLayout()->setColumnStretchFactor(1, 0.001);
    plot_->legend->setBorderPen(Qt::NoPen);
    plot_->legend->setBrush(Qt::NoBrush);
    setAccessibleName(tr("Pointing accuracy by groups of phrases"));
    setToolTip(tr("Click a bar to list its phrases. The thin lines are 95 % intervals."));
    connect(plot_, &QCustomPlot::plottableClick, this,
            [this](QCPAbstractPlottable* plottable, int index) { click(plottable, index); });
    take_palette();
}

void ScoreBars::set_sheet(const ScoreSheet& sheet) {
    const bool same = sheet.series.size() == sheet_.series.size() && sheet.groups == sheet_.groups;
    sheet_ = sheet;
    if (!same || bars_.size() != sheet.series.size()) {
        build_bars();
        updateGeometry();
    }
    take_values();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

QSize ScoreBars::minimumSizeHint() const {
    int group_width = qMax(20, static_cast<int>(min_bar_width * sheet_.series.size() / cluster_width));
    for (const QString& group : sheet_.groups)
        group_width = qMax(group_width, fontMetrics().horizontalAdvance(group) + 8);
    return {qMax(260, margins + group_width * static_cast<int>(sheet_.groups.size())), 120};
}

void ScoreBars::build_bars() {
    plot_->clearPlottables();
    bars_.clear();
    errors_.clear();
    delete cluster_;
    cluster_ = new QCPBarsGroup(plot_);
    // A spacing in pixels, the default, makes many bars reach into the next group.
    cluster_->setSpacingType(QCPBarsGroup::stPlotCoords);
    cluster_->setSpacing(0);
    const double count = qMax<double>(1, static_cast<double>(sheet_.series.size()));
    for (qsizetype i = 0; i < sheet_.series.size(); ++i) {
        auto* const bars = new QCPBars(plot_->xAxis, plot_->yAxis);
        bars->setWidth(cluster_width / count);
        bars->setBarsGroup(cluster_);
        bars->setName(series_name(sheet_, static_cast<int>(i)));
        auto* const errors = new QCPErrorBars(plot_->xAxis, plot_->yAxis);
        errors->removeFromLegend();
        errors->setDataPlottable(bars);
        errors->setSelectable(QCP::stNone);
        bars_ << bars;
        errors_ << errors;
    }
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (qsizetype group = 0; group < sheet_.groups.size(); ++group)
        ticker->addTick(static_cast<double>(group), sheet_.groups[group]);
    plot_->xAxis->setTicker(ticker);
    plot_->xAxis->setRange(-0.6, qMax<double>(0.6, static_cast<double>(sheet_.groups.size()) - 0.4));
    take_palette();
}

void ScoreBars::take_values() {
    QStringList words;
    for (qsizetype i = 0; i < sheet_.series.size(); ++i) {
        QVector<double> places, heights, below, above;
        for (qsizetype group = 0; group < sheet_.groups.size(); ++group) {
            const ScoreValue value = sheet_.series[i].groups.value(group);
            places << static_cast<double>(group);
            heights << (value.total > 0 ? value.accuracy : 0);
            below << (value.total > 0 ? value.accuracy - value.low : 0);
            above << (value.total > 0 ? value.high - value.accuracy : 0);
        }
        bars_[i]->setData(places, heights, true);
        errors_[i]->setData(below, above);
        words << QStringLiteral("%1 %2 %").arg(series_name(sheet_, static_cast<int>(i)),
                                               QLocale().toString(heights.value(0), 'f', 1));
    }
    setAccessibleDescription(words.join(QStringLiteral(", ")));
}

void ScoreBars::take_palette() {
    style_plot(*plot_, palette(), font(), QPalette::Window);
    const bool dark = palette().color(QPalette::Base).lightness() < 128;
    const QColor text = palette().color(QPalette::WindowText);
    plot_->legend->setFont(font());
    plot_->legend->setTextColor(text);
    plot_->legend->setIconSize(14, fontMetrics().height());
    int baselines = 0;
    for (int i = 0; i < bars_.size(); ++i) {
        // The background separates bars that touch.
        bars_[i]->setPen(QPen(palette().color(QPalette::Window), 1));
        bars_[i]->setBrush(curve_color(i, dark));
        if (sheet_.series[i].is_baseline)
            bars_[i]->setBrush(QBrush(palette().color(QPalette::PlaceholderText),
                                      baselines++ == 0 ? Qt::Dense5Pattern : Qt::BDiagPattern));
        errors_[i]->setPen(QPen(text, 1));
        if (QCPAbstractLegendItem* const item = plot_->legend->itemWithPlottable(bars_[i])) {
            item->setFont(font());
            item->setTextColor(text);
        }
    }
}

void ScoreBars::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    take_palette();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

QPoint ScoreBars::bar_place(int series, int group) const {
    const QCPBars* const bars = bars_[series];
    return plot_->mapTo(this, bars->dataPixelPosition(group).toPoint() + QPoint(0, 2));
}

void ScoreBars::click(QCPAbstractPlottable* plottable, int index) {
    for (int i = 0; i < bars_.size(); ++i)
        // The interval covers the bar: a click on it counts, too.
        if ((bars_[i] == plottable || errors_[i] == plottable) && index >= 0 && index < sheet_.groups.size())
            Q_EMIT bar_clicked(i, index);
}

}  // namespace gbs::widgets
