// SPDX-License-Identifier: GPL-3.0-or-later

// The file formats of detector boxes.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/base/line_reader.h"
#include "core/base/text_lines.h"
#include "core/detector/detector_boxes.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// Why the line is skipped, or null.
const char* take_line(const json& line, DetectorBoxes& out) {
    const std::string image = get_text(line, "image"), phrase = get_text(line, "phrase"),
                      label = get_text(line, "label");
    const json* boxes = find_member(line, "boxes");
    const json* scores = find_member(line, "scores");
    const json* labels = find_member(line, "labels");
    const int width = get_side(line, "width"), height = get_side(line, "height");
    if (image.empty()) return "line without an image";
    if (!boxes || !boxes->is_array()) return "line without boxes";
    if (width < 0 || height < 0) return "line with an invalid image size";
    if (scores && (!scores->is_array() || scores->size() != boxes->size()))
        return "line with different numbers of scores and boxes";
    const bool by_label = phrase.empty() && label.empty();
    if (by_label && (!labels || !labels->is_array())) return "line without a phrase, label or labels";
    if (by_label && labels->size() != boxes->size()) return "line with different numbers of labels and boxes";
    const std::string name = phrase.empty() ? label : phrase;
    if (!by_label) out.add_answer(image, width, height, name, phrase.empty());
    for (std::size_t i = 0; i < boxes->size(); ++i) {
        const auto [x1, y1, x2, y2] = get_four_numbers(&(*boxes)[i]);
        const DetectorBox box{x1, y1, x2, y2, scores ? to_number((*scores)[i]) : 1};
        if (!by_label)
            out.add(image, width, height, name, phrase.empty(), box);
        else if ((*labels)[i].is_string() && !(*labels)[i].get_ref<const std::string&>().empty())
            out.add(image, width, height, (*labels)[i].get<std::string>(), true, box);
        else
            out.skip("box without a label");
    }
    return nullptr;
}

void read_jsonl(const fs::path& file, DetectorBoxes& out, const ByteProgress& progress,
                const std::stop_token& stop) {
    for_each_line(
        file,
        [&](std::size_t, std::string_view text) {
            if (trimmed(text).empty()) return;
            const auto line = parse_json(text);
            if (!line) return out.skip("line that is not valid JSON");
            if (const char* reason = take_line(*line, out)) out.skip(reason);
        },
        progress, stop);
}

struct CocoImage {
    std::string name;
    int width, height;
};

/// The images and categories that the ids of a COCO file refer to.
struct CocoNames {
    std::unordered_map<std::string, CocoImage> images;
    std::unordered_map<std::string, std::string> categories;
};

CocoNames read_coco_names(const fs::path& file, DetectorBoxes& out, const std::stop_token& stop) {
    CocoNames names;
    const std::vector<JsonElements> wanted{
        {{"images", "*"},
         {"id", "file_name", "width", "height"},
         [&](json& image) {
             const std::string id = get_id(image, "id"), name = get_text(image, "file_name");
             const int width = get_side(image, "width"), height = get_side(image, "height");
             if (id.empty() || name.empty() || width < 0 || height < 0)
                 return out.skip("instances image without id, file_name or a valid size");
             if (!names.images.emplace(id, CocoImage{name, width, height}).second)
                 out.skip("instances image with a duplicate id");
         }},
        {{"categories", "*"}, {"id", "name"}, [&](json& category) {
             const std::string id = get_id(category, "id"), name = get_text(category, "name");
             if (id.empty() || name.empty()) return out.skip("category without id or name");
             names.categories.emplace(id, name);
         }}};
    stream_json(file, wanted, {}, stop);
    if (names.images.empty() || names.categories.empty())
        throw Error(file.string() + ": this COCO instances file has no \"images\" or no \"categories\"");
    return names;
}

void take_coco(const json& entry, bool has_score, const CocoNames& names, DetectorBoxes& out) {
    const auto image = names.images.find(get_id(entry, "image_id"));
    if (image == names.images.end()) return out.skip("box with an unknown image_id");
    const auto category = names.categories.find(get_id(entry, "category_id"));
    if (category == names.categories.end()) return out.skip("box with an unknown category_id");
    const json* bbox = find_member(entry, "bbox");
    const auto [x, y, w, h] = get_four_numbers(bbox);
    out.add(image->second.name, image->second.width, image->second.height, category->second, true,
            {x, y, x + w, y + h, has_score ? get_number(entry, "score") : 1});
}

}  // namespace

DetectorBoxes read_detector_boxes(const fs::path& file, const fs::path& instances,
                                  const ByteProgress& progress, std::stop_token stop) {
    constexpr std::array<std::string_view, 16> keys{
        "image",  "phrase",   "boxes",       "scores", "label",    "labels",      "width",      "height",
        "images", "licenses", "annotations", "info",   "image_id", "category_id", "categories", "bbox"};
    const auto key = first_json_key(file, keys);
    const auto is_one_of = [&](std::initializer_list<std::string_view> names) {
        return key && std::ranges::find(names, *key) != names.end();
    };
    DetectorBoxes found;
    if (is_one_of({"image_id", "category_id", "bbox"})) {
        if (instances.empty())
            throw Error(file.string() +
                        ": COCO results need the instances file with their images and categories as well");
        const CocoNames names = read_coco_names(instances, found, stop);
        const std::vector<JsonElements> wanted{{{"*"},
                                                {"image_id", "category_id", "bbox", "score"},
                                                [&](json& entry) { take_coco(entry, true, names, found); }}};
        stream_json(file, wanted, progress, stop);
    } else if (is_one_of({"images", "annotations", "categories", "info", "licenses"})) {
        const CocoNames names = read_coco_names(file, found, stop);
        const std::vector<JsonElements> wanted{{{"annotations", "*"},
                                                {"image_id", "category_id", "bbox"},
                                                [&](json& entry) { take_coco(entry, false, names, found); }}};
        stream_json(file, wanted, progress, stop);
    } else {
        read_jsonl(file, found, progress, stop);
    }
    if (!found.images().empty()) return found;
    throw Error(file.string() + ": no usable boxes; supported are JSONL, COCO results and COCO instances" +
                (found.skipped().empty() ? "" : ": " + join_counts(found.skipped())));
}

}  // namespace gbs
