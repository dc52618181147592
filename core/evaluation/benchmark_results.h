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

/// A unit's result as one JSON object: image, phrase (phrases of more than one), width, height, boxes
/// (1-based, inclusive), types, entity; "skipped" or for each map by its name {"peak": [x, y], "value",
/// "hit", "energy", "box_hits", "silent"}; "box_hits" is a number whose bit i stands for threshold 0.05 (i +
/// 1).
nlohmann::json to_json(const UnitResult& result, std::span<const std::string> names);
/// Reads it back. Throws Error where something is missing.
UnitResult result_from_json(const nlohmann::json& line, std::span<const std::string> names);
/// The names of the maps that a line has scores of.
std::vector<std::string> map_names_in(const nlohmann::json& line);

/// The per-phrase results of a run, safe against a kill: while it runs, FILE.part grows by a line a unit; at
/// the end FILE is written whole and FILE.part is removed.
class ResultJournal {
 public:
    /// `heading` says what the run is: protocol, split, sources. With `resume` the results of a FILE.part
    /// that has the same heading are handed to `taken`, and writing goes on after them; a last line that was
    /// cut off is dropped. Throws Error where FILE.part belongs to another run.
    ResultJournal(std::filesystem::path file, const nlohmann::json& heading, std::vector<std::string> names,
                  bool resume, const std::function<void(UnitResult&&)>& taken = {});

    std::size_t already() const { return already_; }
    void add(const UnitResult& result);
    /// Writes the file and removes the journal.
    void finish();

 private:
    std::filesystem::path file_, journal_;
    std::vector<std::string> names_;
    std::ofstream stream_;
    std::size_t already_ = 0;
};

/// The results of a finished file, in its order. Throws Error where it is none, or has fewer than one unit.
struct ResultFile {
    std::vector<std::string> names;
    std::vector<UnitResult> results;
};
ResultFile read_results(const std::filesystem::path& file);

}  // namespace gbs
