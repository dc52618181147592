// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/benchmark_run.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/base/text_lines.h"
#include "core/detector/detector_heatmap.h"
#include "core/evaluation/map_measures.h"
#include "core/evaluation/pointing_game.h"

namespace gbs {
namespace {

bool is_zero(const Heatmap& map) {
    return std::ranges::none_of(map.values(), [](float value) { return value > 0; });
}

/// The first maximum in row-major order.
Peak first_maximum(const Heatmap& map) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < map.values().size(); ++i)
        if (map.values()[i] > map.values()[best]) best = i;
    const auto width = static_cast<std::size_t>(map.width());
    return {static_cast<int>(best % width), static_cast<int>(best / width), map.values()[best]};
}

/// The average of a source's maps of paraphrases, at the size of the image.
Heatmap average(const std::vector<const Heatmap*>& maps, int width, int height) {
    const auto at_size = [&](const Heatmap& map) {
        return map.width() == width && map.height() == height ? map : map.resized(width, height);
    };
    if (maps.size() == 1) return at_size(*maps.front());
    std::vector<float> sum(static_cast<std::size_t>(width) * height, 0.0F);
    for (const Heatmap* map : maps) {
        const Heatmap full = at_size(*map);
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += full.values()[i];
    }
    for (float& value : sum) value /= static_cast<float>(maps.size());
    return {width, height, std::move(sum)};
}

/// Units of one image together, images in the order in which they first appear.
std::vector<std::vector<const PointingUnit*>> group_by_image(std::span<const PointingUnit> units) {
    std::vector<std::vector<const PointingUnit*>> groups;
    std::unordered_map<std::string, std::size_t> index;
    for (const PointingUnit& unit : units) {
        const auto [found, added] = index.try_emplace(unit.target.image, groups.size());
        if (added) groups.emplace_back();
        groups[found->second].push_back(&unit);
    }
    return groups;
}

}  // namespace

/// What the sources said about the phrases of one image.
struct BenchmarkRun::Answers {
    std::unordered_map<std::string, std::size_t> index;  ///< of a phrase
    std::vector<std::vector<MapAnswer>> maps;            ///< by map, then by phrase
    std::string why;                                     ///< not empty where the image cannot be used
};

BenchmarkRun::BenchmarkRun(std::vector<std::shared_ptr<MapSource>> sources,
                           const std::vector<std::string>& ensembles)
    : sources_(std::move(sources)) {
    if (sources_.empty())
        throw Error("there is nothing to score: name a model, boxes of a detector, or maps");
    const auto add = [&](const std::string& name, Recipe recipe) {
        if (std::ranges::find(names_, name) != names_.end())
            throw Error("two maps have the name \"" + name + "\"; give one of them another by NAME=FILE");
        names_.push_back(name);
        recipes_.push_back(std::move(recipe));
    };
    for (const auto& source : sources_)
        for (const auto& name : source->names()) add(name, {{names_.size()}, source->has_plateaus()});
    const std::vector<std::string> single = names_;
    for (const auto& ensemble : ensembles) {
        Recipe recipe{{}, true};
        for (const auto part : split_columns(ensemble, static_cast<std::size_t>(-1), '+')) {
            const auto found = std::ranges::find(single, trimmed(part));
            if (found == single.end())
                throw Error("ensemble \"" + ensemble + "\": there is no map \"" + std::string(trimmed(part)) +
                            "\"; there are " + join(single, ", "));
            recipe.members.push_back(static_cast<std::size_t>(found - single.begin()));
            recipe.plateau = recipe.plateau && recipes_[recipe.members.back()].plateau;
        }
        if (recipe.members.size() < 2)
            throw Error("ensemble \"" + ensemble + "\": join at least two maps by +, like mean+detector");
        add(ensemble, std::move(recipe));
    }
}

BenchmarkRun::Answers BenchmarkRun::ask(std::span<const PointingUnit* const> units, const FindPhoto& photo,
                                        const std::stop_token& stop) const {
    Answers answers;
    std::vector<std::string> phrases;
    for (const PointingUnit* unit : units)
        for (const auto& phrase : unit->phrases)
            if (answers.index.emplace(phrase, phrases.size()).second) phrases.push_back(phrase);
    const PhraseQuery& first = units.front()->target;
    const bool needs_photo =
        std::ranges::any_of(sources_, [](const auto& one) { return one->needs_photo(); });
    const MapRequest request{first.image, needs_photo ? photo(first.image) : std::nullopt, first.width,
                             first.height, phrases};
    if (needs_photo && !request.photo) {
        answers.why = "the photo is not there";
        return answers;
    }
    try {
        for (const auto& source : sources_)
            for (auto& maps : source->maps(request, stop)) answers.maps.push_back(std::move(maps));
    } catch (const Error&) {
        answers.why = "the photo cannot be read";
    }
    return answers;
}

