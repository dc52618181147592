// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

#include "core/base/file_io.h"
#include "support/send_signal.h"
#include "support/strict_yaml.h"
#include "support/tiny_checkpoint.h"
#include "support/tiny_run.h"

using namespace gbs;
using namespace gbs::training;

/// Runs the program like a user or a script would, without a display.
class CommandsTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void initTestCase();
    void help_and_version_succeed_and_a_wrong_flag_is_usage();
    void ground_prints_one_json_document();
    void ground_writes_maps_of_the_photos_size();
    void ground_reads_a_folder_and_a_phrases_file();
    void ground_reads_the_labels_of_annotations();
    void ground_takes_existing_files_as_photos();
    void ground_counts_lines_without_a_photo();
    void ground_writes_the_named_maps_and_resumes();
    void an_interrupted_ground_leaves_complete_files();
    void report_is_one_file();
    void report_shows_the_boxes_of_a_detector();
    void bad_input_fails_with_a_message_data();
    void bad_input_fails_with_a_message();
    void evaluate_counts_hits_baselines_and_skips();
    void evaluate_of_nothing_is_not_a_result();
    void evaluate_is_deterministic();
    void output_that_cannot_be_written_fails();
    void info_lists_devices_and_the_model();
    void train_prints_each_key_once();
    void train_runs_stops_on_a_signal_and_resumes_data();
    void train_runs_stops_on_a_signal_and_resumes();
    void train_outlives_the_reader_of_its_output();
    void the_printed_command_continues_from_any_folder();
    void a_killed_run_resumes_with_the_same_losses();

 private:
    struct Result {
        int code;
        QByteArray out, err;
        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };
    Result run(const QStringList& arguments) const;
    QString path(const QString& name) const { return directory_.filePath(name); }
    QTemporaryDir directory_;
};

CommandsTest::Result CommandsTest::run(const QStringList& arguments) const {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(GBS_EXECUTABLE), arguments);
    if (!process.waitForFinished(240000)) return {-1, {}, "did not finish"};
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

void CommandsTest::initTestCase() {
    if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
    make_tiny_data(directory_.path().toStdString(), 8);
    save_tiny_checkpoint(path(QStringLiteral("tiny.safetensors")).toStdString());
}

void CommandsTest::help_and_version_succeed_and_a_wrong_flag_is_usage() {
    QCOMPARE(run({QStringLiteral("--help")}).code, 0);
    QCOMPARE(run({QStringLiteral("--version")}).code, 0);
    for (const char* command : {"ground", "report", "train", "runs", "evaluate", "compare", "info", "convert",
                                "ensemble", "calibrate"}) {
        const Result help = run({QLatin1String(command), QStringLiteral("--help")});
        QCOMPARE(help.code, 0);
        QVERIFY2(command == std::string("convert") || help.out.contains("xample"), command);
    }
    const Result wrong = run({QStringLiteral("ground"), QStringLiteral("--wrong")});
    QCOMPARE(wrong.code, 2);
    QVERIFY(wrong.out.isEmpty());
    QCOMPARE(run({QStringLiteral("train")}).code, 2);
}

void CommandsTest::ground_prints_one_json_document() {
    const Result result =
        run({QStringLiteral("ground"), path(QStringLiteral("photos/photo0.png")), QStringLiteral("a red box"),
             QStringLiteral("the wall"), QStringLiteral("--json"), QStringLiteral("--model"),
             path(QStringLiteral("tiny.safetensors")), QStringLiteral("--device"), QStringLiteral("cpu")});
    QCOMPARE(result.code, 0);
    const QJsonObject root = result.json();
    QCOMPARE(root[QLatin1String("device")].toString(), QStringLiteral("cpu"));
    const QJsonObject image = root[QLatin1String("images")].toArray().at(0).toObject();
    QCOMPARE(image[QLatin1String("width")].toInt(), 48);
    QCOMPARE(image[QLatin1String("height")].toInt(), 40);
    const QJsonArray phrases = image[QLatin1String("phrases")].toArray();
    QCOMPARE(phrases.size(), 2);
    QCOMPARE(phrases.at(1).toObject()[QLatin1String("phrase")].toString(), QStringLiteral("the wall"));
    QVERIFY(phrases.at(1).toObject()[QLatin1String("strength")].isNull());  // the model has none
    for (const char* map : {"gbs", "i2t", "mean"}) {
        const QJsonArray peak =
            phrases.at(0).toObject()[QLatin1String(map)].toObject()[QLatin1String("peak")].toArray();
        QVERIFY(peak.at(0).toInt() >= 0 && peak.at(0).toInt() < 48);
        QVERIFY(peak.at(1).toInt() >= 0 && peak.at(1).toInt() < 40);
    }
}

