// SPDX-License-Identifier: GPL-3.0-or-later

// labelme and X-AnyLabeling: a file for each image, {"imagePath", "imageWidth", "imageHeight", "shapes": [{"label", "points",
// "shape_type"}]}. Label Studio: an array of tasks, {"data": {"image"}, "annotations": [{"result": [...]}]}, in percent of
// the image. VIA: {KEY: {"filename", "regions": [{"shape_attributes", "region_attributes"}]}}, also inside
// "_via_img_metadata" of a project, or the same in a CSV; the size of an image is that of the photo.
#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>

#include "core/base/base64.h"
#include "core/base/csv.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/base/read_error.h"
#include "core/base/text_lines.h"
#include "core/data/annotated_image.h"
#include "core/data/benchmark_formats.h"
#include "core/data/brush_mask.h"
#include "core/data/labelme_shape.h"
#include "core/data/split_lists.h"
#include "core/data/uploaded_name.h"
#include "core/image/image.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t max_json_bytes = std::size_t{256} << 20;
constexpr int max_depth = 64;

/// Without the photo that labelme puts into its files. Null if it is not valid JSON.
json read_annotations(const fs::path& file) {
    const auto keep = [](int depth, json::parse_event_t event, json& value) {
        if (depth > max_depth) throw Error("nested too deeply");
        return event != json::parse_event_t::key || value != "imageData";
    };
    try {
        const json found = json::parse(read_text(file, max_json_bytes), keep, false);
        return found.is_discarded() ? json() : found;
    } catch (const ReadError&) {
        throw;
    } catch (const Error&) {
        return {};
    }
}

bool mentions(std::string_view text, std::initializer_list<std::string_view> keys) {
    return std::ranges::all_of(keys, [&](std::string_view key) { return text.find(key) != text.npos; });
}

std::vector<ShapePoint> points_of(const json* list) {
    std::vector<ShapePoint> points;
    if (list && list->is_array())
        for (const json& point : *list)
            if (point.is_array() && point.size() >= 2)
                points.push_back({to_number(point[0]), to_number(point[1])});
    return points;
}

// --- labelme ----------------------------------------------------------------------------------------------------------

/// The picture of a mask, a PNG between two corners. Without a readable one, the box counts.
void take_labelme_mask(const json& shape, const std::string& label, const std::vector<ShapePoint>& points,
                       AnnotatedImage& image) {
    const json* const text = find_member(shape, "mask");
    if (image.wants_masks() && points.size() == 2 && text && text->is_string() &&
        is_image_side(points[0][0] + 1) && is_image_side(points[0][1] + 1))
        if (const auto bytes = decode_base64(text->get_ref<const std::string&>())) try {
                const Image pixels = decode_image(*bytes, "mask");
                MaskPicture picture{pixels.width, pixels.height, std::vector<unsigned char>(pixels.pixels())};
                for (std::size_t i = 0; i < picture.pixels.size(); ++i)
                    picture.pixels[i] = pixels.rgb[3 * i] > 0;
                return image.add_picture(label, static_cast<int>(points[0][0]),
                                         static_cast<int>(points[0][1]), picture);
            } catch (const Error&) {
            }
    image.add_box_of_mask(label, points);
}

void take_labelme_shape(const json& shape, AnnotatedImage& image) {
    const std::string kind = get_text(shape, "shape_type"), label = get_text(shape, "label");
    const std::vector<ShapePoint> points = points_of(find_member(shape, "points"));
    image.set_score(get_number(shape, "score"));
    if (kind == "circle" && points.size() == 2) {
        const double radius = std::hypot(points[1][0] - points[0][0], points[1][1] - points[0][1]);
        image.add_ellipse(label, points[0][0], points[0][1], radius, radius);
    } else if (kind == "mask") {
        take_labelme_mask(shape, label, points, image);
    } else if (kind == "rectangle" || kind.empty()) {
        image.add(label, points);
    } else if (kind == "point") {
        image.add_point(label, points);
    } else {
        image.add_outline(label, points,
                          kind == "polygon" ? AnnotatedImage::Line::closed : AnnotatedImage::Line::open);
    }
}

