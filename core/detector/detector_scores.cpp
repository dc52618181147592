// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detector/detector_scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "core/base/error.h"
#include "core/base/join.h"

namespace gbs {
namespace {

constexpr std::array<std::pair<const char*, DetectorScores>, 5> named{{{"as-given", DetectorScores::as_given},
                                                                       {"softmax", DetectorScores::softmax},
                                                                       {"sigmoid", DetectorScores::sigmoid},
                                                                       {"minmax", DetectorScores::minmax},
                                                                       {"percent", DetectorScores::percent}}};

struct Range {
    double low = std::numeric_limits<double>::infinity(), high = -low;
};

Range find_range(std::span<const std::vector<double>> scores) {
    Range range;
    for (const auto& list : scores)
        for (const double score : list) range = {std::min(range.low, score), std::max(range.high, score)};
    return range;
}

std::string describe(const Range& range) {
    return fmt::format("the scores are {:.6g} to {:.6g}", range.low, range.high);
}

void softmax(std::vector<double>& scores) {
    if (scores.empty()) return;
    const double highest = *std::ranges::max_element(scores);
    double sum = 0;
    for (double& score : scores) sum += score = std::exp(score - highest);
    for (double& score : scores) score /= sum;
}

}  // namespace

std::vector<std::string> detector_scores_names() {
    std::vector<std::string> names;
    for (const auto& entry : named) names.emplace_back(entry.first);
    return names;
}

std::string detector_scores_name(DetectorScores scores) {
    return std::ranges::find(named, scores, &std::pair<const char*, DetectorScores>::second)->first;
}

DetectorScores parse_detector_scores(std::string_view name) {
    for (const auto& [known, scores] : named)
        if (name == known) return scores;
    throw Error("unknown --detector-scores " + std::string(name) + "; known are " +
                join(detector_scores_names(), ", "));
}

void normalize_detector_scores(DetectorScores how, std::span<std::vector<double>> scores) {
    constexpr double rounding = 1e-4;
    const Range range = find_range(scores);
    if (range.low > range.high) return;
    if (how == DetectorScores::as_given && (range.low < -rounding || range.high > 1 + rounding))
        throw Error(describe(range) +
                    ", not 0 to 1: add --detector-scores sigmoid (logits), softmax (logits of the boxes of a "
                    "phrase), percent (0 to 100) or minmax");
    if (how == DetectorScores::percent && (range.low < -rounding || range.high > 100 + rounding))
        throw Error(describe(range) + ", not percent from 0 to 100: use --detector-scores sigmoid or minmax");
    for (auto& list : scores) {
        if (how == DetectorScores::softmax) softmax(list);
        for (double& score : list) {
            if (how == DetectorScores::sigmoid) score = 1 / (1 + std::exp(-score));
            if (how == DetectorScores::percent) score /= 100;
            if (how == DetectorScores::minmax)
                score = range.high > range.low ? (score - range.low) / (range.high - range.low) : 1;
            score = std::clamp(score, 0.0, 1.0);
        }
    }
}

}  // namespace gbs
