// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detector/detector_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/base/error.h"
#include "core/base/json_values.h"

namespace gbs {
namespace {

using nlohmann::json;
using Names = std::vector<const char*>;

const Names image_names{"image", "file_name", "filename", "image_name", "image_path"};
const Names phrase_names{"phrase", "caption", "query", "text"};
const Names phrases_names{"phrases"};
const Names label_names{"label",       "labels",   "class",      "classes",       "class_name",
                        "class_names", "category", "categories", "category_name", "category_names"};
const Names boxes_names{"boxes", "bboxes", "box", "bbox", "pred_boxes"};
const Names scores_names{"scores", "score", "confidence", "confidences", "logits"};
const Names width_names{"width", "image_width"};
const Names height_names{"height", "image_height"};
const Names format_names{"format", "box_format", "bbox_format"};
const Names scale_names{"scale"};
/// Keys that say nothing about where the boxes are.
const Names harmless_names{"id",    "image_id",     "ids",   "area",    "areas", "iscrowd", "mask",
                           "masks", "segmentation", "types", "entity",  "split", "dataset", "source",
                           "model", "detector",     "time",  "seconds", "url",   "comment", "license"};

bool is_in(const Names& names, const std::string& key) {
    return std::ranges::any_of(names, [&](const char* name) { return key == name; });
}

/// The member with one of the names, and the name; null without it.
struct Found {
    const json* value = nullptr;
    const char* name = nullptr;
};

Found find_one(const json& line, const Names& names, const std::string& where) {
    Found found;
    for (const char* name : names)
        if (const json* value = find_member(line, name)) {
            if (found.value)
                throw Error(where + ": both \"" + found.name + "\" and \"" + name + "\": which one counts?");
            found = {value, name};
        }
    return found;
}

void check_keys(const json& line, const std::string& where) {
    for (const auto& entry : line.items()) {
        const std::string& key = entry.key();
        const bool known = std::ranges::any_of(
            std::initializer_list<const Names*>{&image_names, &phrase_names, &phrases_names, &label_names,
                                                &boxes_names, &scores_names, &width_names, &height_names,
                                                &format_names, &scale_names, &harmless_names},
            [&](const Names* names) { return is_in(*names, key); });
        if (!known)
            throw Error(
                where + ": unknown key \"" + key.substr(0, 60) +
                "\"; known are image, phrase, label, labels, boxes, scores, width, height, format and "
                "scale");
    }
}

enum class Order { xyxy, xywh, cxcywh };

Order find_order(const json& line, const std::string& where) {
    const Found format = find_one(line, format_names, where);
    if (!format.value) return Order::xyxy;
    const std::string name = format.value->is_string() ? format.value->get<std::string>() : std::string();
    if (name == "xyxy") return Order::xyxy;
    if (name == "xywh") return Order::xywh;
    if (name == "cxcywh") return Order::cxcywh;
    throw Error(where + ": \"" + format.name + "\" must be xyxy, xywh or cxcywh, not " +
                format.value->dump(-1, ' ', false, json::error_handler_t::replace).substr(0, 60));
}

/// The side of the image in the unit of the boxes; 0 if they are in pixels, -1 if nothing is stated.
int find_scale(const json& line, const std::string& where) {
    const Found scale = find_one(line, scale_names, where);
    if (!scale.value) return -1;
    if (scale.value->is_string() && *scale.value == "pixels") return 0;
    if (scale.value->is_string() && *scale.value == "relative") return 1;
    if (scale.value->is_string() && *scale.value == "thousandths") return 1000;
    const double side = to_number(*scale.value);
    if (!is_image_side(side))
        throw Error(
            where +
            ": \"scale\" must be pixels, relative, thousandths or the size of the image in the unit of "
            "the boxes, such as 1 or 1000, not " +
            scale.value->dump(-1, ' ', false, json::error_handler_t::replace).substr(0, 60));
    return static_cast<int>(side);
}

std::array<double, 4> corners_of(const json& box) {
    if (!box.is_object()) return get_four_numbers(&box);
    if (box.contains("xmin"))
        return {get_number(box, "xmin"), get_number(box, "ymin"), get_number(box, "xmax"),
                get_number(box, "ymax")};
    return {get_number(box, "x1"), get_number(box, "y1"), get_number(box, "x2"), get_number(box, "y2")};
}

/// Four numbers for each box; NaN for what is not a number. Throws Error for a flat list of another length.
std::vector<std::array<double, 4>> list_boxes(const json& boxes, const std::string& where) {
    std::vector<std::array<double, 4>> list;
    if (boxes.is_object()) return {corners_of(boxes)};
    const bool flat =
        !boxes.empty() && std::ranges::all_of(boxes, [](const json& each) { return each.is_number(); });
    if (flat && boxes.size() % 4 != 0)
        throw Error(where + ": the boxes are one list of " + std::to_string(boxes.size()) +
                    " numbers, which is not a multiple of 4");
    if (!flat)
        for (const json& box : boxes) {
            if (box.is_array() && box.size() > 4)
                throw Error(where + ": a box of " + std::to_string(box.size()) +
                            " numbers; it has 4, and scores are a list of their own, \"scores\"");
            list.push_back(corners_of(box));
        }
    for (std::size_t i = 0; flat && i < boxes.size(); i += 4)
        list.push_back(
            {to_number(boxes[i]), to_number(boxes[i + 1]), to_number(boxes[i + 2]), to_number(boxes[i + 3])});
    return list;
}

DetectorBox to_box(const std::array<double, 4>& numbers, Order order, double score) {
    const auto [a, b, c, d] = numbers;
    if (order == Order::xywh) return {a, b, a + c, b + d, score};
    if (order == Order::cxcywh) return {a - c / 2, b - d / 2, a + c / 2, b + d / 2, score};
    return {a, b, c, d, score};
}

std::string text_of(const json* value) {
    return value ? get_text(json{{"text", *value}}, "text") : std::string();
}

/// The names of the boxes: one for all, or one each.
struct Naming {
    std::string all;
    const json* each = nullptr;
    bool is_class = false;
};

Naming find_naming(const json& line, const std::string& where) {
    if (const std::string phrase = text_of(find_one(line, phrase_names, where).value); !phrase.empty())
        return {phrase, nullptr, false};
    // GroundingDINO gives the words of each box as "phrases".
    const Found phrases = find_one(line, phrases_names, where);
    const Found labels = phrases.value ? phrases : find_one(line, label_names, where);
    if (!labels.value) return {};
    if (labels.value->is_array()) return {{}, labels.value, !phrases.value};
    if (labels.value->is_number())
        throw Error(where + ": \"" + labels.name + "\" is a number; give the name of the class");
    return {text_of(labels.value), nullptr, !phrases.value};
}

}  // namespace

const char* DetectorLines::take(const json& line, const std::string& where) {
    const std::string at = file_ + ", " + where;
    if (line.is_object()) check_keys(line, at);
    const char* reason = take_boxes(line, at);
    if (reason) out_.skip(reason);
    return reason;
}

/// Why the line is skipped, or null.
const char* DetectorLines::take_boxes(const json& line, const std::string& where) {
    const std::string image = text_of(find_one(line, image_names, where).value);
    const json* given = find_one(line, boxes_names, where).value;
    const json* scores = find_one(line, scores_names, where).value;
    const Found wide = find_one(line, width_names, where), high = find_one(line, height_names, where);
    int width = wide.value ? get_side(line, wide.name) : 0,
        height = high.value ? get_side(line, high.name) : 0;
    if (image.empty()) return "line without an image";
    if (!given || !(given->is_array() || given->is_object())) return "line without boxes";
    if (width < 0 || height < 0) return "line with an invalid image size";
    const auto boxes = list_boxes(*given, where);
    const bool one_score = scores && scores->is_number() && boxes.size() == 1;
    if (scores && !one_score && (!scores->is_array() || scores->size() != boxes.size()))
        return "line with different numbers of scores and boxes";
    const Naming naming = find_naming(line, where);
    if (naming.all.empty() && !naming.each) return "line without a phrase, label or labels";
    if (naming.each && naming.each->size() != boxes.size())
        return "line with different numbers of labels and boxes";
    const Order order = find_order(line, where);
    const int scale = find_scale(line, where);
    if (scale > 0) width = height = scale;
    if (!naming.each) out_.add_answer(image, width, height, naming.all, naming.is_class);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const double score = !scores ? 1 : one_score ? to_number(*scores) : to_number((*scores)[i]);
        const DetectorBox box = to_box(boxes[i], order, score);
        ++boxes_;
        if (std::isfinite(box.x2)) right_ = std::max(right_, box.x2);
        if (std::isfinite(box.y2)) bottom_ = std::max(bottom_, box.y2);
        if (scale < 0) {
            double& reach = reach_[image];
            for (const double edge : {box.x1, box.y1, box.x2, box.y2})
                if (std::isfinite(edge)) reach = std::max(reach, edge);
        }
        const std::string name = naming.each ? text_of(&(*naming.each)[i]) : naming.all;
        if (naming.each && (*naming.each)[i].is_number())
            throw Error(where + ": a label is a number; give the names of the classes");
        if (name.empty())
            out_.skip("box without a label");
        else
            out_.add(image, width, height, name, naming.is_class, box);
    }
    return nullptr;
}

