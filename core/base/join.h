// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <ranges>
#include <string>
#include <string_view>

namespace gbs {

/// The texts of a range with `separator` between them. `text` maps an element to its text: a function or a
/// pointer to a member.
template <std::ranges::input_range Range, typename Text = std::identity>
std::string join(Range&& range, std::string_view separator, Text text = {}) {
    std::string joined;
    bool first = true;
    for (auto&& element : range) {
        if (!first) joined += separator;
        first = false;
        joined += std::invoke(text, element);
    }
    return joined;
}

/// "key (count), key (count)", such as reasons and how often each occurred.
inline std::string join_counts(const std::map<std::string, std::size_t>& counts,
                               std::string_view separator = ", ") {
    return join(counts, separator,
                [](const auto& entry) { return entry.first + " (" + std::to_string(entry.second) + ")"; });
}

}  // namespace gbs
