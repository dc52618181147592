// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/data/benchmark_folder.h"
#include "core/data/split_images.h"
#include "core/image/folder_index.h"

namespace gbs {

/// The images of a split; nothing if the split has all images. Throws Error if the list is empty.
std::optional<SplitImages> read_split_images(const BenchmarkSplit& split);
/// Splits defined by lists of images: train.txt, val.txt, dev.txt, test.txt, *_imlist.txt, and *splits*.json
/// with named arrays. Test comes first, then val and dev. Names from JSON carry the origin of the file
/// ("densecap:test"); names of text files carry their folder if two are equal.
std::vector<BenchmarkSplit> find_split_lists(const FolderIndex& index);
/// The splits of a data set that has no own: "all", then those lists.
std::vector<BenchmarkSplit> all_and_split_lists(const FolderIndex& index);

}  // namespace gbs