/// Single boxes may be wrong; a quarter of them shows that the file means something else.
void DetectorLines::check_share(const char* reason, const std::string& advice) const {
    const auto found = out_.skipped().find(reason);
    if (found == out_.skipped().end() || found->second * 4 <= boxes_) return;
    throw Error(file_ + ": " + std::to_string(found->second) + " of " + std::to_string(boxes_) + " boxes: " +
                reason + "; the boxes reach x " + std::to_string(std::lround(std::min(right_, 1e9))) +
                " and y " + std::to_string(std::lround(std::min(bottom_, 1e9))) + ". " + advice);
}

void DetectorLines::finish() {
    check_share("inverted box",
                "Are they not [x1, y1, x2, y2]? Add \"format\": \"xywh\" or \"cxcywh\" to each line");
    check_share(
        "box outside the image",
        "Are they not in pixels of \"width\" x \"height\"? Add \"scale\": 1 (relative) or 1000 (thousandths) "
        "to each line, or correct \"width\" and \"height\"");
    // No box in pixels ends within the first pixel.
    constexpr double relative = 1.05;
    const auto is_relative = [](const auto& image) { return image.second > 0 && image.second <= relative; };
    const auto first = std::ranges::find_if(reach_, is_relative);
    if (first == reach_.end()) return;
    const auto far = std::ranges::find_if(reach_, [](const auto& image) { return image.second > relative; });
    if (far != reach_.end())
        throw Error(file_ + ": the boxes of " + first->first + " are relative (0 to 1), those of " +
                    far->first + " reach " + std::to_string(std::lround(std::min(far->second, 1e9))) +
                    ": add \"scale\": \"relative\" or \"pixels\" to each line");
    for (const auto& [image, reach] : reach_) out_.make_relative(image);
}

json detector_line(const std::string& name, const DetectorImage& image, const DetectorAnswer& answer) {
    json line{{"image", name}, {answer.is_class ? "label" : "phrase", answer.name}};
    if (image.width == 1 && image.height == 1)
        line["scale"] = "relative";
    else if (image.width > 0)
        line.update({{"width", image.width}, {"height", image.height}});
    else
        line["scale"] = "pixels";
    line["boxes"] = line["scores"] = json::array();
    for (const DetectorBox& box : answer.boxes) {
        line["boxes"].push_back({box.x1, box.y1, box.x2, box.y2});
        line["scores"].push_back(box.score);
    }
    return line;
}

}  // namespace gbs
