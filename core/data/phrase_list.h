// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
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
    LegacyLines legacy;  ///< lines that are not UTF-8
};

/// Reads lines of "phrase" or "photo<TAB>phrase", or a table with a header that names the columns "image" and "phrase", such
/// as a benchmark's, whose phrases are taken once for each photo. Empty lines are ignored. Throws Error, also for more than
/// two columns without such a header.
PhraseList read_phrase_list(const std::filesystem::path& file);

}  // namespace gbs
