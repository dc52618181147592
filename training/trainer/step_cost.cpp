// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/step_cost.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>
#include <vector>

#include "core/base/foreign_paths.h"
#include "core/base/memory.h"
#include "core/base/paths.h"
#include "core/model/grounding_model.h"
#include "core/tensor/operation_meter.h"
#include "core/tensor/torch.h"
#include "training/objective/objective.h"
#include "training/objective/photo_blend.h"
#include "training/objective/stage_features.h"
#include "training/optimizer/learned_parts.h"

namespace gbs::training {
namespace {

constexpr int smallest_side = 64;
constexpr int words_per_text = 16;
constexpr int batch = 2;  // torch chooses other convolution algorithms for a single small image

/// A step at one input size.
struct Trace : OperationTrace {
    double bottleneck_bytes = 0, feature_bytes = 0;  ///< of `batch` photos
};

double bytes_of(const std::vector<torch::Tensor>& tensors) {
    double bytes = 0;
    for (const auto& tensor : tensors) bytes += static_cast<double>(tensor.nbytes());
    return bytes;
}

/// E of `batch` photos of this size, or of their bottlenecks,
/// and the objective: the passes of StageTrainer::step.
void run_passes(GroundingModel& model, const StageOptions& stage, const Objective& objective,
                const std::vector<torch::Tensor>& bottlenecks, int side, WordShape shape) {
    ObjectiveInputs inputs;
    inputs.w = inputs.w2 = inputs.w_neg = model->project(torch::rand({batch, words_per_text, shape.total()}),
                                                         torch::ones({batch, words_per_text}));
    inputs.rows = {.first = 0, .count = batch};
    torch::Tensor photos;
    if (stage.cache_features) {
        inputs.photos = expand_bottlenecks(model, bottlenecks, torch::kCPU);
    } else {
        photos = torch::rand({batch, 3, side, side}) * 255;
        if (needs_photo_features(stage)) inputs.photos = encode_images(model, stage, photos);
    }
    if (stage.distills()) {
        inputs.teacher = torch::rand_like(inputs.photos.back().select(1, 0));
        inputs.taught = torch::ones({batch});
    }
    if (stage.separates()) {
        const torch::Tensor alpha = torch::rand({batch, side, side});
        inputs.blends = stage.cache_features || stage.blend_space == BlendSpace::features
                            ? blend_features(inputs.photos, inputs.photos, {}, alpha)
                            : encode_images(model, stage, blend_photos(photos, photos, {}, alpha));
        inputs.target1 = area_average(alpha, inputs.blends.back());
        inputs.target2 = 1 - inputs.target1;
    }
    const Objective::Result losses = objective.compute(model, inputs, stage.steps);
    // As in training: the gradients of the last step live until here.
    for (auto& parameter : model->parameters()) parameter.mutable_grad() = torch::Tensor();
    if (losses.total.requires_grad()) losses.total.backward();
}

Trace trace(GroundingModel& model, const StageOptions& stage, int side, WordShape words) {
    Trace result;
    result.area = static_cast<double>(side) * side;
    std::vector<torch::Tensor> bottlenecks;
    if (stage.cache_features) {
        const torch::NoGradGuard no_grad;
        bottlenecks = model->image_encoder().bottlenecks(torch::rand({batch, 3, side, side}) * 255);
        result.bottleneck_bytes = bytes_of(bottlenecks);
        if (!stage.learn_necks)
            result.feature_bytes = bytes_of(model->apply_necks(model->image_encoder().expand(bottlenecks)));
    }
    for (auto& parameter : model->parameters()) parameter.mutable_grad() = torch::Tensor();
    const OperationMeter meter;
    constexpr int steps = 2;  // the second starts with the gradients of the first
    const Objective objective(stage, single_process());
    for (int i = 0; i < steps; ++i) run_passes(model, stage, objective, bottlenecks, side, words);
    result.operations = meter.counts() * (1.0 / steps / batch);
    result.live = meter.live_bytes();
    return result;
}

StepCost measure(const ModelOptions& options, const StageOptions& stage, WordShape words,
                 std::size_t photos) {
    GroundingModel model(options, words);
    require_gradients(model, stage);
    set_modes(model, stage);
    const int stride = model->image_encoder().strides().front();
    const int side = (smallest_side + stride - 1) / stride * stride;
    trace(model, stage, side, words);  // warm-up: the first run allocates the libraries' own buffers
    Trace small = trace(model, stage, side, words), large = trace(model, stage, 2 * side, words);
    if (small.live.size() != large.live.size()) {  // tiny levels may use other convolution algorithms
        small = std::move(large);
        large = trace(model, stage, 4 * side, words);
    }

    StepCost cost;
    for (const auto& item : model->named_parameters()) {
        cost.parameters += item.value().numel();
        if (item.value().requires_grad()) cost.learned += item.value().numel();
    }
    const double real = stage.input_size > 0 ? stage.input_size : options.input_size;
    cost.flop = stage.batch * flop_at(small, large, real * real);
    cost.step_bytes = bytes_at(small, large, real * real * stage.batch / batch);
    const double moments = 2;  // of Adam and AdamW, per parameter
    cost.weight_bytes =
        sizeof(float) * (static_cast<double>(cost.parameters) +
                         static_cast<double>(cost.learned) * (moments + (stage.ema > 0 ? 1 : 0)));
    // Caches are in half precision.
    cost.cache_bytes = static_cast<double>(photos) * (large.bottleneck_bytes + large.feature_bytes) / 2 *
                       real * real / large.area / batch;
    return cost;
}

}  // namespace

StepCost step_cost(const ModelOptions& model, const StageOptions& stage, WordShape words,
                   std::size_t photos) {
    static std::mutex mutex;
    static std::map<std::string, StepCost> known;
    ModelOptions of_model = model;
    StageOptions of_stage = stage;
    OptionSet set;
    of_model.bind(set);
    of_stage.bind(set);
    const std::string key = set.to_yaml() + std::to_string(words.width) + "x" + std::to_string(words.layers) +
                            " " + std::to_string(photos);
    const std::lock_guard lock(mutex);
    const auto found = known.find(key);
    if (found != known.end()) return found->second;
    const StepCost cost = measure(model, stage, words, photos);
    return_freed_memory();
    return known[key] = cost;
}

double text_bytes(WordShape words, std::size_t text_words) {
    constexpr double pieces_per_word = 1.2, bytes_per_number = 2;
    return static_cast<double>(text_words) * pieces_per_word * words.total() * bytes_per_number;
}

double resident_bytes(const StepCost& cost, const std::string& language_model, WordShape words,
                      std::size_t text_words) {
    constexpr double program = 0.2e9;
    // Fragmentation as measured: 1.18 with EfficientNet-Lite0, 1.3 with VGG16, 1.38 with ResNet-50.
    constexpr double heap = 1.25;
    double bytes = program + cost.weight_bytes + cost.cache_bytes + heap * cost.step_bytes +
                   std::min(text_bytes(words, text_words), max_texts_in_memory);
    std::error_code code;
    for (const auto& path : list_folder(weights_folder() / language_model))
        if (path.extension() == ".safetensors" && is_plain_file(path))
            bytes += static_cast<double>(std::filesystem::file_size(path, code));
    return bytes;
}

std::size_t count_words(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

std::string describe(const StepCost& cost, double bytes) {
    return fmt::format(
        "{:.1f} M parameters, {:.1f} M trained; {:.3g} TFLOP per step; about {:.2f} GB of memory",
        static_cast<double>(cost.parameters) / 1e6, static_cast<double>(cost.learned) / 1e6, cost.flop / 1e12,
        bytes / 1e9);
}

}  // namespace gbs::training
