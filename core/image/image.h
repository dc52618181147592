// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace gbs {

/// A photo in memory: 8-bit RGB, row-major, 3 bytes a pixel, EXIF orientation applied.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;

    std::size_t pixels() const { return static_cast<std::size_t>(width) * height; }
};

/// Width and height above which a photo is refused before it is decoded (about 1.2 GB as RGB).
inline constexpr std::size_t max_image_pixels = 400'000'000;

/// Decodes JPEG, PNG, WebP, BMP, TIFF (an animation: its first frame; GIF is not read). 16-bit becomes 8-bit,
/// grey and CMYK become RGB, transparency is laid over white. Throws Error naming the path and what is wrong:
/// missing, a folder, not an image, truncated, too large.
Image load_image(const std::filesystem::path& path);
/// The same from bytes that are in memory already; `name` is used in errors.
Image decode_image(const std::vector<std::uint8_t>& bytes, const std::string& name);

/// Area averaging where it shrinks, bilinear where it grows; the aspect ratio is not kept.
Image resize_image(const Image& image, int width, int height);
/// PNG or JPEG by extension; temporary name, then rename. Throws Error.
void write_image(const Image& image, const std::filesystem::path& path);

}  // namespace gbs
