// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/utf8.h"

#include <QTest>

class Utf8Test : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void control_characters_are_shown_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("letters") << QByteArray("a caf\xC3\xA9,\n\tb") << QByteArray("a caf\xC3\xA9,\n\tb");
        QTest::newRow("clears the screen") << QByteArray("a\x1b[2Jb.jpg") << QByteArray("a\\x1b[2Jb.jpg");
        QTest::newRow("overwrites the line") << QByteArray("no\ryes") << QByteArray("no\\x0dyes");
        QTest::newRow("nothing") << QByteArray("a\0b", 3) << QByteArray("a\\x00b");
        QTest::newRow("delete") << QByteArray("a\x7f") << QByteArray("a\\x7f");
        QTest::newRow("eight-bit sequence") << QByteArray(
                                                   "a\xC2\x9B"
                                                   "2J")
                                            << QByteArray("a\\x9b2J");
        QTest::newRow("no-break space") << QByteArray("a\xC2\xA0") << QByteArray("a\xC2\xA0");
        QTest::newRow("not UTF-8") << QByteArray("a\x9B\xC2") << QByteArray("a\xEF\xBF\xBD\xEF\xBF\xBD");
    }

    void control_characters_are_shown() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, shown);
        QCOMPARE(QByteArray::fromStdString(gbs::printable(text.toStdString())), shown);
    }
};

QTEST_GUILESS_MAIN(Utf8Test)
#include "utf8_test.moc"
