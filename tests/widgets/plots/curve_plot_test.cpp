// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/curve_plot.h"

#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QtTest>
#include <cmath>
#include <limits>

#include "support/gui_watchdog.h"
#include "widgets/style/theme.h"

using namespace gbs;
using namespace gbs::widgets;

namespace {

const QString loss = QStringLiteral("loss/total");

CurveTable table_of(const std::vector<double>& values) {
    CurveTable table;
    CurveBlock block;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto step = static_cast<double>(i + 1);
        block.add_row(step, 8 * step, step / 2);
        block.set_value(loss, values[i]);
    }
    table.append(block);
    return table;
}

/// A long noisy curve with one peak.
CurveTable long_table(int rows, int peak_at = -1) {
    CurveTable table;
    CurveBlock block;
    unsigned noise = 1;
    for (int i = 0; i < rows; ++i) {
        noise = noise * 1664525u + 1013904223u;
        block.add_row(i, 8.0 * i, i / 100.0);
        block.set_value(loss, i == peak_at ? 100 : 1 + (noise >> 8) / static_cast<double>(1 << 24));
        if (block.rows() == 4000) {
            table.append(block);
            block = {};
        }
    }
    table.append(block);
    return table;
}

SampledCurves sample(const CurveTable& table, const CurveView& view) {
    const std::atomic<bool> cancelled{false};
    return *sample_curves({{table, loss}}, view, cancelled);
}

void wait_for_drawing(CurvePlot& plot) {
    QSignalSpy drawn(&plot, &CurvePlot::drawn);
    QVERIFY(drawn.wait(20000));
}

double contrast(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& color) {
        const auto linear = [](double c) {
            return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    };
    const double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

}  // namespace

class CurvePlotTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void init() { apply_theme(Theme::light); }
    void rows_are_merged_and_names_may_appear_later();
    void few_points_are_drawn_unchanged();
    void no_peak_is_lost_among_a_million_points();
    void view_has_a_point_on_either_side();
    void smoothing_matches_tensorboard();
    void log_axes_skip_nonpositive_values();
    void nonfinite_values_are_skipped();
    void everything_is_shown_until_the_user_zooms();
    void keys_zoom_pan_and_read_values();
    void axes_have_their_own_positions();
    void a_hidden_plot_does_nothing();
    void colors_and_dashes_differ();
    void figure_is_on_white_in_the_dark_theme();
    void a_million_points_keep_the_window_responsive();
};

void CurvePlotTest::rows_are_merged_and_names_may_appear_later() {
    CurveTable table;
    CurveBlock first, second;
    first.add_row(1, 8, 0);
    first.set_value(loss, 3);
    second.add_row(2, 16, 1);
    second.set_value(QStringLiteral("validation/mean"), 60);
    table.append(first);
    const CurveTable before = table;
    table.append(second);
    QCOMPARE(table.rows(), std::size_t{2});
    QCOMPARE(table.blocks().size(), std::size_t{1});
    QCOMPARE(table.names(), (QStringList{loss, QStringLiteral("validation/mean")}));
    const auto& values = table.blocks().front()->values;
    QCOMPARE(values.at(loss)[0], 3.0);
    QVERIFY(std::isnan(values.at(loss)[1]));
    QVERIFY(std::isnan(values.at(QStringLiteral("validation/mean"))[0]));
    QCOMPARE(before.blocks().front()->rows(), std::size_t{1});  // a copy is unchanged
    QVERIFY(long_table(20000).blocks().size() <= 6);
}

void CurvePlotTest::few_points_are_drawn_unchanged() {
    const SampledCurves drawn = sample(table_of({3, 1, 2}), {});
    QCOMPARE(drawn.curves[0].raw.x, (std::vector<double>{1, 2, 3}));
    QCOMPARE(drawn.curves[0].raw.y, (std::vector<double>{3, 1, 2}));
    QVERIFY(drawn.curves[0].smooth.x.empty());
    QCOMPARE(drawn.low, 1.0);
    QCOMPARE(drawn.high, 3.0);
    QCOMPARE(drawn.lowest, 1.0);
    QCOMPARE(drawn.highest, 3.0);
    QVERIFY(sample({}, {}).curves[0].raw.x.empty());
    QCOMPARE(sample(table_of({5}), {}).curves[0].raw.y, (std::vector<double>{5}));
}

