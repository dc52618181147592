// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/frame/job_list.h"

#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

#include "widgets/frame/job_row.h"

using namespace gbs;
using namespace gbs::widgets;

class JobListTest : public QObject {
    Q_OBJECT

    static JobRow* row(const JobList& list, int id) { return list.findChild<JobRow*>(job_row_name(id)); }
    static QProgressBar* bar(const JobList& list, int id) {
        return row(list, id)->findChild<QProgressBar*>(QStringLiteral("progress"));
    }
    static QToolButton* button(const JobList& list, int id, const char* name) {
        return row(list, id)->findChild<QToolButton*>(QLatin1String(name));
    }

 private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void progress_is_described() {
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
        for (const char* part : {"8.3/s", "1 h 2 min left", "2 failed"})
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
        QVERIFY(row(list, 1) && row(list, 2));
        QCOMPARE(bar(list, 1)->value(), 25);
        QVERIFY(bar(list, 2)->isHidden());
        second.phase = JobState::Phase::running;
        list.set_job(2, second);
        QVERIFY(!bar(list, 2)->isHidden());
        QCOMPARE(bar(list, 2)->maximum(), 0);  // the total is unknown
        QSignalSpy cancelled(&list, &JobList::cancel_requested), dismissed(&list, &JobList::dismissed),
            opened(&list, &JobList::open_requested);
        QTest::mouseClick(button(list, 2, "cancel"), Qt::LeftButton);
        QCOMPARE(cancelled.value(0).value(0).toInt(), 2);
        first.phase = JobState::Phase::cancelling;
        list.set_job(1, first);
        QVERIFY(!button(list, 1, "cancel")->isEnabled());
        first.phase = JobState::Phase::finished;
        first.path = QStringLiteral("/tmp");
        list.set_job(1, first);
        QVERIFY(!button(list, 1, "cancel")->isVisible());
        // Active jobs come above those that have ended.
        QTRY_VERIFY(row(list, 2)->y() < row(list, 1)->y());
        QVERIFY(!bar(list, 1)->isVisible());
        // The keyboard works, too.
        button(list, 1, "open")->setFocus();
        QTest::keyClick(button(list, 1, "open"), Qt::Key_Space);
        QCOMPARE(opened.value(0).value(0).toInt(), 1);
        QTest::mouseClick(button(list, 1, "dismiss"), Qt::LeftButton);
        QCOMPARE(dismissed.value(0).value(0).toInt(), 1);
        list.remove_job(1);
        QVERIFY(!row(list, 1));
        QVERIFY(row(list, 2));
    }

    void a_job_is_paused_and_resumed_with_one_button() {
        JobList list;
        list.resize(400, 200);
        list.show();
        JobState state{QStringLiteral("Boxes"), JobState::Phase::waiting, 3, 12, 0, 2.5, 4, {}, {}};
        list.set_job(1, state);
        QVERIFY(!button(list, 1, "pause")->isVisible());
        state.phase = JobState::Phase::running;
        list.set_job(1, state);
        auto* const pause = button(list, 1, "pause");
        QTRY_VERIFY(pause->isVisible());
        QCOMPARE(pause->accessibleName(), QStringLiteral("Pause Boxes"));
        QSignalSpy paused(&list, &JobList::pause_requested), resumed(&list, &JobList::resume_requested);
        pause->setFocus();
        QTest::keyClick(pause, Qt::Key_Space);
        QCOMPARE(paused.value(0).value(0).toInt(), 1);
        state.phase = JobState::Phase::pausing;
        list.set_job(1, state);
        QCOMPARE(describe(state), QStringLiteral("Pausing…"));
        state.phase = JobState::Phase::paused;
        list.set_job(1, state);
        QCOMPARE(describe(state), QStringLiteral("Paused. 3 of 12 photo(s), 4 s left"));
        QCOMPARE(pause->accessibleName(), QStringLiteral("Resume Boxes"));
        QCOMPARE(pause->text(), QStringLiteral("Resume"));
        QVERIFY(button(list, 1, "cancel")->isEnabled());
        QTest::keyClick(pause, Qt::Key_Space);
        QCOMPARE(resumed.value(0).value(0).toInt(), 1);
        QCOMPARE(paused.size(), 1);
        for (const auto phase : {JobState::Phase::cancelling, JobState::Phase::finished}) {
            state.phase = phase;
            list.set_job(1, state);
            QVERIFY(!pause->isVisible());
        }
    }

    void rows_have_accessible_names() {
        JobList list;
        list.set_job(
            7, {QStringLiteral("Report of 3 photos"), JobState::Phase::running, 1, 3, 0, 0, -1, {}, {}});
        QVERIFY(bar(list, 7)->accessibleName().contains(QStringLiteral("Report of 3 photos")));
        QVERIFY(bar(list, 7)->accessibleDescription().contains(QStringLiteral("1 of 3")));
        QVERIFY(button(list, 7, "cancel")->accessibleName().contains(QStringLiteral("Report of 3 photos")));
    }
};

QTEST_MAIN(JobListTest)
#include "job_list_test.moc"
