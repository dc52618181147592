// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/line_journal.h"
#include "core/evaluation/benchmark_run.h"

namespace gbs {

/// A unit's result as a JSON object: image, phrase ("phrases" if there are several), width, height, boxes
/// (1-based, inclusive), types, entity; "region": "masks", "share" of the
/// image and "center" if these count in place of boxes; then "skipped", or "maps" with one object per map: {"peak": [x, y],
/// "value", "hit", "energy", "box_hits", "silent"}. Bit i of "box_hits" is the threshold 0.05 (i + 1).
nlohmann::json to_json(const UnitResult& result, std::span<const std::string> names);
/// The inverse. Throws Error if a required member is missing.
UnitResult result_from_json(const nlohmann::json& line, std::span<const std::string> names);

/// The per-phrase results of a run, one line per unit (line_journal.h).
class ResultJournal {
 public:
    /// `heading` identifies the run: protocol, split, sources. With `resume`, the results of a FILE.part with
    /// the same heading are passed to `taken` and new ones are appended. They end before a truncated line, and before
    /// one that is not about the unit at its place; `units` are those of the run, in the order of the data.
    /// Throws Error if FILE.part belongs to another run, or another program is writing it.
    ResultJournal(std::filesystem::path file, const nlohmann::json& heading, std::vector<std::string> names,
                  bool resume, const std::function<void(UnitResult&&)>& taken = {},
                  std::span<const PointingUnit> units = {});

    std::size_t already() const { return journal_->already(); }
    void add(const UnitResult& result);
    /// Writes FILE and removes FILE.part. Throws Error, also if FILE.part was replaced meanwhile.
    void finish();

 private:
    std::vector<std::string> names_;
    std::optional<LineJournal> journal_;
};

struct ResultFile {
    std::vector<std::string> names;
    std::vector<UnitResult> results;
};
/// Reads a finished file. Throws Error if it is not one or has no scored unit.
ResultFile read_results(const std::filesystem::path& file);

}  // namespace gbs
