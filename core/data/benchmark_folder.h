// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/image/folder_index.h"

namespace gbs {

struct BenchmarkFormat;

/// A part of a benchmark that is scored by itself.
struct BenchmarkSplit {
    std::string name;            ///< "test", "densecap:test", "umd:val", "val2017", "captions val2017", "all"
    std::filesystem::path file;  ///< defines the split: a list of images or an annotation file; empty for all
    std::string key;  ///< in the file: a JSON list, the "split" of refs, "captions" or "classes" of COCO
};

/// What was recognized in a folder, before its phrases are read.
struct BenchmarkFolder {
    std::filesystem::path folder;
    const BenchmarkFormat* format = nullptr;
    std::string title;
    std::vector<std::filesystem::path> files;  ///< contain the phrases and boxes
    std::vector<BenchmarkSplit> splits;        ///< at least one; the first is the default
    std::vector<std::string> missing;          ///< one sentence per missing file, with the remedy
    std::shared_ptr<const FolderIndex> index;

    /// The split with this name; the default split for an empty name. "test" also finds "densecap:test" if no
    /// other name ends in ":test". Throws Error with the known names.
    const BenchmarkSplit& split(const std::string& name) const;
};

}  // namespace gbs
