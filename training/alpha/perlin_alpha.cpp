// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/alpha/perlin_alpha.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include "training/alpha/alpha_checks.h"
#include "training/alpha/alpha_fill.h"

namespace gbs::training {
namespace {

constexpr int max_lattice_power = 10;

/// Ken Perlin's gradient noise on a lattice of `cells` per side:
/// zero at the lattice points, smooth in between.
class GradientNoise {
 public:
    GradientNoise(int cells, Random& random) : cells_(cells), gradients_((cells + 1) * (cells + 1)) {
        for (auto& gradient : gradients_) {
            const double angle = random.uniform(0, 2 * std::numbers::pi);
            gradient = {std::cos(angle), std::sin(angle)};
        }
    }

    double at(double x, double y) const {
        const int column = std::min(static_cast<int>(x * cells_), cells_ - 1);
        const int row = std::min(static_cast<int>(y * cells_), cells_ - 1);
        const double fx = x * cells_ - column, fy = y * cells_ - row;
        const auto corner = [&](int dx, int dy) {
            const auto& [gx, gy] = gradients_[(row + dy) * (cells_ + 1) + column + dx];
            return gx * (fx - dx) + gy * (fy - dy);
        };
        const double top = corner(0, 0) + fade(fx) * (corner(1, 0) - corner(0, 0));
        const double bottom = corner(0, 1) + fade(fx) * (corner(1, 1) - corner(0, 1));
        return top + fade(fy) * (bottom - top);
    }

 private:
    static double fade(double t) { return t * t * t * (t * (t * 6 - 15) + 10); }

    int cells_;
    std::vector<std::pair<double, double>> gradients_;
};

void stretch(std::vector<float>& values) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const float from = *low, spread = *high - *low;
    for (float& value : values) value = spread > 0 ? std::clamp((value - from) / spread, 0.0f, 1.0f) : 0.5f;
}

float median(std::vector<float> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void sharpen(std::vector<float>& values, const PerlinOptions& options) {
    const double threshold = options.median_threshold ? median(values) : options.threshold_value;
    for (float& value : values) value = static_cast<float>(sigmoid(options.contrast * (value - threshold)));
}

}  // namespace

AlphaMap draw_perlin(const AlphaOptions& all, int size, Random& random) {
    const PerlinOptions& options = all.perlin;
    const int power =
        static_cast<int>(random.integer(std::int64_t{options.k_min}, std::int64_t{options.k_max}));
    const int octaves = static_cast<int>(
        random.integer(std::int64_t{options.octaves_min}, std::int64_t{options.octaves_max}));
    AlphaMap alpha = fill_alpha(size, [](double, double) { return 0.0; });
    double amplitude = 1;
    for (int octave = 0; octave < octaves; ++octave, amplitude *= options.persistence) {
        // A lattice finer than the pixels would alias.
        const int cells = 1 << (power + octave);
        if (octave > 0 && cells > size) break;
        const GradientNoise noise(std::min(cells, size), random);
        const AlphaMap layer =
            fill_alpha(size, [&](double x, double y) { return amplitude * noise.at(x, y); });
        for (std::size_t i = 0; i < alpha.values.size(); ++i) alpha.values[i] += layer.values[i];
    }
    stretch(alpha.values);
    if (options.contrast > 0 && size > 1) sharpen(alpha.values, options);
    return alpha;
}

void bind_perlin(OptionSet& set, AlphaOptions& options) {
    PerlinOptions& perlin = options.perlin;
    set.add("alpha.perlin.k_min", &perlin.k_min, 0, 12, "Coarsest lattice: 2^k cells per side");
    set.add("alpha.perlin.k_max", &perlin.k_max, 0, 12, "Finest lattice: 2^k cells per side");
    set.add("alpha.perlin.octaves_min", &perlin.octaves_min, 1, 8, "Fewest octaves of noise");
    set.add("alpha.perlin.octaves_max", &perlin.octaves_max, 1, 8, "Most octaves of noise");
    set.add("alpha.perlin.persistence", &perlin.persistence, 0, 1,
            "Weight of an octave relative to the coarser one");
    set.add("alpha.perlin.contrast", &perlin.contrast, 0, 1000,
            "Gain of a sigmoid around the threshold; 0: plain noise");
    set.add("alpha.perlin.median_threshold", &perlin.median_threshold, "Threshold at the median of the map");
    set.add("alpha.perlin.threshold", &perlin.threshold_value, 0, 1, "Threshold if it is not the median");
}

void check_perlin(const AlphaOptions& all) {
    const PerlinOptions& options = all.perlin;
    require_alpha_option(0 <= options.k_min && options.k_min <= options.k_max, "perlin.k_min",
                         "must be in 0 to perlin.k_max");
    require_alpha_option(1 <= options.octaves_min && options.octaves_min <= options.octaves_max,
                         "perlin.octaves_min", "must be in 1 to perlin.octaves_max");
    require_alpha_option(options.k_max <= max_lattice_power && options.octaves_max <= max_lattice_power,
                         "perlin.k_max",
                         "and perlin.octaves_max must be at most " + std::to_string(max_lattice_power));
    require_alpha_option(options.persistence > 0 && options.persistence <= 1, "perlin.persistence",
                         "must be in (0, 1]");
    require_alpha_option(options.contrast >= 0 && std::isfinite(options.contrast), "perlin.contrast",
                         "must be finite and not negative");
    require_alpha_option(options.threshold_value >= 0 && options.threshold_value <= 1, "perlin.threshold",
                         "must be in 0 to 1, or median");
}

}  // namespace gbs::training
