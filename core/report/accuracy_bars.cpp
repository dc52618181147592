// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/accuracy_bars.h"

#include "core/report/html.h"
#include "core/report/report_parts.h"

namespace gbs {
namespace {

std::string rectangle(double x, double y, double width, double height, const std::string& attributes) {
    return "<rect x=\"" + format_fixed(x, 1) + "\" y=\"" + format_fixed(y, 1) + "\" width=\"" +
           format_fixed(width, 1) + "\" height=\"" + format_fixed(height, 1) + "\" " + attributes + "/>";
}

std::string svg_text(double x, double y, const std::string& text, const std::string& attributes) {
    return "<text x=\"" + format_fixed(x, 1) + "\" y=\"" + format_fixed(y, 1) + "\" " + attributes + ">" +
           escape_html(text) + "</text>";
}

/// Colors distinguishable with color blindness (Okabe and Ito); the first two are the baselines'.
const char* map_color(std::size_t map) {
    constexpr const char* colors[] = {"#9aa2ae", "#c3c8d0", "#0072b2", "#e69f00", "#009e73",
                                      "#cc79a7", "#d55e00", "#56b4e9", "#b8a000"};
    return colors[map < 2 ? map : 2 + (map - 2) % 7];
}

}  // namespace

std::vector<ReportGroup> list_groups(const BenchmarkReport& report) {
    std::vector<ReportGroup> groups{{"all", [](const MapReport& map) { return &map.all; }}};
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

std::string draw_accuracy_bars(const BenchmarkReport& report) {
    constexpr double left = 190, scale = 5, row = 15, gap = 14;
    const auto groups = list_groups(report);
    double y = 18;
    std::string body;
    for (int percent = 0; percent <= 100; percent += 20)
        body += svg_text(left + percent * scale, 11, std::to_string(percent),
                         "text-anchor=\"middle\" class=\"axis\"");
    for (const auto& group : groups) {
        body += svg_text(4, y + 11, group.title, "class=\"group\"");
        y += row;
        for (std::size_t i = 0; i < report.maps().size(); ++i) {
            const MapReport& map = report.maps()[i];
            const ScoreTally* const tally = group.tally(map);
            if (!tally || tally->total == 0) continue;
            const Interval interval = tally->interval();
            body += svg_text(left - 6, y + 11, map.name, "text-anchor=\"end\" class=\"map\"");
            body += rectangle(left, y + 2, tally->accuracy() * scale, row - 4,
                              std::string("fill=\"") + map_color(i) + "\"");
            body += rectangle(left + interval.low * scale, y + row / 2 - 1,
                              (interval.high - interval.low) * scale, 2, "class=\"interval\"");
            body += svg_text(left + interval.high * scale + 5, y + 11, format_fixed(tally->accuracy(), 1),
                             "class=\"axis\"");
            y += row;
        }
        y += gap;
    }
    const std::string height = format_fixed(y, 0);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 " + height +
           "\" width=\"760\" height=\"" + height +
           "\" role=\"img\" aria-label=\"pointing accuracy in percent, with 95 % intervals\">" + body +
           "</svg>\n";
}

}  // namespace gbs
