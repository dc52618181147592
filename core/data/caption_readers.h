// SPDX-License-Identifier: GPL-3.0-or-later

// The formats of captions files; captioned_images.h describes them.
#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/caption_collector.h"

namespace gbs {

/// A table of text: lines of an image and a caption. `first_line` is the first line of the file.
/// Returns false if that line is none of a known table; nothing is read then. Throws Error.
bool read_caption_table(const std::filesystem::path& file, std::string_view first_line,
                        CaptionCollector& out);

/// A JSON document, or JSON lines. Returns false if no captions of images are found in it.
/// Throws Error if the file is not valid JSON.
bool read_caption_json(const std::filesystem::path& file, CaptionCollector& out);

/// Visual Genome's region_descriptions.json: the 5.4 million phrases are the captions of their images.
void read_caption_regions(const std::filesystem::path& file, CaptionCollector& out);

/// Refuses a split by name, which `format` cannot have. Throws SplitError.
void refuse_split_name(const CaptionSplit& split, const char* format);

/// The captions in a value of JSON: a text, a list of texts, or a list of objects, or of lists of words, one for each
/// caption.
std::vector<std::string> captions_of(const nlohmann::json& value);

}  // namespace gbs
