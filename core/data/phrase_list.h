// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/line_reader.h"

namespace gbs {

/// A line of a phrases file: a phrase for every photo, or for the photo with that file name.
struct ListedPhrase {
    std::string photo;  ///< empty: every photo
    std::string phrase;
};

struct PhraseList {
    std::vector<ListedPhrase> phrases;
    LegacyLines legacy;                          ///< lines that are not UTF-8
    std::string unit = "line";                   ///< or "label"
    std::map<std::string, std::size_t> skipped;  ///< of annotations, by reason
};

/// Reads lines of "phrase" or "photo<TAB>phrase", or a table with a header that names the columns "image" and "phrase", such
/// as a benchmark's, whose phrases are taken once for each photo. Empty lines are ignored. Throws Error, also for more than
/// two columns without such a header. Of annotations (drawn_labels.h), the labels are the phrases of their photos.
PhraseList read_phrase_list(const std::filesystem::path& file);

}  // namespace gbs
