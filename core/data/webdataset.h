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

/// One photo of a shard with its captions.
struct ShardSample {
    std::string key;                    ///< "shard.tar:000012"
    std::vector<std::uint8_t> photo;    ///< the encoded image file
    std::vector<std::string> captions;  ///< at least one; trimmed, never empty
};

/// The shards that `pattern` names, sorted by name: a tar file, all tar files of a folder, or a range in
/// braces such as "cc3m-{0000..0331}.tar", the notation of img2dataset and webdataset. Throws Error if there
/// is none, or if one of a range does not exist.
std::vector<std::filesystem::path> find_shards(const std::string& pattern);

/// Reads a webdataset shard sequentially, one sample at a time. A sample is a run of adjacent files of a tar
/// archive with the same name up to the first dot. The photo is .jpg, .jpeg, .png, .webp or .bmp; captions
/// are .txt or .caption (one each), or a .json with "caption" (a string or a list) or "captions".
/// The archive may be compressed.
class ShardReader {
 public:
    static constexpr std::size_t max_photo_bytes = std::size_t{64} << 20;
    static constexpr std::size_t max_text_bytes = std::size_t{1} << 20;

    /// Throws Error if the file cannot be opened.
    explicit ShardReader(const std::filesystem::path& path);
    ~ShardReader();
    ShardReader(ShardReader&&) noexcept;
    ShardReader& operator=(ShardReader&&) noexcept;

    /// The next sample with a photo and a caption; nothing at the end, or once the archive is damaged.
    std::optional<ShardSample> next();
    /// Skipped samples and files by reason; a damaged archive counts once per part that could not be read.
    const std::map<std::string, std::size_t>& skipped() const;

 private:
    struct Archive;
    std::unique_ptr<Archive> archive_;
};

}  // namespace gbs
