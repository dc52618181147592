// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/benchmark_controller.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/benchmark/command_row.h"
#include "app/frame/main_window.h"
#include "app/session/detector_commands.h"
#include "app/settings/language.h"
#include "app/window/window_host.h"
#include "core/base/shell_word.h"
#include "support/events.h"
#include "support/fake_grounder.h"
#include "support/find_child.h"
#include "support/gui_watchdog.h"
#include "support/tiny_run.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;
using namespace gbs::training;

namespace {

/// Notes that it is asked. With an argument, it dies after as many questions.
const char* const bridge_script = R"py(
import json, os, sys
here = os.path.dirname(sys.argv[0])
left = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
print(json.dumps({"bridge": 1, "name": "Half", "device": "cpu"}), flush=True)
for text in sys.stdin:
    ask = json.loads(text)
    with open(os.path.join(here, "asked.txt"), "a") as file: file.write(ask["image"] + "\n")
    if left == 0:
        print("<b>out of memory</b>", file=sys.stderr, flush=True)
        sys.exit(7)
    left -= 1
    for phrase in ask["phrases"]:
        print(json.dumps({"image": ask["image"], "phrase": phrase, "boxes": [[0, 0, 20, 9 + len(phrase)]],
                          "scores": [0.5]}), flush=True)
)py";

}  // namespace

/// The benchmark panel with the default model at a small input size, on small folders of photos.
class BenchmarkPanelTest : public QObject {
    Q_OBJECT

    static constexpr int patience = 60'000;  // milliseconds

    QTemporaryDir models_;
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<WindowHost> host_;

    MainWindow* window() { return host_->window(); }
    Explorer* explorer() { return host_->explorer(); }
    BenchmarkController* benchmark() { return child<BenchmarkController>(window()); }
    BenchmarkPanel* panel() { return child<BenchmarkPanel>(window()); }
    BenchmarkForm* form() { return panel()->form(); }
    QPushButton* button(const char* name) { return child<QPushButton>(form(), name); }
    QComboBox* box(const char* name) { return child<QComboBox>(panel(), name); }
    QString text(const char* name) { return child<QLabel>(panel(), name)->text(); }
    ScoreBars* bars() { return child<ScoreBars>(panel()); }
    PhraseRows* rows() { return qobject_cast<PhraseRows*>(child<QListView>(panel(), "phrases")->model()); }
    void set_file(const QString& file) { child<QLineEdit>(form(), "file")->setText(file); }
    QString path(const QString& name) const { return folder_->filePath(name); }
    static QString fixture(const QString& name) {
        return QStringLiteral(GBS_TEST_FIXTURES "/benchmarks/") + name;
    }

