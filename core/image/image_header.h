// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace gbs {

/// The header of an image file, read without decoding pixels. Treat it as untrusted.
struct ImageHeader {
    enum class Format { jpeg, png, webp, bmp, tiff };

    Format format = Format::jpeg;
    std::int64_t width = 0;            ///< as stored, before applying the orientation
    std::int64_t height = 0;           ///< as stored
    std::int64_t pixel_bytes = 4;      ///< of a decoded pixel, at most
    int orientation = 1;               ///< EXIF orientation 1..8; 1 if absent
    bool exchanged = false;            ///< the orientation exchanges width and height, also in TIFF files
    bool premultiplied_alpha = false;  ///< TIFF with colors multiplied by alpha
};

/// Reads the header of a JPEG, PNG, WebP, BMP or TIFF. `name` is used in error messages. Throws Error if the
/// bytes have another format, the header is damaged or truncated, or a WebP is shorter than declared. Whether
/// a JPEG or PNG lacks pixels shows when it is decoded.
ImageHeader read_image_header(std::span<const std::uint8_t> bytes, const std::string& name);

}  // namespace gbs
