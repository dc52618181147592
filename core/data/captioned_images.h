// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

#include "core/data/captioned_image.h"

namespace gbs {

/// Reads the captions of the images in a folder. The format is recognized by the contents of the file:
/// - JSON with "annotations": COCO captions (images[].id and file_name, annotations[].image_id and caption);
/// - JSON with images[].sentences[].raw: Karpathy's format (filename, optional folder in filepath, split);
/// - JSON with regions[].phrase: Visual Genome's region_descriptions.json, images in VG_100K and VG_100K_2;
/// - anything else: tab-separated image, number, caption without a header, or with a header that names the
///   columns image (or filepath) and caption (or title), as in listings of Conceptual Captions.
///
/// `split` selects images: empty selects all; a file lists one image name per line (other images are skipped,
/// listed images without captions are counted); anything else is the name of a split: one of Karpathy's, such
/// as "train", or of a list such as densecap_splits.json next to Visual Genome's regions.
///
/// The folder is listed once; a file name that leads out of the folder counts as missing. Unusable rows are
/// skipped and counted by reason. Throws Error if the folder or a file is missing, the format is unknown
/// (with the line), the split is unknown (SplitError), or no image is left.
CaptionedImages read_captioned_images(const std::filesystem::path& images_folder,
                                      const std::filesystem::path& captions_file,
                                      const std::string& split = {});

}  // namespace gbs