void CommandsTest::ground_writes_maps_of_the_photos_size() {
    const Result result =
        run({QStringLiteral("ground"), path(QStringLiteral("photos/photo1.png")),
             QStringLiteral("ein Hund/../ä"), QStringLiteral("--out"), path(QStringLiteral("maps")),
             QStringLiteral("--json"), QStringLiteral("--model"), path(QStringLiteral("tiny.safetensors"))});
    QCOMPARE(result.code, 0);
    const QJsonArray files = result.json()[QLatin1String("images")]
                                 .toArray()
                                 .at(0)
                                 .toObject()[QLatin1String("phrases")]
                                 .toArray()
                                 .at(0)
                                 .toObject()[QLatin1String("files")]
                                 .toArray();
    QCOMPARE(files.size(), 6);
    QCOMPARE(QDir(path(QStringLiteral("maps"))).entryList(QDir::Files).size(), 7);  // with maps.jsonl
    for (const auto& file : files) {
        const std::string bytes = read_text(file.toString().toStdString());
        if (file.toString().endsWith(QLatin1String(".npy")))
            QVERIFY(bytes.find("'shape': (40, 48)") != std::string::npos &&
                    bytes.find("'<f4'") != std::string::npos);
        else
            QCOMPARE(decode_image({bytes.begin(), bytes.end()}, "overlay").width, 48);
    }
}

void CommandsTest::ground_reads_a_folder_and_a_phrases_file() {
    write_atomically(path(QStringLiteral("phrases.txt")).toStdString(),
                     "a wall\nphoto3.png\ta white square\r\n\n");
    write_atomically(path(QStringLiteral("photos/broken.jpg")).toStdString(), "no photo");
    const Result result =
        run({QStringLiteral("ground"), path(QStringLiteral("photos")), QStringLiteral("--phrases"),
             path(QStringLiteral("phrases.txt")), QStringLiteral("--json"), QStringLiteral("--model"),
             path(QStringLiteral("tiny.safetensors"))});
    QFile::remove(path(QStringLiteral("photos/broken.jpg")));
    QCOMPARE(result.code, 1);  // one photo failed, the others succeeded
    const QJsonArray images = result.json()[QLatin1String("images")].toArray();
    QCOMPARE(images.size(), 9);
    QVERIFY(images.at(0).toObject().contains(QLatin1String("error")));
    QCOMPARE(images.at(4).toObject()[QLatin1String("phrases")].toArray().size(), 2);
    QCOMPARE(images.at(5).toObject()[QLatin1String("phrases")].toArray().size(), 1);
}

