// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/locked_file.h"
#include "core/image/map_look.h"
#include "core/model/batch_grounding.h"
#include "core/report/map_kinds.h"

namespace gbs {

struct MapFilesOptions {
    std::vector<MapKind> maps{all_map_kinds.begin(), all_map_kinds.end()};
    std::vector<MapFormat> formats{MapFormat::overlay, MapFormat::npy};
    bool resume = false;  ///< write only what the folder's manifest lacks; else start over
    bool lists = true;  ///< has the manifest, as one process of a team must; the others open theirs after it
    MapLook look{};     ///< of overlays; those of another look are missing
};

/// A folder of map files with the manifest maps.jsonl: one object per file, {photo, phrase, map, format,
/// file, width, height, peak: [x, y], value, model}; `file` is relative to the folder. The line of an overlay
/// also has its look and limits: [low, high]. A line is written only after its file.
class MapFiles {
 public:
    /// Creates the folder for maps of `model`. Throws Error if it cannot be created, or if it contains maps
    /// of another model and is to be resumed, or while another program writes there.
    MapFiles(std::filesystem::path folder, const MapFilesOptions& options, std::string model);
    ~MapFiles();
    MapFiles(const MapFiles&) = delete;
    MapFiles& operator=(const MapFiles&) = delete;

    /// Indices of the task's phrases with at least one missing file; all of them if the overlays of a photo
    /// share their limits and one is missing.
    std::vector<std::size_t> missing(const GroundingTask& task) const;
    /// Indices of the phrases to ground: all of them, or the missing ones if the folder is resumed. Chooses the names of
    /// their files, which depend on the photos before.
    std::vector<std::size_t> plan(const GroundingTask& task);

    /// The files of a photo, one list per grounding, and their lines of the manifest.
    struct Drawn {
        std::vector<std::vector<std::filesystem::path>> files;
        std::string lines;
    };
    /// Writes the files of each grounding. Several threads may call this at the same time. Files that are not listed are
    /// removed with this object. Throws Error.
    Drawn draw(const GroundedPhoto& photo);
    /// Adds lines to the manifest. Throws Error; the folder is then still consistent.
    void list(const std::string& lines);
    /// Both. Returns the paths.
    std::vector<std::vector<std::filesystem::path>> write(const GroundedPhoto& photo);
    /// Leaves it to the process that has the manifest to list what was drawn so far.
    void leave_to_first();

 private:
    struct Present {
        std::string stem;
        unsigned files = 0;  ///< one bit per map and format
    };

    std::uintmax_t read_manifest();
    void write_formats(const GroundedPhoto& photo, const Grounding& grounding, MapKind kind,
                       const MapLook& look, const Present& present, std::vector<std::filesystem::path>& files,
                       std::string& lines);
    Present find_present(const std::string& photo, const std::string& phrase) const;
    std::string choose_stem(const std::filesystem::path& photo, const std::string& phrase,
                            std::size_t number);
    std::string make_stem(const std::filesystem::path& photo, const std::string& phrase, std::size_t number);
    unsigned requested_files() const;

    std::filesystem::path folder_, manifest_;
    MapFilesOptions options_;
    std::string model_;
    std::unique_ptr<LockedFile> lock_;                      ///< on the manifest, if this process has it
    std::unordered_map<std::string, Present> present_;      ///< from an earlier run, by photo and phrase
    std::mutex mutex_;                                      ///< guards what follows
    std::unordered_set<std::string> stems_;                 ///< file name stems in use
    std::unordered_map<std::string, std::string> planned_;  ///< stems by photo and number of the phrase
    std::unordered_map<std::string, std::filesystem::path>
        unlisted_;  ///< files that were drawn, by listed name
};

}  // namespace gbs
