// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace gbs {

/// One key for several texts that may have any characters: each follows its length, so that different texts have different
/// keys whatever is in them. No separator has this.
inline std::string joined_key(std::initializer_list<std::string_view> texts) {
    std::string key;
    for (const std::string_view text : texts) {
        key += std::to_string(text.size()) + ':';
        key += text;
    }
    return key;
}

}  // namespace gbs