void CommandsTest::ground_reads_the_labels_of_annotations() {
    const QTemporaryDir labels;
    for (const auto& [name, shapes] :
         {std::pair{"photo0", R"({"label": "a_wall", "points": [[1, 2], [9, 9]], "shape_type": "rectangle"},
                                 {"label": "a_wall", "points": [[3, 2], [7, 9]], "shape_type": "rectangle"},
                                 {"label": "a door", "points": [[3, 3]], "shape_type": "point"})"},
          {"photo3", R"({"label": "white square", "points": [[1, 2], [9, 9]], "shape_type": "rectangle"})"},
          {"lost", R"({"label": "a dog", "points": [[1, 2], [9, 9]], "shape_type": "rectangle"})"}})
        write_atomically(
            labels.filePath(QString::fromLatin1(name)).toStdString() + ".json",
            std::string(R"({"version": "5", "imageWidth": 48, "imageHeight": 40, "imagePath": ")") + name +
                ".png\", \"shapes\": [" + shapes + "]}");
    const Result result = run({QStringLiteral("ground"), path(QStringLiteral("photos")),
                               QStringLiteral("--phrases"), labels.path(), QStringLiteral("--json"),
                               QStringLiteral("--model"), path(QStringLiteral("tiny.safetensors"))});
    QVERIFY2(result.code == 0, result.err.constData());
    QStringList found;
    for (const auto& image : result.json()[QLatin1String("images")].toArray())
        for (const auto& phrase : image.toObject()[QLatin1String("phrases")].toArray())
            found << QFileInfo(image.toObject()[QLatin1String("image")].toString()).baseName() +
                         QStringLiteral(": ") + phrase.toObject()[QLatin1String("phrase")].toString();
    QCOMPARE(found, (QStringList{QStringLiteral("photo0: a door"), QStringLiteral("photo0: a wall"),
                                 QStringLiteral("photo3: white square")}));
    QVERIFY2(result.err.contains("1 of 4 labels"), result.err.constData());
}

void CommandsTest::ground_takes_existing_files_as_photos() {
    const QString first = path(QStringLiteral("photos/photo0.png"));
    const QString second = path(QStringLiteral("photos/photo1.png"));
    const QString model = QStringLiteral("--model=") + path(QStringLiteral("tiny.safetensors"));
    const auto phrases_of = [](const QJsonObject& image) {
        QStringList phrases;
        for (const auto& phrase : image[QLatin1String("phrases")].toArray())
            phrases << phrase.toObject()[QLatin1String("phrase")].toString();
        return phrases;
    };
    const Result result = run(
        {QStringLiteral("ground"), first, second, QStringLiteral("a wall"), QStringLiteral("--json"), model});
    QCOMPARE(result.code, 0);
    const QJsonArray images = result.json()[QLatin1String("images")].toArray();
    QCOMPARE(images.size(), 2);
    for (const auto& image : images)
        QCOMPARE(phrases_of(image.toObject()), QStringList{QStringLiteral("a wall")});

    // Phrases that are also names of files.
    const Result odd = run({QStringLiteral("ground"), QStringLiteral("--json"), model, first,
                            QStringLiteral("--phrase"), second, QStringLiteral("--"), first});
    QCOMPARE(odd.code, 0);
    const QJsonArray one = odd.json()[QLatin1String("images")].toArray();
    QCOMPARE(one.size(), 1);
    QCOMPARE(phrases_of(one.at(0).toObject()), (QStringList{second, first}));

    const Result missing =
        run({QStringLiteral("ground"), first, path(QStringLiteral("photos/gone.jpg")), model});
    QVERIFY(missing.code != 0);
    QVERIFY2(missing.err.contains("gone.jpg"), missing.err.constData());
}

void CommandsTest::ground_counts_lines_without_a_photo() {
    write_atomically(path(QStringLiteral("lost.txt")).toStdString(),
                     "photo0.png\ta wall\nfirst.png\ta wall\nsecond.png\ta door\n");
    const Result result =
        run({QStringLiteral("ground"), path(QStringLiteral("photos")), QStringLiteral("--phrases"),
             path(QStringLiteral("lost.txt")), QStringLiteral("--json"), QStringLiteral("--model"),
             path(QStringLiteral("tiny.safetensors"))});
    QVERIFY2(result.err.contains("first.png"), result.err.constData());
    QVERIFY2(result.err.contains("2 "), result.err.constData());
}

