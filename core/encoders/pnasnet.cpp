// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/encoders/pnasnet.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/encoders/unpadded_convolution.h"
#include "core/tensor/same_padding.h"

namespace gbs {
namespace {

BatchNorm pnas_norm(int channels) {
    return BatchNorm(torch::nn::BatchNorm2dOptions(channels).eps(1e-3));
}

/// A branch of a cell. Its input is after the ReLU that starts the branch, so that branches share
/// the activation.
class Branch : public torch::nn::Module {
 public:
    virtual torch::Tensor forward(const torch::Tensor& activated) = 0;
};

/// A 1x1 convolution and batch norm.
class PointwiseBranch final : public Branch {
 public:
    PointwiseBranch(int in, int out, int stride = 1) {
        conv_ = register_module("conv", unpadded_convolution(in, out, 1, stride));
        bn_ = register_module("bn", pnas_norm(out));
    }
    torch::Tensor forward(const torch::Tensor& activated) override {
        return bn_(convolve_same(conv_, activated));
    }

 private:
    torch::nn::Conv2d conv_{nullptr};
    BatchNorm bn_{nullptr};
};

/// A depthwise convolution followed by a 1x1 convolution.
class SeparableConvolution : public torch::nn::Module {
 public:
    SeparableConvolution(int in, int out, int kernel, int stride) {
        depthwise_ = register_module("depthwise_conv2d", unpadded_convolution(in, in, kernel, stride, in));
        pointwise_ = register_module("pointwise_conv2d", unpadded_convolution(in, out, 1));
    }
    torch::Tensor forward(const torch::Tensor& x) {
        return convolve_same(pointwise_, convolve_same(depthwise_, x));
    }

 private:
    torch::nn::Conv2d depthwise_{nullptr}, pointwise_{nullptr};
};

/// Two separable convolutions, the first with the stride.
class SeparableBranch final : public Branch {
 public:
    SeparableBranch(int in, int out, int kernel, int stride = 1) {
        first_ =
            register_module("separable_1", std::make_shared<SeparableConvolution>(in, out, kernel, stride));
        bn1_ = register_module("bn_sep_1", pnas_norm(out));
        second_ = register_module("separable_2", std::make_shared<SeparableConvolution>(out, out, kernel, 1));
        bn2_ = register_module("bn_sep_2", pnas_norm(out));
    }
    torch::Tensor forward(const torch::Tensor& activated) override {
        return bn2_(second_->forward(bn1_(first_->forward(activated)).relu_()));
    }

 private:
    std::shared_ptr<SeparableConvolution> first_, second_;
    BatchNorm bn1_{nullptr}, bn2_{nullptr};
};

/// Halves the size with two 1x1 convolutions, on the even and on the odd rows and columns.
class FactorizedReduction final : public Branch {
 public:
    FactorizedReduction(int in, int out) {
        even_ = add_path("path_1", in, out / 2);
        odd_ = add_path("path_2", in, out / 2);
        bn_ = register_module("final_path_bn", pnas_norm(out));
    }
    torch::Tensor forward(const torch::Tensor& activated) override {
        const auto every_second = [](const torch::Tensor& x) {
            return x.slice(2, 0, {}, 2).slice(3, 0, {}, 2);
        };
        const torch::Tensor shifted = torch::constant_pad_nd(activated, {-1, 1, -1, 1}, 0);
        return bn_(torch::cat({even_(every_second(activated)), odd_(every_second(shifted))}, 1));
    }

 private:
    torch::nn::Conv2d add_path(const std::string& name, int in, int out) {
        auto path = register_module(name, std::make_shared<torch::nn::Module>(name));
        return path->register_module("conv", unpadded_convolution(in, out, 1));
    }

    torch::nn::Conv2d even_{nullptr}, odd_{nullptr};
    BatchNorm bn_{nullptr};
};

}  // namespace

struct PnasCellOptions {
    int left = 0,
        right = 0;  ///< channels of the inputs: the output before the previous one, and the previous one
    int width = 0;  ///< channels of each of the five sums
    bool reduces = false;         ///< halve the size
    bool left_is_larger = false;  ///< the left input is from before a reduction
    bool stem = false;            ///< the first cell: one input, without ReLU
};

/// Concatenates five sums of two branches.
class PnasCell : public torch::nn::Module {
 public:
    explicit PnasCell(const PnasCellOptions& options) : stride_(options.reduces ? 2 : 1) {
        const int width = options.width;
        right_ = add<PointwiseBranch>("conv_1x1", options.right, width);
        if (options.left_is_larger)
            left_ = add<FactorizedReduction>("conv_prev_1x1", options.left, width);
        else if (!options.stem)
            left_ = add<PointwiseBranch>("conv_prev_1x1", options.left, width);
        const int in = options.stem ? options.left : width;
        sum_0_ = add<SeparableBranch>("comb_iter_0_left", in, width, 5, stride_);
        if (options.stem) pooled_ = add<PointwiseBranch>("comb_iter_0_right", in, width);
        sum_1_ = add<SeparableBranch>("comb_iter_1_left", width, width, 7, stride_);
        sum_2_left_ = add<SeparableBranch>("comb_iter_2_left", width, width, 5, stride_);
        sum_2_right_ = add<SeparableBranch>("comb_iter_2_right", width, width, 3, stride_);
        sum_3_ = add<SeparableBranch>("comb_iter_3_left", width, width, 3, 1);
        sum_4_left_ = add<SeparableBranch>("comb_iter_4_left", in, width, 3, stride_);
        if (options.reduces) sum_4_right_ = add<PointwiseBranch>("comb_iter_4_right", width, width, stride_);
    }

