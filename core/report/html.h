// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/image/image.h"

namespace gbs {

/// Escapes untrusted text for an element or a quoted attribute of an HTML or XML document; invalid UTF-8 and
/// control characters become U+FFFD.
std::string escape_html(std::string_view text);

/// "data:TYPE;base64,..." with the bytes.
std::string data_uri(std::string_view type, std::span<const std::uint8_t> bytes);

/// The beginning of a document up to its body, with the style of all reports and `more_style`. The document
/// loads nothing and runs no script; it is light or dark like the reader's system.
std::string html_head(const std::string& title, std::string_view more_style = {},
                      const std::string& language = "en", bool right_to_left = false);
/// "data:image/jpeg;base64,..." with the picture.
std::string jpeg_uri(const Image& image, int quality);
/// An image element with the picture embedded as JPEG.
std::string html_image(const Image& image, const std::string& description);
/// Scales the photo down to at most `side` pixels on the longest side.
Image thumbnail(const Image& photo, int side);

}  // namespace gbs
