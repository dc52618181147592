// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <vector>

namespace gbs {

/// A phrase on a photo: the model's strength, and whether the phrase is there.
struct PresenceScore {
    double strength = 0;
    bool present = false;
};

/// A point of the curve: what is called present from `threshold` on.
struct PresencePoint {
    double threshold = 0;
    double hit_rate = 0;      ///< of the phrases that are there
    double false_alarms = 0;  ///< rate, of the phrases that are not there
    double precision = 0;     ///< of what is called present; 1 if nothing is
};

/// Scores whose strength lies in [low, high): how often a phrase is there, and how often the model says so.
struct CalibrationBin {
    double low = 0, high = 0;
    std::size_t count = 0;
    double mean_strength = 0, share_present = 0;  ///< 0 if the bin is empty
};

inline constexpr std::size_t calibration_bins = 10;

/// How well a strength tells phrases that are there from those that are not. Needs at least one score of each kind;
/// throws Error otherwise.
struct PresenceReport {
    std::size_t present = 0, absent = 0;
    double auc = 0;                ///< area under the curve: 0.5 is chance; ties count half
    double calibration_error = 0;  ///< expected: the bins' |mean strength - share present|, by their counts
    double brier = 0;              ///< mean squared error of the strength
    std::vector<CalibrationBin> bins;
    std::vector<PresencePoint> curve;  ///< thresholds from 0 to 1 in steps of 0.05
};

PresenceReport report_presence(std::vector<PresenceScore> scores);

}  // namespace gbs
