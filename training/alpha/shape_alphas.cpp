// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/alpha/shape_alphas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "training/alpha/alpha_checks.h"
#include "training/alpha/alpha_fill.h"

namespace gbs::training {
namespace {

struct Gaussian {
    double x, y, sigma;

    double log_density(double at_x, double at_y) const {  // up to a constant that both share
        const double dx = at_x - x, dy = at_y - y;
        return -(dx * dx + dy * dy) / (2 * sigma * sigma) - 2 * std::log(sigma);
    }
};

}  // namespace

AlphaMap draw_gaussians(const AlphaOptions& options, int size, Random& random) {
    std::array<Gaussian, 2> pair{};
    for (auto& one : pair) {
        one.x = random.uniform(options.gaussian.mean);
        one.y = random.uniform(options.gaussian.mean);
        one.sigma = random.uniform(options.gaussian.sigma);
    }
    // Far from the means both densities underflow, but the sigmoid of their log ratio does not.
    return fill_alpha(size, [&](double x, double y) {
        return sigmoid(pair[0].log_density(x, y) - pair[1].log_density(x, y));
    });
}

void bind_gaussians(OptionSet& set, AlphaOptions& options) {
    Range& sigma = options.gaussian.sigma;
    set.add("alpha.gaussian.sigma_min", &sigma.low, 0.001, 10, "Smallest sigma, in parts of the side");
    set.add("alpha.gaussian.sigma_max", &sigma.high, 0.001, 10, "Largest sigma, in parts of the side");
}

void check_gaussians(const AlphaOptions& options) {
    require_alpha_range(options.gaussian.mean, -1, 2, "gaussian.mean");
    require_alpha_range(options.gaussian.sigma, 0.01, 10, "gaussian.sigma");
}

AlphaMap draw_circle(const AlphaOptions& options, int size, Random& random) {
    const double radius = random.uniform(options.circle.radius);
    const double cx = random.uniform(options.circle.center), cy = random.uniform(options.circle.center);
    const bool complement = random.chance(options.circle.complement);
    return fill_alpha(size, [&](double x, double y) {
        const bool inside = (x - cx) * (x - cx) + (y - cy) * (y - cy) < radius * radius;
        return inside != complement ? 1.0 : 0.0;
    });
}

void bind_circle(OptionSet& set, AlphaOptions& options) {
    CircleOptions& circle = options.circle;
    set.add("alpha.circle.radius_min", &circle.radius.low, 0, 2, "Smallest radius, in parts of the side");
    set.add("alpha.circle.radius_max", &circle.radius.high, 0, 2, "Largest radius, in parts of the side");
    set.add("alpha.circle.complement", &circle.complement, 0, 1, "Probability of 1 - alpha");
}

void check_circle(const AlphaOptions& options) {
    const CircleOptions& circle = options.circle;
    require_alpha_range(circle.radius, 0, 2, "circle.radius");
    require_alpha_range(circle.center, -1, 2, "circle.center");
    require_alpha_option(circle.complement >= 0 && circle.complement <= 1, "circle.complement",
                         "must be in 0 to 1");
}

AlphaMap draw_scale_shift(const AlphaOptions& options, int size, Random& random) {
    const int side = std::clamp(static_cast<int>(size * random.uniform(options.scale_shift.scale)), 1, size);
    const auto free = static_cast<std::uint64_t>(size - side + 1);
    const PasteRectangle square{static_cast<int>(random.integer(free)),
                                static_cast<int>(random.integer(free)), side, side};
    AlphaMap alpha = fill_alpha(size, [](double, double) { return 0.0; });
    for (int y = square.y; y < square.y + side; ++y)
        std::fill_n(alpha.values.begin() + static_cast<std::ptrdiff_t>(y) * size + square.x, side, 1.0f);
    alpha.paste = square;
    return alpha;
}

void bind_scale_shift(OptionSet& set, AlphaOptions& options) {
    Range& scale = options.scale_shift.scale;
    set.add("alpha.scale_shift.scale_min", &scale.low, 0.01, 1,
            "Smallest side of the pasted image, in parts");
    set.add("alpha.scale_shift.scale_max", &scale.high, 0.01, 1,
            "Largest side of the pasted image, in parts");
}

void check_scale_shift(const AlphaOptions& options) {
    require_alpha_range(options.scale_shift.scale, 0, 1, "scale_shift.scale");
}

AlphaMap draw_half_plane(const AlphaOptions& options, int size, Random& random) {
    const double angle = random.uniform(0, 2 * std::numbers::pi);
    const double nx = std::cos(angle), ny = std::sin(angle);
    const double offset = random.uniform(options.half_plane.offset),
                 softness = random.uniform(options.half_plane.softness);
    return fill_alpha(size, [&](double x, double y) {
        const double distance = (x - 0.5) * nx + (y - 0.5) * ny - offset;
        if (softness <= 0) return distance > 0 ? 1.0 : 0.0;
        return std::clamp(0.5 + distance / softness, 0.0, 1.0);
    });
}

void bind_half_plane(OptionSet& set, AlphaOptions& options) {
    HalfPlaneOptions& cut = options.half_plane;
    set.add("alpha.half_plane.offset_min", &cut.offset.low, -1, 1,
            "Offset of the cut from the middle, lower end");
    set.add("alpha.half_plane.offset_max", &cut.offset.high, -1, 1,
            "Offset of the cut from the middle, upper end");
    set.add("alpha.half_plane.softness_min", &cut.softness.low, 0, 2,
            "Narrowest transition of the cut, in parts of the side");
    set.add("alpha.half_plane.softness_max", &cut.softness.high, 0, 2,
            "Widest transition of the cut, in parts of the side");
}

void check_half_plane(const AlphaOptions& options) {
    require_alpha_range(options.half_plane.offset, -0.75, 0.75, "half_plane.offset");
    require_alpha_range(options.half_plane.softness, 0, 2, "half_plane.softness");
}

}  // namespace gbs::training
