// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detector/detector_bridge.h"

#include <signal.h>

#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/base/file_io.h"
#include "core/base/shell_word.h"
#include "core/detector/detector_lines.h"
#include "support/error_of.h"

using namespace gbs;
using namespace std::chrono_literals;

namespace {

/// A bridge that prints what `answer` makes of a request.
const char* const script = R"py(
import json, os, signal, struct, sys, time
def say(line): print(json.dumps(line), flush=True)
def line(**more): say({"image": ask["image"], "phrase": phrase, "width": 100, "height": 50} | more)
def write_map(name, values):
    header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, %d)}" % len(values)
    header = header.ljust(117) + "\n"
    with open(os.path.join(os.environ["GBS_BRIDGE_FOLDER"], name), "wb") as file:
        file.write(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode())
        file.write(struct.pack("<%df" % len(values), *values))
HELLO
for text in sys.stdin:
    ask = json.loads(text)
    for phrase in ask["phrases"]:
        ANSWER
)py";

const char* const hello = "say({'bridge': 1, 'name': 'Tiny', 'device': 'cpu'})";

}  // namespace

class DetectorBridgeTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    BridgeOptions options(const std::string& answer, const std::string& first = hello) {
        std::string text = script;
        text.replace(text.find("HELLO"), 5, first).replace(text.find("ANSWER"), 6, answer);
        const std::string file = folder_.filePath(QStringLiteral("bridge.py")).toStdString();
        write_atomically(file, text);
        return {.command = shell_word(GBS_TEST_PYTHON) + " " + shell_word(file)};
    }
    static BridgeAnswer ask(DetectorBridge& bridge, const std::vector<std::string>& phrases = {"a dog"}) {
        return bridge.ask("photo.jpg", phrases);
    }
    /// The error of a bridge that must not be usable afterwards.
    QString fault(const std::string& answer) {
        DetectorBridge bridge(options(answer));
        const QString text = error_of([&] { ask(bridge); });
        return bridge.running() ? QStringLiteral("still running: ") + text : text;
    }

 private Q_SLOTS:
    void boxes_of_each_phrase() {
        DetectorBridge bridge(
            options("line(boxes=[[0, 0, 50, 25]] if 'dog' in phrase else [], **({'scores': "
                    "[0.5]} if 'dog' in phrase else {}))"));
        QCOMPARE(bridge.name(), std::string("Tiny"));
        QCOMPARE(bridge.device(), std::string("cpu"));
        QVERIFY(!bridge.gives_maps());
        for (int i = 0; i < 2; ++i) {
            const BridgeAnswer answer = ask(bridge, {" a dog ", "the grass", "a dog", " "});
            const std::string image = std::filesystem::absolute("photo.jpg").string();
            const auto found = answer.boxes.boxes_for(image, "a dog", 200, 100);
            QVERIFY(found.kind == DetectorMatch::Kind::phrase);
            QCOMPARE(found.boxes.at(0).x2, 100.0);
            QCOMPARE(found.boxes.at(0).score, 0.5);
            QCOMPARE(answer.boxes.boxes_for(image, "the grass").name, std::string("the grass"));
            QCOMPARE(answer.boxes.images().at(0).answers.size(), 2U);
        }
        QVERIFY(ask(bridge, {}).boxes.images().empty());
        QVERIFY(bridge.running());
    }

    void maps_are_read_and_removed() {
        DetectorBridge bridge(
            options("write_map('m.npy', [0, 0.25, 1]); line(map='m.npy') if phrase == 'a' "
                    "else line(error='no such thing')",
                    "say({'bridge': 1, 'gives': 'maps'}); print(os.environ["
                    "'GBS_BRIDGE_FOLDER'], file=sys.stderr)"));
        QVERIFY(bridge.gives_maps());
        const BridgeAnswer answer = ask(bridge, {"a", "b"});
        QCOMPARE(answer.maps.at("a").width(), 3);
        QCOMPARE(answer.maps.at("a").values()[1], 0.25F);
        QCOMPARE(answer.failures.at("b"), std::string("no such thing"));
    }

    void a_photo_that_it_cannot_read_does_not_end_it() {
        DetectorBridge bridge(options("say({'image': ask['image'], 'error': 'broken \\x1b[1m'}); break"));
        const BridgeAnswer answer = ask(bridge, {"a", "b"});
        QCOMPARE(answer.failures.size(), 2U);
        QCOMPARE(answer.failures.at("b"), std::string("broken \\x1b[1m"));
        QVERIFY(bridge.running());
        QVERIFY(error_of([&] {
                    bridge.ask("a\xff.jpg", std::vector<std::string>{"a"});
                }).contains(QStringLiteral("not UTF-8")));
        QVERIFY(bridge.running());
    }

    void nonsense_is_refused() {
        QVERIFY(fault("print('hm', flush=True)").contains(QStringLiteral("not a JSON object: hm")));
        QVERIFY(fault("print('[' * 200000, flush=True)").contains(QStringLiteral("not a JSON object")));
        QVERIFY(fault("ask['image'] = 'other.jpg'; line(boxes=[])")
                    .contains(QStringLiteral("not about the image")));
        QVERIFY(fault("phrase = 'a cat'; line(boxes=[])").contains(QStringLiteral("not about a phrase")));
        QVERIFY(fault("line()").contains(QStringLiteral("line without boxes")));
        QVERIFY(fault("line(boxes=[[0, 0, 9, 9]], scores=[])").contains(QStringLiteral("different numbers")));
        QVERIFY(fault("line(boxes=[[9, 9, 1, 1]])").contains(QStringLiteral("inverted box")));
        QVERIFY(fault("line(boxes=[[0, 0, 900, 900]])").contains(QStringLiteral("outside the image")));
        QVERIFY(fault("line(boxes=[[0, 0, 9, 9]], scores=[7])").contains(QStringLiteral("not 0 to 1")));
        QVERIFY(
            fault("line(boxes=[[0, 0, 9, 9]], logit=3)").contains(QStringLiteral("unknown key \"logit\"")));
        QVERIFY(fault("line(map='/etc/passwd')").contains(QStringLiteral("its answer has a map")));
        QVERIFY(fault("sys.stdout.write('x' * 20_000_000); sys.stdout.flush(); time.sleep(60)")
                    .contains(QStringLiteral("more than 16 MB")));
        DetectorBridge twice(options("line(boxes=[]); line(boxes=[])"));
        QVERIFY(error_of([&] { ask(twice, {"a", "b"}); }).contains(QStringLiteral("answered twice")));
        const std::string outside = folder_.filePath(QStringLiteral("kept.npy")).toStdString();
        write_atomically(outside, "not a map");
        DetectorBridge climber(
            options("line(map=os.path.relpath('" + outside + "', os.environ['GBS_BRIDGE_FOLDER']))",
                    "say({'bridge': 1, 'gives': 'maps'})"));
        QVERIFY(error_of([&] { ask(climber); }).contains(QStringLiteral("must be a name in the folder")));
        QVERIFY(std::filesystem::exists(outside));
        DetectorBridge maps(options("line(map='/etc/passwd')", "say({'bridge': 1, 'gives': 'maps'})"));
        QVERIFY(error_of([&] { ask(maps); }).contains(QStringLiteral("/etc/passwd: not a .npy file")));
    }

    void scores_of_another_range_are_brought_to_0_to_1() {
        BridgeOptions logits = options("line(boxes=[[0, 0, 9, 9]], scores=[0])");
        logits.scores = DetectorScores::sigmoid;
        DetectorBridge bridge(logits);
        QCOMPARE(ask(bridge).boxes.images().at(0).answers.at(0).boxes.at(0).score, 0.5);
        logits.scores = DetectorScores::minmax;
        QVERIFY(error_of([&] { DetectorBridge{logits}; }).contains(QStringLiteral("minmax")));
    }

    void a_death_is_told_with_the_last_lines() {
        DetectorBridge bridge(options("print('out of memory', file=sys.stderr); sys.exit(3)"));
        QCOMPARE(error_of([&] { ask(bridge); }),
                 QStringLiteral("the detector Tiny: it ended with exit status 3 without an answer; its last "
                                "lines:\nout of memory"));
        QVERIFY(!bridge.running());
        QCOMPARE(error_of([&] { ask(bridge); }), QStringLiteral("the detector Tiny has ended"));
        DetectorBridge killed(options("os.kill(os.getpid(), signal.SIGKILL)"));
        QVERIFY(
            error_of([&] { ask(killed); }).contains(QStringLiteral("signal 9 (Killed) without an answer")));
        DetectorBridge idle(options("line(boxes=[])"));
        ask(idle);
        ::kill(idle.process(), SIGKILL);
        QTRY_VERIFY(!idle.running());
        QVERIFY(error_of([&] { ask(idle); }).contains(QStringLiteral("signal 9 (Killed)")));
    }

    void a_hang_ends_at_the_limit() {
        BridgeOptions slow = options("time.sleep(60)");
        slow.start_limit = 1s;
        DetectorBridge bridge(slow);
        QVERIFY(error_of([&] { ask(bridge); }).contains(QStringLiteral("longer than 1 s for an answer")));
        // The limit is for a phrase, not for all of a photo.
        BridgeOptions steady = options("time.sleep(0.8); line(boxes=[])");
        steady.start_limit = 2s;
        DetectorBridge three(steady);
        QCOMPARE(ask(three, {"a", "b", "c"}).boxes.images().at(0).answers.size(), 3U);
        BridgeOptions silent = options("pass", "time.sleep(60)");
        silent.start_limit = 1s;
        QVERIFY(
            error_of([&] { DetectorBridge{silent}; }).contains(QStringLiteral("longer than 1 s for saying")));
    }

    void cancelling_ends_it() {
        const QString asked = folder_.filePath(QStringLiteral("asked"));
        DetectorBridge bridge(options("open('" + asked.toStdString() + "', 'w').close(); time.sleep(60)"));
        std::stop_source stop;
        std::jthread later([&] {
            while (!QFile::exists(asked)) std::this_thread::sleep_for(1ms);
            stop.request_stop();
        });
        QVERIFY_EXCEPTION_THROWN(bridge.ask("a.jpg", std::vector<std::string>{"a"}, stop.get_token()),
                                 Cancelled);
        QVERIFY(!bridge.running());
    }

    void other_programs_are_told_from_detectors() {
        QVERIFY(
            error_of([] { DetectorBridge{{.command = "echo ready"}}; })
                .contains(QStringLiteral(
                    "its first line is not {\"bridge\": 1, ...}, as docs/detectors.md asks, but: ready")));
        QVERIFY(error_of([] {
                    DetectorBridge{{.command = "echo '{\"bridge\": 2}'"}};
                }).contains(QStringLiteral("version 2 of the protocol")));
        QVERIFY(error_of([] {
                    DetectorBridge{{.command = "false"}};
                }).contains(QStringLiteral("it ended with exit status 1 without saying that it is ready")));
        QVERIFY(error_of([] {
                    DetectorBridge{{.command = " "}};
                }).contains(QStringLiteral("no detector is named")));
    }

    void answers_are_written_as_they_are_read() {
        for (const char* box : {"boxes=[[0, 0, 50, 25.5]], scores=[0.5]", "boxes=[]",
                                "boxes=[[0, 0, 0.5, 0.25]], scale='relative'"}) {
            DetectorBridge bridge(options("line(" + std::string(box) + ")"));
            const BridgeAnswer answer = ask(bridge);
            const DetectorImage& image = answer.boxes.images().at(0);
            const auto line = detector_line("x/photo.jpg", image, image.answers.at(0));
            const std::string file = folder_.filePath(QStringLiteral("b.jsonl")).toStdString();
            write_atomically(file, line.dump() + "\n");
            const DetectorBoxes read = read_detector_boxes(file);
            const auto one = read.boxes_for("x/photo.jpg", "a dog", 100, 50),
                       two = answer.boxes.boxes_for(image.image, "a dog", 100, 50);
            QCOMPARE(one.boxes.size(), two.boxes.size());
            for (std::size_t i = 0; i < one.boxes.size(); ++i) {
                QCOMPARE(one.boxes[i].x2, two.boxes[i].x2);
                QCOMPARE(one.boxes[i].y2, two.boxes[i].y2);
                QCOMPARE(one.boxes[i].score, two.boxes[i].score);
            }
        }
    }
};

QTEST_GUILESS_MAIN(DetectorBridgeTest)
#include "detector_bridge_test.moc"
