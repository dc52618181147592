// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

#include "core/data/captioned_image.h"

namespace gbs {

/// Reads the captions of the images in a folder. The format is recognized by the contents of the file.
/// JSON:
/// - COCO captions: images[].id and file_name, annotations[].image_id and caption;
/// - Karpathy's format: images[].filename, optional folder in filepath, split, sentences[].raw or tokens;
/// - Visual Genome's region_descriptions.json;
/// - a list, or one object a line, of an image (image, file_name, filename, path, ...) and its caption or captions
///   (caption, captions, text, title, sentences, ...): a text or a list of texts;
/// - Label Studio's JSON: the texts of its tasks, with the photos' names before they were uploaded;
/// - one object with the captions by image: {"1.jpg": ["A dog.", ...]}.
///
/// Tables, one row a line:
/// - image, number and caption, or image and caption, separated by tabs; "1.jpg#0" is caption 0 of 1.jpg;
/// - a header names the columns: image (file_name, filepath, ...) and caption (title, comment, ...), separated by
///   tabs, commas, semicolons or |; fields may be quoted as in CSV. A column "split" names splits.
///
/// `split` selects images: empty selects all; a file lists one image name per line (other images are skipped,
/// listed images without captions are counted); anything else is the name of a split: one of Karpathy's, such
/// as "train", or of a list such as densecap_splits.json next to Visual Genome's regions.
///
/// A name means a photo by its path relative to the folder (core/image/photo_names.h); a photo outside the folder
/// counts as missing. Text is read as UTF-8, or UTF-16 with a byte order mark; lines that are neither are read as
/// Windows-1252, and `notes` says so. Unusable rows are skipped and counted by reason.
/// Throws Error if the folder or a file is missing, the format is unknown (with its first line), a name could mean
/// two photos, the split is unknown (SplitError), or no image is left.
CaptionedImages read_captioned_images(const std::filesystem::path& images_folder,
                                      const std::filesystem::path& captions_file,
                                      const std::string& split = {});

}  // namespace gbs
