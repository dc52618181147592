// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/split_images.h"

#include <algorithm>
#include <filesystem>

#include "core/base/text_lines.h"
#include "core/image/image_files.h"

namespace gbs {
namespace {

bool has_extension(const std::string& image) {
    return has_image_extension(std::filesystem::path(normalize_photo_name(image)));
}

std::string strip_extension(const std::string& image) {
    return has_extension(image) ? image.substr(0, image.rfind('.')) : image;
}

}  // namespace

void SplitImages::add(std::string_view image) {
    const std::string name(trimmed(image));
    if (name.empty()) return;
    exact_.add(name);
    stems_.add(strip_extension(name));
    has_extension_.push_back(has_extension(name));
    used_.push_back(false);
}

bool SplitImages::contains(const std::string& image) {
    if (last_ == image) return last_found_;
    last_found_ = look_up(image);
    last_ = image;
    return last_found_;
}

bool SplitImages::look_up(const std::string& image) {
    auto entry = exact_.find(image);
    if (!entry) {
        entry = stems_.find(strip_extension(image));
        if (entry && has_extension_[*entry] && has_extension(image)) return false;
    }
    if (entry) used_[*entry] = true;
    return entry.has_value();
}

std::size_t SplitImages::unused() const {
    return static_cast<std::size_t>(std::ranges::count(used_, false));
}

}  // namespace gbs
