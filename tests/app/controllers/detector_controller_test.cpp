// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/detector_controller.h"

#include <signal.h>

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

#include "app/export/export_queue.h"
#include "app/session/running_detector.h"
#include "app/window/window_host.h"
#include "core/base/shell_word.h"
#include "support/fake_grounder.h"
#include "support/find_child.h"
#include "support/map_bridge.h"
#include "support/send_signal.h"
#include "support/test_photos.h"
#include "widgets/frame/job_row.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

namespace {

/// A bridge whose box is as wide as the phrase is long, and which does what some phrases say.
const char* const script = R"py(
import json, os, sys, time
here = os.path.dirname(sys.argv[0])
print("loading weights", file=sys.stderr, flush=True)
print(json.dumps({"bridge": 1, "name": "Wide Box", "device": "cpu"}), flush=True)
for text in sys.stdin:
    ask = json.loads(text)
    with open(os.path.join(here, "asked.txt"), "a") as file: file.write(text)
    for phrase in ask["phrases"]:
        if phrase == "hang":
            print("I think", file=sys.stderr, flush=True)
            with open(os.path.join(here, "pid.txt"), "w") as file: file.write(str(os.getpid()))
            time.sleep(100)
        if phrase == "wait" and ask["image"].endswith("c.png") and not os.path.exists(os.path.join(here, "go.txt")):
            time.sleep(100)
        while phrase == "hold" and os.path.exists(os.path.join(here, "hold.txt")): time.sleep(0.01)
        if phrase == "nonsense": print("nonsense", flush=True)
        line = {"image": ask["image"], "phrase": phrase, "width": 160, "height": 120, "scores": [0.5]}
        if phrase == "refuse": line = {"image": ask["image"], "phrase": phrase, "error": "I refuse"}
        else: line["boxes"] = [[0, 0, 10 * len(phrase), 60]]
        print(json.dumps(line), flush=True)
)py";

}  // namespace

/// A detector that runs, in the real window with a fake model.
class DetectorControllerTest : public QObject {
    Q_OBJECT

    TestPhotos photos_;
    std::unique_ptr<WindowHost> host_;
    MainWindow* window_ = nullptr;

    Explorer* explorer() { return window_->explorer(); }
    RunningDetector* detector() { return explorer()->detector()->running(); }
    const CanvasContent& content() { return window_->canvas()->content(); }
    QString told() { return window_->message_bar()->text(); }
    QString read(const char* name) {
        QFile file(photos_.path(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    qsizetype asked() { return read("asked.txt").count(u'\n'); }
    void open(const QStringList& phrases) {
        window_->open({photos_.path(QStringLiteral("a.png"))});
        QTRY_COMPARE(explorer()->photo().path, photos_.path(QStringLiteral("a.png")));
        explorer()->add_phrases(phrases);
        QTRY_VERIFY(!explorer()->busy());
    }
    /// Types the command into the dialog and presses Start.
    void start(const QString& command) {
        window_->action(QStringLiteral("detector.run"))->trigger();
        auto* const dialog = child<DetectorDialog>(window_);
        child<QComboBox>(dialog, "command")->setEditText(command);
        QTest::mouseClick(child<QPushButton>(dialog, "start"), Qt::LeftButton);
        QVERIFY(detector()->is_open());
    }
    QString bridge(const char* file = "bridge.py") {
        return QString::fromStdString(shell_word(GBS_TEST_PYTHON) + " " +
                                      shell_word(photos_.path(QLatin1String(file)).toStdString()));
    }
    QStringList titles() {
        QStringList names;
        for (const TileFigure& tile : window_->canvas()->figure().tiles) names << tile.name;
        return names;
    }
    QString state() { return child<QLabel>(child<DetectorDialog>(window_), "state")->text(); }
    double width_of_box() {
        return content().detector_boxes.empty() ? 0 : content().detector_boxes[0].rect.width();
    }

 private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setQuitOnLastWindowClosed(false);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer detector test"));
        photos_.write(QStringLiteral("bridge.py"), script);
        photos_.write(QStringLiteral("maps.py"), map_bridge);
    }
    void init() {
        QSettings().clear();
        QDir(RunningDetector::cache_folder()).removeRecursively();
        for (const char* name : {"asked.txt", "pid.txt"}) QFile::remove(photos_.path(QLatin1String(name)));
        host_ = std::make_unique<WindowHost>(
            [control = std::make_shared<FakeControl>()] { return std::make_shared<FakeGrounder>(control); });
        window_ = host_->window();
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_));
    }
    void cleanup() { host_.reset(); }