void CommandsTest::ground_writes_the_named_maps_and_resumes() {
    const QString out = path(QStringLiteral("named"));
    const QStringList arguments{QStringLiteral("ground"),
                                path(QStringLiteral("photos")),
                                QStringLiteral("a wall"),
                                QStringLiteral("--out"),
                                out,
                                QStringLiteral("--format"),
                                QStringLiteral("png16"),
                                QStringLiteral("--maps=mean,gbs"),
                                QStringLiteral("--json"),
                                QStringLiteral("--model"),
                                path(QStringLiteral("tiny.safetensors"))};
    QCOMPARE(run(arguments).code, 0);
    QCOMPARE(QDir(out).entryList({QStringLiteral("*.16bit.png")}).size(), 16);
    QCOMPARE(QDir(out).entryList(QDir::Files).size(), 17);
    QFile::remove(out + QStringLiteral("/photo2.1.a-wall.gbs.16bit.png"));
    const Result again = run(arguments + QStringList{QStringLiteral("--resume")});
    QCOMPARE(again.code, 0);
    QCOMPARE(again.json()[QLatin1String("images")].toArray().size(), 1);
    QCOMPARE(QDir(out).entryList(QDir::Files).size(), 17);
    for (const QString& wrong :
         {QStringLiteral("--format=jpg"), QStringLiteral("--maps=all"), QStringLiteral("--resume")})
        QCOMPARE(
            run({QStringLiteral("ground"), path(QStringLiteral("photos")), QStringLiteral("a"), wrong}).code,
            2);
}

