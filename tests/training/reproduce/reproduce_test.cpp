// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/reproduce/reproduce.h"
#include "core/base/locked_file.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "support/error_of.h"
#include "support/tiny_run.h"
#include "training/reproduce/reproduced_table.h"
#include "training/run/run_reader.h"

using namespace gbs;
using namespace gbs::training;
namespace fs = std::filesystem;

/// Tables of the paper: what a row changes, that nothing is trained twice, and the reported table.
class ReproduceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;

    fs::path path(const std::string& name) const { return fs::path(folder_->path().toStdString()) / name; }
    static void write(const fs::path& file, const std::string& text) { std::ofstream(file) << text; }

    ReproducePlan tiny_plan() {
        make_tiny_data(path(""), 8);
        TrainOptions options = tiny_options(path(""));
        options.validation_images = options.train_images;
        options.validation_phrases = path("phrases.tsv").string();
        options.validation_every = 1000;
        write(path("base.yaml"), to_recipe(options));
        write(path("table.yaml"),
              "title: Two losses\nbase: smoke\nmodel: Lite\ntraining: captions.tsv\nbenchmarks: [Flickr30K]\n"
              "columns: [L_neg]\nrows:\n"
              "  - {name: without, cells: ['-'], set: {loss.neg: 0}, paper: {Flickr30K: 60}}\n"
              "  - {name: full, cells: ['yes'], paper: {Flickr30K: 70}}\n"
              "  - {name: both, cells: ['both'], ensemble: [without, full]}\n");
        ReproducePlan plan;
        plan.table = read_ablation_table(path("table.yaml").string());
        plan.recipe = path("base.yaml");
        plan.out = path("out");
        plan.protocol = "plain";
        return plan;
    }
    std::vector<Benchmark> tiny_benchmark() {
        return {read_phrases_benchmark(path("phrases.tsv"), path("photos"))};
    }
    /// A run of a row whose mean map hits that many of 100 phrases.
    static RowRun run_of(std::size_t row, double hits) {
        RowRun run;
        run.row = row;
        run.scores.resize(1);
        for (const char* map : {"random", "center", "gbs", "i2t", "mean"}) {
            run.scores[0][map].all.hits = hits;
            run.scores[0][map].all.total = 100;
        }
        return run;
    }

 private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void a_second_program_is_refused() {
        const ReproducePlan plan = tiny_plan();
        fs::create_directory(plan.out);
        const LockedFile other(plan.out / "lock");
        const QString error = error_of([&] { reproduce(plan, tiny_benchmark(), {}, {}, {}); });
        QVERIFY2(error.contains(QStringLiteral("another program is writing")), qPrintable(error));
    }

    void the_tables_of_the_program_can_be_read_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("rows");
        QTest::newRow("1") << "table1" << 16;
        QTest::newRow("2") << "table2" << 10;
        QTest::newRow("3") << "table3" << 4;
        QTest::newRow("4") << "table4" << 3;
        QTest::newRow("5") << "table5" << 10;
        QTest::newRow("6") << "table6" << 4;
        QTest::newRow("7") << "table7" << 5;
    }
    void the_tables_of_the_program_can_be_read() {
        QFETCH(QString, name);
        QFETCH(int, rows);
        const AblationTable table = read_ablation_table(name.toStdString());
        QCOMPARE(static_cast<int>(table.rows.size()), rows);
        QCOMPARE(table.is_scored_only(), name == QLatin1String("table2"));
        // Every change is an option of the base recipes.
        for (const std::string& base : {table.base, table.small}) {
            if (base.empty()) continue;
            const TrainOptions options = read_recipe(recipe_file(base));
            for (const auto& row : table.rows) read_recipe(recipe_file(base), row_assignments(options, row));
        }
    }

    void a_change_reaches_stages_that_override_it() {
        TrainOptions base;
        base.stages = {{"align", {{"loss.neg", "0"}}}, {"separate", {{"steps", "5"}}}};
        AblationRow row;
        row.changes = {{"loss.neg", "0.5"}};
        const auto assignments = row_assignments(base, row);
        QCOMPARE(assignments, (std::vector<std::string>{"loss.neg=0.5", "stages.align.loss.neg=0.5"}));
        row.changes = {{"loss.net", "1"}};
        QVERIFY(error_of([&] { row_assignments(base, row); }).contains(QStringLiteral("loss.neg")));
    }

    void damaged_tables_are_refused_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("no rows") << "title: x\nbase: smoke\ncolumns: [a]\nrows: []\n"
                                 << "the table has no rows";
        QTest::newRow("cells") << "title: x\nbase: smoke\ncolumns: [a]\nrows:\n  - {name: r, cells: [1, 2]}\n"
                               << ":5: a row has a cell for each";
        QTest::newRow("twice") << "title: x\nbase: smoke\ncolumns: [a]\nrows:\n  - {name: r, cells: [1]}\n"
                                  "  - {name: r, cells: [1]}\n"
                               << ":6: two rows have the name r";
        QTest::newRow("path") << "title: x\nbase: smoke\ncolumns: [a]\nrows:\n  - {name: ../r, cells: [1]}\n"
                              << "letters, digits";
        const char* head = "title: x\nbase: smoke\nbenchmarks: [VG]\ncolumns: [a]\nrows:\n";
        const auto row = [&](const char* name, const char* rest, const char* says) {
            QTest::newRow(name) << QString::fromLatin1(head) + QLatin1String("  - {name: r, cells: [1], ") +
                                       QLatin1String(rest) + QLatin1String("}\n")
                                << QString::fromLatin1(says);
        };
        row("number", "model: m, training: t, paper: {VG: high}", ":6: ");
        row("percent", "model: m, training: t, paper: {VG: 101}", ":6: accuracies are 0 to 100 %");
        row("benchmark", "model: m, training: t, paper: {mean: 60}", ":6: unknown key mean; known are VG");
        row("map", "model: m, training: t, paper: {VG: {men: 60}}", ":6: unknown key men; known are gbs");
        row("types", "model: m, training: t, paper: {VG: [60, 70]}", ":6: the paper has a number for each");
        row("training", "model: m, paper: {VG: 60}", ":6: a number of the paper belongs to a model and");
        row("key", "papre: {VG: 60}", ":6: unknown key papre");
        row("member", "ensemble: [r, s]", ":6: no row above that gives maps has the name r");
        row("kinds", "set: {steps: 1}, published: true", ":6: a row has one of set, ensemble");
        QTest::newRow("no title") << "base: smoke\ncolumns: [a]\nrows: []\n"
                                  << "title is missing";
    }
    void damaged_tables_are_refused() {
        QFETCH(QString, text);
        QFETCH(QString, says);
        write(path("table.yaml"), text.toStdString());
        const std::string error =
            error_of([&] { read_ablation_table(path("table.yaml").string()); }).toStdString();
        QVERIFY2(error.find(says.toStdString()) != std::string::npos, error.c_str());
    }
    void an_unknown_table_lists_the_known_ones() {
        const std::string error = error_of([] { read_ablation_table("table9"); }).toStdString();
        QVERIFY2(error.find("table3") != std::string::npos, error.c_str());
    }

    void the_order_of_the_rows_is_compared_with_the_paper() {
        AblationTable table;
        for (const double value : {60.0, 65.0, 70.0}) {
            AblationRow row;
            row.name = "row" + std::to_string(table.rows.size());
            row.cells = {row.name};
            row.paper = {{"Flickr30K", "mean", "all", value}};
            table.rows.push_back(row);
        }
        table.columns = {"row"};
        const std::vector<RowRun> runs = {run_of(0, 40), run_of(1, 38), run_of(2, 50), run_of(1, 46)};
        const OrderAgreement order = order_agreement(table, runs, 0, "Flickr30K");  // row 1: 42 on average
        QCOMPARE(order.pairs, 3);
        QCOMPARE(order.agreeing, 3);
        const OrderAgreement one = order_agreement(table, {runs[0], runs[1], runs[2]}, 0, "Flickr30K");
        QCOMPARE(one.agreeing, 2);
        QCOMPARE(order_agreement(table, {runs[0]}, 0, "Flickr30K").pairs, 0);
        QCOMPARE(order_agreement(table, runs, 0, "VG").pairs, 0);  // the paper has no numbers there
    }

    void rows_are_trained_and_scored_once() {
        if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
        const ReproducePlan plan = tiny_plan();
        const std::vector<Benchmark> benchmark = tiny_benchmark();
        int steps = 0, tables = 0;
        TrainHooks hooks;
        hooks.progress = [&](const TrainProgress&) { ++steps; };
        const auto changed = [&](const std::vector<RowRun>&) { ++tables; };
        const auto runs = reproduce(plan, benchmark, hooks, changed, {});
        QCOMPARE(runs.size(), std::size_t{3});
        QCOMPARE(tables, 3);
        QCOMPARE(steps, 12);
        for (const auto& run : runs) {
            QCOMPARE(run.scores.at(0).at("mean").all.total, std::size_t{4});
            if (run.row == 2) continue;  // the ensemble
            QCOMPARE(run.step, 6);
            QCOMPARE(read_recipe(run.folder / "config.yaml").stage.loss_neg, run.row == 0 ? 0.0 : 1.0);
        }
        const std::string text = reproduced_markdown(plan, runs, benchmark, "gbs reproduce table.yaml");
        QVERIFY2(text.find("| - | Lite | captions.tsv | paper | 60.00 | - |") != std::string::npos,
                 text.c_str());
        const std::string lite = " | efficientnet-lite0, minilm-l6-v2";
        QVERIFY2(text.find("| yes" + lite + " | captions.tsv | here | - | ") != std::string::npos,
                 text.c_str());
        QVERIFY2(text.find("| both" + lite + " and efficientnet-lite0, minilm-l6-v2 | captions.tsv | here") !=
                     std::string::npos,
                 text.c_str());
        QVERIFY2(text.find("phrases.tsv, plain mean |") != std::string::npos, text.c_str());
        QVERIFY2(text.find("6 steps") != std::string::npos, text.c_str());

        const auto again = reproduce(plan, benchmark, hooks, changed, {});
        QCOMPARE(steps, 12);
        for (std::size_t i = 0; i < runs.size(); ++i)
            QCOMPARE(again[i].scores.at(0).at("mean").all.hits, runs[i].scores.at(0).at("mean").all.hits);

        // The same number of phrases on other photos is another benchmark.
        std::vector<Benchmark> turned = benchmark;
        std::swap(turned[0].queries[0].phrase, turned[0].queries[1].phrase);
        reproduce(plan, turned, hooks, changed, {});
        QCOMPARE(steps, 12);
        std::size_t scored = 0;
        for (const auto& entry : fs::directory_iterator(runs[0].folder))
            scored += entry.path().filename().string().rfind("results-", 0) == 0;
        QCOMPARE(scored, std::size_t{2});

        // Another table may use another name for the same training.
        ReproducePlan other = plan;
        other.table.rows.pop_back();  // the ensemble has no training
        for (auto& row : other.table.rows) row.name = "other-" + row.name;
        const auto shared = reproduce(other, benchmark, hooks, changed, {});
        QCOMPARE(steps, 12);
        for (std::size_t i = 0; i < shared.size(); ++i) QCOMPARE(shared[i].folder, runs[i].folder);
    }

    void an_interrupted_row_continues() {
        if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
        ReproducePlan plan = tiny_plan();
        plan.rows = {"full"};
        const std::vector<Benchmark> benchmark = tiny_benchmark();
        int steps = 0;
        std::vector<RowRun> seen;
        TrainHooks hooks;
        hooks.progress = [&](const TrainProgress&) { ++steps; };
        hooks.stop_requested = [&] { return steps == 3; };
        QVERIFY_EXCEPTION_THROWN(
            reproduce(plan, benchmark, hooks, [&](const auto& runs) { seen = runs; }, {}), Cancelled);
        QCOMPARE(seen.front().step, 3);
        QVERIFY(seen.front().scores.empty());
        hooks.stop_requested = {};
        const auto runs = reproduce(plan, benchmark, hooks, [](const auto&) {}, {});
        QCOMPARE(steps, 6);
        QCOMPARE(runs.front().scores.at(0).at("gbs").all.total, std::size_t{4});
    }

    void a_folder_with_other_options_is_refused() {
        if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
        ReproducePlan plan = tiny_plan();
        plan.rows = {"full"};
        const std::vector<Benchmark> benchmark = tiny_benchmark();
        reproduce(plan, benchmark, {}, [](const auto&) {}, {});
        plan.assignments = {"steps=7"};
        std::string told;
        TrainHooks hooks;
        hooks.message = [&](const std::string& message) { told += message; };
        const auto runs = reproduce(plan, benchmark, hooks, [](const auto&) {}, {});
        QVERIFY(runs.front().scores.empty());
        QVERIFY2(told.find("other options") != std::string::npos, told.c_str());
        plan.rows = {"ful"};
        QVERIFY(error_of([&] {
                    reproduce(plan, benchmark, {}, [](const auto&) {}, {});
                }).contains(QStringLiteral("did you mean full")));
    }
};

QTEST_GUILESS_MAIN(ReproduceTest)
#include "reproduce_test.moc"
