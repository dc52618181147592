// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detector/detector_boxes.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/error.h"
#include "core/base/words.h"
#include "core/detector/class_words.h"

namespace gbs {
namespace {

/// Why a box cannot be used, or null. Clips edges that are less than a pixel outside the image.
const char* clip(DetectorBox& box, int width, int height) {
    for (const double value : {box.x1, box.y1, box.x2, box.y2, box.score})
        if (!std::isfinite(value)) return "box with a value that is not a number";
    if (box.x2 < box.x1 || box.y2 < box.y1) return "inverted box";
    if (box.x1 == box.x2 || box.y1 == box.y2) return "box without area";
    const double right = width > 0 ? width : 1e6, bottom = height > 0 ? height : 1e6;
    // A detector may overshoot the edge a little; the edges of relative boxes are rounded and regressed.
    const double slack = width == 1 && height == 1 ? 0.05 : 1;
    if (box.x1 < -slack || box.y1 < -slack || box.x2 > right + slack || box.y2 > bottom + slack)
        return "box outside the image";
    box = {std::max(box.x1, 0.0), std::max(box.y1, 0.0), std::min(box.x2, right), std::min(box.y2, bottom),
           box.score};
    return box.x1 < box.x2 && box.y1 < box.y2 ? nullptr : "box outside the image";
}

std::vector<DetectorBox> scaled(const std::vector<DetectorBox>& boxes, double x, double y) {
    std::vector<DetectorBox> out;
    out.reserve(boxes.size());
    for (const auto& box : boxes) out.push_back({box.x1 * x, box.y1 * y, box.x2 * x, box.y2 * y, box.score});
    return out;
}

/// Throws Error if a box reaches beyond the photo by more than 2 %, which no detector does in pixels.
void check_reach(const DetectorImage& image, const DetectorAnswer& answer, int width, int height) {
    double right = 0, bottom = 0;
    for (const auto& box : answer.boxes) {
        right = std::max(right, box.x2);
        bottom = std::max(bottom, box.y2);
    }
    if (right <= width * 1.02 + 1 && bottom <= height * 1.02 + 1) return;
    throw Error(
        "the detector's boxes of " + image.image + " reach x " + std::to_string(std::lround(right)) +
        " and y " + std::to_string(std::lround(bottom)) + ", but the photo has " + std::to_string(width) +
        " x " + std::to_string(height) +
        " pixels: give \"width\" and \"height\" of the image that the detector saw, or \"scale\": 1000 "
        "for thousandths");
}

}  // namespace

const DetectorImage* DetectorBoxes::find(std::string_view image) const {
    const auto entry = names_.find(image).entry;
    return entry ? &images_[*entry] : nullptr;
}

DetectorMatch DetectorBoxes::boxes_for(std::string_view image, std::string_view phrase, int width,
                                       int height) const {
    const DetectorImage* found = find(image);
    if (!found) return {};
    const std::string wanted = normalize_phrase(phrase);
    const DetectorAnswer* answer = nullptr;
    auto kind = DetectorMatch::Kind::phrase;
    for (const auto& one : found->answers)
        if (!answer && !one.is_class && normalize_phrase(one.name) == wanted) answer = &one;
    if (!answer) {
        std::vector<std::string> names;
        std::vector<const DetectorAnswer*> classes;
        for (const auto& one : found->answers)
            if (one.is_class) {
                names.push_back(one.name);
                classes.push_back(&one);
            }
        const auto index = find_class(phrase, names);
        if (!index) return {};
        answer = classes[*index];
        kind = DetectorMatch::Kind::label;
    }
    const bool scales = width > 0 && height > 0 && found->width > 0 && found->height > 0;
    if (!scales && width > 0 && height > 0) check_reach(*found, *answer, width, height);
    return {kind, answer->name,
            scaled(answer->boxes, scales ? double(width) / found->width : 1,
                   scales ? double(height) / found->height : 1)};
}

std::vector<std::string> DetectorBoxes::image_names() const {
    std::vector<std::string> names;
    for (const auto& image : images_) names.push_back(image.image);
    return names;
}

std::size_t DetectorBoxes::boxes() const {
    std::size_t count = 0;
    for (const auto& image : images_)
        for (const auto& answer : image.answers) count += answer.boxes.size();
    return count;
}

DetectorImage* DetectorBoxes::find_or_add_image(const std::string& image, int width, int height) {
    const auto [known, is_new] = index_.try_emplace(normalize_photo_name(image), images_.size());
    if (is_new) {
        images_.push_back({image, width, height, {}});
        names_.add(image);
    }
    DetectorImage& found = images_[known->second];
    return found.width == width && found.height == height ? &found : nullptr;
}

DetectorAnswer& DetectorBoxes::find_or_add_answer(DetectorImage& image, const std::string& name,
                                                  bool is_class) {
    const auto number = static_cast<std::size_t>(&image - images_.data());
    const auto [known, is_new] = answers_.try_emplace({number, is_class, name}, image.answers.size());
    if (is_new) image.answers.push_back({name, is_class, {}});
    return image.answers[known->second];
}

void DetectorBoxes::make_relative(const std::string& image) {
    const auto known = index_.find(normalize_photo_name(image));
    if (known == index_.end()) return;
    DetectorImage& found = images_[known->second];
    found.width = found.height = 1;
    for (auto& answer : found.answers)
        for (auto& box : answer.boxes) {
            box.x2 = std::min(box.x2, 1.0);
            box.y2 = std::min(box.y2, 1.0);
        }
}

void DetectorBoxes::normalize_scores(DetectorScores scores, const std::string& file) {
    std::vector<std::vector<double>> lists;
    for (const auto& image : images_)
        for (const auto& answer : image.answers)
            for (lists.emplace_back(); const auto& box : answer.boxes) lists.back().push_back(box.score);
    try {
        normalize_detector_scores(scores, lists);
    } catch (const Error& error) {
        throw Error(file + ": " + error.what());
    }
    scores_ = scores;
    auto list = lists.begin();
    for (auto& image : images_)
        for (auto& answer : image.answers) {
            for (std::size_t i = 0; i < answer.boxes.size(); ++i) answer.boxes[i].score = (*list)[i];
            ++list;
        }
}

void DetectorBoxes::add_answer(const std::string& image, int width, int height, const std::string& name,
                               bool is_class) {
    if (DetectorImage* known = find_or_add_image(image, width, height))
        find_or_add_answer(*known, name, is_class);
    else
        skip("entry with a different image size than the image's first entry");
}

void DetectorBoxes::add(const std::string& image, int width, int height, const std::string& name,
                        bool is_class, const DetectorBox& box) {
    DetectorBox clipped = box;
    if (const char* reason = clip(clipped, width, height)) return skip(reason);
    DetectorImage* known = find_or_add_image(image, width, height);
    if (!known) return skip("box with a different image size than the image's first box");
    auto& boxes = find_or_add_answer(*known, name, is_class).boxes;
    if (boxes.size() >= max_boxes_per_answer)
        return skip("box beyond the first " + std::to_string(max_boxes_per_answer) +
                    " of a phrase or class of an image");
    boxes.push_back(clipped);
}

}  // namespace gbs
