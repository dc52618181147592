// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/image/photo_resolver.h"

namespace gbs {

/// The images that a list names: by name, by path, or by id, with or without an image file extension. Names with
/// folders are compared from the end, part by part (core/image/photo_names.h).
class SplitImages {
 public:
    /// `where` names the list in errors.
    explicit SplitImages(const std::string& where) : exact_(where), stems_(where) {}

    void add(std::string_view image);
    /// Whether the list has the image. Extensions only count if both names have one.
    /// Throws Error if two images could be meant: "1.jpg" in the list, "cats/1.jpg" and "dogs/1.jpg" in the data.
    bool contains(const std::string& image);
    std::size_t size() const { return used_.size(); }
    /// Entries that no image has been found for so far.
    std::size_t unused() const;

 private:
    bool look_up(const std::string& image);

    PhotoResolver exact_, stems_;  ///< as written, and without the extension
    std::vector<bool> used_, has_extension_;
    std::optional<std::string> last_;  ///< data name the same image many times in a row
    bool last_found_ = false;
};

}  // namespace gbs
