// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace gbs {

/// How a protocol words a phrase for a model.
enum class PhraseWording { as_written, image_of, image_of_lower };

/// "A Man" is "image of A Man" or "image of a man".
std::string word_phrase(std::string_view phrase, PhraseWording wording);

/// "as written", "image of", "image of, lower case": as results files have it.
const char* wording_name(PhraseWording wording);
/// The wording of that name; `as_written` for an empty one. Throws Error for an unknown name.
PhraseWording find_wording(std::string_view name);

}  // namespace gbs
