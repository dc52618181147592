// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>
#include <sstream>

#include "core/base/error.h"
#include "support/error_of.h"
#include "training/reproduce/reproduced_table.h"
#include "training/reproduce/table_data.h"

using namespace gbs;
using namespace gbs::training;

/// The paper's numbers, and that none of them stands for another model, training set or benchmark.
class PaperNumbersTest : public QObject {
    Q_OBJECT

    static ReproducePlan plan_of(const std::string& table, const std::vector<std::string>& assignments,
                                 const std::string& recipe = "paper-vgg-coco") {
        ReproducePlan plan;
        plan.table = read_ablation_table(table);
        plan.recipe = recipe_file(recipe);
        plan.assignments = assignments;
        return plan;
    }
    static std::vector<std::string> coco() {
        return {"data.images=/d/train2014", "data.captions=/d/captions_train2014.json"};
    }
    static std::vector<std::string> vg(const std::string& split = "densecap:train") {
        return {"data.images=/d/vg", "data.captions=/d/region_descriptions.json", "data.split=" + split};
    }
    static Benchmark read(const std::string& fixture, const std::string& split) {
        return read_benchmark(recognize_benchmark(GBS_TEST_FIXTURES "/benchmarks/" + fixture), split);
    }
    /// Runs with the same scores on each benchmark.
    static std::vector<RowRun> scored(std::vector<RowRun> runs, std::size_t benchmarks) {
        for (auto& run : runs)
            for (std::size_t i = 0; i < benchmarks; ++i) {
                RowScores scores;
                for (const char* map : {"random", "center", "gbs", "i2t", "mean"}) {
                    scores[map].all.hits = 33;
                    scores[map].all.total = 300;
                }
                run.scores.push_back(scores);
            }
        return runs;
    }
    static QStringList names(const ReproducePlan& plan, const std::vector<RowRun>& runs) {
        QStringList list;
        for (const auto& run : runs) list << QString::fromStdString(plan.table.rows[run.row].name);
        return list;
    }
    static QString markdown(const ReproducePlan& plan, const std::vector<Benchmark>& benchmarks) {
        return QString::fromStdString(reproduced_markdown(plan, scored(planned_runs(plan), benchmarks.size()),
                                                          benchmarks, "gbs reproduce"));
    }

 private Q_SLOTS:
    void numbers_are_those_of_the_paper_data() {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("says");
        const auto add = [](const char* row, const char* says) {
            QTest::newRow(row) << QString::fromLatin1(row) << QString::fromLatin1(says);
        };
        add("table1 random", "- 11.15 27.24 24.3");
        add("table1 center", "- 20.55 49.2 30.3");
        add("table1 td", "VG 19.31 42.4 31.97");
        add("table1 sss", "VG 30.03 49.1 39.98");
        add("table1 mg-vgg-vg", "VG 48.76 60.08 60.01");
        add("table1 vgg-vg", "VG 53.4 70.48 59.44");
        add("table1 mg-pnasnet-vg", "VG 55.16 67.69 61.89");
        add("table1 pnasnet-vg", "VG 55.91 73.39 62.24");
        add("table1 fcvc", "MS-COCO 14.03 29.03 33.52");
        add("table1 vgls", "MS-COCO 24.4");
        add("table1 mg-vgg", "MS-COCO 47.94 61.66 47.52");
        add("table1 full", "MS-COCO 52 72.6 56.1");
        add("table1 mg-pnasnet", "MS-COCO 52.33 69.19 48.42");
        add("table1 pnasnet", "MS-COCO 52.7 74.5 49.26");
        add("table1 ensemble", "MS-COCO 54.55 75.6 58.21");
        add("table1 vgg-cc3m", "CC3M 81.32");
        add("table2 vgg", "MS-COCO 72.6 82.5 91.5 81.1 56.6 34.8 58.6 70.9 59.9");
        add("table2 pnasnet", "MS-COCO 74.5 83.6 89.3 92.1 83.3 53.2 50.1 71.3 66.7");
        add("table2 align2ground", "- 71");
        add("table2 ig", "- 76.74 83.2 89.7 87 69.7 45.1 74.5 80.6 67.3");
        add("table2 12-in-1", "- 76.4 85.7 82.7 95.5 77.4 33.3 54.6 80.7 70.6");
        add("table2 ig-12-in-1", "- 81.1 87.1 90.4 95.5 74.2 61.5 74 79.9 73.5");
        add("table2 vgg-ig", "MS-COCO 83.9 88.8 96.1 93.4 74.4 65.2 77.2 82.4 76.8");
        add("table2 pnasnet-ig", "MS-COCO 83.4 87.3 95.2 95.4 75.2 62.3 78.3 81.5 77.2");
        add("table2 vgg-12-in-1", "MS-COCO 85.9 93.4 97.4 96.4 79.6 52.6 78 83.6 78.3");
        add("table2 pnasnet-12-in-1", "MS-COCO 84.9 93.3 96.5 96.8 81.7 54.8 71.4 82.3 78.9");
        add("table3 no-neg-no-adv", "MS-COCO 63.22");
        add("table4 full", "MS-COCO 68.2 67.1 72.6");
        add("table5 perlin", "MS-COCO 68.37");
        add("table6 elmo-vg", "VG 53.65 66.43 52.9");
        add("table6 vgg-vg", "VG 53.4 70.48 59.44");
        add("table6 elmo", "MS-COCO 49.03 67.9 49.37");
        add("table6 full", "MS-COCO 52 72.6 56.1");
        add("table7 dist2atten", "MS-COCO 69.43");
    }
    void numbers_are_those_of_the_paper() {
        QFETCH(QString, row);
        QFETCH(QString, says);
        const AblationTable table = read_ablation_table(row.section(QLatin1Char(' '), 0, 0).toStdString());
        const AblationRow* found = table.find(row.section(QLatin1Char(' '), 1).toStdString());
        QVERIFY(found);
        std::ostringstream text;
        text << found->training;
        for (const auto& number : found->paper) text << " " << number.value;
        QCOMPARE(QString::fromStdString(text.str()), says);
    }

