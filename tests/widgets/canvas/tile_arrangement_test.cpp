// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/canvas/tile_arrangement.h"

#include <QTest>

using namespace gbs::widgets;

Q_DECLARE_METATYPE(gbs::widgets::TileArrangement)

class TileArrangementTest : public QObject {
    Q_OBJECT

    static constexpr QSizeF around{0, 60};

 private Q_SLOTS:
    void the_photo_decides_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<QSizeF>("photo");
        QTest::addColumn<QSizeF>("area");
        QTest::addColumn<bool>("may_enlarge");
        QTest::addColumn<TileArrangement>("expected");
        const auto row = [](const char* name, int count, QSizeF photo, QSizeF area, bool may_enlarge,
                            TileArrangement expected) {
            QTest::newRow(name) << count << photo << area << may_enlarge << expected;
        };
        row("one", 1, {640, 480}, {900, 700}, true, TileArrangement::row);
        row("no photo", 3, {}, {900, 700}, true, TileArrangement::row);
        row("portraits in a wide window", 3, {480, 640}, {1200, 600}, true, TileArrangement::row);
        row("a panorama", 3, {6000, 375}, {900, 700}, true, TileArrangement::column);
        row("a tower", 3, {375, 6000}, {900, 700}, true, TileArrangement::row);
        row("wide photos in a high window", 3, {600, 400}, {800, 1000}, true, TileArrangement::last_above);
        row("wide photos, three alike", 3, {600, 400}, {900, 700}, false, TileArrangement::row);
        row("wide photos in a wide window", 3, {600, 400}, {900, 700}, true, TileArrangement::last_before);
        row("square photos in a wide window", 3, {500, 500}, {1000, 700}, true, TileArrangement::last_before);
        row("square photos in a low window", 3, {500, 500}, {1100, 620}, true, TileArrangement::row);
        row("two panoramas", 2, {6000, 375}, {900, 700}, true, TileArrangement::column);
        row("two portraits", 2, {480, 640}, {900, 700}, true, TileArrangement::row);
    }
    void the_photo_decides() {
        QFETCH(int, count);
        QFETCH(QSizeF, photo);
        QFETCH(QSizeF, area);
        QFETCH(bool, may_enlarge);
        QFETCH(TileArrangement, expected);
        QCOMPARE(arrange_tiles(count, photo, area, around, may_enlarge), expected);
    }
};

QTEST_APPLESS_MAIN(TileArrangementTest)
#include "tile_arrangement_test.moc"
