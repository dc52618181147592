// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

#include "core/base/error.h"
#include "core/image/heatmap.h"

namespace gbs {

/// A file of a map cannot be used. `what` names the file and the place; `reason` is the same for all files
/// with this fault, so that they can be counted.
class MapError : public Error {
 public:
    MapError(const std::filesystem::path& file, std::string reason, const std::string& place = {})
        : Error(file.string() + ": " + reason + place), reason_(std::move(reason)) {}
    const std::string& reason() const { return reason_; }

 private:
    std::string reason_;
};

/// Reads a .npy file of real numbers of any width, order and byte order. The shape is (height, width), or one
/// with further sides of 1 before or after. Unsigned integers of 8 and 16 bits are divided by 255 and 65535.
/// Throws MapError, also for values that are not finite.
Heatmap read_npy_map(const std::filesystem::path& file);

}  // namespace gbs
