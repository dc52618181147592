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

/// The scores of every phrase, as `gbs evaluate --per-phrase` keeps them, and where the photos are.
struct BenchmarkResult {
    QString name;
    QString file;                               ///< where they are kept; empty: nowhere
    ResultFile data;                            ///< names of the maps, and every unit
    std::shared_ptr<const FolderIndex> photos;  ///< null: the photos were not looked for
    widgets::ScoreSheet scores;
};
using BenchmarkResultPtr = std::shared_ptr<const BenchmarkResult>;

/// The sheet of a report: all, types, sizes; groups without phrases are left out.
widgets::ScoreSheet sheet_of(const BenchmarkReport& report, const QString& result);
/// Reads a file of `gbs evaluate --per-phrase`. Throws Error.
BenchmarkResultPtr read_result(const QString& file, std::shared_ptr<const FolderIndex> photos);
/// The place of a map among the names; -1: it has none.
int map_index(const ResultFile& data, const QString& map);
/// Whether a unit counts in the group of that title.
bool is_in_group(const UnitResult& result, const QString& group);

/// Which phrases of a result are walked through.
enum class PhraseFilter { all, hits, misses, skipped, lost, won };

/// Units of `result` by their place in it. Lost and won: hits of the other result's map that this one misses,
/// and the other way round; without an `other` they are empty. `map` and `other_map` by name; an empty group
/// is all.
std::vector<int> filtered_units(const BenchmarkResult& result, const QString& map, PhraseFilter filter,
                                const QString& group, const BenchmarkResult* other = nullptr,
                                const QString& other_map = {});

}  // namespace gbs::app
