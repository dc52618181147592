// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/activation.h"

#include <stdexcept>

namespace gbs {

torch::Tensor activate(torch::Tensor x, Activation activation) {
    switch (activation) {
        case Activation::none:
            return x;
        case Activation::relu:
            return torch::relu_(x);
        case Activation::relu6:
            return torch::hardtanh_(x, 0, 6);
    }
    throw std::logic_error("unknown activation");
}

}  // namespace gbs
