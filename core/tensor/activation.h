// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tensor/torch.h"

namespace gbs {

enum class Activation { none, relu, relu6 };

/// In place.
torch::Tensor activate(torch::Tensor x, Activation activation);

}  // namespace gbs
