// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>

namespace gbs {

/// Bytes of a file read so far, and its size.
using ByteProgress = std::function<void(std::uintmax_t read, std::uintmax_t total)>;

}  // namespace gbs
