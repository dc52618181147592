// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/model/batch_grounding.h"

namespace gbs {

/// Which of a phrase's maps.
enum class MapKind { gbs, i2t, mean };
/// How a map is written, always at the photo's size: laid over the photo as PNG; as 16-bit grey PNG (65535
/// is 1); as NumPy float32 of shape (height, width).
enum class MapFormat { overlay, png16, npy };

inline constexpr std::array all_map_kinds{MapKind::gbs, MapKind::i2t, MapKind::mean};
inline constexpr std::array all_map_formats{MapFormat::overlay, MapFormat::png16, MapFormat::npy};

std::string_view map_name(MapKind kind);         ///< "gbs", "i2t", "mean"
std::string_view format_name(MapFormat format);  ///< "overlay", "png16", "npy"
const Heatmap& map_of(const Grounding& grounding, MapKind kind);

struct MapFilesOptions {
    std::vector<MapKind> maps{all_map_kinds.begin(), all_map_kinds.end()};
    std::vector<MapFormat> formats{MapFormat::overlay, MapFormat::npy};
    bool resume = false;  ///< go on with what the folder's manifest lacks; else it is begun anew
};

/// A folder of map files with a manifest, maps.jsonl: one object a file, {photo, phrase, map, format, file,
/// width, height, peak: [x, y], value, model}; `file` is relative to the folder. A line is there only when
/// its file is.
class MapFiles {
 public:
    /// Makes the folder. `model` says whose maps these are. Throws Error where the folder cannot be made, or
    /// where it is to be resumed with another model.
    MapFiles(std::filesystem::path folder, const MapFilesOptions& options, std::string model);

    /// The numbers of the task's phrases of which a file is missing.
    std::vector<std::size_t> missing(const GroundingTask& task) const;
    /// Writes the files of each grounding, then their lines. Returns the paths, a list a grounding. Throws
    /// Error; whatever is then in the folder is whole.
    std::vector<std::vector<std::filesystem::path>> write(const GroundedPhoto& photo);

 private:
    struct Present {
        std::string stem;
        unsigned files = 0;  ///< a bit a map and format
    };

    void read_manifest();
    void write_formats(const GroundedPhoto& photo, const Grounding& grounding, MapKind kind,
                       const Present& present, std::vector<std::filesystem::path>& files,
                       std::string& lines) const;
    void append(const std::string& lines) const;
    Present known(const GroundedPhoto& photo, std::size_t grounding) const;
    std::string free_stem(const std::filesystem::path& photo, const std::string& phrase, std::size_t number);
    unsigned wanted_bits() const;

    std::filesystem::path folder_, manifest_;
    MapFilesOptions options_;
    std::string model_;
    std::unordered_map<std::string, Present> present_;  ///< by photo and phrase; from an earlier run
    std::unordered_set<std::string> stems_;             ///< of files that belong to some phrase
};

}  // namespace gbs
