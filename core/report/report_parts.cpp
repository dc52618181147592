// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/report_parts.h"

#include <fmt/format.h>

#include "core/report/html.h"

namespace gbs {

std::string format_fixed(double value, int decimals) {
    return fmt::format("{:.{}f}", value, decimals);
}

std::string format_rate(double percent, std::size_t total, int decimals) {
    return total == 0 ? "-" : format_fixed(percent, decimals);
}

std::string table_row(const std::vector<std::string>& cells, const char* tag) {
    std::string row = "<tr>";
    for (const auto& cell : cells) row += std::string("<") + tag + ">" + escape_html(cell) + "</" + tag + ">";
    return row + "</tr>\n";
}

std::string html_facts(const ReportFacts& facts) {
    std::string text = "<dl>\n";
    for (const auto& [name, value] : facts)
        text += "<dt>" + escape_html(name) + "</dt><dd>" + escape_html(value) + "</dd>\n";
    return text + "</dl>\n";
}

std::string markdown_cell(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += c == '|' ? std::string("\\|") : c == '\n' ? std::string(" ") : std::string(1, c);
    return out;
}

}  // namespace gbs
