// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/phrase_query.h"

#include <algorithm>

namespace gbs {

bool PhraseQuery::has_masks() const {
    return !boxes.empty() && masks.size() == boxes.size() &&
           std::ranges::all_of(masks, [](const auto& mask) { return mask != nullptr; });
}

}  // namespace gbs
