// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/finite.h"

#include <cstring>

namespace gbs {
namespace {

/// Whether no element has all bits of the exponent set.
template <typename Bits>
bool none_has(std::span<const std::byte> bytes, Bits exponent) {
    bool found = false;
    for (std::size_t i = 0; i + sizeof(Bits) <= bytes.size(); i += sizeof(Bits)) {
        Bits bits;
        std::memcpy(&bits, bytes.data() + i, sizeof bits);
        found |= (bits & exponent) == exponent;
    }
    return !found;
}

}  // namespace

bool all_finite(const TensorView& view) {
    switch (view.dtype) {
        case DType::f32:
            return none_has<std::uint32_t>(view.bytes, 0x7f800000U);
        case DType::f16:
            return none_has<std::uint16_t>(view.bytes, 0x7c00U);
        case DType::bf16:
            return none_has<std::uint16_t>(view.bytes, 0x7f80U);
        case DType::i64:
        case DType::u8:
            return true;
    }
    return true;
}

}  // namespace gbs
