// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// The readers of the layouts, for benchmark.cpp alone.

#include <optional>
#include <string>
#include <unordered_set>

#include "core/data/benchmark.h"
#include "core/data/query_collector.h"

namespace gbs {

struct ReaderInput {
    const BenchmarkFolder& about;
    const BenchmarkSplit& split;
    const ByteProgress& progress;
    std::stop_token stop;
};

/// The names or numbers that a split lists, without the ending of image files; nothing where it takes all.
std::optional<std::unordered_set<std::string>> split_images(const BenchmarkSplit& split);
/// A name as split lists have it: without folders and the ending of image files.
std::string image_key(const std::string& name);
/// Splits that are lists of images: train.txt, val.txt, dev.txt, test.txt, *_imlist.txt, *splits*.json with
/// arrays by name. Test first, then val and dev. Those of JSON carry the origin of the file in their name
/// ("densecap:test"), texts the name of their folder where two have one name.
std::vector<BenchmarkSplit> find_split_lists(const FolderIndex& index);

bool recognize_flickr30k_entities(BenchmarkFolder& about);
void read_flickr30k_entities(const ReaderInput& input, QueryCollector& out);
bool recognize_visual_genome(BenchmarkFolder& about);
void read_visual_genome(const ReaderInput& input, QueryCollector& out);
bool recognize_refer(BenchmarkFolder& about);
void read_refer(const ReaderInput& input, QueryCollector& out);
bool recognize_coco(BenchmarkFolder& about);
void read_coco(const ReaderInput& input, QueryCollector& out);
bool recognize_phrases(BenchmarkFolder& about);
void read_phrases_tsv(const ReaderInput& input, QueryCollector& out);
void read_phrases_jsonl(const ReaderInput& input, QueryCollector& out);

}  // namespace gbs
