// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/curve_plot.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "widgets/plots/curve_cursor.h"
#include "widgets/plots/plot_style.h"
#include "widgets/plots/qcustomplot.h"
#include "widgets/style/icons.h"
#include "widgets/style/theme.h"

namespace gbs::widgets {

namespace {

/// Maximum number of points per plot; more would make the window unresponsive.
constexpr int max_points = 9'000;
constexpr int min_columns = 60;
constexpr double min_relative_width = 1e-9;  ///< of the view; less exceeds the precision of double

bool is_dark(const QPalette& palette) {
    return palette.color(QPalette::Base).lightness() < 128;
}

}  // namespace

CurvePlot::CurvePlot(const QString& title, QWidget* parent)
    : QWidget(parent),
      title_(title),
      sampler_(new CurveSampler(this)),
      timer_(new QTimer(this)),
      plot_(new QCustomPlot),
      graphs_(*plot_),
      cursor_(new CurveCursor(*plot_, this)),
      full_size_(new QToolButton(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(title);
    setToolTip(
        tr("Drag to pan. Click, then turn the wheel to zoom x, or y with Shift. Double-click to show all.\n"
           "Left and Right step through the values, + and − zoom, Home shows all, Enter enlarges."));
    // The plot itself has the focus and the key.
    full_size_->setFocusPolicy(Qt::NoFocus);
    full_size_->setAutoRaise(true);
    connect(full_size_, &QToolButton::clicked, this, &CurvePlot::full_size_requested);
    set_full_size(false);
    build_plot();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->addWidget(plot_);
    timer_->setSingleShot(true);
    timer_->setInterval(0);
    connect(timer_, &QTimer::timeout, this, &CurvePlot::request_samples);
    connect(sampler_, &CurveSampler::sampled, this, &CurvePlot::take_samples);
    connect_mouse();
    show_axes();
    take_palette(palette());
}

CurvePlot::~CurvePlot() = default;

void CurvePlot::build_plot() {
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->setMouseTracking(true);
    plot_->setLocale(QLocale());
    plot_->setNoAntialiasingOnDrag(true);
    plot_->setPlottingHint(QCP::phFastPolylines, true);
    plot_->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot_->installEventFilter(this);
    heading_ = new QCPTextElement(plot_, title_);
    plot_->plotLayout()->insertRow(0);
    plot_->plotLayout()->addElement(0, 0, heading_);
    plot_->plotLayout()->setRowSpacing(2);
    plot_->axisRect()->setupFullAxesBox();
    plot_->axisRect()->setMinimumMargins(QMargins(4, 2, 8, 2));
    QCPLegend* const legend = plot_->legend;
    plot_->axisRect()->insetLayout()->take(legend);
    plot_->plotLayout()->addElement(2, 0, legend);
    plot_->plotLayout()->setRowStretchFactor(2, 0.001);
    legend->setFillOrder(QCPLegend::foColumnsFirst);
    legend->setBorderPen(Qt::NoPen);
    legend->setBrush(Qt::NoBrush);
    legend->setRowSpacing(0);
    legend->setMargins(QMargins(4, 0, 4, 2));
}

void CurvePlot::connect_mouse() {
    connect(plot_, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        if (event->buttons() == Qt::NoButton && plot_->axisRect()->rect().contains(event->pos()))
            put_cursor(plot_->xAxis->pixelToCoord(event->pos().x()));
        else
            put_cursor({});
    });
    connect(plot_, &QCustomPlot::mouseWheel, this, [this](QWheelEvent* event) {
        const bool vertical = event->modifiers().testFlag(Qt::ShiftModifier);
        plot_->axisRect()->setRangeZoom(vertical ? Qt::Vertical : Qt::Horizontal);
    });
    connect(plot_, &QCustomPlot::mouseDoubleClick, this, [this] {
        show_all();
        Q_EMIT all_shown();
    });
    connect(plot_->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
            [this](const QCPRange& range) {
                if (!setting_) change_view(range.lower, range.upper);
            });
    connect(plot_->yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this] {
        if (setting_) return;
        auto_y_ = false;
        plot_->replot(QCustomPlot::rpQueuedReplot);
    });
}

void CurvePlot::take_palette(const QPalette& palette) {
    style_plot(*plot_, palette, font());
    const QColor text = palette.color(QPalette::Text);
    QFont bold = font();
    bold.setBold(true);
    heading_->setFont(bold);
    heading_->setTextColor(text);
    plot_->legend->setFont(font());
    plot_->legend->setIconSize(26, fontMetrics().height());  // a smaller height would cut off descenders
    plot_->legend->setTextColor(text);
    for (int i = 0; i < plot_->legend->itemCount(); ++i) {
        QCPAbstractLegendItem* const item = plot_->legend->item(i);
        if (!item) continue;  // an empty cell at the end of a wrapped legend
        item->setFont(font());
        item->setTextColor(text);
    }
    graphs_.set_pens(look_.smoothing > 0, is_dark(palette));
}

