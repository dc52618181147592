// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/data/benchmark.h"
#include "core/evaluation/benchmark_report.h"
#include "core/evaluation/benchmark_results.h"
#include "widgets/plots/score_values.h"

namespace gbs::app {

/// The scores of every phrase, as written by `gbs evaluate --per-phrase`, and the folder of the photos.
struct BenchmarkResult {
    QString name;
    QString file;     ///< of the scores; empty if not saved
    QString model{};  ///< the path of the one model that was scored; empty: unknown, or several
    ResultFile data;  ///< names of the maps, and every unit
    std::shared_ptr<const FolderIndex> photos;  ///< null if unknown
    widgets::ScoreSheet scores;
};
using BenchmarkResultPtr = std::shared_ptr<const BenchmarkResult>;

/// Converts a report to a sheet with the groups all, types and sizes; leaves out groups without phrases.
widgets::ScoreSheet make_sheet(const BenchmarkReport& report, const QString& result);
/// Reads a file of `gbs evaluate --per-phrase`. Throws Error.
BenchmarkResultPtr read_result(const QString& file, std::shared_ptr<const FolderIndex> photos);
/// The index of a map among the names; -1 if not found.
int map_index(const ResultFile& data, const QString& map);
/// Whether a unit belongs to the group of this title.
bool is_in_group(const UnitResult& result, const QString& group);

/// The phrases of a result to list.
enum class PhraseFilter { all, hits, misses, skipped, lost, won };

/// The indices of units in `result` that pass the filter. Lost: hits of `other` that `result` misses; won:
/// the reverse; both are empty without `other`. `map` and `other_map` are names of maps. An empty group
/// matches all.
std::vector<int> filtered_units(const BenchmarkResult& result, const QString& map, PhraseFilter filter,
                                const QString& group, const BenchmarkResult* other = nullptr,
                                const QString& other_map = {});

}  // namespace gbs::app
