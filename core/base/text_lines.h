// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gbs {

/// The lines of a text without line endings (LF, CRLF or CR). A byte order mark and an empty last line are dropped.
inline std::vector<std::string_view> split_lines(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + (text.substr(end).starts_with("\r\n") ? 2 : 1), text.size()));
    }
    return lines;
}

/// The columns of a line, at most `limit`; the last one keeps any further separators.
inline std::vector<std::string_view> split_columns(std::string_view line, std::size_t limit,
                                                   char separator = '\t') {
    std::vector<std::string_view> columns;
    while (columns.size() + 1 < limit) {
        const std::size_t end = line.find(separator);
        if (end == std::string_view::npos) break;
        columns.push_back(line.substr(0, end));
        line.remove_prefix(end + 1);
    }
    columns.push_back(line);
    return columns;
}

/// ASCII letters in lower case; other bytes are unchanged.
inline char lower_case(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
inline std::string lower_case(std::string text) {
    for (char& c : text) c = lower_case(c);
    return text;
}

/// The text without leading and trailing ASCII white space.
inline std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n\v\f";
    const std::size_t first = text.find_first_not_of(space);
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(space) - first + 1);
}

}  // namespace gbs
