// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/file_io.h"
#include "support/tiny_checkpoint.h"
#include "support/tiny_run.h"

using namespace gbs;
using namespace gbs::training;

/// `gbs evaluate` and `gbs compare` on benchmark folders, run like a user would.
class EvaluateTest : public QObject {
    Q_OBJECT

    struct Result {
        int code;
        QByteArray out, err;
        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };
    QTemporaryDir directory_;

    QString path(const QString& name) const { return directory_.filePath(name); }
    QString fixture(const QString& name) const {
        return QStringLiteral(GBS_TEST_FIXTURES "/benchmarks/") + name;
    }
    QString model() const { return QStringLiteral("--model=") + path(QStringLiteral("tiny.safetensors")); }
    static Result run(const QStringList& arguments, const char* threads = nullptr) {
        QProcess process;
        if (threads) {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("OMP_NUM_THREADS"), QString::fromLatin1(threads));
            process.setProcessEnvironment(environment);
        }
        process.start(QStringLiteral(GBS_EXECUTABLE), arguments);
        if (!process.waitForFinished(240000)) return {-1, {}, "did not finish"};
        const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        return {code, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static QJsonObject map(const QJsonObject& root, const char* name) {
        return root[QLatin1String("maps")].toObject()[QLatin1String(name)].toObject();
    }
    QByteArray bytes(const QString& name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Phrases and boxes for many photos.
    QString many_phrases(int photos, int each) const {
        std::string text = "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\ttypes\n";
        for (int i = 0; i < photos; ++i)
            for (int k = 0; k < each; ++k) {
                const int x = 1 + (7 * k + 3 * i) % 24, y = 1 + (5 * k + i) % 20;
                text += "photo" + std::to_string(i) + ".png\t48\t40\t" + std::to_string(x) + "\t" +
                        std::to_string(y) + "\t" + std::to_string(x + 20) + "\t" + std::to_string(y + 18) +
                        "\ta red square number " + std::to_string(k) + "\t" + (k % 2 ? "other" : "scene") +
                        "\n";
            }
        const QString file = path(QStringLiteral("many.tsv"));
        write_atomically(file.toStdString(), text);
        return file;
    }

 private Q_SLOTS:
    void initTestCase() {
        if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
        make_tiny_data(directory_.path().toStdString(), 30);
        save_tiny_checkpoint(path(QStringLiteral("tiny.safetensors")).toStdString());
    }

    void presence_scores_the_strength_that_calibrate_teaches() {
        std::string captions, phrases = "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\n";
        for (int i = 0; i < 30; ++i) {
            const std::string name = "photo" + std::to_string(i) + ".png", thing = i % 2 ? "A car" : "A ball";
            captions += name + "\t0\t" + thing + " .\n";
            phrases += name + "\t48\t40\t1\t1\t20\t20\t" + thing + "\n";
        }
        write_atomically(path(QStringLiteral("things.tsv")).toStdString(), phrases);
        write_atomically(path(QStringLiteral("said.tsv")).toStdString(), captions);
        const QString photos = path(QStringLiteral("photos"));
        QStringList evaluate{QStringLiteral("evaluate"),
                             QStringLiteral("--phrases"),
                             path(QStringLiteral("things.tsv")),
                             QStringLiteral("--images"),
                             photos,
                             QStringLiteral("--presence"),
                             QStringLiteral("--json")};
        const Result without = run(evaluate + QStringList{model()});
        QCOMPARE(without.code, 1);
        QVERIFY2(without.err.contains("gbs calibrate"), without.err);
        const QString taught = path(QStringLiteral("taught.safetensors"));
        const Result calibrated = run({QStringLiteral("calibrate"), path(QStringLiteral("tiny.safetensors")),
                                       QStringLiteral("--captions"), path(QStringLiteral("said.tsv")),
                                       QStringLiteral("--images"), photos, QStringLiteral("-o"), taught});
        QVERIFY2(calibrated.code == 0, calibrated.err);
        evaluate << QStringLiteral("--model=") + taught;
        const Result scored = run(evaluate);
        QVERIFY2(scored.code == 0, scored.err);
        const QJsonObject root = scored.json();
        QCOMPARE(root[QLatin1String("present")].toInt(), 30);
        QVERIFY(root[QLatin1String("auc")].toDouble(-1) >= 0);
        QCOMPARE(root[QLatin1String("calibration")].toArray().size(), 10);
        QCOMPARE(run(evaluate + QStringList{QStringLiteral("--latex=x.tex")}).code, 1);
        // The word after a model is the folder, here not what was meant.
        const Result apart = run(evaluate + QStringList{QStringLiteral("out.json")});
        QCOMPARE(apart.code, 1);
        QVERIFY2(apart.err.contains("--json=out.json"), apart.err);
        // The captions say the same.
        QStringList said{QStringLiteral("evaluate"),   QStringLiteral("--presence"),
                         QStringLiteral("--json"),     QStringLiteral("--model=") + taught,
                         QStringLiteral("--captions"), path(QStringLiteral("said.tsv"))};
        const Result homeless = run(said);
        QCOMPARE(homeless.code, 1);
        QVERIFY2(homeless.err.contains("--images"), homeless.err);
        said << QStringLiteral("--images") << photos;
        const Result by_captions = run(said);
        QVERIFY2(by_captions.code == 0, by_captions.err);
        const int present = by_captions.json()[QLatin1String("present")].toInt();
        QVERIFY(present > 15);  // without those drawn twice
        QCOMPARE(by_captions.json()[QLatin1String("absent")].toInt(), present);
        QCOMPARE(by_captions.json()[QLatin1String("benchmark")].toString(), QStringLiteral("said.tsv"));
        const Result both = run(said + QStringList{fixture(QStringLiteral("flickr30k_entities"))});
        QVERIFY2(both.code == 1 && both.err.contains("in place of a benchmark"), both.err);
        QCOMPARE(run({QStringLiteral("evaluate"), QStringLiteral("--captions=x.tsv")}).code, 2);
    }

    void a_benchmark_folder_gives_tables() {
        const QStringList arguments{QStringLiteral("evaluate"),
                                    fixture(QStringLiteral("flickr30k_entities")),
                                    QStringLiteral("--split=test"),
                                    QStringLiteral("--protocol=mg"),
                                    model(),
                                    QStringLiteral("--json=") + path(QStringLiteral("t.json")),
                                    QStringLiteral("--csv=") + path(QStringLiteral("t.csv")),
                                    QStringLiteral("--markdown=") + path(QStringLiteral("t.md")),
                                    QStringLiteral("--latex=") + path(QStringLiteral("t.tex"))};
        const Result result = run(arguments);
        QVERIFY2(result.code == 0, result.err.constData());
        QVERIFY(result.out.contains("protocol mg"));
        const QJsonObject root = QJsonDocument::fromJson(bytes(QStringLiteral("t.json"))).object();
        QCOMPARE(map(root, "mean")[QLatin1String("total")].toInt(), 5);
        QCOMPARE(root[QLatin1String("scored")].toInt(), 5);
        QCOMPARE(root[QLatin1String("split")].toString(), QStringLiteral("test"));
        const QJsonObject skipped = root[QLatin1String("skipped")].toObject();
        QCOMPARE(skipped[QLatin1String("not visual")].toInt(), 2);
        QCOMPARE(skipped[QLatin1String("no box")].toInt(), 3);
        QCOMPARE(skipped[QLatin1String("boxes cover less than 5 % of the image")].toInt(), 1);
        const QJsonObject source = root[QLatin1String("sources")].toArray().at(0).toObject();
        QCOMPARE(source[QLatin1String("sha256")].toString().size(), 64);
        QVERIFY(source[QLatin1String("input_size")].toInt() > 0);
        const QJsonObject types = map(root, "mean")[QLatin1String("types")].toObject();
        QCOMPARE(types[QLatin1String("people")].toObject()[QLatin1String("total")].toInt(), 3);
        QVERIFY(root[QLatin1String("baselines")].toObject().contains(QLatin1String("center")));
        QVERIFY(bytes(QStringLiteral("t.md")).contains("| random |"));
        QVERIFY(bytes(QStringLiteral("t.tex")).contains("\\begin{tabular}"));
        QVERIFY(bytes(QStringLiteral("t.csv")).contains("\"mean\",type,\"people\""));
    }

    void reports_have_the_format_of_their_extension() {
        const auto with = [&](const QString& name) {
            return run({QStringLiteral("evaluate"), fixture(QStringLiteral("plain_tsv")), model(),
                        QStringLiteral("--box-threshold=0.4"),
                        QStringLiteral("--per-phrase=") + path(QStringLiteral("r.jsonl")),
                        QStringLiteral("--report=") + path(name)});
        };
        Result result = with(QStringLiteral("r.pdf"));
        QCOMPARE(result.code, 1);
        QVERIFY2(result.err.contains(".html"), result.err.constData());
        QVERIFY(!QFile::exists(path(QStringLiteral("r.jsonl"))));  // told before anything is scored
        for (const char* name : {"r.html", "r.md"}) {
            result = with(QString::fromLatin1(name));
            QVERIFY2(result.code == 0, result.err.constData());
            const QByteArray text = bytes(QString::fromLatin1(name));
            QVERIFY(text.contains("gbs evaluate ") && text.contains("--box-threshold 0.40"));
        }
        QVERIFY(bytes(QStringLiteral("r.html")).contains("data:image/jpeg"));
        result = run({QStringLiteral("compare"), path(QStringLiteral("r.jsonl")),
                      path(QStringLiteral("r.jsonl")), QStringLiteral("--map-b=i2t"),
                      QStringLiteral("--report=") + path(QStringLiteral("c.html"))});
        QVERIFY2(result.code == 0, result.err.constData());
        QVERIFY(bytes(QStringLiteral("c.html")).contains("McNemar"));
    }

    void every_layout_is_scored_data() {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("total");
        QTest::newRow("Visual Genome") << QStringLiteral("visual_genome --split densecap:test") << 5;
        QTest::newRow("RefCOCO") << QStringLiteral("refcoco") << 3;
        QTest::newRow("COCO") << QStringLiteral("coco") << 2;
        QTest::newRow("TSV") << QStringLiteral("plain_tsv") << 4;
        QTest::newRow("JSONL") << QStringLiteral("plain_jsonl") << 1;
    }

    void every_layout_is_scored() {
        QFETCH(QString, folder);
        QFETCH(int, total);
        QStringList arguments{QStringLiteral("evaluate")};
        arguments += folder.split(QLatin1Char(' '));
        arguments[1] = fixture(arguments[1]);
        const Result result = run(arguments << model() << QStringLiteral("--json"));
        QVERIFY2(result.code == 0, result.err.constData());
        QCOMPARE(map(result.json(), "gbs")[QLatin1String("total")].toInt(), total);
    }

    void a_killed_evaluation_resumes_to_the_same_numbers() {
        const QString phrases = many_phrases(30, 40);
        const auto arguments = [&](const QString& file) {
            return QStringList{QStringLiteral("evaluate"),
                               QStringLiteral("--phrases"),
                               phrases,
                               QStringLiteral("--images"),
                               path(QStringLiteral("photos")),
                               QStringLiteral("--json"),
                               model(),
                               QStringLiteral("--per-phrase"),
                               path(file)};
        };
        const Result whole = run(arguments(QStringLiteral("whole.jsonl")));
        QVERIFY2(whole.code == 0, whole.err.constData());
        QCOMPARE(map(whole.json(), "mean")[QLatin1String("total")].toInt(), 1200);
        const QString part = QStringLiteral("killed.jsonl.part");
        const QStringList again = arguments(QStringLiteral("killed.jsonl")) << QStringLiteral("--resume");
        const auto lines = [&] { return bytes(part).count('\n'); };
        QProcess stopped;
        stopped.start(QStringLiteral(GBS_EXECUTABLE), again);
        QTRY_VERIFY_WITH_TIMEOUT(lines() > 40, 120000);
        stopped.terminate();
        QVERIFY(stopped.waitForFinished(60000));
        QCOMPARE(stopped.exitCode(), 1);
        QVERIFY(stopped.readAllStandardError().contains("the same command and --resume"));
        const auto before = lines();
        QProcess killed;
        killed.start(QStringLiteral(GBS_EXECUTABLE), again);
        QTRY_VERIFY_WITH_TIMEOUT(lines() > before + 40, 120000);
        killed.kill();
        killed.waitForFinished();
        QCOMPARE(killed.exitStatus(), QProcess::CrashExit);
        QVERIFY(!QFile::exists(path(QStringLiteral("killed.jsonl"))));
        const Result resumed = run(again);
        QVERIFY2(resumed.code == 0, resumed.err.constData());
        QVERIFY(resumed.err.contains("are already scored"));
        QCOMPARE(resumed.out, whole.out);
        QCOMPARE(bytes(QStringLiteral("killed.jsonl")), bytes(QStringLiteral("whole.jsonl")));
        QVERIFY(!QFile::exists(path(part)));
    }

    void files_do_not_depend_on_the_number_of_threads() {
        const QString phrases = many_phrases(11, 7);
        write_atomically(path(QStringLiteral("photos/broken.png")).toStdString(), "no image");
        write_atomically(phrases.toStdString(), read_text(phrases.toStdString()) +
                                                    "broken.png\t48\t40\t1\t1\t9\t9\ta man\tother\n"
                                                    "photo3.png\t40\t48\t1\t1\t9\t9\ta man\tother\n"
                                                    "photo29.png\t40\t48\t1\t1\t9\t9\ta man\tother\n");
        const auto files = [&](const char* threads) {
            const QString at = path(QStringLiteral("t") + QLatin1String(threads)) + QLatin1Char('/');
            QDir().mkpath(at);
            const Result scored = run({QStringLiteral("evaluate"), QStringLiteral("--phrases=") + phrases,
                                       QStringLiteral("--images=") + path(QStringLiteral("photos")), model(),
                                       QStringLiteral("--export-maps=") + at + QStringLiteral("maps"),
                                       QStringLiteral("--per-phrase=") + at + QStringLiteral("scores.jsonl"),
                                       QStringLiteral("--json=") + at + QStringLiteral("scores.json")},
                                      threads);
            QStringList words{QStringLiteral("ground")};
            for (int i = 0; i < 9; ++i) words << path(QStringLiteral("photos/photo%1.png").arg(i));
            words << path(QStringLiteral("photos/broken.png")) << QStringLiteral("a dog")
                  << QStringLiteral("???") << QStringLiteral("a wall") << model()
                  << QStringLiteral("--out=") + at + QStringLiteral("out");
            const Result grounded = run(words, threads);
            words =
                QStringList{QStringLiteral("report"), path(QStringLiteral("photos")), QStringLiteral("a dog"),
                            model(), QStringLiteral("--out=") + at + QStringLiteral("report.html")};
            const Result reported = run(words, threads);
            QMap<QString, QByteArray> found{{QStringLiteral("scored"), QByteArray::number(scored.code)},
                                            {QStringLiteral("grounded"), QByteArray::number(grounded.code)},
                                            {QStringLiteral("reported"), QByteArray::number(reported.code)}};
            QDirIterator all(at, QDir::Files, QDirIterator::Subdirectories);
            while (all.hasNext()) {
                QFile file(all.next());
                if (file.open(QIODevice::ReadOnly)) found[file.fileName().mid(at.size())] = file.readAll();
            }
            return found;
        };
        const auto one = files("1"), three = files("3");
        QCOMPARE(one.keys(), three.keys());
        for (const QString& name : one.keys()) QVERIFY2(one[name] == three[name], qPrintable(name));
        QCOMPARE(one[QStringLiteral("scored")], QByteArray("0"));
        QCOMPARE(one[QStringLiteral("grounded")], QByteArray("1"));
        QCOMPARE(one[QStringLiteral("maps/mean.jsonl")].count('\n'), 77);
        const QByteArray scores = one[QStringLiteral("scores.jsonl")];
        QCOMPARE(scores.count("the photo cannot be read: this is not an image"), 1);
        QCOMPARE(scores.count("the table gives the photo's width and height exchanged"), 1);
        QFile::remove(path(QStringLiteral("photos/broken.png")));
    }

    void a_photo_whose_name_is_not_utf8_is_scored_and_written() {
        const std::filesystem::path folder = path(QStringLiteral("odd")).toStdString();
        std::filesystem::create_directories(folder);
        std::filesystem::copy_file(path(QStringLiteral("photos/photo0.png")).toStdString(),
                                   folder / "\xFF.png");
        write_atomically(folder / "\xFF.txt", "0 0.5 0.5 0.6 0.6\n");
        write_atomically(folder / "classes.txt", "dog\n");
        const Result result = run({QStringLiteral("evaluate"), path(QStringLiteral("odd")), model(),
                                   QStringLiteral("--export-maps=") + path(QStringLiteral("odd_maps")),
                                   QStringLiteral("--per-phrase=") + path(QStringLiteral("odd.jsonl")),
                                   QStringLiteral("--json=") + path(QStringLiteral("odd.json"))});
        std::filesystem::remove_all(folder);  // Qt could not remove a file of that name
        QVERIFY2(result.code == 0, result.err.constData());
        for (const char* file : {"odd_maps/mean.jsonl", "odd.jsonl"})
            QCOMPARE(
                QJsonDocument::fromJson(bytes(QString::fromLatin1(file)))[QLatin1String("image")].toString(),
                QStringLiteral("\uFFFD.png"));
    }

    void exported_maps_give_the_same_accuracy_by_an_independent_script() {
        const QString phrases = many_phrases(12, 9), python = QStringLiteral(GBS_TEST_PYTHON);
        if (!QFile::exists(python)) QSKIP("there is no Python environment");
        const QStringList common{QStringLiteral("evaluate"), QStringLiteral("--phrases=") + phrases,
                                 QStringLiteral("--images=") + path(QStringLiteral("photos")),
                                 QStringLiteral("--protocol=mg"), QStringLiteral("--json")};
        const Result result = run(QStringList(common) << model() << QStringLiteral("--export-maps")
                                                      << path(QStringLiteral("maps")));
        QVERIFY2(result.code == 0, result.err.constData());
        QProcess script;
        script.start(python, {QStringLiteral(GBS_SOURCE_DIR "/tests/pointing_accuracy.py"), phrases,
                              path(QStringLiteral("maps/gbs.jsonl")), path(QStringLiteral("maps/i2t.jsonl")),
                              path(QStringLiteral("maps/mean.jsonl")), QStringLiteral("mg")});
        QVERIFY(script.waitForFinished(120000));
        for (const char* name : {"gbs", "i2t", "mean"}) {
            const QJsonObject counted = QJsonDocument::fromJson(script.readLine()).object();
            QCOMPARE(counted[QLatin1String("total")].toInt(), 108);
            QCOMPARE(counted[QLatin1String("hits")].toInt(),
                     map(result.json(), name)[QLatin1String("hits")].toInt());
        }
        // The exported maps, read as another method's, score the same.
        const Result again =
            run(QStringList(common) << QStringLiteral("--no-model") << QStringLiteral("--maps")
                                    << QStringLiteral("other=") + path(QStringLiteral("maps/mean.jsonl")));
        QVERIFY2(again.code == 0, again.err.constData());
        QJsonObject other = map(again.json(), "other"), mean = map(result.json(), "mean");
        QCOMPARE(other, mean);
    }

    void labels_of_annotation_tools_are_boxes_of_a_detector() {
        const QString phrases = many_phrases(2, 5);
        const QTemporaryDir folder;
        const auto put = [&](const char* name, const std::string& text) {
            write_atomically(folder.filePath(QString::fromLatin1(name)).toStdString(), text);
            return folder.filePath(QString::fromLatin1(name));
        };
        const auto scores_of = [&](const QString& detector) {
            const Result result = run({QStringLiteral("evaluate"), phrases, QStringLiteral("--no-model"),
                                       QStringLiteral("--detector"), detector, QStringLiteral("--json")});
            return std::pair(map(result.json(), "detector"), result.err);
        };
        const QString lines = put(
            "boxes.jsonl",
            R"({"image": "photo0.png", "label": "square", "width": 48, "height": 40, "boxes": [[4, 5, 30, 22.5]]}
{"image": "photo0.png", "label": "red square number 3", "width": 48, "height": 40, "boxes": [[1, 2, 9, 9], [22, 16, 40, 33]], "scores": [0.4, 0.75]}
)");
        put("photo0.json",
            R"({"version": "5.4.1", "imagePath": "..\\photos\\photo0.png", "imageWidth": 48, "imageHeight": 40, "shapes": [
                {"label": "square", "points": [[30, 22.5], [4, 5]], "shape_type": "rectangle", "score": null},
                {"label": "red_square_number_3", "points": [[1, 2], [9, 9]], "shape_type": "rectangle", "score": 0.4},
                {"label": "red_square_number_3", "points": [[22, 16], [40, 16], [40, 33], [22, 33]], "shape_type": "polygon", "score": 0.75},
                {"label": "square", "points": [[9, 9]], "shape_type": "point"}]})");
        const auto [expected, quiet] = scores_of(lines);
        QCOMPARE(expected[QLatin1String("total")].toInt(), 10);
        QCOMPARE(expected[QLatin1String("without_a_map")].toInt(), 5);
        QVERIFY(expected[QLatin1String("hits")].toInt() > 0);
        const auto [by_folder, told] = scores_of(folder.path());
        QCOMPARE(by_folder, expected);
        QVERIFY2(told.contains("skipped 1: point"), told.constData());
        QCOMPARE(scores_of(folder.filePath(QStringLiteral("photo0.json"))).first, expected);
        QFile::remove(folder.filePath(QStringLiteral("photo0.json")));
        QVERIFY(scores_of(folder.path()).second.contains("no annotations are recognized in this folder"));
    }

