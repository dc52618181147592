// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/benchmark_tables.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/base/csv.h"
#include "core/evaluation/pointing_protocols.h"
#include "core/report/report_parts.h"

namespace gbs {
namespace {

using nlohmann::json;

constexpr std::size_t max_type_columns = 12;

double two_decimals(double value) {
    return std::round(value * 100) / 100;
}

/// Hits are integers, except for the expectation of the random baseline.
std::string hits_text(const MapReport& map, const ScoreTally& tally) {
    return format_fixed(tally.hits, map.name == "random" ? 1 : 0) + " / " + std::to_string(tally.total);
}

std::string interval_text(const ScoreTally& tally) {
    if (tally.total == 0) return "-";
    const Interval interval = tally.interval();
    return format_fixed(interval.low) + "-" + format_fixed(interval.high);
}

json tally_json(const MapReport& map, const ScoreTally& tally, int box_threshold) {
    const Interval interval = tally.interval();
    json value{
        {"hits", map.name == "random" ? json(two_decimals(tally.hits)) : json(std::llround(tally.hits))},
        {"total", tally.total},
        {"accuracy", two_decimals(tally.accuracy())},
        {"interval95", {two_decimals(interval.low), two_decimals(interval.high)}}};
    // A rate of nothing is unknown, not 0.
    if (tally.total == 0) value["accuracy"] = value["interval95"] = nullptr;
    if (map.is_baseline) return value;
    value["without_a_map"] = tally.silent;
    if (tally.total == 0) {
        value["energy"] = value["box_accuracy"] = value["box_accuracy_best_on_this_split"] = nullptr;
        return value;
    }
    value["energy"] = two_decimals(tally.energy());
    value["box_accuracy"] = {{"threshold", threshold_share(box_threshold)},
                             {"accuracy", two_decimals(tally.box_accuracy(box_threshold))}};
    const int best = tally.best_box_threshold();
    value["box_accuracy_best_on_this_split"] = {{"threshold", threshold_share(best)},
                                                {"accuracy", two_decimals(tally.box_accuracy(best))}};
    return value;
}

json map_json(const MapReport& map, const BenchmarkReport& report) {
    const int threshold = report.heading().box_threshold;
    json value = tally_json(map, map.all, threshold);
    for (const auto& [type, tally] : map.by_type) value["types"][type] = tally_json(map, tally, threshold);
    for (std::size_t bin = 0; bin < size_bins; ++bin)
        value["sizes"][size_bin_name(bin)] = tally_json(map, map.by_size[bin], threshold);
    return value;
}

/// Rates of nothing are empty fields, so that a column holds numbers only.
std::string csv_row(const MapReport& map, const char* group, const std::string& value,
                    const ScoreTally& tally, int threshold) {
    const Interval interval = tally.interval();
    std::string row = csv_field(map.name) + "," + group + "," + csv_field(value) + "," +
                      format_fixed(tally.hits, map.name == "random" ? 2 : 0) + "," +
                      std::to_string(tally.total) + ",";
    if (tally.total == 0) return row + ",,,,,,,\n";
    row +=
        format_fixed(tally.accuracy()) + "," + format_fixed(interval.low) + "," + format_fixed(interval.high);
    if (map.is_baseline) return row + ",,,,,\n";
    const int best = tally.best_box_threshold();
    return row + "," + std::to_string(tally.silent) + "," + format_fixed(tally.energy()) + "," +
           format_fixed(tally.box_accuracy(threshold)) + "," + format_fixed(tally.box_accuracy(best)) + "," +
           format_fixed(threshold_share(best)) + "\n";
}

/// The cells of a map's row, without its name.
std::vector<std::string> make_cells(const MapReport& map, const BenchmarkReport& report) {
    const ScoreTally& all = map.all;
    std::vector<std::string> cells{format_rate(all.accuracy(), all.total), interval_text(all),
                                   hits_text(map, all)};
    if (map.is_baseline) {
        cells.insert(cells.end(), {"", "", ""});
    } else {
        const int best = all.best_box_threshold();
        cells.push_back(format_rate(all.energy(), all.total));
        cells.push_back(format_rate(all.box_accuracy(report.heading().box_threshold), all.total));
        cells.push_back(all.total == 0 ? "-"
                                       : format_fixed(all.box_accuracy(best)) + " (" +
                                             format_fixed(threshold_share(best)) + ")");
    }
    for (std::size_t bin = 0; bin < size_bins; ++bin)
        cells.push_back(format_rate(map.by_size[bin].accuracy(), map.by_size[bin].total));
    if (report.types().size() <= max_type_columns)
        for (const auto& type : report.types()) {
            const auto found = map.by_type.find(type);
            const ScoreTally tally = found == map.by_type.end() ? ScoreTally{} : found->second;
            cells.push_back(format_rate(tally.accuracy(), tally.total));
        }
    return cells;
}

std::vector<std::string> column_names(const BenchmarkReport& report) {
    std::vector<std::string> names{"pointing accuracy",
                                   "95 % interval",
                                   "hits / phrases",
                                   "energy in boxes",
                                   "box at " + format_fixed(threshold_share(report.heading().box_threshold)),
                                   "best box (threshold)"};
    for (std::size_t bin = 0; bin < size_bins; ++bin)
        names.push_back(std::string(bin == 0 ? "size " : "") + size_bin_name(bin));
    if (report.types().size() <= max_type_columns)
        for (const auto& type : report.types()) names.push_back(type);
    return names;
}

/// What was scored, one sentence per line.
std::vector<std::string> heading_lines(const BenchmarkReport& report) {
    const ReportHeading& heading = report.heading();
    std::vector<std::string> lines{
        heading.benchmark + ", split " + heading.split + ": " + std::to_string(heading.images) + " images, " +
            std::to_string(heading.phrases) + " phrases read, " + std::to_string(report.scored()) +
            " scored" +
            (heading.limit > 0 ? " (the first " + std::to_string(heading.limit) + " requested)" : ""),
        "protocol " + heading.protocol_name() + ": " + heading.rules()};
    for (const auto& source : heading.sources) {
        std::string line = source.value("kind", "") + " ";
        if (source.contains("command"))  // a program, whose weights only it knows
            line += source.value("detector", "") + ": " + source.value("command", "");
        else
            line += source.value("file", "") + ", sha256 " + source.value("sha256", "").substr(0, 16);
        if (source.contains("input_size"))
            line += ", input " + source["input_size"].dump() + ", device " + source.value("device", "");
        lines.push_back(line);
    }
    for (const auto& [reason, count] : report.skipped())
        lines.push_back("skipped " + std::to_string(count) + ": " + reason);
    for (const auto& [what, count] : heading.adjusted)
        lines.push_back("adjusted " + std::to_string(count) + ": " + what);
    return lines;
}

std::string escaped(const std::string& text, const char* special, const char* escape) {
    std::string out;
    for (const char c : text) {
        if (std::string_view(special).find(c) != std::string_view::npos) out += escape;
        out += c;
    }
    return out;
}

std::string latex(const std::string& text) {
    return escaped(text, "%_&#$", "\\");
}

}  // namespace

json report_json(const BenchmarkReport& report) {
    const ReportHeading& heading = report.heading();
    json value{
        {"benchmark", heading.benchmark},     {"split", heading.split},      {"protocol", heading.protocol},
        {"protocol_counts", heading.rules()}, {"images", heading.images},    {"phrases", heading.phrases},
        {"scored", report.scored()},          {"limit", heading.limit},      {"sources", heading.sources},
        {"program", heading.program},         {"maps", json::object()},      {"baselines", json::object()},
        {"skipped", report.skipped()},        {"adjusted", heading.adjusted}};
    if (heading.region == Region::masks) value["region"] = "masks";
    for (const auto& map : report.maps())
        value[map.is_baseline ? "baselines" : "maps"][map.name] = map_json(map, report);
    return value;
}

std::string report_csv(const BenchmarkReport& report) {
    std::string text =
        "\xEF\xBB\xBFmap,group,value,hits,total,accuracy,interval_low,interval_high,without_a_map,energy,"
        "box_accuracy,best_box_accuracy,best_box_threshold\n";
    const int threshold = report.heading().box_threshold;
    for (const auto& map : report.maps()) {
        text += csv_row(map, "all", "", map.all, threshold);
        for (const auto& type : report.types())
            if (map.by_type.contains(type))
                text += csv_row(map, "type", type, map.by_type.at(type), threshold);
        for (std::size_t bin = 0; bin < size_bins; ++bin)
            text += csv_row(map, "size", size_bin_name(bin), map.by_size[bin], threshold);
    }
    return text;
}

std::string report_markdown(const BenchmarkReport& report) {
    std::string text;
    for (const auto& line : heading_lines(report)) text += "- " + line + "\n";
    text += "\n| map |";
    std::string rule = "|---|";
    for (const auto& name : column_names(report)) {
        text += " " + name + " |";
        rule += "---|";
    }
    text += "\n" + rule + "\n";
    for (const auto& map : report.maps()) {
        text += "| " + escaped(map.name, "|", "\\") + " |";
        for (const auto& cell : make_cells(map, report)) text += " " + cell + " |";
        text += "\n";
    }
    return text;
}

std::string report_latex(const BenchmarkReport& report) {
    std::string text;
    for (const auto& line : heading_lines(report)) text += "% " + line + "\n";
    const auto names = column_names(report);
    text += "\\begin{tabular}{l" + std::string(names.size(), 'r') + "}\n\\hline\nmap";
    for (const auto& name : names) text += " & " + latex(name);
    text += " \\\\\n\\hline\n";
    for (const auto& map : report.maps()) {
        text += latex(map.name);
        for (const auto& cell : make_cells(map, report)) text += " & " + latex(cell);
        text += " \\\\\n";
    }
    return text + "\\hline\n\\end{tabular}\n";
}

std::string report_text(const BenchmarkReport& report) {
    std::string text;
    for (const auto& line : heading_lines(report)) text += line + "\n";
    std::size_t name_width = 0;
    for (const auto& map : report.maps()) name_width = std::max(name_width, map.name.size());
    for (const auto& map : report.maps()) {
        text += fmt::format("  {:<{}} {:>6} %  ({})  {}", map.name, name_width,
                            format_rate(map.all.accuracy(), map.all.total), interval_text(map.all),
                            hits_text(map, map.all));
        if (!map.is_baseline && map.all.total > 0) {
            text += fmt::format("  energy {:.2f} %, box {:.2f} %", map.all.energy(),
                                map.all.box_accuracy(report.heading().box_threshold));
            if (map.all.silent > 0) text += ", " + std::to_string(map.all.silent) + " without a map";
        }
        text += "\n";
    }
    return text;
}

}  // namespace gbs
