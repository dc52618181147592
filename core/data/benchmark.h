// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/byte_progress.h"
#include "core/data/benchmark_folder.h"
#include "core/data/phrase_query.h"

namespace gbs {

/// Recognizes a benchmark by its files, anywhere below the folder. `folder` may also be a single TSV or JSONL
/// file; its photos are then searched below its folder.
/// Throws Error with the files of each format if nothing is recognized; Cancelled.
BenchmarkFolder recognize_benchmark(const std::filesystem::path& folder, std::stop_token stop = {});

/// The format that knows this file, with all of its files in the folder of the file. Throws Error; Cancelled.
BenchmarkFolder recognize_annotations(const std::filesystem::path& file, std::stop_token stop = {});

/// The phrases of one split.
struct Benchmark {
    BenchmarkFolder about;
    std::string split;
    /// Every occurrence of a phrase, in file order, including those without a box: the protocols skip them.
    std::vector<PhraseQuery> queries;
    std::map<std::string, std::size_t> skipped;   ///< rejected by the reader, by reason
    std::map<std::string, std::size_t> adjusted;  ///< used after a change, such as clipping, by change
    std::size_t images = 0;
    std::vector<std::string> missing_photos;  ///< images with phrases but without a photo below the folder

    /// The photo of an image, if it exists.
    std::optional<std::filesystem::path> photo(const std::string& image) const;
};

/// Reads the phrases of a split; "" is the default split. Large files are streamed. With `region` masks, the phrases
/// have them where the data set does.
/// Throws Error if a file is missing or damaged, contains no usable phrase, or has
/// a name that could be either of two photos; Cancelled.
Benchmark read_benchmark(const BenchmarkFolder& about, const std::string& split = {},
                         const ByteProgress& progress = {}, std::stop_token stop = {},
                         Region region = Region::boxes);

/// The phrases of one TSV or JSONL file with the photos of a folder.
Benchmark read_phrases_benchmark(const std::filesystem::path& file, const std::filesystem::path& photos);

}  // namespace gbs
