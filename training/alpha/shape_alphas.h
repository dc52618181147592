// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/options.h"
#include "core/base/random.h"
#include "training/alpha/alpha_maps.h"

// Maps of geometric shapes: see GaussianOptions, CircleOptions, ScaleShiftOptions and HalfPlaneOptions.
namespace gbs::training {

AlphaMap draw_gaussians(const AlphaOptions& options, int size, Random& random);
void bind_gaussians(OptionSet& set, AlphaOptions& options);
void check_gaussians(const AlphaOptions& options);

AlphaMap draw_circle(const AlphaOptions& options, int size, Random& random);
void bind_circle(OptionSet& set, AlphaOptions& options);
void check_circle(const AlphaOptions& options);

AlphaMap draw_scale_shift(const AlphaOptions& options, int size, Random& random);
void bind_scale_shift(OptionSet& set, AlphaOptions& options);
void check_scale_shift(const AlphaOptions& options);

AlphaMap draw_half_plane(const AlphaOptions& options, int size, Random& random);
void bind_half_plane(OptionSet& set, AlphaOptions& options);
void check_half_plane(const AlphaOptions& options);

}  // namespace gbs::training
