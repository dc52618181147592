// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/folder_scanner.h"

#include <QSignalSpy>
#include <QTest>

#include "support/events.h"
#include "support/test_photos.h"

using namespace gbs;
using namespace gbs::app;

class FolderScannerTest : public QObject {
    Q_OBJECT

    TestPhotos photos_;

    QStringList paths(std::initializer_list<const char*> names) {
        QStringList result;
        for (const char* name : names) result << photos_.path(QString::fromLatin1(name));
        return result;
    }

 private Q_SLOTS:
    void initTestCase() {
        QDir(photos_.folder.path()).mkpath(QStringLiteral("sub"));
        photos_.make(QStringLiteral("sub/p10.png"), {8, 8}, Qt::red);
        photos_.make(QStringLiteral("sub/p9.png"), {8, 8}, Qt::red);
    }

    void folders_and_files_list_their_images_in_natural_order() {
        FolderScanner scanner;
        QSignalSpy scanned(&scanner, &FolderScanner::scanned);
        scanner.scan({photos_.folder.path()});
        QTRY_COMPARE(scanned.size(), 1);
        QCOMPARE(scanned[0][0].toStringList(), paths({"a.png", "b.png", "broken.png", "c.png"}));
        QCOMPARE(scanned[0][1].toString(), photos_.path(QStringLiteral("a.png")));
        QCOMPARE(scanned[0][2].toStringList(), QStringList{photos_.folder.path()});
        scanner.scan({photos_.folder.path()}, true);
        QTRY_COMPARE(scanned.size(), 2);
        QCOMPARE(scanned[1][0].toStringList(),
                 paths({"a.png", "b.png", "broken.png", "c.png", "sub/p9.png", "sub/p10.png"}));
        QCOMPARE(scanned[1][2].toStringList(),
                 (QStringList{photos_.folder.path(), photos_.path(QStringLiteral("sub"))}));
        scanner.scan(paths({"c.png", "sub", "c.png"}));
        QTRY_COMPARE(scanned.size(), 3);
        QCOMPARE(scanned[2][0].toStringList(), paths({"c.png", "sub/p9.png", "sub/p10.png"}));
        scanner.scan(paths({"b.png"}));
        QTRY_COMPARE(scanned.size(), 4);
        QCOMPARE(scanned[3][0].toStringList().size(), 4);
        QCOMPARE(scanned[3][1].toString(), photos_.path(QStringLiteral("b.png")));
    }

    void only_the_latest_scan_is_reported() {
        FolderScanner scanner;
        QSignalSpy scanned(&scanner, &FolderScanner::scanned);
        QSignalSpy failed(&scanner, &FolderScanner::failed);
        for (int i = 0; i < 20; ++i) scanner.scan({photos_.path(QStringLiteral("nowhere"))});
        // Request the second scan when the result of the first is in the event queue.
        BeforeAnswer newer([&] { scanner.scan(paths({"sub"})); });
        QCoreApplication::instance()->installEventFilter(&newer);
        QTRY_COMPARE(scanned.size(), 1);
        QCOMPARE(failed.size(), 0);
        scanner.scan({photos_.path(QStringLiteral("nowhere"))});
        QTRY_COMPARE(failed.size(), 1);
    }

    void scanning_again_skips_missing_paths() {
        FolderScanner scanner;
        QSignalSpy scanned(&scanner, &FolderScanner::scanned);
        QSignalSpy failed(&scanner, &FolderScanner::failed);
        scanner.scan_again(paths({"a.png", "nowhere.png", "sub"}), false);
        QTRY_COMPARE(scanned.size(), 1);
        QCOMPARE(scanned[0][0].toStringList(), paths({"a.png", "sub/p9.png", "sub/p10.png"}));
        const QTemporaryDir empty;
        scanner.scan_again({empty.path()}, false);
        QTRY_COMPARE(scanned.size(), 2);
        QVERIFY(scanned[1][0].toStringList().isEmpty());
        scanner.scan({empty.path()});
        QTRY_COMPARE(failed.size(), 1);
        // The only open path: its images must not count as deleted.
        scanner.scan_again({photos_.path(QStringLiteral("nowhere"))}, false);
        QTRY_COMPARE(failed.size(), 2);
    }
};

QTEST_GUILESS_MAIN(FolderScannerTest)
#include "folder_scanner_test.moc"
