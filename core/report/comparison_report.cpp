// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/comparison_report.h"

#include "core/report/html.h"
#include "core/report/report_parts.h"

namespace gbs {
namespace {

ReportFacts list_facts(const Comparison& found, const std::string& command) {
    const auto accuracy = [&](std::size_t hits) {
        return format_fixed(100.0 * static_cast<double>(hits) / static_cast<double>(found.units)) + " % (" +
               std::to_string(hits) + " of " + std::to_string(found.units) + ")";
    };
    return {
        {"a, map " + found.map_a, accuracy(found.hits_a)},
        {"b, map " + found.map_b, accuracy(found.hits_b)},
        {"b minus a", format_fixed(found.difference) + " points, 95 % interval " + format_fixed(found.low) +
                          " to " + format_fixed(found.high) + " (bootstrap over images)"},
        {"Gained, lost", std::to_string(found.gained) + ", " + std::to_string(found.lost)},
        {"McNemar's exact test", "p = " + format_fixed(found.p_value, 4)},
        {"Only in a, only in b", std::to_string(found.only_in_a) + ", " + std::to_string(found.only_in_b)},
        {"Command", command}};
}

}  // namespace

std::string comparison_html(const Comparison& found, const std::string& command, std::size_t flips) {
    const std::string title = "Two results on the same phrases";
    std::string page = html_head(title, report_parts_style);
    page += "<header>\n<h1>" + title + "</h1>\n" + html_facts(list_facts(found, command)) + "</header>\n";
    page += "<section>\n<h2>Phrases that flipped</h2>\n<table>\n" + table_row({"phrase", "image", "b"}, "th");
    std::size_t shown = 0;
    for (const Flip& flip : found.flips) {
        if (shown++ == flips) break;
        page += table_row(
            {flip.a->unit.target.phrase, flip.a->unit.target.image, flip.gained ? "✓ gained" : "✗ lost"},
            "td");
    }
    page += "</table>\n";
    if (found.flips.size() > flips)
        page += "<p class=\"dim\">and " + std::to_string(found.flips.size() - flips) + " more</p>\n";
    return page + "</section>\n" + page_end;
}

std::string comparison_markdown(const Comparison& found, const std::string& command, std::size_t flips) {
    std::string text = "# Two results on the same phrases\n\n";
    for (const auto& [name, value] : list_facts(found, command))
        text += "- " + name + ": " + markdown_cell(value) + "\n";
    text += "\n| phrase | image | b |\n|---|---|---|\n";
    std::size_t shown = 0;
    for (const Flip& flip : found.flips) {
        if (shown++ == flips) break;
        text += "| " + markdown_cell(flip.a->unit.target.phrase) + " | " +
                markdown_cell(flip.a->unit.target.image) + " | " + (flip.gained ? "gained" : "lost") + " |\n";
    }
    if (found.flips.size() > flips) text += "\nand " + std::to_string(found.flips.size() - flips) + " more\n";
    return text;
}

}  // namespace gbs
