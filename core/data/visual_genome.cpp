// SPDX-License-Identifier: GPL-3.0-or-later

// Visual Genome: region_descriptions.json (5.4 million phrases with one box each) and
// image_data.json (sizes).
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/data/benchmark_formats.h"
#include "core/data/box_checks.h"
#include "core/data/split_lists.h"

namespace gbs {
namespace {

using nlohmann::json;

using Sizes = std::unordered_map<std::string, std::pair<int, int>>;

Sizes read_sizes(const ReaderInput& input, std::optional<SplitImages>& split, QueryCollector& out) {
    Sizes sizes;
    const std::vector<JsonElements> wanted{{{"*"}, {"image_id", "id", "width", "height"}, [&](json& image) {
                                                std::string id = get_id(image, "image_id");
                                                if (id.empty()) id = get_id(image, "id");
                                                const int width = get_side(image, "width"),
                                                          height = get_side(image, "height");
                                                if (split && !split->contains(id)) return;
                                                if (id.empty() || width <= 0 || height <= 0)
                                                    out.skip("image without id or a valid size");
                                                else if (!sizes.emplace(id, std::pair(width, height)).second)
                                                    out.skip("image with a duplicate id");
                                            }}};
    stream_json(input.about.files.at(1), wanted, {}, input.stop);
    return sizes;
}

/// Clips a box at the image's edges.
void clip(BoundingBox& box, int width, int height, QueryCollector& out) {
    const BoundingBox inside{std::max(box.x1, 1.0), std::max(box.y1, 1.0), std::min(box.x2, double(width)),
                             std::min(box.y2, double(height))};
    const bool overlaps = inside.x1 < inside.x2 && inside.y1 < inside.y2;
    const bool same =
        inside.x1 == box.x1 && inside.y1 == box.y1 && inside.x2 == box.x2 && inside.y2 == box.y2;
    if (!overlaps || same) return;
    box = inside;
    out.adjust("box clipped at the image's edge");
}

}  // namespace

bool recognize_visual_genome(BenchmarkFolder& about) {
    const auto regions = about.index->file("region_descriptions.json");
    const auto images = about.index->file("image_data.json");
    if (!regions && !(images && about.index->subfolder("VG_100K"))) return false;
    if (!regions)
        about.missing.push_back(
            "region_descriptions.json is missing: unpack region_descriptions.json.zip of Visual Genome.");
    if (!images)
        about.missing.push_back(
            "image_data.json with the image sizes is missing: unpack image_data.json.zip of Visual Genome.");
    about.files = {regions.value_or(""), images.value_or("")};
    about.splits = find_split_lists(*about.index);
    if (about.splits.empty())
        about.missing.push_back(
            "A list of splits is missing: put densecap_splits.json of DenseCap, or the splits of Akbari et "
            "al. converted by packaging/convert_refer.py, into the folder; without it only all images can "
            "be scored.");
    about.splits.push_back({"all", {}, {}});
    return true;
}

void read_visual_genome(const ReaderInput& input, QueryCollector& out) {
    auto split = read_split_images(input.split);
    const Sizes sizes = read_sizes(input, split, out);
    std::unordered_set<std::string> seen;
    const std::vector<JsonElements> wanted{
        {{"*", "regions", "*"},
         {"region_id", "image_id", "phrase", "x", "y", "width", "height"},
         [&](json& region) {
             const std::string image = get_id(region, "image_id");
             if (split && !split->contains(image)) return;
             const auto size = sizes.find(image);
             if (size == sizes.end()) return out.skip("region of an image without size");
             const std::string id = get_id(region, "region_id");
             if (id.empty()) return out.skip("region without id");
             if (!seen.insert(id).second) return out.skip("region with a duplicate id");
             const auto [width, height] = size->second;
             const double w = get_number(region, "width"), h = get_number(region, "height");
             const double x = get_number(region, "x"), y = get_number(region, "y");
             BoundingBox box = box_from_xywh(x, y, w, h);
             if (const char* fault = find_size_fault(w, h)) return out.skip(fault);
             if (std::isfinite(box.x1 + box.y1 + box.x2 + box.y2)) clip(box, width, height, out);
             if (const char* fault = find_fault(box, width, height)) return out.skip(fault);
             PhraseQuery query{image + ".jpg", width, height, get_text(region, "phrase"), {box}};
             query.annotated = {{x, y, x + w, y + h}};
             out.add(std::move(query));
         }}};
    const auto counts = stream_json(input.about.files.at(0), wanted, input.progress, input.stop);
    if (counts.front() == 0) throw Error(input.about.files.at(0).string() + ": no \"regions\" of images");
}

}  // namespace gbs
