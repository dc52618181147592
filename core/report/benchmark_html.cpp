// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/benchmark_html.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/fnv_hash.h"
#include "core/image/overlay.h"
#include "core/report/benchmark_tables.h"
#include "core/report/html.h"

namespace gbs {
namespace {

std::string fixed(double value, int digits = 2) {
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::uint64_t hash_of(const PhraseQuery& target) {
    return fnv_hash(target.image + '\n' + target.phrase);
}

struct Group {
    std::string title;
    std::function<const ScoreTally*(const MapReport&)> tally;  ///< null: no phrases
};

std::vector<Group> groups_of(const BenchmarkReport& report) {
    std::vector<Group> groups{{"all", [](const MapReport& map) { return &map.all; }}};
    for (const auto& type : report.types())
        groups.push_back({type, [type](const MapReport& map) -> const ScoreTally* {
                              const auto found = map.by_type.find(type);
                              return found == map.by_type.end() ? nullptr : &found->second;
                          }});
    for (std::size_t bin = 0; bin < size_bins; ++bin)
        if (report.maps().front().by_size[bin].total > 0)
            groups.push_back({size_bin_name(bin), [bin](const MapReport& map) { return &map.by_size[bin]; }});
    return groups;
}

std::string rectangle(double x, double y, double width, double height, const std::string& attributes) {
    return "<rect x=\"" + fixed(x, 1) + "\" y=\"" + fixed(y, 1) + "\" width=\"" + fixed(width, 1) +
           "\" height=\"" + fixed(height, 1) + "\" " + attributes + "/>";
}

std::string words(double x, double y, const std::string& text, const std::string& attributes) {
    return "<text x=\"" + fixed(x, 1) + "\" y=\"" + fixed(y, 1) + "\" " + attributes + ">" +
           escape_html(text) + "</text>";
}

/// Colours that people with colour blindness tell apart (Okabe and Ito); the first two are the baselines'.
const char* colour_of(std::size_t map) {
    constexpr const char* colours[] = {"#9aa2ae", "#c3c8d0", "#0072b2", "#e69f00", "#009e73",
                                       "#cc79a7", "#d55e00", "#56b4e9", "#b8a000"};
    return colours[map < 2 ? map : 2 + (map - 2) % 7];
}

/// Bars of pointing accuracy, one row a map, one block a group, with Wilson's interval.
std::string bars(const BenchmarkReport& report) {
    constexpr double left = 190, scale = 5, row = 15, gap = 14;
    const auto groups = groups_of(report);
    double y = 18;
    std::string body;
    for (int percent = 0; percent <= 100; percent += 20)
        body += words(left + percent * scale, 11, std::to_string(percent),
                      "text-anchor=\"middle\" class=\"axis\"");
    for (const auto& group : groups) {
        body += words(4, y + 11, group.title, "class=\"group\"");
        y += row;
        for (std::size_t i = 0; i < report.maps().size(); ++i) {
            const MapReport& map = report.maps()[i];
            const ScoreTally* const tally = group.tally(map);
            if (!tally || tally->total == 0) continue;
            const Interval interval = tally->interval();
            body += words(left - 6, y + 11, map.name, "text-anchor=\"end\" class=\"map\"");
            body += rectangle(left, y + 2, tally->accuracy() * scale, row - 4,
                              std::string("fill=\"") + colour_of(i) + "\"");
            body += rectangle(left + interval.low * scale, y + row / 2 - 1,
                              (interval.high - interval.low) * scale, 2, "class=\"interval\"");
            body += words(left + interval.high * scale + 5, y + 11, fixed(tally->accuracy(), 1),
                          "class=\"axis\"");
            y += row;
        }
        y += gap;
    }
    const std::string height = fixed(y, 0);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 " + height +
           "\" width=\"760\" height=\"" + height +
           "\" role=\"img\" aria-label=\"pointing accuracy in percent, with 95 % intervals\">" + body +
           "</svg>\n";
}

constexpr const char* own_style =
    "table{border-collapse:collapse;font-variant-numeric:tabular-nums;display:block;overflow-x:auto}"
    "td,th{border-bottom:1px solid var(--line);padding:4px 10px;text-align:right;white-space:nowrap}"
    "td:first-child,th:first-child{text-align:left}svg{max-width:100%;height:auto;font:11px "
    "system-ui,sans-serif}"
    "svg text{fill:var(--dim)}svg .group{fill:var(--text);font-weight:600}.interval{fill:var(--text)}"
    ".examples{display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:14px}"
    "code{overflow-wrap:anywhere}h2{margin:0 0 10px}";

/// A table row of cells that are escaped here.
std::string table_row(const std::vector<std::string>& cells, const char* tag) {
    std::string row = "<tr>";
    for (const auto& cell : cells) row += std::string("<") + tag + ">" + escape_html(cell) + "</" + tag + ">";
    return row + "</tr>\n";
}

std::string hits_text(const MapReport& map, const ScoreTally& tally) {
    return fixed(tally.hits, map.is_baseline ? 1 : 0) + " of " + std::to_string(tally.total);
}

std::string score_table(const BenchmarkReport& report) {
    const int threshold = report.heading().box_threshold;
    std::string table = "<table>\n" + table_row({"map", "pointing accuracy %", "95 % interval", "hits",
                                                 "energy %", "box accuracy %", "without a map"},
                                                "th");
    for (const auto& map : report.maps()) {
        const Interval interval = map.all.interval();
        table += table_row(
            {map.name, fixed(map.all.accuracy()), fixed(interval.low) + " to " + fixed(interval.high),
             hits_text(map, map.all), map.is_baseline ? "" : fixed(map.all.energy()),
             map.is_baseline ? "" : fixed(map.all.box_accuracy(threshold)),
             map.is_baseline ? "" : std::to_string(map.all.silent)},
            "td");
    }
    return table + "</table>\n";
}

std::string group_table(const BenchmarkReport& report) {
    const auto groups = groups_of(report);
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
            cells.push_back(tally && tally->total > 0 ? fixed(tally->accuracy(), 1) : "");
        }
        table += table_row(cells, "td");
    }
    return table + "</table>\n";
}

std::string fact(const std::string& name, const std::string& value) {
    return "<dt>" + escape_html(name) + "</dt><dd>" + escape_html(value) + "</dd>\n";
}

/// What another lab needs.
std::vector<std::pair<std::string, std::string>> facts_of(const BenchmarkReport& report,
                                                          const std::string& command) {
    const ReportHeading& heading = report.heading();
    std::vector<std::pair<std::string, std::string>> facts{
        {"Benchmark", heading.benchmark},
        {"Split", heading.split + ", " + std::to_string(heading.images) + " images, " +
                      std::to_string(heading.phrases) + " phrases read, " + std::to_string(report.scored()) +
                      " scored"},
        {"Protocol", heading.protocol + ": " + protocol_description(heading.protocol)},
        {"Box threshold", fixed(0.05 * (heading.box_threshold + 1))}};
    if (heading.limit > 0)
        facts.emplace_back("Limit", "the first " + std::to_string(heading.limit) + " phrases");
    for (const auto& source : heading.sources) facts.emplace_back("Source", source.dump());
    for (const auto& [reason, count] : report.skipped())
        facts.emplace_back("Skipped", std::to_string(count) + ": " + reason);
    for (const auto& [what, count] : heading.adjusted)
        facts.emplace_back("Adjusted", std::to_string(count) + ": " + what);
    facts.emplace_back("Made with", heading.program);
    if (!command.empty()) facts.emplace_back("Command", command);
    return facts;
}

std::string html_facts(const std::vector<std::pair<std::string, std::string>>& facts) {
    std::string text = "<dl>\n";
    for (const auto& [name, value] : facts) text += fact(name, value);
    return text + "</dl>\n";
}

std::string example_html(const ReportExample& example, std::size_t map) {
    const MapScore& score = example.result.scores[map];
    const PhraseQuery& target = example.result.unit.target;
    std::string text = "<figure>";
    text += example.picture.rgb.empty() ? "<p class=\"error\">" + escape_html(example.problem) + "</p>"
                                        : html_image(example.picture, target.phrase);
    text += std::string("<figcaption><b class=\"") + (score.hit ? "right\">✓ " : "wrong\">✗ ") +
            escape_html(target.phrase) + "</b><br/>" + escape_html(target.image) + ", peak " +
            fixed(score.peak.value) + " at " + std::to_string(score.peak.x) + ", " +
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

std::string end_of_page() {
    return "</body>\n</html>\n";
}

/// Text in a cell of a Markdown table.
std::string cell(const std::string& text) {
    std::string out;
    for (const char c : text)
        out += c == '|' ? std::string("\\|") : c == '\n' ? std::string(" ") : std::string(1, c);
    return out;
}

std::string name_of(const BenchmarkReport& report, std::size_t map) {
    return report.maps()[map + 2].name;  // after random and center
}

void draw_boxes(Image& picture, const PhraseQuery& target) {
    cv::Mat pixels(picture.height, picture.width, CV_8UC3, picture.rgb.data());
    const double fx = static_cast<double>(picture.width) / target.width;
    const double fy = static_cast<double>(picture.height) / target.height;
    for (const BoundingBox& box : target.boxes) {
        const cv::Point from(static_cast<int>((box.x1 - 1) * fx), static_cast<int>((box.y1 - 1) * fy));
        const cv::Point to(static_cast<int>(box.x2 * fx) - 1, static_cast<int>(box.y2 * fy) - 1);
        cv::rectangle(pixels, from, to, cv::Scalar(0, 0, 0), 4);
        cv::rectangle(pixels, from, to, cv::Scalar(255, 255, 255), 2);
    }
}

Image draw_example(const PreparedBenchmark& prepared, const UnitResult& result, std::size_t map, int side,
                   const std::stop_token& stop) {
    const auto find = [&](const std::string& image) { return prepared.benchmark.photo(image); };
    const auto photo = find(result.unit.target.image);
    if (!photo) throw Error("the photo is not below the folder");
    const auto maps = prepared.run.maps_of(result.unit, find, stop);
    const Image small = thumbnail(load_image(*photo), side);
    const Peak& peak = result.scores[map].peak;
    const PhraseQuery& target = result.unit.target;
    const Peak there{static_cast<int>((peak.x + 0.5) * small.width / target.width),
                     static_cast<int>((peak.y + 0.5) * small.height / target.height), peak.value};
    Image picture = overlay(small, maps[map].resized(small.width, small.height), there);
    draw_boxes(picture, target);
    return picture;
}

}  // namespace

void ExampleChooser::add(const UnitResult& result) {
    if (!result.skipped.empty()) return;
    Kept& kept = result.scores[map_].hit ? hits_ : misses_;
    const std::uint64_t hash = hash_of(result.unit.target);
    const auto place = std::lower_bound(kept.hashes.begin(), kept.hashes.end(), hash);
    const auto at = place - kept.hashes.begin();
    if (kept.hashes.size() == each_ && place == kept.hashes.end()) return;
    kept.hashes.insert(place, hash);
    kept.results.insert(kept.results.begin() + at, result);
    if (kept.hashes.size() > each_) {
        kept.hashes.pop_back();
        kept.results.pop_back();
    }
}

std::size_t shown_map(std::span<const std::string> names) {
    const auto found = std::ranges::find(names, "mean");
    return found == names.end() ? 0 : static_cast<std::size_t>(found - names.begin());
}

std::vector<ReportExample> draw_examples(const PreparedBenchmark& prepared, const ExampleChooser& chosen,
                                         int side, std::stop_token stop) {
    std::vector<ReportExample> examples;
    for (const auto* results : {&chosen.hits(), &chosen.misses()})
        for (const UnitResult& result : *results) {
            ReportExample example{result, {}, {}};
            try {
                example.picture = draw_example(prepared, result, chosen.map(), side, stop);
            } catch (const Error& error) {
                example.problem = error.what();
            }
            examples.push_back(std::move(example));
        }
    return examples;
}

std::string benchmark_html(const BenchmarkReport& report, std::span<const ReportExample> examples,
                           std::size_t map, const std::string& command) {
    const std::string title = "Pointing game: " + report.heading().benchmark + ", " + report.heading().split;
    std::string page = html_head(title, own_style);
    page += "<header>\n<h1>" + escape_html(title) + "</h1>\n" + score_table(report) + "</header>\n";
    page += "<section>\n<h2>Accuracy by kinds and sizes of things, in %</h2>\n" + bars(report) +
            group_table(report) + "</section>\n";
    if (!examples.empty()) {
        const std::string whose = escape_html(name_of(report, map));
        page += "<section>\n<h2>Hits of " + whose + "</h2>\n" + examples_html(examples, map, true) +
                "</section>\n";
        page += "<section>\n<h2>Misses of " + whose + "</h2>\n" + examples_html(examples, map, false) +
                "</section>\n";
    }
    page += "<footer>\n<h2>To make the same numbers</h2>\n" + html_facts(facts_of(report, command)) +
            "</footer>\n";
    return page + end_of_page();
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
        text += " " + fixed(each.all.accuracy(), 1) + "\n";
    }
    text += "```\n";
    if (!examples.empty()) {
        text += "\n## Examples of " + name_of(report, map) +
                "\n\n| | phrase | image | peak |\n|---|---|---|---|\n";
        for (const auto& example : examples) {
            const MapScore& score = example.result.scores[map];
            text += std::string("| ") + (score.hit ? "✓" : "✗") + " | " +
                    cell(example.result.unit.target.phrase) + " | " + cell(example.result.unit.target.image) +
                    " | " + fixed(score.peak.value) + " at " + std::to_string(score.peak.x) + ", " +
                    std::to_string(score.peak.y) + " |\n";
        }
    }
    text += "\n## To make the same numbers\n\n";
    for (const auto& [name, value] : facts_of(report, command))
        text += "- " + name + ": " + cell(value) + "\n";
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

namespace {

std::vector<std::pair<std::string, std::string>> comparison_facts(const Comparison& found,
                                                                  const std::string& command) {
    const auto accuracy = [&](std::size_t hits) {
        return fixed(100.0 * static_cast<double>(hits) / static_cast<double>(found.units)) + " % (" +
               std::to_string(hits) + " of " + std::to_string(found.units) + ")";
    };
    return {
        {"a, map " + found.map_a, accuracy(found.hits_a)},
        {"b, map " + found.map_b, accuracy(found.hits_b)},
        {"b less a", fixed(found.difference) + " points, 95 % interval " + fixed(found.low) + " to " +
                         fixed(found.high) + " (bootstrap over images)"},
        {"Gained, lost", std::to_string(found.gained) + ", " + std::to_string(found.lost)},
        {"McNemar's exact test", "p = " + fixed(found.p_value, 4)},
        {"Only in a, only in b", std::to_string(found.only_in_a) + ", " + std::to_string(found.only_in_b)},
        {"Command", command}};
}

}  // namespace

std::string comparison_html(const Comparison& found, const std::string& command, std::size_t flips) {
    const std::string title = "Two results on the same phrases";
    std::string page = html_head(title, own_style);
    page +=
        "<header>\n<h1>" + title + "</h1>\n" + html_facts(comparison_facts(found, command)) + "</header>\n";
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
    return page + "</section>\n" + end_of_page();
}

std::string comparison_markdown(const Comparison& found, const std::string& command, std::size_t flips) {
    std::string text = "# Two results on the same phrases\n\n";
    for (const auto& [name, value] : comparison_facts(found, command))
        text += "- " + name + ": " + cell(value) + "\n";
    text += "\n| phrase | image | b |\n|---|---|---|\n";
    std::size_t shown = 0;
    for (const Flip& flip : found.flips) {
        if (shown++ == flips) break;
        text += "| " + cell(flip.a->unit.target.phrase) + " | " + cell(flip.a->unit.target.image) + " | " +
                (flip.gained ? "gained" : "lost") + " |\n";
    }
    if (found.flips.size() > flips) text += "\nand " + std::to_string(found.flips.size() - flips) + " more\n";
    return text;
}

bool is_html_report(const std::string& file) {
    const std::string ending = std::filesystem::path(file).extension().string();
    if (ending == ".html" || ending == ".htm") return true;
    if (ending == ".md" || ending == ".markdown") return false;
    throw Error(file + ": a report is a .html or a .md file");
}

}  // namespace gbs
