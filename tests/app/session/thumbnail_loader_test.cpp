// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/thumbnail_loader.h"

#include <sys/stat.h>

#include <QFile>
#include <QSignalSpy>
#include <QTest>

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
