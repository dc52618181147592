// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/benchmark_report.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

namespace gbs {
namespace {

void add_score(ScoreTally& tally, const MapScore& score) {
    ++tally.total;
    tally.hits += score.hit ? 1 : 0;
    tally.silent += score.silent ? 1 : 0;
    tally.energy_sum += score.energy;
    for (int i = 0; i < box_thresholds; ++i)
        tally.box_hits[static_cast<std::size_t>(i)] += score.box_hits >> i & 1U;
}

/// Calls `add` for each tally that includes the unit.
void for_each_tally(MapReport& map, const PhraseQuery& target, double share,
                    const std::function<void(ScoreTally&)>& add) {
    add(map.all);
    add(map.by_size[size_bin(share)]);
    for (const auto& type : target.categories) add(map.by_type[type]);
}

}  // namespace

Interval wilson_interval(double hits, std::size_t total) {
    if (total == 0) return {0, 100};
    constexpr double z = 1.959963984540054;
    const double n = static_cast<double>(total), p = hits / n;
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return {100 * std::max(0.0, middle - half), 100 * std::min(1.0, middle + half)};
}

double ScoreTally::accuracy() const {
    return total == 0 ? 0 : 100 * hits / static_cast<double>(total);
}

double ScoreTally::energy() const {
    return total == 0 ? 0 : 100 * energy_sum / static_cast<double>(total);
}

double ScoreTally::box_accuracy(int threshold) const {
    return total == 0 ? 0
                      : 100.0 * static_cast<double>(box_hits[static_cast<std::size_t>(threshold)]) /
                            static_cast<double>(total);
}

int ScoreTally::best_box_threshold() const {
    return static_cast<int>(std::ranges::max_element(box_hits) - box_hits.begin());
}

std::size_t size_bin(double share) {
    return share < 0.05 ? 0 : share < 0.15 ? 1 : share < 0.40 ? 2 : 3;
}

const char* size_bin_name(std::size_t bin) {
    constexpr std::array<const char*, size_bins> names{"below 5 %", "5-15 %", "15-40 %", "40 % and more"};
    return names[bin];
}

std::string ReportHeading::protocol_name() const {
    return region == Region::masks ? protocol + ", masks" : protocol;
}

std::string ReportHeading::rules() const {
    const std::string in_boxes = protocol_description(protocol);
    return region == Region::masks
               ? in_boxes +
                     "; here masks count in place of boxes, also for the energy, chance and the sizes, and "
                     "the box scores stay with boxes"
               : in_boxes;
}

BenchmarkReport::BenchmarkReport(ReportHeading heading, std::span<const std::string> names)
    : heading_(std::move(heading)) {
    for (const char* baseline : {"random", "center"}) maps_.push_back({baseline, true, {}, {}, {}});
    for (const auto& name : names) maps_.push_back({name, false, {}, {}, {}});
}

void BenchmarkReport::add(const UnitResult& result) {
    if (!result.skipped.empty()) return skip(result.skipped, 1);
    const PhraseQuery& target = result.unit.target;
    const Chance chance = result.chance();
    const double share = chance.share;
    for_each_tally(maps_[0], target, share, [&](ScoreTally& tally) {
        tally.hits += share;
        ++tally.total;
    });
    for_each_tally(maps_[1], target, share, [&](ScoreTally& tally) {
        tally.hits += chance.center ? 1 : 0;
        ++tally.total;
    });
    for (std::size_t i = 0; i < result.scores.size(); ++i)
        for_each_tally(maps_[i + 2], target, share,
                       [&](ScoreTally& tally) { add_score(tally, result.scores[i]); });
}

void BenchmarkReport::skip(const std::map<std::string, std::size_t>& skipped) {
    for (const auto& [reason, count] : skipped) skip(reason, count);
}

std::vector<std::string> BenchmarkReport::types() const {
    std::vector<std::string> order{"people",    "animals",  "vehicles", "instruments",
                                   "bodyparts", "clothing", "scene",    "other"};
    const auto& known = maps_.front().by_type;
    std::erase_if(order, [&](const std::string& type) { return !known.contains(type); });
    for (const auto& [type, tally] : known)
        if (std::ranges::find(order, type) == order.end()) order.push_back(type);
    return order;
}

}  // namespace gbs
