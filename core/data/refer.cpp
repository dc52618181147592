// SPDX-License-Identifier: GPL-3.0-or-later

// ReferIt (RefCLEF), RefCOCO, RefCOCO+ and RefCOCOg as distributed with the authors' `refer` tools:
// instances.json in COCO's format and the pickle refs(AUTHOR).p. Reading a pickle can run code, so
// packaging/convert_refer.py converts it to refs(AUTHOR).json.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/foreign_paths.h"
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

bool is_refs(const fs::path& file, const char* ending) {
    return file.filename().string().starts_with("refs(") && file.extension() == ending;
}

/// "unc" of "refs(unc).json".
std::string find_author(const fs::path& file) {
    const std::string stem = file.stem().string();
    return stem.substr(5, stem.find(')') - 5);
}

std::set<std::string> list_splits(const fs::path& file) {
    std::set<std::string> names;
    const std::vector<JsonElements> wanted{{{"*"}, {"split"}, [&](json& ref) {
                                                const std::string name = get_text(ref, "split");
                                                if (!name.empty() && names.size() < 100) names.insert(name);
                                            }}};
    stream_json(file, wanted);
    return names;
}

int reference_split_order(const std::string& split) {
    if (split.starts_with("test")) return 0;
    return split == "val" ? 1 : 2;
}

struct Instances {
    struct Picture {
        std::string name;
        int width, height;
    };
    struct Thing {
        BoundingBox box;
        BoundingBox annotated;
        const char* fault;  ///< of its width and height, or null
        std::string category;
        std::shared_ptr<const Mask> mask{};  ///< if wanted and known
    };
    std::unordered_map<std::string, Picture> pictures;
    std::unordered_map<std::string, Thing> things;  ///< by annotation
    std::unordered_map<std::string, std::string> categories;
};

Instances read_instances(const ReaderInput& input, QueryCollector& out) {
    Instances found;
    const std::vector<JsonElements> wanted{
        {{"images", "*"},
         {"id", "file_name", "width", "height"},
         [&](json& image) {
             const std::string id = get_id(image, "id"), name = get_text(image, "file_name");
             const int width = get_side(image, "width"), height = get_side(image, "height");
             if (id.empty() || name.empty() || width <= 0 || height <= 0)
                 return out.skip("image without id, file_name or a valid size");
             if (!found.pictures.emplace(id, Instances::Picture{name, width, height}).second)
                 out.skip("image with a duplicate id");
         }},
        {{"annotations", "*"},
         {"id", "bbox", "category_id"},
         [&](json& thing) {
             const auto [x, y, w, h] = get_four_numbers(find_member(thing, "bbox"));
             const bool is_new =
                 found.things
                     .emplace(get_id(thing, "id"), Instances::Thing{box_from_xywh(x, y, w, h),
                                                                    {x, y, x + w, y + h},
                                                                    find_size_fault(w, h),
                                                                    get_id(thing, "category_id")})
                     .second;
             if (!is_new) out.skip("annotation with a duplicate id");
         }},
        {{"categories", "*"}, {"id", "name"}, [&](json& category) {
             found.categories.emplace(get_id(category, "id"), get_text(category, "name"));
         }}};
    stream_json(input.about.files.at(0), wanted, input.progress, input.stop);
    return found;
}

/// Reads the masks, for which the sizes of the images must be known.
void read_masks(const ReaderInput& input, Instances& instances, QueryCollector& out) {
    std::unordered_set<std::string> seen;
    const std::vector<JsonElements> wanted{
        {{"annotations", "*"}, {"id", "image_id", "segmentation", "counts", "size"}, [&](json& annotation) {
             const auto thing = instances.things.find(get_id(annotation, "id"));
             const auto picture = instances.pictures.find(get_id(annotation, "image_id"));
             if (thing == instances.things.end() || picture == instances.pictures.end()) return;
             if (!seen.insert(thing->first).second) return;  // the box is that of the first one, too
             thing->second.mask = read_coco_mask(find_member(annotation, "segmentation"),
                                                 picture->second.width, picture->second.height, out);
         }}};
    stream_json(input.about.files.at(0), wanted, {}, input.stop);
}

/// Clips up to two pixels past the edge, which come from rounding in the source of the boxes.
BoundingBox clip_rounding(const BoundingBox& box, int width, int height) {
    constexpr double tolerance = 2;
    BoundingBox cut = box;
    if (cut.x1 < 1 && cut.x1 >= 1 - tolerance) cut.x1 = 1;
    if (cut.y1 < 1 && cut.y1 >= 1 - tolerance) cut.y1 = 1;
    if (cut.x2 > width && cut.x2 <= width + tolerance) cut.x2 = width;
    if (cut.y2 > height && cut.y2 <= height + tolerance) cut.y2 = height;
    return cut;
}

