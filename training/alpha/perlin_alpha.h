// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/options.h"
#include "core/base/random.h"
#include "training/alpha/alpha_maps.h"

// See PerlinOptions.
namespace gbs::training {

AlphaMap draw_perlin(const AlphaOptions& options, int size, Random& random);
void bind_perlin(OptionSet& set, AlphaOptions& options);
void check_perlin(const AlphaOptions& options);

}  // namespace gbs::training
