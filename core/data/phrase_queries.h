// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/line_reader.h"
#include "core/data/phrase_query.h"

namespace gbs {

struct PhraseQueries {
    std::vector<PhraseQuery> queries;                 ///< in file order, each with at least one box
    std::map<std::string, std::size_t> skipped_rows;  ///< by reason
    LegacyLines legacy;                               ///< lines that are not UTF-8
};

/// Reads a TSV whose header names at least image, width, height, x1, y1, x2, y2 and phrase, in any order; one
/// row per box. The columns "types" (categories separated by "/") and "entity" are optional. Rows with the
/// same image, phrase and entity form one query, wherever they are. A row is skipped and counted if columns
/// are missing, a number is malformed or not finite, the image size differs from that of the image's first
/// row, the phrase is empty or not UTF-8, or the box is inverted, without area (x1 = x2 or y1 = y2) or not
/// inside the image (a corner below 0 or beyond the width or height).
/// Throws Error if the file is missing, has another header, or has no usable row.
PhraseQueries read_phrase_queries(const std::filesystem::path& file);

}  // namespace gbs
