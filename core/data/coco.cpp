// SPDX-License-Identifier: GPL-3.0-or-later

// MS-COCO: class names as phrases with the boxes of instances_*.json, or the captions of captions_*.json as
// phrases, which have no boxes and can be viewed but not scored.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/data/benchmark_formats.h"
#include "core/data/box_checks.h"
#include "core/data/mask_json.h"
#include "core/data/split_lists.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct CocoImage {
    std::string name;
    int width, height;
    std::map<std::string, PhraseQuery> by_class;  ///< by category id
};

struct Coco {
    std::vector<CocoImage> images;
    std::unordered_map<std::string, std::size_t> index;
    std::unordered_map<std::string, std::pair<std::string, std::string>> categories;  ///< name, supercategory
    std::unordered_set<std::string> seen;
};

void take_image(const json& image, Coco& coco, QueryCollector& out) {
    const std::string id = get_id(image, "id"), name = get_text(image, "file_name");
    const int width = get_side(image, "width"), height = get_side(image, "height");
    if (id.empty() || name.empty() || width <= 0 || height <= 0)
        return out.skip("image without id, file_name or a valid size");
    if (!coco.index.emplace(id, coco.images.size()).second) return out.skip("image with a duplicate id");
    coco.images.push_back({name, width, height, {}});
}

void take_instance(const json& thing, Coco& coco, QueryCollector& out) {
    const auto image = coco.index.find(get_id(thing, "image_id"));
    if (image == coco.index.end()) return out.skip("annotation of an unknown image");
    if (!coco.seen.insert(get_id(thing, "id")).second) return out.skip("annotation with a duplicate id");
    if (get_number(thing, "iscrowd") == 1) return out.skip("crowd annotation");
    CocoImage& found = coco.images[image->second];
    const auto [x, y, w, h] = get_four_numbers(find_member(thing, "bbox"));
    if (const char* fault = find_size_fault(w, h)) return out.skip(fault);
    BoundingBox box = box_from_xywh(x, y, w, h);
    // COCO's boxes are fractional and may extend past the edge by less than a pixel.
    if (box.x1 > 0) box.x1 = std::max(box.x1, 1.0);
    if (box.y1 > 0) box.y1 = std::max(box.y1, 1.0);
    if (box.x2 < found.width + 1) box.x2 = std::min(box.x2, double(found.width));
    if (box.y2 < found.height + 1) box.y2 = std::min(box.y2, double(found.height));
    if (const char* fault = find_fault(box, found.width, found.height)) return out.skip(fault);
    auto& query = found.by_class[get_id(thing, "category_id")];
    query.boxes.push_back(box);
    if (out.wants_masks())
        query.masks.push_back(
            read_coco_mask(find_member(thing, "segmentation"), found.width, found.height, out));
}

void read_classes(const ReaderInput& input, Coco& coco, QueryCollector& out) {
    // Annotations may come before the images and categories, so the file is read twice.
    const std::vector<JsonElements> names{
        {{"images", "*"},
         {"id", "file_name", "width", "height"},
         [&](json& image) { take_image(image, coco, out); }},
        {{"categories", "*"}, {"id", "name", "supercategory"}, [&](json& category) {
             coco.categories.emplace(get_id(category, "id"), std::pair(get_text(category, "name"),
                                                                       get_text(category, "supercategory")));
         }}};
    stream_json(input.split.file, names, {}, input.stop);
    std::vector<std::string> keys{"id", "image_id", "category_id", "bbox", "iscrowd"};
    if (out.wants_masks()) keys.insert(keys.end(), {"segmentation", "counts", "size"});
    const std::vector<JsonElements> things{
        {{"annotations", "*"}, keys, [&](json& thing) { take_instance(thing, coco, out); }}};
    stream_json(input.split.file, things, input.progress, input.stop);
    for (auto& image : coco.images)
        for (auto& [id, query] : image.by_class) {
            const auto category = coco.categories.find(id);
            if (category == coco.categories.end()) {
                out.skip("annotation of an unknown category", query.boxes.size());
                continue;
            }
            query.image = image.name;
            query.width = image.width;
            query.height = image.height;
            query.phrase = category->second.first;
            query.entity = id;
            if (!category->second.second.empty()) query.categories = {category->second.second};
            out.add(std::move(query));
        }
}

void read_captions(const ReaderInput& input, Coco& coco, QueryCollector& out) {
    const std::vector<JsonElements> images{{{"images", "*"},
                                            {"id", "file_name", "width", "height"},
                                            [&](json& image) { take_image(image, coco, out); }}};
    stream_json(input.split.file, images, {}, input.stop);
    const std::vector<JsonElements> captions{
        {{"annotations", "*"}, {"id", "image_id", "caption"}, [&](json& caption) {
             const auto image = coco.index.find(get_id(caption, "image_id"));
             if (image == coco.index.end()) return out.skip("caption of an unknown image");
             if (!coco.seen.insert(get_id(caption, "id")).second)
                 return out.skip("caption with a duplicate id");
             const CocoImage& found = coco.images[image->second];
             out.add({found.name, found.width, found.height, get_text(caption, "caption"), {}});
         }}};
    stream_json(input.split.file, captions, input.progress, input.stop);
}

}  // namespace

bool recognize_coco(BenchmarkFolder& about) {
    std::vector<BenchmarkSplit> captions;
    for (const auto& file : about.index->others()) {
        const std::string stem = file.stem().string();
        if (file.extension() != ".json") continue;
        if (stem.starts_with("instances_")) about.splits.push_back({stem.substr(10), file, "classes"});
        if (stem.starts_with("captions_"))
            captions.push_back({"captions " + stem.substr(9), file, "captions"});
    }
    if (about.splits.empty() && captions.empty()) return false;
    if (about.splits.empty())
        about.missing.push_back(
            "instances_*.json with the boxes is missing: captions can be viewed but not scored.");
    std::ranges::stable_sort(about.splits, {},
                             [](const auto& split) { return split.name.starts_with("train"); });
    about.splits.insert(about.splits.end(), captions.begin(), captions.end());
    for (const auto& split : about.splits) about.files.push_back(split.file);
    return true;
}

void read_coco(const ReaderInput& input, QueryCollector& out) {
    Coco coco;
    if (input.split.key == "captions")
        read_captions(input, coco, out);
    else
        read_classes(input, coco, out);
}

}  // namespace gbs