void read_labelme_file(const fs::path& file, std::optional<SplitImages>& wanted, QueryCollector& out) {
    const json root = read_annotations(file);
    const json* const shapes = find_member(root, "shapes");
    std::string name = get_text(root, "imagePath");
    // Windows writes "..\photos\1.jpg".
    std::ranges::replace(name, '\\', '/');
    if (!shapes || !shapes->is_array() || name.empty()) return out.skip("file without shapes or an image");
    name = fs::path(name).filename().string();
    if (wanted && !wanted->contains(name)) return;
    const int width = get_side(root, "imageWidth"), height = get_side(root, "imageHeight");
    if (width <= 0 || height <= 0) return out.skip("image without a size");
    AnnotatedImage image(name, width, height, out);
    for (const json& shape : *shapes) take_labelme_shape(shape, image);
    image.finish();
}

// --- Label Studio -----------------------------------------------------------------------------------------------------

/// "/data/upload/1/0a1b2c3d-dog.jpg" is dog.jpg, if there is no photo with the longer name.
std::string label_studio_name(const std::string& url, const FolderIndex& index) {
    const std::string name = fs::path(url.substr(0, url.find('?'))).filename().string();
    return index.photo(name) ? name : uploaded_name(url).value_or(name);
}

void take_brush(const json& value, int width, int height, AnnotatedImage& image, QueryCollector& out) {
    const auto painted = read_brush_mask(find_member(value, "rle"), width, height);
    if (!painted) return out.skip("brush mask that cannot be read");
    const auto part = trim(*painted);
    if (!part) return out.skip("brush mask without a pixel");
    const auto& [left, top, picture] = *part;
    const ShapePoint corners[] = {{double(left), double(top)},
                                  {double(left) + picture.width, double(top) + picture.height}};
    for (const std::string& label : get_texts(value, "brushlabels"))
        if (image.wants_masks())
            image.add_picture(label, left, top, picture);
        else
            image.add_box_of_mask(label, corners);
}

void read_label_studio_result(const json& result, std::optional<AnnotatedImage>& image,
                              const std::string& name, QueryCollector& out) {
    const std::string kind = get_text(result, "type");
    const json* const value = find_member(result, "value");
    const int width = get_side(result, "original_width"), height = get_side(result, "original_height");
    const bool box = kind == "rectanglelabels", polygon = kind == "polygonlabels",
               ellipse = kind == "ellipselabels", point = kind == "keypointlabels",
               brush = kind == "brushlabels";
    if (!value || (!box && !polygon && !ellipse && !point && !brush))
        return out.skip("result \"" + kind + "\"");
    if (width <= 0 || height <= 0) return out.skip("result without an image size");
    if (!image) image.emplace(name, width, height, out);
    image->set_score(get_number(result, "score"));
    if (brush) return take_brush(*value, width, height, *image, out);
    const double sx = width / 100.0, sy = height / 100.0;
    for (const std::string& label : get_texts(*value, kind.c_str())) {
        const auto of = [&](const char* key) { return get_number(*value, key); };
        if (polygon) {
            std::vector<ShapePoint> points = points_of(find_member(*value, "points"));
            for (auto& [x, y] : points) x *= sx, y *= sy;
            image->add_outline(label, points);
        } else if (point) {
            const ShapePoint place{of("x") * sx, of("y") * sy};
            image->add_point(label, std::span(&place, 1));
        } else if (ellipse) {
            image->add_ellipse(label, of("x") * sx, of("y") * sy, of("radiusX") * sx, of("radiusY") * sy);
        } else {
            // Turned clockwise about its upper left corner.
            const double angle = of("rotation"), turn = angle == angle ? angle * std::numbers::pi / 180 : 0;
            const double across = of("width") * sx, down = of("height") * sy;
            std::vector<ShapePoint> corners;
            for (const auto& [x, y] : {ShapePoint{0, 0}, {across, 0}, {across, down}, {0, down}})
                corners.push_back({of("x") * sx + x * std::cos(turn) - y * std::sin(turn),
                                   of("y") * sy + x * std::sin(turn) + y * std::cos(turn)});
            image->add(label, corners);
        }
    }
}

