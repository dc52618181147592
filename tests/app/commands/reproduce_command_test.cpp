// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "app/commands/reproduce_arguments.h"
#include "core/base/file_io.h"
#include "support/tiny_checkpoint.h"
#include "support/tiny_run.h"

using namespace gbs;
using namespace gbs::training;

/// `gbs reproduce`, run like a user would.
class ReproduceCommandTest : public QObject {
    Q_OBJECT

    struct Result {
        int code;
        QByteArray out, err;
    };
    QTemporaryDir directory_;

    QString path(const QString& name) const { return directory_.filePath(name); }
    Result run(const QString& program, const QStringList& arguments) const {
        QProcess process;
        process.setWorkingDirectory(directory_.path());
        process.start(program, arguments);
        if (!process.waitForFinished(240000)) return {-1, {}, "did not finish"};
        const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        return {code, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    Result gbs(const QStringList& arguments) const { return run(QStringLiteral(GBS_EXECUTABLE), arguments); }
    /// Runs a printed command line in a shell.
    Result shell(const QString& line) const {
        return run(QStringLiteral("sh"),
                   {QStringLiteral("-c"), QStringLiteral("gbs() { '" GBS_EXECUTABLE "' \"$@\"; }; ") + line});
    }
    /// The command in the fence at the end of a table.
    static QString printed_command(const QByteArray& out) {
        const QString text = QString::fromUtf8(out);
        return text.section(QStringLiteral("```"), 1, 1).section(QLatin1Char('\n'), 1);
    }
    static QString flickr() { return QStringLiteral(GBS_TEST_FIXTURES "/benchmarks/flickr30k_entities"); }
    /// The line of a table that begins so.
    static QString line(const QByteArray& out, const QString& start) {
        for (const QString& each : QString::fromUtf8(out).split(QLatin1Char('\n')))
            if (each.startsWith(start)) return each;
        return {};
    }

 private Q_SLOTS:
    void initTestCase() {
        if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
        make_tiny_data(path(QStringLiteral("it's $HOME")).toStdString(), 8);
        save_tiny_checkpoint(path(QStringLiteral("tiny.safetensors")).toStdString());
    }

    void the_command_is_complete_and_quoted() {
        app::ReproduceArguments arguments;
        arguments.table = "my tables/t.yaml";
        arguments.out = "it's here";
        arguments.base = "b$1.yaml";
        arguments.assignments = {"data.images=my photos", "VG:data.shards=x-{0..9}.tar"};
        arguments.benchmarks = {"a b", "c"};
        arguments.splits = {"test", "mg:test"};
        arguments.rows = {"full", "no-adv"};
        arguments.seeds = {1, 2};
        arguments.limit = 5;
        arguments.sources.maps = {"ig=my maps.jsonl"};
        arguments.budget = 3;
        QCOMPARE(
            arguments.command(),
            std::string("gbs reproduce 'my tables/t.yaml' --base 'b$1.yaml' --set 'data.images=my photos' "
                        "--set 'VG:data.shards=x-{0..9}.tar' --benchmark 'a b' --benchmark c --split test "
                        "--split mg:test --protocol mg --limit 5 --rows full,no-adv --seeds 1,2 "
                        "--maps 'ig=my maps.jsonl' --out 'it'\\''s here'"));
    }

    void the_printed_command_continues() {
        const QString folder = QStringLiteral("it's $HOME");
        write_atomically(path(folder + QStringLiteral("/base.yaml")).toStdString(),
                         to_recipe(tiny_options(path(folder).toStdString())));
        write_atomically(
            path(folder + QStringLiteral("/table.yaml")).toStdString(),
            "title: One row\nbase: smoke\ncolumns: [row]\nrows:\n  - {name: full, cells: [yes]}\n");
        const Result first =
            gbs({QStringLiteral("reproduce"), folder + QStringLiteral("/table.yaml"),
                 QStringLiteral("--base"), folder + QStringLiteral("/base.yaml"), QStringLiteral("--set"),
                 QStringLiteral("data.images=") + folder + QStringLiteral("/photos"),
                 QStringLiteral("--benchmark"), folder + QStringLiteral("/phrases.tsv"),
                 QStringLiteral("--protocol=plain"), QStringLiteral("--budget=60"), QStringLiteral("--out"),
                 folder + QStringLiteral("/out dir")});
        QVERIFY2(first.code == 0, first.err.constData());
        QVERIFY2(first.out.contains("6 steps"), first.out.constData());
        const QString command = printed_command(first.out);
        QVERIFY2(command.startsWith(QLatin1String("gbs reproduce 'it'\\''s $HOME/table.yaml' ")),
                 qPrintable(command));
        const QDateTime trained =
            QFileInfo(path(folder + QStringLiteral("/out dir/full-seed1/metrics.jsonl"))).lastModified();
        const Result again = shell(command);
        QVERIFY2(again.code == 0, again.err.constData());
        QCOMPARE(again.out, first.out);
        QCOMPARE(QFileInfo(path(folder + QStringLiteral("/out dir/full-seed1/metrics.jsonl"))).lastModified(),
                 trained);
    }

    void table_2_is_one_command() {
        Result result = gbs({QStringLiteral("evaluate"), flickr(), QStringLiteral("--split=test"),
                             QStringLiteral("--protocol=mg"), QStringLiteral("--model=tiny.safetensors"),
                             QStringLiteral("--export-maps=maps")});
        QVERIFY2(result.code == 0, result.err.constData());
        write_atomically(path(QStringLiteral("boxes.jsonl")).toStdString(),
                         "{\"image\": \"1000092795.jpg\", \"label\": \"guys\", \"boxes\": [[0, 0, 30, 30]]}\n"
                         "{\"image\": \"10002456.jpg\", \"label\": \"car\", \"boxes\": [[5, 5, 40, 30]]}\n");
        const QStringList sources{QStringLiteral("--maps=ig=maps/i2t.jsonl"),
                                  QStringLiteral("--detector=12-in-1=boxes.jsonl")};
        result = gbs(QStringList{QStringLiteral("reproduce"), QStringLiteral("table2"),
                                 QStringLiteral("--out=t2"), QStringLiteral("--benchmark"), flickr(),
                                 QStringLiteral("--model=vgg=tiny.safetensors")} +
                     sources);
        QVERIFY2(result.code == 0, result.err.constData());
        QVERIFY(QFile::exists(path(QStringLiteral("t2/table2.md"))));
        QCOMPARE(result.out.count("| paper |"), 10);
        QVERIFY2(result.out.contains(
                     "Flickr30K all | Flickr30K people | Flickr30K animals | Flickr30K vehicles | "
                     "Flickr30K instruments | Flickr30K bodyparts | Flickr30K clothing | Flickr30K "
                     "scene | Flickr30K other |"),
                 result.out.constData());
        // The same scores as those of `gbs evaluate`.
        const Result evaluated =
            gbs(QStringList{QStringLiteral("evaluate"), flickr(), QStringLiteral("--split=test"),
                            QStringLiteral("--protocol=mg"), QStringLiteral("--model=vgg=tiny.safetensors"),
                            QStringLiteral("--json"), QStringLiteral("--ensemble=vgg.mean+12-in-1"),
                            QStringLiteral("--ensemble=ig+12-in-1")} +
                sources);
        QVERIFY2(evaluated.code == 0, evaluated.err.constData());
        const QJsonObject maps =
            QJsonDocument::fromJson(evaluated.out).object()[QLatin1String("maps")].toObject();
        const auto check = [&](const QString& start, const char* map) {
            const QString found = line(result.out, start);
            const auto cell = [](const QJsonObject& scores) {
                return scores[QLatin1String("total")].toInt() == 0
                           ? QStringLiteral("- | ")
                           : QString::number(scores[QLatin1String("accuracy")].toDouble(), 'f', 2) +
                                 QStringLiteral(" (");
            };
            const QJsonObject all = maps[QLatin1String(map)].toObject();
            const QString people =
                cell(all[QLatin1String("types")].toObject()[QLatin1String("people")].toObject());
            QVERIFY2(found.startsWith(start + cell(all)),
                     qPrintable(found + QLatin1String(" not ") + cell(all)));
            QVERIFY2(found.section(QLatin1String(" | "), 5, 5).startsWith(people.trimmed()),
                     qPrintable(found));
        };
        check(QStringLiteral("| 12-in-1 | boxes.jsonl | - | here | "), "12-in-1");
        check(QStringLiteral("| IG + 12-in-1 | i2t.jsonl and boxes.jsonl | - | here | "), "ig+12-in-1");
        // The tiny model is not the paper's VGG, and the number of no other model is claimed for it.
        check(QStringLiteral("| GbS | efficientnet-lite0, minilm-l6-v2 | unknown | here | "), "vgg.mean");
        check(QStringLiteral(
                  "| GbS + 12-in-1 | efficientnet-lite0, minilm-l6-v2 and boxes.jsonl | unknown | here | "),
              "vgg.mean+12-in-1");
        const QList<QByteArray> lines = result.out.split('\n');
        for (int i = 1; i < lines.size(); ++i)
            if (lines[i].contains("| unknown | here |"))
                QVERIFY2(!lines[i - 1].contains("| VGG, BERT | MS-COCO | paper |"), lines[i].constData());
        // The printed command gives the same table from what is there.
        const Result again = shell(printed_command(result.out));
        QVERIFY2(again.code == 0, again.err.constData());
        QCOMPARE(again.out, result.out);
        QVERIFY2(!again.err.contains("scoring"), again.err.constData());
    }

    void wrong_requests_fail_with_a_message_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char* name, const QStringList& arguments, const char* message) {
            QTest::newRow(name) << (QStringList{QStringLiteral("reproduce")} + arguments +
                                    QStringList{QStringLiteral("--out=x")})
                                << QByteArray(message);
        };
        const QString table2 = QStringLiteral("table2"), table3 = QStringLiteral("table3");
        row("nothing given", {table2, QStringLiteral("--benchmark"), flickr()}, "--model NAME=FILE");
        row("no benchmark", {table2, QStringLiteral("--model=vgg=tiny.safetensors")}, "--benchmark FOLDER");
        row("no row",
            {table2, QStringLiteral("--benchmark"), flickr(), QStringLiteral("--model=big=tiny.safetensors")},
            "vgg, pnasnet");
        row("no name", {table2, QStringLiteral("--benchmark"), flickr(), QStringLiteral("--maps=m.jsonl")},
            "ig, 12-in-1");
        row("training of scores", {table2, QStringLiteral("--rows=vgg")}, "only scored");
        row("scores of a training", {table3, QStringLiteral("--model=vgg=tiny.safetensors")}, "are trained");
        row("splits",
            {table3, QStringLiteral("--split=a"), QStringLiteral("--split=b"),
             QStringLiteral("--benchmark=c")},
            "one --split for all");
        row("protocol", {table3, QStringLiteral("--protocol=best")}, "mg-exact-pixels");
    }
    void wrong_requests_fail_with_a_message() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, message);
        const Result result = gbs(arguments);
        QCOMPARE(result.code, 1);
        QVERIFY2(result.err.contains(message), result.err.constData());
        QVERIFY(result.out.isEmpty());
    }

    void the_list_names_training_sets() {
        const Result result =
            gbs({QStringLiteral("reproduce"), QStringLiteral("table1"), QStringLiteral("--list")});
        QCOMPARE(result.code, 0);
        QVERIFY2(result.out.contains("vgg-vg  GbS  (VGG, BERT; VG)  (paper: VG mean 53.4)"),
                 result.out.constData());
    }
};

QTEST_GUILESS_MAIN(ReproduceCommandTest)
#include "reproduce_command_test.moc"
