// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/trained_norm.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/tensor/norm_passes.h"

namespace gbs {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;

/// Rows of a block: it stays in the fastest cache between two passes, and sums of floats stay exact enough.
std::int64_t block_rows(std::int64_t channels) {
    return std::clamp<std::int64_t>((std::int64_t{1} << 15) / (4 * channels), 8, 256);
}

struct Rows {
    std::int64_t count, channels, block = block_rows(channels), blocks = (count + block - 1) / block;

    std::int64_t in_block(std::int64_t number) const { return std::min(block, count - number * block); }
    /// work(block, its first element, its rows), in parallel.
    template <typename Work>
    void for_each_block(Work work) const {
        at::parallel_for(0, blocks, 1, [&](std::int64_t first, std::int64_t end) {
            for (std::int64_t b = first; b < end; ++b) work(b, b * block * channels, in_block(b));
        });
    }
};

Rows rows_of(const torch::Tensor& x) {
    return {x.size(0) * x.size(2) * x.size(3), x.size(1)};
}

struct Limits {
    float low, high;
};
Limits limits_of(Activation activation) {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    return {activation == Activation::none ? -infinity : 0, activation == Activation::relu6 ? 6 : infinity};
}

float* data(torch::Tensor& tensor) {
    return tensor.mutable_data_ptr<float>();
}
const float* data(const torch::Tensor& tensor) {
    return tensor.const_data_ptr<float>();
}

struct Statistics {
    std::vector<double> mean, variance;
};

/// Joins the blocks' means and squared deviations (Chan, Golub and LeVeque, 1979).
Statistics statistics(const float* x, const Rows& rows) {
    const auto channels = static_cast<std::size_t>(rows.channels);
    std::vector<float> means(static_cast<std::size_t>(rows.blocks) * channels), squares(means.size());
    rows.for_each_block([&](std::int64_t b, std::int64_t first, std::int64_t count) {
        norm_statistics(x + first, count, rows.channels, means.data() + b * rows.channels,
                        squares.data() + b * rows.channels);
    });
    Statistics joined{std::vector<double>(channels), std::vector<double>(channels)};
    for (std::int64_t b = 0, seen = 0; b < rows.blocks; ++b) {
        const auto count = static_cast<double>(rows.in_block(b)), before = static_cast<double>(seen);
        for (std::size_t c = 0; c < channels; ++c) {
            const std::size_t at = static_cast<std::size_t>(b) * channels + c;
            const double difference = means[at] - joined.mean[c];
            joined.mean[c] += difference * count / (before + count);
            joined.variance[c] += squares[at] + difference * difference * before * count / (before + count);
        }
        seen += rows.in_block(b);
    }
    for (double& variance : joined.variance) variance /= static_cast<double>(rows.count);
    return joined;
}

/// Vectors of the passes, [5, C]; slope and offset in the backward pass.
enum Vector { mean, scale, bias_value, slope, offset, vector_count };

class TrainedNorm : public torch::autograd::Function<TrainedNorm> {
 public:
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x,
                                 const torch::Tensor& weight, const torch::Tensor& bias,
                                 const NormParts& parts, Activation activation) {
        const Rows rows = rows_of(x);
        const Statistics found = statistics(data(x), rows);
        torch::Tensor vectors = torch::empty({vector_count, rows.channels});
        torch::Tensor deviations = torch::empty({rows.channels}, torch::kDouble);  // 1 / sqrt(variance)
        float* v = data(vectors);
        for (std::int64_t c = 0; c < rows.channels; ++c) {
            const auto at = static_cast<std::size_t>(c);
            const double inverse = 1 / std::sqrt(found.variance[at] + parts.epsilon);
            deviations.mutable_data_ptr<double>()[c] = inverse;
            const double factor = data(weight)[c] * inverse;
            v[scale * rows.channels + c] = static_cast<float>(factor);
            v[bias_value * rows.channels + c] = data(bias)[c];
            v[mean * rows.channels + c] = static_cast<float>(found.mean[at]);
        }
        move_running(found, rows, parts);
        torch::Tensor y = torch::empty_like(x);
        const NormPass to = passes(vectors, activation);
        rows.for_each_block([&](std::int64_t, std::int64_t first, std::int64_t count) {
            norm_forward(data(x) + first, count, rows.channels, to, y.mutable_data_ptr<float>() + first);
        });
        context->save_for_backward({x, vectors, deviations});
        context->saved_data["activation"] = static_cast<std::int64_t>(activation);
        return y;
    }

