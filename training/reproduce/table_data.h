// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/data/benchmark.h"
#include "training/options/train_options.h"

// What a run was trained and scored on, in the words of the paper, so that its numbers are never held against
// another training set or benchmark.
namespace gbs::training {

/// "MS-COCO", "VG" or "CC3M" for the paper's training set (captions_train2014.json, the split densecap:train of
/// region_descriptions.json, shards of cc3m). Otherwise the name of the captions or shards; a split or a limit is
/// added: "VG, split mg:train", "MS-COCO, first 40 photos". Empty without data.
/// `declared` is what the user says that the data is. Throws Error if the files are those of another set.
std::string training_set_name(const TrainOptions& options, const std::string& declared = {});

/// The paper's benchmark that scores belong to: "VG", "Flickr30K" or "ReferIt"; empty for other phrases, another
/// split than its test split, another protocol than that of the paper, and a part of the phrases.
std::string paper_benchmark(const Benchmark& benchmark, const std::string& protocol, std::size_t limit);

/// The same, or else what was scored: "dev.tsv, plain".
std::string benchmark_title(const Benchmark& benchmark, const std::string& protocol, std::size_t limit);

}  // namespace gbs::training