    void data_choose_the_rows_of_table_1() {
        ReproducePlan plan = plan_of("table1", coco());
        auto runs = planned_runs(plan);
        QCOMPARE(names(plan, runs), (QStringList{"full", "pnasnet", "ensemble"}));
        for (const auto& run : runs) QVERIFY(run.as_published);
        QCOMPARE(runs[2].model,
                 std::string("vgg16, bert-base-uncased and pnasnet-5-large, bert-base-uncased"));
        plan = plan_of("table1", vg());
        runs = planned_runs(plan);
        QCOMPARE(names(plan, runs), (QStringList{"vgg-vg", "pnasnet-vg"}));
        QVERIFY(runs[0].as_published && runs[1].as_published);
        plan = plan_of("table1", {"data.shards=/d/cc3m/{00000..00331}.tar"});
        QCOMPARE(names(plan, planned_runs(plan)), QStringList{"vgg-cc3m"});
        // All sets at once.
        plan = plan_of("table1", {});
        plan.data = {{"MS-COCO", coco()}, {"VG", vg()}};
        QCOMPARE(names(plan, planned_runs(plan)),
                 (QStringList{"vgg-vg", "pnasnet-vg", "full", "pnasnet", "ensemble"}));
        plan.rows = {"ensemble"};
        QVERIFY(error_of([&] { planned_runs(plan); }).contains(QStringLiteral("full and pnasnet")));
        plan.rows = {"td"};
        QVERIFY(error_of([&] { planned_runs(plan); }).contains(QStringLiteral("the paper's")));
        plan.rows = {"vgg-cc3m"};
        QVERIFY(error_of([&] { planned_runs(plan); }).contains(QStringLiteral("--set CC3M:")));
        plan.rows.clear();
        plan.data = {{"MS-COCO", vg()}};
        QVERIFY(
            error_of([&] { planned_runs(plan); }).contains(QStringLiteral("is VG, but is given as MS-COCO")));
        plan.data = {{"COCO", coco()}};
        QVERIFY(error_of([&] { planned_runs(plan); }).contains(QStringLiteral("VG, MS-COCO, CC3M")));
    }

