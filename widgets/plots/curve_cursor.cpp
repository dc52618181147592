// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/curve_cursor.h"

#include <QEvent>
#include <algorithm>

#include "widgets/plots/qcustomplot.h"

namespace gbs::widgets {

namespace {
const QString layer_name = QStringLiteral("cursor");
}

CurveCursor::CurveCursor(QCustomPlot& plot, QWidget* parent) : QLabel(parent), plot_(plot) {
    // Its own layer, so that moving it does not redraw the curves.
    plot.addLayer(layer_name, nullptr, QCustomPlot::limAbove);
    plot.layer(layer_name)->setMode(QCPLayer::lmBuffered);
    line_ = new QCPItemStraightLine(&plot);
    line_->setLayer(layer_name);
    line_->setVisible(false);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setMargin(4);
    setTextFormat(Qt::RichText);
    hide();
    take_palette();
}

void CurveCursor::show_at(double x, const std::vector<CurveReading>& readings,
                          const std::vector<CurveLine>& lines) {
    x_ = x;
    const bool dark = palette().color(QPalette::ToolTipBase).lightness() < 128;
    QStringList texts;
    for (const CurveReading& reading : readings)
        texts << QStringLiteral("<span style='color:%1'>■</span> %2")
                     .arg(curve_color(lines[reading.line].color, dark).name(), reading.text.toHtmlEscaped());
    setText(texts.join(QStringLiteral("<br>")));
    adjustSize();
    const QRect area = plot_.axisRect()->rect().translated(plot_.pos());
    const int place = static_cast<int>(plot_.xAxis->coordToPixel(x)) + plot_.x();
    // On the side with more room, so that the line stays visible.
    const int left = place > area.center().x() ? place - width() - 8 : place + 8;
    move(std::clamp(left, 0, std::max(0, parentWidget()->width() - width())), area.top() + 4);
    show();
    raise();
    line_->point1->setCoords(x, plot_.yAxis->range().lower);
    line_->point2->setCoords(x, plot_.yAxis->range().upper);
    line_->setVisible(true);
    line_->layer()->replot();
}

void CurveCursor::put_away() {
    if (isHidden()) return;
    hide();
    line_->setVisible(false);
    line_->layer()->replot();
}

void CurveCursor::take_palette() {
    line_->setPen(QPen(palette().color(QPalette::PlaceholderText), 0, Qt::DashLine));
}

void CurveCursor::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) take_palette();
}

}  // namespace gbs::widgets
