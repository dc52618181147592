// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/grounding_cost.h"

#include <utility>

#include "core/model/grounding_model.h"
#include "core/tensor/operation_meter.h"

namespace gbs {
namespace {

constexpr int smallest_side = 64;
constexpr int words_of_a_phrase = 4;
constexpr int batch = 2;  // one small image alone goes through other convolutions than a large one

/// Of the image, and of image and phrase together.
std::pair<OperationTrace, OperationTrace> trace(GroundingModel& model, int side, WordShape words) {
    OperationTrace image, both;
    image.area = both.area = static_cast<double>(side) * side;
    const OperationMeter meter;
    const auto e = model->encode(torch::rand({batch, 3, side, side}) * 255);
    image.flop = meter.flop() / batch;
    const auto w = model->project(torch::rand({batch, words_of_a_phrase, words.total()}),
                                  torch::ones({batch, words_of_a_phrase}));
    const torch::Tensor gbs = model->decode(model->condition(e, w)), i2t = model->match(e, w);
    both.flop = meter.flop() / batch;
    both.live = meter.live_bytes();
    return {image, both};
}

}  // namespace

GroundingCost grounding_cost(const ModelOptions& options, WordShape words) {
    const torch::NoGradGuard no_grad;
    GroundingModel model(options, words);
    model->eval();
    const int stride = model->image_encoder().strides().front();
    const int side = (smallest_side + stride - 1) / stride * stride;
    trace(model, side, words);  // the first time, libraries set themselves up
    const auto [image, both] = trace(model, side, words);
    const auto [large_image, large_both] = trace(model, 2 * side, words);

    GroundingCost cost;
    for (const auto& parameter : model->parameters()) cost.parameters += parameter.numel();
    const double area = static_cast<double>(options.input_size) * options.input_size;
    cost.image_flop = flop_at(image, large_image, area);
    cost.phrase_flop = flop_at(both, large_both, area) - cost.image_flop;
    cost.bytes =
        sizeof(float) * static_cast<double>(cost.parameters) + bytes_at(both, large_both, area / batch);
    return cost;
}

}  // namespace gbs