    void open(const QString& folder) {
        benchmark()->open_folder(folder);
        QTRY_VERIFY_WITH_TIMEOUT(!child<BenchmarkJob>(window())->busy(), patience);
    }
    void run(const QString& file) {
        const auto count = panel()->kept().size();
        set_file(file);
        button("start")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!child<BenchmarkJob>(window())->busy(), patience);
        QVERIFY2(text("problem").isEmpty(), qPrintable(text("problem")));
        QVERIFY(panel()->kept().size() == count + 1 || panel()->kept().back()->file == file);
    }
    QString model_file() const { return models_.filePath(QStringLiteral("small.safetensors")); }
    static void convert(const QString& from, const QString& to, const QStringList& assignments) {
        QStringList words{QStringLiteral("convert"), from, to};
        for (const QString& each : assignments) words << QStringLiteral("--set") << each;
        QCOMPARE(QProcess::execute(QStringLiteral(GBS_EXECUTABLE), words), 0);
    }
    const ScoreSeries* series(const QString& map) {
        for (const ScoreSeries& each : bars()->sheet().series)
            if (each.map == map) return &each;
        return nullptr;
    }

    QListWidget* list(const char* name) { return child<QListWidget>(form(), name); }
    void write_bridge() const {
        QFile file(path(QStringLiteral("bridge.py")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bridge_script) > 0);
    }
    QString bridge() const {
        return QString::fromStdString(shell_word(GBS_TEST_PYTHON) + " " +
                                      shell_word(path(QStringLiteral("bridge.py")).toStdString()));
    }

    /// Chooses the filter and waits until the phrases are listed.
    void list(PhraseFilter filter) {
        QSignalSpy listed(rows(), &QAbstractItemModel::modelReset);
        box("filter")->setCurrentIndex(static_cast<int>(filter));
        QTRY_VERIFY_WITH_TIMEOUT(!listed.isEmpty(), patience);
    }

 private Q_SLOTS:
    void initTestCase() {
        if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setQuitOnLastWindowClosed(false);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer benchmark test"));
        convert(QString::fromStdString(default_model().string()), model_file(),
                {QStringLiteral("model.input_size=128")});
    }
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QSettings().clear();
        apply_language(QStringLiteral("en"));
        host_ = std::make_unique<WindowHost>(
            [] { return std::make_shared<FakeGrounder>(std::make_shared<FakeControl>()); });
        window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(window()));
        benchmark()->show_panel();
        QTRY_VERIFY(explorer()->model()->info());
        form()->set_window_model(model_file(), QStringLiteral("cpu"));
        box("protocol")->setCurrentText(QStringLiteral("plain"));
    }
    void cleanup() { host_.reset(); }

    void folder_is_recognized_with_its_splits() {
        open(fixture(QStringLiteral("flickr30k_entities")));
        QVERIFY2(text("about").contains(QStringLiteral("Flickr30k Entities")), qPrintable(text("about")));
        QVERIFY(box("split")->findText(QStringLiteral("test")) >= 0);
        QVERIFY(button("start")->isEnabled());
        QVERIFY(!button("stop")->isEnabled());
        open(path(QString()));
        QVERIFY(!text("problem").isEmpty());
        QVERIFY(!button("start")->isEnabled());
    }

    void masks_go_with_the_protocol_plain() {
        open(fixture(QStringLiteral("coco")));
        auto* const masks = child<QCheckBox>(form(), "masks");
        QVERIFY(masks->isEnabled());
        masks->click();
        QVERIFY(form()->request().masks);
        QVERIFY2(form()->file().contains(QStringLiteral("plain-masks")), qPrintable(form()->file()));
        box("protocol")->setCurrentText(QStringLiteral("mg"));
        QVERIFY(!masks->isEnabled());
        QVERIFY(!form()->request().masks);
    }

    void scores_equal_those_of_the_command_line() {
        open(fixture(QStringLiteral("flickr30k_entities")));
        run(path(QStringLiteral("window.jsonl")));
        QProcess gbs;
        gbs.start(QStringLiteral(GBS_EXECUTABLE),
                  {QStringLiteral("evaluate"), fixture(QStringLiteral("flickr30k_entities")),
                   QStringLiteral("--protocol"), QStringLiteral("plain"), QStringLiteral("--device"),
                   QStringLiteral("cpu"), QStringLiteral("--model"), model_file(), QStringLiteral("--split"),
                   box("split")->currentText(), QStringLiteral("--json"), QStringLiteral("--per-phrase"),
                   path(QStringLiteral("shell.jsonl"))});
        QVERIFY(gbs.waitForFinished(patience));
        QCOMPARE(gbs.exitCode(), 0);
        QVERIFY(QFileInfo::exists(path(QStringLiteral("shell.jsonl"))));
        QFile window_file(path(QStringLiteral("window.jsonl"))),
            shell_file(path(QStringLiteral("shell.jsonl")));
        QVERIFY(window_file.open(QIODevice::ReadOnly) && shell_file.open(QIODevice::ReadOnly));
        QCOMPARE(window_file.readAll(), shell_file.readAll());
        const QJsonObject report = QJsonDocument::fromJson(gbs.readAllStandardOutput()).object();
        int compared = 0;
        const QJsonObject maps = report.value(QLatin1String("maps")).toObject();
        for (const QString& map : maps.keys()) {
            const ScoreSeries* const shown = series(map);
            QVERIFY2(shown, qPrintable(map));
            QCOMPARE(shown->groups[0].hits, maps[map].toObject().value(QLatin1String("hits")).toDouble());
            ++compared;
        }
        QCOMPARE(compared, 3);
        QCOMPARE(series(QStringLiteral("random"))->is_baseline, true);
        QVERIFY(child<QTableView>(panel(), "scores")->model()->columnCount() >
                ScoreTableModel::FirstGroupColumn);
    }

    void stopped_run_can_be_resumed() {
        open(fixture(QStringLiteral("flickr30k_entities")));
        const QString file = path(QStringLiteral("kept.jsonl"));
        set_file(file);
        QVERIFY(!button("resume")->isEnabled());
        connect(child<BenchmarkJob>(window()), &BenchmarkJob::activity, this, [this](const QString& what) {
            if (what.startsWith(QStringLiteral("Scoring"))) child<BenchmarkJob>(window())->stop();
        });
        button("start")->click();
        QVERIFY(!box("split")->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(!child<BenchmarkJob>(window())->busy(), patience);
        child<BenchmarkJob>(window())->disconnect(this);
        if (panel()->kept().isEmpty()) {  // unless the run finished before it noticed the stop
            QVERIFY(QFile::exists(file + QStringLiteral(".part")));
            QVERIFY(button("resume")->isEnabled());
            button("resume")->click();
            QTRY_VERIFY_WITH_TIMEOUT(!child<BenchmarkJob>(window())->busy(), patience);
        }
        QCOMPARE(panel()->kept().size(), 1);
        QVERIFY(QFile::exists(file));
        const QString again = path(QStringLiteral("again.jsonl"));
        run(again);
        QFile first(file), second(again);
        QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
        QCOMPARE(first.readAll(), second.readAll());
    }

    void phrases_open_in_the_window() {
        open(fixture(QStringLiteral("flickr30k_entities")));
        run(path(QStringLiteral("walk.jsonl")));
        QTRY_VERIFY(rows()->rowCount() > 0);
        const int all = rows()->rowCount();
        const auto listed = [&](PhraseFilter filter) {
            list(filter);
            return rows()->rowCount();
        };
        const int hits = listed(PhraseFilter::hits), misses = listed(PhraseFilter::misses);
        const int skipped = listed(PhraseFilter::skipped);
        QCOMPARE(hits + misses + skipped, all);
        QCOMPARE(hits, static_cast<int>(series(QStringLiteral("mean"))->groups[0].hits));
        QCOMPARE(listed(PhraseFilter::all), all);
        for (int i = 0; i < all; ++i) {
            window()->action(QStringLiteral("benchmark.next"))->trigger();
            const UnitResult& unit = rows()->unit(i);
            const QString phrase = QString::fromStdString(unit.unit.target.phrase).simplified();
            QTRY_COMPARE_WITH_TIMEOUT(explorer()->shown_phrase(), phrase, patience);
            QVERIFY2(QFileInfo(explorer()->photo().path)
                         .fileName()
                         .startsWith(QString::fromStdString(unit.unit.target.image)),
                     qPrintable(explorer()->photo().path));
            QVERIFY(!explorer()->truth()->boxes(explorer()->photo(), phrase).empty());
            QVERIFY(!text("phrase_note").isEmpty());
        }
    }

    void walking_says_whose_maps_are_shown_and_leads_back() {
        QImage mine(64, 48, QImage::Format_RGB32);
        mine.fill(Qt::darkCyan);
        QVERIFY(mine.save(path(QStringLiteral("mine.png"))));
        window()->open({path(QStringLiteral("mine.png"))});
        QTRY_COMPARE_WITH_TIMEOUT(explorer()->photo().path, path(QStringLiteral("mine.png")), patience);
        open(fixture(QStringLiteral("flickr30k_entities")));
        run(path(QStringLiteral("whose.jsonl")));
        QTRY_VERIFY(rows()->rowCount() > 0);
        benchmark()->show_panel();
        QVERIFY(!panel()->walk_bar()->isVisible());
        list(PhraseFilter::misses);
        if (rows()->rowCount() == 0) QSKIP("the tiny model misses nothing");
        window()->action(QStringLiteral("benchmark.next"))->trigger();
        const QString phrase = QString::fromStdString(rows()->unit(0).unit.target.phrase).simplified();
        QTRY_COMPARE_WITH_TIMEOUT(explorer()->shown_phrase(), phrase, patience);
        QVERIFY(panel()->walk_bar()->isVisible());
        // The maps of this window are those of a stand-in, not of the model that was scored.
        QVERIFY2(text("walk_text").contains(QStringLiteral("of small, which is not loaded")),
                 qPrintable(text("walk_text")));
        QVERIFY(child<QPushButton>(panel(), "walk_load")->isVisible());
        const auto& marks = window()->canvas()->content().marks[2];
        QTRY_COMPARE(marks.size(), std::size_t{1});
        const Peak peak = rows()->score(0)->peak;
        QCOMPARE(marks[0].pixel, QPoint(peak.x, peak.y));
        QCOMPARE(marks[0].letter, QStringLiteral("✗"));
        child<QPushButton>(panel(), "walk_back")->click();
        QTRY_COMPARE_WITH_TIMEOUT(explorer()->photo().path, path(QStringLiteral("mine.png")), patience);
        QVERIFY(!panel()->walk_bar()->isVisible());
        QVERIFY(window()->canvas()->content().marks[2].empty());
        QCOMPARE(window()->workspaces()->current(), Workspace::explore);
    }

    void last_of_many_steps_is_shown() {
        open(fixture(QStringLiteral("flickr30k_entities")));
        run(path(QStringLiteral("quick.jsonl")));
        QTRY_VERIFY(rows()->rowCount() > 2);
        const int last = rows()->rowCount() - 1;
        for (int i = 0; i <= last; ++i)
            panel()->step(1);  // while the photos of the first phrase are being opened
        const UnitResult& unit = rows()->unit(last);
        QTRY_COMPARE_WITH_TIMEOUT(explorer()->shown_phrase(),
                                  QString::fromStdString(unit.unit.target.phrase).simplified(), patience);
        QVERIFY(QFileInfo(explorer()->photo().path)
                    .fileName()
                    .startsWith(QString::fromStdString(unit.unit.target.image)));
    }

    void clicked_bar_lists_its_phrases() {
        open(fixture(QStringLiteral("flickr30k_entities")));
        run(path(QStringLiteral("bars.jsonl")));
        const ScoreSheet& sheet = bars()->sheet();
        int series_at = -1, group = -1;
        for (int i = 0; i < sheet.series.size(); ++i)
            if (sheet.series[i].map == QStringLiteral("i2t")) series_at = i;
        QVERIFY(series_at >= 0);
        for (int i = 1; i < sheet.groups.size() && group < 0; ++i)
            if (sheet.series[series_at].groups[i].accuracy > 0) group = i;
        if (group < 0) QSKIP("the tiny model hits nothing in any group");
        bars()->resize(900, 300);
        drain_events();
        auto* const plot = bars()->findChild<QWidget*>();
        QTest::mouseClick(plot, Qt::LeftButton, {},
                          plot->mapFrom(bars(), bars()->bar_place(series_at, group)));
        QTRY_COMPARE(box("map")->currentText(), QStringLiteral("i2t"));
        QCOMPARE(box("group")->currentText(), sheet.groups[group]);
        QTRY_COMPARE(rows()->rowCount(), static_cast<int>(sheet.series[series_at].groups[group].total));
    }

    void two_results_are_compared_and_their_flips_listed() {
        open(fixture(QStringLiteral("flickr30k_entities")));
        run(path(QStringLiteral("one.jsonl")));
        const QString other = path(QStringLiteral("other.safetensors"));
        convert(model_file(), other,
                {QStringLiteral("model.input_size=96"), QStringLiteral("model.i2t_levels=max")});
        form()->set_window_model(other, QStringLiteral("cpu"));
        run(path(QStringLiteral("two.jsonl")));
        QCOMPARE(panel()->kept().size(), 2);
        QTRY_VERIFY2(text("comparison").contains(QStringLiteral("McNemar")), qPrintable(text("comparison")));
        QProcess gbs;
        gbs.start(QStringLiteral(GBS_EXECUTABLE),
                  {QStringLiteral("compare"), path(QStringLiteral("one.jsonl")),
                   path(QStringLiteral("two.jsonl")), QStringLiteral("--json")});
        QVERIFY(gbs.waitForFinished(patience));
        const QJsonArray interval = QJsonDocument::fromJson(gbs.readAllStandardOutput())
                                        .object()
                                        .value(QLatin1String("interval95"))
                                        .toArray();
        for (const QJsonValue& end : interval) {
            const QString number = QString::number(end.toDouble(), 'f', 2);
            QVERIFY2(text("comparison").contains(number), qPrintable(number + text("comparison")));
        }
        list(PhraseFilter::won);
        const int won = rows()->rowCount();
        for (int i = 0; i < won; ++i) QVERIFY(rows()->score(i)->hit);
        list(PhraseFilter::lost);
        const int lost = rows()->rowCount();
        for (int i = 0; i < lost; ++i) QVERIFY(!rows()->score(i)->hit);
        const auto hits = [&](int result) {
            for (const ScoreSeries& each : panel()->kept()[result]->scores.series)
                if (each.map == QStringLiteral("mean")) return static_cast<int>(each.groups[0].hits);
            return -1;
        };
        QCOMPARE(hits(1) - hits(0), won - lost);
        // Unchecking a result ends the comparison.
        child<QListWidget>(panel(), "results")->item(0)->setCheckState(Qt::Unchecked);
        QTRY_VERIFY(text("comparison").isEmpty());
        // A new window lists the same results.
        host_->rebuild();
        QTRY_COMPARE_WITH_TIMEOUT(panel()->kept().size(), 2, patience);
    }

    void bad_files_are_reported_in_the_form() {
        open(fixture(QStringLiteral("plain_tsv")));
        QFile boxes(path(QStringLiteral("boxes.jsonl")));
        QVERIFY(boxes.open(QIODevice::WriteOnly));
        boxes.write("no boxes\n");
        boxes.close();
        form()->add_detector(boxes.fileName());
        set_file(path(QStringLiteral("bad.jsonl")));
        button("start")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!child<BenchmarkJob>(window())->busy(), patience);
        QVERIFY2(text("problem").contains(QStringLiteral("boxes.jsonl")), qPrintable(text("problem")));
        QVERIFY(panel()->kept().isEmpty());
        benchmark()->open_results({boxes.fileName()});
        QTRY_VERIFY(window()->message_bar()->isVisible());
        QVERIFY(panel()->kept().isEmpty());
    }

    void a_running_detector_is_scored() {
        open(fixture(QStringLiteral("flickr30k_entities")));
        write_bridge();
        // It was used before, in Model > Detector > Run.
        remember_detector(bridge());
        form()->command_row()->offer();
        QCOMPARE(box("command")->itemText(0), bridge());
        QVERIFY(box("command")->currentText().isEmpty());
        box("command")->setCurrentIndex(0);
        child<QToolButton>(form(), "add_command")->click();
        QCOMPARE(list("detectors")->count(), 1);
        QVERIFY(box("command")->currentText().isEmpty());
        child<QSpinBox>(form(), "answer_limit")->setValue(30);
        const BenchmarkRequest request = form()->request();
        QCOMPARE(request.detector_bridges, std::vector<std::string>{bridge().toStdString()});
        QVERIFY(request.detectors.empty());
        const QString command = QString::fromStdString(request.command());
        QVERIFY2(command.contains(QStringLiteral(" --detector-bridge ")), qPrintable(command));
        QVERIFY2(command.contains(QStringLiteral(" --answer-limit 30")), qPrintable(command));
        run(path(QStringLiteral("bridge.jsonl")));
        QVERIFY(series(QStringLiteral("detector")));
        QVERIFY(series(QStringLiteral("mean+detector")));
        QFile report(path(QStringLiteral("bridge.html")));
        QVERIFY(report.open(QIODevice::ReadOnly));
        QVERIFY(QString::fromUtf8(report.readAll()).contains(QStringLiteral("--detector-bridge")));
        // What the command line says is the same.
        QProcess gbs;
        gbs.start(QStringLiteral("sh"),
                  {QStringLiteral("-c"), QStringLiteral("PATH=%1:$PATH exec %2 --per-phrase %3")
                                             .arg(QFileInfo(QStringLiteral(GBS_EXECUTABLE)).path(), command,
                                                  QString::fromStdString(shell_word(
                                                      path(QStringLiteral("shell.jsonl")).toStdString())))});
        QVERIFY(gbs.waitForFinished(patience));
        QVERIFY2(gbs.exitCode() == 0, gbs.readAllStandardError().constData());
        QFile ours(path(QStringLiteral("bridge.jsonl"))), theirs(path(QStringLiteral("shell.jsonl")));
        QVERIFY(ours.open(QIODevice::ReadOnly) && theirs.open(QIODevice::ReadOnly));
        QCOMPARE(ours.readAll(), theirs.readAll());
    }

    void nonsense_is_refused_at_the_field() {
        open(fixture(QStringLiteral("flickr30k_entities")));
        set_file(path(QStringLiteral("none.jsonl")));
        const std::vector<std::pair<QString, QString>> all{
            {QStringLiteral("/no/such/program --weights x"), QStringLiteral("no program “/no/such/program”")},
            {QStringLiteral("owl --weights x"), QStringLiteral("no program “owl”")},
            {QStringLiteral("python 'open"), QStringLiteral("does not end")},
            {QStringLiteral("NAME="), QStringLiteral("no detector is named")}};
        for (const auto& [typed, told] : all) {
            box("command")->setEditText(typed);
            QTest::keyClick(box("command")->lineEdit(), Qt::Key_Return);
            QVERIFY2(text("command_problem").contains(told), qPrintable(text("command_problem")));
            QVERIFY(child<QLabel>(form(), "command_problem")->isVisible());
            QCOMPARE(list("detectors")->count(), 0);
            // What is typed is meant to be scored: Start does not ignore it.
            button("start")->click();
            QVERIFY(!child<BenchmarkJob>(window())->busy());
        }
        QVERIFY(QSettings().value(QStringLiteral("recent/detectors")).toStringList().isEmpty());
        QTest::keyClicks(box("command")->lineEdit(), QStringLiteral("x"));
        QVERIFY(!child<QLabel>(form(), "command_problem")->isVisible());
        box("command")->setEditText({});
        QVERIFY(button("start")->isEnabled());
    }

    void a_detector_that_dies_ends_the_run_with_its_last_lines() {
        open(fixture(QStringLiteral("flickr30k_entities")));
        write_bridge();
        set_file(path(QStringLiteral("dead.jsonl")));
        box("command")->setEditText(QStringLiteral("dying=") + bridge() + QStringLiteral(" 1"));
        button("start")->click();  // also adds it
        QTRY_VERIFY_WITH_TIMEOUT(!child<BenchmarkJob>(window())->busy(), patience);
        QCOMPARE(list("detectors")->count(), 1);
        QVERIFY2(text("problem").contains(QStringLiteral("exit status 7")), qPrintable(text("problem")));
        QVERIFY2(text("problem").endsWith(QStringLiteral("<b>out of memory</b>")),
                 qPrintable(text("problem")));
        QVERIFY(child<QLabel>(form(), "problem")->textFormat() == Qt::PlainText);
        QVERIFY(panel()->kept().isEmpty());
        // The form is usable: without it, the run is done.
        QVERIFY(box("command")->isEnabled() && button("start")->isEnabled());
        list("detectors")->item(0)->setCheckState(Qt::Unchecked);
        QVERIFY(form()->request().detector_bridges.empty());
        run(path(QStringLiteral("alive.jsonl")));
    }

    void a_run_is_paused_and_resumed() {
        open(fixture(QStringLiteral("flickr30k_entities")));
        write_bridge();
        box("command")->setEditText(bridge());
        child<QToolButton>(form(), "add_command")->click();
        const QString file = path(QStringLiteral("paused.jsonl"));
        set_file(file);
        QVERIFY(!button("pause")->isVisible());
        QFile::remove(path(QStringLiteral("asked.txt")));
        button("start")->click();
        QVERIFY(button("pause")->isVisible() && !button("resume")->isVisible());
        button("pause")->setFocus();
        QTest::keyClick(button("pause"), Qt::Key_Space);
        QVERIFY(button("resume")->isVisible() && button("resume")->isEnabled() &&
                button("resume")->hasFocus());
        QSignalSpy paused(child<BenchmarkJob>(window()), &BenchmarkJob::paused);
        QTRY_COMPARE_WITH_TIMEOUT(paused.size(), 1, patience);
        const auto asked = [this] {
            QFile list(path(QStringLiteral("asked.txt")));
            return list.open(QIODevice::ReadOnly) ? list.readAll().count('\n') : 0;
        };
        const auto before = asked();
        QTest::qWait(200);
        QCOMPARE(asked(), before);
        QVERIFY(child<BenchmarkJob>(window())->busy());
        QTest::keyClick(button("resume"), Qt::Key_Space);
        QVERIFY(button("pause")->isVisible() && button("pause")->hasFocus());
        QTRY_VERIFY_WITH_TIMEOUT(!child<BenchmarkJob>(window())->busy(), patience);
        QVERIFY2(text("problem").isEmpty(), qPrintable(text("problem")));
        QVERIFY(asked() > before);
        const QString again = path(QStringLiteral("unpaused.jsonl"));
        run(again);
        QFile first(file), second(again);
        QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
        QCOMPARE(first.readAll(), second.readAll());
        // Stop ends a paused run at once, and the next one is not paused.
        set_file(path(QStringLiteral("stopped.jsonl")));
        button("start")->click();
        button("pause")->click();
        QTRY_COMPARE_WITH_TIMEOUT(paused.size(), 2, patience);
        button("stop")->click();
        QTRY_VERIFY(!child<BenchmarkJob>(window())->busy());
        run(path(QStringLiteral("after.jsonl")));
    }

    void a_hundred_thousand_phrases_do_not_block_the_window() {
        auto large = std::make_shared<BenchmarkResult>();
        large->name = QStringLiteral("large");
        large->data.names = {"mean"};
        for (int i = 0; i < 100'000; ++i) {
            UnitResult unit;
            unit.unit.target = {
                "photo" + std::to_string(i / 5), 100, 80, "phrase " + std::to_string(i), {{1, 1, 40, 40}}};
            unit.unit.phrases = {unit.unit.target.phrase};
            unit.scores.resize(1);
            unit.scores[0].hit = i % 3 == 0;
            large->data.results.push_back(std::move(unit));
        }
        large->scores = {{QStringLiteral("All")},
                         {{large->name, QStringLiteral("mean"), false, -1, -1, {ScoreValue{}}}}};
        const double longest = best_of(3, gui_budget_ms, [&] {
            GuiWatchdog watchdog;
            QSignalSpy listed(rows(), &QAbstractItemModel::modelReset);
            panel()->add_result(large);
            if (!QTest::qWaitFor([&] { return !listed.isEmpty(); }, patience)) return 1e9;
            list(PhraseFilter::hits);
            list(PhraseFilter::all);
            watchdog.wait_turns(10);
            return watchdog.longest_cpu_ms();
        });
        QCOMPARE(rows()->rowCount(), 100'000);
        qInfo("longest turn of the event loop: %.1f ms", longest);
        QVERIFY2(longest < gui_budget_ms, qPrintable(QString::number(longest)));
    }
};

QTEST_MAIN(BenchmarkPanelTest)
#include "benchmark_panel_test.moc"
