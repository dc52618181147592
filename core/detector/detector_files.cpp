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
#include "core/data/drawn_labels.h"
#include "core/detector/detector_boxes.h"
#include "core/detector/detector_lines.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

void read_jsonl(const fs::path& file, DetectorBoxes& out, const ByteProgress& progress,
                const std::stop_token& stop) {
    DetectorLines lines(out, file.string());
    for_each_line(
        file,
        [&](std::size_t number, std::string_view text) {
            if (trimmed(text).empty()) return;
            const auto line = parse_json(text);
            if (!line) return out.skip("line that is not valid JSON");
            lines.take(*line, "line " + std::to_string(number));
        },
        progress, stop);
    lines.finish();
}

void read_list(const fs::path& file, DetectorBoxes& out, const ByteProgress& progress,
               const std::stop_token& stop) {
    DetectorLines lines(out, file.string());
    std::size_t number = 0;
    const std::vector<JsonElements> wanted{
        {{"*"}, {}, [&](json& entry) { lines.take(entry, "entry " + std::to_string(++number)); }}};
    stream_json(file, wanted, progress, stop);
    lines.finish();
}

/// Whether the file is one JSON list, not lines of objects.
bool is_list(const fs::path& file) {
    return trimmed(read_first_line(file)).starts_with('[');
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

void take_labels(const DrawnLabels& labels, DetectorBoxes& out) {
    for (std::size_t i = 0; i < labels.queries.size(); ++i) {
        const PhraseQuery& query = labels.queries[i];
        for (std::size_t k = 0; k < query.boxes.size(); ++k) {
            const auto [x1, y1, x2, y2] = query.boxes[k];
            out.add(query.image, query.width, query.height, query.phrase, true,
                    {x1 - 1, y1 - 1, x2, y2, labels.scores[i][k]});
        }
    }
    for (const auto& [reason, count] : labels.skipped) out.skip(reason, count);
}

void read_file(const fs::path& file, const fs::path& instances, DetectorBoxes& found,
               const ByteProgress& progress, const std::stop_token& stop) {
    constexpr std::array<std::string_view, 12> keys{"image",    "file_name",   "phrase",      "label",
                                                    "boxes",    "images",      "licenses",    "info",
                                                    "image_id", "category_id", "annotations", "categories"};
    const auto key = first_json_key(file, keys);
    const auto is_one_of = [&](std::initializer_list<std::string_view> names) {
        return key && std::ranges::find(names, *key) != names.end();
    };
    const bool list = is_list(file);
    if (list && is_one_of({"image_id", "category_id"})) {
        if (instances.empty())
            throw Error(file.string() +
                        ": COCO results need the instances file with their images and categories as well");
        const CocoNames names = read_coco_names(instances, found, stop);
        const std::vector<JsonElements> wanted{{{"*"},
                                                {"image_id", "category_id", "bbox", "score"},
                                                [&](json& entry) { take_coco(entry, true, names, found); }}};
        stream_json(file, wanted, progress, stop);
    } else if (!list && is_one_of({"images", "annotations", "categories", "info", "licenses"})) {
        const CocoNames names = read_coco_names(file, found, stop);
        const std::vector<JsonElements> wanted{{{"annotations", "*"},
                                                {"image_id", "category_id", "bbox"},
                                                [&](json& entry) { take_coco(entry, false, names, found); }}};
        stream_json(file, wanted, progress, stop);
    } else if (list) {
        read_list(file, found, progress, stop);
    } else {
        read_jsonl(file, found, progress, stop);
    }
}

}  // namespace

DetectorBoxes read_detector_boxes(const fs::path& file, const fs::path& instances,
                                  const ByteProgress& progress, std::stop_token stop, DetectorScores scores) {
    DetectorBoxes found;
    if (const auto labels = read_drawn_labels(file, progress, stop))
        take_labels(*labels, found);
    else
        read_file(file, instances, found, progress, stop);
    // A detector that looked and found nothing is a result; boxes that were all skipped are not.
    if (found.images().empty() || (found.boxes() == 0 && !found.skipped().empty()))
        throw Error(file.string() +
                    ": no usable boxes; supported are JSONL, COCO results and instances, and what annotation "
                    "tools write" +
                    (found.skipped().empty() ? "" : ": " + join_counts(found.skipped())));
    found.normalize_scores(scores, file.string());
    return found;
}

}  // namespace gbs
