// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/thumbnail_loader.h"

#include <sys/stat.h>

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include "app/session/photo.h"
#include "support/test_photos.h"

using namespace gbs::app;

class ThumbnailLoaderTest : public QObject {
    Q_OBJECT

    TestPhotos photos_;

    QImage load(const QString& path) {
        ThumbnailLoader loader({96, 96}, 1.0);
        QSignalSpy ready(&loader, &ThumbnailLoader::ready);
        loader.request(path);
        if (!QTest::qWaitFor([&] { return ready.size() == 1; })) qFatal("no answer");
        return ready[0][1].value<QImage>();
    }

 private Q_SLOTS:
    void a_photo_keeps_its_shape_and_colors() {
        for (const char* name : {"wide.png", "wide.jpg", "wide.bmp"}) {
            photos_.make(QString::fromLatin1(name), {400, 200}, Qt::red);
            const QImage small = load(photos_.path(QString::fromLatin1(name)));
            QCOMPARE(small.size(), QSize(96, 48));
            QVERIFY(small.pixelColor(40, 20).red() > 250);
        }
    }

    void a_photo_is_turned_as_its_camera_says() {
        for (const char* name : {"exif6.jpg", "exif6.png", "exif6.webp", "exif6.tif"}) {
            const QString path = QStringLiteral(GBS_TEST_FIXTURES "/images/") + QLatin1String(name);
            const QImage small = load(path), whole = read_photo(path).pyramid->level_for(0);
            QCOMPARE(small.size(), whole.size().scaled(96, 96, Qt::KeepAspectRatio));
            const QColor a = small.pixelColor(2, 2), b = whole.pixelColor(1, 1);
            QVERIFY(std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
                        std::abs(a.blue() - b.blue()) <
                    60);
        }
    }

    void a_large_photo_is_shrunk_as_a_small_one() {
        QImage wave(1600, 1200, QImage::Format_RGB32);
        for (int y = 0; y < wave.height(); ++y)
            for (int x = 0; x < wave.width(); ++x)
                wave.setPixel(x, y, qRgb(x * 255 / 1600, y * 255 / 1200, 80));
        wave.save(photos_.path(QStringLiteral("wave.jpg")), nullptr, 95);
        wave.save(photos_.path(QStringLiteral("wave.png")));
        const QImage from_jpeg = load(photos_.path(QStringLiteral("wave.jpg"))),
                     from_png = load(photos_.path(QStringLiteral("wave.png")));
        QCOMPARE(from_jpeg.size(), from_png.size());
        for (int y = 0; y < from_png.height(); y += 7)
            for (int x = 0; x < from_png.width(); x += 7) {
                QVERIFY(std::abs(from_jpeg.pixelColor(x, y).red() - from_png.pixelColor(x, y).red()) < 6);
                QVERIFY(std::abs(from_jpeg.pixelColor(x, y).green() - from_png.pixelColor(x, y).green()) < 6);
            }
    }

    void only_what_the_program_reads_as_a_photo_is_shown() {
        photos_.write(QStringLiteral("drawing.jpg"),
                      "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'/>");
        QVERIFY(load(photos_.path(QStringLiteral("drawing.jpg"))).isNull());
        const QString pipe = photos_.path(QStringLiteral("pipe.jpg"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(load(pipe).isNull());
    }
};

QTEST_MAIN(ThumbnailLoaderTest)
#include "thumbnail_loader_test.moc"
