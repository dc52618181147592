// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "core/report/existing_files.h"

namespace gbs {

/// Writes one format of annotation_files.h: its photos and places.
class AnnotationWriter {
 public:
    AnnotationWriter(std::filesystem::path folder, ExistingFiles existing)
        : folder_(std::move(folder)), existing_(existing) {}
    virtual ~AnnotationWriter() = default;
    virtual void add(const nlohmann::json& photo) = 0;
    virtual void finish() {}

 protected:
    const std::filesystem::path& folder() const { return folder_; }
    bool keeps(const std::filesystem::path& file) const;
    /// Throws Error if the file is there and must be kept.
    void write(const std::filesystem::path& file, const std::string& text) const;
    /// A file for the photo, with a number if another photo has its name.
    std::filesystem::path file_for(const nlohmann::json& photo, const char* extension);
    /// The number of a label, from 0, in the order of the first use.
    std::size_t number_of(const std::string& label);
    const std::vector<std::string>& labels() const { return labels_; }

 private:
    std::filesystem::path folder_;
    ExistingFiles existing_;
    std::set<std::string> names_;
    std::vector<std::string> labels_;
};

std::unique_ptr<AnnotationWriter> labelme_writer(const std::filesystem::path& folder, ExistingFiles existing);
std::unique_ptr<AnnotationWriter> coco_writer(const std::filesystem::path& folder, ExistingFiles existing);
std::unique_ptr<AnnotationWriter> voc_writer(const std::filesystem::path& folder, ExistingFiles existing);
std::unique_ptr<AnnotationWriter> cvat_writer(const std::filesystem::path& folder, ExistingFiles existing);

using PlaceBox = std::array<double, 4>;
inline PlaceBox box_of(const nlohmann::json& place) {
    return place.at("box").get<PlaceBox>();
}
inline std::string phrase_of(const nlohmann::json& place) {
    return place.at("phrase").get<std::string>();
}
inline std::string kind_of(const nlohmann::json& place) {
    return place.value("kind", "polygon");
}
/// The verdicts on phrases without a place.
inline std::map<std::string, std::string> verdicts_of(const nlohmann::json& photo) {
    return photo.value("verdicts", std::map<std::string, std::string>());
}
/// A label in a line.
std::string one_line(std::string text);

}  // namespace gbs
