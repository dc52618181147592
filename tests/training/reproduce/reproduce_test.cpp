// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/reproduce/reproduce.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "support/error_of.h"
#include "support/tiny_run.h"
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
              "title: Two losses\nbase: smoke\ncolumns: [L_neg]\nrows:\n"
              "  - {name: without, cells: ['-'], set: {loss.neg: 0}, paper: {mean: 60}}\n"
              "  - {name: full, cells: ['yes'], paper: {mean: 70}}\n");
        ReproducePlan plan;
        plan.table = read_ablation_table(path("table.yaml").string());
        plan.recipe = path("base.yaml");
        plan.out = path("out");
        plan.protocol = "plain";
        return plan;
    }
    Benchmark tiny_benchmark() { return read_phrases_benchmark(path("phrases.tsv"), path("photos")); }
    /// A run of a row whose mean map hits that many of 100 phrases.
    static RowRun run_of(std::size_t row, double hits) {
        RowRun run;
        run.row = row;
        for (const char* map : {"random", "center", "gbs", "i2t", "mean"}) {
            run.scores[map].hits = hits;
            run.scores[map].total = 100;
        }
        return run;
    }

 private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void the_tables_of_the_program_can_be_read_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("rows");
        QTest::addColumn<double>("best");
        QTest::newRow("1") << "table1" << 2 << 74.5;
        QTest::newRow("3") << "table3" << 4 << 72.6;
        QTest::newRow("4") << "table4" << 3 << 72.6;
        QTest::newRow("5") << "table5" << 10 << 72.6;
        QTest::newRow("6") << "table6" << 2 << 72.6;
        QTest::newRow("7") << "table7" << 5 << 72.6;
    }
    void the_tables_of_the_program_can_be_read() {
        QFETCH(QString, name);
        QFETCH(int, rows);
        QFETCH(double, best);
        const AblationTable table = read_ablation_table(name.toStdString());
        QCOMPARE(static_cast<int>(table.rows.size()), rows);
        double highest = 0;
        for (const auto& row : table.rows)
            for (const auto& [map, value] : row.paper) highest = std::max(highest, value);
        QCOMPARE(highest, best);
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
        QTest::newRow("number") << "title: x\nbase: smoke\ncolumns: [a]\nrows:\n"
                                   "  - {name: r, cells: [1], paper: {mean: high}}\n"
                                << ":5: ";
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
            row.paper["mean"] = value;
            table.rows.push_back(row);
        }
        table.columns = {"row"};
        const std::vector<RowRun> runs = {run_of(0, 40), run_of(1, 38), run_of(2, 50), run_of(1, 46)};
        const OrderAgreement order = order_agreement(table, runs);  // row 1: 42 on average
        QCOMPARE(order.pairs, 3);
        QCOMPARE(order.agreeing, 3);
        const OrderAgreement one = order_agreement(table, {runs[0], runs[1], runs[2]});
        QCOMPARE(one.agreeing, 2);
        QCOMPARE(order_agreement(table, {runs[0]}).pairs, 0);
    }

    void rows_are_trained_and_scored_once() {
        if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
        const ReproducePlan plan = tiny_plan();
        const Benchmark benchmark = tiny_benchmark();
        int steps = 0, tables = 0;
        TrainHooks hooks;
        hooks.progress = [&](const TrainProgress&) { ++steps; };
        const auto changed = [&](const std::vector<RowRun>&) { ++tables; };
        const auto runs = reproduce(plan, benchmark, hooks, changed, {});
        QCOMPARE(runs.size(), std::size_t{2});
        QCOMPARE(tables, 2);
        QCOMPARE(steps, 12);
        for (const auto& run : runs) {
            QCOMPARE(run.step, 6);
            QCOMPARE(run.scores.at("mean").total, std::size_t{4});
            QCOMPARE(read_recipe(run.folder / "config.yaml").stage.loss_neg, run.row == 0 ? 0.0 : 1.0);
        }
        const std::string text = reproduced_markdown(plan, runs, benchmark, "gbs reproduce table.yaml");
        QVERIFY2(text.find("| - | 60.00 |") != std::string::npos, text.c_str());
        QVERIFY2(text.find("6 steps") != std::string::npos, text.c_str());

        const auto again = reproduce(plan, benchmark, hooks, changed, {});
        QCOMPARE(steps, 12);
        for (std::size_t i = 0; i < runs.size(); ++i)
            QCOMPARE(again[i].scores.at("mean").hits, runs[i].scores.at("mean").hits);

        // The same number of phrases on other photos is another benchmark.
        Benchmark turned = benchmark;
        std::swap(turned.queries[0].phrase, turned.queries[1].phrase);
        reproduce(plan, turned, hooks, changed, {});
        QCOMPARE(steps, 12);
        std::size_t scored = 0;
        for (const auto& entry : fs::directory_iterator(runs[0].folder))
            scored += entry.path().filename().string().rfind("results-", 0) == 0;
        QCOMPARE(scored, std::size_t{2});

        // Another table may use another name for the same training.
        ReproducePlan other = plan;
        for (auto& row : other.table.rows) row.name = "other-" + row.name;
        const auto shared = reproduce(other, benchmark, hooks, changed, {});
        QCOMPARE(steps, 12);
        for (std::size_t i = 0; i < runs.size(); ++i) QCOMPARE(shared[i].folder, runs[i].folder);
    }

    void an_interrupted_row_continues() {
        if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
        ReproducePlan plan = tiny_plan();
        plan.rows = {"full"};
        const Benchmark benchmark = tiny_benchmark();
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
        QCOMPARE(runs.front().scores.at("gbs").total, std::size_t{4});
    }

    void a_folder_with_other_options_is_refused() {
        if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
        ReproducePlan plan = tiny_plan();
        plan.rows = {"full"};
        const Benchmark benchmark = tiny_benchmark();
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
