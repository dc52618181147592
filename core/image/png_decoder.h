// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <opencv2/core.hpp>
#include <span>
#include <string>

namespace gbs {

/// Decodes a PNG to gray, BGR or BGRA with 8 or 16 bits, not corrected for gamma or color profiles. libpng
/// prints nothing: `warning` becomes what is wrong with the file, or empty. A file of which only the end is
/// missing has all its pixels. Throws Error if pixels are missing or damaged, std::bad_alloc or cv::Exception
/// without memory. Check the size in the header before.
cv::Mat decode_png(std::span<const std::uint8_t> bytes, const std::string& name, std::string& warning);

}  // namespace gbs