void CommandsTest::an_interrupted_ground_leaves_complete_files() {
    const QString out = path(QStringLiteral("interrupted"));
    QStringList phrases;
    for (int i = 0; i < 60; ++i) phrases << QStringLiteral("a wall number %1").arg(i);
    write_atomically(path(QStringLiteral("many.txt")).toStdString(),
                     phrases.join(QLatin1Char('\n')).toStdString());
    QProcess process;
    process.start(QStringLiteral(GBS_EXECUTABLE),
                  {QStringLiteral("ground"), path(QStringLiteral("photos")), QStringLiteral("--phrases"),
                   path(QStringLiteral("many.txt")), QStringLiteral("--out"), out, QStringLiteral("--model"),
                   path(QStringLiteral("tiny.safetensors"))});
    const auto lines = [&] {
        QFile file(out + QStringLiteral("/maps.jsonl"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!lines().isEmpty() || process.state() == QProcess::NotRunning, 120000);
    process.terminate();
    QVERIFY(process.waitForFinished(120000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("cancelled"));
    const QByteArray manifest = lines();
    QVERIFY(manifest.endsWith('\n'));
    QVERIFY(manifest.count('\n') < 8 * 60 * 6);
    QVERIFY(QDir(out).entryList({QStringLiteral("*.tmp")}, QDir::Files | QDir::Hidden).isEmpty());
}

void CommandsTest::report_is_one_file() {
    const QString out = path(QStringLiteral("report.html"));
    const QStringList arguments{QStringLiteral("report"),
                                path(QStringLiteral("photos")),
                                QStringLiteral("a <wall>"),
                                QStringLiteral("--limit"),
                                QStringLiteral("3"),
                                QStringLiteral("--model"),
                                path(QStringLiteral("tiny.safetensors"))};
    const Result result = run(arguments + QStringList{QStringLiteral("--out"), out});
    QCOMPARE(result.code, 0);
    QCOMPARE(QString::fromUtf8(result.out).trimmed(), out);
    const QByteArray html = QByteArray::fromStdString(read_text(out.toStdString()));
    QCOMPARE(html.count("<section "), 3);
    QCOMPARE(html.count("a &lt;wall&gt;</bdi>"), 3);
    QCOMPARE(html.count("data:image/jpeg;base64,"), 1 + 3 * 5);
    QVERIFY(html.contains("from its lowest to its highest value"));
    QCOMPARE(run(arguments).code, 2);  // no --out
    const QStringList fixed{QStringLiteral("--look=fixed"), QStringLiteral("--out"), out};
    QCOMPARE(run(arguments + fixed).code, 0);
    QVERIFY(read_text(out.toStdString()).find("0 to 1 in every photo") != std::string::npos);
    QCOMPARE(run(arguments + QStringList{QStringLiteral("--look=pale"), QStringLiteral("--out"), out}).code,
             2);
    const Result refused =
        run(arguments + QStringList{QStringLiteral("--out"), path(QStringLiteral("none/r.html"))});
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.err.contains("the folder does not exist"));
}

void CommandsTest::report_shows_the_boxes_of_a_detector() {
    const QString out = path(QStringLiteral("figure3.html")), boxes = path(QStringLiteral("boxes.jsonl"));
    const auto list = [&](const std::string& folder) {
        std::string lines;
        for (const char* photo : {"photo0.png", "photo1.png"})
            lines += "{\"image\": \"" + folder + photo +
                     "\", \"phrase\": \"a wall\", \"boxes\": [[10, 20, 60, 70]], \"scores\": [60], "
                     "\"scale\": 100}\n";
        write_atomically(boxes.toStdString(), lines);
    };
    const QStringList arguments{QStringLiteral("report"),     path(QStringLiteral("photos")),
                                QStringLiteral("a wall"),     QStringLiteral("--limit=3"),
                                QStringLiteral("--detector"), boxes,
                                QStringLiteral("--model"),    path(QStringLiteral("tiny.safetensors")),
                                QStringLiteral("--out"),      out};
    list("train/");
    const Result result = run(arguments + QStringList{QStringLiteral("--detector-scores=percent")});
    QVERIFY2(result.code == 0, result.err.constData());
    QVERIFY2(result.err.contains("1 of 3 photos have no boxes"), result.err.constData());
    const QByteArray html = QByteArray::fromStdString(read_text(out.toStdString()));
    QCOMPARE(html.count("data:image/jpeg;base64,"), 1 + 3 * 3 + 2);
    QCOMPARE(html.count("best 0.600"), 2);
    QCOMPARE(html.count("no boxes for this photo"), 1);
    QVERIFY(run(arguments).err.contains("--detector-scores"));  // 60 is not 0 to 1
    list("other");
    const Result refused = run(arguments + QStringList{QStringLiteral("--detector-scores=percent")});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("boxes for none of the photos"), refused.err.constData());
}

void CommandsTest::bad_input_fails_with_a_message_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("message");
    const QString photo = QStringLiteral("%/photos/photo0.png"),
                  model = QStringLiteral("--model=%/tiny.safetensors");
    QTest::newRow("missing photo") << QStringList{QStringLiteral("ground"), QStringLiteral("%/none.png"),
                                                  QStringLiteral("a"), model}
                                   << QByteArray("none.png");
    QTest::newRow("text as photo") << QStringList{QStringLiteral("ground"), QStringLiteral("%/captions.tsv"),
                                                  QStringLiteral("a"), model}
                                   << QByteArray("captions.tsv");
    QTest::newRow("empty phrase") << QStringList{QStringLiteral("ground"), photo, QStringLiteral(" "), model}
                                  << QByteArray("phrase");
    QTest::newRow("no phrase") << QStringList{QStringLiteral("ground"), photo, model}
                               << QByteArray("no phrase");
    QTest::newRow("missing model") << QStringList{QStringLiteral("ground"), photo, QStringLiteral("a"),
                                                  QStringLiteral("--model=%/none")}
                                   << QByteArray("none");
    QTest::newRow("out is a file") << QStringList{QStringLiteral("ground"), photo, QStringLiteral("a"), model,
                                                  QStringLiteral("--out=%/captions.tsv")}
                                   << QByteArray("captions.tsv");
    QTest::newRow("unknown protocol")
        << QStringList{QStringLiteral("evaluate"), QStringLiteral("--phrases=%/phrases.tsv"),
                       QStringLiteral("--images=%/photos"), QStringLiteral("--protocol=best"), model}
        << QByteArray("plain");
    QTest::newRow("not a phrases file")
        << QStringList{QStringLiteral("evaluate"), QStringLiteral("--phrases=%/captions.tsv"),
                       QStringLiteral("--images=%/photos"), model}
        << QByteArray("captions.tsv");
    QTest::newRow("unknown option")
        << QStringList{QStringLiteral("train"), QStringLiteral(GBS_SOURCE_DIR "/training/recipes/smoke.yaml"),
                       QStringLiteral("--run=%/r"), QStringLiteral("--set"), QStringLiteral("batsh=3")}
        << QByteArray("did you mean batch");
    QTest::newRow("no data") << QStringList{QStringLiteral("train"),
                                            QStringLiteral(GBS_SOURCE_DIR "/training/recipes/smoke.yaml"),
                                            QStringLiteral("--run=%/r")}
                             << QByteArray("data.images");
    QTest::newRow("nothing to resume")
        << QStringList{QStringLiteral("train"), QStringLiteral("--resume=%/photos")}
        << QByteArray("holds no run");
}

