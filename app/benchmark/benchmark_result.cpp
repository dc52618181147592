// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/benchmark/benchmark_result.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

#include "app/base/convert.h"
#include "core/evaluation/benchmark_compare.h"
#include "core/evaluation/pointing_game.h"

namespace gbs::app {

using widgets::ScoreSheet;

namespace {

struct GroupText {
    Q_DECLARE_TR_FUNCTIONS(gbs::app::BenchmarkPanel)
};

widgets::ScoreValue to_value(const ScoreTally& tally) {
    const Interval interval = tally.interval();
    return {tally.hits, static_cast<qint64>(tally.total), tally.accuracy(), interval.low, interval.high};
}

QString all_title() {
    return GroupText::tr("All");
}

QString size_title(std::size_t bin) {
    switch (bin) {
        case 0:
            return GroupText::tr("below 5%");
        case 1:
            return GroupText::tr("5-15%");
        case 2:
            return GroupText::tr("15-40%");
        default:
            return GroupText::tr("40% or more");
    }
}

std::vector<int> flipped_units(const BenchmarkResult& result, const QString& map, bool won,
                               const BenchmarkResult& other, const QString& other_map) {
    // "Won": this result hits and the other one misses.
    const Comparison found =
        compare_results(other.data, result.data, other_map.toStdString(), map.toStdString(), 1, 100);
    std::vector<int> units;
    for (const Flip& flip : found.flips)
        if (flip.gained == won) units.push_back(static_cast<int>(flip.b - result.data.results.data()));
    std::sort(units.begin(), units.end());
    return units;
}

}  // namespace

ScoreSheet make_sheet(const BenchmarkReport& report, const QString& result) {
    widgets::ScoreSheet sheet;
    sheet.groups << all_title();
    const std::vector<std::string> types = report.types();
    for (const auto& type : types) sheet.groups << QString::fromStdString(type);
    std::vector<std::size_t> bins;
    for (std::size_t bin = 0; bin < size_bins; ++bin)
        if (!report.maps().empty() && report.maps().front().by_size[bin].total > 0) bins.push_back(bin);
    for (const std::size_t bin : bins) sheet.groups << size_title(bin);
    for (const MapReport& map : report.maps()) {
        widgets::ScoreSeries series{
            result, QString::fromStdString(map.name), map.is_baseline, -1, -1, {to_value(map.all)}};
        if (!map.is_baseline && map.all.total > 0) {
            series.energy = map.all.energy();
            series.box_accuracy = map.all.box_accuracy(report.heading().box_threshold);
        }
        for (const auto& type : types) {
            const auto found = map.by_type.find(type);
            series.groups << (found == map.by_type.end() ? widgets::ScoreValue{} : to_value(found->second));
        }
        for (const std::size_t bin : bins) series.groups << to_value(map.by_size[bin]);
        sheet.series << series;
    }
    return sheet;
}

BenchmarkResultPtr read_result(const QString& file, std::shared_ptr<const FolderIndex> photos) {
    auto result = std::make_shared<BenchmarkResult>();
    result->name = QFileInfo(file).completeBaseName();
    result->file = file;
    result->data = read_results(to_path(file));
    result->photos = std::move(photos);
    BenchmarkReport report(ReportHeading{}, result->data.names);
    for (const auto& unit : result->data.results) report.add(unit);
    result->scores = make_sheet(report, result->name);
    return result;
}

int map_index(const ResultFile& data, const QString& map) {
    const auto found = std::find(data.names.begin(), data.names.end(), map.toStdString());
    return found == data.names.end() ? -1 : static_cast<int>(found - data.names.begin());
}

bool is_in_group(const UnitResult& result, const QString& group) {
    if (group.isEmpty() || group == all_title()) return true;
    const auto& types = result.unit.target.categories;
    if (std::find(types.begin(), types.end(), group.toStdString()) != types.end()) return true;
    return size_title(size_bin(result.chance().share)) == group;
}

std::vector<int> filtered_units(const BenchmarkResult& result, const QString& map, PhraseFilter filter,
                                const QString& group, const BenchmarkResult* other,
                                const QString& other_map) {
    const int at = map_index(result.data, map);
    std::vector<int> units;
    if (filter == PhraseFilter::lost || filter == PhraseFilter::won) {
        if (!other || at < 0 || map_index(other->data, other_map) < 0) return {};
        for (const int unit : flipped_units(result, map, filter == PhraseFilter::won, *other, other_map))
            if (is_in_group(result.data.results[static_cast<std::size_t>(unit)], group))
                units.push_back(unit);
        return units;
    }
    for (std::size_t i = 0; i < result.data.results.size(); ++i) {
        const UnitResult& unit = result.data.results[i];
        const bool skipped = !unit.skipped.empty();
        const bool hit = !skipped && at >= 0 && unit.scores[static_cast<std::size_t>(at)].hit;
        const bool wanted = filter == PhraseFilter::all || (filter == PhraseFilter::skipped && skipped) ||
                            (filter == PhraseFilter::hits && hit) ||
                            (filter == PhraseFilter::misses && !skipped && at >= 0 && !hit);
        if (wanted && is_in_group(unit, group)) units.push_back(static_cast<int>(i));
    }
    return units;
}

}  // namespace gbs::app
