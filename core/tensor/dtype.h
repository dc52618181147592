// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace gbs {

/// Element types of a safetensors file.
enum class DType { f32, f16, bf16, i64, u8 };

/// All types, widest first: the order in which the reference implementation writes tensors, so that each
/// is aligned.
inline constexpr std::array<DType, 5> dtypes_by_width{DType::i64, DType::f32, DType::bf16, DType::f16,
                                                      DType::u8};

std::size_t size_of(DType dtype);          ///< bytes per element
std::string_view dtype_name(DType dtype);  ///< as in the file: "F32", "F16", "BF16", "I64", "U8"
std::optional<DType> parse_dtype(std::string_view name);

}  // namespace gbs