    void the_boxes_of_the_shown_phrase_appear() {
        open({QStringLiteral("a dog"), QStringLiteral("a cathedral")});
        start(bridge());
        QTRY_COMPARE(state(), QStringLiteral("ready: Wide Box, cpu"));
        QCOMPARE(window_->canvas()->view(), CanvasView::detector);
        explorer()->set_current_phrase(1);
        QTRY_COMPARE(width_of_box(), 110.0);
        QCOMPARE(content().detector_boxes[0].score, 0.5F);
        QTRY_VERIFY(!content().combined.empty());
        explorer()->set_current_phrase(0);
        QTRY_COMPARE(width_of_box(), 50.0);
        QCOMPARE(child<QPlainTextEdit>(child<DetectorDialog>(window_), "log")->toPlainText(),
                 QStringLiteral("loading weights"));
        // The command is remembered.
        QCOMPARE(QSettings().value(QStringLiteral("recent/detectors")).toStringList(), QStringList{bridge()});
        QTest::mouseClick(child<QPushButton>(child<DetectorDialog>(window_), "stop"), Qt::LeftButton);
        QTRY_COMPARE(state(), QStringLiteral("off"));
        QTRY_VERIFY(content().detector_boxes.empty());
    }

    void answers_are_kept_for_the_next_start() {
        open({QStringLiteral("a dog")});
        start(bridge());
        QTRY_COMPARE(width_of_box(), 50.0);
        QCOMPARE(asked(), 1);
        start(bridge());
        QTRY_VERIFY(state().startsWith(QStringLiteral("ready")));
        QTRY_COMPARE(width_of_box(), 50.0);
        QCOMPARE(asked(), 1);
    }

    void a_kill_while_it_answers_is_told_and_the_window_goes_on() {
        open({QStringLiteral("a dog"), QStringLiteral("hang")});
        explorer()->set_current_phrase(0);
        start(bridge());
        QTRY_COMPARE(width_of_box(), 50.0);
        explorer()->set_current_phrase(1);
        QTRY_VERIFY(!read("pid.txt").isEmpty());
        QVERIFY(send_signal(read("pid.txt").toInt(), SIGKILL));
        QTRY_VERIFY2(told().contains(QStringLiteral("signal 9 (Killed) without an answer")),
                     qPrintable(told()));
        QVERIFY(told().endsWith(QStringLiteral("I think")));
        QVERIFY(state().startsWith(QStringLiteral("failed")));
        explorer()->set_current_phrase(0);
        QTRY_COMPARE(width_of_box(), 50.0);
        explorer()->add_phrase(QStringLiteral("a bird"));
        start(bridge());
        QTRY_COMPARE(width_of_box(), 60.0);
    }

    void a_death_between_answers_is_told() {
        open({QStringLiteral("a dog")});
        start(QStringLiteral("sh -c \"echo going >&2; echo '{\\\"bridge\\\": 1}'; sleep 0.5; exit 7\""));
        QTRY_VERIFY(state().startsWith(QStringLiteral("failed")));
        QTRY_VERIFY2(told().contains(QStringLiteral("going")), qPrintable(told()));
    }

