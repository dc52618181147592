// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/byte_progress.h"
#include "core/data/phrase_queries.h"
#include "core/image/folder_index.h"

namespace gbs {

/// How a data set lies on the disk. Each has a reader of its own.
enum class BenchmarkLayout {
    flickr30k_entities,  ///< Annotations/*.xml, Sentences/*.txt
    visual_genome,       ///< region_descriptions.json, image_data.json
    refer,         ///< instances.json beside refs(*).json: ReferIt (RefCLEF), RefCOCO, RefCOCO+, RefCOCOg
    coco,          ///< instances_*.json, captions_*.json
    phrases_tsv,   ///< our TSV (phrase_queries.h)
    phrases_jsonl  ///< our JSONL
};

/// "Flickr30k Entities", "Visual Genome", ...
std::string benchmark_title(BenchmarkLayout layout);

/// A part of a data set that can be scored by itself.
struct BenchmarkSplit {
    std::string name;            ///< "test", "densecap:test", "umd:val", "val2017", "captions val2017", "all"
    std::filesystem::path file;  ///< what defines it: a list of images, a file of annotations
    std::string key;             ///< of the JSON list, of the refs' "split"; "captions" or "classes" of COCO
};

/// What was recognised in a folder, before its phrases are read.
struct BenchmarkFolder {
    std::filesystem::path folder;
    BenchmarkLayout layout = BenchmarkLayout::phrases_tsv;
    std::string title;
    std::vector<std::filesystem::path> files;  ///< those that hold the phrases and boxes
    std::vector<BenchmarkSplit> splits;        ///< at least one; the first is the default
    std::vector<std::string> missing;          ///< what is not there and what to do, a sentence each
    std::shared_ptr<const FolderIndex> index;

    /// The split of that name, the default one for an empty name; "test" is "densecap:test" where no other
    /// split ends so. Throws Error listing the names.
    const BenchmarkSplit& split(const std::string& name) const;
};

/// Recognises a data set by its own files, wherever below the folder they lie. A TSV or JSONL file may be
/// named itself; photos are then looked for below its folder.
/// Throws Error where nothing is recognised, saying which files each layout has; Cancelled.
BenchmarkFolder recognize_benchmark(const std::filesystem::path& folder, std::stop_token stop = {});

/// The phrases of one split.
struct Benchmark {
    BenchmarkFolder about;
    std::string split;
    /// Every occurrence of a phrase, in the order of the files; also those without a box, which protocols
    /// skip.
    std::vector<PhraseQuery> queries;
    std::map<std::string, std::size_t> skipped;   ///< left out by the reader, by reason
    std::map<std::string, std::size_t> adjusted;  ///< used after a change, like boxes cut at the image's edge
    std::size_t images = 0;
    std::vector<std::string> missing_photos;  ///< images with phrases whose photo is not below the folder

    /// The photo of an image, where there is one.
    std::optional<std::filesystem::path> photo(const std::string& image) const;
};

/// Reads the phrases of a split; "" is the default one. Files of any size are read as a stream.
/// Throws Error where a file is damaged or holds no usable phrase; Cancelled.
Benchmark read_benchmark(const BenchmarkFolder& about, const std::string& split = {},
                         const ByteProgress& progress = {}, std::stop_token stop = {});

/// The phrases of one TSV or JSONL file with the photos of a folder.
Benchmark read_phrases_benchmark(const std::filesystem::path& file, const std::filesystem::path& photos);

}  // namespace gbs