void CommandsTest::bad_input_fails_with_a_message() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, message);
    arguments.replaceInStrings(QStringLiteral("%"), directory_.path());
    const Result result = run(arguments);
    QCOMPARE(result.code, 1);
    QVERIFY2(result.err.contains(message), result.err.constData());
    QVERIFY(result.out.isEmpty());
}

void CommandsTest::evaluate_counts_hits_baselines_and_skips() {
    write_atomically(path(QStringLiteral("some.tsv")).toStdString(),
                     "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\n"
                     "photo0.png\t48\t40\t1\t1\t48\t40\teverything\n"  // cannot be missed
                     "photo0.png\t48\t40\t1\t1\t24\t40\tleft half\n"
                     "gone.png\t48\t40\t1\t1\t24\t40\tno photo\n"
                     "photo1.png\t48\t40\t30\t1\t20\t40\tinverted\n");
    const Result result =
        run({QStringLiteral("evaluate"), QStringLiteral("--phrases"), path(QStringLiteral("some.tsv")),
             QStringLiteral("--images"), path(QStringLiteral("photos")), QStringLiteral("--json"),
             QStringLiteral("--model"), path(QStringLiteral("tiny.safetensors")),
             QStringLiteral("--per-phrase-csv"), path(QStringLiteral("out.csv")), QStringLiteral("--jsonl"),
             path(QStringLiteral("out.jsonl"))});
    QCOMPARE(result.code, 0);
    const QJsonObject root = result.json();
    QCOMPARE(root[QLatin1String("protocol")].toString(), QStringLiteral("plain"));
    const QJsonObject mean = root[QLatin1String("maps")].toObject()[QLatin1String("mean")].toObject();
    QCOMPARE(mean[QLatin1String("total")].toInt(), 2);
    QVERIFY(mean[QLatin1String("hits")].toInt() >= 1);
    const QJsonObject baselines = root[QLatin1String("baselines")].toObject();
    QCOMPARE(baselines[QLatin1String("random")].toObject()[QLatin1String("hits")].toDouble(), 1.5);
    int skipped = 0;
    const QJsonObject reasons = root[QLatin1String("skipped")].toObject();
    for (const auto& count : reasons) skipped += count.toInt();
    QCOMPARE(skipped, 2);
    QVERIFY(read_text(path(QStringLiteral("out.csv")).toStdString()).rfind("\xEF\xBB\xBFimage,phrase", 0) ==
            0);
    QCOMPARE(
        QByteArray::fromStdString(read_text(path(QStringLiteral("out.jsonl")).toStdString())).count('\n'), 3);
}

void CommandsTest::evaluate_of_nothing_is_not_a_result() {
    write_atomically(path(QStringLiteral("none.tsv")).toStdString(),
                     "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\n"
                     "gone.png\t48\t40\t1\t1\t24\t40\tno photo\n");
    const Result result =
        run({QStringLiteral("evaluate"), QStringLiteral("--phrases"), path(QStringLiteral("none.tsv")),
             QStringLiteral("--images"), path(QStringLiteral("photos")), QStringLiteral("--json"),
             QStringLiteral("--model"), path(QStringLiteral("tiny.safetensors"))});
    QCOMPARE(result.code, 1);
    QVERIFY2(result.err.contains("nothing was scored"), result.err.constData());
    const QJsonObject mean =
        result.json()[QLatin1String("maps")].toObject()[QLatin1String("mean")].toObject();
    QVERIFY(mean.contains(QLatin1String("accuracy")));
    QVERIFY(mean[QLatin1String("accuracy")].isNull());
    QVERIFY(mean[QLatin1String("interval95")].isNull());
}

void CommandsTest::evaluate_is_deterministic() {
    const QStringList arguments{
        QStringLiteral("evaluate"),          QStringLiteral("--phrases"),
        path(QStringLiteral("phrases.tsv")), QStringLiteral("--images"),
        path(QStringLiteral("photos")),      QStringLiteral("--json"),
        QStringLiteral("--model"),           path(QStringLiteral("tiny.safetensors"))};
    QCOMPARE(run(arguments).out, run(arguments).out);
}

