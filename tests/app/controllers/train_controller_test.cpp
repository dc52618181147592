// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/train_controller.h"

#include <signal.h>
#include <QLineEdit>

#include <QApplication>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <random>

#include "app/settings/language.h"
#include "app/train/alpha_tab.h"
#include "app/train/curves_tab.h"
#include "app/train/run_scan.h"
#include "app/train/separation_tab.h"
#include "app/train/trainer_launch.h"
#include "app/window/window_host.h"
#include "support/events.h"
#include "support/fake_grounder.h"
#include "support/find_child.h"
#include "support/gui_watchdog.h"
#include "support/send_signal.h"
#include "support/tiny_run.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;
using namespace gbs::training;

/// The panel with real trainers: processes of this program that train on a few tiny photos.
class TrainControllerTest : public QObject {
    Q_OBJECT

    static constexpr int patience = 90'000;  // milliseconds; a trainer on a busy machine is slow

    QTemporaryDir ended_;  // training data and a completed run
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<WindowHost> host_;

    MainWindow* window() { return host_->window(); }
    TrainController* train() { return child<TrainController>(window()); }
    RunListPanel* panel() { return child<RunListPanel>(window()); }
    NewRunDialog* dialog() { return visible_window<NewRunDialog>(); }
    RunRow run() { return panel()->current(); }
    RunCondition condition() { return run().condition; }
    QString path(const QString& name) const { return folder_->filePath(name); }
    static QString recipe() { return QStringLiteral(GBS_SOURCE_DIR "/training/recipes/smoke.yaml"); }

