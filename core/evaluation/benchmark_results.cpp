// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/benchmark_results.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/error.h"
#include "core/base/json_stream.h"
#include "core/base/json_text.h"
#include "core/base/json_values.h"
#include "core/base/line_reader.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::int64_t max_side = 1'000'000;

MapScore score_from_json(const json& value) {
    MapScore score;
    const json* peak = find_member(value, "peak");
    if (!peak || !peak->is_array() || peak->size() != 2) throw Error("a map without a peak");
    const auto x = to_integer((*peak)[0]), y = to_integer((*peak)[1]);
    if (!x || !y || *x < 0 || *y < 0 || *x > max_side || *y > max_side) throw Error("a map without a peak");
    score.peak = {static_cast<int>(*x), static_cast<int>(*y), static_cast<float>(get_number(value, "value"))};
    const json* hit = find_member(value, "hit");
    if (!hit || !hit->is_boolean()) throw Error("a map without \"hit\"");
    score.hit = hit->get<bool>();
    const json* silent = find_member(value, "silent");
    score.silent = silent && silent->is_boolean() && silent->get<bool>();
    score.energy = find_member(value, "energy") ? get_number(value, "energy") : 0;
    const json* box_hits = find_member(value, "box_hits");
    if (box_hits && box_hits->is_number_unsigned()) score.box_hits = box_hits->get<std::uint32_t>();
    return score;
}

Chance read_chance(const json& line) {
    const double share = get_number(line, "share");
    const json* center = find_member(line, "center");
    if (!(share >= 0 && share <= 1) || !center || !center->is_boolean())
        throw Error("a line about masks without \"share\" (0 to 1) or \"center\" (true or false)");
    return {share, center->get<bool>()};
}

/// The names of the maps with scores in a line.
std::vector<std::string> list_map_names(const json& line) {
    std::vector<std::string> names;
    if (const json* maps = find_member(line, "maps"); maps && maps->is_object())
        for (const auto& [name, map] : maps->items()) names.push_back(name);
    return names;
}

/// Whether a line of results is about the unit.
bool answers(json line, const PointingUnit& unit) {
    for (const char* scored : {"maps", "skipped", "share", "center"}) line.erase(scored);
    return json_text(line) == json_text(to_json({unit, {}, {}}, {}));
}

/// The result in a line of the journal, which must be about `unit`, if given.
std::optional<UnitResult> parse_result(const std::string& text, std::span<const std::string> names,
                                       const PointingUnit* unit) {
    const auto line = parse_json(text);
    if (!line || !line->is_object() || (unit && !answers(*line, *unit))) return {};
    try {
        return result_from_json(*line, names);
    } catch (const Error&) {
        return {};
    }
}

}  // namespace

json to_json(const UnitResult& result, std::span<const std::string> names) {
    const PhraseQuery& target = result.unit.target;
    json line{{"image", target.image},
              {"phrase", target.phrase},
              {"width", target.width},
              {"height", target.height},
              {"boxes", json::array()}};
    for (const auto& box : target.boxes) line["boxes"].push_back({box.x1, box.y1, box.x2, box.y2});
    if (result.unit.region == Region::masks) line["region"] = "masks";
    if (result.unit.phrases.size() > 1) line["phrases"] = result.unit.phrases;
    if (result.unit.wording != PhraseWording::as_written) line["wording"] = wording_name(result.unit.wording);
    if (!target.categories.empty()) line["types"] = target.categories;
    if (!target.entity.empty()) line["entity"] = target.entity;
    if (!result.skipped.empty()) line["skipped"] = result.skipped;
    if (result.masks_chance) {
        line["share"] = result.masks_chance->share;
        line["center"] = result.masks_chance->center;
    }
    for (std::size_t i = 0; i < result.scores.size(); ++i) {
        const MapScore& score = result.scores[i];
        json& map = line["maps"][names[i]];
        map = {{"peak", {score.peak.x, score.peak.y}},
               {"value", score.peak.value},
               {"hit", score.hit},
               {"energy", score.energy},
               {"box_hits", score.box_hits}};
        if (score.silent) map["silent"] = true;
    }
    return line;
}

UnitResult result_from_json(const json& line, std::span<const std::string> names) {
    UnitResult result;
    PhraseQuery& target = result.unit.target;
    target.image = get_text(line, "image");
    target.phrase = get_text(line, "phrase");
    target.width = get_side(line, "width");
    target.height = get_side(line, "height");
    target.entity = get_text(line, "entity");
    target.categories = get_texts(line, "types");
    result.skipped = get_text(line, "skipped");
    result.unit.phrases = get_texts(line, "phrases");
    if (result.unit.phrases.empty()) result.unit.phrases = {target.phrase};
    const std::string region = get_text(line, "region");
    if (!region.empty() && region != "masks") throw Error("a line with the region \"" + region + '"');
    result.unit.region = region.empty() ? Region::boxes : Region::masks;
    result.unit.wording = find_wording(get_text(line, "wording"));
    const json* boxes = find_member(line, "boxes");
    if (target.image.empty() || target.phrase.empty() || target.width < 1 || target.height < 1 || !boxes ||
        !boxes->is_array())
        throw Error("a line without image, phrase, size or boxes");
    for (const json& box : *boxes) {
        const auto [x1, y1, x2, y2] = get_four_numbers(&box);
        target.boxes.push_back({x1, y1, x2, y2});
    }
    if (!result.skipped.empty()) return result;
    if (result.unit.region == Region::masks) result.masks_chance = read_chance(line);
    const json* maps = find_member(line, "maps");
    for (const auto& name : names) {
        const json* map = maps ? find_member(*maps, name.c_str()) : nullptr;
        if (!map) throw Error("a line without the map \"" + name + "\"");
        result.scores.push_back(score_from_json(*map));
    }
    return result;
}

ResultJournal::ResultJournal(fs::path file, const json& heading, std::vector<std::string> names, bool resume,
                             const std::function<void(UnitResult&&)>& taken,
                             std::span<const PointingUnit> units)
    : names_(std::move(names)) {
    // Every line must be about the unit at its place: a line that was lost or written twice ends them.
    std::vector<const PointingUnit*> order;
    for (const auto& group : group_by_image(units)) order.insert(order.end(), group.begin(), group.end());
    std::size_t at = 0;
    const auto take = [&](const std::string& line) {
        if (!units.empty() && at >= order.size()) return false;
        auto result = parse_result(line, names_, units.empty() ? nullptr : order[at]);
        if (!result) return false;
        ++at;
        if (taken) taken(std::move(*result));
        return true;
    };
    journal_.emplace(std::move(file),
                     LineJournal::Contents{.heading = json_text(heading),
                                           .what = "results",
                                           .differs = "protocol, split, models, maps or limit differ",
                                           .again = "scored again"},
                     resume, take);
}

void ResultJournal::add(const UnitResult& result) {
    journal_->add(json_text(to_json(result, names_)));
}

void ResultJournal::finish() {
    journal_->finish();
}

ResultFile read_results(const fs::path& file) {
    ResultFile found;
    for_each_line(file, [&](std::size_t number, std::string_view text) {
        const auto line = parse_json(text);
        try {
            if (!line) throw Error("a line that is not valid JSON");
            if (found.names.empty()) found.names = list_map_names(*line);
            found.results.push_back(result_from_json(*line, found.names));
        } catch (const Error& error) {
            throw Error(file.string() + ", line " + std::to_string(number) + ": " + error.what() +
                        "; not a file of per-phrase results");
        }
    });
    if (found.names.empty()) throw Error(file.string() + ": contains no scored phrases");
    return found;
}

}  // namespace gbs
