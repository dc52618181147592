// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/evaluation/benchmark_compare.h"
#include "core/evaluation/benchmark_report.h"
#include "core/evaluation/benchmark_setup.h"
#include "core/image/image.h"

namespace gbs {

/// Chooses phrases to show while results go by: those with the smallest hash of image and phrase, so the same
/// ones each time, whatever the order. Keeps no more than it was asked for.
class ExampleChooser {
 public:
    /// `map` is the index of the map whose hits and misses are shown; `each` of them at most.
    explicit ExampleChooser(std::size_t map, std::size_t each = 6) : map_(map), each_(each) {}

    void add(const UnitResult& result);
    const std::vector<UnitResult>& hits() const { return hits_.results; }
    const std::vector<UnitResult>& misses() const { return misses_.results; }
    std::size_t map() const { return map_; }

 private:
    struct Kept {
        std::vector<std::uint64_t> hashes;  ///< ascending
        std::vector<UnitResult> results;    ///< in the same order
    };
    std::size_t map_, each_;
    Kept hits_, misses_;
};

/// The index of "mean", else of the first map: whose examples a report shows.
std::size_t shown_map(std::span<const std::string> names);

/// A phrase with its map over the photo, its boxes and the map's peak.
struct ReportExample {
    UnitResult result;
    Image picture;        ///< without pixels where there is none
    std::string problem;  ///< why
};

/// Draws hits, then misses, `side` pixels on the longest side. Throws Cancelled.
std::vector<ReportExample> draw_examples(const PreparedBenchmark& prepared, const ExampleChooser& chosen,
                                         int side = 300, std::stop_token stop = {});

/// One HTML file that needs no other (and is well-formed XML): bars with intervals, tables, examples, and all
/// that is needed to make the same numbers. `command` is how it was made, `map` whose examples are shown.
std::string benchmark_html(const BenchmarkReport& report, std::span<const ReportExample> examples,
                           std::size_t map, const std::string& command);
/// The same as Markdown, without pictures.
std::string benchmark_markdown(const BenchmarkReport& report, std::span<const ReportExample> examples,
                               std::size_t map, const std::string& command);

/// Draws the examples and writes the report, HTML or Markdown by the file's ending. Throws Error, Cancelled.
void write_benchmark_report(const std::filesystem::path& file, const PreparedBenchmark& prepared,
                            const BenchmarkReport& report, const ExampleChooser& chosen,
                            const std::string& command, std::stop_token stop = {});

/// Two results on the same phrases; the first `flips` phrases that flipped.
std::string comparison_html(const Comparison& found, const std::string& command, std::size_t flips = 200);
std::string comparison_markdown(const Comparison& found, const std::string& command, std::size_t flips = 200);

/// Whether a report's name ends in .html or .md (markdown). Throws Error for anything else.
bool is_html_report(const std::string& file);

}  // namespace gbs
