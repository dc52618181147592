// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/options.h"
#include "core/base/random.h"
#include "training/alpha/alpha_maps.h"

namespace gbs::training {

class DifferentiableAlpha;

/// One generator of alpha maps. To add one: a value of AlphaKind with its options in alpha_maps.h, its
/// functions, and a row in the table of alpha_generators.cpp. Recipes, mixes, checks, the window and the
/// tests read the table.
struct AlphaGenerator {
    AlphaKind kind;
    const char* name;   ///< in option keys: "alpha.<name>.share"
    const char* title;  ///< in the window, translated there (context gbs::app::SeparationTab)
    const char* usage;  ///< ends "Share of the batch whose alpha map is ..."
    /// A map of `size` x `size` pixels.
    AlphaMap (*draw)(const AlphaOptions& options, int size, Random& random);
    /// Registers the options as "alpha.<name>.*".
    void (*bind)(OptionSet& set, AlphaOptions& options);
    /// Throws Error naming the key that is out of range.
    void (*check)(const AlphaOptions& options);
    /// Parameters distributed as those of `draw`; null if there is no differentiable generator.
    std::unique_ptr<DifferentiableAlpha> (*differentiable)(const AlphaOptions& options, int size,
                                                           Random random) = nullptr;
};

/// All kinds that can be drawn, in the order of AlphaKind.
std::span<const AlphaGenerator> alpha_generators();
/// Throws Error for AlphaKind::recurrent, which cannot be drawn.
const AlphaGenerator& alpha_generator(AlphaKind kind);

std::string alpha_name(AlphaKind kind);
/// Throws Error listing the names if `name` is unknown.
AlphaKind alpha_kind(std::string_view name);

/// Registers the shares and the options of all generators.
void bind_alpha(OptionSet& set, AlphaOptions& options);

/// A map of `size` x `size` pixels, 1 to 8192. Throws Error for `recurrent` and for a size out of range.
AlphaMap make_alpha(AlphaKind kind, const AlphaOptions& options, int size, Random& random);

/// Throws Error if the kind has no differentiable generator.
std::unique_ptr<DifferentiableAlpha> differentiable_alpha(AlphaKind kind, const AlphaOptions& options,
                                                          int size, Random random);

}  // namespace gbs::training
