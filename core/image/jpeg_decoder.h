// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <opencv2/core.hpp>
#include <span>
#include <string>
#include <vector>

namespace gbs {

/// What a JPEG file says before its pixels.
struct JpegHeader {
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::vector<std::uint8_t> exif;  ///< after "Exif\0\0"; empty if absent
};

/// `name` is used in error messages. Throws Error if the header is damaged or truncated, or names the kind of
/// JPEG that libjpeg does not decode (12-bit, lossless, ...).
JpegHeader read_jpeg_header(std::span<const std::uint8_t> bytes, const std::string& name);

/// Decodes to 8-bit RGB, also gray and CMYK. libjpeg prints nothing: `warning` becomes what is wrong with the
/// file, or empty. A file without its end marker, or with stray bytes between segments, has all its pixels.
/// Throws Error if pixels are missing, where libjpeg fills in gray; std::bad_alloc or
/// cv::Exception without memory. Check the size in the header before. With `shrink` 2, 4 or 8, the sides are divided by
/// that and rounded up, which takes a fraction of the time.
cv::Mat decode_jpeg(std::span<const std::uint8_t> bytes, const std::string& name, std::string& warning,
                    int shrink = 1);

}  // namespace gbs