// --- VIA --------------------------------------------------------------------------------------------------------------

/// The first text among the attributes of a region: VIA lets the user name them.
std::string via_label(const json& region) {
    const json* const attributes = find_member(region, "region_attributes");
    if (attributes && attributes->is_object())
        for (const auto& [key, value] : attributes->items())
            if (value.is_string() && !value.get_ref<const std::string&>().empty())
                return get_text(*attributes, key.c_str());
    return {};
}

void read_via_region(const json& region, AnnotatedImage& image, QueryCollector& out) {
    const json* const shape = find_member(region, "shape_attributes");
    if (!shape) return out.skip("region without a shape");
    const std::string kind = get_text(*shape, "name"), label = via_label(region);
    const auto of = [&](const char* key) { return get_number(*shape, key); };
    if (kind == "rect") {
        image.add_box(label, of("x"), of("y"), of("x") + of("width"), of("y") + of("height"));
    } else if (kind == "circle" || kind == "ellipse") {
        const double rx = kind == "circle" ? of("r") : of("rx"), ry = kind == "circle" ? of("r") : of("ry");
        image.add_ellipse(label, of("cx"), of("cy"), rx, ry);
    } else if (kind == "polygon" || kind == "polyline") {
        std::vector<ShapePoint> points;
        const json *const xs = find_member(*shape, "all_points_x"), *const ys =
                                                                        find_member(*shape, "all_points_y");
        if (xs && ys && xs->is_array() && ys->is_array() && xs->size() == ys->size())
            for (std::size_t i = 0; i < xs->size(); ++i)
                points.push_back({to_number((*xs)[i]), to_number((*ys)[i])});
        image.add_outline(label, points,
                          kind == "polygon" ? AnnotatedImage::Line::closed : AnnotatedImage::Line::open);
    } else if (kind == "point") {
        const ShapePoint place{of("cx"), of("cy")};
        image.add_point(label, std::span(&place, 1));
    } else {
        out.skip("region \"" + kind + "\"");
    }
}

constexpr std::string_view via_columns =
    "filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes";

/// VIA's CSV, which has a row for each region, as its JSON.
json read_via_table(const fs::path& file) {
    const std::string text = read_text(file, max_json_bytes);
    json entries = json::object();
    for (const std::string_view line : split_lines(text)) {
        const auto cells = parse_csv_row(line, ',');
        if (!cells || cells->size() != 7 || line.find(via_columns) != line.npos) continue;
        json& entry = entries[(*cells)[0]];
        entry["filename"] = (*cells)[0];
        json& regions = entry["regions"];
        if (regions.is_null()) regions = json::array();
        json shape = parse_json((*cells)[5]).value_or(nullptr),
             words = parse_json((*cells)[6]).value_or(nullptr);
        if (shape != json::object())  // a photo without regions
            regions.push_back(
                {{"shape_attributes", std::move(shape)}, {"region_attributes", std::move(words)}});
    }
    return entries;
}

void read_via_image(const json& entry, const FolderIndex& index, std::optional<SplitImages>& wanted,
                    QueryCollector& out) {
    const std::string name = get_text(entry, "filename");
    const json* const regions = find_member(entry, "regions");
    if (name.empty() || !regions) return out.skip("entry without a file name or regions");
    if (wanted && !wanted->contains(name)) return;
    const auto photo = index.photo(name);
    if (!photo) return out.skip("image without a photo, whose size is needed");
    const auto size = photo_size(*photo, out);
    if (!size) return;
    AnnotatedImage image(name, size->width, size->height, out);
    // Version 1 has an object of numbered regions.
    for (const json& region : *regions) read_via_region(region, image, out);
    image.finish();
}

}  // namespace

