// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/job_list.h"

#include <QSignalSpy>
#include <QtTest>

#include "widgets/lists/job_row.h"

using namespace gbs;
using namespace gbs::widgets;

class JobListTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void progress_is_told_in_words() {
        JobState state;
        state.title = QStringLiteral("Heatmaps");
        state.phase = JobState::Phase::running;
        QCOMPARE(describe(state), QStringLiteral("Preparing…"));
        state.done = 12;
        state.total = 340;
        QVERIFY(describe(state).startsWith(QStringLiteral("12 of 340")));
        QVERIFY(!describe(state).contains(QStringLiteral("left")));
        state.rate = 8.25;
        state.seconds_left = 3725;
        state.failed = 2;
        const QString text = describe(state);
        for (const char* part : {"8.3 a second", "1 h 2 min left", "2 failed"})
            QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
        state.seconds_left = 61.2;
        QVERIFY(describe(state).contains(QStringLiteral("1 min 2 s left")));
        state.phase = JobState::Phase::cancelled;
        QVERIFY(describe(state).contains(QStringLiteral("12 of 340")));
        QVERIFY(!describe(state).contains(QStringLiteral("left")));
        state.phase = JobState::Phase::failed;
        state.outcome = QStringLiteral("No space left");
        QCOMPARE(describe(state), QStringLiteral("No space left"));
    }

    void each_job_has_its_row_and_buttons() {
        JobList list;
        list.resize(400, 200);
        list.show();
        JobState first{QStringLiteral("one"), JobState::Phase::running, 1, 4, 0, 0, -1, {}, {}};
        JobState second{QStringLiteral("two"), JobState::Phase::waiting, 0, 0, 0, 0, -1, {}, {}};
        list.set_job(1, first);
        list.set_job(2, second);
        QCOMPARE(list.ids(), (QList<int>{1, 2}));
        QCOMPARE(list.row(1)->bar()->value(), 25);
        QVERIFY(list.row(2)->bar()->isHidden());
        second.phase = JobState::Phase::running;
        list.set_job(2, second);
        QVERIFY(!list.row(2)->bar()->isHidden());
        QCOMPARE(list.row(2)->bar()->maximum(), 0);  // not known how much
        QSignalSpy cancelled(&list, &JobList::cancel_requested), dismissed(&list, &JobList::dismissed),
            opened(&list, &JobList::open_requested);
        QTest::mouseClick(list.row(2)->cancel_button(), Qt::LeftButton);
        QCOMPARE(cancelled.value(0).value(0).toInt(), 2);
        first.phase = JobState::Phase::cancelling;
        list.set_job(1, first);
        QVERIFY(!list.row(1)->cancel_button()->isEnabled());
        first.phase = JobState::Phase::finished;
        first.path = QStringLiteral("/tmp");
        list.set_job(1, first);
        QVERIFY(!list.row(1)->cancel_button()->isVisible());
        // What is at work stands above what has ended.
        QTRY_VERIFY(list.row(2)->y() < list.row(1)->y());
        QVERIFY(!list.row(1)->bar()->isVisible());
        // By keyboard as well.
        list.row(1)->open_button()->setFocus();
        QTest::keyClick(list.row(1)->open_button(), Qt::Key_Space);
        QCOMPARE(opened.value(0).value(0).toInt(), 1);
        QTest::mouseClick(list.row(1)->dismiss_button(), Qt::LeftButton);
        QCOMPARE(dismissed.value(0).value(0).toInt(), 1);
        list.remove_job(1);
        QCOMPARE(list.ids(), QList<int>{2});
    }

    void rows_speak_to_those_who_cannot_see() {
        JobList list;
        list.set_job(
            7, {QStringLiteral("Report of 3 photos"), JobState::Phase::running, 1, 3, 0, 0, -1, {}, {}});
        QVERIFY(list.row(7)->bar()->accessibleName().contains(QStringLiteral("Report of 3 photos")));
        QVERIFY(list.row(7)->bar()->accessibleDescription().contains(QStringLiteral("1 of 3")));
        QVERIFY(
            list.row(7)->cancel_button()->accessibleName().contains(QStringLiteral("Report of 3 photos")));
    }
};

QTEST_MAIN(JobListTest)
#include "job_list_test.moc"
