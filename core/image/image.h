// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace gbs {

/// A photo in memory: 8-bit RGB, row-major, 3 bytes per pixel, EXIF orientation applied.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;

    std::size_t pixels() const { return static_cast<std::size_t>(width) * height; }
};

/// Photos with more pixels are refused before decoding (about 1.2 GB as RGB).
inline constexpr std::size_t max_image_pixels = 400'000'000;

/// Decodes JPEG, PNG, WebP, BMP or TIFF (the first frame of an animation; not GIF). Converts 16 bits to 8,
/// gray and CMYK to RGB, and blends transparency with white. Logs a warning, once per photo, if the file is
/// damaged but has all pixels. Throws Error naming the path and the problem: missing, a folder, not an image,
/// truncated, too large.
Image load_image(const std::filesystem::path& path);
/// The same from bytes in memory; `name` is used in error messages.
Image decode_image(const std::vector<std::uint8_t>& bytes, const std::string& name);
/// The photo at a size that suffices to shrink it to fit `width` x `height`, or its own. A JPEG is decoded at a half, a fourth
/// or an eighth, which is several times faster. Says nothing about damages. Throws as load_image().
Image load_small_image(const std::filesystem::path& path, int width, int height);

/// Width and height in pixels.
struct ImageSize {
    int width = 0;
    int height = 0;
};
/// The size that `load_image` gives, without decoding pixels. Throws Error as `load_image` does for what the
/// header shows.
ImageSize read_image_size(const std::filesystem::path& path);

/// Resizes each axis, by area averaging if it shrinks and bilinearly if it grows.
Image resize_image(const Image& image, int width, int height);
/// Writes PNG or JPEG, by extension, atomically. Throws Error.
void write_image(const Image& image, const std::filesystem::path& path);

}  // namespace gbs