void CurvePlot::set_lines(std::vector<CurveLine> lines) {
    const bool same = std::equal(lines.begin(), lines.end(), lines_.begin(), lines_.end(),
                                 [](const CurveLine& a, const CurveLine& b) {
                                     return a.name == b.name && a.color == b.color && a.dash == b.dash;
                                 });
    lines_ = std::move(lines);
    if (!same) {
        graphs_.make(lines_);
        drawn_ = {};
        graphs_.wrap_legend(plot_->width());
        take_palette(palette());
    }
    want_samples();
}

void CurvePlot::set_look(const CurveLook& look) {
    if (look == look_) return;
    // The old view is meaningless on another axis, and may be invalid on a logarithmic one.
    if (look.axis != look_.axis || look.log_x != look_.log_x) whole_ = true;
    look_ = look;
    auto_y_ = true;
    show_axes();
    want_samples();
}

void CurvePlot::show_axes() {
    setting_ = true;
    style_axes(*plot_, look_);
    setting_ = false;
}

double CurvePlot::x_low() const {
    return plot_->xAxis->range().lower;
}
double CurvePlot::x_high() const {
    return plot_->xAxis->range().upper;
}
double CurvePlot::y_low() const {
    return plot_->yAxis->range().lower;
}
double CurvePlot::y_high() const {
    return plot_->yAxis->range().upper;
}

void CurvePlot::set_x_range(double low, double high) {
    if (!(low < high) || (low == x_low() && high == x_high() && !whole_)) return;
    whole_ = false;
    cursor_->put_away();
    set_view(low, high);
    want_samples();
}

void CurvePlot::show_all() {
    whole_ = auto_y_ = true;
    want_samples();
}

