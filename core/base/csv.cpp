// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/csv.h"

#include <algorithm>

namespace gbs {
namespace {

/// Moves a quoted field from the front of `row`, whose first quote is gone. Nothing if it is not closed.
std::optional<std::string> take_quoted(std::string_view& row) {
    std::string field;
    while (true) {
        const std::size_t quote = row.find('"');
        if (quote == std::string_view::npos) return std::nullopt;
        field += row.substr(0, quote);
        row.remove_prefix(quote + 1);
        if (!row.starts_with('"')) return field;
        field += '"';
        row.remove_prefix(1);
    }
}

}  // namespace

std::string csv_field(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::optional<std::vector<std::string>> parse_csv_row(std::string_view row, char separator) {
    std::vector<std::string> fields;
    while (true) {
        std::string field;
        if (row.starts_with('"')) {
            row.remove_prefix(1);
            auto quoted = take_quoted(row);
            if (!quoted) return std::nullopt;
            field = *std::move(quoted);
        }
        // The rest of a plain field, or text after the closing quote, which is kept.
        const std::size_t end = std::min(row.find(separator), row.size());
        field += row.substr(0, end);
        fields.push_back(std::move(field));
        if (end == row.size()) return fields;
        row.remove_prefix(end + 1);
    }
}

}  // namespace gbs
