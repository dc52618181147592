// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/benchmark_run.h"

#include <algorithm>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/base/joined_key.h"
#include "core/base/packed_json.h"
#include "core/base/shared_work.h"
#include "core/base/text_lines.h"
#include "core/base/trace.h"
#include "core/detector/detector_heatmap.h"
#include "core/detector/ensemble.h"
#include "core/evaluation/score_map.h"
#include "core/evaluation/shape_check.h"
#include "core/tensor/cpu_workers.h"

namespace gbs {
namespace {

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

/// What the processes of a team must agree on.
std::string BenchmarkRun::describe_work(std::span<const Group> groups, std::size_t already) {
    std::string text = std::to_string(already);
    for (const Group& group : groups) {
        text += joined_key({group.units.front()->target.image, std::to_string(group.phrases.size())});
        for (const std::string& phrase : group.phrases) text += joined_key({phrase});
    }
    return text;
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
    } catch (const BridgeEnded&) {
        throw;  // further photos would fail as well
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
    if (unit.region == Region::masks) result.masks_chance = find_chance(unit.target);
    for (std::size_t i = 0; i < names_.size(); ++i)
        result.scores.push_back(score_map(maps[i], recipes_[i].plateau, unit.target, measures_));
    return result;
}

std::vector<std::string> BenchmarkRun::run(std::span<const PointingUnit> units, const FindPhoto& photo,
                                           const std::function<void(UnitResult&&)>& take, std::size_t already,
                                           const std::function<void(std::size_t, std::size_t)>& progress,
                                           const WorkToken& token, Team& team) const {
    const auto groups = group_by_image(units);
    std::vector<std::string> images;
    for (const auto& group : groups) images.push_back(group.units.front()->target.image);
    for (const auto& source : sources_) source->check_images(images);
    PhotoShapes shapes;
    require_same_work(team, describe_work(groups, already));
    const auto remaining = [&](const Group& group) {
        const std::size_t before = already - std::min(already, group.first_unit);
        return std::span(group.units).subspan(std::min(before, group.units.size()));
    };
    // All phrases of an image, so that a resumed run gives a model the same batch: the last digits depend on it.
    const auto score_group = [&](std::size_t i, const std::stop_token& stop) {
        std::vector<UnitResult> results;
        const auto left = remaining(groups[i]);
        if (left.empty()) return results;
        const TraceSpan span("score photo");
        const MapRequest request = make_request(groups[i], photo);
        const ImageMaps image = request_maps(groups[i], request, shapes, stop);
        keep_maps(request, image);
        for (const PointingUnit* unit : left) results.push_back(score(*unit, image));
        return results;
    };
    std::size_t done = std::min(already, units.size());
    share_work(
        team, groups.size(), workers(groups.size()), score_group,
        [&](std::size_t, std::vector<UnitResult>&& results) {
            for (UnitResult& result : results) {
                take(std::move(result));
                ++done;
                if (progress) progress(done, units.size());
            }
        },
        ResultBytes<std::vector<UnitResult>>{pack_results,
                                             [&](std::size_t i, const std::string& bytes) {
                                                 return unpack_results(bytes, remaining(groups[i]));
                                             }},
        {}, token);
    return collect_warnings(shapes, team);
}

std::vector<std::string> BenchmarkRun::collect_warnings(const PhotoShapes& shapes, Team& team) const {
    std::vector<std::string> own{shapes.warning()}, all;
    for (const auto& source : sources_) own.push_back(source->warning());
    for (const std::string& bytes : team.gather(packed(own)))
        for (const std::string warning : unpacked(bytes))
            if (!warning.empty() && std::ranges::find(all, warning) == all.end()) all.push_back(warning);
    return all;
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