    static tensor_list backward(AutogradContext* context, tensor_list gradients) {
        const auto saved = context->get_saved_variables();
        const torch::Tensor &x = saved[0], &deviations = saved[2];
        const auto activation = static_cast<Activation>(context->saved_data["activation"].toInt());
        const torch::Tensor dy = gradients[0].to(torch::kFloat).contiguous(torch::MemoryFormat::ChannelsLast);
        const Rows rows = rows_of(x);
        torch::Tensor vectors = saved[1].clone();
        const NormPass to = passes(vectors, activation);
        const std::vector<double> sums = gradient_sums(x, dy, to, rows);
        torch::Tensor dweight = torch::empty({rows.channels}), dbias = torch::empty({rows.channels});
        float* v = data(vectors);
        for (std::int64_t c = 0; c < rows.channels; ++c) {
            const double inverse = deviations.const_data_ptr<double>()[c],
                         factor = v[scale * rows.channels + c], sum = sums[static_cast<std::size_t>(c)],
                         product = sums[static_cast<std::size_t>(rows.channels + c)];
            data(dbias)[c] = static_cast<float>(sum);
            data(dweight)[c] = static_cast<float>(product * inverse);
            const auto count = static_cast<double>(rows.count);
            v[slope * rows.channels + c] = static_cast<float>(factor * inverse * inverse * product / count);
            v[offset * rows.channels + c] = static_cast<float>(factor * sum / count);
        }
        torch::Tensor dx = torch::empty_like(x);
        rows.for_each_block([&](std::int64_t, std::int64_t first, std::int64_t count) {
            norm_backward(data(x) + first, data(dy) + first, count, rows.channels, to,
                          v + slope * rows.channels, v + offset * rows.channels,
                          dx.mutable_data_ptr<float>() + first);
        });
        return {dx, dweight, dbias, {}, {}};
    }

 private:
    static NormPass passes(const torch::Tensor& vectors, Activation activation) {
        const Limits limits = limits_of(activation);
        const float* v = data(vectors);
        return {v + mean * vectors.size(1), v + scale * vectors.size(1), v + bias_value * vectors.size(1),
                limits.low, limits.high};
    }

    /// As in torch, without a new version of the tensors, which graphs of earlier calls hold.
    static void move_running(const Statistics& found, const Rows& rows, const NormParts& parts) {
        if (!parts.running_mean.defined()) return;
        torch::Tensor means = parts.running_mean, variances = parts.running_var;
        const auto count = static_cast<double>(rows.count);
        for (std::int64_t c = 0; c < rows.channels; ++c) {
            const auto at = static_cast<std::size_t>(c);
            const double unbiased = found.variance[at] * count / std::max(count - 1, 1.0);
            float &moved_mean = data(means)[c], &moved_variance = data(variances)[c];
            moved_mean += static_cast<float>(parts.momentum * (found.mean[at] - moved_mean));
            moved_variance += static_cast<float>(parts.momentum * (unbiased - moved_variance));
        }
    }

    /// Of each channel the sum of the gradients, then the sums of their products with x - mean.
    static std::vector<double> gradient_sums(const torch::Tensor& x, const torch::Tensor& dy,
                                             const NormPass& to, const Rows& rows) {
        const auto width = static_cast<std::size_t>(2 * rows.channels);
        std::vector<float> blocks(static_cast<std::size_t>(rows.blocks) * width);
        rows.for_each_block([&](std::int64_t b, std::int64_t first, std::int64_t count) {
            float* sum = blocks.data() + b * 2 * rows.channels;
            norm_backward_sums(data(x) + first, data(dy) + first, count, rows.channels, to, sum,
                               sum + rows.channels);
        });
        std::vector<double> sums(width);
        for (std::size_t first = 0; first < blocks.size(); first += width)
            for (std::size_t at = 0; at < width; ++at) sums[at] += blocks[first + at];
        return sums;
    }
};

bool plain(const torch::Tensor& tensor) {
    return tensor.defined() && tensor.device().is_cpu() && tensor.scalar_type() == torch::kFloat;
}

}  // namespace

std::optional<torch::Tensor> train_norm(const torch::Tensor& x, const NormParts& parts,
                                        Activation activation) {
    const bool suits = plain(x) && plain(parts.weight) && plain(parts.bias) && x.dim() == 4 &&
                       x.numel() > x.size(1) && x.is_contiguous(torch::MemoryFormat::ChannelsLast);
    if (!suits) return std::nullopt;
    return TrainedNorm::apply(x, parts.weight, parts.bias, parts, activation);
}

}  // namespace gbs
