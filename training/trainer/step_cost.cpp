// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/step_cost.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <mutex>
#include <vector>

#include "core/base/memory.h"
#include "core/base/paths.h"
#include "core/model/grounding_model.h"
#include "core/tensor/operation_meter.h"
#include "core/tensor/torch.h"
#include "training/objective/autocast.h"
#include "training/objective/losses.h"
#include "training/trainer/stage_trainer.h"

namespace gbs::training {
namespace {

constexpr int smallest_side = 64;
constexpr int words_of_a_text = 16;
constexpr int batch = 2;  // one image alone goes through other convolutions

/// What one size of input does.
struct Trace : OperationTrace {
    double bottleneck_bytes = 0, feature_bytes = 0;  ///< of one photo
};

double bytes_of(const std::vector<torch::Tensor>& tensors) {
    double bytes = 0;
    for (const auto& tensor : tensors) bytes += static_cast<double>(tensor.nbytes());
    return bytes;
}

void set_modes(GroundingModel& model, const StageOptions& stage) {
    for (auto& item : model->named_parameters()) item.value().set_requires_grad(learns(stage, item.key()));
    model->train();
    for (auto& child : model->named_children())
        if (!learns(stage, child.key() + ".")) child.value()->eval();
}

/// The forward and backward passes of StageTrainer::step, with two images in place of a batch.
void run_passes(GroundingModel& model, const StageOptions& stage,
                const std::vector<torch::Tensor>& bottlenecks, int side, WordShape shape) {
    const bool separates = stage.loss_sep > 0 || stage.loss_neg > 0 || stage.loss_adv > 0;
    const bool on_features = stage.blend_space == BlendSpace::features || stage.cache_features;
    const auto encode = [&](const torch::Tensor& images) {
        const Autocast autocast(stage.precision == Precision::bf16, torch::kCPU);
        return model->encode(images);
    };
    const auto w = model->project(torch::rand({batch, words_of_a_text, shape.total()}),
                                  torch::ones({batch, words_of_a_text}));
    torch::Tensor photos, blends;
    std::vector<torch::Tensor> e, blended;
    if (!stage.cache_features) photos = torch::rand({batch, 3, side, side}) * 255;
    if (stage.cache_features) {
        std::vector<torch::Tensor> blocks;
        {
            const torch::NoGradGuard no_grad;
            blocks = model->image_encoder().expand(bottlenecks);
        }
        e = model->apply_necks(blocks);
    } else if (stage.loss_i2t > 0 || on_features || stage.recurrent_share > 0) {
        e = encode(photos);
    }
    torch::Tensor total = torch::zeros({});
    SeparationLosses losses;  // lives as long as the batch
    if (separates) {
        if (on_features) {
            for (const auto& level : e) blended.push_back(level * 0.5 + level * 0.5);
        } else {
            blends = photos * 0.5 + photos * 0.5;
            blended = encode(blends);
        }
        const torch::Tensor alpha = torch::rand({batch, blended.back().size(2), blended.back().size(3)});
        const Autocast autocast(stage.precision == Precision::bf16, torch::kCPU);
        losses = separation_losses(model, blended, w, w, w, alpha, 1 - alpha, stage.loss_adv > 0);
        total = total + losses.sep + losses.neg;
        if (stage.loss_adv > 0) total = total + losses.adv;
    }
    if (stage.loss_i2t > 0)
        total = total + i2t_loss(i2t_similarity(w, e), model->temperature(), stage.i2t_alignment);
    // As the trainer does: the last step's gradients live until here.
    for (auto& parameter : model->parameters()) parameter.mutable_grad() = torch::Tensor();
    if (total.requires_grad()) total.backward();
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
    constexpr int steps = 2;  // the second one begins with the gradients of the first
    for (int i = 0; i < steps; ++i) run_passes(model, stage, bottlenecks, side, words);
    result.operations = meter.counts() * (1.0 / steps / batch);
    result.live = meter.live_bytes();
    return result;
}

StepCost measure(const ModelOptions& options, const StageOptions& stage, WordShape words,
                 std::size_t photos) {
    GroundingModel model(options, words);
    set_modes(model, stage);
    const int stride = model->image_encoder().strides().front();
    const int side = (smallest_side + stride - 1) / stride * stride;
    trace(model, stage, side, words);  // the first time, libraries set themselves up
    Trace small = trace(model, stage, side, words), large = trace(model, stage, 2 * side, words);
    if (small.live.size() != large.live.size()) {  // tiny levels may go through convolutions of their own
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
    const double moments = 2;  // of Adam and AdamW
    cost.weight_bytes =
        sizeof(float) * (static_cast<double>(cost.parameters) +
                         static_cast<double>(cost.learned) * (moments + (stage.ema > 0 ? 1 : 0)));
    // Caches are kept in half precision.
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

double resident_bytes(const StepCost& cost, const std::string& language_model, WordShape words,
                      std::size_t text_words) {
    constexpr double program = 0.2e9;
    // As measured: 1.18 with EfficientNet-Lite0, 1.3 with VGG16, 1.38 with ResNet-50.
    constexpr double heap = 1.25;
    constexpr double pieces_a_word = 1.2, bytes_a_number = 2;
    double bytes = program + cost.weight_bytes + cost.cache_bytes + heap * cost.step_bytes +
                   static_cast<double>(text_words) * pieces_a_word * words.total() * bytes_a_number;
    std::error_code code;
    for (const auto& entry : std::filesystem::directory_iterator(weights_folder() / language_model, code))
        if (entry.path().extension() == ".safetensors" && entry.is_regular_file(code))
            bytes += static_cast<double>(entry.file_size(code));
    return bytes;
}

std::size_t word_count(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

std::string describe(const StepCost& cost, double bytes) {
    char text[200];
    std::snprintf(text, sizeof text,
                  "%.1f M parameters, %.1f M of them learn; %.3g TFLOP a step; about %.2f GB of memory",
                  static_cast<double>(cost.parameters) / 1e6, static_cast<double>(cost.learned) / 1e6,
                  cost.flop / 1e12, bytes / 1e9);
    return text;
}

}  // namespace gbs::training
