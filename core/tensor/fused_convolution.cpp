// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/fused_convolution.h"

#include <array>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "core/tensor/same_padding.h"

namespace gbs {
namespace {

/// Recognizes a tensor and its contents: changes in place, and replaced storage.
struct Identity {
    const void* tensor = nullptr;
    const void* data = nullptr;
    std::int64_t version = 0;
    bool operator==(const Identity&) const = default;
};

Identity identify(const torch::Tensor& tensor) {
    if (!tensor.defined()) return {};
    return {tensor.unsafeGetTensorImpl(), tensor.const_data_ptr(), tensor._version()};
}

}  // namespace

struct FusedConvolution::Folded {
    std::array<Identity, 6> sources;
    std::vector<std::int64_t> input;  ///< shape that the padding is for
    std::vector<std::int64_t> padding;
    torch::Tensor weight, bias;
    std::optional<OneDnnConvolution> one_pass;  ///< on the CPU
};

/// The latest folded weights.
class FusedConvolution::Cache {
 public:
    std::shared_ptr<const Folded> get() {
        const std::lock_guard lock(mutex_);
        return folded_;
    }
    void set(std::shared_ptr<const Folded> folded) {
        const std::lock_guard lock(mutex_);
        folded_ = std::move(folded);
    }

 private:
    std::mutex mutex_;
    std::shared_ptr<const Folded> folded_;
};

FusedConvolution::FusedConvolution(torch::nn::Conv2d layer, BatchNorm norm, Activation activation,
                                   Padding padding)
    : layer_(std::move(layer)),
      norm_(std::move(norm)),
      activation_(activation),
      padding_(padding),
      cache_(std::make_shared<Cache>()) {}

torch::Tensor FusedConvolution::compute_separately(const torch::Tensor& x,
                                                   const torch::Tensor& residual) const {
    torch::nn::Conv2d layer = layer_;
    BatchNorm norm = norm_;
    torch::Tensor y = padding_ == Padding::same ? convolve_same(layer, x) : layer->forward(x);
    if (norm && !residual.defined()) return norm->forward(y, activation_);
    if (norm) y = norm->forward(y);
    // In place, since a batch norm does not need its output for the backward pass.
    if (residual.defined()) y = y.add_(residual);
    return activate(y, activation_);
}

FusedConvolution::Folded FusedConvolution::fold(const torch::Tensor& x) const {
    const auto& options = layer_->options;
    Folded folded;
    folded.input = x.sizes().vec();
    folded.weight = layer_->weight;
    folded.bias = layer_->bias;
    if (norm_) {
        const FoldedWeights weights = norm_->fold(folded.weight, folded.bias);
        folded.weight = weights.weight;
        folded.bias = weights.bias;
    }
    if (padding_ == Padding::same) {
        const auto stride = options.stride()->at(0), kernel = options.kernel_size()->at(0);
        const std::array<std::int64_t, 2> total = same_padding(x, kernel, stride);
        // A kernel with a leading row of zeros makes odd padding even, without a copy of the input.
        folded.weight = torch::constant_pad_nd(folded.weight, {total[1] % 2, 0, total[0] % 2, 0});
        folded.padding = {(total[0] + 1) / 2, (total[1] + 1) / 2};
    } else {
        const auto& padding = std::get<torch::ExpandingArray<2>>(options.padding());
        folded.padding = {padding->at(0), padding->at(1)};
    }
    const auto both = [](const torch::ExpandingArray<2>& values) {
        return std::vector<std::int64_t>{values->at(0), values->at(1)};
    };
    const ConvolutionShape shape{folded.padding, both(options.stride()), both(options.dilation()),
                                 options.groups()};
    if (x.device().is_cpu())
        folded.one_pass = OneDnnConvolution::make(folded.weight, folded.bias, shape, folded.input);
    return folded;
}

torch::Tensor FusedConvolution::operator()(const torch::Tensor& x, const torch::Tensor& residual) const {
    const bool inference = !torch::GradMode::is_enabled() && !(norm_ && norm_->is_training());
    if (!inference || x.scalar_type() != layer_->weight.scalar_type()) {
        cache_->set(nullptr);  // some optimizers change weights without a new version
        return compute_separately(x, residual);
    }
    const std::array<Identity, 6> sources{identify(layer_->weight),
                                          identify(layer_->bias),
                                          identify(norm_ ? norm_->weight : torch::Tensor()),
                                          identify(norm_ ? norm_->bias : torch::Tensor()),
                                          identify(norm_ ? norm_->running_mean : torch::Tensor()),
                                          identify(norm_ ? norm_->running_var : torch::Tensor())};
    std::shared_ptr<const Folded> folded = cache_->get();
    const auto fits = [&](const Folded& known) {
        return known.sources == sources && (padding_ == Padding::of_layer ||
                                            (known.input[2] == x.size(2) && known.input[3] == x.size(3)));
    };
    if (!folded || !fits(*folded)) {
        Folded made = fold(x);
        made.sources = sources;
        folded = std::make_shared<const Folded>(std::move(made));
        cache_->set(folded);
    }
    if (folded->one_pass) return (*folded->one_pass)(x, residual, activation_);
    torch::Tensor y = torch::conv2d(x, folded->weight, folded->bias, layer_->options.stride(),
                                    torch::IntArrayRef(folded->padding), layer_->options.dilation(),
                                    layer_->options.groups());
    if (residual.defined()) y = y.add_(residual);
    return activate(y, activation_);
}

}  // namespace gbs
