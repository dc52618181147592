// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tensor/safetensors.h"

namespace gbs {

/// Whether no element is NaN or infinite. Reads the bytes once, without copies: torch's own test makes several as large
/// as the tensor, which for a language model took longer than everything else before the first map.
bool all_finite(const TensorView& view);

}  // namespace gbs
