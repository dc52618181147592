// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/alpha/alpha_maps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <ranges>
#include <utility>

#include "core/base/error.h"
#include "core/base/join.h"

namespace gbs::training {
namespace {

constexpr int max_size = 8192;
constexpr int max_lattice_power = 10;

constexpr std::array<std::pair<AlphaKind, const char*>, 6> names = {{
    {AlphaKind::perlin, "perlin"},
    {AlphaKind::gaussian, "gaussian"},
    {AlphaKind::circle, "circle"},
    {AlphaKind::scale_shift, "scale_shift"},
    {AlphaKind::half_plane, "half_plane"},
    {AlphaKind::recurrent, "recurrent"},
}};

void require(bool good, const std::string& what) {
    if (!good) throw Error("alpha maps: " + what);
}

void require_range(const Range& range, double low, double high, const std::string& key) {
    require(low <= range.low && range.low <= range.high && range.high <= high,
            key + " must ascend and lie in " + std::to_string(low) + " to " + std::to_string(high));
}

double sigmoid(double value) {
    return 1 / (1 + std::exp(-value));
}

/// A map from `value(x, y)`, x and y being pixel centres in parts of the side.
template <typename Value>
AlphaMap fill(int size, Value value) {
    AlphaMap alpha{size, std::vector<float>(static_cast<std::size_t>(size) * size), {}};
    auto pixel = alpha.values.begin();
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x)
            *pixel++ = static_cast<float>(value((x + 0.5) / size, (y + 0.5) / size));
    return alpha;
}

/// Ken Perlin's gradient noise on a lattice of `cells` a side: zero at the lattice points, smooth between
/// them.
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

AlphaMap perlin(const PerlinOptions& options, int size, Random& random) {
    const int power =
        static_cast<int>(random.integer(std::int64_t{options.k_min}, std::int64_t{options.k_max}));
    const int octaves = static_cast<int>(
        random.integer(std::int64_t{options.octaves_min}, std::int64_t{options.octaves_max}));
    AlphaMap alpha = fill(size, [](double, double) { return 0.0; });
    double amplitude = 1;
    for (int octave = 0; octave < octaves; ++octave, amplitude *= options.persistence) {
        // A lattice with a cell under a pixel would be sampled at random points of its waves.
        const int cells = 1 << (power + octave);
        if (octave > 0 && cells > size) break;
        const GradientNoise noise(std::min(cells, size), random);
        const AlphaMap layer = fill(size, [&](double x, double y) { return amplitude * noise.at(x, y); });
        for (std::size_t i = 0; i < alpha.values.size(); ++i) alpha.values[i] += layer.values[i];
    }
    stretch(alpha.values);
    if (options.contrast > 0 && size > 1) sharpen(alpha.values, options);
    return alpha;
}

struct Gaussian {
    double x, y, sigma;

    double log_density(double at_x, double at_y) const {  // up to a constant that both share
        const double dx = at_x - x, dy = at_y - y;
        return -(dx * dx + dy * dy) / (2 * sigma * sigma) - 2 * std::log(sigma);
    }
};

AlphaMap gaussian(const GaussianOptions& options, int size, Random& random) {
    std::array<Gaussian, 2> pair{};
    for (auto& one : pair) {
        one.x = random.uniform(options.mean);
        one.y = random.uniform(options.mean);
        one.sigma = random.uniform(options.sigma);
    }
    // Both densities underflow far from the means; the sigmoid of their log ratio does not.
    return fill(size, [&](double x, double y) {
        return sigmoid(pair[0].log_density(x, y) - pair[1].log_density(x, y));
    });
}

AlphaMap circle(const CircleOptions& options, int size, Random& random) {
    const double radius = random.uniform(options.radius);
    const double cx = random.uniform(options.center), cy = random.uniform(options.center);
    const bool complement = random.chance(options.complement);
    return fill(size, [&](double x, double y) {
        const bool inside = (x - cx) * (x - cx) + (y - cy) * (y - cy) < radius * radius;
        return inside != complement ? 1.0 : 0.0;
    });
}

AlphaMap scale_shift(const ScaleShiftOptions& options, int size, Random& random) {
    const int side = std::clamp(static_cast<int>(size * random.uniform(options.scale)), 1, size);
    const auto free = static_cast<std::uint64_t>(size - side + 1);
    const PasteRectangle square{static_cast<int>(random.integer(free)),
                                static_cast<int>(random.integer(free)), side, side};
    AlphaMap alpha = fill(size, [](double, double) { return 0.0; });
    for (int y = square.y; y < square.y + side; ++y)
        std::fill_n(alpha.values.begin() + static_cast<std::ptrdiff_t>(y) * size + square.x, side, 1.0f);
    alpha.paste = square;
    return alpha;
}

AlphaMap half_plane(const HalfPlaneOptions& options, int size, Random& random) {
    const double angle = random.uniform(0, 2 * std::numbers::pi);
    const double nx = std::cos(angle), ny = std::sin(angle);
    const double offset = random.uniform(options.offset), softness = random.uniform(options.softness);
    return fill(size, [&](double x, double y) {
        const double distance = (x - 0.5) * nx + (y - 0.5) * ny - offset;
        if (softness <= 0) return distance > 0 ? 1.0 : 0.0;
        return std::clamp(0.5 + distance / softness, 0.0, 1.0);
    });
}

void validate_perlin(const PerlinOptions& options) {
    require(0 <= options.k_min && options.k_min <= options.k_max,
            "perlin.k_min must be in 0 to perlin.k_max");
    require(1 <= options.octaves_min && options.octaves_min <= options.octaves_max,
            "perlin.octaves_min must be in 1 to perlin.octaves_max");
    require(options.k_max <= max_lattice_power && options.octaves_max <= max_lattice_power,
            "perlin.k_max and perlin.octaves_max must be at most " + std::to_string(max_lattice_power));
    require(options.persistence > 0 && options.persistence <= 1, "perlin.persistence must be in (0, 1]");
    require(options.contrast >= 0 && std::isfinite(options.contrast),
            "perlin.contrast must be finite and not negative");
    require(options.threshold_value >= 0 && options.threshold_value <= 1,
            "perlin.threshold must be in 0 to 1, or median");
}

}  // namespace

