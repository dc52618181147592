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

/// What people or a detector have drawn and labeled in an annotation tool.
struct DrawnLabels {
    std::vector<PhraseQuery> queries;  ///< the phrase is the label; without boxes if only points have it
    std::vector<std::vector<double>> scores;      ///< of the boxes of each
    std::map<std::string, std::size_t> skipped;   ///< by reason
    std::map<std::string, std::size_t> adjusted;  ///< used after a change, by change
};

/// Reads the annotations below a folder, or one file of annotations and no other beside it, in a format with labels
/// (benchmark_formats.h). Photos whose size a format does not have must be below the folder. Nothing for a file of
/// another kind. Throws Error if the folder has no such annotations, or there is no usable label; Cancelled.
std::optional<DrawnLabels> read_drawn_labels(const std::filesystem::path& path,
                                             const ByteProgress& progress = {}, std::stop_token stop = {});

/// The annotations below a folder, as read_drawn_labels() recognizes them. Throws Error if the folder cannot be read; Cancelled.
std::optional<BenchmarkFolder> find_drawn_labels(const std::filesystem::path& folder,
                                                 std::stop_token stop = {});

/// What identifies a file of labels or boxes, or a folder: SHA-256 of the file, or of the names and contents of all files below
/// the folder that are not photos. Throws Error.
std::string labels_sha256(const std::filesystem::path& path);

}  // namespace gbs
