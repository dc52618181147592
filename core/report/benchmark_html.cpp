// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/benchmark_html.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json_text.h"
#include "core/evaluation/pointing_protocols.h"
#include "core/report/accuracy_bars.h"
#include "core/report/benchmark_tables.h"
#include "core/report/html.h"
#include "core/report/report_parts.h"

namespace gbs {
namespace {

std::string hits_of_total(const MapReport& map, const ScoreTally& tally) {
    return format_fixed(tally.hits, map.is_baseline ? 1 : 0) + " of " + std::to_string(tally.total);
}

std::string score_table(const BenchmarkReport& report) {
    const int threshold = report.heading().box_threshold;
    std::string table = "<table>\n" + table_row({"map", "pointing accuracy %", "95 % interval", "hits",
                                                 "energy %", "box accuracy %", "without a map"},
                                                "th");
    for (const auto& map : report.maps()) {
        const std::size_t total = map.all.total;
        const Interval interval = map.all.interval();
        table += table_row(
            {map.name, format_rate(map.all.accuracy(), total),
             format_rate(interval.low, total) + " to " + format_rate(interval.high, total),
             hits_of_total(map, map.all), map.is_baseline ? "" : format_rate(map.all.energy(), total),
             map.is_baseline ? "" : format_rate(map.all.box_accuracy(threshold), total),
             map.is_baseline ? "" : std::to_string(map.all.silent)},
            "td");
    }
    return table + "</table>\n";
}

std::string group_table(const BenchmarkReport& report) {
    const auto groups = list_groups(report);
    std::vector<std::string> head{"map"}, counts{"phrases"};
    for (const auto& group : groups) {
        head.push_back(group.title);
        const ScoreTally* const tally = group.tally(report.maps().front());
        counts.push_back(tally ? std::to_string(tally->total) : "0");
    }
    std::string table = "<table>\n" + table_row(head, "th") + table_row(counts, "td");
    for (const auto& map : report.maps()) {
        std::vector<std::string> cells{map.name};
        for (const auto& group : groups) {
            const ScoreTally* const tally = group.tally(map);
            cells.push_back(tally ? format_rate(tally->accuracy(), tally->total, 1) : "-");
        }
        table += table_row(cells, "td");
    }
    return table + "</table>\n";
}

/// What is needed to reproduce the numbers.
ReportFacts list_facts(const BenchmarkReport& report, const std::string& command) {
    const ReportHeading& heading = report.heading();
    ReportFacts facts{{"Benchmark", heading.benchmark},
                      {"Split", heading.split + ", " + std::to_string(heading.images) + " images, " +
                                    std::to_string(heading.phrases) + " phrases read, " +
                                    std::to_string(report.scored()) + " scored"},
                      {"Protocol", heading.protocol_name() + ": " + heading.rules()},
                      {"Box threshold", format_fixed(0.05 * (heading.box_threshold + 1))}};
    if (heading.limit > 0)
        facts.emplace_back("Limit", "the first " + std::to_string(heading.limit) + " phrases");
    for (const auto& source : heading.sources) facts.emplace_back("Source", json_text(source));
    for (const auto& [reason, count] : report.skipped())
        facts.emplace_back("Skipped", std::to_string(count) + ": " + reason);
    for (const auto& [what, count] : heading.adjusted)
        facts.emplace_back("Adjusted", std::to_string(count) + ": " + what);
    facts.emplace_back("Program", heading.program);
    if (!command.empty()) facts.emplace_back("Command", command);
    return facts;
}

std::string example_html(const ReportExample& example, std::size_t map) {
    const MapScore& score = example.result.scores[map];
    const PhraseQuery& target = example.result.unit.target;
    std::string text = "<figure>";
    text += example.picture.rgb.empty() ? "<p class=\"error\">" + escape_html(example.problem) + "</p>"
                                        : html_image(example.picture, target.phrase);
    text += std::string("<figcaption><b class=\"") + (score.hit ? "right\">✓ " : "wrong\">✗ ") +
            escape_html(target.phrase) + "</b><br/>" + escape_html(target.image) + ", peak " +
            format_fixed(score.peak.value) + " at " + std::to_string(score.peak.x) + ", " +
            std::to_string(score.peak.y);
    return text + "</figcaption></figure>\n";
}

std::string examples_html(std::span<const ReportExample> examples, std::size_t map, bool hits) {
    std::string figures;
    for (const auto& example : examples)
        if (example.result.scores[map].hit == hits) figures += example_html(example, map);
    return figures.empty() ? "<p class=\"dim\">none</p>\n"
                           : "<div class=\"examples\">\n" + figures + "</div>\n";
}

std::string find_name(const BenchmarkReport& report, std::size_t map) {
    return report.maps()[map + 2].name;  // after random and center
}

}  // namespace

std::string benchmark_html(const BenchmarkReport& report, std::span<const ReportExample> examples,
                           std::size_t map, const std::string& command) {
    const std::string title = "Pointing game: " + report.heading().benchmark + ", " + report.heading().split;
    std::string page = html_head(title, report_parts_style);
    page += "<header>\n<h1>" + escape_html(title) + "</h1>\n" + score_table(report) + "</header>\n";
    page += "<section>\n<h2>Accuracy by type and size, in %</h2>\n" + draw_accuracy_bars(report) +
            group_table(report) + "</section>\n";
    if (!examples.empty()) {
        const std::string name = escape_html(find_name(report, map));
        page += "<section>\n<h2>Hits of " + name + "</h2>\n" + examples_html(examples, map, true) +
                "</section>\n";
        page += "<section>\n<h2>Misses of " + name + "</h2>\n" + examples_html(examples, map, false) +
                "</section>\n";
    }
    page += "<footer>\n<h2>Reproduction</h2>\n" + html_facts(list_facts(report, command)) + "</footer>\n";
    return page + page_end;
}

std::string benchmark_markdown(const BenchmarkReport& report, std::span<const ReportExample> examples,
                               std::size_t map, const std::string& command) {
    std::string text = "# Pointing game: " + report.heading().benchmark + ", " + report.heading().split +
                       "\n\n" + report_markdown(report) + "\n## Accuracy\n\n```\n";
    for (const auto& each : report.maps()) {
        const auto length = static_cast<std::size_t>(each.all.accuracy() / 2 + 0.5);
        std::string name = each.name;
        name.resize(std::max<std::size_t>(name.size(), 20), ' ');
        text += name + " ";
        for (std::size_t i = 0; i < length; ++i) text += "█";
        text += " " + format_rate(each.all.accuracy(), each.all.total, 1) + "\n";
    }
    text += "```\n";
    if (!examples.empty()) {
        text += "\n## Examples of " + find_name(report, map) +
                "\n\n| | phrase | image | peak |\n|---|---|---|---|\n";
        for (const auto& example : examples) {
            const MapScore& score = example.result.scores[map];
            text += std::string("| ") + (score.hit ? "✓" : "✗") + " | " +
                    markdown_cell(example.result.unit.target.phrase) + " | " +
                    markdown_cell(example.result.unit.target.image) + " | " + format_fixed(score.peak.value) +
                    " at " + std::to_string(score.peak.x) + ", " + std::to_string(score.peak.y) + " |\n";
        }
    }
    text += "\n## Reproduction\n\n";
    for (const auto& [name, value] : list_facts(report, command))
        text += "- " + name + ": " + markdown_cell(value) + "\n";
    return text;
}

void write_benchmark_report(const std::filesystem::path& file, const PreparedBenchmark& prepared,
                            const BenchmarkReport& report, const ExampleChooser& chosen,
                            const std::string& command, std::stop_token stop) {
    const bool html = is_html_report(file.string());
    const auto examples = draw_examples(prepared, chosen, 300, stop);
    write_atomically(file, html ? benchmark_html(report, examples, chosen.map(), command)
                                : benchmark_markdown(report, examples, chosen.map(), command));
}

bool is_html_report(const std::string& file) {
    const std::string ending = std::filesystem::path(file).extension().string();
    if (ending == ".html" || ending == ".htm") return true;
    if (ending == ".md" || ending == ".markdown") return false;
    throw Error(file + ": a report is a .html or .md file");
}

}  // namespace gbs
