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

/// How the published code of the protocols `mg` and `wwbl` reads the phrases of a format (docs/protocols.md).
struct ProtocolRules {
    /// Which phrases of an image are one unit.
    enum class Merge { nothing, equal_phrases, equal_phrases_of_entity, entities };
    /// The numbers of a box: 1-based corners, or edges {x, y, x + width, y + height}. Of Visual Genome's regions
    /// and the refer data's references, the published code also clamps or rounds the edges.
    enum class Boxes { corners, edges, regions, references };
    static constexpr std::size_t any_length = std::numeric_limits<std::size_t>::max();

    Merge mg_merge = Merge::nothing;
    Merge wwbl_merge = Merge::entities;
    std::size_t mg_max_words = any_length;
    std::size_t wwbl_max_words = any_length;
    Boxes boxes = Boxes::corners;
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
    ProtocolRules rules{};
    bool has_labels =
        false;  ///< of an annotation tool: a phrase is the label of shapes that someone has drawn
};

/// All formats, in the order in which they are tried.
std::span<const BenchmarkFormat> benchmark_formats();

/// "Flickr30k Entities, Visual Genome, ...": the titles of the formats that
/// cannot be a single file, for help texts.
std::string list_benchmark_formats();

}  // namespace gbs
