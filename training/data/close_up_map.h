// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/tensor/torch.h"
#include "training/data/close_up.h"

namespace gbs::training {

/// map: [h, w] of the whole photo -> [rows, columns] of the part.
torch::Tensor crop(const torch::Tensor& map, const CloseUp& to, std::int64_t rows, std::int64_t columns);

}  // namespace gbs::training
