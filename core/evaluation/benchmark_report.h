// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "core/evaluation/benchmark_run.h"
#include "core/evaluation/map_measures.h"

namespace gbs {

/// Bounds in percent.
struct Interval {
    double low = 0, high = 0;
};

/// Wilson's 95 % score interval of a proportion, in percent; 0 to 100 without trials.
Interval wilson_interval(double hits, std::size_t total);

/// The scores of a map, summed over units.
struct ScoreTally {
    double hits = 0;  ///< an integer, except for the random baseline, which is an expectation
    std::size_t total = 0;
    std::size_t silent = 0;  ///< units for which the map was zero everywhere
    double energy_sum = 0;
    std::array<std::size_t, box_thresholds> box_hits{};

    double accuracy() const;  ///< percent
    Interval interval() const { return wilson_interval(hits, total); }
    double energy() const;                     ///< mean percentage of the map inside the boxes or masks
    double box_accuracy(int threshold) const;  ///< percentage of units with an IoU of 0.5 or more
    int best_box_threshold() const;            ///< index of the best threshold, the lowest of equals
};

/// Bins of units by the share of the image that their boxes cover: below 5 %, 5-15 %, 15-40 %, 40 % and more.
inline constexpr std::size_t size_bins = 4;
std::size_t size_bin(double share);
const char* size_bin_name(std::size_t bin);

struct MapReport {
    std::string name;
    bool is_baseline = false;  ///< only the pointing accuracy is defined
    ScoreTally all;
    std::map<std::string, ScoreTally> by_type;  ///< a unit counts for each of its types
    std::array<ScoreTally, size_bins> by_size;
};

/// What was scored and how: everything needed to reproduce the numbers.
struct ReportHeading {
    std::string benchmark, split, protocol;
    std::size_t images = 0, phrases = 0;               ///< of the split, as read
    std::map<std::string, std::size_t> adjusted;       ///< by the reader
    std::size_t limit = 0;                             ///< maximum number of units; 0: no limit
    int box_threshold = fixed_box_threshold;           ///< index of the threshold fixed in advance
    nlohmann::json sources = nlohmann::json::array();  ///< MapSource::about of each
    std::string program;                               ///< name and version
    Region region = Region::boxes;                     ///< what a map must point into

    /// "plain", or "plain, masks".
    std::string protocol_name() const;
    /// What counts, as a sentence.
    std::string rules() const;
};

/// Sums results as they arrive. The baselines random and center come first and cover the scored units.
class BenchmarkReport {
 public:
    BenchmarkReport(ReportHeading heading, std::span<const std::string> names);

    void add(const UnitResult& result);
    void skip(const std::string& reason, std::size_t count) { skipped_[reason] += count; }
    void skip(const std::map<std::string, std::size_t>& skipped);

    const ReportHeading& heading() const { return heading_; }
    /// "random", "center", then the maps in the order of the run.
    const std::vector<MapReport>& maps() const { return maps_; }
    const std::map<std::string, std::size_t>& skipped() const { return skipped_; }
    std::size_t scored() const { return maps_.front().all.total; }
    /// The types that occurred: those of Flickr30k Entities in the order of the paper's Table 2, then
    /// the others.
    std::vector<std::string> types() const;

 private:
    ReportHeading heading_;
    std::vector<MapReport> maps_;
    std::map<std::string, std::size_t> skipped_;
};

}  // namespace gbs
