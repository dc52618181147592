// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/annotation_files.h"

#include <fmt/format.h>

#include <system_error>

#include "core/base/error.h"
#include "core/report/annotation_writer.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class YoloWriter final : public AnnotationWriter {
 public:
    using AnnotationWriter::AnnotationWriter;

    void add(const json& photo) override {
        const auto width = photo.at("width").get<double>(), height = photo.at("height").get<double>();
        std::string text;
        for (const json& place : photo.at("places")) {
            const auto [left, top, right, bottom] = box_of(place);
            text += fmt::format("{} {:.6f} {:.6f} {:.6f} {:.6f}\n", number_of(one_line(phrase_of(place))),
                                (left + right) / 2 / width, (top + bottom) / 2 / height,
                                (right - left) / width, (bottom - top) / height);
        }
        write(file_for(photo, ".txt"), text);
    }

    void finish() override {
        std::string text;
        for (const std::string& label : labels()) text += label + "\n";
        write(folder() / "classes.txt", text);
    }
};

std::unique_ptr<AnnotationWriter> make_writer(const fs::path& folder, AnnotationFormat format,
                                              ExistingFiles existing) {
    switch (format) {
        case AnnotationFormat::labelme:
            return labelme_writer(folder, existing);
        case AnnotationFormat::coco:
            return coco_writer(folder, existing);
        case AnnotationFormat::voc:
            return voc_writer(folder, existing);
        case AnnotationFormat::cvat:
            return cvat_writer(folder, existing);
        case AnnotationFormat::yolo:
            break;
    }
    return std::make_unique<YoloWriter>(folder, existing);
}

}  // namespace

struct AnnotationFiles::State {
    std::unique_ptr<AnnotationWriter> writer;
};

std::string_view annotation_format_name(AnnotationFormat format) {
    switch (format) {
        case AnnotationFormat::labelme:
            return "labelme";
        case AnnotationFormat::coco:
            return "coco";
        case AnnotationFormat::voc:
            return "voc";
        case AnnotationFormat::cvat:
            return "cvat";
        case AnnotationFormat::yolo:
            break;
    }
    return "yolo";
}

AnnotationFiles::AnnotationFiles(fs::path folder, AnnotationFormat format, ExistingFiles existing)
    : state_(std::make_unique<State>()) {
    std::error_code code;
    fs::create_directories(folder, code);
    if (code) throw Error("cannot create " + folder.string() + ": " + code.message());
    state_->writer = make_writer(folder, format, existing);
}

AnnotationFiles::~AnnotationFiles() = default;

void AnnotationFiles::add(const json& photo) {
    state_->writer->add(photo);
}

void AnnotationFiles::finish() {
    state_->writer->finish();
}

}  // namespace gbs
