// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/benchmark_run.h"

#include <algorithm>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/base/text_lines.h"
#include "core/base/trace.h"
#include "core/detector/detector_heatmap.h"
#include "core/detector/ensemble.h"
#include "core/evaluation/map_measures.h"
#include "core/evaluation/pointing_game.h"
#include "core/evaluation/shape_check.h"
#include "core/tensor/cpu_workers.h"

namespace gbs {
namespace {

/// The first maximum in row-major order.
Peak first_maximum(const Heatmap& map) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < map.values().size(); ++i)
        if (map.values()[i] > map.values()[best]) best = i;
    const auto width = static_cast<std::size_t>(map.width());
    return {static_cast<int>(best % width), static_cast<int>(best / width), map.values()[best]};
}

/// Where the map points once it is resized to the image.
Peak find_peak(const Heatmap& map, bool plateau, int width, int height) {
    if (map.width() == width && map.height() == height)
        return plateau ? plateau_centroid(map) : first_maximum(map);
    return plateau ? plateau_centroid(map.resized(width, height)) : map.resized_peak(width, height);
}

/// A constant map points nowhere, unless it is the plateau of a box that covers the image.
bool is_silent(const Heatmap& map, bool plateau) {
    const auto [low, high] = std::ranges::minmax_element(map.values());
    return !(*high > *low) && !(plateau && *high > 0);
}

MapScore score_map(const Heatmap& map, bool plateau, const PhraseQuery& target, ExtraMeasures extra) {
    MapScore score;
    score.silent = is_silent(map, plateau);
    if (score.silent) return score;
    const Peak peak = find_peak(map, plateau, target.width, target.height);
    score.peak = peak;
    score.hit = is_pointing_hit(target, peak.x, peak.y);
    if (extra == ExtraMeasures::none) return score;
    const MapMeasures measures = measure_map(map, target);
    score.energy = measures.energy;
    score.box_hits = measures.box_hits;
    return score;
}

/// The average of a source's maps of paraphrases, at the size of the image; a phrase given twice counts twice.
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

/// What an error says about a photo, without its name, so that equal reasons are counted together.
std::string reason_of(const Error& error, const std::filesystem::path& photo) {
    const std::string text = error.what(), name = photo.string() + ": ";
    return "the photo cannot be read: " + (text.starts_with(name) ? text.substr(name.size()) : text);
}

}  // namespace

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

/// The units of one image.
struct BenchmarkRun::Group {
    std::vector<const PointingUnit*> units;
    std::vector<std::string> phrases;                    ///< of the units, without duplicates
    std::unordered_map<std::string, std::size_t> index;  ///< of a phrase
    std::size_t first_unit = 0;                          ///< number of the units of earlier images
    std::size_t first_phrase = 0;                        ///< number of their phrases

    void add(const PointingUnit& unit) {
        units.push_back(&unit);
        for (const auto& phrase : unit.phrases)
            if (index.emplace(phrase, phrases.size()).second) phrases.push_back(phrase);
    }
};

/// The maps of all sources for the phrases of one image.
struct BenchmarkRun::ImageMaps {
    const Group& group;
    std::vector<std::vector<MapResult>> maps;  ///< by map, then by phrase
    std::string failure;                       ///< why the image cannot be used, or empty
};

BenchmarkRun::BenchmarkRun(std::vector<std::shared_ptr<MapSource>> sources,
                           const std::vector<std::string>& ensembles, ExtraMeasures measures)
    : sources_(std::move(sources)), measures_(measures) {
    if (sources_.empty()) throw Error("nothing to score: name a model, boxes of a detector, or maps");
    const auto add = [&](const std::string& name, Recipe recipe) {
        if (std::ranges::find(names_, name) != names_.end())
            throw Error("two maps are named \"" + name + "\"; rename one with NAME=FILE");
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
                            "\"; available: " + join(single, ", "));
            recipe.members.push_back(static_cast<std::size_t>(found - single.begin()));
            recipe.plateau = recipe.plateau && recipes_[recipe.members.back()].plateau;
        }
        if (recipe.members.size() < 2)
            throw Error("ensemble \"" + ensemble +
                        "\": join at least two maps with +, such as mean+detector");
        add(ensemble, std::move(recipe));
    }
}

std::vector<BenchmarkRun::Group> BenchmarkRun::group_by_image(std::span<const PointingUnit> units) {
    std::vector<Group> groups;
    for (const auto& of_image : gbs::group_by_image(units)) {
        groups.emplace_back();
        for (const PointingUnit* unit : of_image) groups.back().add(*unit);
    }
    for (std::size_t i = 1; i < groups.size(); ++i) {
        groups[i].first_unit = groups[i - 1].first_unit + groups[i - 1].units.size();
        groups[i].first_phrase = groups[i - 1].first_phrase + groups[i - 1].phrases.size();
    }
    return groups;
}

Workers BenchmarkRun::workers(std::size_t images) const {
    const bool concurrent = std::ranges::all_of(sources_, [](const auto& one) { return one->concurrent(); });
    return concurrent ? cpu_workers(images) : Workers();
}

bool BenchmarkRun::needs_photo() const {
    return std::ranges::any_of(sources_, [](const auto& one) { return one->needs_photo(); });
}

MapRequest BenchmarkRun::make_request(const Group& group, const FindPhoto& photo) const {
    const PhraseQuery& first = group.units.front()->target;
    return {.image = first.image,
            .photo = needs_photo() ? photo(first.image) : std::nullopt,
            .width = first.width,
            .height = first.height,
            .phrases = group.phrases,
            .wording = group.units.front()->wording,
            .earlier = group.first_phrase};
}

