// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/pointing_game.h"

#include <QTest>
#include <filesystem>

#include "core/base/error.h"
#include "core/data/phrase_queries.h"
#include "core/evaluation/benchmark_report.h"
#include "core/evaluation/pointing_protocols.h"

namespace {

gbs::PhraseQuery query(int width, int height, std::vector<gbs::BoundingBox> boxes) {
    return {"a.jpg", width, height, "a thing", std::move(boxes)};
}

/// Whether a protocol counts the phrase.
bool counts(const char* protocol, const gbs::PhraseQuery& q) {
    return gbs::make_pointing_units(protocol, std::vector{q}).units.size() == 1;
}

/// The baselines of the phrases that a protocol counts.
gbs::BenchmarkReport report_baselines(const char* protocol, const std::vector<gbs::PhraseQuery>& queries) {
    gbs::BenchmarkReport report({}, {});
    const auto units = gbs::make_pointing_units(protocol, queries);
    for (const auto& unit : units.units) report.add({unit, {}, {}});
    report.skip(units.skipped);
    return report;
}

const gbs::ScoreTally& random_of(const gbs::BenchmarkReport& report) {
    return report.maps()[0].all;
}

const gbs::ScoreTally& center_of(const gbs::BenchmarkReport& report) {
    return report.maps()[1].all;
}

/// Counts the pixels one by one.
double counted_pixels(const gbs::PhraseQuery& q) {
    double count = 0;
    for (int y = 0; y < q.height; ++y)
        for (int x = 0; x < q.width; ++x) count += gbs::is_pointing_hit(q, x, y);
    return count;
}

}  // namespace

class PointingGameTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void edges_are_inside() {
        const auto q = query(20, 20, {{3, 5, 6, 8}});
        QVERIFY(gbs::is_pointing_hit(q, 2, 4));
        QVERIFY(gbs::is_pointing_hit(q, 5, 7));
        QVERIFY(!gbs::is_pointing_hit(q, 1, 4));
        QVERIFY(!gbs::is_pointing_hit(q, 6, 7));
        QVERIFY(!gbs::is_pointing_hit(q, 5, 8));
    }

    void any_box_counts() {
        const auto q = query(20, 20, {{1, 1, 2, 2}, {10, 10, 12, 12}});
        QVERIFY(gbs::is_pointing_hit(q, 10, 10));
        QVERIFY(!gbs::is_pointing_hit(q, 5, 5));
        QVERIFY(!gbs::is_pointing_hit(query(20, 20, {}), 5, 5));
    }

    void protocols_differ_in_small_hulls() {
        const auto small = query(100, 100, {{1, 1, 20, 20}});                  // 4 %
        const auto apart = query(100, 100, {{1, 1, 5, 5}, {80, 80, 85, 85}});  // small boxes, large hull
        const auto exact_limit = query(100, 100, {{1, 1, 25, 20}});            // 5 % of the pixels
        const auto at_limit = query(100, 100, {{1, 1, 26, 21}});               // 5 % without the last pixels
        const auto beyond = query(100, 100, {{1, 1, 26, 22}});
        QVERIFY(counts("plain", small));
        QVERIFY(!counts("mg", small));
        QVERIFY(counts("mg", apart));
        QVERIFY(counts("mg-exact-pixels", exact_limit));
        QVERIFY(!counts("mg", exact_limit));
        QVERIFY(!counts("mg", at_limit));  // (0.26 - 0.01) * (0.21 - 0.01) < 0.05 in doubles
        QVERIFY(counts("mg", beyond));
        QVERIFY(!counts("plain", query(10, 10, {})));
        QVERIFY(!counts("mg", query(10, 10, {})));
        QVERIFY(!counts("wwbl", apart));
        QVERIFY(!counts("wwbl", at_limit));
        QVERIFY(counts("wwbl", beyond));
        QVERIFY_THROWS_EXCEPTION(gbs::Error, counts("best", small));
    }

    void mg_compares_the_corners_with_the_0_based_pixel() {
        const std::vector queries{query(100, 100, {{11, 21, 60, 70}})};
        const auto hits = [&](const char* protocol, int x, int y) {
            return gbs::is_pointing_hit(gbs::make_pointing_units(protocol, queries).units[0].target, x, y);
        };
        QVERIFY(hits("mg-exact-pixels", 10, 20) && hits("plain", 10, 20) && hits("wwbl", 10, 20));
        QVERIFY(!hits("mg", 10, 20));
        QVERIFY(hits("mg", 11, 21) && hits("mg", 60, 70));
        QVERIFY(!hits("mg-exact-pixels", 60, 70) && !hits("wwbl", 60, 70));
    }

    void names_with_separators_in_them_are_not_merged() {
        gbs::ProtocolRules rules;
        auto one = query(100, 100, {{1, 1, 80, 80}}), other = one;
        one.image = "a", one.entity = "x\te\ty";
        other.image = "a\te\tx", other.entity = "y";
        for (const auto merge :
             {gbs::ProtocolRules::Merge::equal_phrases, gbs::ProtocolRules::Merge::equal_phrases_of_entity,
              gbs::ProtocolRules::Merge::entities}) {
            rules.mg_merge = rules.wwbl_merge = merge;
            for (const char* protocol : {"mg", "wwbl"}) {
                QCOMPARE(gbs::make_pointing_units(protocol, std::vector{one, other}, rules).units.size(), 2U);
                QCOMPARE(gbs::make_pointing_units(protocol, std::vector{one, one}, rules).units.size(), 1U);
            }
        }
    }

    void the_covered_share_counts_each_pixel_once() {
        for (const auto& boxes : std::vector<std::vector<gbs::BoundingBox>>{
                 {{1, 1, 30, 20}},
                 {{2, 3, 10, 9}, {5, 5, 15, 15}, {5, 5, 15, 15}},
                 {{1, 1, 4, 20}, {8, 2, 9, 3}, {2, 4, 28, 6}, {3, 1, 20, 5}},
                 {{1.5, 2.5, 7.2, 9.9}, {0, 0, 3, 3}},
                 {}}) {
            const auto q = query(30, 20, boxes);
            QCOMPARE(gbs::covered_share(q), counted_pixels(q) / (30.0 * 20));
        }
    }

    void tallies_and_baselines() {
        const std::vector<gbs::PhraseQuery> queries{query(10, 10, {{1, 1, 5, 10}}),
                                                    query(10, 10, {{6, 6, 10, 10}}),
                                                    query(10, 10, {{4, 4, 5, 5}}), query(10, 10, {})};
        const auto plain = report_baselines("plain", queries);
        const auto& center = center_of(plain);  // pixel (5, 5)
        QCOMPARE(center.hits, 1.0);
        QCOMPARE(center.total, 3U);
        QCOMPARE(plain.skipped().at("no box"), 1U);
        QCOMPARE(center.accuracy(), 100.0 / 3);
        QCOMPARE(random_of(plain).total, 3U);
        QCOMPARE(random_of(plain).hits, 0.5 + 0.25 + 0.04);
        const auto mg = report_baselines("mg", queries);
        QCOMPARE(center_of(mg).total, 2U);
        QCOMPARE(mg.skipped().at("boxes cover less than 5 % of the image"), 1U);
        QCOMPARE(gbs::ScoreTally().accuracy(), 0.0);
    }

    void baselines_of_the_dev_phrases_equal_the_measured_ones() {
        const std::filesystem::path file = GBS_SHARED_DATA "/flickr8k/dev_phrases_boxes.tsv";
        if (!std::filesystem::exists(file))
            QSKIP("the shared data are not installed next to the source tree");
        const auto queries = gbs::read_phrase_queries(file).queries;
        const auto plain = report_baselines("plain", queries), filtered = report_baselines("mg", queries);
        const auto &center = center_of(plain), &random = random_of(plain), &mg = center_of(filtered);
        qInfo("plain: center %.0f / %zu = %.2f %%, random %.2f %%; mg: center %.0f / %zu = %.2f %%",
              center.hits, center.total, center.accuracy(), random.accuracy(), mg.hits, mg.total,
              mg.accuracy());
        QCOMPARE(center.total, 3107U);
        QVERIFY(center.accuracy() > 47 && center.accuracy() < 50);
        QVERIFY(random.accuracy() > 20 && random.accuracy() < 35);
        QVERIFY(mg.total < center.total && mg.accuracy() > center.accuracy());
        QCOMPARE(mg.total, 2447U);
        QCOMPARE(center_of(report_baselines("mg-exact-pixels", queries)).total, 2458U);
    }
};

QTEST_GUILESS_MAIN(PointingGameTest)
#include "pointing_game_test.moc"
