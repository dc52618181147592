// SPDX-License-Identifier: GPL-3.0-or-later

// labelme and COCO.
#include <system_error>

#include "core/base/json_text.h"
#include "core/report/annotation_writer.h"
#include "core/report/labelme_shapes.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// labelme's files name photos relative to their own folder.
std::string relative_name(const fs::path& photo, const fs::path& folder) {
    std::error_code code;
    const fs::path relative = fs::relative(photo, folder, code);
    return code || relative.empty() ? photo.string() : relative.string();
}

class LabelmeWriter final : public AnnotationWriter {
 public:
    using AnnotationWriter::AnnotationWriter;

    void add(const json& photo) override {
        const fs::path file = file_for(photo, ".json");
        if (keeps(file)) return update_labelme_file(file, photo);
        json shapes = json::array();
        for (const json& place : photo.at("places")) shapes.push_back(new_labelme_shape(place));
        const json document{{"version", "5.4.1"},
                            {"flags", labelme_flags(photo)},
                            {"shapes", shapes},
                            {"imagePath", relative_name(photo.at("photo").get<std::string>(), folder())},
                            {"imageData", nullptr},
                            {"imageHeight", photo.at("height")},
                            {"imageWidth", photo.at("width")}};
        write(file, json_text(document, 2) + "\n");
    }
};

class CocoWriter final : public AnnotationWriter {
 public:
    using AnnotationWriter::AnnotationWriter;

    void add(const json& photo) override {
        json image{{"id", images_.size() + 1},
                   {"file_name", photo.at("name")},
                   {"width", photo.at("width")},
                   {"height", photo.at("height")}};
        if (photo.contains("verdicts")) image["verdicts"] = photo["verdicts"];
        images_.push_back(std::move(image));
        for (const json& place : photo.at("places")) add_place(place);
    }

    void finish() override {
        json categories = json::array();
        for (std::size_t i = 0; i < labels().size(); ++i)
            categories.push_back({{"id", i + 1}, {"name", labels()[i]}, {"supercategory", ""}});
        const json document{{"info", {{"description", "GbS Explorer"}}},
                            {"images", images_},
                            {"annotations", annotations_},
                            {"categories", categories}};
        write(folder() / "instances.json", json_text(document) + "\n");
    }

 private:
    void add_place(const json& place) {
        const auto [left, top, right, bottom] = box_of(place);
        const std::string kind = kind_of(place);
        json corners = json::array();
        for (const json& corner : place.value("outline", json::array()))
            for (const json& value : corner) corners.push_back(value);
        json annotation{{"id", annotations_.size() + 1},
                        {"image_id", images_.size()},
                        {"category_id", number_of(phrase_of(place)) + 1},
                        {"bbox", {left, top, right - left, bottom - top}},
                        {"area", (right - left) * (bottom - top)},
                        {"segmentation", kind == "polygon" ? json::array({corners}) : json::array()},
                        {"iscrowd", 0}};
        if (kind == "point") {
            corners.push_back(2);  // visible
            annotation["keypoints"] = corners;
            annotation["num_keypoints"] = 1;
        }
        if (place.contains("score")) annotation["score"] = place["score"];
        for (const char* const words : {"verdict", "note"})
            if (place.contains(words)) annotation["attributes"][words] = place[words];
        annotations_.push_back(std::move(annotation));
    }

    json images_ = json::array(), annotations_ = json::array();
};

}  // namespace

std::unique_ptr<AnnotationWriter> labelme_writer(const fs::path& folder, ExistingFiles existing) {
    return std::make_unique<LabelmeWriter>(folder, existing);
}

std::unique_ptr<AnnotationWriter> coco_writer(const fs::path& folder, ExistingFiles existing) {
    return std::make_unique<CocoWriter>(folder, existing);
}

}  // namespace gbs
