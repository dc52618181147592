// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

namespace gbs {

/// Of a phrase or a caption. Language models read some hundred words at most; all of a longer text would be split into
/// pieces before, for each photo.
inline constexpr std::size_t max_phrase_bytes = 10'000;
inline constexpr const char* long_phrase = "phrase longer than 10,000 bytes";
inline constexpr const char* long_caption = "caption longer than 10,000 bytes";

}  // namespace gbs
