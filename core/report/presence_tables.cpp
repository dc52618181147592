// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/presence_tables.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/image/strength_level.h"
#include "core/report/report_parts.h"

namespace gbs {
namespace {

using nlohmann::json;

double four_decimals(double value) {
    return std::round(value * 1e4) / 1e4;
}

json bin_json(const CalibrationBin& bin) {
    json value{{"from", bin.low}, {"to", bin.high}, {"phrases", bin.count}};
    // A rate of nothing is unknown, not 0.
    value["mean_strength"] = bin.count > 0 ? json(four_decimals(bin.mean_strength)) : json();
    value["share_present"] = bin.count > 0 ? json(four_decimals(bin.share_present)) : json();
    return value;
}

json point_json(const PresencePoint& point) {
    return {{"threshold", point.threshold},
            {"hit_rate", four_decimals(point.hit_rate)},
            {"false_alarm_rate", four_decimals(point.false_alarms)},
            {"precision", four_decimals(point.precision)}};
}

std::string bin_row(const CalibrationBin& bin) {
    const auto cell = [&](double value) { return format_rate(value, bin.count, 3); };
    return "| " + format_fixed(bin.low, 1) + "-" + format_fixed(bin.high, 1) + " | " +
           std::to_string(bin.count) + " | " + cell(bin.mean_strength) + " | " + cell(bin.share_present) +
           " |\n";
}

std::string point_row(const PresencePoint& point) {
    const auto level = strength_level(static_cast<float>(point.threshold));
    return std::string("| ") + strength_level_name(level) + ", from " + format_fixed(point.threshold) +
           " | " + format_fixed(100 * point.hit_rate, 1) + " % | " +
           format_fixed(100 * point.false_alarms, 1) + " % | " + format_fixed(100 * point.precision, 1) +
           " % |\n";
}

}  // namespace

json presence_json(const PresenceReport& report, const PresenceHeading& heading) {
    json value{{"benchmark", heading.benchmark},
               {"split", heading.split},
               {"model", heading.model},
               {"seed", heading.seed},
               {"present", report.present},
               {"absent", report.absent},
               {"auc", four_decimals(report.auc)},
               {"calibration_error", four_decimals(report.calibration_error)},
               {"brier", four_decimals(report.brier)},
               {"calibration", json::array()},
               {"curve", json::array()}};
    for (const CalibrationBin& bin : report.bins) value["calibration"].push_back(bin_json(bin));
    for (const PresencePoint& point : report.curve) value["curve"].push_back(point_json(point));
    return value;
}

std::string presence_csv(const PresenceReport& report) {
    std::string text =
        "\xEF\xBB\xBFkind,strength,phrases,mean_strength,share_present,hit_rate,false_alarm_rate,precision\n";
    for (const CalibrationBin& bin : report.bins) {
        text += "bin," + format_fixed(bin.low) + "," + std::to_string(bin.count) + ",";
        if (bin.count > 0) text += format_fixed(bin.mean_strength, 4);
        text += ",";
        if (bin.count > 0) text += format_fixed(bin.share_present, 4);
        text += ",,,\n";
    }
    for (const PresencePoint& point : report.curve)
        text += "threshold," + format_fixed(point.threshold) + ",,,," + format_fixed(point.hit_rate, 4) +
                "," + format_fixed(point.false_alarms, 4) + "," + format_fixed(point.precision, 4) + "\n";
    return text;
}

std::string presence_markdown(const PresenceReport& report, const PresenceHeading& heading) {
    std::string text = "- " + heading.benchmark + ", split " + heading.split + ", model " + heading.model +
                       ": " + std::to_string(report.present) + " phrases that are there, " +
                       std::to_string(report.absent) + " that are not (seed " + std::to_string(heading.seed) +
                       ")\n- area under the curve " + format_fixed(report.auc, 4) + ", calibration error " +
                       format_fixed(report.calibration_error, 4) + ", Brier score " +
                       format_fixed(report.brier, 4) + "\n";
    text += "\n| strength | phrases | mean strength | share that is there |\n|---|---|---|---|\n";
    for (const CalibrationBin& bin : report.bins) text += bin_row(bin);
    text += "\n| level | found | false alarms | of those called so, there |\n|---|---|---|---|\n";
    for (const PresencePoint& point : report.curve)
        for (const float limit : {weak_strength, medium_strength, strong_strength})
            if (std::abs(point.threshold - limit) < 1e-6) text += point_row(point);
    return text;
}

}  // namespace gbs
