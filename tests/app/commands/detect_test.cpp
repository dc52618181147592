// SPDX-License-Identifier: GPL-3.0-or-later

#include <signal.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/file_io.h"
#include "core/base/shell_word.h"
#include "core/detector/detector_boxes.h"
#include "support/send_signal.h"

using namespace gbs;

namespace {

/// A bridge that answers each phrase with one box. At the photo in FOLDER/stop it hangs, at that in FOLDER/die it dies.
const char* const script = R"py(
import json, os, sys, time
here = os.path.dirname(sys.argv[0])
def reads(name):
    path = os.path.join(here, name)
    return open(path).read() if os.path.exists(path) else "-"
print(json.dumps({"bridge": 1, "name": "One Box"}), flush=True)
for text in sys.stdin:
    ask = json.loads(text)
    if os.path.basename(ask["image"]) == reads("stop"): time.sleep(100)
    if os.path.basename(ask["image"]) == reads("die"): sys.exit("I die")
    for phrase in ask["phrases"]:
        line = {"image": ask["image"], "phrase": phrase}
        if phrase == "odd": print(json.dumps(line | {"error": "too odd"}), flush=True)
        else: print(json.dumps(line | {"width": 48, "height": 40, "boxes": [[1, 2, 3, 4]]}), flush=True)
)py";

/// A bridge that gives maps of 2 x 2 pixels, highest at the upper left.
const char* const maps_script = R"py(
import json, os, struct, sys
header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2)}".ljust(117) + "\n"
with open(os.path.join(os.path.dirname(sys.argv[0]), "left.npy"), "wb") as file:
    file.write(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode() + struct.pack("<4f", 1, 0, 0, 0))
print(json.dumps({"bridge": 1, "gives": "maps"}), flush=True)
for text in sys.stdin:
    ask = json.loads(text)
    for phrase in ask["phrases"]:
        print(json.dumps({"image": ask["image"], "phrase": phrase, "map": os.path.abspath(file.name)}), flush=True)
)py";

}  // namespace

