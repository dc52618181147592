// SPDX-License-Identifier: GPL-3.0-or-later

// Pascal VOC: a file for each image, <annotation> with <filename>, <size> and <object>s whose corners are 1-based and
// inclusive (the development kit's documentation, 2012). CVAT for images 1.1: one file, <annotations> with <image>s
// that have <box>, <polygon>, <polyline>, <ellipse> and <mask> elements in continuous pixels.
#include <pugixml.hpp>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json_values.h"
#include "core/base/read_error.h"
#include "core/base/text_lines.h"
#include "core/data/annotated_image.h"
#include "core/data/benchmark_formats.h"
#include "core/data/box_checks.h"
#include "core/data/split_lists.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

/// Of a mask of CVAT: as many as a large photo has.
constexpr std::size_t most_runs = 10'000'000;
constexpr std::size_t max_xml_bytes = std::size_t{256} << 20;

double number(const pugi::xml_node& node, const char* name) {
    return parse_number(node.child(name).text().get());
}
double number(const pugi::xml_attribute& attribute) {
    return parse_number(attribute.value());
}

/// Keeps the document's text, which its nodes point into.
struct Document {
    explicit Document(const fs::path& file) : text(read_text(file, max_xml_bytes)) {
        // pugixml expands no entities of documents.
        if (const auto parsed = xml.load_buffer_inplace(text.data(), text.size()); !parsed)
            throw Error(file.string() + ": not valid XML: " + parsed.description());
    }
    std::string text;
    pugi::xml_document xml;
};

void read_voc_file(const fs::path& file, std::optional<SplitImages>& wanted, QueryCollector& out) {
    const Document document(file);
    const auto root = document.xml.child("annotation");
    const std::string name(trimmed(root.child("filename").text().get()));
    if (name.empty()) return out.skip("annotation without a file name");
    if (wanted && !wanted->contains(name)) return;
    const double width = number(root.child("size"), "width"), height = number(root.child("size"), "height");
    if (!is_image_side(width) || !is_image_side(height)) return out.skip("annotation without an image size");
    AnnotatedImage image(name, static_cast<int>(width), static_cast<int>(height), out);
    for (const auto object : root.children("object")) {
        const auto box = object.child("bndbox");
        if (!box) {
            out.skip("object without a box");
            continue;
        }
        image.add_box(std::string(trimmed(object.child("name").text().get())), number(box, "xmin") - 1,
                      number(box, "ymin") - 1, number(box, "xmax"), number(box, "ymax"));
    }
    image.finish();
}

/// "x,y;x,y" of CVAT.
std::vector<ShapePoint> read_points(std::string_view text) {
    std::vector<ShapePoint> points;
    for (const std::string_view pair : split_columns(text, 100'000, ';')) {
        const auto values = split_columns(pair, 3, ',');
        if (values.size() != 2) return {};
        points.push_back({parse_number(values[0]), parse_number(values[1])});
    }
    return points;
}

/// Run lengths of a picture, row by row, outside first. Without them, the box counts.
void read_cvat_mask(const pugi::xml_node& shape, AnnotatedImage& image) {
    const std::string label = shape.attribute("label").value();
    const double left = number(shape.attribute("left")), top = number(shape.attribute("top")),
                 width = number(shape.attribute("width")), height = number(shape.attribute("height"));
    if (image.wants_masks() && is_image_side(width) && is_image_side(height) && is_image_side(left + 1) &&
        is_image_side(top + 1)) {
        MaskPicture picture{static_cast<int>(width), static_cast<int>(height), {}};
        const double pixels = width * height;
        unsigned char inside = 0;
        for (const std::string_view text : split_columns(shape.attribute("rle").value(), most_runs, ',')) {
            const double run = parse_number(text), room = pixels - static_cast<double>(picture.pixels.size());
            if (!(run >= 0 && run <= room)) break;
            picture.pixels.resize(picture.pixels.size() + static_cast<std::size_t>(run), inside);
            inside = !inside;
        }
        if (static_cast<double>(picture.pixels.size()) == pixels)
            return image.add_picture(label, static_cast<int>(left), static_cast<int>(top), picture);
    }
    const ShapePoint corners[] = {{left, top}, {left + width, top + height}};
    image.add_box_of_mask(label, corners);
}

void read_cvat_shape(const pugi::xml_node& shape, AnnotatedImage& image, QueryCollector& out) {
    const std::string kind = shape.name(), label = shape.attribute("label").value();
    const auto of = [&](const char* name) { return number(shape.attribute(name)); };
    if (kind == "box") {
        if (const double angle = of("rotation"); angle == angle && angle != 0)
            out.adjust("turned box, read without its angle");
        image.add_box(label, of("xtl"), of("ytl"), of("xbr"), of("ybr"));
    } else if (kind == "polygon" || kind == "polyline") {
        image.add_outline(label, read_points(shape.attribute("points").value()),
                          kind == "polygon" ? AnnotatedImage::Line::closed : AnnotatedImage::Line::open);
    } else if (kind == "points") {
        for (const ShapePoint& point : read_points(shape.attribute("points").value()))
            image.add_point(label, std::span(&point, 1));
    } else if (kind == "ellipse") {
        image.add_ellipse(label, of("cx"), of("cy"), of("rx"), of("ry"));
    } else if (kind == "mask") {
        read_cvat_mask(shape, image);
    } else if (kind != "tag") {
        out.skip("shape \"" + kind + "\"");
    }
}

}  // namespace

bool recognize_pascal_voc(BenchmarkFolder& about) {
    return recognize_by_start(about, ".xml", [](std::string_view text) {
        return text.find("<annotation>") != text.npos || text.find("<annotation ") != text.npos;
    });
}

void read_pascal_voc(const ReaderInput& input, QueryCollector& out) {
    auto wanted = read_split_images(input.split);
    for_each_file(input, [&](const fs::path& file) {
        try {
            read_voc_file(file, wanted, out);
        } catch (const ReadError&) {
            throw;
        } catch (const Error&) {
            out.skip("annotation that is not valid XML");
        }
    });
}

bool recognize_cvat(BenchmarkFolder& about) {
    return recognize_by_start(about, ".xml",
                              [](std::string_view text) { return text.find("<annotations>") != text.npos; });
}

void read_cvat(const ReaderInput& input, QueryCollector& out) {
    auto wanted = read_split_images(input.split);
    for (const fs::path& file : input.about.files) {
        const Document document(file);
        for (const auto element : document.xml.child("annotations").children("image")) {
            if (input.stop.stop_requested()) throw Cancelled();
            const std::string name = element.attribute("name").value();
            if (wanted && !wanted->contains(name)) continue;
            const double width = number(element.attribute("width")),
                         height = number(element.attribute("height"));
            if (!is_image_side(width) || !is_image_side(height)) {
                out.skip("image without a size");
                continue;
            }
            AnnotatedImage image(name, static_cast<int>(width), static_cast<int>(height), out);
            for (const auto shape : element.children()) read_cvat_shape(shape, image, out);
            image.finish();
        }
    }
}

}  // namespace gbs
