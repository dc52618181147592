// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/map_histogram.h"

#include <QSignalSpy>
#include <QTest>

#include "widgets/lists/layer_panel.h"

using namespace gbs::widgets;

class MapHistogramTest : public QObject {
    Q_OBJECT

    static HeatmapLayer map() {
        HeatmapLayer made;
        made.grid = {2, 2};
        made.values = {0.1F, 0.1F, 0.4F, 0.8F};
        made.lowest = 0.1F;
        made.highest = made.peak_value = 0.8F;
        return made;
    }

 private Q_SLOTS:
    void values_are_counted() {
        MapHistogram histogram;
        histogram.set_map(map());
        QCOMPARE(histogram.counts().size(), 64);
        QCOMPARE(histogram.counts()[6], 2);
        QCOMPARE(histogram.counts()[25], 1);
        QCOMPARE(histogram.counts()[51], 1);
        histogram.set_map({});
        QVERIFY(histogram.counts().isEmpty());
    }

    void dragging_a_handle_sets_custom_limits() {
        LayerStack stack;
        LayerPanel panel(&stack);
        panel.resize(320, 600);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.set_maps({map(), map(), map()});
        auto* const histogram = panel.findChild<MapHistogram*>();
        QCOMPARE(histogram->range(), (gbs::ValueRange{0.1F, 0.8F}));  // each map's own
        QSignalSpy dragged(histogram, &MapHistogram::range_dragged);
        const auto x = [histogram](double value) {
            return QPoint(static_cast<int>(5 + value * (histogram->width() - 10)), 20);
        };
        QTest::mousePress(histogram, Qt::LeftButton, {}, x(0.78));
        QTest::mouseMove(histogram, x(0.5));
        QTest::mouseRelease(histogram, Qt::LeftButton, {}, x(0.5));
        QVERIFY(!dragged.isEmpty());
        QCOMPARE(stack.style(LayerKind::mean).limits, gbs::Limits::typed);
        QVERIFY(std::abs(stack.style(LayerKind::mean).typed.high - 0.5F) < 0.03F);
        QVERIFY(std::abs(stack.style(LayerKind::mean).typed.low - 0.1F) < 0.011F);
        // The keys move the handle that was moved last.
        const float before = histogram->range().high;
        QTest::keyClick(histogram, Qt::Key_Right);
        QVERIFY(histogram->range().high > before);
    }
};

QTEST_MAIN(MapHistogramTest)
#include "map_histogram_test.moc"