void CurvePlot::set_view(double low, double high) {
    setting_ = true;
    plot_->xAxis->setRange(low, high);
    setting_ = false;
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

/// The user panned or zoomed.
void CurvePlot::change_view(double low, double high) {
    whole_ = false;
    cursor_->put_away();
    set_view(low, high);
    want_samples();
    Q_EMIT view_changed(low, high);
}

double CurvePlot::to_axis(double x) const {
    return look_.log_x ? std::log(x) : x;
}
double CurvePlot::from_axis(double value) const {
    return look_.log_x ? std::exp(value) : value;
}

void CurvePlot::zoom(double factor) {
    const double low = to_axis(x_low()), high = to_axis(x_high());
    const double middle = (low + high) / 2, half = (high - low) / 2 / factor;
    if (!(half > min_relative_width * std::max(1.0, std::abs(middle)))) return;
    change_view(from_axis(middle - half), from_axis(middle + half));
}

void CurvePlot::pan(double share) {
    const double low = to_axis(x_low()), high = to_axis(x_high()), shift = share * (high - low);
    change_view(from_axis(low + shift), from_axis(high + shift));
}

void CurvePlot::want_samples() {
    stale_ = true;
    if (isVisible()) timer_->start();
}

void CurvePlot::request_samples() {
    if (!isVisible()) return;
    stale_ = false;
    std::vector<CurveSource> sources;
    for (const CurveLine& line : lines_) sources.push_back(line.source);
    CurveView view{look_.axis,  whole_,      x_low(),         x_high(),
                   look_.log_x, look_.log_y, look_.smoothing, std::max(1, plot_->axisRect()->width())};
    // Two points per column and line, one more with a smoothed line.
    const int points = static_cast<int>(lines_.size()) * (look_.smoothing > 0 ? 3 : 2);
    if (points > 0)
        view.columns = std::clamp(max_points / points, min_columns, std::max(min_columns, view.columns));
    sampler_->request(std::move(sources), view);
}

void CurvePlot::take_samples(const SampledCurves& curves) {
    if (curves.curves.size() != lines_.size()) return;
    drawn_ = curves;
    if (whole_ && curves.low <= curves.high) {
        const double spread = curves.high > curves.low ? 0 : std::max(0.5, std::abs(curves.low) * 0.01);
        set_view(curves.low - (look_.log_x ? 0 : spread), curves.high + spread);
    }
    if (auto_y_) fit_y();
    graphs_.put(curves.curves, look_.smoothing > 0, is_dark(palette()));
    setAccessibleDescription(values_at(x_high()));
    plot_->replot(QCustomPlot::rpQueuedReplot);
    Q_EMIT drawn();
}

void CurvePlot::fit_y() {
    if (!(drawn_.lowest <= drawn_.highest)) return;
    double low = drawn_.lowest, high = drawn_.highest;
    if (look_.log_y) {
        const double margin = high > low ? std::pow(high / low, 0.05) : 2;
        low /= margin;
        high *= margin;
    } else {
        const double margin = high > low ? 0.05 * (high - low) : std::max(0.5 * std::abs(high), 1e-9);
        low -= margin;
        high += margin;
    }
    setting_ = true;
    plot_->yAxis->setRange(low, high);
    setting_ = false;
}

QString CurvePlot::values_at(double x) const {
    QStringList texts;
    for (const CurveReading& reading : read_curves(lines_, look_, drawn_, x)) texts << reading.text;
    return texts.join(QLatin1Char('\n'));
}

void CurvePlot::show_values(double x) {
    const std::vector<CurveReading> readings = read_curves(lines_, look_, drawn_, x);
    if (readings.empty())
        cursor_->put_away();
    else
        cursor_->show_at(x, readings, lines_);
}

void CurvePlot::step_values(int direction) {
    const bool hidden = cursor_->isHidden();
    const double from = !hidden ? cursor_->x() : direction > 0 ? x_low() : x_high();
    const auto next = next_point(drawn_, from, direction, hidden);
    if (next && *next >= x_low() && *next <= x_high()) put_cursor(*next);
}

void CurvePlot::set_cursor(std::optional<double> x) {
    if (x && *x >= x_low() && *x <= x_high())
        show_values(*x);
    else
        cursor_->put_away();
}

/// The user moved the cursor.
void CurvePlot::put_cursor(std::optional<double> x) {
    const bool was_shown = !cursor_->isHidden();
    set_cursor(x);
    if (x || was_shown) Q_EMIT cursor_moved(x);
}

void CurvePlot::set_full_size(bool full) {
    full_size_->setIcon(line_icon(full ? QStringLiteral("full-size-off") : QStringLiteral("full-size")));
    full_size_->setToolTip(full ? tr("Show all plots again (Enter)") : tr("Show this plot alone (Enter)"));
    full_size_->setAccessibleName(full_size_->toolTip());
}

CurvePlot::Figure CurvePlot::figure(QSize size) {
    Figure result;
    result.size = size;
    result.dpi = logicalDpiX();
    cursor_->put_away();
    take_palette(theme_palette(Theme::light, false));
    plot_->setBackground(QBrush(Qt::white));
    graphs_.wrap_legend(size.width());
    {
        QCPPainter painter;
        painter.begin(&result.picture);
        painter.setMode(QCPPainter::pmVectorized);
        plot_->toPainter(&painter, size.width(), size.height());
    }
    graphs_.wrap_legend(plot_->width());
    take_palette(palette());
    plot_->replot(QCustomPlot::rpQueuedReplot);
    return result;
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Leave) put_cursor({});
    if (event->type() == QEvent::Wheel) {
        // Scrolling a page of plots must not zoom them.
        auto* const wheel = static_cast<QWheelEvent*>(event);
        if (!hasFocus() && !wheel->modifiers().testFlag(Qt::ControlModifier)) {
            wheel->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CurvePlot::keyPressEvent(QKeyEvent* event) {
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
        case Qt::Key_Left:
            control ? pan(-0.1) : step_values(-1);
            break;
        case Qt::Key_Right:
            control ? pan(0.1) : step_values(1);
            break;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoom(1.25);
            break;
        case Qt::Key_Minus:
            zoom(0.8);
            break;
        case Qt::Key_Home:
            show_all();
            Q_EMIT all_shown();
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            Q_EMIT full_size_requested();
            break;
        case Qt::Key_Escape:
            if (cursor_->isHidden()) return QWidget::keyPressEvent(event);
            put_cursor({});
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

void CurvePlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    take_palette(palette());
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    cursor_->put_away();
    graphs_.wrap_legend(width());
    const QSize button = full_size_->sizeHint();
    full_size_->setGeometry(
        QStyle::visualRect(layoutDirection(), rect(), {QPoint(width() - button.width() - 4, 4), button}));
    full_size_->raise();
    want_samples();
}

void CurvePlot::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_) timer_->start();
}

void CurvePlot::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void CurvePlot::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void CurvePlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(
        QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid), hasFocus() ? 2 : 1));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

}  // namespace gbs::widgets