bool recognize_labelme(BenchmarkFolder& about) {
    // The photo inside the file may come before "imagePath".
    return recognize_by_start(about, ".json", [](std::string_view text) {
        return mentions(text, {"\"shapes\"", "\"version\""}) ||
               mentions(text, {"\"shapes\"", "\"imagePath\""});
    });
}

void read_labelme(const ReaderInput& input, QueryCollector& out) {
    auto wanted = read_split_images(input.split);
    for_each_file(input, [&](const fs::path& file) { read_labelme_file(file, wanted, out); });
}

bool recognize_label_studio(BenchmarkFolder& about) {
    return recognize_by_start(about, ".json", [](std::string_view text) {
        return mentions(text, {"\"annotations\"", "\"result\""}) &&
               text.find_first_not_of(" \n\r\t") != text.npos &&
               text[text.find_first_not_of(" \n\r\t")] == '[';
    });
}

void read_label_studio(const ReaderInput& input, QueryCollector& out) {
    auto wanted = read_split_images(input.split);
    for (const fs::path& file : input.about.files) {
        const json tasks = read_annotations(file);
        if (!tasks.is_array())
            throw Error(file.string() + ": not the JSON of Label Studio: export it again as JSON");
        for (const json& task : tasks) {
            if (input.stop.stop_requested()) throw Cancelled();
            const json *const data = find_member(task, "data"), *const annotations =
                                                                    find_member(task, "annotations");
            const std::string name =
                data ? label_studio_name(get_text(*data, "image"), *input.about.index) : "";
            if (name.empty() || !annotations || !annotations->is_array()) {
                out.skip("task without an image or annotations");
                continue;
            }
            if (wanted && !wanted->contains(name)) continue;
            std::optional<AnnotatedImage> image;
            for (const json& annotation : *annotations)
                if (const json* const results = find_member(annotation, "result");
                    results && results->is_array())
                    for (const json& result : *results) read_label_studio_result(result, image, name, out);
            if (image) image->finish();
        }
    }
}

std::optional<LabelmeShape> read_labelme_shape(const json& shape, int width, int height) {
    QueryCollector out;
    AnnotatedImage image({}, width, height, out);
    take_labelme_shape(shape, image);
    image.finish();
    if (out.queries().empty()) return {};
    const PhraseQuery& query = out.queries().front();
    const bool is_point = query.boxes.empty();
    return LabelmeShape{query.phrase, is_point ? BoundingBox() : query.boxes.front(),
                        query.outlines.empty() ? std::vector<ShapePoint>() : query.outlines.front(),
                        is_point};
}

bool recognize_via(BenchmarkFolder& about) {
    return recognize_by_start(about, ".json",
                              [](std::string_view text) {
                                  return mentions(text, {"\"regions\"", "\"shape_attributes\""});
                              }) ||
           recognize_by_start(about, ".csv",
                              [](std::string_view text) { return mentions(text, {via_columns}); });
}

void read_via(const ReaderInput& input, QueryCollector& out) {
    auto wanted = read_split_images(input.split);
    for (const fs::path& file : input.about.files) {
        const json root = file.extension() == ".csv" ? read_via_table(file) : read_annotations(file);
        const json* const project = find_member(root, "_via_img_metadata");
        const json& entries = project ? *project : root;
        if (!entries.is_object())
            throw Error(file.string() + ": not the JSON of VIA: export the annotations again");
        for (const json& entry : entries) {
            if (input.stop.stop_requested()) throw Cancelled();
            read_via_image(entry, *input.about.index, wanted, out);
        }
    }
}

}  // namespace gbs
