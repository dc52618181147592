// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

#include "core/base/byte_progress.h"
#include "core/data/benchmark_folder.h"
#include "core/data/query_collector.h"

namespace gbs {

struct ReaderInput {
    const BenchmarkFolder& about;
    const BenchmarkSplit& split;
    const ByteProgress& progress;
    std::stop_token stop;
};

/// How the protocol `mg` counts the phrases of a format.
struct MgRules {
    enum class Merge { nothing, equal_phrases, equal_phrases_of_entity };

    Merge merge = Merge::nothing;
    std::size_t max_words = std::numeric_limits<std::size_t>::max();
};

/// A benchmark format: a row of the table in benchmark_formats.cpp. To add one, write a reader and its row.
struct BenchmarkFormat {
    std::string_view title;  ///< "Flickr30k Entities"
    std::string_view files;  ///< the files it is recognized by, for messages
    /// Fills in `files`, `splits` and `missing` and may extend `title`; false if the folder has
    /// another format.
    bool (*recognize)(BenchmarkFolder& about);
    /// Reads the phrases of a split. Throws Error, Cancelled.
    void (*read)(const ReaderInput& input, QueryCollector& out);
    std::string_view file_extension{};  ///< ".tsv": a single file with this extension can be opened as well
    MgRules mg{};
};

/// All formats, in the order in which they are tried.
std::span<const BenchmarkFormat> benchmark_formats();

/// "Flickr30k Entities, Visual Genome, ...": the titles of the formats that
/// cannot be a single file, for help texts.
std::string list_benchmark_formats();

}  // namespace gbs
