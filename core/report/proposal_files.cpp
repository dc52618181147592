// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/proposal_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <set>
#include <sstream>
#include <system_error>
#include <vector>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json_text.h"
#include "core/base/utf8.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// Proposals name photos relative to their own folder, as labelme wants.
std::string relative_name(const fs::path& photo, const fs::path& folder) {
    std::error_code code;
    const fs::path relative = fs::relative(photo, folder, code);
    return code || relative.empty() ? photo.string() : relative.string();
}

/// A label fits in a line.
std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

}  // namespace

struct ProposalFiles::State {
    fs::path folder;
    ProposalFormat format;
    std::set<std::string> names;       ///< of files
    std::vector<std::string> classes;  ///< phrases, in the order of their numbers
    json images = json::array(), annotations = json::array();

    std::size_t number_of(const std::string& phrase) {
        const auto known = std::ranges::find(classes, phrase);
        if (known != classes.end()) return static_cast<std::size_t>(known - classes.begin());
        classes.push_back(phrase);
        return classes.size() - 1;
    }

    fs::path file_for(const json& photo, const char* extension) {
        const std::string stem = fs::path(photo.at("photo").get<std::string>()).stem().string();
        std::string name = stem;
        for (int i = 2; !names.insert(name).second; ++i) name = stem + "." + std::to_string(i);
        return folder / (name + extension);
    }

    void write_labelme(const json& photo) {
        json shapes = json::array();
        for (const json& each : photo.at("proposals"))
            shapes.push_back({{"label", each.at("phrase")},
                              {"points", each.at("outline")},
                              {"group_id", nullptr},
                              {"description", ""},
                              {"score", each.at("score")},
                              {"shape_type", "polygon"},
                              {"flags", json::object()}});
        const json document{{"version", "5.4.1"},
                            {"flags", json::object()},
                            {"shapes", shapes},
                            {"imagePath", relative_name(photo.at("photo").get<std::string>(), folder)},
                            {"imageData", nullptr},
                            {"imageHeight", photo.at("height")},
                            {"imageWidth", photo.at("width")}};
        write_atomically(file_for(photo, ".json"), json_text(document, 2) + "\n");
    }

    void write_voc(const json& photo) {
        pugi::xml_document document;
        auto root = document.append_child("annotation");
        const auto put = [](pugi::xml_node node, const char* name, const std::string& text) {
            node.append_child(name).text().set(text.c_str());
        };
        put(root, "filename", fs::path(photo.at("photo").get<std::string>()).filename().string());
        put(root, "path", photo.at("photo").get<std::string>());
        auto size = root.append_child("size");
        put(size, "width", photo.at("width").dump());
        put(size, "height", photo.at("height").dump());
        put(size, "depth", "3");
        for (const json& each : photo.at("proposals")) {
            auto object = root.append_child("object");
            put(object, "name", one_line(each.at("phrase").get<std::string>()));
            put(object, "difficult", "0");
            const auto box = each.at("box").get<std::array<double, 4>>();
            auto corners = object.append_child("bndbox");
            // 1-based and inclusive.
            put(corners, "xmin", std::to_string(std::lround(std::floor(box[0])) + 1));
            put(corners, "ymin", std::to_string(std::lround(std::floor(box[1])) + 1));
            put(corners, "xmax", std::to_string(std::lround(std::ceil(box[2]))));
            put(corners, "ymax", std::to_string(std::lround(std::ceil(box[3]))));
            put(object, "confidence", fmt::format("{:.4f}", each.at("score").get<double>()));
        }
        std::ostringstream text;
        document.save(text, "  ");
        write_atomically(file_for(photo, ".xml"), text.str());
    }

