// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/evaluation/benchmark_report.h"

namespace gbs {

/// A group of units in a report: all, those of a type, or those of a size bin.
struct ReportGroup {
    std::string title;
    std::function<const ScoreTally*(const MapReport&)> tally;  ///< null if the map has no units of the group
};

std::vector<ReportGroup> list_groups(const BenchmarkReport& report);

/// SVG bars of pointing accuracy with Wilson's interval: one block per group, one row per map.
std::string draw_accuracy_bars(const BenchmarkReport& report);

}  // namespace gbs
