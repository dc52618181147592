// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/random.h"

namespace gbs::training {

/// Where the caller pastes a shrunk image 1, in pixels of the map.
struct PasteRectangle {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

/// A blending map (section 4.4.3 of the paper, method.md rows 16-18): `size` x `size` values in [0, 1],
/// row-major. The blend is I_b = alpha * I_1 + (1 - alpha) * I_2.
struct AlphaMap {
    int size = 0;
    std::vector<float> values;
    /// Of scale_shift alone: I_1 is not cropped by its alpha but shrunk into this rectangle.
    std::optional<PasteRectangle> paste;

    float at(int x, int y) const { return values[static_cast<std::size_t>(y) * size + x]; }
};

/// How a map is made. `recurrent` names the maps that come from the model itself (its H_i2t of the unblended
/// photo); it may stand in a mix, but the trainer makes the map: `make_alpha` throws for it.
enum class AlphaKind { perlin, gaussian, circle, scale_shift, half_plane, recurrent };

std::string alpha_name(AlphaKind kind);
/// Throws Error listing the names for anything else.
AlphaKind alpha_kind(std::string_view name);

/// Gradient noise [53] on a square lattice of 2^k cells a side, k uniform in [k_min, k_max], with a uniform
/// number of octaves (each doubles the lattice and weighs `persistence` times the one before; a lattice finer
/// than the pixels is left out), stretched to [0, 1]. A map without spread (a single pixel) is 0.5.
struct PerlinOptions {
    int k_min = 1;
    int k_max = 4;
    int octaves_min = 1;
    int octaves_max = 3;
    double persistence = 0.5;
    /// Gain g of sigmoid(g (n - threshold)) on the stretched noise n; 0 leaves the noise as it is (the paper
    /// preset), 20 makes regions with soft rims, 200 nearly binary ones.
    double contrast = 0;
    /// The threshold: the map's own median, so that both images get half of the area, or `threshold_value`.
    bool median_threshold = true;
    double threshold_value = 0.5;
};

/// G_1 / (G_1 + G_2) of two normalised isotropic Gaussians, computed in the log domain. Units: parts of the
/// side.
struct GaussianOptions {
    Range mean = {0, 1};  ///< of each coordinate
    Range sigma = {0.1, 0.5};
};

/// 1 inside a circle, 0 outside; pixels count by their centres. Units: parts of the side.
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
/// recover (2 Var alpha = 0.5 when cut in halves), for the start of a curriculum. Units: parts of the side.
struct HalfPlaneOptions {
    Range offset = {-0.25, 0.25};  ///< of the cut from the middle of the image
    Range softness = {0, 0};  ///< width over which alpha goes from 0 to 1 in a straight line; 0 is a hard cut
};

struct AlphaOptions {
    PerlinOptions perlin;
    GaussianOptions gaussian;
    CircleOptions circle;
    ScaleShiftOptions scale_shift;
    HalfPlaneOptions half_plane;

    /// Throws Error naming the key that is out of range.
    void validate() const;
};

/// A map of `size` x `size` pixels (1 to 8192). Throws Error for `recurrent` and for a size out of range.
AlphaMap make_alpha(AlphaKind kind, const AlphaOptions& options, int size, Random& random);

/// 2 Var alpha: the L_sep (eq. 6 and 7) of a decoder that answers the mean everywhere, so the signal a map
/// carries.
double alpha_signal(const AlphaMap& alpha);

struct AlphaShare {
    AlphaKind kind = AlphaKind::perlin;
    double weight = 100;  ///< in % of the batch (Table 5); only the ratios count
};
using AlphaMix = std::vector<AlphaShare>;

/// Throws Error: empty, a weight that is negative or not finite, a sum of 0, a kind named twice.
void validate(const AlphaMix& mix);
/// Which kind each of `batch` blends gets, in random order. Each kind gets its share of the batch rounded up
/// or down (exactly its share where that is whole); seats left over are drawn in proportion to the
/// remainders, so a small share in a small batch still has its turn, in the long run exactly as often as its
/// weight says.
std::vector<AlphaKind> assign_alphas(const AlphaMix& mix, int batch, Random& random);

}  // namespace gbs::training
