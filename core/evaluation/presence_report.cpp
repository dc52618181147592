// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/presence_report.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "core/base/error.h"

namespace gbs {
namespace {

/// The share of pairs of a present and an absent phrase that the strength orders rightly; ties count half. `scores`
/// ascend.
double area_under_curve(std::span<const PresenceScore> scores, double present, double absent) {
    double ordered = 0, absent_below = 0;
    for (std::size_t first = 0; first < scores.size();) {
        std::size_t end = first;
        double present_here = 0, absent_here = 0;
        for (; end < scores.size() && scores[end].strength == scores[first].strength; ++end)
            ++(scores[end].present ? present_here : absent_here);
        ordered += present_here * (absent_below + absent_here / 2);
        absent_below += absent_here;
        first = end;
    }
    return ordered / (present * absent);
}

std::vector<CalibrationBin> make_bins(std::span<const PresenceScore> scores) {
    std::vector<CalibrationBin> bins(calibration_bins);
    for (std::size_t i = 0; i < bins.size(); ++i) {
        bins[i].low = static_cast<double>(i) / calibration_bins;
        bins[i].high = static_cast<double>(i + 1) / calibration_bins;
    }
    for (const PresenceScore& score : scores) {
        const auto index = static_cast<std::size_t>(score.strength * calibration_bins);
        CalibrationBin& bin = bins[std::min(index, calibration_bins - 1)];
        ++bin.count;
        bin.mean_strength += score.strength;
        bin.share_present += score.present ? 1 : 0;
    }
    for (CalibrationBin& bin : bins) {
        if (bin.count == 0) continue;
        bin.mean_strength /= static_cast<double>(bin.count);
        bin.share_present /= static_cast<double>(bin.count);
    }
    return bins;
}

PresencePoint point_at(double threshold, std::span<const PresenceScore> scores, double present,
                       double absent) {
    double hits = 0, alarms = 0;
    for (const PresenceScore& score : scores)
        if (score.strength >= threshold) ++(score.present ? hits : alarms);
    const double called = hits + alarms;
    return {threshold, hits / present, alarms / absent, called > 0 ? hits / called : 1};
}

}  // namespace

PresenceReport report_presence(std::vector<PresenceScore> scores) {
    std::ranges::sort(scores, {}, &PresenceScore::strength);
    PresenceReport report;
    report.present = static_cast<std::size_t>(std::ranges::count(scores, true, &PresenceScore::present));
    report.absent = scores.size() - report.present;
    if (report.present == 0 || report.absent == 0)
        throw Error(
            "presence needs phrases that are on their photo and phrases that are not, but there are " +
            std::to_string(report.present) + " and " + std::to_string(report.absent));
    const auto present = static_cast<double>(report.present), absent = static_cast<double>(report.absent);
    report.auc = area_under_curve(scores, present, absent);
    report.bins = make_bins(scores);
    for (const CalibrationBin& bin : report.bins)
        report.calibration_error += static_cast<double>(bin.count) / (present + absent) *
                                    std::abs(bin.mean_strength - bin.share_present);
    for (const PresenceScore& score : scores)
        report.brier += std::pow(score.strength - (score.present ? 1 : 0), 2) / (present + absent);
    for (int step = 0; step <= 20; ++step)
        report.curve.push_back(point_at(step / 20.0, scores, present, absent));
    return report;
}

}  // namespace gbs
