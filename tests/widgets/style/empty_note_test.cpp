// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/empty_note.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace gbs::widgets;

/// The note over an empty pane, in wide and in narrow ones.
class EmptyNoteTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void a_caption_without_room_ends_in_dots_and_is_whole_in_the_tool_tip() {
        QWidget pane;
        EmptyNote note(&pane);
        auto* const button = note.findChild<QPushButton*>();
        pane.resize(500, 200);
        pane.show();
        note.set(QStringLiteral("Nothing is open."), QStringLiteral("&Open Results of a Benchmark"));
        QCOMPARE(button->text(), QStringLiteral("&Open Results of a Benchmark"));
        QVERIFY(button->toolTip().isEmpty());

        pane.resize(110, 200);
        QTRY_VERIFY(button->text().endsWith(QStringLiteral("…")));
        QTRY_VERIFY(button->geometry().left() >= 0 && button->geometry().right() < note.width());
        QVERIFY(button->sizeHint().width() <= note.width());
        QCOMPARE(button->toolTip(), QStringLiteral("Open Results of a Benchmark"));
        QCOMPARE(button->accessibleName(), QStringLiteral("Open Results of a Benchmark"));

        pane.resize(500, 200);
        QTRY_COMPARE(button->text(), QStringLiteral("&Open Results of a Benchmark"));
        QSignalSpy clicked(&note, &EmptyNote::clicked);
        button->click();
        QCOMPARE(clicked.size(), 1);
    }

    void without_a_text_the_pane_is_uncovered() {
        QWidget pane;
        pane.resize(300, 200);
        pane.show();
        EmptyNote note(&pane);
        note.set(QStringLiteral("Nothing is open."));
        QVERIFY(note.isVisible());
        QCOMPARE(note.text(), QStringLiteral("Nothing is open."));
        QVERIFY(note.findChild<QPushButton*>()->isHidden());
        note.set({});
        QVERIFY(note.isHidden());
        QCOMPARE(note.text(), QString());
    }
};

QTEST_MAIN(EmptyNoteTest)
#include "empty_note_test.moc"