BenchmarkRun::ImageMaps BenchmarkRun::request_maps(const Group& group, const MapRequest& request,
                                                   PhotoShapes& shapes, const std::stop_token& stop) const {
    ImageMaps image{group, {}, {}};
    try {
        if (request.photo)
            image.failure = shapes.find_fault(request.image, read_image_size(*request.photo),
                                              {request.width, request.height});
        else if (needs_photo())
            image.failure = "the photo is missing";
        if (!image.failure.empty()) return image;
        for (const auto& source : sources_)
            for (auto& maps : source->maps(request, stop)) image.maps.push_back(std::move(maps));
    } catch (const Error& error) {
        image.failure = reason_of(error, request.photo.value_or(request.image));
    }
    return image;
}

void BenchmarkRun::keep_maps(const MapRequest& request, const ImageMaps& image) const {
    if (!image.failure.empty()) return;
    std::span<const std::vector<MapResult>> maps(image.maps);
    for (const auto& source : sources_) {
        const std::size_t count = source->names().size();
        source->keep(request, maps.first(count));
        maps = maps.subspan(count);
    }
}

/// The maps of a unit in the order of `names_`. Stops at the first map that no paraphrase has and sets
/// `failure`. Without `full_size`, for units of one phrase and runs without ensembles, maps keep their size.
std::vector<Heatmap> BenchmarkRun::collect_maps(const PointingUnit& unit, const ImageMaps& image,
                                                bool full_size, std::string& failure) const {
    std::vector<Heatmap> maps(names_.size());
    for (std::size_t i = 0; i < image.maps.size(); ++i) {
        std::vector<const Heatmap*> paraphrases;
        for (const auto& phrase : unit.phrases) {
            const MapResult& result = image.maps[i][image.group.index.at(phrase)];
            if (const auto* map = std::get_if<Heatmap>(&result))
                paraphrases.push_back(map);
            else
                failure = std::get<MapFailure>(result).reason;
        }
        if (paraphrases.empty()) return maps;
        maps[i] =
            full_size ? average(paraphrases, unit.target.width, unit.target.height) : *paraphrases.front();
    }
    failure.clear();
    for (std::size_t i = image.maps.size(); i < names_.size(); ++i) {
        std::vector<const Heatmap*> members;
        for (const std::size_t member : recipes_[i].members) members.push_back(&maps[member]);
        maps[i] = combine_maps(members).map;
    }
    return maps;
}

UnitResult BenchmarkRun::score(const PointingUnit& unit, const ImageMaps& image) const {
    UnitResult result{unit, {}, image.failure};
    if (!result.skipped.empty()) return result;
    const bool full_size =
        measures_ == ExtraMeasures::all || unit.phrases.size() > 1 || names_.size() > image.maps.size();
    const auto maps = collect_maps(unit, image, full_size, result.skipped);
    if (!result.skipped.empty()) return result;
    for (std::size_t i = 0; i < names_.size(); ++i)
        result.scores.push_back(score_map(maps[i], recipes_[i].plateau, unit.target, measures_));
    return result;
}

std::vector<std::string> BenchmarkRun::run(std::span<const PointingUnit> units, const FindPhoto& photo,
                                           const std::function<void(UnitResult&&)>& take, std::size_t already,
                                           const std::function<void(std::size_t, std::size_t)>& progress,
                                           std::stop_token stop) const {
    const auto groups = group_by_image(units);
    std::vector<std::string> images;
    for (const auto& group : groups) images.push_back(group.units.front()->target.image);
    for (const auto& source : sources_) source->check_images(images);
    PhotoShapes shapes;
    // All phrases of an image, so that a resumed run gives a model the same batch: the last digits depend on it.
    const auto score_group = [&](std::size_t i, const std::stop_token& token) {
        const Group& group = groups[i];
        std::vector<UnitResult> results;
        if (group.first_unit + group.units.size() <= already) return results;
        const TraceSpan span("score photo");
        const MapRequest request = make_request(group, photo);
        const ImageMaps image = request_maps(group, request, shapes, token);
        keep_maps(request, image);
        const std::size_t before = already - std::min(already, group.first_unit);
        for (const PointingUnit* unit : std::span(group.units).subspan(before))
            results.push_back(score(*unit, image));
        return results;
    };
    std::size_t done = std::min(already, units.size());
    work_in_order(
        groups.size(), workers(groups.size()), score_group,
        [&](std::size_t, std::vector<UnitResult>&& results) {
            for (UnitResult& result : results) {
                take(std::move(result));
                ++done;
                if (progress) progress(done, units.size());
            }
        },
        stop);
    std::vector<std::string> warnings{shapes.warning()};
    for (const auto& source : sources_) warnings.push_back(source->warning());
    std::erase(warnings, "");
    return warnings;
}

std::vector<Heatmap> BenchmarkRun::make_maps(const PointingUnit& unit, const FindPhoto& photo,
                                             std::stop_token stop) const {
    Group group;
    group.add(unit);
    PhotoShapes ignored_shapes;
    const ImageMaps image = request_maps(group, make_request(group, photo), ignored_shapes, stop);
    if (!image.failure.empty()) throw Error(unit.target.image + ": " + image.failure);
    std::string ignored;
    return collect_maps(unit, image, true, ignored);
}

}  // namespace gbs
