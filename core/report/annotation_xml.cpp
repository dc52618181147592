// SPDX-License-Identifier: GPL-3.0-or-later

// Pascal VOC and CVAT.
#include <fmt/format.h>

#include <cmath>
#include <pugixml.hpp>
#include <sstream>

#include "core/report/annotation_writer.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

void put(pugi::xml_node node, const char* name, const std::string& text) {
    node.append_child(name).text().set(text.c_str());
}

std::string text_of(const pugi::xml_document& document) {
    std::ostringstream text;
    document.save(text, "  ");
    return text.str();
}

/// Calls `put` with the name and text of what a place says besides its place.
template <class Put>
void put_words(const json& place, const char* score, Put put_word) {
    if (place.contains("score")) put_word(score, fmt::format("{:.4f}", place["score"].get<double>()));
    for (const char* const name : {"verdict", "note"})
        if (place.contains(name)) put_word(name, place[name].get<std::string>());
}

class VocWriter final : public AnnotationWriter {
 public:
    using AnnotationWriter::AnnotationWriter;

    void add(const json& photo) override {
        pugi::xml_document document;
        auto root = document.append_child("annotation");
        put(root, "filename", fs::path(photo.at("photo").get<std::string>()).filename().string());
        put(root, "path", photo.at("photo").get<std::string>());
        auto size = root.append_child("size");
        put(size, "width", photo.at("width").dump());
        put(size, "height", photo.at("height").dump());
        put(size, "depth", "3");
        for (const json& place : photo.at("places")) add_place(root, place);
        for (const auto& [phrase, verdict] : verdicts_of(photo)) {
            auto element = root.append_child("verdict");
            element.append_attribute("name") = one_line(phrase).c_str();
            element.text().set(verdict.c_str());
        }
        write(file_for(photo, ".xml"), text_of(document));
    }

 private:
    static void add_place(pugi::xml_node root, const json& place) {
        auto object = root.append_child("object");
        put(object, "name", one_line(phrase_of(place)));
        put(object, "difficult", "0");
        const auto [left, top, right, bottom] = box_of(place);
        auto corners = object.append_child("bndbox");
        // 1-based and inclusive.
        put(corners, "xmin", std::to_string(std::lround(std::floor(left)) + 1));
        put(corners, "ymin", std::to_string(std::lround(std::floor(top)) + 1));
        put(corners, "xmax", std::to_string(std::lround(std::ceil(right))));
        put(corners, "ymax", std::to_string(std::lround(std::ceil(bottom))));
        put_words(place, "confidence",
                  [&](const char* name, const std::string& text) { put(object, name, text); });
    }
};

class CvatWriter final : public AnnotationWriter {
 public:
    CvatWriter(const fs::path& folder, ExistingFiles existing) : AnnotationWriter(folder, existing) {
        root_ = document_.append_child("annotations");
        put(root_, "version", "1.1");
        labels_ = root_.append_child("meta").append_child("task").append_child("labels");
    }

    void add(const json& photo) override {
        auto image = root_.append_child("image");
        image.append_attribute("id") = std::to_string(images_++).c_str();
        image.append_attribute("name") = photo.at("name").get<std::string>().c_str();
        image.append_attribute("width") = photo.at("width").dump().c_str();
        image.append_attribute("height") = photo.at("height").dump().c_str();
        for (const json& place : photo.at("places")) add_place(image, place);
        for (const auto& [phrase, verdict] : verdicts_of(photo))
            add_attribute(append(image, "tag", phrase), "verdict", verdict);
    }

    void finish() override {
        for (const std::string& name : labels()) {
            auto label = labels_.append_child("label");
            put(label, "name", name);
            auto attributes = label.append_child("attributes");
            for (const char* const known : {"score", "verdict", "note"}) {
                auto attribute = attributes.append_child("attribute");
                put(attribute, "name", known);
                put(attribute, "mutable", "False");
                put(attribute, "input_type", "text");
            }
        }
        write(folder() / "annotations.xml", text_of(document_));
    }

 private:
    pugi::xml_node append(pugi::xml_node image, const char* kind, const std::string& phrase) {
        const std::string label = one_line(phrase);
        number_of(label);
        auto shape = image.append_child(kind);
        shape.append_attribute("label") = label.c_str();
        return shape;
    }

    static void add_attribute(pugi::xml_node shape, const char* name, const std::string& text) {
        auto attribute = shape.append_child("attribute");
        attribute.append_attribute("name") = name;
        attribute.text().set(text.c_str());
    }

    void add_place(pugi::xml_node image, const json& place) {
        const std::string kind = kind_of(place);
        auto shape = append(image, kind == "point" ? "points" : kind.c_str(), phrase_of(place));
        shape.append_attribute("occluded") = "0";
        if (kind == "box") {
            const auto [left, top, right, bottom] = box_of(place);
            shape.append_attribute("xtl") = fmt::format("{:.2f}", left).c_str();
            shape.append_attribute("ytl") = fmt::format("{:.2f}", top).c_str();
            shape.append_attribute("xbr") = fmt::format("{:.2f}", right).c_str();
            shape.append_attribute("ybr") = fmt::format("{:.2f}", bottom).c_str();
        } else {
            std::string points;
            for (const json& corner : place.at("outline"))
                points += fmt::format("{}{:.2f},{:.2f}", points.empty() ? "" : ";", corner[0].get<double>(),
                                      corner[1].get<double>());
            shape.append_attribute("points") = points.c_str();
        }
        put_words(place, "score",
                  [&](const char* name, const std::string& text) { add_attribute(shape, name, text); });
    }

    pugi::xml_document document_;
    pugi::xml_node root_, labels_;
    std::size_t images_ = 0;
};

}  // namespace

std::unique_ptr<AnnotationWriter> voc_writer(const fs::path& folder, ExistingFiles existing) {
    return std::make_unique<VocWriter>(folder, existing);
}

std::unique_ptr<AnnotationWriter> cvat_writer(const fs::path& folder, ExistingFiles existing) {
    return std::make_unique<CvatWriter>(folder, existing);
}

}  // namespace gbs
