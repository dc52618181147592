// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/dtype.h"

#include <stdexcept>

namespace gbs {

std::size_t size_of(DType dtype) {
    switch (dtype) {
        case DType::i64:
            return 8;
        case DType::f32:
            return 4;
        case DType::bf16:
        case DType::f16:
            return 2;
        case DType::u8:
            return 1;
    }
    throw std::logic_error("unknown DType");
}

std::string_view dtype_name(DType dtype) {
    switch (dtype) {
        case DType::i64:
            return "I64";
        case DType::f32:
            return "F32";
        case DType::bf16:
            return "BF16";
        case DType::f16:
            return "F16";
        case DType::u8:
            return "U8";
    }
    throw std::logic_error("unknown DType");
}

std::optional<DType> parse_dtype(std::string_view name) {
    for (const DType dtype : dtypes_by_width)
        if (dtype_name(dtype) == name) return dtype;
    return std::nullopt;
}

}  // namespace gbs