void CommandsTest::info_lists_devices_and_the_model() {
    const Result result =
        run({QStringLiteral("info"), path(QStringLiteral("tiny.safetensors")), QStringLiteral("--json")});
    QCOMPARE(result.code, 0);
    bool cpu = false;
    const QJsonArray devices = result.json()[QLatin1String("devices")].toArray();
    for (const auto& device : devices) {
        QVERIFY(!device.toObject()[QLatin1String("reason")].toString().isEmpty());
        cpu = cpu || (device.toObject()[QLatin1String("name")].toString() == QLatin1String("cpu") &&
                      device.toObject()[QLatin1String("usable")].toBool());
    }
    QVERIFY(cpu);
    QCOMPARE(result.json()[QLatin1String("model")]
                 .toObject()[QLatin1String("options")]
                 .toObject()[QLatin1String("model.neck_width")]
                 .toString(),
             QStringLiteral("8"));
    QCOMPARE(run({QStringLiteral("info")}).code, 0);
}

namespace {

QStringList train_arguments(const QString& data, const QString& run) {
    QStringList arguments{QStringLiteral("train"),
                          QStringLiteral(GBS_SOURCE_DIR "/training/recipes/smoke.yaml"),
                          QStringLiteral("--run"), run};
    for (const QString& set :
         {QStringLiteral("data.images=") + data + QStringLiteral("/photos"),
          QStringLiteral("data.captions=") + data + QStringLiteral("/captions.tsv"),
          QStringLiteral("steps=14"), QStringLiteral("batch=4"), QStringLiteral("model.input_size=32"),
          QStringLiteral("model.neck_width=8"), QStringLiteral("model.decoder_width=4"),
          QStringLiteral("checkpoint.every=3"), QStringLiteral("preview.every=7")})
        arguments << QStringLiteral("--set") << set;
    return arguments;
}

/// The losses in metrics.jsonl: step -> text of the total.
QMap<int, double> losses(const QString& run) {
    QMap<int, double> found;
    QFile file(run + QStringLiteral("/metrics.jsonl"));
    if (!file.open(QIODevice::ReadOnly)) return found;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        if (line.contains(QLatin1String("loss/total")))
            found[line[QLatin1String("step")].toInt()] = line[QLatin1String("loss/total")].toDouble();
    }
    return found;
}

}  // namespace

void CommandsTest::train_prints_each_key_once() {
    const Result printed = run({QStringLiteral("train"), QStringLiteral("--preset"),
                                QStringLiteral("flickr8k"), QStringLiteral("--print")});
    QCOMPARE(printed.code, 0);
    const YAML::Node recipe = YAML::Load(printed.out.toStdString());
    QCOMPARE(duplicate_keys(recipe), QStringList());
    QVERIFY(recipe["loss"]["sep"] && recipe["loss"]["negatives"]);
}

void CommandsTest::output_that_cannot_be_written_fails() {
    if (!QFileInfo::exists(QStringLiteral("/dev/full"))) QSKIP("no /dev/full on this system");
    for (const char* words : {"--version", "--help", "info --json", "train --preset smoke --print"}) {
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(QStringLiteral(GBS_EXECUTABLE), QString::fromLatin1(words).split(QLatin1Char(' ')));
        QVERIFY(process.waitForFinished(60000));
        QVERIFY2(process.exitCode() == 1, words);
        QVERIFY2(process.readAllStandardError().contains("standard output"), words);
    }
}

void CommandsTest::train_runs_stops_on_a_signal_and_resumes_data() {
    QTest::addColumn<int>("signal");
    QTest::newRow("terminate") << SIGTERM;
    QTest::newRow("terminal closed") << SIGHUP;
}