    void write_yolo(const json& photo) {
        const auto width = photo.at("width").get<double>(), height = photo.at("height").get<double>();
        std::string text;
        for (const json& each : photo.at("proposals")) {
            const auto box = each.at("box").get<std::array<double, 4>>();
            text += fmt::format("{} {:.6f} {:.6f} {:.6f} {:.6f}\n",
                                number_of(one_line(each.at("phrase").get<std::string>())),
                                (box[0] + box[2]) / 2 / width, (box[1] + box[3]) / 2 / height,
                                (box[2] - box[0]) / width, (box[3] - box[1]) / height);
        }
        write_atomically(file_for(photo, ".txt"), text);
    }

    void keep_coco(const json& photo) {
        const std::size_t image = images.size() + 1;
        images.push_back({{"id", image},
                          {"file_name", photo.at("name")},
                          {"width", photo.at("width")},
                          {"height", photo.at("height")}});
        for (const json& each : photo.at("proposals")) {
            const auto box = each.at("box").get<std::array<double, 4>>();
            json corners = json::array();
            for (const json& corner : each.at("outline"))
                for (const json& value : corner) corners.push_back(value);
            annotations.push_back({{"id", annotations.size() + 1},
                                   {"image_id", image},
                                   {"category_id", number_of(each.at("phrase").get<std::string>()) + 1},
                                   {"bbox", {box[0], box[1], box[2] - box[0], box[3] - box[1]}},
                                   {"area", (box[2] - box[0]) * (box[3] - box[1])},
                                   {"segmentation", {corners}},
                                   {"iscrowd", 0},
                                   {"score", each.at("score")}});
        }
    }
};

std::string_view proposal_format_name(ProposalFormat format) {
    switch (format) {
        case ProposalFormat::labelme:
            return "labelme";
        case ProposalFormat::coco:
            return "coco";
        case ProposalFormat::voc:
            return "voc";
        case ProposalFormat::yolo:
            break;
    }
    return "yolo";
}

ProposalFiles::ProposalFiles(fs::path folder, ProposalFormat format) : state_(std::make_unique<State>()) {
    std::error_code code;
    fs::create_directories(folder, code);
    if (code) throw Error("cannot create " + folder.string() + ": " + code.message());
    state_->folder = std::move(folder);
    state_->format = format;
}

ProposalFiles::~ProposalFiles() = default;

json ProposalFiles::describe(const GroundedPhoto& photo, double threshold) {
    json proposals = json::array();
    for (const Proposal& each : propose(photo, threshold))
        proposals.push_back(
            {{"phrase", each.phrase}, {"box", each.box}, {"outline", each.outline}, {"score", each.score}});
    const std::string name = photo.task.name.empty() ? photo.task.photo.filename().string() : photo.task.name;
    return {{"photo", photo.task.photo.string()},
            {"name", name},
            {"width", photo.image->width},
            {"height", photo.image->height},
            {"proposals", proposals}};
}

void ProposalFiles::add(const json& described) {
    switch (state_->format) {
        case ProposalFormat::labelme:
            return state_->write_labelme(described);
        case ProposalFormat::coco:
            return state_->keep_coco(described);
        case ProposalFormat::voc:
            return state_->write_voc(described);
        case ProposalFormat::yolo:
            return state_->write_yolo(described);
    }
}

void ProposalFiles::finish() {
    if (state_->format == ProposalFormat::yolo) {
        std::string text;
        for (const std::string& name : state_->classes) text += name + "\n";
        write_atomically(state_->folder / "classes.txt", text);
    }
    if (state_->format != ProposalFormat::coco) return;
    json categories = json::array();
    for (std::size_t i = 0; i < state_->classes.size(); ++i)
        categories.push_back({{"id", i + 1}, {"name", state_->classes[i]}, {"supercategory", ""}});
    const json document{{"info", {{"description", "proposals of GbS Explorer"}}},
                        {"images", state_->images},
                        {"annotations", state_->annotations},
                        {"categories", categories}};
    write_atomically(state_->folder / "instances.json", json_text(document) + "\n");
}

}  // namespace gbs
