// SPDX-License-Identifier: GPL-3.0-or-later

#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/fidelity/fidelity.h"
#include "core/fidelity/fidelity_fixtures.h"
#include "core/model/attention_attenuation.h"
#include "core/model/grounding_model.h"
#include "core/model/text_conditioning.h"
#include "core/tensor/device.h"

namespace gbs {
namespace {

using Tensors = std::vector<torch::Tensor>;

constexpr std::int64_t batch = 2;

/// The largest difference of `work(device)` from `work(cpu)`.
template <typename Work>
FidelityRow compare(const std::string& part, const std::string& inputs, torch::Device device,
                    const Work& work) {
    FidelityRow row{part, "the same on the CPU", inputs};
    const Tensors expected = work(torch::Device(torch::kCPU)), actual = work(device);
    for (std::size_t i = 0; i < expected.size(); ++i)
        row.difference =
            std::max(row.difference, relative_difference(actual[i].to(torch::kCPU), expected[i]));
    return row;
}

/// An output, and the gradients of its weighted sum.
Tensors with_gradients(const torch::Tensor& output, const Tensors& inputs) {
    const torch::Tensor weights = torch::arange(output.numel(), output.options()).view_as(output).sin();
    Tensors results{output.detach()};
    for (const torch::Tensor& gradient : torch::autograd::grad({(output * weights).sum()}, inputs))
        results.push_back(gradient);
    return results;
}

/// E and W of a level, the same on all devices.
Tensors make_inputs(std::int64_t channels, std::int64_t side, torch::Device device) {
    torch::manual_seed(1);
    Tensors inputs{torch::randn({batch, channels, side, side}), torch::randn({batch, channels})};
    for (torch::Tensor& input : inputs) input = input.to(device).requires_grad_();
    return inputs;
}

FidelityRow compare_attenuation(const std::string& name, Attenuation kind, std::int64_t channels,
                                std::int64_t side, torch::Device device) {
    const std::string inputs = "E [" + std::to_string(batch) + ", " + std::to_string(channels) + ", " +
                               std::to_string(side) + ", " + std::to_string(side) + "], with gradients";
    return compare("A(E, W): " + name, inputs, device, [&](torch::Device on) {
        const Tensors in = make_inputs(channels, side, on);
        if (kind != Attenuation::attention) return with_gradients(attenuate(kind, in[0], in[1]), in);
        torch::manual_seed(2);
        AttentionAttenuation learned(static_cast<int>(channels));
        learned->to(on);
        return with_gradients(learned(in[0], in[1]), in);
    });
}

/// A model with random weights from pixels and words to both maps.
FidelityRow compare_model(const std::string& encoder, torch::Device device) {
    ModelOptions options;
    options.image_encoder = encoder;
    options.input_size = 96;
    return compare("maps, " + encoder, "2 photos of 96 pixels, 2 phrases", device, [&](torch::Device on) {
        const torch::NoGradGuard no_grad;
        torch::manual_seed(3);
        GroundingModel model(options, WordShape{384, 1});
        const torch::Tensor photos = torch::rand({batch, 3, 96, 96}) * 255,
                            words = torch::randn({batch, 5, 384});
        model->eval();
        model->to(on);
        const Tensors e = model->encode(photos.to(on));
        const Tensors w = model->project(words.to(on), torch::ones({batch, 5}).to(on));
        return Tensors{model->decode(model->condition(e, w)), model->match(e, w)};
    });
}

}  // namespace

FidelityTable measure_device(const std::string& name,
                             const std::function<void(const FidelityRow&)>& progress) {
    const torch::Device device(choose_device(name).name);
    FidelityTable table;
    auto& rows = table.kinds.emplace_back("Parts on " + device.str(), std::vector<FidelityRow>{}).second;
    const auto add = [&](FidelityRow row) {
        rows.push_back(std::move(row));
        if (progress) progress(rows.back());
    };
    const std::vector<std::pair<std::string, Attenuation>> kinds{
        {"distance", Attenuation::distance},
        {"projection", Attenuation::projection},
        {"dist2atten", Attenuation::dist2atten},
        {"cosine", Attenuation::cosine},
        {"projection_cosine", Attenuation::projection_cosine},
        {"attention", Attenuation::attention}};
    for (const auto& [kind_name, kind] : kinds) {
        add(compare_attenuation(kind_name, kind, 32, 13, device));
        add(compare_attenuation(kind_name, kind, 512, 32, device));
    }
    for (const char* encoder : {"efficientnet-lite0", "vgg16"}) add(compare_model(encoder, device));
    return table;
}

}  // namespace gbs
