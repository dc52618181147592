// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/canvas/image_viewport.h"

#include <QTest>

using namespace gbs;
using namespace gbs::widgets;

class ImageViewportTest : public QObject {
    Q_OBJECT

    static constexpr QSizeF tile_{400, 300};

    /// The photo position at the center of the tile.
    static QPointF middle(const ImageViewport& viewport) {
        return viewport.transform(tile_).inverted().map(QPointF(tile_.width() / 2, tile_.height() / 2));
    }

 private Q_SLOTS:
    void photo_of_another_size_is_fitted() {
        ImageViewport viewport;
        viewport.set_photo_size({1000, 800});
        viewport.zoom(4, {100, 100}, tile_);
        viewport.set_photo_size({800, 1000});
        QVERIFY(viewport.fits());
        QCOMPARE(middle(viewport), QPointF(400, 500));
    }

    void photo_of_the_same_size_keeps_zoom_and_center() {
        ImageViewport viewport;
        viewport.set_photo_size({1000, 800});
        viewport.zoom(4, {100, 100}, tile_);
        const QTransform before = viewport.transform(tile_);
        viewport.set_photo_size({1000, 800});
        QCOMPARE(viewport.transform(tile_), before);
    }

    void zoom_is_kept_between_photos_on_request() {
        ImageViewport viewport;
        viewport.set_keeps_zoom(true);
        viewport.set_photo_size({1000, 800});
        viewport.zoom(4, {100, 100}, tile_);
        const double scale = viewport.scale(tile_);
        const QPointF before = middle(viewport);
        viewport.set_photo_size({2000, 400});
        QVERIFY(!viewport.fits());
        QCOMPARE(viewport.scale(tile_), scale);
        QCOMPARE(middle(viewport), QPointF(before.x() * 2, before.y() / 2));
    }

    void fitted_photo_stays_fitted_with_kept_zoom() {
        ImageViewport viewport;
        viewport.set_keeps_zoom(true);
        viewport.set_photo_size({1000, 800});
        viewport.set_photo_size({200, 100});
        QVERIFY(viewport.fits());
        QCOMPARE(middle(viewport), QPointF(100, 50));
    }
};

QTEST_GUILESS_MAIN(ImageViewportTest)
#include "image_viewport_test.moc"