    void nonsense_is_told_and_a_refusal_is_a_note() {
        open({QStringLiteral("refuse"), QStringLiteral("nonsense")});
        explorer()->set_current_phrase(0);
        start(bridge());
        QTRY_COMPARE(content().detector_note, QStringLiteral("I refuse"));
        explorer()->set_current_phrase(1);
        QTRY_VERIFY2(told().contains(QStringLiteral("not a JSON object: nonsense")), qPrintable(told()));
        start(QStringLiteral("/no/such/program"));
        QTRY_VERIFY2(told().contains(QStringLiteral("cannot start /no/such/program")), qPrintable(told()));
        start(QStringLiteral("an 'open quote"));
        QTRY_VERIFY2(told().contains(QStringLiteral("does not end")), qPrintable(told()));
    }

    void stopping_it_while_it_hangs_takes_no_time() {
        open({QStringLiteral("hang")});
        start(bridge());
        QTRY_VERIFY(!read("pid.txt").isEmpty());
        QElapsedTimer time;
        time.start();
        window_->action(QStringLiteral("detector.stop"))->trigger();
        QVERIFY(time.elapsed() < 200);
        QVERIFY(!detector()->is_open());
        QTRY_VERIFY(::kill(read("pid.txt").toInt(), 0) != 0);
    }

    void it_is_side_b_where_nothing_else_is_compared() {
        open({QStringLiteral("a dog"), QStringLiteral("a bird")});
        start(bridge());
        QTRY_VERIFY(width_of_box() > 0);
        window_->action(QStringLiteral("view.sides"))->trigger();
        QTRY_COMPARE(content().sides.at(1).title, QStringLiteral("Wide Box, cpu"));
        QCOMPARE(content().sides.at(0).title, QStringLiteral("fake"));
        QTRY_VERIFY(!content().sides.at(1).map->empty() && !content().sides.at(0).layers.mean.empty());
        QCOMPARE(content().sides.at(1).map->peak, content().detector.peak);
        explorer()->compare_with_phrase(QStringLiteral("a cat"));
        QTRY_COMPARE(content().sides.at(1).title, QStringLiteral("a cat"));
        explorer()->stop_comparing();
        QTRY_COMPARE(content().sides.at(1).title, QStringLiteral("Wide Box, cpu"));
    }

    void two_models_and_another_method_are_a_b_and_c() {
        open({QStringLiteral("a dog"), QStringLiteral("a bird")});
        explorer()->set_current_phrase(0);
        window_->action(QStringLiteral("view.three_sides"))->trigger();
        QVERIFY2(told().contains(QStringLiteral("no C yet: run a detector")), qPrintable(told()));
        explorer()->stop_comparing();
        start(bridge("maps.py") + QStringLiteral(" --logits"));
        // The view has a place for it.
        QCOMPARE(window_->canvas()->view(), CanvasView::three_sides);
        const QString other = QStringLiteral("Other Net, cpu"), fake = QStringLiteral("fake");
        QTRY_COMPARE(titles(), (QStringList{fake, other}));
        const auto control = std::make_shared<FakeControl>();
        explorer()->load_other_model([control] { return std::make_shared<FakeGrounder>(control); });
        QTRY_COMPARE(titles(), (QStringList{fake, fake, other}));
        const auto tile = [this](std::size_t i) { return window_->canvas()->figure().tiles.at(i); };
        QTRY_VERIFY(!tile(0).map.empty() && !tile(1).map.empty() && !tile(2).map.empty());
        QCOMPARE(tile(2).map.highest, 5.0F);
        QCOMPARE(tile(2).color_bar.range.high, 5.0F);
        QVERIFY(tile(2).color_bar.range.low < 0);
        QCOMPARE(tile(0).color_bar.range, tile(1).color_bar.range);
        QCOMPARE(window_->canvas()->tile(2)->view()->accessibleName(),
                 QStringLiteral("Heatmap Other Net, cpu, map for “a dog”"));
        explorer()->stop_comparing();
        QTRY_COMPARE(titles(), (QStringList{fake, other}));
    }

