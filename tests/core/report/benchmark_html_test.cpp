// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/benchmark_html.h"
#include "core/report/comparison_report.h"

#include <fmt/format.h>

#include <QXmlStreamReader>
#include <QtTest>

#include "core/base/error.h"

using namespace gbs;

/// Benchmark reports: complete documents with the numbers of the report, for any phrases.
class BenchmarkHtmlTest : public QObject {
    Q_OBJECT

    static UnitResult unit_of(int i, bool hit, const std::string& phrase) {
        UnitResult result;
        result.unit.target = {
            "photo" + std::to_string(i) + ".jpg", 100, 80, phrase, {{1, 1, 30.0 + i % 40, 40}}};
        result.unit.target.categories = {i % 2 ? "people" : "a <b> & \"type\""};
        result.unit.phrases = {phrase};
        MapScore score;
        score.hit = hit;
        score.peak = {10, 20, 0.5F};
        result.scores = {score, score};
        return result;
    }
    static BenchmarkReport report_of(int hits, int misses) {
        const std::vector<std::string> names{"mean", "mean+<det>"};
        ReportHeading heading;
        heading.benchmark = "Some & other <data>";
        heading.split = "test";
        heading.protocol = "plain";
        heading.program = "gbs 0";
        heading.sources.push_back({{"kind", "model"}, {"file", "a<b>.safetensors"}, {"sha256", "0123"}});
        BenchmarkReport report(heading, names);
        for (int i = 0; i < hits + misses; ++i)
            report.add(unit_of(i, i < hits, "phrase " + std::to_string(i)));
        report.skip("no box & no <phrase>", 3);
        return report;
    }
    static QString error_of_xml(const std::string& text) {
        QXmlStreamReader xml(QByteArray::fromStdString(text));
        while (!xml.atEnd()) xml.readNext();
        return xml.hasError() ? xml.errorString() + QString::number(xml.lineNumber()) : QString();
    }
    static Image grey() { return {4, 3, std::vector<std::uint8_t>(36, 90)}; }

 private Q_SLOTS:
    void examples_do_not_depend_on_the_order() {
        ExampleChooser forth(0, 3), back(0, 3);
        for (int i = 0; i < 50; ++i) forth.add(unit_of(i, i % 3 == 0, "phrase"));
        for (int i = 49; i >= 0; --i) back.add(unit_of(i, i % 3 == 0, "phrase"));
        QCOMPARE(forth.hits().size(), std::size_t{3});
        QCOMPARE(forth.misses().size(), std::size_t{3});
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(forth.hits()[i].unit.target.image, back.hits()[i].unit.target.image);
            QCOMPARE(forth.misses()[i].unit.target.image, back.misses()[i].unit.target.image);
            QVERIFY(forth.hits()[i].scores[0].hit);
            QVERIFY(!forth.misses()[i].scores[0].hit);
        }
        UnitResult skipped = unit_of(1, true, "x");
        skipped.skipped = "no photo";
        skipped.scores.clear();
        ExampleChooser none(0);
        none.add(skipped);
        QVERIFY(none.hits().empty() && none.misses().empty());
    }

    void html_is_well_formed_with_hostile_texts() {
        const BenchmarkReport report = report_of(7, 5);
        const std::string hostile = "<script>alert(1)</script> & \"x\" ' \x01 \xFF |";
        const std::vector<ReportExample> examples{{unit_of(0, true, hostile), grey(), {}},
                                                  {unit_of(1, false, hostile), {}, "no photo <here>"}};
        const std::string page = benchmark_html(report, examples, 0, "gbs evaluate '<x>'");
        QCOMPARE(error_of_xml(page), QString());
        QVERIFY(page.find("<script>") == std::string::npos);
        QVERIFY(page.find("&lt;script&gt;") != std::string::npos);
        QVERIFY(page.find("data:image/jpeg;base64,") != std::string::npos);
        QVERIFY(page.find("no photo &lt;here&gt;") != std::string::npos);
        QVERIFY(page.find("3: no box &amp; no &lt;phrase&gt;") != std::string::npos);
        QVERIFY(page.find("http://") == page.find("http://www.w3.org/2000/svg"));  // the only URL
    }

    void numbers_equal_those_of_the_report() {
        const BenchmarkReport report = report_of(3, 1);
        for (const std::string& text :
             {benchmark_html(report, {}, 0, ""), benchmark_markdown(report, {}, 0, "")}) {
            QVERIFY2(text.find("75.00") != std::string::npos, text.c_str());
            const Interval interval = report.maps()[2].all.interval();
            const std::string low = fmt::format("{:.1f}", interval.low),
                              longer = fmt::format("{:.2f}", interval.low);
            QVERIFY2(text.find(low) != std::string::npos || text.find(longer) != std::string::npos,
                     low.c_str());
        }
        const std::string page = benchmark_html(report, {}, 0, "");
        QVERIFY(page.find("3 of 4") != std::string::npos);
        QVERIFY(page.find("Hits of") == std::string::npos);  // no examples were drawn
    }

    void markdown_keeps_its_tables() {
        const std::vector<ReportExample> examples{{unit_of(0, true, "a | b\nc"), {}, {}}};
        const std::string text = benchmark_markdown(report_of(2, 2), examples, 0, "gbs evaluate x");
        QVERIFY2(text.find("| ✓ | a \\| b c | photo0.jpg |") != std::string::npos, text.c_str());
        QVERIFY(text.find("- Command: gbs evaluate x") != std::string::npos);
    }

    void a_comparison_lists_what_flipped() {
        ResultFile a, b;
        a.names = b.names = {"mean", "other"};
        for (int i = 0; i < 20; ++i) {
            a.results.push_back(unit_of(i, i < 10, "phrase <" + std::to_string(i) + ">"));
            b.results.push_back(unit_of(i, i >= 5, "phrase <" + std::to_string(i) + ">"));
        }
        const Comparison found = compare_results(a, b, "mean", "mean", 1, 200);
        const std::string page = comparison_html(found, "gbs compare a b", 4);
        QCOMPARE(error_of_xml(page), QString());
        QVERIFY(page.find("and 11 more") != std::string::npos);
        QVERIFY(page.find("phrase &lt;0&gt;") != std::string::npos);
        const std::string text = comparison_markdown(found, "gbs compare a b");
        QVERIFY2(text.find("10, 5") != std::string::npos, text.c_str());
    }

    void the_extension_decides_the_format() {
        QVERIFY(is_html_report("x.html"));
        QVERIFY(!is_html_report("x.md"));
        QVERIFY_EXCEPTION_THROWN(is_html_report("x.pdf"), Error);
    }
};

QTEST_GUILESS_MAIN(BenchmarkHtmlTest)
#include "benchmark_html_test.moc"
