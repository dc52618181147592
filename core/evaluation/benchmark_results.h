// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/evaluation/benchmark_run.h"

namespace gbs {

/// A unit's result as a JSON object: image, phrase ("phrases" if there are several), width, height, boxes
/// (1-based, inclusive), types, entity; then "skipped", or "maps" with one object per map: {"peak": [x, y],
/// "value", "hit", "energy", "box_hits", "silent"}. Bit i of "box_hits" is the threshold 0.05 (i + 1).
nlohmann::json to_json(const UnitResult& result, std::span<const std::string> names);
/// The inverse. Throws Error if a required member is missing.
UnitResult result_from_json(const nlohmann::json& line, std::span<const std::string> names);

/// The per-phrase results of a run, which survive a kill: FILE.part grows by one line per unit; at the end,
/// FILE is written atomically and FILE.part removed.
class ResultJournal {
 public:
    /// `heading` identifies the run: protocol, split, sources. With `resume`, the results of a FILE.part with
    /// the same heading are passed to `taken` and new ones are appended; a truncated last line is dropped.
    /// Throws Error if FILE.part belongs to another run.
    ResultJournal(std::filesystem::path file, const nlohmann::json& heading, std::vector<std::string> names,
                  bool resume, const std::function<void(UnitResult&&)>& taken = {});

    std::size_t already() const { return already_; }
    void add(const UnitResult& result);
    /// Writes FILE and removes FILE.part.
    void finish();

 private:
    std::filesystem::path file_, journal_;
    std::vector<std::string> names_;
    std::ofstream stream_;
    std::size_t already_ = 0;
};

struct ResultFile {
    std::vector<std::string> names;
    std::vector<UnitResult> results;
};
/// Reads a finished file. Throws Error if it is not one or has no scored unit.
ResultFile read_results(const std::filesystem::path& file);

}  // namespace gbs
