// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fidelity/weights_by_name.h"

#include <cmath>

#include "core/tensor/tensors.h"

namespace gbs {

torch::Tensor uniform_by_name(std::string_view name, const std::vector<std::int64_t>& shape) {
    std::uint64_t start = 0xCBF29CE484222325;
    for (const char byte : name) start = (start ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
    torch::Tensor values = torch::empty(shape);
    auto* const to = values.mutable_data_ptr<float>();
    for (std::int64_t i = 0; i < values.numel(); ++i) {
        std::uint64_t z = start + (static_cast<std::uint64_t>(i) + 1) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z = z ^ (z >> 31);
        to[i] = static_cast<float>(z >> 40) * 0x1p-23F - 1.0F;
    }
    return values;
}

torch::Tensor weight_by_name(std::string_view name, const std::vector<std::int64_t>& shape, double gain) {
    const torch::Tensor u = uniform_by_name(name, shape);
    if (shape.size() < 2)
        return name.ends_with("weight") || name.ends_with("running_var") ? 1 + u * 0.1F : u * 0.1F;
    std::int64_t fan_in = 1;
    for (std::size_t i = 1; i < shape.size(); ++i) fan_in *= shape[i];
    return u * static_cast<float>(gain * std::sqrt(3.0 / static_cast<double>(fan_in)));
}

void fill_by_name(torch::nn::Module& encoder, double gain) {
    const torch::NoGradGuard no_grad;
    for (auto& [name, tensor] : module_tensors(encoder)) {
        const std::vector<std::int64_t> shape = tensor.sizes().vec();
        if (shape.size() == 3)
            tensor.copy_(uniform_by_name(name, shape) * 0.5F);
        else if (name.ends_with(".gamma"))
            tensor.copy_(1 + uniform_by_name(name, shape) * 0.1F);
        else
            tensor.copy_(weight_by_name(name, shape, gain));
    }
}

}  // namespace gbs