/// `gbs detect`, and `gbs evaluate` with a detector that runs.
class DetectTest : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;
    const QString truth_ = QStringLiteral(GBS_TEST_FIXTURES "/benchmarks/plain_tsv");

    struct Result {
        int code;
        QByteArray out, err;
    };

    QString path(const char* name) const { return directory_.filePath(QLatin1String(name)); }
    QString bridge() const {
        return QString::fromStdString(shell_word(GBS_TEST_PYTHON) + " " +
                                      shell_word(path("bridge.py").toStdString()));
    }
    QString noisy() const {
        return QString::fromStdString("gbs noisy-detector " + shell_word(truth_.toStdString()));
    }
    QStringList detect(const char* out, const QStringList& more = {}) const {
        return QStringList{QStringLiteral("detect"),   truth_ + QStringLiteral("/images"),
                           QStringLiteral("a phrase"), QStringLiteral("another"),
                           QStringLiteral("--bridge"), bridge(),
                           QStringLiteral("-o"),       path(out)} +
               more;
    }
    static Result run(const QStringList& arguments) {
        QProcess process;
        process.start(QStringLiteral(GBS_EXECUTABLE), arguments);
        if (!process.waitForFinished(120000)) return {-1, {}, "did not finish"};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static QJsonObject maps(const Result& result) {
        return QJsonDocument::fromJson(result.out).object()[QLatin1String("maps")].toObject();
    }
    int photos() const { return static_cast<int>(QDir(truth_ + QStringLiteral("/images")).count()) - 2; }
    QString last_photo() const {
        return QDir(truth_ + QStringLiteral("/images")).entryList(QDir::Files, QDir::Name).last();
    }
    void write(const char* name, const std::string& text) const {
        write_atomically(path(name).toStdString(), text);
    }

 private Q_SLOTS:
    void initTestCase() {
        write("bridge.py", script);
        // The photos' names and their phrases, as --phrases takes them.
        std::string list;
        const QString table =
            QString::fromStdString(read_text((truth_ + QStringLiteral("/phrases.tsv")).toStdString()));
        for (const QString& row : table.split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(1))
            list += (row.section(QLatin1Char('\t'), 0, 0) + QLatin1Char('\t') +
                     row.section(QLatin1Char('\t'), 7, 7))
                        .toStdString() +
                    "\n";
        write("phrases.txt", list);
    }
    void init() {
        QFile::remove(path("stop"));
        QFile::remove(path("die"));
    }

    void the_boxes_of_a_folder_are_written() {
        const Result result = run(detect("a.jsonl"));
        QVERIFY2(result.code == 0, result.err);
        const DetectorBoxes boxes = read_detector_boxes(path("a.jsonl").toStdString());
        QCOMPARE(static_cast<int>(boxes.images().size()), photos());
        QCOMPARE(static_cast<int>(boxes.boxes()), 2 * photos());
        QCOMPARE(boxes.images().back().image, last_photo().toStdString());
        QVERIFY(!QFile::exists(path("a.jsonl.part")));
    }

    void an_interrupted_folder_is_resumed() {
        write("stop", last_photo().toStdString());
        QProcess process;
        process.start(QStringLiteral(GBS_EXECUTABLE), detect("b.jsonl"));
        const auto lines = [&] {
            QFile file(path("b.jsonl.part"));
            return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
        };
        QTRY_COMPARE_WITH_TIMEOUT(lines(), 2 * photos() - 1,
                                  60000);  // heading, and two phrases of all but one
        QVERIFY(send_signal(process.processId(), SIGINT));
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("continue with the same command and --resume"));
        QVERIFY(!QFile::exists(path("b.jsonl")));
        QFile::remove(path("stop"));
        QVERIFY(
            run(detect("b.jsonl", {QStringLiteral("--resume"), QStringLiteral("--detector-scores=sigmoid")}))
                .err.contains("belong to another run (the detector or --detector-scores differ)"));
        const Result result = run(detect("b.jsonl", {QStringLiteral("--resume")}));
        QVERIFY2(result.code == 0, result.err);
        QVERIFY(result.err.contains("1 boxes for 2 phrases") || result.err.contains("2 boxes for 2 phrases"));
        QCOMPARE(read_text(path("b.jsonl").toStdString()), read_text(path("a.jsonl").toStdString()));
    }

    void a_bridge_that_dies_is_told_and_what_is_complete_kept() {
        write("die", last_photo().toStdString());
        const Result result = run(detect("c.jsonl"));
        QCOMPARE(result.code, 1);
        QVERIFY2(result.err.contains(
                     "One Box: it ended with exit status 1 without an answer; its last lines:\nI die"),
                 result.err);
        QVERIFY(result.err.contains("the boxes so far are kept"));
    }

    void a_phrase_without_an_answer_fails_alone() {
        const Result result = run(detect("d.jsonl", {QStringLiteral("odd")}));
        QCOMPARE(result.code, 1);
        QVERIFY2(result.err.contains("\"odd\": too odd"), result.err);
        QCOMPARE(static_cast<int>(read_detector_boxes(path("d.jsonl").toStdString()).boxes()), 2 * photos());
    }

    void evaluate_asks_a_detector_as_it_reads_a_file() {
        const QStringList what{QStringLiteral("evaluate"), truth_, QStringLiteral("--no-model"),
                               QStringLiteral("--json")};
        const Result asked =
            run(what + QStringList{QStringLiteral("--detector-bridge"), QStringLiteral("noisy=") + noisy()});
        QVERIFY2(asked.code == 0, asked.err);
        const Result written =
            run({QStringLiteral("detect"), truth_ + QStringLiteral("/images"), QStringLiteral("--phrases"),
                 path("phrases.txt"), QStringLiteral("--bridge"), noisy(), QStringLiteral("-o"),
                 path("n.jsonl")});
        QVERIFY2(written.code == 0, written.err);
        const Result read =
            run(what + QStringList{QStringLiteral("--detector"), QStringLiteral("noisy=") + path("n.jsonl")});
        QVERIFY2(read.code == 0, read.err);
        QVERIFY(maps(asked).contains(QStringLiteral("noisy")));
        QCOMPARE(maps(asked), maps(read));
        const Result text = run({QStringLiteral("evaluate"), truth_, QStringLiteral("--no-model"),
                                 QStringLiteral("--detector-bridge"), noisy()});
        QVERIFY2(text.out.contains("detector that runs noisy ground truth: gbs noisy-detector"), text.out);
        QVERIFY(text.out.contains("  detector "));
    }

    void maps_of_a_program_are_scored() {
        write("maps.py", maps_script);
        const QString command = QString::fromStdString("left=" + shell_word(GBS_TEST_PYTHON) + " " +
                                                       shell_word(path("maps.py").toStdString()));
        const Result result = run({QStringLiteral("evaluate"), truth_, QStringLiteral("--no-model"),
                                   QStringLiteral("--json"), QStringLiteral("--detector-bridge"), command});
        QVERIFY2(result.code == 0, result.err);
        // The upper left pixel is in the boxes of three of the four phrases.
        QCOMPARE(maps(result)[QLatin1String("left")].toObject()[QLatin1String("hits")].toInt(), 3);
        QVERIFY(run({QStringLiteral("detect"), truth_ + QStringLiteral("/images"), QStringLiteral("a"),
                     QStringLiteral("--bridge"), command.mid(5), QStringLiteral("-o"), path("f.jsonl")})
                    .err.contains("gives maps, not boxes"));
    }

    void evaluate_ends_with_a_detector_that_dies() {
        write("die", last_photo().toStdString());
        const Result result = run({QStringLiteral("evaluate"), truth_, QStringLiteral("--no-model"),
                                   QStringLiteral("--detector-bridge"), bridge()});
        QCOMPARE(result.code, 1);
        QVERIFY2(result.err.contains("exit status 1 without an answer"), result.err);
    }

    void mistakes_are_told() {
        QVERIFY(
            run({QStringLiteral("detect"), truth_ + QStringLiteral("/images"), QStringLiteral("a"),
                 QStringLiteral("--bridge"), QStringLiteral("no-such-thing"), QStringLiteral("-o"),
                 path("e.jsonl")})
                .err.contains("cannot start no-such-thing: No such file or directory; the bridges here are"));
        QVERIFY(run({QStringLiteral("evaluate"), truth_, QStringLiteral("--no-model"),
                     QStringLiteral("--detector-scores=sigmoid")})
                    .err.contains("add one of them"));
    }
};

QTEST_GUILESS_MAIN(DetectTest)
#include "detect_test.moc"