void CommandsTest::train_runs_stops_on_a_signal_and_resumes() {
    QFETCH(int, signal);
    const QString whole = path(QStringLiteral("whole-%1").arg(signal));
    const QString stopped = path(QStringLiteral("stopped-%1").arg(signal));
    const Result first = run(train_arguments(directory_.path(), whole));
    QCOMPARE(first.code, 0);
    QVERIFY2(!first.err.contains("CPUAllocator"), first.err.constData());  // a warning of LibTorch's
    QProcess process;
    process.start(QStringLiteral(GBS_EXECUTABLE), train_arguments(directory_.path(), stopped));
    QTRY_VERIFY_WITH_TIMEOUT(losses(stopped).size() >= 4, 60000);
    QVERIFY(send_signal(process.processId(), signal));
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains("--resume"));
    QCOMPARE(run({QStringLiteral("train"), QStringLiteral("--resume"), stopped}).code, 0);
    QCOMPARE(losses(stopped), losses(whole));
}

void CommandsTest::train_outlives_the_reader_of_its_output() {
    const QString run_path = path(QStringLiteral("piped"));
    QProcess process;
    // "$@" keeps each argument one word. The reader is gone before the first line.
    process.start(
        QStringLiteral("bash"),
        QStringList{QStringLiteral("-c"), QStringLiteral("\"$@\" 2>&1 | true; exit ${PIPESTATUS[0]}"),
                    QStringLiteral("bash"), QStringLiteral(GBS_EXECUTABLE)} +
            train_arguments(directory_.path(), run_path));
    QVERIFY(process.waitForFinished(240000));
    QVERIFY2(process.exitCode() < 128, qPrintable(QString::number(process.exitCode())));
    QCOMPARE(losses(run_path).size(), losses(path(QStringLiteral("whole-%1").arg(SIGTERM))).size());
}

void CommandsTest::the_printed_command_continues_from_any_folder() {
    const QString folder = QStringLiteral("it's $HOME");
    QStringList arguments = train_arguments(QStringLiteral("."), folder);
    QProcess process;
    process.setWorkingDirectory(directory_.path());
    process.start(QStringLiteral(GBS_EXECUTABLE), arguments);
    QTRY_VERIFY_WITH_TIMEOUT(losses(path(folder)).size() >= 2, 60000);
    process.terminate();
    QVERIFY(process.waitForFinished(60000));
    const QString printed = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    const int at = printed.indexOf(QStringLiteral("gbs train"));
    QVERIFY2(at >= 0, qPrintable(printed));
    QProcess again;
    again.setWorkingDirectory(QStringLiteral("/"));
    again.start(QStringLiteral("sh"),
                {QStringLiteral("-c"),
                 QStringLiteral("gbs() { \"$GBS\" \"$@\"; }; GBS=" GBS_EXECUTABLE "; ") + printed.mid(at)});
    QVERIFY(again.waitForFinished(240000));
    QVERIFY2(again.exitCode() == 0, again.readAllStandardError().constData());
    QCOMPARE(losses(path(folder)), losses(path(QStringLiteral("whole-%1").arg(SIGTERM))));
}

void CommandsTest::a_killed_run_resumes_with_the_same_losses() {
    const QString run_path = path(QStringLiteral("killed"));
    QStringList arguments = train_arguments(directory_.path(), run_path);
    int kills = 0;
    // The first kill is before the first step, each other one some steps later.
    for (const int steps : {0, 1, 3}) {
        const auto before = losses(run_path).size();
        QProcess process;
        process.start(QStringLiteral(GBS_EXECUTABLE), arguments);
        if (steps == 0)
            QVERIFY(!process.waitForFinished(500));
        else
            QTRY_VERIFY_WITH_TIMEOUT(losses(run_path).size() >= before + steps, 60000);
        process.kill();  // SIGKILL
        process.waitForFinished();
        kills += process.exitStatus() == QProcess::CrashExit;
        if (QFile::exists(run_path + QStringLiteral("/config.yaml")))
            arguments = {QStringLiteral("train"), QStringLiteral("--resume"), run_path};
    }
    QVERIFY(kills > 1);
    const Result last = run({QStringLiteral("train"), QStringLiteral("--resume"), run_path});
    QVERIFY2(last.code == 0, last.err.constData());
    QCOMPARE(losses(run_path), losses(path(QStringLiteral("whole-%1").arg(SIGTERM))));
}

QTEST_GUILESS_MAIN(CommandsTest)
#include "commands_test.moc"
