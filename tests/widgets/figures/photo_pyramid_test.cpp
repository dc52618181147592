// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/figures/photo_pyramid.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace gbs;
using namespace gbs::widgets;

namespace {

/// Reproducible noise.
QImage noise(QSize size, QImage::Format format) {
    QImage image(size, QImage::Format_RGB32);
    quint32 state = 1;
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            state = state * 1664525U + 1013904223U;
            image.setPixel(x, y, 0xff000000U | (state >> 8));
        }
    return image.convertToFormat(format);
}

}  // namespace

class PhotoPyramidTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void each_level_averages_the_previous_one_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QImage::Format>("format");
        QTest::newRow("even") << QSize(1100, 40) << QImage::Format_RGB888;
        QTest::newRow("odd") << QSize(1027, 33) << QImage::Format_RGB888;
        QTest::newRow("thin") << QSize(1, 2001) << QImage::Format_RGB888;
        QTest::newRow("other format") << QSize(1027, 33) << QImage::Format_RGB32;
        QTest::newRow("indexed") << QSize(1027, 33) << QImage::Format_Grayscale8;
    }
    void each_level_averages_the_previous_one() {
        QFETCH(const QSize, size);
        QFETCH(const QImage::Format, format);
        const QImage full = noise(size, format);
        const PhotoPyramid pyramid(full);
        QCOMPARE(pyramid.size(), size);
        QVERIFY(pyramid.level_for(0).size() != size);
        const QImage half = pyramid.level_for(0.5);
        QCOMPARE(half.size(), QSize((size.width() + 1) / 2, (size.height() + 1) / 2));
        for (int y = 0; y < half.height(); ++y)
            for (int x = 0; x < half.width(); ++x) {
                double sum[3] = {};
                for (const int dy : {0, 1})
                    for (const int dx : {0, 1}) {
                        const QColor color = full.pixelColor(std::min(2 * x + dx, size.width() - 1),
                                                             std::min(2 * y + dy, size.height() - 1));
                        sum[0] += color.red();
                        sum[1] += color.green();
                        sum[2] += color.blue();
                    }
                const QColor mean = half.pixelColor(x, y);
                QVERIFY(std::abs(mean.red() - sum[0] / 4) <= 0.5);
                QVERIFY(std::abs(mean.green() - sum[1] / 4) <= 0.5);
                QVERIFY(std::abs(mean.blue() - sum[2] / 4) <= 0.5);
            }
    }

    void small_photo_has_one_level() {
        QCOMPARE(PhotoPyramid(noise({1024, 7}, QImage::Format_RGB888)).level_for(0).size(), QSize(1024, 7));
    }

    /// An edge keeps its position at every zoom, with any level and with odd sizes.
    void edges_do_not_move_between_levels() {
        const QSize size(4099, 1031);
        const int edge = 3001;
        QImage photo(size, QImage::Format_RGB888);
        photo.fill(Qt::black);
        for (int y = 0; y < size.height(); ++y)
            for (int x = edge; x < size.width(); ++x) photo.setPixelColor(x, y, Qt::white);
        const PhotoPyramid pyramid(photo);
        QCOMPARE(pyramid.level_for(0).width(), 513);  // level 3
        for (const double scale : {1.7, 1.0, 0.6, 0.5, 0.3, 0.2, 0.12}) {
            QImage screen(500, 20, QImage::Format_RGB32);
            screen.fill(Qt::gray);
            QPainter painter(&screen);
            // The edge should be at 250.
            const QTransform to_device =
                QTransform::fromScale(scale, scale) * QTransform::fromTranslate(250 - edge * scale, 0);
            pyramid.draw(painter, QRectF(screen.rect()), to_device);
            painter.end();
            double place = 240;
            for (int x = 240; x < 260; ++x) place += 1 - static_cast<double>(screen.pixelColor(x, 10).redF());
            // A level drawn at its own scale is shifted by whole pixels.
            QVERIFY2(std::abs(place - 250) < 0.75,
                     qPrintable(QStringLiteral("scale %1: edge at %2").arg(scale).arg(place)));
        }
    }
};

QTEST_GUILESS_MAIN(PhotoPyramidTest)
#include "photo_pyramid_test.moc"