void CurvePlotTest::no_peak_is_lost_among_a_million_points() {
    const CurveTable table = long_table(1'000'000, 654'321);
    CurveView view;
    view.columns = 500;
    const SampledLine line = sample(table, view).curves[0].raw;
    QVERIFY(line.x.size() <= 2u * 500 + 4);
    QVERIFY(line.x.size() >= 900u);
    QVERIFY(std::is_sorted(line.x.begin(), line.x.end()));
    const auto peak = std::max_element(line.y.begin(), line.y.end());
    QCOMPARE(*peak, 100.0);
    QCOMPARE(line.x[static_cast<std::size_t>(peak - line.y.begin())], 654'321.0);
}

void CurvePlotTest::view_has_a_point_on_either_side() {
    CurveView view;
    view.whole = false;
    view.low = 2.5;
    view.high = 4.5;
    SampledCurves drawn = sample(table_of({10, 20, 30, 40, 50, 60}), view);
    QCOMPARE(drawn.curves[0].raw.x, (std::vector<double>{2, 3, 4, 5}));
    QCOMPARE(drawn.lowest, 30.0);
    QCOMPARE(drawn.highest, 40.0);
    view.low = 2.2;
    view.high = 2.8;  // between two points: the line through is still drawn
    drawn = sample(table_of({10, 20, 30, 40}), view);
    QCOMPARE(drawn.curves[0].raw.x, (std::vector<double>{2, 3}));
    QVERIFY(drawn.lowest > drawn.highest);
}

void CurvePlotTest::smoothing_matches_tensorboard() {
    CurveView view;
    view.smoothing = 0.6;
    const SampledLine line = sample(table_of({4, 2, 8, 5}), view).curves[0].smooth;
    double last = 0;
    const double values[] = {4, 2, 8, 5};
    for (std::size_t n = 0; n < 4; ++n) {
        last = last * 0.6 + 0.4 * values[n];
        QVERIFY(std::abs(line.y[n] - last / (1 - std::pow(0.6, n + 1.0))) < 1e-12);
    }
    // A partial view shows the same average as the full view.
    view.whole = false;
    view.low = 2.5;
    view.high = 10;
    const SampledLine part = sample(table_of({4, 2, 8, 5}), view).curves[0].smooth;
    QCOMPARE(part.y.back(), line.y.back());
}

void CurvePlotTest::log_axes_skip_nonpositive_values() {
    CurveTable table = table_of({0, -1, 10, 100});
    CurveView view;
    view.log_y = true;
    QCOMPARE(sample(table, view).curves[0].raw.y, (std::vector<double>{10, 100}));
    CurveTable from_zero = long_table(100);
    view.log_x = true;
    const SampledCurves drawn = sample(from_zero, view);
    QCOMPARE(drawn.low, 1.0);
    QCOMPARE(drawn.curves[0].raw.x.front(), 1.0);
}

void CurvePlotTest::nonfinite_values_are_skipped() {
    const double nan = std::nan(""), infinite = std::numeric_limits<double>::infinity();
    QCOMPARE(sample(table_of({1, nan, infinite, 2}), {}).curves[0].raw.y, (std::vector<double>{1, 2}));
}

void CurvePlotTest::everything_is_shown_until_the_user_zooms() {
    CurvePlot plot(QStringLiteral("Losses"));
    plot.show();
    plot.set_lines({{QStringLiteral("total"), {table_of({3, 1, 2}), loss}, 0, 0}});
    wait_for_drawing(plot);
    QCOMPARE(plot.x_high(), 3.0);
    QVERIFY(plot.y_low() < 1 && plot.y_high() > 3);
    plot.set_lines({{QStringLiteral("total"), {table_of({3, 1, 2, 9}), loss}, 0, 0}});
    wait_for_drawing(plot);
    QCOMPARE(plot.x_high(), 4.0);
    QVERIFY(plot.y_high() > 9);
    QSignalSpy changed(&plot, &CurvePlot::view_changed);
    plot.zoom(2);
    QCOMPARE(changed.count(), 1);
    const double high = plot.x_high();
    QVERIFY(high < 4);
    plot.set_lines({{QStringLiteral("total"), {table_of({3, 1, 2, 9, 5, 6}), loss}, 0, 0}});
    wait_for_drawing(plot);
    QCOMPARE(plot.x_high(), high);
    plot.show_all();
    wait_for_drawing(plot);
    QCOMPARE(plot.x_high(), 6.0);
}

void CurvePlotTest::keys_zoom_pan_and_read_values() {
    CurvePlot plot(QStringLiteral("Losses"));
    plot.resize(500, 300);
    plot.show();
    plot.set_lines({{QStringLiteral("total"), {table_of({3, 1, 2}), loss}, 0, 0}});
    wait_for_drawing(plot);
    const auto readout = [&plot]() -> QString {
        for (const QLabel* const label : plot.findChildren<QLabel*>())
            if (label->isVisible()) return label->text();
        return {};
    };
    QTest::keyClick(&plot, Qt::Key_Right);
    QVERIFY(readout().contains(QStringLiteral("Step 1: total = 3")));
    QTest::keyClick(&plot, Qt::Key_Right);
    QVERIFY(readout().contains(QStringLiteral("Step 2: total = 1")));
    QTest::keyClick(&plot, Qt::Key_Left);
    QVERIFY(readout().contains(QStringLiteral("Step 1")));
    QTest::keyClick(&plot, Qt::Key_Escape);
    QVERIFY(readout().isEmpty());
    QTest::keyClick(&plot, Qt::Key_Plus);
    QVERIFY(plot.x_high() - plot.x_low() < 2);
    const double low = plot.x_low();
    QTest::keyClick(&plot, Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(plot.x_low() > low);
    QSignalSpy all(&plot, &CurvePlot::all_shown);
    QTest::keyClick(&plot, Qt::Key_Home);
    QCOMPARE(all.count(), 1);
    wait_for_drawing(plot);
    QCOMPARE(plot.x_low(), 1.0);
    QCOMPARE(plot.values_at(2.4), QStringLiteral("Step 2: total = 1"));
}

void CurvePlotTest::axes_have_their_own_positions() {
    CurvePlot plot(QStringLiteral("Losses"));
    plot.show();
    plot.set_lines({{QStringLiteral("total"), {table_of({3, 1, 2}), loss}, 0, 0}});
    CurveLook look;
    look.axis = CurveAxis::samples;
    plot.set_look(look);
    wait_for_drawing(plot);
    QCOMPARE(plot.x_high(), 24.0);
    QVERIFY(plot.values_at(16).startsWith(QStringLiteral("16 samples")));
    look.axis = CurveAxis::seconds;
    look.smoothing = 0.5;
    plot.set_look(look);
    wait_for_drawing(plot);
    QCOMPARE(plot.x_high(), 1.5);
    QVERIFY(plot.values_at(1.4).contains(QStringLiteral("smoothed")));
}

void CurvePlotTest::a_hidden_plot_does_nothing() {
    CurvePlot plot(QStringLiteral("Losses"));
    QSignalSpy drawn(&plot, &CurvePlot::drawn);
    plot.set_lines({{QStringLiteral("total"), {table_of({3, 1, 2}), loss}, 0, 0}});
    QVERIFY(!drawn.wait(100));
    plot.show();
    QVERIFY(drawn.wait(20000));
}

void CurvePlotTest::colors_and_dashes_differ() {
    for (const Theme theme : {Theme::light, Theme::dark}) {
        const QColor base = theme_palette(theme, false).color(QPalette::Base);
        for (int i = 0; i < curve_color_count; ++i) {
            QVERIFY2(contrast(curve_color(i, theme == Theme::dark), base) >= 3,
                     qPrintable(QString::number(i)));
            for (int k = 0; k < i; ++k)
                QVERIFY(curve_color(i, theme == Theme::dark) != curve_color(k, theme == Theme::dark));
        }
    }
    for (int i = 1; i < curve_dash_count; ++i) QVERIFY(curve_dash(i) != curve_dash(i - 1));
}

void CurvePlotTest::figure_is_on_white_in_the_dark_theme() {
    apply_theme(Theme::dark);
    CurvePlot plot(QStringLiteral("Losses"));
    plot.resize(500, 300);
    plot.show();
    plot.set_lines({{QStringLiteral("a"), {table_of({3, 1, 2}), loss}, 0, 0},
                    {QStringLiteral("b"), {table_of({2, 2, 1}), loss}, 1, 1}});
    wait_for_drawing(plot);
    const CurvePlot::Figure figure = plot.figure({600, 400});
    QImage image(figure.size, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.drawPicture(0, 0, figure.picture);
    painter.end();
    QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
    QCOMPARE(image.pixelColor(597, 397), QColor(Qt::white));
    bool blue = false;
    for (int y = 0; y < image.height() && !blue; ++y)
        for (int x = 0; x < image.width() && !blue; ++x)
            blue = image.pixelColor(x, y) == curve_color(0, false);
    QVERIFY(blue);
}

void CurvePlotTest::a_million_points_keep_the_window_responsive() {
    const CurveTable table = long_table(1'000'000);
    CurvePlot plot(QStringLiteral("Losses"));
    plot.resize(900, 400);
    plot.show();
    std::vector<CurveLine> lines;
    for (int run = 0; run < 3; ++run)
        lines.push_back({QStringLiteral("total, run %1").arg(run), {table, loss}, run, run});
    plot.set_lines(lines);
    CurveLook look;
    look.smoothing = 0.9;
    plot.set_look(look);
    wait_for_drawing(plot);
    const double longest = best_of(3, gui_budget_ms, [&] {
        GuiWatchdog watchdog;
        for (int i = 0; i < 6; ++i) {
            i % 2 ? plot.zoom(1.5) : plot.pan(0.1);
            QSignalSpy drawn(&plot, &CurvePlot::drawn);
            drawn.wait(20000);
            watchdog.wait_turns(3);
        }
        // Growing curves are set again.
        plot.set_lines(lines);
        plot.show_all();
        QSignalSpy drawn(&plot, &CurvePlot::drawn);
        drawn.wait(20000);
        watchdog.wait_turns(3);
        if (watchdog.turns() < 10) return 1e9;
        return watchdog.longest_cpu_ms();
    });
    qInfo("the longest turn of the window took %.1f ms", longest);
    QVERIFY2(longest < gui_budget_ms, qPrintable(QString::number(longest)));
}

QTEST_MAIN(CurvePlotTest)
#include "curve_plot_test.moc"
