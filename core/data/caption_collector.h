// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "core/data/captioned_image.h"

namespace gbs {

/// The names in a folder and its subfolders, each listed once, on first use.
class FolderListing {
 public:
    /// Throws Error if the folder does not exist.
    explicit FolderListing(std::filesystem::path folder);

    /// Whether the subfolder contains the name; never for a subfolder that leads out of the folder.
    bool contains(const std::string& name, const std::string& subfolder);
    /// The path in the subfolder, else in the folder, if either contains the name.
    std::optional<std::filesystem::path> find(const std::string& name, const std::string& subfolder = {});

 private:
    /// Names on the disk by their normalized form (core/image/photo_names.h).
    using Names = std::unordered_map<std::string, std::string>;
    const Names& list_names(const std::string& subfolder);

    std::filesystem::path folder_;
    std::unordered_map<std::string, Names> names_;
};

/// The requested images: all, those of a list, or those of a named split.
class CaptionSplit {
 public:
    /// `split` is empty, a file with one image name per line, or a name. Throws Error for an empty list.
    explicit CaptionSplit(const std::string& split);

    const std::string& name() const { return name_; }
    const std::optional<std::unordered_set<std::string>>& list() const { return list_; }
    bool has_image(const std::string& image) const { return !list_ || list_->contains(image); }

 private:
    std::optional<std::unordered_set<std::string>> list_;
    std::string name_;
};

/// Collects captions by image, in the order in which the images first appear.
class CaptionCollector {
 public:
    CaptionCollector(const std::filesystem::path& folder, const std::string& split)
        : listing_(folder), split_(split) {}

    const CaptionSplit& split() const { return split_; }
    void skip(const std::string& reason, std::size_t count = 1) { found_.skipped[reason] += count; }

    /// A name that includes folders is looked up as by `add_path`.
    void add(const std::string& image, std::string_view caption, const std::string& subfolder = {});
    /// Adds a caption of an image whose name includes folders; the first ones need not exist in the folder.
    void add_path(const std::string& image, std::string_view caption);

    /// The first of the subfolders that contains the image, or empty.
    std::string find_subfolder(const std::string& image, std::initializer_list<const char*> subfolders);

    /// Throws Error with the reasons if no image is left.
    CaptionedImages finish(const std::filesystem::path& folder, const std::filesystem::path& captions_file);

 private:
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);
    FolderListing listing_;
    CaptionSplit split_;
    CaptionedImages found_;
    std::unordered_map<std::string, std::size_t> index_;
    std::unordered_set<std::string> seen_;
};

}  // namespace gbs