    void it_says_that_it_starts_and_waits() {
        open({QStringLiteral("hang"), QStringLiteral("a bird")});
        explorer()->set_current_phrase(0);
        start(QStringLiteral("sleep 100"));
        QTRY_COMPARE(content().detector_note, QStringLiteral("starting…"));
        start(bridge());
        QTRY_COMPARE(content().detector_note, QStringLiteral("waiting for its answer…"));
        window_->action(QStringLiteral("view.three_sides"))->trigger();
        QCOMPARE(window_->canvas()->figure().tiles.at(1).meaning, QStringLiteral("waiting for its answer…"));
        start(QStringLiteral("/no/such/program"));
        QTRY_COMPARE(content().detector_note,
                     QStringLiteral("not running; Model > Detector > Run starts it"));
        QCOMPARE(titles(), (QStringList{QStringLiteral("fake"), QStringLiteral("/no/such/program")}));
    }

    void a_method_that_dies_keeps_its_tile_with_a_note() {
        open({QStringLiteral("a dog"), QStringLiteral("a bird")});
        explorer()->set_current_phrase(0);
        start(bridge("maps.py"));
        window_->action(QStringLiteral("view.three_sides"))->trigger();
        const auto note = [this] { return window_->canvas()->figure().tiles.at(1).meaning; };
        QTRY_COMPARE(note(), QStringLiteral("map for “a dog”"));
        QVERIFY(send_signal(read("pid.txt").toInt(), SIGKILL));
        QTRY_COMPARE(note(), QStringLiteral("not running; map for “a dog”"));
        QVERIFY(!window_->canvas()->figure().tiles.at(1).map.empty());
        explorer()->set_current_phrase(1);
        QTRY_COMPARE(note(), QStringLiteral("not running; Model &gt; Detector &gt; Run starts it"));
        QCOMPARE(window_->canvas()->tile(1)->view()->accessibleName(),
                 QStringLiteral("Heatmap Other Net, cpu, not running; Model > Detector > Run starts it"));
        QVERIFY(window_->canvas()->figure().tiles.at(1).map.empty());
        QCOMPARE(titles(), (QStringList{QStringLiteral("fake"), QStringLiteral("Other Net, cpu")}));
        QCOMPARE(content().sides.at(0).title, QStringLiteral("fake"));
        start(bridge("maps.py"));
        QTRY_COMPARE(note(), QStringLiteral("map for “a bird”"));
    }

    void a_file_of_boxes_takes_its_place() {
        open({QStringLiteral("a dog")});
        start(bridge());
        QTRY_COMPARE(width_of_box(), 50.0);
        photos_.write(QStringLiteral("boxes.jsonl"),
                      "{\"image\": \"a.png\", \"phrase\": \"a dog\", \"boxes\": [[20, 30, 100, 90]]}\n");
        window_->open({photos_.path(QStringLiteral("boxes.jsonl"))});
        QTRY_COMPARE(width_of_box(), 80.0);
        QVERIFY(!detector()->is_open());
    }

    void the_boxes_of_all_photos_are_written() {
        open({QStringLiteral("a dog"), QStringLiteral("a bird")});
        start(bridge());
        QTRY_VERIFY(state().startsWith(QStringLiteral("ready")));
        const QString file = photos_.path(QStringLiteral("written.jsonl"));
        child<DetectorController>(window_)->write_boxes(explorer()->browser()->images(), file);
        QTRY_VERIFY(QFile::exists(file));
        const DetectorBoxes boxes = read_detector_boxes(file.toStdString());
        QCOMPARE(static_cast<qsizetype>(boxes.images().size()), explorer()->browser()->images().size());
        QCOMPARE(boxes.boxes_for("a.png", "a dog").boxes.at(0).x2, 50.0);
        QTRY_VERIFY2(told().contains(QStringLiteral("written to")), qPrintable(told()));
    }

