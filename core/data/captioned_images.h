// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace gbs {

struct CaptionedImage {
    std::filesystem::path path;
    std::vector<std::string> captions;  ///< at least one, UTF-8, without spaces at the ends, never empty
};

/// What a captions file and a folder hold together.
struct CaptionedImages {
    std::vector<CaptionedImage> images;          ///< in the order of the captions file
    std::vector<std::string> missing;            ///< names that have captions but no file in the folder
    std::map<std::string, std::size_t> skipped;  ///< rows and entries left out, by reason
};

/// Reads the captions of the images in a folder. The format is recognised by what the file holds:
/// - JSON with "annotations": COCO captions (images[].id and file_name, annotations[].image_id and caption);
/// - JSON with images[].sentences[].raw: Karpathy's (filename, an optional folder in filepath, split);
/// - JSON with regions[].phrase: Visual Genome's region_descriptions.json, images in VG_100K and VG_100K_2;
/// - anything else: tab-separated image, number, caption, without a header; or with the columns that a first
/// line
///   names, image (or filepath) and caption (or title), as Conceptual Captions is listed.
///
/// `split` narrows it: empty takes all; a file lists image names, one a line (other names are skipped, listed
/// ones without captions are counted); otherwise it is the name of a split: in Karpathy's format, like
/// "train", or of a list like densecap_splits.json beside Visual Genome's regions.
///
/// Whether an image exists is asked of the folder's listing, read once; a file name that leads out of the
/// folder is never followed and counts as missing. A row that cannot be used is skipped and counted by
/// reason. Throws Error where the folder or a file is missing, where the file is none of the formats (with
/// the line), where the split is unknown, and where no image is left.
CaptionedImages read_captioned_images(const std::filesystem::path& images_folder,
                                      const std::filesystem::path& captions_file,
                                      const std::string& split = {});

}  // namespace gbs
