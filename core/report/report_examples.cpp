// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/report_examples.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/fnv_hash.h"
#include "core/image/overlay.h"
#include "core/report/html.h"

namespace gbs {
namespace {

std::uint64_t hash_target(const PhraseQuery& target) {
    return fnv_hash(target.image + '\n' + target.phrase);
}

void draw_boxes(Image& picture, const PhraseQuery& target) {
    const double fx = static_cast<double>(picture.width) / target.width;
    const double fy = static_cast<double>(picture.height) / target.height;
    for (const BoundingBox& box : target.boxes)
        draw_box(picture, (box.x1 - 1) * fx, (box.y1 - 1) * fy, box.x2 * fx, box.y2 * fy, 2);
}

Image draw_example(const PreparedBenchmark& prepared, const UnitResult& result, std::size_t map, int side,
                   const std::stop_token& stop) {
    const auto find = [&](const std::string& image) { return prepared.benchmark.photo(image); };
    const auto photo = find(result.unit.target.image);
    if (!photo) throw Error("the photo is missing");
    const auto maps = prepared.run.make_maps(result.unit, find, stop);
    const Image small = thumbnail(load_image(*photo), side);
    const Peak& peak = result.scores[map].peak;
    const PhraseQuery& target = result.unit.target;
    const Peak small_peak{static_cast<int>((peak.x + 0.5) * small.width / target.width),
                          static_cast<int>((peak.y + 0.5) * small.height / target.height), peak.value};
    const MapLook look;
    const ValueRange range = color_limits(look, resized_range(maps[map], small.width, small.height), {});
    Image picture = overlay(small, maps[map].resized(small.width, small.height), small_peak, look, range);
    draw_boxes(picture, target);
    return picture;
}

}  // namespace

void ExampleChooser::add(const UnitResult& result) {
    if (!result.skipped.empty()) return;
    Kept& kept = result.scores[map_].hit ? hits_ : misses_;
    const std::uint64_t hash = hash_target(result.unit.target);
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

}  // namespace gbs
