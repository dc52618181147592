#include "widgets/curve_plot.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "widgets/curve_readout.h"
#include "widgets/qcustomplot.h"
#include "widgets/theme.h"

namespace gbs {

namespace {

/// All points that one plot draws at most: above this a replot would hold up the window.
constexpr int most_points = 9'000;
constexpr int fewest_columns = 60;
/// Dashes along a dense line cost seconds; above this many points they go along x.
constexpr std::size_t few_points = 200;
constexpr double closest_steps = 1e-9;  ///< of the place: closer than this a double cannot count

bool is_dark(const QPalette& palette) {
    return palette.color(QPalette::Base).lightness() < 128;
}

/// Whether a pixel column lies in a gap of that dash.
bool in_gap(int dash, double column) {
    // Widths of strokes and gaps, in pixels.
    static constexpr int patterns[curve_dash_count][6] = {
        {1, 0}, {12, 6}, {3, 4}, {12, 5, 3, 5}, {12, 5, 3, 5, 3, 5}};
    const auto& pattern = patterns[dash % curve_dash_count];
    const int length = std::accumulate(std::begin(pattern), std::end(pattern), 0);
    int place = static_cast<int>(std::fmod(column, length));
    for (int i = 0; i < 6; ++i) {
        if (place < pattern[i]) return i % 2 == 1;
        place -= pattern[i];
    }
    return false;
}

}  // namespace

CurvePlot::CurvePlot(const QString& title, QWidget* parent)
    : QWidget(parent),
      title_(title),
      sampler_(new CurveSampler(this)),
      timer_(new QTimer(this)),
      plot_(new QCustomPlot),
      values_(new QLabel(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(title);
    setToolTip(
        tr("Drag: move. Click, then wheel: zoom x, with Shift y. Double click: all of it.\n"
           "Left and Right walk along the values, + and − zoom, Home shows all."));
    build_plot();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->addWidget(plot_);
    values_->setAttribute(Qt::WA_TransparentForMouseEvents);
    values_->setAutoFillBackground(true);
    values_->setBackgroundRole(QPalette::ToolTipBase);
    values_->setForegroundRole(QPalette::ToolTipText);
    values_->setMargin(4);
    values_->setTextFormat(Qt::RichText);
    values_->hide();
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
    legend->setIconSize(26, 10);
    legend->setRowSpacing(0);
    legend->setMargins(QMargins(4, 0, 4, 2));
    // The cursor moves often; on a layer of its own the curves need not be drawn again for it.
    plot_->addLayer(QStringLiteral("cursor"), nullptr, QCustomPlot::limAbove);
    plot_->layer(QStringLiteral("cursor"))->setMode(QCPLayer::lmBuffered);
    cursor_ = new QCPItemStraightLine(plot_);
    cursor_->setLayer(QStringLiteral("cursor"));
    cursor_->setVisible(false);
}

void CurvePlot::connect_mouse() {
    connect(plot_, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        if (event->buttons() == Qt::NoButton && plot_->axisRect()->rect().contains(event->pos()))
            show_values(plot_->xAxis->pixelToCoord(event->pos().x()));
        else
            hide_values();
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
    const QColor text = palette.color(QPalette::Text), line = palette.color(QPalette::PlaceholderText);
    QColor grid = palette.color(QPalette::Mid);
    plot_->setBackground(palette.brush(QPalette::Base));
    for (QCPAxis* const axis : plot_->axisRect()->axes()) {
        axis->setBasePen(line);
        axis->setTickPen(line);
        axis->setSubTickPen(line);
        axis->setTickLabelColor(text);
        axis->setLabelColor(text);
        axis->setTickLabelFont(font());
        axis->setLabelFont(font());
        axis->grid()->setPen(QPen(grid, 0, Qt::DotLine));
        axis->grid()->setZeroLinePen(QPen(grid));
    }
    QFont bold = font();
    bold.setBold(true);
    heading_->setFont(bold);
    heading_->setTextColor(text);
    plot_->legend->setFont(font());
    plot_->legend->setTextColor(text);
    for (int i = 0; i < plot_->legend->itemCount(); ++i) {
        plot_->legend->item(i)->setFont(font());
        plot_->legend->item(i)->setTextColor(text);
    }
    cursor_->setPen(QPen(line, 0, Qt::DashLine));
    pen_graphs(is_dark(palette));
}

void CurvePlot::set_lines(std::vector<CurveLine> lines) {
    const bool same = std::equal(lines.begin(), lines.end(), lines_.begin(), lines_.end(),
                                 [](const CurveLine& a, const CurveLine& b) {
                                     return a.name == b.name && a.color == b.color && a.dash == b.dash;
                                 });
    lines_ = std::move(lines);
    if (!same) make_graphs();
    want_samples();
}

void CurvePlot::make_graphs() {
    plot_->clearGraphs();
    raw_.clear();
    smooth_.clear();
    keys_.clear();
    drawn_ = {};
    plot_->setAutoAddPlottableToLegend(false);
    for (const CurveLine& line : lines_) {
        raw_.push_back(plot_->addGraph());
        raw_.back()->setName(line.name);
    }
    // Above all raw ones.
    for (const CurveLine& line : lines_) {
        smooth_.push_back(plot_->addGraph());
        smooth_.back()->setName(line.name);
        // What the legend shows: its pen has the dash, also where the lines themselves have gaps instead.
        keys_.push_back(plot_->addGraph());
        keys_.back()->setName(line.name);
        keys_.back()->addToLegend();
    }
    plot_->legend->setVisible(lines_.size() > 1);
    wrap_legend(plot_->width());
    take_palette(palette());
}

void CurvePlot::pen_graphs(bool dark) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const QColor color = curve_color(lines_[i].color, dark);
        QColor pale = color;
        pale.setAlphaF(0.35F);
        const bool smoothed = look_.smoothing > 0;
        const auto pen = [&](const SampledLine& line, double width) {
            return QPen(color, width,
                        line.x.size() > few_points ? Qt::SolidLine : curve_dash(lines_[i].dash));
        };
        const SampledCurve curve = i < drawn_.curves.size() ? drawn_.curves[i] : SampledCurve();
        const bool dense = curve.raw.x.size() > few_points;
        raw_[i]->setPen(smoothed ? QPen(pale, 1) : pen(curve.raw, dense ? 1 : 1.4));
        smooth_[i]->setPen(pen(curve.smooth, 1.8));
        keys_[i]->setPen(QPen(color, 1.8, curve_dash(lines_[i].dash)));
        // A hairline of many points is much quicker without.
        raw_[i]->setAntialiased(!smoothed && !dense);
    }
}

void CurvePlot::wrap_legend(int width) {
    int widest = 1;
    for (const CurveLine& line : lines_)
        widest = std::max(widest, QFontMetrics(font()).horizontalAdvance(line.name) + 48);
    plot_->legend->setWrap(std::max(1, (width - 16) / widest));
    plot_->legend->setFillOrder(QCPLegend::foColumnsFirst, true);
}

void CurvePlot::set_look(const CurveLook& look) {
    if (look == look_) return;
    // A view from before would lie elsewhere, or where a logarithm has no place.
    if (look.axis != look_.axis || look.log_x != look_.log_x) whole_ = true;
    look_ = look;
    auto_y_ = true;
    show_axes();
    pen_graphs(is_dark(palette()));
    want_samples();
}

void CurvePlot::show_axes() {
    setting_ = true;
    const auto scale = [](QCPAxis* axis, bool log) {
        axis->setScaleType(log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
        axis->setNumberFormat(log ? QStringLiteral("eb") : QStringLiteral("gb"));
        axis->setNumberPrecision(log ? 0 : 6);
        if (log)
            axis->setTicker(QSharedPointer<QCPAxisTickerLog>(new QCPAxisTickerLog));
        else
            axis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    };
    scale(plot_->xAxis, look_.log_x);
    scale(plot_->xAxis2, look_.log_x);
    scale(plot_->yAxis, look_.log_y);
    scale(plot_->yAxis2, look_.log_y);
    if (look_.axis == CurveAxis::seconds && !look_.log_x) {
        const QSharedPointer<QCPAxisTickerTime> ticker(new QCPAxisTickerTime);
        ticker->setTimeFormat(QStringLiteral("%h:%m:%s"));
        plot_->xAxis->setTicker(ticker);
    }
    switch (look_.axis) {
        case CurveAxis::step:
            plot_->xAxis->setLabel(tr("Step"));
            break;
        case CurveAxis::samples:
            plot_->xAxis->setLabel(tr("Samples (pairs of photo and text)"));
            break;
        case CurveAxis::seconds:
            plot_->xAxis->setLabel(
                look_.log_x
                    ? (look_.time_is_estimated ? tr("Seconds, estimated from the rate") : tr("Seconds"))
                    : (look_.time_is_estimated ? tr("Time, estimated from the rate") : tr("Time")));
            break;
    }
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

/// A person moved or zoomed.
void CurvePlot::change_view(double low, double high) {
    whole_ = false;
    hide_values();
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
    if (!(half > closest_steps * std::max(1.0, std::abs(middle)))) return;
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
    // Two points a column and line, one more where there is a smooth line as well.
    const int points = static_cast<int>(lines_.size()) * (look_.smoothing > 0 ? 3 : 2);
    if (points > 0)
        view.columns =
            std::clamp(most_points / points, fewest_columns, std::max(fewest_columns, view.columns));
    sampler_->request(std::move(sources), view);
}

void CurvePlot::take_samples(const SampledCurves& curves) {
    if (curves.curves.size() != raw_.size()) return;
    drawn_ = curves;
    if (whole_ && curves.low <= curves.high) {
        const double spread = curves.high > curves.low ? 0 : std::max(0.5, std::abs(curves.low) * 0.01);
        set_view(curves.low - (look_.log_x ? 0 : spread), curves.high + spread);
    }
    if (auto_y_) fit_y();
    draw_samples();
    setAccessibleDescription(values_at(x_high()));
    plot_->replot(QCustomPlot::rpQueuedReplot);
    Q_EMIT drawn();
}

void CurvePlot::draw_samples() {
    for (std::size_t i = 0; i < raw_.size(); ++i) {
        const auto put = [&](QCPGraph* graph, const SampledLine& line, bool gaps) {
            QVector<double> x(line.x.begin(), line.x.end()), y(line.y.begin(), line.y.end());
            if (gaps && line.x.size() > few_points)
                for (int k = 0; k < x.size(); ++k)
                    if (in_gap(lines_[i].dash, std::max(0.0, plot_->xAxis->coordToPixel(x[k]))))
                        y[k] = qQNaN();
            graph->setData(x, y, true);
        };
        put(raw_[i], drawn_.curves[i].raw, look_.smoothing <= 0);
        put(smooth_[i], drawn_.curves[i].smooth, true);
    }
    pen_graphs(is_dark(palette()));
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
    if (readings.empty()) return hide_values();
    cursor_x_ = x;
    QStringList texts;
    for (const CurveReading& reading : readings)
        texts << QStringLiteral("<span style='color:%1'>■</span> %2")
                     .arg(curve_color(lines_[reading.line].color, is_dark(palette())).name(),
                          reading.text.toHtmlEscaped());
    values_->setText(texts.join(QStringLiteral("<br>")));
    values_->adjustSize();
    const int place = static_cast<int>(plot_->xAxis->coordToPixel(x)) + plot_->x();
    // On the side that has more room, so that the cursor stays in sight.
    const int left = place > width() / 2 ? place - values_->width() - 8 : place + 8;
    values_->move(std::clamp(left, 0, std::max(0, width() - values_->width())),
                  plot_->y() + plot_->axisRect()->top() + 4);
    values_->show();
    values_->raise();
    cursor_->point1->setCoords(x, y_low());
    cursor_->point2->setCoords(x, y_high());
    cursor_->setVisible(true);
    cursor_->layer()->replot();
}

void CurvePlot::hide_values() {
    if (values_->isHidden()) return;
    values_->hide();
    cursor_->setVisible(false);
    cursor_->layer()->replot();
}

void CurvePlot::step_values(int direction) {
    const bool hidden = values_->isHidden();
    const double from = !hidden ? cursor_x_ : direction > 0 ? x_low() : x_high();
    const auto next = next_point(drawn_, from, direction, hidden);
    if (next && *next >= x_low() && *next <= x_high()) show_values(*next);
}

CurvePlot::Figure CurvePlot::figure(QSize size) {
    Figure result;
    result.size = size;
    result.dpi = logicalDpiX();
    hide_values();
    take_palette(theme_palette(Theme::light, false));
    plot_->setBackground(QBrush(Qt::white));
    wrap_legend(size.width());
    {
        QCPPainter painter;
        painter.begin(&result.picture);
        painter.setMode(QCPPainter::pmVectorized);
        plot_->toPainter(&painter, size.width(), size.height());
    }
    wrap_legend(plot_->width());
    take_palette(palette());
    plot_->replot(QCustomPlot::rpQueuedReplot);
    return result;
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Leave) hide_values();
    if (event->type() == QEvent::Wheel) {
        // A wheel that turns through a page of plots must not zoom each that it passes.
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
        case Qt::Key_Escape:
            if (values_->isHidden()) return QWidget::keyPressEvent(event);
            hide_values();
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
    hide_values();
    wrap_legend(width());
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

}  // namespace gbs
