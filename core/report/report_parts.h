// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gbs {

// Parts shared by the reports of benchmark runs and comparisons.

/// A number with a fixed count of decimals.
std::string format_fixed(double value, int decimals = 2);

/// A percentage of `total` things, or a dash if there were none: a rate of nothing is unknown, not 0.
std::string format_rate(double percent, std::size_t total, int decimals = 2);

/// The style of the parts below, for `html_head`.
inline constexpr const char* report_parts_style =
    "table{border-collapse:collapse;font-variant-numeric:tabular-nums;display:block;overflow-x:auto}"
    "td,th{border-bottom:1px solid var(--line);padding:4px 10px;text-align:right;white-space:nowrap}"
    "td:first-child,th:first-child{text-align:left}svg{max-width:100%;height:auto;font:11px "
    "system-ui,sans-serif}"
    "svg text{fill:var(--dim)}svg .group{fill:var(--text);font-weight:600}.interval{fill:var(--text)}"
    ".examples{display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:14px}"
    "code{overflow-wrap:anywhere}h2{margin:0 0 10px}";

/// The end of every page that `html_head` begins.
inline constexpr const char* page_end = "</body>\n</html>\n";

/// A table row; the cells are escaped. `tag` is "td" or "th".
std::string table_row(const std::vector<std::string>& cells, const char* tag);

/// Names and values, in order.
using ReportFacts = std::vector<std::pair<std::string, std::string>>;
/// A definition list; names and values are escaped.
std::string html_facts(const ReportFacts& facts);

/// Text escaped for a cell of a Markdown table.
std::string markdown_cell(std::string_view text);

}  // namespace gbs