    void detectors_ensembles_and_comparisons() {
        const QString phrases = many_phrases(4, 5);
        // A perfect detector for photo0, a class for photo1, nothing for the others.
        std::string boxes;
        for (int k = 0; k < 5; ++k) {
            const int x = 1 + (7 * k) % 24, y = 1 + (5 * k) % 20;
            boxes += "{\"image\": \"photo0.png\", \"phrase\": \"a red square number " + std::to_string(k) +
                     "\", \"width\": 48, \"height\": 40, \"boxes\": [[" + std::to_string(x - 1) + ", " +
                     std::to_string(y - 1) + ", " + std::to_string(x + 20) + ", " + std::to_string(y + 18) +
                     "]]}\n";
        }
        boxes +=
            "{\"image\": \"photo1.png\", \"label\": \"square\", \"boxes\": [[0, 0, 2, 2], [9, 9, 1, 1]]}\n";
        write_atomically(path(QStringLiteral("boxes.jsonl")).toStdString(), boxes);
        const Result result =
            run({QStringLiteral("evaluate"), phrases, model(), QStringLiteral("--detector"),
                 path(QStringLiteral("boxes.jsonl")), QStringLiteral("--per-phrase"),
                 path(QStringLiteral("ensemble.jsonl")), QStringLiteral("--json"), QStringLiteral("--model"),
                 QStringLiteral("second=") + path(QStringLiteral("tiny.safetensors")),
                 QStringLiteral("--ensemble"), QStringLiteral("tiny.mean+detector"),
                 QStringLiteral("--ensemble"), QStringLiteral("tiny.mean+second.mean")});
        QVERIFY2(result.code == 0, result.err.constData());
        QVERIFY(result.err.contains("inverted box"));
        const QJsonObject detector = map(result.json(), "detector");
        QCOMPARE(detector[QLatin1String("total")].toInt(), 20);
        QCOMPARE(detector[QLatin1String("hits")].toInt(), 5);
        QCOMPARE(detector[QLatin1String("without_a_map")].toInt(), 10);
        QCOMPARE(map(result.json(), "tiny.mean+second.mean")[QLatin1String("hits")].toInt(),
                 map(result.json(), "tiny.mean")[QLatin1String("hits")].toInt());
        const int with = map(result.json(), "tiny.mean+detector")[QLatin1String("hits")].toInt();
        QVERIFY(with >= 5);
        const QString file = path(QStringLiteral("ensemble.jsonl"));
        const Result compared =
            run({QStringLiteral("compare"), file, file, QStringLiteral("--map-a=detector"),
                 QStringLiteral("--map-b=tiny.mean+detector"), QStringLiteral("--json"),
                 QStringLiteral("--flips"), path(QStringLiteral("flips.jsonl"))});
        QVERIFY2(compared.code == 0, compared.err.constData());
        const QJsonObject root = compared.json();
        QCOMPARE(root[QLatin1String("phrases")].toInt(), 20);
        QCOMPARE(root[QLatin1String("gained")].toInt() - root[QLatin1String("lost")].toInt(), with - 5);
        QCOMPARE(bytes(QStringLiteral("flips.jsonl")).count('\n'),
                 root[QLatin1String("gained")].toInt() + root[QLatin1String("lost")].toInt());
        QVERIFY(run({QStringLiteral("compare"), file, file, QStringLiteral("--map-a=detector"),
                     QStringLiteral("--map-b=second.gbs")})
                    .out.contains("McNemar"));
    }

