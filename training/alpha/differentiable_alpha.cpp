// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/alpha/differentiable_alpha.h"

#include <algorithm>
#include <array>
#include <numbers>
#include <utility>

namespace gbs::training {
namespace {

/// Centers of the pixels in parts of the side, [S].
torch::Tensor centers(int size) {
    return (torch::arange(size, torch::kFloat) + 0.5) / size;
}

class DifferentiableGaussians final : public DifferentiableAlpha {
 public:
    DifferentiableGaussians(const GaussianOptions& options, Random& random) {
        std::vector<float> means, sigmas;
        for (int i = 0; i < 2; ++i) {  // in the order of draw_gaussians
            means.push_back(static_cast<float>(random.uniform(options.mean)));
            means.push_back(static_cast<float>(random.uniform(options.mean)));
            sigmas.push_back(static_cast<float>(random.uniform(options.sigma)));
        }
        means_ = add(torch::tensor(means), options.mean);
        sigmas_ = add(torch::tensor(sigmas), options.sigma);
    }
    torch::Tensor map(int size) const override {
        const torch::Tensor at = centers(size);
        std::array<torch::Tensor, 2> log_density;
        for (int i = 0; i < 2; ++i) {
            const torch::Tensor dx = at - means_[2 * i], dy = at - means_[2 * i + 1];
            const torch::Tensor distance = dx.square().unsqueeze(0) + dy.square().unsqueeze(1);
            log_density[static_cast<std::size_t>(i)] =
                -distance / (2 * sigmas_[i].square()) - 2 * sigmas_[i].log();
        }
        return torch::sigmoid(log_density[0] - log_density[1]);
    }

 private:
    torch::Tensor means_, sigmas_;
};

/// Gradient noise as in perlin_alpha.cpp, on a lattice that can be shifted by up to a cell.
class DifferentiablePerlin final : public DifferentiableAlpha {
 public:
    DifferentiablePerlin(const PerlinOptions& options, int size, Random& random) : options_(options) {
        const auto power = random.integer(std::int64_t{options.k_min}, std::int64_t{options.k_max});
        const auto octaves =
            random.integer(std::int64_t{options.octaves_min}, std::int64_t{options.octaves_max});
        for (std::int64_t octave = 0; octave < octaves; ++octave) {
            const std::int64_t cells = std::int64_t{1} << (power + octave);
            if (octave > 0 && cells > size) break;
            const std::int64_t side = std::min<std::int64_t>(cells, size);
            const auto drawn = [&](std::vector<std::int64_t> shape, double max) {
                torch::Tensor values = torch::empty(shape);
                auto* const to = values.mutable_data_ptr<float>();
                for (std::int64_t i = 0; i < values.numel(); ++i)
                    to[i] = static_cast<float>(random.uniform(0, max));
                return values;
            };
            constexpr double turn = 2 * std::numbers::pi;
            cells_.push_back(side);
            angles_.push_back(add(drawn({side + 2, side + 2}, turn), {0, turn}, true));
            shifts_.push_back(add(drawn({2}, 1), {0, 1}));
        }
    }
    torch::Tensor map(int size) const override {
        torch::Tensor sum = torch::zeros({size, size});
        double amplitude = 1;
        for (std::size_t octave = 0; octave < cells_.size(); ++octave, amplitude *= options_.persistence)
            sum = sum + amplitude * noise(octave, size);
        const torch::Tensor low = sum.min(), spread = sum.max() - low;
        torch::Tensor alpha = (sum - low) / spread.clamp_min(1e-6);
        if (options_.contrast > 0 && size > 1) {
            const torch::Tensor threshold = options_.median_threshold
                                                ? alpha.detach().median()
                                                : torch::full({}, options_.threshold_value);
            alpha = torch::sigmoid(options_.contrast * (alpha - threshold));
        }
        return alpha.clamp(0, 1);
    }

 private:
    /// [S, S]; rows are y.
    torch::Tensor noise(std::size_t octave, int size) const {
        const std::int64_t cells = cells_[octave];
        const torch::Tensor gx = angles_[octave].cos(), gy = angles_[octave].sin();
        const torch::Tensor x = centers(size) * cells + shifts_[octave][0];
        const torch::Tensor y = centers(size) * cells + shifts_[octave][1];
        const torch::Tensor column = x.detach().floor().clamp(0, cells).to(torch::kLong);
        const torch::Tensor row = y.detach().floor().clamp(0, cells).to(torch::kLong);
        const torch::Tensor fx = (x - column).unsqueeze(0), fy = (y - row).unsqueeze(1);
        const auto at = [&](const torch::Tensor& table, int dx, int dy) {
            return table.index_select(0, row + dy).index_select(1, column + dx);
        };
        const auto corner = [&](int dx, int dy) {
            return at(gx, dx, dy) * (fx - dx) + at(gy, dx, dy) * (fy - dy);
        };
        const auto fade = [](const torch::Tensor& t) { return t.pow(3) * (t * (t * 6 - 15) + 10); };
        const torch::Tensor top = torch::lerp(corner(0, 0), corner(1, 0), fade(fx).expand({size, size}));
        const torch::Tensor bottom = torch::lerp(corner(0, 1), corner(1, 1), fade(fx).expand({size, size}));
        return torch::lerp(top, bottom, fade(fy).expand({size, size}));
    }

    PerlinOptions options_;
    std::vector<std::int64_t> cells_;
    std::vector<torch::Tensor> angles_, shifts_;
};

}  // namespace

torch::Tensor DifferentiableAlpha::add(torch::Tensor value, Range range, bool periodic) {
    parameters_.push_back(std::move(value).requires_grad_());
    bounds_.push_back({range, periodic});
    return parameters_.back();
}

void DifferentiableAlpha::ascend(const std::vector<torch::Tensor>& gradients, double rate) {
    const torch::NoGradGuard no_grad;
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        if (!gradients[i].defined()) continue;
        const auto& [range, periodic] = bounds_[i];
        parameters_[i].add_(gradients[i].sign(), rate * (range.high - range.low));
        if (!periodic) parameters_[i].clamp_(range.low, range.high);
    }
}

std::unique_ptr<DifferentiableAlpha> differentiable_gaussians(const AlphaOptions& options, int,
                                                              Random random) {
    return std::make_unique<DifferentiableGaussians>(options.gaussian, random);
}

std::unique_ptr<DifferentiableAlpha> differentiable_perlin(const AlphaOptions& options, int size,
                                                           Random random) {
    return std::make_unique<DifferentiablePerlin>(options.perlin, size, random);
}

}  // namespace gbs::training
