// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <opencv2/core.hpp>
#include <span>
#include <string>

#include "core/image/image_header.h"

namespace gbs {

/// Decodes a WebP to BGR or, with transparency, BGRA of 8 bits; of an animation, the first frame on a
/// transparent canvas. Throws Error if the file is damaged or has not the size of `header`, cv::Exception
/// without memory. Check that size before.
cv::Mat decode_webp(std::span<const std::uint8_t> bytes, const ImageHeader& header, const std::string& name);

}  // namespace gbs
