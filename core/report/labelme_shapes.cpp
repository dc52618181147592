// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/labelme_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/data/box_checks.h"
#include "core/data/labelme_shape.h"
#include "core/report/annotation_writer.h"

namespace gbs {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t max_bytes = std::size_t{256} << 20;
constexpr int max_depth = 64;
/// As many as reviews have (widgets/review/review_values.h).
constexpr std::size_t max_corners = 1000;
constexpr std::array verdicts{"right", "wrong", "unsure", "absent"};

/// A place to the pixel.
struct PixelPlace {
    std::string phrase, kind;
    std::vector<int> pixels;

    bool operator==(const PixelPlace&) const = default;
};

using Corners = std::vector<std::array<double, 2>>;

void add_corners(PixelPlace& place, const Corners& corners, int width, int height) {
    for (std::size_t i = 0; i < std::min(corners.size(), max_corners); ++i) {
        place.pixels.push_back(nearest_pixel(corners[i][0], width));
        place.pixels.push_back(nearest_pixel(corners[i][1], height));
    }
}

PixelPlace place_pixels(const json& place, int width, int height) {
    PixelPlace found{phrase_of(place), kind_of(place), {}};
    if (found.kind == "box") {
        const auto [left, top, right, bottom] = box_of(place);
        for (const int side : touched_pixels({left + 1, top + 1, right, bottom}))
            found.pixels.push_back(side);
    } else {
        add_corners(found, place.at("outline").get<Corners>(), width, height);
    }
    return found;
}

/// Nothing for shapes that reviews do not have.
std::optional<PixelPlace> shape_pixels(const json& shape, int width, int height) {
    const auto read = read_labelme_shape(shape, width, height);
    if (!read) return {};
    PixelPlace found{read->phrase,
                     read->is_point             ? "point"
                     : read->corners.size() > 2 ? "polygon"
                                                : "box",
                     {}};
    if (found.kind != "box")
        add_corners(found, read->corners, width, height);
    else
        for (const int side : touched_pixels(read->box)) found.pixels.push_back(side);
    return found;
}

/// The values of labelme's "shape_type" and "points".
std::pair<std::string, json> type_and_points(const json& place) {
    const std::string kind = kind_of(place);
    if (kind != "box") return {kind, place.at("outline")};
    const auto [left, top, right, bottom] = box_of(place);
    return {"rectangle", {{left, top}, {right, bottom}}};
}

/// Sets the verdict and the note of a place, if it has them.
template <class Json>
void set_words(Json& shape, const json& place) {
    if (place.contains("verdict")) {
        auto& flags = shape["flags"];
        if (!flags.is_object()) flags = Json::object();
        for (const std::string name : verdicts) flags.erase("verdict: " + name);
        flags["verdict: " + place["verdict"].get<std::string>()] = true;
    }
    if (place.contains("note")) shape["description"] = place["note"].get<std::string>();
}

ordered_json parse(const std::filesystem::path& file, const std::string& text) {
    const auto keep = [&](int depth, ordered_json::parse_event_t, ordered_json&) {
        if (depth > max_depth) throw Error(file.string() + ": nested too deeply; nothing was written");
        return true;
    };
    ordered_json document = ordered_json::parse(text, keep, false);
    if (!document.is_object() || !document.contains("shapes") || !document["shapes"].is_array())
        throw Error(file.string() + ": not a file of labelme; nothing was written");
    return document;
}

/// Shapes of labelme that take the places of a photo.
class ShapeUpdate {
 public:
    ShapeUpdate(ordered_json& shapes, const json& photo)
        : shapes_(shapes),
          width_(photo.at("width").get<int>()),
          height_(photo.at("height").get<int>()),
          known_(photo.at("phrases").get<std::set<std::string>>()) {
        for (const json& place : photo.at("places"))
            places_.push_back({place, place_pixels(place, width_, height_)});
        for (const json& place : photo.value("former", json::array()))
            former_.push_back(place_pixels(place, width_, height_));
    }

