// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gbs {

/// One photo with its captions out of a shard.
struct ShardSample {
    std::string key;                    ///< "shard.tar:000012"
    std::vector<std::uint8_t> photo;    ///< the image file, not decoded
    std::vector<std::string> captions;  ///< at least one, without spaces at the ends, never empty
};

/// The shards that `pattern` names: a tar file, all tar files of a folder, or a range in braces such as
/// "cc3m-{0000..0331}.tar" (as img2dataset and webdataset write it), sorted by name. Throws Error where there
/// is none, and where one of a range does not exist.
std::vector<std::filesystem::path> find_shards(const std::string& pattern);

/// Reads a webdataset shard from its beginning to its end, one sample at a time: neighbouring files of a tar
/// archive that share their name up to the first dot. The photo is .jpg, .jpeg, .png, .webp or .bmp; captions
/// are .txt or .caption (one), or a .json with "caption" (a text or a list) or "captions".
/// The archive may be compressed.
class ShardReader {
 public:
    static constexpr std::size_t most_photo_bytes = std::size_t{64} << 20;
    static constexpr std::size_t most_text_bytes = std::size_t{1} << 20;

    /// Throws Error where the file cannot be opened.
    explicit ShardReader(const std::filesystem::path& path);
    ~ShardReader();
    ShardReader(ShardReader&&) noexcept;
    ShardReader& operator=(ShardReader&&) noexcept;

    /// The next sample that has a photo and a caption; nothing at the end, or where the archive is damaged.
    std::optional<ShardSample> next();
    /// What was left out, by reason; a damaged archive counts for each part that could not be read.
    const std::map<std::string, std::size_t>& skipped() const;

 private:
    struct Archive;
    std::unique_ptr<Archive> archive_;
};

}  // namespace gbs
