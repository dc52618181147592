// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/data/benchmark_folder.h"
#include "core/image/folder_index.h"

namespace gbs {

/// The image names or ids of a split, without image file extensions; nothing if the split has all images.
/// Throws Error if the list is empty.
std::optional<std::unordered_set<std::string>> read_split_images(const BenchmarkSplit& split);
/// An image name as split lists write it: without folders and without an image file extension.
std::string image_key(const std::string& name);
/// Splits defined by lists of images: train.txt, val.txt, dev.txt, test.txt, *_imlist.txt, and *splits*.json
/// with named arrays. Test comes first, then val and dev. Names from JSON carry the origin of the file
/// ("densecap:test"); names of text files carry their folder if two are equal.
std::vector<BenchmarkSplit> find_split_lists(const FolderIndex& index);

}  // namespace gbs
