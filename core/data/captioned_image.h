// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/error.h"

namespace gbs {

/// The split is unknown, or its list is unreadable or empty.
class SplitError : public Error {
 public:
    using Error::Error;
};

struct CaptionedImage {
    std::filesystem::path path;
    std::vector<std::string> captions;  ///< at least one; UTF-8, trimmed, never empty
};

/// The captions of a file for the images of a folder.
struct CaptionedImages {
    std::vector<CaptionedImage> images;          ///< in the order of the captions file
    std::vector<std::string> missing;            ///< names with captions but without a file in the folder
    std::map<std::string, std::size_t> skipped;  ///< rejected rows and entries, by reason
    std::vector<std::string> notes;  ///< what else the person should know, such as a guessed encoding
};

}  // namespace gbs
