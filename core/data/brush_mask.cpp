// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/brush_mask.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/image/image.h"

namespace gbs {
namespace {

using nlohmann::json;

/// Numbers of some bits each, the highest bit first, from a list of bytes.
class BitStream {
 public:
    explicit BitStream(const json& bytes) : bytes_(bytes) {}

    /// The next `bits`, at most 32. Nothing at the end, or if a byte is none.
    std::optional<std::uint64_t> read(int bits) {
        while (known_ < bits) {
            if (next_ >= bytes_.size() || !bytes_[next_].is_number_unsigned()) return {};
            const auto byte = bytes_[next_++].get<std::uint64_t>();
            if (byte > 255) return {};
            window_ = window_ << 8 | byte;
            known_ += 8;
        }
        known_ -= bits;
        return window_ >> known_ & ((std::uint64_t{1} << bits) - 1);
    }

 private:
    const json& bytes_;
    std::size_t next_ = 0;
    std::uint64_t window_ = 0;
    int known_ = 0;  ///< bits of the window that were not read
};

constexpr std::size_t channels = 4, opacity = 3;

/// Values first .. last - 1 of the picture's bytes.
void set_run(std::vector<unsigned char>& mask, std::uint64_t first, std::uint64_t last, std::uint64_t value) {
    const auto at = [&](std::uint64_t place) {
        return mask.begin() + static_cast<std::ptrdiff_t>(place / channels);
    };
    // Pixel q is set by value 4 q + 3.
    std::fill(at(first), at(last), static_cast<unsigned char>(value > 0));
}

}  // namespace

std::optional<MaskPicture> read_brush_mask(const json* value, int width, int height) {
    if (!value || !value->is_array() || width <= 0 || height <= 0) return {};
    const auto pixels = static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height);
    BitStream bits(*value);
    const auto count = bits.read(32), word = bits.read(5);
    if (pixels > max_image_pixels || !count || *count != channels * pixels || !word) return {};
    std::array<int, 4> sizes{};
    for (int& size : sizes) {
        const auto read = bits.read(4);
        if (!read) return {};
        size = static_cast<int>(*read) + 1;
    }
    const int word_bits = static_cast<int>(*word) + 1;
    MaskPicture picture{width, height, std::vector<unsigned char>(pixels)};
    for (std::uint64_t i = 0; i < *count;) {
        const auto repeated = bits.read(1), size = bits.read(2);
        const auto more = size ? bits.read(sizes[*size]) : std::nullopt;
        if (!repeated || !more || i + 1 + *more > *count) return {};
        const std::uint64_t end = i + 1 + *more;
        if (*repeated) {
            const auto same = bits.read(word_bits);
            if (!same) return {};
            set_run(picture.pixels, i, end, *same);
            i = end;
        }
        for (; i < end; ++i) {
            const auto single = bits.read(word_bits);
            if (!single) return {};
            if (i % channels == opacity) picture.pixels[i / channels] = *single > 0;
        }
    }
    return picture;
}

}  // namespace gbs
