// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/plot_style.h"

#include <QCoreApplication>

#include "widgets/plots/qcustomplot.h"

namespace gbs::widgets {

namespace {

struct PlotText {
    Q_DECLARE_TR_FUNCTIONS(gbs::widgets::CurvePlot)
};

void scale(QCPAxis* axis, bool log) {
    axis->setScaleType(log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis->setNumberFormat(log ? QStringLiteral("eb") : QStringLiteral("gb"));
    axis->setNumberPrecision(log ? 0 : 6);
    if (log)
        axis->setTicker(QSharedPointer<QCPAxisTickerLog>(new QCPAxisTickerLog));
    else
        axis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
}

QString label_of(const CurveLook& look) {
    switch (look.axis) {
        case CurveAxis::step:
            return PlotText::tr("Step");
        case CurveAxis::samples:
            return PlotText::tr("Samples (image-text pairs)");
        case CurveAxis::seconds:
            break;
    }
    if (look.log_x)
        return look.time_is_estimated ? PlotText::tr("Seconds, estimated from the rate")
                                      : PlotText::tr("Seconds");
    return look.time_is_estimated ? PlotText::tr("Time, estimated from the rate") : PlotText::tr("Time");
}

}  // namespace

void style_plot(QCustomPlot& plot, const QPalette& palette, const QFont& font,
                QPalette::ColorRole background) {
    const QColor text = palette.color(QPalette::Text), line = palette.color(QPalette::PlaceholderText);
    const QColor grid = palette.color(QPalette::Mid);
    plot.setBackground(palette.brush(background));
    for (QCPAxis* const axis : plot.axisRect()->axes()) {
        axis->setBasePen(line);
        axis->setTickPen(line);
        axis->setSubTickPen(line);
        axis->setTickLabelColor(text);
        axis->setLabelColor(text);
        axis->setTickLabelFont(font);
        axis->setLabelFont(font);
        axis->grid()->setPen(QPen(grid, 0, Qt::DotLine));
        axis->grid()->setZeroLinePen(QPen(grid));
    }
}

void style_axes(QCustomPlot& plot, const CurveLook& look) {
    for (QCPAxis* const axis : {plot.xAxis, plot.xAxis2}) scale(axis, look.log_x);
    for (QCPAxis* const axis : {plot.yAxis, plot.yAxis2}) scale(axis, look.log_y);
    if (look.axis == CurveAxis::seconds && !look.log_x) {
        const QSharedPointer<QCPAxisTickerTime> ticker(new QCPAxisTickerTime);
        ticker->setTimeFormat(QStringLiteral("%h:%m:%s"));
        plot.xAxis->setTicker(ticker);
    }
    plot.xAxis->setLabel(label_of(look));
}

}  // namespace gbs::widgets
