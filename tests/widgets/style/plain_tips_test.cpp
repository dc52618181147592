// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/plain_tips.h"

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QToolTip>

using namespace gbs::widgets;

class PlainTipsTest : public QObject {
    Q_OBJECT

    static const QLabel* shown_tip() {
        for (const QWidget* widget : QApplication::topLevelWidgets())
            if (widget->inherits("QTipLabel") && widget->isVisible())
                return qobject_cast<const QLabel*>(widget);
        return nullptr;
    }

 private Q_SLOTS:
    void markup_is_shown_as_it_is_written() {
        PlainTips tips;
        qApp->installEventFilter(&tips);
        const QString phrase = QStringLiteral("<qt><img src=\"/etc/hostname\">a dog</qt>");
        for (const QString& text : {phrase, QStringLiteral("a cat"), phrase}) {
            QToolTip::showText({20, 20}, text);
            QTRY_VERIFY(shown_tip() && shown_tip()->text() == text);
            QCOMPARE(shown_tip()->textFormat(), Qt::PlainText);
            QToolTip::hideText();
            QTRY_VERIFY(!shown_tip());
        }
    }

    void long_lines_are_broken_between_words() {
        const QString word = QStringLiteral("dog "), line = word.repeated(50).trimmed();
        const QString wrapped = wrapped_tip(line);
        QCOMPARE(QString(wrapped).replace(QLatin1Char('\n'), QLatin1Char(' ')), line);
        QStringList parts = wrapped.split(QLatin1Char('\n'));
        QVERIFY(parts.takeLast().size() <= 80);
        QCOMPARE(parts.size(), 2);
        for (const QString& part : parts) QVERIFY(part.size() > 60 && part.size() <= 80);
    }

    void lines_that_fit_and_words_that_do_not_stay() {
        const QString text = QStringLiteral("first\n\nlast  line ");
        QCOMPARE(wrapped_tip(text), text);
        const QString path = QString(200, QLatin1Char('x'));
        QCOMPARE(wrapped_tip(path), path);
    }

    void chinese_is_broken_without_spaces() {
        const QString line(100, QChar(0x72D7));
        const QString wrapped = wrapped_tip(line);
        QCOMPARE(wrapped.split(QLatin1Char('\n')).first().size(), 40);
        QCOMPARE(QString(wrapped).remove(QLatin1Char('\n')), line);
    }
};

QTEST_MAIN(PlainTipsTest)
#include "plain_tips_test.moc"
