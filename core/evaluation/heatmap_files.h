// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/image/heatmap.h"

namespace gbs {

/// NumPy's .npy with shape (height, width), C order: float16, float32, float64, or unsigned bytes and 16-bit
/// numbers (divided by 255 and 65535). Throws Error where it is something else, larger than 100 million
/// values, cut off, or holds what is not a number.
Heatmap read_npy(const std::filesystem::path& file);
/// A grey PNG of 16 bits (divided by 65535) or 8 bits. Throws Error.
Heatmap read_png_map(const std::filesystem::path& file);
/// By the ending: .npy or .png. Throws Error.
Heatmap read_map(const std::filesystem::path& file);

/// Maps in files: JSONL, one object a line: {"image", "phrase", "file"}, the map's path relative to the
/// manifest and below its folder. Maps of any size; they are resized bilinearly to the image. The manifest
/// that `gbs ground --out` writes is read too ("photo" for "image"): of it the mean maps as .npy or PNG.
class MapManifest {
 public:
    /// Throws Error where the file cannot be read or lists no map. Lines that cannot be used are counted.
    explicit MapManifest(const std::filesystem::path& file);

    /// The map's file, or an empty path.
    std::filesystem::path find(const std::string& image, const std::string& phrase) const;
    std::size_t size() const { return maps_.size(); }
    const std::map<std::string, std::size_t>& skipped() const { return skipped_; }

 private:
    std::filesystem::path folder_;
    std::unordered_map<std::string, std::string> maps_;
    std::map<std::string, std::size_t> skipped_;
};

}  // namespace gbs