std::string alpha_name(AlphaKind kind) {
    return names.at(static_cast<std::size_t>(kind)).second;
}

AlphaKind alpha_kind(std::string_view name) {
    for (const auto& [kind, text] : names)
        if (name == text) return kind;
    throw Error("alpha map '" + std::string(name) + "' is unknown: use one of " +
                join(names | std::views::values, ", "));
}

void AlphaOptions::validate() const {
    validate_perlin(perlin);
    require_range(gaussian.mean, -1, 2, "gaussian.mean");
    require_range(gaussian.sigma, 0.01, 10, "gaussian.sigma");
    require_range(circle.radius, 0, 2, "circle.radius");
    require_range(circle.center, -1, 2, "circle.center");
    require(circle.complement >= 0 && circle.complement <= 1, "circle.complement must be in 0 to 1");
    require_range(scale_shift.scale, 0, 1, "scale_shift.scale");
    require_range(half_plane.offset, -0.75, 0.75, "half_plane.offset");
    require_range(half_plane.softness, 0, 2, "half_plane.softness");
}

AlphaMap make_alpha(AlphaKind kind, const AlphaOptions& options, int size, Random& random) {
    require(1 <= size && size <= max_size,
            "size " + std::to_string(size) + " is not in 1 to " + std::to_string(max_size));
    switch (kind) {
        case AlphaKind::perlin:
            return perlin(options.perlin, size, random);
        case AlphaKind::gaussian:
            return gaussian(options.gaussian, size, random);
        case AlphaKind::circle:
            return circle(options.circle, size, random);
        case AlphaKind::scale_shift:
            return scale_shift(options.scale_shift, size, random);
        case AlphaKind::half_plane:
            return half_plane(options.half_plane, size, random);
        case AlphaKind::recurrent:
            break;
    }
    throw Error("alpha maps: a recurrent map comes from the model and cannot be drawn; the trainer makes it");
}

double alpha_signal(const AlphaMap& alpha) {
    double sum = 0, squares = 0;
    for (const float value : alpha.values) {
        sum += value;
        squares += static_cast<double>(value) * value;
    }
    const double count = static_cast<double>(std::max<std::size_t>(alpha.values.size(), 1));
    return 2 * std::max(squares / count - sum / count * (sum / count), 0.0);
}

void validate(const AlphaMix& mix) {
    require(!mix.empty(), "the mix is empty");
    double total = 0;
    for (auto share = mix.begin(); share != mix.end(); ++share) {
        const std::string name = alpha_name(share->kind);
        require(std::isfinite(share->weight) && share->weight >= 0,
                "the weight of " + name + " must not be negative");
        require(std::none_of(mix.begin(), share,
                             [&](const AlphaShare& other) { return other.kind == share->kind; }),
                name + " is in the mix twice");
        total += share->weight;
    }
    require(total > 0 && std::isfinite(total), "the weights of the mix add up to 0");
}

std::vector<AlphaKind> assign_alphas(const AlphaMix& mix, int batch, Random& random) {
    validate(mix);
    require(batch >= 0, "a batch cannot be negative");
    double total = 0;
    for (const AlphaShare& share : mix) total += share.weight;
    // Systematic sampling: a comb of unit spacing with a random phase over shares laid end to end gives each
    // its share rounded up or down, and on average exactly its share.
    constexpr std::uint64_t phases = 1 << 20;
    const double phase =
        (static_cast<double>(random.integer(phases)) + 0.5) / phases;  // never close to 0 or 1
    std::vector<AlphaKind> kinds;
    double end = 0;
    for (const AlphaShare& share : mix) {
        end += share.weight / total * batch;
        while (static_cast<double>(kinds.size()) + phase < end) kinds.push_back(share.kind);
    }
    random.shuffle(kinds);
    return kinds;
}

}  // namespace gbs::training
