// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/image/image.h"

namespace gbs {

/// Text from outside as text of an HTML or XML document, in an element or a quoted attribute: markup is
/// escaped; invalid UTF-8 and control characters become U+FFFD.
std::string escape_html(std::string_view text);

/// "data:TYPE;base64,..." of bytes.
std::string data_uri(std::string_view type, std::span<const std::uint8_t> bytes);

/// The beginning of a document up to <body>, with the style of all reports and `more_style`. Nothing can be
/// loaded from elsewhere, no script runs; light or dark as the reader's system.
std::string html_head(const std::string& title, std::string_view more_style = {},
                      const std::string& language = "en", bool right_to_left = false);
/// <img> with the picture in it, as JPEG.
std::string html_image(const Image& image, const std::string& description);
/// At most `side` pixels on the longest side; never larger than the photo.
Image thumbnail(const Image& photo, int side);

}  // namespace gbs
