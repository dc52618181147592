// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/data/captioned_image.h"
#include "core/data/split_images.h"
#include "core/image/folder_index.h"
#include "core/image/photo_resolver.h"

namespace gbs {

/// The requested images: all, those of a list, or those of a named split.
class CaptionSplit {
 public:
    /// `split` is empty, a file with one image name per line, or a name. Throws SplitError for a list that is
    /// empty or cannot be read.
    explicit CaptionSplit(const std::string& split);

    const std::string& name() const { return name_; }
    /// Whether the list, if there is one, has the image.
    bool has_image(const std::string& image) { return !list_ || list_->contains(image); }
    /// Images of the list that nothing has asked for.
    std::size_t unused() const { return list_ ? list_->unused() : 0; }

 private:
    std::optional<SplitImages> list_;
    std::string name_;
};

/// Collects captions by image, in the order in which the images first appear. A name in the file means a photo of
/// the folder as everywhere (core/image/photo_names.h), never one outside.
class CaptionCollector {
 public:
    /// Throws Error if the folder does not exist.
    CaptionCollector(const std::filesystem::path& folder, const std::filesystem::path& captions_file,
                     const std::string& split);

    const CaptionSplit& split() const { return split_; }
    void skip(const std::string& reason, std::size_t count = 1) { found_.skipped[reason] += count; }
    void note(const std::string& text) {
        if (!text.empty()) found_.notes.push_back(text);
    }

    /// Throws Error if the name could mean two photos.
    void add(const std::string& image, std::string_view caption);

    /// Throws Error with the reasons if no image is left.
    CaptionedImages finish();

 private:
    /// What a name means: the index of an image in `found_`, or one of these.
    static constexpr std::size_t absent = static_cast<std::size_t>(-1), excluded = absent - 1;
    std::size_t find_place(const std::string& image);

    std::filesystem::path captions_file_;
    FolderIndex photos_;
    PhotoResolver resolver_;
    CaptionSplit split_;
    CaptionedImages found_;
    std::unordered_map<std::string, std::size_t> places_;        ///< by name
    std::unordered_map<std::size_t, std::size_t> photo_places_;  ///< by photo of the folder
};

}  // namespace gbs