std::vector<Heatmap> BenchmarkRun::full_maps(const PointingUnit& unit, const Answers& answers,
                                             std::string& why) const {
    std::vector<Heatmap> maps(names_.size());
    for (std::size_t i = 0; i < answers.maps.size(); ++i) {
        std::vector<const Heatmap*> paraphrases;
        for (const auto& phrase : unit.phrases) {
            const MapAnswer& answer = answers.maps[i][answers.index.at(phrase)];
            if (answer.map.empty())
                why = answer.why;
            else
                paraphrases.push_back(&answer.map);
        }
        if (paraphrases.empty()) return maps;
        maps[i] = average(paraphrases, unit.target.width, unit.target.height);
    }
    why.clear();
    for (std::size_t i = answers.maps.size(); i < names_.size(); ++i) {
        std::vector<const Heatmap*> members;
        for (const std::size_t member : recipes_[i].members) members.push_back(&maps[member]);
        maps[i] = geometric_mean_of(members);
    }
    return maps;
}

UnitResult BenchmarkRun::score(const PointingUnit& unit, const Answers& answers) const {
    UnitResult result{unit, {}, answers.why};
    if (!result.skipped.empty()) return result;
    const auto maps = full_maps(unit, answers, result.skipped);
    if (!result.skipped.empty()) return result;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        MapScore score;
        score.silent = is_zero(maps[i]);
        if (!score.silent) {
            score.peak = recipes_[i].plateau ? plateau_centroid(maps[i]) : first_maximum(maps[i]);
            score.hit = is_pointing_hit(unit.target, score.peak.x, score.peak.y);
            const MapMeasures measures = measure_map(maps[i], unit.target);
            score.energy = measures.energy;
            score.box_hits = measures.box_hits;
        }
        result.scores.push_back(score);
    }
    return result;
}

void BenchmarkRun::run(std::span<const PointingUnit> units, const FindPhoto& photo,
                       const std::function<void(UnitResult&&)>& take, std::size_t already,
                       const std::function<void(std::size_t, std::size_t)>& progress,
                       std::stop_token stop) const {
    std::size_t done = 0;
    for (const auto& group : group_by_image(units)) {
        if (stop.stop_requested()) throw Cancelled();
        std::span<const PointingUnit* const> left(group);
        const std::size_t before = std::min(left.size(), already - std::min(already, done));
        left = left.subspan(before);
        done += before;
        if (left.empty()) continue;
        // All phrases of the image, so that a resumed run asks a model for the same batch: another one gives
        // numbers that differ in the last digits.
        const Answers answers = ask(group, photo, stop);
        for (const PointingUnit* unit : left) {
            take(score(*unit, answers));
            ++done;
            if (progress) progress(done, units.size());
        }
    }
}

std::vector<Heatmap> BenchmarkRun::maps_of(const PointingUnit& unit, const FindPhoto& photo,
                                           std::stop_token stop) const {
    const PointingUnit* one = &unit;
    const Answers answers = ask(std::span(&one, 1), photo, stop);
    if (!answers.why.empty()) throw Error(unit.target.image + ": " + answers.why);
    std::string why;
    return full_maps(unit, answers, why);
}

Heatmap geometric_mean_of(std::span<const Heatmap* const> maps) {
    std::vector<float> values = maps.front()->values();
    for (const Heatmap* map : maps.subspan(1)) {
        if (map->width() != maps.front()->width() || map->height() != maps.front()->height())
            throw Error("the geometric mean needs heatmaps of one size");
        for (std::size_t i = 0; i < values.size(); ++i) values[i] *= map->values()[i];
    }
    const double root = 1.0 / static_cast<double>(maps.size());
    for (float& value : values)
        value =
            value > 0 ? maps.size() == 2 ? std::sqrt(value) : static_cast<float>(std::pow(value, root)) : 0;
    Heatmap mean(maps.front()->width(), maps.front()->height(), std::move(values));
    if (!is_zero(mean)) return mean;
    const auto first = std::ranges::find_if(maps, [](const Heatmap* map) { return !is_zero(*map); });
    return first == maps.end() ? mean : **first;
}

}  // namespace gbs
