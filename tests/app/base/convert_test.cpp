// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/convert.h"

#include <QTest>
#include <random>

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

/// The widgets interpolate maps with their own code: it must agree with core.
class ConvertTest : public QObject {
    Q_OBJECT

    static Heatmap random_map(int width, int height) {
        std::mt19937 random(7);
        std::uniform_real_distribution<float> uniform(0, 1);
        std::vector<float> values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
        for (float& value : values) value = uniform(random);
        return Heatmap(width, height, std::move(values));
    }

 private Q_SLOTS:
    void values_agree_with_core_data() {
        QTest::addColumn<QSize>("grid");
        QTest::addColumn<QSize>("photo");
        QTest::newRow("coarse map") << QSize(7, 5) << QSize(61, 47);
        QTest::newRow("one cell") << QSize(1, 1) << QSize(9, 9);
        QTest::newRow("photo smaller than map") << QSize(28, 28) << QSize(10, 12);
        QTest::newRow("one pixel") << QSize(28, 28) << QSize(1, 1);
    }
    void values_agree_with_core() {
        QFETCH(QSize, grid);
        QFETCH(QSize, photo);
        const Heatmap map = random_map(grid.width(), grid.height());
        const HeatmapLayer layer = to_layer(QStringLiteral("mean"), map, photo);
        const Heatmap expected = map.resized(photo.width(), photo.height());
        for (int y = 0; y < photo.height(); ++y)
            for (int x = 0; x < photo.width(); ++x)
                QVERIFY(std::abs(value_at(layer, photo, {x, y}) - expected.at(x, y)) < 1e-5F);
        const Peak peak = map.resized_peak(photo.width(), photo.height());
        QCOMPARE(layer.peak, QPoint(peak.x, peak.y));
        QVERIFY(std::abs(value_at(layer, photo, layer.peak) - layer.peak_value) < 1e-5F);
    }
    void paths_in_any_script_survive() {
        const QString path = QStringLiteral("/tmp/Hündchen/狗.jpg");
        QCOMPARE(to_qstring(to_path(path)), path);
    }
};

QTEST_APPLESS_MAIN(ConvertTest)
#include "convert_test.moc"
