// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <chrono>
#include <filesystem>

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "app/train/run_list_model.h"
#include "app/train/run_requests.h"
#include "app/train/run_scan.h"
#include "app/train/run_watcher.h"
#include "core/base/file_io.h"
#include "support/events.h"
#include "training/run/run_files.h"
#include "training/run/run_folder.h"
#include "widgets/runs/run_list_panel.h"

using namespace gbs;
using namespace gbs::app;
using namespace gbs::training;
using namespace gbs::widgets;

/// Scanning run folders that are written here as the trainer writes them.
class RunListTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> root_;

    QString path(const char* name) const { return root_->filePath(QString::fromLatin1(name)); }
    std::unique_ptr<RunFolder> make_run(const char* name, RunState state,
                                        const std::string& error = {}) const {
        auto folder = std::make_unique<RunFolder>(path(name).toStdString());
        folder->write_config("steps: 10\n");
        RunStatus status;
        status.state = state;
        status.step = 4;
        status.total = 10;
        status.images_per_second = 12.5;
        status.eta_seconds = 90;
        status.error = error;
        folder->write_status(status);
        return folder;
    }
    static void save_checkpoint(RunFolder& folder, std::int64_t step) {
        folder.save_checkpoint(step, [](const auto& model, const auto& state) {
            write_atomically(model, "weights");
            write_atomically(state, "state");
        });
    }
    void write_launch(const char* name, qint64 pid, const QDateTime& time) const {
        const QString text = QStringLiteral("{\"pid\": %1, \"host\": \"%2\", \"time\": \"%3\"}")
                                 .arg(pid)
                                 .arg(QString::fromStdString(host_name()), time.toString(Qt::ISODateWithMs));
        write_atomically(path(name).toStdString() + "/launch.json", text.toStdString());
    }
    static qint64 dead_pid() {
        const pid_t child = ::fork();
        if (child == 0) ::_exit(0);
        ::waitpid(child, nullptr, 0);
        return child;
    }

 private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));  // texts have numbers
    }
    void init() { root_ = std::make_unique<QTemporaryDir>(); }

    void states_depend_on_whether_the_trainer_is_alive_data() {
        QTest::addColumn<RunState>("state");
        QTest::addColumn<RunCondition>("alive");
        QTest::addColumn<RunCondition>("gone");
        QTest::newRow("running") << RunState::running << RunCondition::running << RunCondition::died;
        QTest::newRow("paused") << RunState::paused << RunCondition::paused << RunCondition::died;
        QTest::newRow("stopping") << RunState::stopping << RunCondition::stopping << RunCondition::died;
        QTest::newRow("idle") << RunState::idle << RunCondition::stopping << RunCondition::stopped;
        QTest::newRow("completed") << RunState::completed << RunCondition::completed
                                   << RunCondition::completed;
        QTest::newRow("failed") << RunState::failed << RunCondition::failed << RunCondition::failed;
    }
    void states_depend_on_whether_the_trainer_is_alive() {
        QFETCH(RunState, state);
        QFETCH(RunCondition, alive);
        QFETCH(RunCondition, gone);
        auto folder = make_run("run", state, "why");
        QCOMPARE(scan_run(path("run")).condition, alive);
        folder.reset();  // releases the lock, as a kill does
        const RunRow run = scan_run(path("run"));
        QCOMPARE(run.condition, gone);
        QCOMPARE(run.step, 4);
        QCOMPARE(run.total, 10);
        QCOMPARE(run.reason, QStringLiteral("why"));
        QCOMPARE(run.pid, static_cast<qint64>(::getpid()));
        QCOMPARE(run.host, QString::fromStdString(host_name()));
        QVERIFY(run.heartbeat.isValid());
    }

    void trainer_without_a_status_is_starting_or_failed() {
        QVERIFY(QDir().mkpath(path("new")));
        const QDateTime now = QDateTime::currentDateTimeUtc();
        write_launch("new", ::getpid(), now);
        QCOMPARE(scan_run(path("new")).condition, RunCondition::starting);
        write_launch("new", dead_pid(), now);
        write_atomically(path("new").toStdString() + "/trainer.log",
                         "reading\ngbs: option batch: too small\n");
        const RunRow run = scan_run(path("new"));
        QCOMPARE(run.condition, RunCondition::failed);
        QCOMPARE(run.reason, QStringLiteral("option batch: too small"));

        // A trainer that resumed an ended run, before and after its first status.
        make_run("old", RunState::idle).reset();
        write_launch("old", dead_pid(), now.addSecs(5));
        QCOMPARE(scan_run(path("old")).condition, RunCondition::died);  // without an error in the log
        write_launch("old", dead_pid(), now.addSecs(-60));
        QCOMPARE(scan_run(path("old")).condition, RunCondition::stopped);
        write_launch("old", ::getpid(), now.addSecs(5));  // the status has this process id
        QCOMPARE(scan_run(path("old")).condition, RunCondition::stopped);
    }

    void malicious_files_are_reported_and_do_no_harm() {
        for (const char* name : {"bad", "huge", "launch"}) QVERIFY(QDir().mkpath(path(name)));
        write_atomically(path("bad").toStdString() + "/status.json", "{\"state\": \"flying\"}");
        write_atomically(path("huge").toStdString() + "/status.json", std::string(3 << 20, 'x'));
        write_atomically(path("launch").toStdString() + "/launch.json", "{\"pid\": \"no\"");
        write_atomically(path("launch").toStdString() + "/trainer.log", std::string(1 << 20, 'x') + "\nend");
        const auto runs = scan_runs(root_->path(), {path("gone")});
        QCOMPARE(runs.size(), 3);
        QCOMPARE(runs[0].condition, RunCondition::unreadable);
        QVERIFY(runs[0].reason.contains(QStringLiteral("damaged")));
        QCOMPARE(runs[1].condition, RunCondition::unreadable);
        QCOMPARE(runs[2].condition, RunCondition::died);
        QCOMPARE(read_details(path("launch")).log, QStringLiteral("end"));
    }

    /// As without permission to read them, which does not stop root.
    void folders_that_cannot_be_looked_at_do_not_hide_the_others() {
        make_run("good", RunState::idle);
        make_run("odd", RunState::idle);
        for (const char* name : {"odd/checkpoints", "odd/preview"}) {
            QVERIFY(QDir(path(name)).removeRecursively());
            QVERIFY(QFile::link(path(name), path(name)));
        }
        for (const char* name : {"odd/launch.json", "odd/trainer.log", "odd/metrics.jsonl"})
            QCOMPARE(::mkfifo(qPrintable(path(name)), 0600), 0);
        const auto runs = scan_runs(root_->path(), {});
        QCOMPARE(runs.size(), 2);
        QCOMPARE(runs[0].condition, RunCondition::stopped);
        QCOMPARE(runs[1].condition, RunCondition::stopped);
        QVERIFY(read_details(path("odd")).checkpoints.isEmpty());
        QVERIFY(read_metrics(path("odd").toStdString()).records.empty());
    }

    void checkpoints_and_the_best_are_found() {
        auto folder = make_run("run", RunState::running);
        QCOMPARE(scan_run(path("run")).checkpoint_step, -1);
        save_checkpoint(*folder, 2);
        save_checkpoint(*folder, 4);
        folder->mark_best(2, 61.25);
        const RunRow run = scan_run(path("run"));
        QCOMPARE(run.checkpoint_step, 4);
        QCOMPARE(run.best, 61.25);
        const RunDetails details = read_details(path("run"));
        QCOMPARE(details.checkpoints.size(), 2);
        QVERIFY(details.checkpoints[0].best && !details.checkpoints[1].best);
    }

    void command_is_pending_until_the_folder_shows_its_effect() {
        auto folder = make_run("run", RunState::running);
        RunRequests control;
        QVector<RunRow> runs{scan_run(path("run"))};
        control.ask(ControlWord::pause, runs[0]);
        QTRY_VERIFY(QFile::exists(path("run") + QStringLiteral("/control")));
        QCOMPARE(folder->take_control(), std::optional(ControlWord::pause));
        control.annotate(runs);
        QVERIFY(!runs[0].pending.isEmpty());  // taken, but not yet in effect
        QCOMPARE(runs[0].condition, RunCondition::running);
        QVERIFY(!can(RunAction::pause, runs[0]));
        QVERIFY(can(RunAction::stop, runs[0]));
        RunStatus paused;
        paused.state = RunState::paused;
        folder->write_status(paused);
        runs = {scan_run(path("run"))};
        control.annotate(runs);
        QVERIFY(runs[0].pending.isEmpty());

        control.ask(ControlWord::save, runs[0]);
        control.annotate(runs);
        QVERIFY(!runs[0].pending.isEmpty());
        QVERIFY(can(RunAction::resume, runs[0]));
        save_checkpoint(*folder, 4);
        // File times are coarse: date the checkpoint clearly after the request.
        const auto saved = latest_checkpoint(path("run").toStdString())->state;
        std::filesystem::last_write_time(saved,
                                         std::filesystem::last_write_time(saved) + std::chrono::seconds(1));
        runs = {scan_run(path("run"))};
        control.annotate(runs);
        QVERIFY(runs[0].pending.isEmpty());

        control.ask(ControlWord::stop, runs[0]);
        QTRY_VERIFY(QFile::exists(path("run") + QStringLiteral("/control")));
        folder.reset();
        runs = {scan_run(path("run"))};
        control.annotate(runs);
        QVERIFY(runs[0].pending.isEmpty());  // the trainer has ended
        QCOMPARE(runs[0].condition, RunCondition::died);
    }

    void command_that_cannot_be_written_is_reported() {
        RunRequests control;
        QSignalSpy failed(&control, &RunRequests::failed);
        RunRow run;
        run.folder = path("nowhere");
        run.condition = RunCondition::running;
        control.ask(ControlWord::stop, run);
        QTRY_COMPARE(failed.size(), 1);
        QVector<RunRow> runs{run};
        control.annotate(runs);
        QVERIFY(runs[0].pending.isEmpty());
    }

    void only_a_watched_folder_is_scanned() {
        const auto folder = make_run("run", RunState::running);
        RunWatcher watcher;
        watcher.setProperty("period", 100);
        QSignalSpy looked(&watcher, &RunWatcher::looked);
        watcher.set_folder(root_->path());
        auto* const timer = watcher.findChild<QTimer*>();
        watcher.look();
        QVERIFY(!timer->isActive());
        QCOMPARE(looked.size(), 0);
        watcher.set_watching(true);
        QTRY_VERIFY_WITH_TIMEOUT(looked.size() >= 2, 20000);  // repeatedly
        QCOMPARE(looked.last().at(0).value<QVector<RunRow>>().size(), 1);
        watcher.set_watching(false);
        const auto scans = looked.size();
        QVERIFY(!timer->isActive());
        fire(timer);
        QCOMPARE(looked.size(), scans);
    }

    void model_changes_rows_in_place() {
        RunListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        RunRow a, b, c;
        a.folder = a.name = QStringLiteral("/a");
        b.folder = b.name = QStringLiteral("/b");
        c.folder = c.name = QStringLiteral("/c");
        a.step = 300;
        a.total = 1000;
        a.best = 61.5;
        model.set_rows({a, b});
        QCOMPARE(model.index(0, RunListModel::StepColumn).data().toString(), QStringLiteral("300 of 1,000"));
        QCOMPARE(model.index(0, RunListModel::BestColumn).data().toString(), QStringLiteral("61.50 %"));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.set_rows({a, b});
        QCOMPARE(changed.size(), 0);
        const QPersistentModelIndex kept = model.index(1, 0);
        b.condition = RunCondition::paused;
        model.set_rows({b, c});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(kept.data(run_role).value<RunRow>(), b);
        QVERIFY(std::ranges::none_of(model.rows(),
                                     [](const RunRow& run) { return run.name == QStringLiteral("/a"); }));
    }

    void panel_offers_the_actions_of_the_state() {
        RunListModel model;
        RunListPanel panel(&model);
        RunRow run;
        run.folder = run.name = QStringLiteral("/r");
        run.condition = RunCondition::running;
        run.checkpoint_step = 3;
        model.set_rows({run});
        panel.select(run.folder);
        const auto enabled = [&](RunAction action) { return panel.button(action)->isEnabled(); };
        QVERIFY(enabled(RunAction::pause) && enabled(RunAction::stop) && enabled(RunAction::save));
        QVERIFY(!enabled(RunAction::resume) && !enabled(RunAction::carry_on));
        QSignalSpy asked(&panel, &RunListPanel::action_requested);
        panel.button(RunAction::pause)->click();
        QCOMPARE(asked.size(), 1);
        QVERIFY(panel.title().contains(condition_text(RunCondition::running)));  // until the status changes

        run.condition = RunCondition::died;
        run.pid = 4711;
        run.host = QStringLiteral("host");
        model.set_rows({run});
        QVERIFY(enabled(RunAction::carry_on) && enabled(RunAction::fork));
        QVERIFY(!enabled(RunAction::pause) && !enabled(RunAction::stop));
        QVERIFY(panel.description().contains(QStringLiteral("4711")));
        QVERIFY(panel.description().contains(QStringLiteral("step 3")));

        run.condition = RunCondition::failed;
        run.reason = QStringLiteral("out of memory: use a smaller batch or input");
        model.set_rows({run});
        QVERIFY(panel.description().startsWith(run.reason));
        QVERIFY(panel.description().contains(QStringLiteral("smaller batch")));
        panel.set_details({run.folder, QStringLiteral("last words\n"), {}});
        QVERIFY(panel.log()->toPlainText().contains(QStringLiteral("last words")));
        model.set_rows({});
        QVERIFY(!enabled(RunAction::carry_on));
        QCOMPARE(panel.selected(), QStringLiteral("/r"));  // the run may reappear
    }
};

QTEST_MAIN(RunListTest)
#include "run_list_test.moc"
