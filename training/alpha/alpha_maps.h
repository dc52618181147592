// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "core/base/random.h"

// Alpha maps and the options of their generators (section 4.4.3 of the paper; docs/method.md, section 3).
namespace gbs::training {

/// Where the caller pastes a shrunk image 1, in pixels of the map.
struct PasteRectangle {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

/// A blending map: `size` x `size` values in [0, 1], row-major. The blend is I_b = alpha * I_1 + (1 - alpha)
/// * I_2.
struct AlphaMap {
    int size = 0;
    std::vector<float> values;
    /// Set by scale_shift only: I_1 is shrunk into this rectangle instead of being cropped by its alpha.
    std::optional<PasteRectangle> paste;

    float at(int x, int y) const { return values[static_cast<std::size_t>(y) * size + x]; }
};

/// 2 Var alpha: L_sep of a decoder that predicts the mean everywhere, and so the signal that a map carries.
double alpha_signal(const AlphaMap& alpha);

/// How a map is made. Each kind but `recurrent` has a row in alpha_generators(). Recurrent maps come from the
/// model itself (H_i2t of the unblended photo), so the trainer makes them.
enum class AlphaKind { perlin, gaussian, circle, scale_shift, half_plane, recurrent };
constexpr std::size_t alpha_kind_count = static_cast<std::size_t>(AlphaKind::recurrent) + 1;

/// Gradient noise [53] on a square lattice of 2^k cells per side, k uniform in [k_min, k_max], stretched to
/// [0, 1]. The number of octaves is uniform; each octave doubles the lattice and weighs `persistence` times
/// the one before. Lattices finer than the pixels are left out. A map without spread (a single pixel) is 0.5.
struct PerlinOptions {
    int k_min = 1;
    int k_max = 4;
    int octaves_min = 1;
    int octaves_max = 3;
    double persistence = 0.5;
    /// Gain g of sigmoid(g (n - threshold)) on the stretched noise n. 0 leaves the noise unchanged (the
    /// paper's recipes), 20 makes regions with soft rims, 200 nearly binary ones.
    double contrast = 0;
    /// Threshold at the map's median, so that both images get
    /// half of the area; otherwise at `threshold_value`.
    bool median_threshold = true;
    double threshold_value = 0.5;
};

/// G_1 / (G_1 + G_2) of two normalized isotropic Gaussians. Units: parts of the side.
struct GaussianOptions {
    Range mean = {0, 1};  ///< of each coordinate
    Range sigma = {0.1, 0.5};
};

/// 1 inside a circle, 0 outside; pixels count by their centers. Units: parts of the side.
struct CircleOptions {
    Range radius = {0.1, 0.5};
    Range center = {0, 1};
    double complement = 0;  ///< probability of 1 - alpha
};

/// 1 in a square of `scale` times the side, placed uniformly; at least one pixel.
struct ScaleShiftOptions {
    Range scale = {0.3, 0.8};
};

/// 1 on one side of a straight cut at a uniform angle, 0 on the other. Not in the paper: the easiest map to
/// recover (2 Var alpha = 0.5 for equal halves), for the start of a curriculum. Units: parts of the side.
struct HalfPlaneOptions {
    Range offset = {-0.25, 0.25};  ///< of the cut from the middle of the image
    Range softness = {0, 0};       ///< width of the linear transition from 0 to 1; 0 is a hard cut
};

struct AlphaOptions {
    PerlinOptions perlin;
    GaussianOptions gaussian;
    CircleOptions circle;
    ScaleShiftOptions scale_shift;
    HalfPlaneOptions half_plane;
    /// Parts of the batch in % by AlphaKind (Table 5); only the ratios count.
    std::array<double, alpha_kind_count> shares = {50, 50};

    double& share(AlphaKind kind) { return shares[static_cast<std::size_t>(kind)]; }
    double share(AlphaKind kind) const { return shares[static_cast<std::size_t>(kind)]; }
    /// Throws OptionError with the key that is out of range.
    void validate() const;
};

}  // namespace gbs::training