    void run() {
        std::vector<std::size_t> gone;
        std::vector<std::string> phrases;
        for (std::size_t i = 0; i < shapes_.size(); ++i) {
            const auto pixels = shape_pixels(json(shapes_[i]), width_, height_);
            phrases.push_back(pixels ? pixels->phrase : std::string());
            if (!pixels || !known_.contains(pixels->phrase)) continue;
            const auto same =
                std::ranges::find_if(places_, [&](const Place& place) { return place.pixels == *pixels; });
            if (same != places_.end()) {
                set_words(shapes_[i], same->place);
                same->is_there = true;
            } else if (std::ranges::find(former_, *pixels) != former_.end()) {
                gone.push_back(i);
            }
        }
        std::erase_if(places_, [](const Place& place) { return place.is_there; });
        for (const std::size_t i : gone) move(i, phrases[i]);
        append(phrases);
        for (std::size_t i = gone.size(); i-- > 0;)
            if (shapes_[gone[i]].is_null()) shapes_.erase(gone[i]);
    }

 private:
    struct Place {
        json place;
        PixelPlace pixels;
        bool is_there = false;  ///< in one or several shapes
    };

    /// To the next place of the phrase; null if there is none.
    void move(std::size_t shape, const std::string& phrase) {
        const auto next =
            std::ranges::find_if(places_, [&](const Place& place) { return place.pixels.phrase == phrase; });
        if (next == places_.end()) {
            shapes_[shape] = nullptr;
            return;
        }
        const auto [type, points] = type_and_points(next->place);
        shapes_[shape]["shape_type"] = type;
        shapes_[shape]["points"] = ordered_json(points);
        if (shapes_[shape].contains("mask")) shapes_[shape]["mask"] = nullptr;  // of the former place
        set_words(shapes_[shape], next->place);
        places_.erase(next);
    }

    /// The places that are left, with the label that the file has for the phrase.
    void append(const std::vector<std::string>& phrases) {
        for (const Place& each : places_) {
            json shape = new_labelme_shape(each.place);
            for (std::size_t i = 0; i < phrases.size(); ++i)
                if (phrases[i] == each.pixels.phrase && shapes_[i].is_object())
                    shape["label"] = json(shapes_[i]["label"]);
            shapes_.push_back(ordered_json(shape));
        }
    }

    ordered_json& shapes_;
    int width_, height_;
    std::set<std::string> known_;
    std::vector<Place> places_;
    std::vector<PixelPlace> former_;
};

}  // namespace

json new_labelme_shape(const json& place) {
    const auto [type, points] = type_and_points(place);
    json shape{{"label", phrase_of(place)}, {"points", points},   {"group_id", nullptr},
               {"description", ""},         {"shape_type", type}, {"flags", json::object()}};
    if (place.contains("score")) shape["score"] = place["score"];
    set_words(shape, place);
    return shape;
}

json labelme_flags(const json& photo) {
    json flags = json::object();
    for (const auto& [phrase, verdict] : verdicts_of(photo)) flags[verdict + ": " + phrase] = true;
    return flags;
}

void update_labelme_file(const std::filesystem::path& file, const json& photo) {
    const std::string text = read_text(file, max_bytes);
    ordered_json document = parse(file, text);
    const ordered_json before = document;
    for (const auto& [key, side] : {std::pair{"imageWidth", "width"}, {"imageHeight", "height"}})
        if (!document.contains(key) || document[key] != photo.at(side).get<int>())
            throw Error(file.string() + ": " + key + " is not that of the photo, " + photo.at(side).dump() +
                        "; nothing was written");
    ShapeUpdate(document["shapes"], photo).run();
    if (const json flags = labelme_flags(photo); !flags.empty()) {
        auto& own = document["flags"];
        if (!own.is_object()) own = ordered_json::object();
        for (const auto& [phrase, verdict] : verdicts_of(photo))
            for (const std::string name : verdicts) own.erase(name + ": " + phrase);
        for (const auto& [flag, set] : flags.items()) own[flag] = true;
    }
    if (document == before) return;
    write_atomically(file, document.dump(2, ' ', false, ordered_json::error_handler_t::replace) +
                               (text.ends_with('\n') ? "\n" : ""));
}

}  // namespace gbs
