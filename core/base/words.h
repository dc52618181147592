// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gbs {

/// The words of a phrase in lower case (Unicode), without punctuation; "people's" gives "people", "s".
std::vector<std::string> split_words(std::string_view phrase);

/// The words joined by single spaces: equal for phrases that differ only in case, punctuation and spaces.
std::string normalize_phrase(std::string_view phrase);

/// The text in lower case (Unicode), otherwise unchanged.
std::string to_lower(std::string_view text);

}  // namespace gbs
