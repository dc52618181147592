// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/image/heatmap.h"
#include "core/image/photo_names.h"

namespace gbs {

/// Reads a map by the extension of the file:
/// - .npy: any real numbers (npy_map.h);
/// - .png: gray, 16 bits (divided by 65535) or 8 bits (divided by 255).
/// Throws Error, mostly MapError with the reason, for anything else, more than 100 million values, a
/// truncated file, or values that are not finite.
Heatmap read_map(const std::filesystem::path& file);

/// A list of map files: JSONL, one object per line: {"image", "phrase", "file"}; the path is relative to the
/// manifest and below its folder. Maps of any size are resized bilinearly to the image. The manifest of
/// `gbs ground --out` ("photo" instead of "image") works as well: its mean maps as .npy or PNG are used.
class MapManifest {
 public:
    /// Throws Error if the file cannot be read or lists no map. Unusable lines are counted by reason.
    explicit MapManifest(const std::filesystem::path& file);

    /// The file of a map, or an empty path. The image is found by photo_names.h; case and punctuation of the
    /// phrase are ignored.
    std::filesystem::path find(const std::string& image, const std::string& phrase) const;
    /// The images that are listed, each once, in the order of the file.
    const std::vector<std::string>& images() const { return images_; }
    std::size_t size() const { return maps_.size(); }
    const std::map<std::string, std::size_t>& skipped() const { return skipped_; }

 private:
    std::size_t find_or_add_image(const std::string& name);

    std::filesystem::path folder_;
    std::vector<std::string> images_;
    std::unordered_map<std::string, std::size_t> index_;  ///< of `images_`, by normalized name
    PhotoNames names_;
    std::unordered_map<std::string, std::string> maps_;
    std::map<std::string, std::size_t> skipped_;
};

}  // namespace gbs
