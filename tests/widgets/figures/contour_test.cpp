// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/figures/contour.h"

#include <QTest>
#include <cmath>

#include "support/test_layers.h"

using namespace gbs;
using namespace gbs::widgets;

class ContourTest : public QObject {
    Q_OBJECT

    static constexpr QSize photo_{400, 300};

    static QPainterPath trace(const HeatmapLayer& layer, float threshold, double zoom, const QRectF& area,
                              double spacing = 2) {
        return contour(layer, threshold, photo_, area, QTransform::fromScale(zoom, zoom), spacing);
    }
    /// An independent bilinear interpolation at a continuous photo position.
    static double expected_value(const HeatmapLayer& layer, QPointF place) {
        const auto cell = [](double at, int size, int cells) {
            return std::clamp(at * cells / size - 0.5, 0.0, cells - 1.0);
        };
        const double x = cell(place.x(), photo_.width(), layer.grid.width());
        const double y = cell(place.y(), photo_.height(), layer.grid.height());
        double value = 0;
        for (int row = 0; row < layer.grid.height(); ++row)
            for (int column = 0; column < layer.grid.width(); ++column)
                value += static_cast<double>(layer.values[row * layer.grid.width() + column]) *
                         std::max(0.0, 1 - std::abs(x - column)) * std::max(0.0, 1 - std::abs(y - row));
        return value;
    }

 private Q_SLOTS:
    void line_follows_the_threshold_at_any_zoom() {
        const HeatmapLayer layer = make_layer(
            QStringLiteral("hill"), {4, 3}, {0, .1F, .2F, .1F, .3F, .9F, .7F, .2F, .1F, .3F, .4F, 0}, photo_);
        for (const double zoom : {0.5, 1.0, 8.0}) {
            const QPointF corner = QPointF(150, 100) * zoom;
            const QRectF area = zoom > 2 ? QRectF(corner, QSizeF(300, 200))
                                         : QRectF(0, 0, photo_.width() * zoom, photo_.height() * zoom);
            const QPainterPath path = trace(layer, 0.5F, zoom, area);
            QVERIFY(path.elementCount() > 10);
            int inside = 0;
            for (int i = 0; i < path.elementCount(); ++i) {
                const QPointF at = path.elementAt(i);
                if (!area.adjusted(1, 1, -1, -1).contains(at)) continue;
                ++inside;
                // With this slope, 0.01 is well below a device pixel.
                QVERIFY(std::abs(expected_value(layer, at / zoom) - 0.5) < 0.01);
            }
            QVERIFY(inside > 10);
        }
    }

    void inside_is_above_and_outside_below_the_threshold() {
        const HeatmapLayer layer =
            make_layer(QStringLiteral("two"), {5, 3},
                       {0, .9F, 0, .8F, .9F, .1F, .2F, .1F, 0, .7F, .9F, 0, 0, .1F, 0}, photo_);
        const QPainterPath path = trace(layer, 0.5F, 1, QRectF({0, 0}, QSizeF(photo_)));
        for (int y = 5; y < photo_.height(); y += 10)
            for (int x = 5; x < photo_.width(); x += 10) {
                const double value = expected_value(layer, QPointF(x, y));
                if (std::abs(value - 0.5) > 0.03) QCOMPARE(path.contains(QPointF(x, y)), value >= 0.5);
            }
    }

    void region_at_the_edge_is_closed_along_it() {
        const QPainterPath path = trace(make_flat_layer(QStringLiteral("full"), 0.8F), 0.5F, 2,
                                        QRectF(0, 0, 2 * photo_.width(), 2 * photo_.height()));
        QCOMPARE(path.boundingRect(), QRectF(0, 0, 2 * photo_.width(), 2 * photo_.height()));
        QVERIFY(
            trace(make_flat_layer(QStringLiteral("low"), 0.4F), 0.5F, 1, QRectF(0, 0, 400, 300)).isEmpty());
    }

    void value_at_the_threshold_is_inside() {
        const QPainterPath path =
            trace(make_flat_layer(QStringLiteral("full"), 0.5F), 0.5F, 1, QRectF(0, 0, 400, 300));
        QVERIFY(path.contains(QPointF(200, 150)));
    }
};

QTEST_GUILESS_MAIN(ContourTest)
#include "contour_test.moc"
