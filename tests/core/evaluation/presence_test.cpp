// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>
#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/evaluation/presence_pairs.h"
#include "core/evaluation/presence_report.h"

using namespace gbs;

namespace {

bool near(double a, double b) {
    return std::abs(a - b) < 1e-12;
}

PhraseQuery query(const std::string& image, const std::string& phrase, bool not_visual = false) {
    PhraseQuery one{.image = image, .phrase = phrase, .boxes = {}};
    one.not_visual = not_visual;
    return one;
}

}  // namespace

class PresenceTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void the_area_counts_rightly_ordered_pairs_and_half_of_ties() {
        // Pairs: 0.9 beats both; 0.4 beats 0.2 and ties with 0.4.
        const PresenceReport report = report_presence({{0.9, true}, {0.4, true}, {0.4, false}, {0.2, false}});
        QVERIFY(near(report.auc, 3.5 / 4));
        QCOMPARE(report.present, 2U);
        QVERIFY(near(report.brier, (0.01 + 0.36 + 0.16 + 0.04) / 4));
        QVERIFY(near(report_presence({{1, false}, {0, true}}).auc, 0));
        QVERIFY(near(report_presence({{0.5, false}, {0.5, true}}).auc, 0.5));
    }

    void the_calibration_error_weighs_bins_by_their_counts() {
        // In the bin from 0.8: strength 0.85 of which 2 of 3 are there; in the last: 1.0, not there.
        const PresenceReport report =
            report_presence({{0.85, true}, {0.85, true}, {0.85, false}, {1.0, false}});
        QVERIFY(near(report.calibration_error, 0.75 * (0.85 - 2 / 3.0) + 0.25 * 1));
        QCOMPARE(report.bins[8].count, 3U);
        QCOMPARE(report.bins[9].count, 1U);
        QCOMPARE(report.bins[0].count, 0U);
    }

    void the_curve_says_what_a_threshold_finds() {
        const PresenceReport report = report_presence({{0.9, true}, {0.3, true}, {0.6, false}, {0.1, false}});
        const PresencePoint& half = report.curve[10];
        QVERIFY(near(half.threshold, 0.5) && near(half.hit_rate, 0.5) && near(half.false_alarms, 0.5));
        QVERIFY(near(half.precision, 0.5));
        QVERIFY(near(report.curve.back().precision, 1) && near(report.curve.back().hit_rate, 0));
        QVERIFY(near(report.curve.front().hit_rate, 1));
    }

    void one_kind_alone_is_refused() {
        QVERIFY_EXCEPTION_THROWN(report_presence({{0.9, true}}), Error);
        QVERIFY_EXCEPTION_THROWN(report_presence({}), Error);
    }

    void each_phrase_is_asked_once_with_and_once_without() {
        const std::vector<PhraseQuery> queries{
            query("1", "a dog"), query("1", "a dog"), query("1", "grass"),        query("2", "two men"),
            query("2", "snow"),  query("3", "a dog"), query("3", "the sky", true)};
        const auto tasks = make_presence_tasks(queries, 5);
        QCOMPARE(tasks.size(), 3U);
        std::vector<std::string> present, absent;
        for (const PresenceTask& task : tasks) {
            present.insert(present.end(), task.present.begin(), task.present.end());
            absent.insert(absent.end(), task.absent.begin(), task.absent.end());
            for (const std::string& phrase : task.absent)
                QVERIFY(std::ranges::find(task.present, phrase) == task.present.end());
        }
        std::ranges::sort(present);
        QVERIFY(present == (std::vector<std::string>{"a dog", "a dog", "grass", "snow", "two men"}));
        QVERIFY(std::ranges::count(absent, "a dog") >= 1);  // both may fall on photo 2, which asks once
        QVERIFY(std::ranges::find(absent, "the sky") == absent.end());
        const auto again = make_presence_tasks(queries, 5);
        for (std::size_t i = 0; i < tasks.size(); ++i) QVERIFY(tasks[i].absent == again[i].absent);
    }

    void photos_that_share_all_words_are_refused() {
        QVERIFY_EXCEPTION_THROWN(make_presence_tasks(std::vector{query("1", "a dog"), query("2", "dogs")}, 1),
                                 Error);
    }
};

QTEST_GUILESS_MAIN(PresenceTest)
#include "presence_test.moc"