    void wrong_requests_fail_with_a_message_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("message");
        const QString tsv = fixture(QStringLiteral("plain_tsv"));
        const auto row = [&](const char* name, const QStringList& arguments, const char* message) {
            QTest::newRow(name) << (QStringList{QStringLiteral("evaluate")} + arguments)
                                << QByteArray(message);
        };
        row("nothing named", {}, "--phrases FILE");
        row("no data set", {directory_.path() + QStringLiteral("/photos")}, "region_descriptions.json");
        row("unknown split", {tsv, QStringLiteral("--split=tset")}, "available: all, dev");
        row("unknown protocol", {tsv, QStringLiteral("--protocol=best")}, "mg, mg-exact-pixels, plain, wwbl");
        row("resume of nothing", {tsv, QStringLiteral("--resume")}, "--per-phrase");
        row("threshold", {tsv, QStringLiteral("--box-threshold=0.333")}, "0.05, 0.10");
        row("no source", {tsv, QStringLiteral("--no-model")}, "nothing to score");
        row("COCO results alone",
            {tsv, QStringLiteral("--no-model"), QStringLiteral("--detector=%/results.json")}, "instances");
        row("unknown member", {tsv, model(), QStringLiteral("--ensemble=mean+other")},
            "there is no map \"other\"");
        row("masks by another protocol", {tsv, QStringLiteral("--masks"), QStringLiteral("--protocol=mg")},
            "--masks needs --protocol plain");
        row("masks where there are boxes alone", {tsv, QStringLiteral("--masks"), model()},
            "leave out --masks");
        row("captions",
            {fixture(QStringLiteral("coco")), QStringLiteral("--split=captions val2017"), model()},
            "no phrase");
    }

    void wrong_requests_fail_with_a_message() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, message);
        write_atomically(path(QStringLiteral("results.json")).toStdString(),
                         "[{\"image_id\": 1, \"category_id\": 1, \"bbox\": [1, 1, 2, 2], \"score\": 1}]");
        arguments.replaceInStrings(QStringLiteral("%"), directory_.path());
        const Result result = run(arguments);
        QCOMPARE(result.code, 1);
        QVERIFY2(result.err.contains(message), result.err.constData());
        QVERIFY(result.out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(EvaluateTest)
#include "evaluate_test.moc"
