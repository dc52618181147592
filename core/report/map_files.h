// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/locked_file.h"
#include "core/image/map_look.h"
#include "core/model/batch_grounding.h"

namespace gbs {

/// One of the three maps of a phrase.
enum class MapKind { gbs, i2t, mean };
/// The file format of a map, always at the size of the photo: PNG blended over the photo; 16-bit gray PNG
/// (65535 is 1); NumPy float32 of shape (height, width).
enum class MapFormat { overlay, png16, npy };

inline constexpr std::array all_map_kinds{MapKind::gbs, MapKind::i2t, MapKind::mean};
inline constexpr std::array all_map_formats{MapFormat::overlay, MapFormat::png16, MapFormat::npy};

std::string_view map_name(MapKind kind);         ///< "gbs", "i2t", "mean"
std::string_view format_name(MapFormat format);  ///< "overlay", "png16", "npy"
const Heatmap& select_map(const Grounding& grounding, MapKind kind);
/// The look for maps of one photo: Limits::shared becomes the range over these maps of all `groundings`.
MapLook look_for_photo(const MapLook& look, std::span<const Grounding> groundings,
                       std::span<const MapKind> maps, const Image& photo);

struct MapFilesOptions {
    std::vector<MapKind> maps{all_map_kinds.begin(), all_map_kinds.end()};
    std::vector<MapFormat> formats{MapFormat::overlay, MapFormat::npy};
    bool resume = false;  ///< write only what the folder's manifest lacks; else start over
    MapLook look{};       ///< of overlays; those of another look are missing
};

/// A folder of map files with the manifest maps.jsonl: one object per file, {photo, phrase, map, format,
/// file, width, height, peak: [x, y], value, model}; `file` is relative to the folder. The line of an overlay
/// also has its look and limits: [low, high]. A line is written only after its file.
class MapFiles {
 public:
    /// Creates the folder for maps of `model`. Throws Error if it cannot be created, or if it contains maps
    /// of another model and is to be resumed, or while another program writes there.
    MapFiles(std::filesystem::path folder, const MapFilesOptions& options, std::string model);

    /// Indices of the task's phrases with at least one missing file; all of them if the overlays of a photo
    /// share their limits and one is missing.
    std::vector<std::size_t> missing(const GroundingTask& task) const;
    /// Indices of the phrases to ground: all of them, or the missing ones if the folder is resumed. Chooses the names of
    /// their files, which depend on the photos before.
    std::vector<std::size_t> plan(const GroundingTask& task);

    /// The files of a photo, one list per grounding. They are removed with this object unless they have been listed.
    class Written {
     public:
        Written() = default;
        ~Written();
        Written(const Written&) = delete;
        Written& operator=(const Written&) = delete;
        const std::vector<std::vector<std::filesystem::path>>& files() const { return files_; }

     private:
        friend class MapFiles;
        std::vector<std::vector<std::filesystem::path>> files_;
        std::string lines_;
        bool listed_ = false;
    };
    /// Writes the files of each grounding. Several threads may call this at the same time. Throws Error.
    std::shared_ptr<Written> draw(const GroundedPhoto& photo);
    /// Adds their lines to the manifest. Throws Error; the folder is then still consistent.
    void list(Written& written) const;
    /// Both. Returns the paths.
    std::vector<std::vector<std::filesystem::path>> write(const GroundedPhoto& photo);

 private:
    struct Present {
        std::string stem;
        unsigned files = 0;  ///< one bit per map and format
    };

    std::uintmax_t read_manifest();
    void write_formats(const GroundedPhoto& photo, const Grounding& grounding, MapKind kind,
                       const MapLook& look, const Present& present, std::vector<std::filesystem::path>& files,
                       std::string& lines) const;
    Present find_present(const std::string& photo, const std::string& phrase) const;
    std::string choose_stem(const std::filesystem::path& photo, const std::string& phrase,
                            std::size_t number);
    std::string make_stem(const std::filesystem::path& photo, const std::string& phrase, std::size_t number);
    unsigned requested_files() const;

    std::filesystem::path folder_, manifest_;
    MapFilesOptions options_;
    std::string model_;
    std::unique_ptr<LockedFile> lock_;                      ///< on the manifest
    std::unordered_map<std::string, Present> present_;      ///< from an earlier run, by photo and phrase
    std::mutex mutex_;                                      ///< guards what follows
    std::unordered_set<std::string> stems_;                 ///< file name stems in use
    std::unordered_map<std::string, std::string> planned_;  ///< stems by photo and number of the phrase
};

}  // namespace gbs