    void a_run_has_the_numbers_of_its_own_model_and_training_set_data() {
        QTest::addColumn<QString>("recipe");
        QTest::addColumn<QStringList>("data");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("training");
        QTest::addColumn<QString>("paper");  // the numbers in the line above; empty: the run stands apart
        const auto list = [](const std::vector<std::string>& texts) {
            QStringList result;
            for (const auto& text : texts) result << QString::fromStdString(text);
            return result;
        };
        const QString vgg = QStringLiteral("paper-vgg-coco"),
                      model = QStringLiteral("vgg16, bert-base-uncased");
        QTest::newRow("COCO") << vgg << list(coco()) << model << "MS-COCO"
                              << "52.00 | 72.60 | 56.10";
        QTest::newRow("VG") << vgg << list(vg()) << model << "VG"
                            << "53.40 | 70.48 | 59.44";
        QTest::newRow("VG of Akbari et al.")
            << vgg << list(vg("mg:train")) << model << "VG, split mg:train" << QString();
        QTest::newRow("all of VG") << vgg << list(vg("")) << model << "VG, no split" << QString();
        QTest::newRow("some photos") << vgg << (list(coco()) << "data.limit=40") << model
                                     << "MS-COCO, first 40 photos" << QString();
        QTest::newRow("captions of others")
            << vgg << QStringList{"data.captions=/d/captions.tsv"} << model << "captions.tsv" << QString();
        QTest::newRow("another model") << "paper" << list(coco()) << "efficientnet-lite0, minilm-l6-v2"
                                       << "MS-COCO" << QString();
    }
    void a_run_has_the_numbers_of_its_own_model_and_training_set() {
        QFETCH(QString, recipe);
        QFETCH(QStringList, data);
        QFETCH(QString, model);
        QFETCH(QString, training);
        QFETCH(QString, paper);
        std::vector<std::string> assignments;
        for (const auto& text : data) assignments.push_back(text.toStdString());
        const QStringList lines = markdown(plan_of("table1", assignments, recipe.toStdString()),
                                           {read("flickr30k_entities", "test")})
                                      .split(QLatin1Char('\n'));
        const QString start = QStringLiteral("| GbS | ") + model + QStringLiteral(" | ") + training +
                              QStringLiteral(" | here | ");
        const auto here = std::find_if(lines.begin(), lines.end(),
                                       [&](const QString& line) { return line.startsWith(start); });
        QVERIFY2(here != lines.end(), qPrintable(lines.join(QLatin1Char('\n'))));
        QVERIFY2(here->startsWith(start + QStringLiteral("- | 11.00 (")), qPrintable(*here));
        const QString above = *(here - 1);
        if (paper.isEmpty())
            QVERIFY2(above.contains(QLatin1String("| CC3M | paper | - | 81.32 | - |")), qPrintable(above));
        else
            QVERIFY2(above.contains(QLatin1String("| paper | ") + paper), qPrintable(above));
    }

    void other_options_than_the_papers_are_named() {
        auto assignments = coco();
        const std::vector<Benchmark> flickr{read("flickr30k_entities", "test")};
        QVERIFY(!markdown(plan_of("table3", assignments), flickr).contains("differs from"));
        assignments.insert(assignments.end(), {"steps=10", "loss.i2t=0.2", "data.workers=5"});
        QVERIFY(markdown(plan_of("table3", assignments), flickr)
                    .contains("no-adv differs from the paper's recipe in steps=10, loss.i2t=0.2. "));
    }

    void an_ablation_trained_on_VG_stands_apart() {
        const QString text = markdown(plan_of("table3", vg()), {read("visual_genome", "densecap:test")});
        QVERIFY2(text.contains("| ✓ | ✓ | VGG, BERT | MS-COCO | paper | 72.60 | - | - | - |\n"
                               "| - | - | vgg16, bert-base-uncased | VG | here | - | 11.00"),
                 qPrintable(text));
        QVERIFY(text.contains("Flickr30K mean | VG H_GbS | VG H_i2t | VG mean |"));
    }

    void a_benchmark_of_the_paper_is_its_test_split_under_its_protocol() {
        const Benchmark flickr = read("flickr30k_entities", "test");
        QCOMPARE(paper_benchmark(flickr, "mg", 0), std::string("Flickr30K"));
        QCOMPARE(paper_benchmark(flickr, "mg-exact-pixels", 0), std::string("Flickr30K"));
        QCOMPARE(paper_benchmark(flickr, "plain", 0), std::string());
        QCOMPARE(paper_benchmark(flickr, "mg", 5), std::string());
        QCOMPARE(paper_benchmark(read("flickr30k_entities", "val"), "mg", 0), std::string());
        QCOMPARE(paper_benchmark(read("visual_genome", "densecap:test"), "mg", 0), std::string("VG"));
        QCOMPARE(paper_benchmark(read("visual_genome", "mg:test"), "mg", 0), std::string());
        Benchmark refer = read("refcoco", "");
        refer.split = "test";
        QCOMPARE(paper_benchmark(refer, "mg", 0), std::string());
        refer.about.title = "ReferIt and RefCOCO (refclef)";
        QCOMPARE(paper_benchmark(refer, "mg", 0), std::string("ReferIt"));
        QCOMPARE(benchmark_title(flickr, "plain", 5),
                 std::string("Flickr30k Entities, split test, plain, first 5 phrases"));
    }

    void table_1_is_complete() {
        const QString text = markdown(plan_of("table1", coco()), {read("flickr30k_entities", "test")});
        QCOMPARE(text.count(QLatin1String("| paper |")), 16);
        QVERIFY(text.contains(QLatin1String("| Random | - | - | here | - | 11.00 | - |")));
        QVERIFY(text.contains(QLatin1String("| VGLS | VGG | MS-COCO | paper | 24.40 | - | - |")));
        QVERIFY(
            text.contains(QLatin1String("| GbS ensemble | - | MS-COCO | paper | 54.55 | 75.60 | 58.21 |")));
    }
};

QTEST_GUILESS_MAIN(PaperNumbersTest)
#include "paper_numbers_test.moc"
