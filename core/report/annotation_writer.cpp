// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/annotation_writer.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/foreign_paths.h"

namespace gbs {

namespace fs = std::filesystem;
using nlohmann::json;

std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

bool AnnotationWriter::keeps(const fs::path& file) const {
    return existing_ == ExistingFiles::keep && path_exists(file);
}

void AnnotationWriter::write(const fs::path& file, const std::string& text) const {
    if (keeps(file)) throw Error(file.string() + " exists: choose another folder");
    write_atomically(file, text);
}

fs::path AnnotationWriter::file_for(const json& photo, const char* extension) {
    const std::string stem = fs::path(photo.at("photo").get<std::string>()).stem().string();
    std::string name = stem;
    for (int i = 2; !names_.insert(name).second; ++i) name = stem + "." + std::to_string(i);
    return folder_ / (name + extension);
}

std::size_t AnnotationWriter::number_of(const std::string& label) {
    const auto known = std::ranges::find(labels_, label);
    if (known != labels_.end()) return static_cast<std::size_t>(known - labels_.begin());
    labels_.push_back(label);
    return labels_.size() - 1;
}

}  // namespace gbs