void take_ref(const json& ref, const Instances& instances, QueryCollector& out) {
    const auto picture = instances.pictures.find(get_id(ref, "image_id"));
    if (picture == instances.pictures.end()) return out.skip("reference of an unknown image");
    const std::string annotation = get_id(ref, "ann_id");
    const auto thing = instances.things.find(annotation);
    const json* sentences = find_member(ref, "sentences");
    if (!sentences || !sentences->is_array()) return out.skip("reference without sentences");
    PhraseQuery query{picture->second.name, picture->second.width, picture->second.height, {}, {}};
    query.entity = annotation;
    if (thing == instances.things.end()) return out.skip("reference to an unknown annotation");
    if (thing->second.fault) return out.skip(thing->second.fault);
    const BoundingBox box = clip_rounding(thing->second.box, query.width, query.height);
    if (const char* fault = find_fault(box, query.width, query.height)) return out.skip(fault);
    query.boxes = {box};
    query.annotated = {thing->second.annotated};
    if (out.wants_masks()) query.masks = {thing->second.mask};
    const auto category = instances.categories.find(thing->second.category);
    if (category != instances.categories.end()) query.categories = {category->second};
    for (const json& sentence : *sentences) {
        query.phrase = get_text(sentence, "sent");
        if (query.phrase.empty()) query.phrase = get_text(sentence, "raw");
        out.add(query);
    }
}

}  // namespace

bool recognize_refer(BenchmarkFolder& about) {
    std::vector<fs::path> refs, pickles;
    for (const auto& file : about.index->others()) {
        if (is_refs(file, ".json")) refs.push_back(file);
        if (is_refs(file, ".p") && !path_exists(fs::path(file).replace_extension(".json")))
            pickles.push_back(file);
    }
    if (refs.empty() && pickles.empty()) return false;
    const fs::path folder = (refs.empty() ? pickles : refs).front().parent_path();
    for (const auto& file : refs)
        if (file.parent_path() != folder)
            throw Error(about.folder.string() + ": contains more than one set of references (" +
                        folder.filename().string() + " and " + file.parent_path().filename().string() +
                        "); open one of them, with its photos below or linked into that folder");
    about.title += " (" + folder.filename().string() + ")";
    about.files = {folder / "instances.json"};
    if (!path_exists(about.files.front()))
        about.missing.push_back("instances.json with the boxes is missing next to the references.");
    for (const auto& file : pickles)
        about.missing.push_back(file.filename().string() +
                                " is a pickle, which is not read because it can run code; convert it with: "
                                "python3 packaging/convert_refer.py \"" +
                                file.parent_path().string() + "\"");
    for (const auto& file : refs)
        for (const auto& name : list_splits(file))
            about.splits.push_back({refs.size() > 1 ? find_author(file) + ":" + name : name, file, name});
    for (const auto& list : find_split_lists(*about.index))
        if (!refs.empty() && list.key.empty()) about.splits.push_back({"list:" + list.name, list.file, {}});
    std::ranges::stable_sort(about.splits, {},
                             [](const auto& split) { return reference_split_order(split.key); });
    if (about.splits.empty()) about.splits.push_back({"all", {}, {}});
    return true;
}

void read_refer(const ReaderInput& input, QueryCollector& out) {
    const bool by_list = input.split.key.empty() && !input.split.file.empty();
    fs::path refs = input.split.file;
    if (by_list || refs.empty())
        for (const auto& file : input.about.index->others())
            if (is_refs(file, ".json")) {
                refs = file;
                break;
            }
    auto images = by_list ? read_split_images(input.split) : std::nullopt;
    Instances instances = read_instances(input, out);
    if (out.wants_masks()) read_masks(input, instances, out);
    std::unordered_set<std::string> seen;
    const std::vector<JsonElements> wanted{
        {{"*"}, {"ref_id", "ann_id", "image_id", "split", "sentences", "sent", "raw"}, [&](json& ref) {
             if (!input.split.key.empty() && get_text(ref, "split") != input.split.key) return;
             if (images && !images->contains(get_id(ref, "image_id"))) return;
             if (!seen.insert(get_id(ref, "ref_id")).second) return out.skip("reference with a duplicate id");
             take_ref(ref, instances, out);
         }}};
    stream_json(refs, wanted, input.progress, input.stop);
}

}  // namespace gbs
