// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/grounding_cost.h"

#include "core/model/grounding_model.h"
#include "core/model/inference.h"
#include "core/tensor/operation_meter.h"

namespace gbs {
namespace {

constexpr int smallest_side = 64;
constexpr int words_per_phrase = 4;
// Torch chooses other convolution algorithms for a single small image than for a large one. Two make the
// allocations of both sizes comparable.
constexpr int batch = 2;

struct Traces {
    OperationTrace image, phrase;  ///< the operations of one image (all views) and of one phrase
};

Traces trace_operations(GroundingModel& model, int side, WordShape words) {
    const int views = model->options().mirror ? 2 : 1;
    Traces traces;
    traces.image.area = traces.phrase.area = static_cast<double>(side) * side;
    const torch::Tensor images = torch::rand({batch, 3, side, side}) * 255;
    model->encode(images);  // folds the weights, which are kept
    const MapInference inference(model);
    const OperationMeter meter;
    auto e = model->encode(images);
    const OperationCounts encoded = meter.counts();
    for (torch::Tensor& level : e) level = level.narrow(0, 0, views);
    const PhotoFeatures photo = inference.prepare(e);
    const OperationCounts image = meter.counts();
    traces.image.operations = image - encoded * (1 - static_cast<double>(views) / batch);
    const auto w = model->project(torch::rand({batch, words_per_phrase, words.total()}),
                                  torch::ones({batch, words_per_phrase}));
    inference.maps(photo, w);
    traces.phrase.operations = (meter.counts() - image) * (1.0 / batch);
    traces.phrase.live = meter.live_bytes();  // the image's tensors live on while its phrases are grounded
    return traces;
}

}  // namespace

GroundingCost grounding_cost(const ModelOptions& options, WordShape words) {
    const torch::NoGradGuard no_grad;
    GroundingModel model(options, words);
    model->eval();
    const int stride = model->image_encoder().strides().front();
    const int side = (smallest_side + stride - 1) / stride * stride;
    trace_operations(model, side, words);  // warm-up: the first run allocates the libraries' own buffers
    const Traces small = trace_operations(model, side, words),
                 large = trace_operations(model, 2 * side, words);

    GroundingCost cost;
    for (const auto& parameter : model->parameters()) cost.parameters += parameter.numel();
    const double area = static_cast<double>(options.input_size) * options.input_size;
    const int views = options.mirror ? 2 : 1;
    cost.image_flop = flop_at(small.image, large.image, area);
    cost.phrase_flop = flop_at(small.phrase, large.phrase, area);
    cost.bytes = sizeof(float) * static_cast<double>(cost.parameters) +
                 bytes_at(small.phrase, large.phrase, area * views / batch);
    return cost;
}

}  // namespace gbs