    /// Inputs and output are after a ReLU, except the first cell's input.
    torch::Tensor forward(const torch::Tensor& before_last, const torch::Tensor& last) {
        const torch::Tensor left = left_ ? left_->forward(before_last) : before_last;
        const torch::Tensor active_left = torch::relu(left);
        const torch::Tensor right = right_->forward(left_ ? last : active_left);
        const torch::Tensor active_right = torch::relu(right);

        torch::Tensor pooled_left = max_pool_same(left, stride_);
        if (pooled_) pooled_left = pooled_->forward(pooled_left);
        const torch::Tensor pooled_right = max_pool_same(right, stride_);
        const torch::Tensor sum_2 = sum_2_left_->forward(active_right) + sum_2_right_->forward(active_right);
        const std::vector<torch::Tensor> sums{
            sum_0_->forward(active_left) + pooled_left, sum_1_->forward(active_right) + pooled_right, sum_2,
            sum_3_->forward(torch::relu(sum_2)) + pooled_right,
            sum_4_left_->forward(active_left) + (sum_4_right_ ? sum_4_right_->forward(active_right) : right)};
        return torch::cat(sums, 1).relu_();
    }

 private:
    template <typename B, typename... Arguments>
    std::shared_ptr<Branch> add(const std::string& name, Arguments... arguments) {
        return register_module(name, std::make_shared<B>(arguments...));
    }

    int stride_;
    std::shared_ptr<Branch> left_, right_, pooled_, sum_0_, sum_1_, sum_2_left_, sum_2_right_, sum_3_,
        sum_4_left_, sum_4_right_;
};

namespace {

constexpr int pnas_stem_channels = 96;

/// cell_stem_0, cell_stem_1, cell_0 .. cell_11.
std::vector<std::pair<std::string, PnasCellOptions>> all_cells() {
    constexpr int sums = 5;
    constexpr int cells_per_size = 4;
    std::vector<std::pair<std::string, PnasCellOptions>> cells;
    PnasCellOptions next{pnas_stem_channels, pnas_stem_channels, 54, true, false, true};
    const auto add = [&](const std::string& name) {
        cells.emplace_back(name, next);
        const bool first = next.stem;
        next.left = first ? pnas_stem_channels : next.right;
        next.right = sums * next.width;
        next.left_is_larger = next.reduces;
        next.reduces = next.stem = false;
    };
    add("cell_stem_0");
    next.width = 108;
    next.reduces = true;
    add("cell_stem_1");
    next.width = 216;
    for (int i = 0; i < 3 * cells_per_size; ++i) {
        if (i > 0 && i % cells_per_size == 0) {
            next.width *= 2;
            next.reduces = true;
        }
        add("cell_" + std::to_string(i));
    }
    return cells;
}

/// In cells_: cell_3, cell_7 and cell_11.
constexpr std::array<std::size_t, 3> last_cells{5, 9, 13};

}  // namespace

PnasNet5Large::PnasNet5Large(const std::string& name, int levels)
    : DescribedEncoder({name, {32, 16, 8}, {4320, 2160, 1080}, centered_mean, centered_std}, levels) {
    auto stem = register_module("conv_0", std::make_shared<torch::nn::Module>("conv_0"));
    stem_ = stem->register_module("conv", unpadded_convolution(3, pnas_stem_channels, 3, 2));
    stem_bn_ = stem->register_module("bn", pnas_norm(pnas_stem_channels));
    for (const auto& [cell, options] : all_cells())
        cells_.push_back(register_module(cell, std::make_shared<PnasCell>(options)));
}

std::vector<torch::Tensor> PnasNet5Large::forward(const torch::Tensor& images) {
    std::vector<torch::Tensor> features;
    const torch::Tensor stem = stem_bn_(stem_(normalize(images)));
    torch::Tensor before_last = torch::relu(stem);
    torch::Tensor last = cells_[0]->forward(stem, {});
    for (std::size_t i = 1; i < cells_.size(); ++i) {
        before_last = std::exchange(last, cells_[i]->forward(before_last, last));
        const auto found = std::ranges::find(last_cells, i);
        if (last_cells.end() - found > 0 && last_cells.end() - found <= static_cast<std::ptrdiff_t>(levels()))
            features.push_back(last);
    }
    std::ranges::reverse(features);
    return features;
}

}  // namespace gbs
