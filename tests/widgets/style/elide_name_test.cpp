// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/elide_name.h"

#include <QGuiApplication>
#include <QTest>

using namespace gbs::widgets;

class ElideNameTest : public QObject {
    Q_OBJECT

    const QFontMetrics metrics_{QGuiApplication::font()};

 private Q_SLOTS:
    void a_name_that_fits_is_whole() {
        QCOMPARE(elide_name(QStringLiteral("a.jpg"), {}, metrics_, 500), QStringLiteral("a.jpg"));
    }
    void characters_that_differ_stay() {
        const QString name = QStringLiteral("holiday_in_the_mountains_0017_small_copy_for_the_web.jpg");
        const QStringList neighbors{
            QStringLiteral("holiday_in_the_mountains_0016_small_copy_for_the_web.jpg"),
            QStringLiteral("holiday_in_the_mountains_0108_small_copy_for_the_web.jpg")};
        for (const int characters : {12, 18, 30, 45}) {
            const int width = metrics_.averageCharWidth() * characters;
            const QString text = elide_name(name, neighbors, metrics_, width);
            QVERIFY2(text.contains(QStringLiteral("017")), qPrintable(text));
            QVERIFY(metrics_.horizontalAdvance(text) <= width);
        }
    }
    void without_neighbors_the_middle_is_left_out() {
        const QString name = QStringLiteral("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz.jpg");
        const int width = metrics_.averageCharWidth() * 15;
        QCOMPARE(elide_name(name, {}, metrics_, width), metrics_.elidedText(name, Qt::ElideMiddle, width));
        QCOMPARE(elide_name(name, {name}, metrics_, width),
                 metrics_.elidedText(name, Qt::ElideMiddle, width));
    }
};

QTEST_MAIN(ElideNameTest)
#include "elide_name_test.moc"
