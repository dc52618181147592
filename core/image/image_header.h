// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace gbs {

/// What an image file says of itself, read without decoding a pixel. Nothing in it is trusted by more than
/// its bytes.
struct ImageHeader {
    enum class Format { jpeg, png, webp, bmp, tiff };

    Format format = Format::jpeg;
    std::int64_t width = 0;            ///< as stored, before the orientation is applied
    std::int64_t height = 0;           ///< as stored
    int orientation = 1;               ///< EXIF's 1..8, 1 where the file says nothing
    bool animated = false;             ///< WebP with frames
    bool premultiplied_alpha = false;  ///< TIFF whose colours are stored times alpha
};

/// Reads the header of a JPEG, PNG, WebP, BMP or TIFF. `name` is used in errors.
/// Throws Error where the bytes are of no such format (GIF and other known ones are named), where the header
/// is damaged, and where the file ends before its image does (JPEG without its end marker, PNG without IEND,
/// WebP shorter than it says): decoders fill the rest with grey and say nothing.
ImageHeader read_image_header(std::span<const std::uint8_t> bytes, const std::string& name);

}  // namespace gbs