    void a_cancelled_job_continues_in_its_file() {
        open({QStringLiteral("wait")});
        start(bridge());
        QTRY_COMPARE(width_of_box(), 40.0);
        const QString file = photos_.path(QStringLiteral("long.jsonl"));
        auto* const queue = explorer()->findChild<ExportQueue*>();
        const QStringList photos = explorer()->browser()->images();
        child<DetectorController>(window_)->write_boxes(photos, file);
        const int id = queue->ids().last();
        // The heading and all photos but c.png, the first of which was known.
        QTRY_COMPARE(read("long.jsonl.part").count(u'\n'), photos.size());
        QTRY_COMPARE(asked(), photos.size());
        queue->cancel(id);
        QTRY_VERIFY(queue->job(id)->state().phase == JobState::Phase::cancelled);
        QVERIFY(!QFile::exists(file));
        photos_.write(QStringLiteral("go.txt"), "go");
        child<DetectorController>(window_)->write_boxes(photos, file);
        QTRY_VERIFY(QFile::exists(file));
        QCOMPARE(asked(), photos.size() + 1);
        QCOMPARE(static_cast<qsizetype>(read_detector_boxes(file.toStdString()).images().size()),
                 photos.size());
    }

    void a_job_is_paused_and_resumed_from_the_list() {
        open({QStringLiteral("hold")});
        start(bridge());
        QTRY_COMPARE(width_of_box(), 40.0);
        const QString file = photos_.path(QStringLiteral("paused.jsonl"));
        auto* const queue = explorer()->findChild<ExportQueue*>();
        QStringList photos;
        for (int i = 0; i < 40; ++i) {
            photos << photos_.path(QStringLiteral("copy %1.png").arg(i));
            QVERIFY(QFile::copy(photos_.path(QStringLiteral("a.png")), photos.last()));
        }
        photos_.write(QStringLiteral("hold.txt"), "hold");
        child<DetectorController>(window_)->write_boxes(photos, file);
        const int id = queue->ids().last();
        QTRY_COMPARE(asked(), 2);
        auto* const pause =
            window_->findChild<JobRow*>(job_row_name(id))->findChild<QToolButton*>(QStringLiteral("pause"));
        QVERIFY(pause->accessibleName().startsWith(QStringLiteral("Pause Boxes of 40")));
        QTest::keyClick(pause, Qt::Key_Space);
        QVERIFY(queue->job(id)->state().phase == JobState::Phase::pausing);
        QFile::remove(photos_.path(QStringLiteral("hold.txt")));
        QTRY_VERIFY(queue->job(id)->state().phase == JobState::Phase::paused);
        QCOMPARE(queue->job(id)->state().done, 1);
        QTest::qWait(100);
        QCOMPARE(asked(), 2);
        QVERIFY(pause->accessibleName().startsWith(QStringLiteral("Resume Boxes of 40")));
        QTest::keyClick(pause, Qt::Key_Space);
        QTRY_VERIFY(QFile::exists(file));
        QCOMPARE(asked(), 41);
        for (const QString& photo : photos) QFile::remove(photo);
    }

    void ground_truth_with_noise_is_a_detector() {
        photos_.write(
            QStringLiteral("truth.tsv"),
            "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\na.png\t160\t120\t11\t21\t110\t90\ta dog\n");
        open({QStringLiteral("a dog")});
        start(QString::fromStdString(shell_word(GBS_EXECUTABLE) + " noisy-detector --seed 3 " +
                                     shell_word(photos_.path(QStringLiteral("truth.tsv")).toStdString())));
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("ready: noisy ground truth, cpu"), 20000);
        QTRY_VERIFY(!content().detector_note.isEmpty());
    }
};

QTEST_MAIN(DetectorControllerTest)
#include "detector_controller_test.moc"