    void make_host() {
        host_ = std::make_unique<WindowHost>(
            [] { return std::make_shared<FakeGrounder>(std::make_shared<FakeControl>()); });
        quicken();
        window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(window()));
        train()->show_panel();
    }
    /// Shortens the pauses between looks: the tests would wait for a hundred of them.
    void quicken() {
        child<RunWatcher>(window())->setProperty("period", 100);
        child<CheckpointFollower>(window())->set_min_interval(1000);
    }
    QMap<QString, QString> tiny(int steps) const {
        QMap<QString, QString> options;
        const auto set = [&](const char* key, const QString& value) {
            options.insert(QString::fromLatin1(key), value);
        };
        set("data.images", path(QStringLiteral("photos")));
        set("data.captions", path(QStringLiteral("captions.tsv")));
        set("steps", QString::number(steps));
        set("batch", QStringLiteral("4"));
        set("device", QStringLiteral("cpu"));
        set("model.input_size", QStringLiteral("32"));
        set("model.neck_width", QStringLiteral("8"));
        set("model.decoder_width", QStringLiteral("4"));
        set("checkpoint.every", QStringLiteral("20"));
        set("preview.every", QStringLiteral("100000"));
        return options;
    }
    void open_dialog(const QMap<QString, QString>& options) {
        train()->new_run(recipe(), options);
        QTRY_VERIFY_WITH_TIMEOUT(dialog() && dialog()->is_checked(), patience);
    }
    /// Starts a run from the dialog, like the user.
    void start(const QString& name, int steps) { start(name, tiny(steps)); }
    void start(const QString& name, const QMap<QString, QString>& options) {
        open_dialog(options);
        child<QLineEdit>(dialog(), "run_name")->setText(name);
        QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(dialog(), "start")->isEnabled(), patience);
        child<QPushButton>(dialog(), "start")->click();
        QTRY_VERIFY_WITH_TIMEOUT(run().name == name, patience);
    }
    /// Adds the completed run of six steps and selects it.
    void add_completed(const QString& name) {
        const QString folder = path(QStringLiteral("runs/") + name);
        QVERIFY(QDir().mkpath(path(QStringLiteral("runs"))));
        std::filesystem::copy(ended_.filePath(QStringLiteral("run")).toStdString(), folder.toStdString(),
                              std::filesystem::copy_options::recursive);
        panel()->select(folder);
        QTRY_COMPARE_WITH_TIMEOUT(run().name, name, patience);
        QCOMPARE(condition(), RunCondition::completed);
    }
    static QStringList assignments(const QMap<QString, QString>& options) {
        QStringList words;
        for (auto each = options.begin(); each != options.end(); ++each)
            words << each.key() + QLatin1Char('=') + each.value();
        return words;
    }
    void train_ended_run() {
        make_tiny_data(ended_.path().toStdString(), 8);
        auto options = tiny(6);
        options[QStringLiteral("data.images")] = ended_.filePath(QStringLiteral("photos"));
        options[QStringLiteral("data.captions")] = ended_.filePath(QStringLiteral("captions.tsv"));
        options[QStringLiteral("preview.every")] = QStringLiteral("2");
        QCOMPARE(QProcess::execute(QStringLiteral(GBS_EXECUTABLE),
                                   new_run_arguments(recipe(), ended_.filePath(QStringLiteral("run")),
                                                     assignments(options))),
                 0);
    }
    void press(RunAction action) {
        QTRY_VERIFY_WITH_TIMEOUT(panel()->button(action)->isEnabled(), patience);
        panel()->button(action)->click();
    }
    /// The losses in metrics.jsonl.
    static QMap<int, double> losses(const QString& folder) {
        QMap<int, double> found;
        QFile file(folder + QStringLiteral("/metrics.jsonl"));
        if (!file.open(QIODevice::ReadOnly)) return found;
        while (!file.atEnd()) {
            const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
            if (line.contains(QLatin1String("loss/total")))
                found[line[QLatin1String("step")].toInt()] = line[QLatin1String("loss/total")].toDouble();
        }
        return found;
    }
    void end_trainers() {
        for (const RunRow& each : scan_runs(path(QStringLiteral("runs")), {}))
            if (is_at_work(each.condition)) send_signal(each.pid, SIGKILL);
    }

 private Q_SLOTS:
    void initTestCase() {
        if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setQuitOnLastWindowClosed(false);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer training test"));
        qputenv("GBS_TRAINER", GBS_EXECUTABLE);
        folder_ = std::make_unique<QTemporaryDir>();
        train_ended_run();
    }
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        make_tiny_data(folder_->path().toStdString(), 8);
        QSettings().clear();
        QSettings().setValue(QStringLiteral("train/folder"), path(QStringLiteral("runs")));
        apply_language(QStringLiteral("en"));
        make_host();
    }
    void cleanup() {
        end_trainers();
        host_.reset();
    }

    void a_run_is_controlled_from_the_panel() {
        start(QStringLiteral("driven"), 100000);
        QTRY_COMPARE_WITH_TIMEOUT(condition(), RunCondition::running, patience);
        QTRY_VERIFY_WITH_TIMEOUT(run().step > 0, patience);
        QVERIFY(panel()->log()->toPlainText().contains(QStringLiteral("device cpu")));

        press(RunAction::pause);
        QVERIFY(!run().pending.isEmpty());
        QCOMPARE(condition(), RunCondition::running);  // the trainer has not confirmed it yet
        QTRY_COMPARE_WITH_TIMEOUT(condition(), RunCondition::paused, patience);
        QVERIFY(run().pending.isEmpty());
        const qint64 step = run().step;
        const qint64 pid = run().pid;

        // Replace the window: the trainer continues.
        host_.reset();
        make_host();
        QTRY_COMPARE_WITH_TIMEOUT(condition(), RunCondition::paused, patience);
        QCOMPARE(run().step, step);
        QCOMPARE(run().pid, pid);
        press(RunAction::resume);
        QTRY_COMPARE_WITH_TIMEOUT(condition(), RunCondition::running, patience);
        host_->rebuild();
        quicken();
        QTRY_VERIFY_WITH_TIMEOUT(condition() == RunCondition::running && run().step > step, patience);
        QCOMPARE(run().pid, pid);

        press(RunAction::save);
        QTRY_VERIFY_WITH_TIMEOUT(run().pending.isEmpty() && run().checkpoint_step >= step, patience);
        press(RunAction::stop);
        QTRY_COMPARE_WITH_TIMEOUT(condition(), RunCondition::stopped, patience);
        const qint64 stopped_at = run().checkpoint_step;
        QCOMPARE(run().step, stopped_at);

        press(RunAction::carry_on);
        QTRY_VERIFY_WITH_TIMEOUT(condition() == RunCondition::running && run().step > stopped_at, patience);
        QVERIFY(run().pid != pid);
    }

    void a_completed_run_can_be_continued_with_more_steps() {
        add_completed(QStringLiteral("short"));
        QCOMPARE(run().step, 6);
        train()->carry_on(run().folder, 4);
        QTRY_VERIFY_WITH_TIMEOUT(condition() == RunCondition::completed && run().total == 10, patience);
        QCOMPARE(run().step, 10);
        QCOMPARE(losses(run().folder).size(), 10);
    }

    /// GBS_KILLS sets the number of kills.
    void a_killed_trainer_is_noticed_and_its_run_continues_exactly() {
        const int kills = std::max(3, qEnvironmentVariableIntValue("GBS_KILLS"));
        const int steps = 8 * kills;
        auto options = tiny(steps);
        options[QStringLiteral("checkpoint.every")] = QStringLiteral("5");
        start(QStringLiteral("whole"), options);
        QTRY_COMPARE_WITH_TIMEOUT(condition(), RunCondition::completed, 20 * patience);
        const auto expected = losses(run().folder);
        QCOMPARE(expected.size(), steps);

        start(QStringLiteral("killed"), options);
        std::minstd_rand random(7);
        qint64 longest = 0;
        int done = 0;
        for (; done < kills && condition() != RunCondition::completed; ++done) {
            QTRY_VERIFY_WITH_TIMEOUT(is_at_work(condition()), patience);
            // A third of the kills come at the start of the trainer, before or after its first status; the
            // others after one to four more steps.
            const int moment = static_cast<int>(random() % 1000);
            const auto before = losses(run().folder).size();
            if (done % 3 == 0)
                QTRY_VERIFY_WITH_TIMEOUT(moment % 2 == 0 || condition() != RunCondition::starting, patience);
            else
                QTRY_VERIFY_WITH_TIMEOUT(losses(run().folder).size() > before + moment % 4, patience);
            const RunRow now = scan_run(run().folder);
            if (!is_at_work(now.condition)) break;
            QVERIFY(send_signal(now.pid, SIGKILL));
            QElapsedTimer since;
            since.start();
            QTRY_COMPARE_WITH_TIMEOUT(condition(), RunCondition::died, patience);
            longest = std::max(longest, since.elapsed());
            QVERIFY(panel()->description().contains(QString::number(now.pid)));
            press(RunAction::carry_on);
            QTRY_VERIFY_WITH_TIMEOUT(condition() != RunCondition::died, patience);
        }
        qInfo("%d kills, each seen within %lld ms", done, static_cast<long long>(longest));
        QCOMPARE(done, kills);
        QTRY_COMPARE_WITH_TIMEOUT(condition(), RunCondition::completed, 20 * patience);
        QCOMPARE(losses(run().folder), expected);
    }

    void a_run_whose_trainer_had_written_nothing_can_be_continued() {
        start(QStringLiteral("early"), 6);
        const QString folder = run().folder;
        QVERIFY(send_signal(run().pid, SIGKILL));
        QTRY_COMPARE_WITH_TIMEOUT(condition(), RunCondition::died, patience);
        for (const char* name : {"config.yaml", "status.json"})
            QFile::remove(folder + QLatin1Char('/') + QLatin1String(name));
        QTRY_COMPARE_WITH_TIMEOUT(condition(), RunCondition::died, patience);
        press(RunAction::carry_on);
        QTRY_COMPARE_WITH_TIMEOUT(condition(), RunCondition::completed, patience);
        QCOMPARE(losses(folder).size(), 6);
    }

    void a_run_from_a_shell_is_attached_and_its_failure_reported() {
        QVERIFY(QFile::remove(path(QStringLiteral("photos/photo0.png"))));
        for (int i = 1; i < 8; ++i) {
            QFile photo(path(QStringLiteral("photos/photo%1.png").arg(i)));
            QVERIFY(photo.open(QIODevice::WriteOnly | QIODevice::Truncate));
            photo.write("no photo");
        }
        const QString outside = path(QStringLiteral("elsewhere"));
        QProcess shell;
        shell.start(QStringLiteral(GBS_EXECUTABLE),
                    new_run_arguments(recipe(), outside, assignments(tiny(6))));
        QVERIFY(shell.waitForFinished(patience));
        QCOMPARE(shell.exitCode(), 1);
        train()->attach(outside);
        QTRY_COMPARE_WITH_TIMEOUT(run().folder, outside, patience);
        QCOMPARE(condition(), RunCondition::failed);
        QVERIFY(panel()->description().contains(QStringLiteral("can be decoded")));
        train()->attach(path(QStringLiteral("photos")));
        QTRY_VERIFY(window()->message_bar()->text().contains(QStringLiteral("is not a training run")));
    }

    void a_trainer_that_refuses_is_reported_as_failed() {
        const QString folder = path(QStringLiteral("runs/refused"));
        launch_trainer(folder, resume_arguments(folder, {}));
        panel()->select(folder);
        QTRY_COMPARE_WITH_TIMEOUT(condition(), RunCondition::failed, patience);
        QVERIFY(panel()->description().contains(QStringLiteral("holds no run")));
        QTRY_VERIFY(panel()->log()->toPlainText().contains(QStringLiteral("holds no run")));
    }

    void problems_are_found_before_the_start_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("fatal");
        const auto row = [](const char* key, const char* value, const char* words, bool fatal) {
            QTest::newRow(key) << QString::fromLatin1(key) << QString::fromLatin1(value)
                               << QString::fromLatin1(words) << fatal;
        };
        row("batch", "1", "partner", true);
        row("data.images", "/no/such/photos", "does not exist", true);
        row("data.captions", "/no/such.tsv", "does not exist", true);
        row("optimizer.learning_rate", "eleven", "Not a number", true);
        row("data.limit", "2", "only 2 photos", true);
        row("alpha.perlin.k_min", "9", "perlin.k_min", true);
    }
    void problems_are_found_before_the_start() {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, words);
        QFETCH(bool, fatal);
        open_dialog(tiny(6));
        QVERIFY(child<QPushButton>(dialog(), "start")->isEnabled());
        QCOMPARE(child<QListWidget>(dialog(), "problems")->count(), 0);
        auto* const edit = child<QLineEdit>(child<OptionsForm>(dialog(), "options")->row(key));
        edit->selectAll();
        QTest::keyClicks(edit, value);
        QVERIFY(!child<QPushButton>(dialog(), "start")
                     ->isEnabled());  // disabled until the recipe has been checked
        QTRY_VERIFY_WITH_TIMEOUT(dialog()->is_checked(), patience);
        QCOMPARE(child<QPushButton>(dialog(), "start")->isEnabled(), !fatal);
        QVERIFY(child<QListWidget>(dialog(), "problems")->count() > 0);
        QVERIFY2(child<QListWidget>(dialog(), "problems")->item(0)->text().contains(words),
                 qPrintable(child<QListWidget>(dialog(), "problems")->item(0)->text()));
        const QString at_field =
            child<OptionsForm>(dialog(), "options")
                ->row(key == QStringLiteral("data.limit") ? QStringLiteral("batch") : key)
                ->problem();
        QVERIFY2(at_field.contains(words), qPrintable(at_field));
    }

    void captions_of_missing_photos_are_reported() {
        QVERIFY(QFile::remove(path(QStringLiteral("photos/photo3.png"))));
        open_dialog(tiny(6));
        QVERIFY(child<QPushButton>(dialog(), "start")->isEnabled());  // the other captions suffice
        QVERIFY(child<OptionsForm>(dialog(), "options")
                    ->row(QStringLiteral("data.images"))
                    ->problem()
                    .contains(QStringLiteral("photo3.png")));
    }

    void the_command_line_does_the_same() {
        open_dialog(tiny(6));
        child<QLineEdit>(dialog(), "run_name")->setText(QStringLiteral("same"));
        const QString command = child<QPlainTextEdit>(dialog(), "command")->toPlainText();
        QVERIFY(command.startsWith(QStringLiteral("gbs train ")));
        QVERIFY(command.contains(QStringLiteral("--set batch=4")));
        QCOMPARE(command, command_line(dialog()->arguments()));
        QStringList arguments = dialog()->arguments();
        arguments << QStringLiteral("--print");
        QProcess shell;
        shell.start(QStringLiteral(GBS_EXECUTABLE), arguments);
        QVERIFY(shell.waitForFinished(patience));
        QCOMPARE(shell.exitCode(), 0);
        QVERIFY(shell.readAllStandardOutput().contains("batch: 4"));
    }

    void a_fork_starts_from_a_checkpoint_with_other_options() {
        add_completed(QStringLiteral("parent"));
        QTRY_VERIFY_WITH_TIMEOUT(!panel()->details().checkpoints.isEmpty(), patience);
        const QString model = panel()->details().checkpoints.last().model;
        train()->fork(run().folder, model);
        QTRY_VERIFY_WITH_TIMEOUT(dialog() && dialog()->is_checked(), patience);
        QCOMPARE(child<QLineEdit>(dialog(), "run_name")->text(), QStringLiteral("parent-1"));
        QCOMPARE(child<OptionsForm>(dialog(), "options")->value(QStringLiteral("initial_checkpoint")), model);
        auto* const rate = child<QLineEdit>(
            child<OptionsForm>(dialog(), "options")->row(QStringLiteral("optimizer.learning_rate")));
        rate->selectAll();
        QTest::keyClicks(rate, QStringLiteral("1e-5"));
        QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(dialog(), "start")->isEnabled(), patience);
        child<QPushButton>(dialog(), "start")->click();
        QTRY_COMPARE_WITH_TIMEOUT(run().name, QStringLiteral("parent-1"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(condition(), RunCondition::completed, patience);
        QTRY_VERIFY(panel()->log()->toPlainText().contains(QStringLiteral("tensors from ") + model));
    }

    void the_explorer_loads_the_latest_checkpoint() {
        add_completed(QStringLiteral("seen"));
        window()->action(QStringLiteral("train.ground"))->trigger();
        const auto model = [this] {
            const auto& info = host_->explorer()->model()->info();
            return info ? info->path.string() : std::string();
        };
        QTRY_VERIFY_WITH_TIMEOUT(model().ends_with("step-00000006.safetensors"), patience);
        window()->action(QStringLiteral("train.follow"))->setChecked(true);
        train()->carry_on(run().folder, 3);
        QTRY_VERIFY_WITH_TIMEOUT(model().ends_with("step-00000009.safetensors"), patience);
    }

    void every_tab_shows_the_selected_run() {
        add_completed(QStringLiteral("tabs"));
        TrainingTabs* const tabs = child<TrainingTabs>(window());
        const QString state = child<QLabel>(tabs, "state")->text();
        QVERIFY2(state.contains(QStringLiteral("tabs")), qPrintable(state));

        auto* const curves = child<CurvesTab>(tabs);
        tabs->setCurrentWidget(curves);
        QTRY_VERIFY(curves->findChild<CurvePlot*>());
        auto* const separation = child<SeparationTab>(tabs);
        tabs->setCurrentWidget(separation);
        const auto* const view = child<SeparationView>(separation);
        QTRY_VERIFY(view->isVisible());
        const PreviewEntry latest = find_previews(run().folder).last();
        QCOMPARE(view->tiles()[SeparationView::photo1].caption, read_preview_rows(latest).first().text1);
        QVERIFY(child<RunWatcher>(window())->watching());  // the state beside the tabs stays true
    }

    void an_alpha_of_the_studio_goes_into_the_new_run() {
        AlphaTab* const studio = child<TrainingTabs>(window())->alpha();
        auto* const share = child<QDoubleSpinBox>(studio, "alpha.circle.share");
        auto* const use = child<QPushButton>(studio, "use");
        share->setValue(70);
        child<TrainingTabs>(window())->setCurrentWidget(studio);
        use->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog() && dialog()->is_checked(), patience);
        QVERIFY(
            dialog()->arguments().join(QLatin1Char(' ')).contains(QStringLiteral("alpha.circle.share=70")));
        // An open dialog keeps the user's changes.
        dialog()->change_options({{QStringLiteral("batch"), QStringLiteral("6")}});
        share->setValue(30);
        use->click();
        const QString command = dialog()->arguments().join(QLatin1Char(' '));
        QVERIFY(command.contains(QStringLiteral("alpha.circle.share=30")));
        QVERIFY(command.contains(QStringLiteral("batch=6")));
    }

    void a_hidden_panel_reads_nothing() {
        add_completed(QStringLiteral("quiet"));
        child<QDockWidget>(window(), "training")->hide();
        QVERIFY(!child<RunWatcher>(window())->watching());
        const QSignalSpy looked(child<RunWatcher>(window()), &RunWatcher::looked);
        auto* const timer = child<RunWatcher>(window())->findChild<QTimer*>();
        QVERIFY(!timer->isActive());
        fire(timer);
        QCOMPARE(looked.size(), 0);
        train()->show_panel();
        QTRY_VERIFY(!looked.empty());
    }

    void the_window_stays_responsive() {
        start(QStringLiteral("busy"), 100000);
        QTRY_VERIFY_WITH_TIMEOUT(run().step > 0, patience);
        const double longest = best_of(3, gui_budget_ms, [this] {
            GuiWatchdog watchdog;
            open_dialog(tiny(6));
            child<QLineEdit>(child<OptionsForm>(dialog(), "options"), "search")
                ->setText(QStringLiteral("loss"));
            const QSignalSpy looked(child<RunWatcher>(window()), &RunWatcher::looked);
            if (!QTest::qWaitFor([&] { return looked.size() >= 10; }, patience)) return 1e9;
            dialog()->close();
            watchdog.wait_turns(10);
            return watchdog.longest_cpu_ms();
        });
        qInfo("longest turn of the event loop: %.1f ms", longest);
        QVERIFY2(longest < gui_budget_ms, qPrintable(QString::number(longest)));
    }
};

QTEST_MAIN(TrainControllerTest)
#include "train_controller_test.moc"
