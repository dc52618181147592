// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/alpha/alpha_generators.h"

#include <ranges>

#include "core/base/error.h"
#include "core/base/join.h"
#include "training/alpha/alpha_checks.h"
#include "training/alpha/differentiable_alpha.h"
#include "training/alpha/perlin_alpha.h"
#include "training/alpha/shape_alphas.h"

// Marks a text for `make translations` without Qt.
#define QT_TRANSLATE_NOOP(context, text) text

namespace gbs::training {
namespace {

constexpr int max_size = 8192;
constexpr const char* recurrent_name = "recurrent";

constexpr AlphaGenerator generators[] = {
    {AlphaKind::perlin, "perlin", QT_TRANSLATE_NOOP("gbs::app::SeparationTab", "Perlin noise"),
     "Perlin noise, in % (only ratios count)", draw_perlin, bind_perlin, check_perlin, differentiable_perlin},
    {AlphaKind::gaussian, "gaussian", QT_TRANSLATE_NOOP("gbs::app::SeparationTab", "Gaussians"),
     "a pair of Gaussians, in %", draw_gaussians, bind_gaussians, check_gaussians, differentiable_gaussians},
    {AlphaKind::circle, "circle", QT_TRANSLATE_NOOP("gbs::app::SeparationTab", "Circle"), "a circle, in %",
     draw_circle, bind_circle, check_circle},
    {AlphaKind::scale_shift, "scale_shift", QT_TRANSLATE_NOOP("gbs::app::SeparationTab", "Scale & Shift"),
     "a pasted rectangle, in %", draw_scale_shift, bind_scale_shift, check_scale_shift},
    {AlphaKind::half_plane, "half_plane", QT_TRANSLATE_NOOP("gbs::app::SeparationTab", "Half plane"),
     "a straight cut, in %", draw_half_plane, bind_half_plane, check_half_plane},
};

}  // namespace

std::span<const AlphaGenerator> alpha_generators() {
    return generators;
}

const AlphaGenerator& alpha_generator(AlphaKind kind) {
    for (const AlphaGenerator& generator : generators)
        if (generator.kind == kind) return generator;
    throw Error("alpha maps: a recurrent map comes from the model and cannot be drawn");
}

std::string alpha_name(AlphaKind kind) {
    return kind == AlphaKind::recurrent ? recurrent_name : alpha_generator(kind).name;
}

AlphaKind alpha_kind(std::string_view name) {
    if (name == recurrent_name) return AlphaKind::recurrent;
    for (const AlphaGenerator& generator : generators)
        if (name == generator.name) return generator.kind;
    std::vector<std::string> names{recurrent_name};
    for (const AlphaGenerator& generator : generators) names.emplace_back(generator.name);
    throw Error("unknown alpha map '" + std::string(name) + "': use one of " + join(names, ", "));
}

void bind_alpha(OptionSet& set, AlphaOptions& options) {
    for (const AlphaGenerator& generator : generators)
        set.add(std::string("alpha.") + generator.name + ".share", &options.share(generator.kind), 0, 100,
                std::string("Share of the batch whose alpha map is ") + generator.usage);
    for (const AlphaGenerator& generator : generators) generator.bind(set, options);
}

void AlphaOptions::validate() const {
    for (const AlphaGenerator& generator : generators) generator.check(*this);
}

AlphaMap make_alpha(AlphaKind kind, const AlphaOptions& options, int size, Random& random) {
    require_alpha(1 <= size && size <= max_size,
                  "size " + std::to_string(size) + " is not in 1 to " + std::to_string(max_size));
    return alpha_generator(kind).draw(options, size, random);
}

std::unique_ptr<DifferentiableAlpha> differentiable_alpha(AlphaKind kind, const AlphaOptions& options,
                                                          int size, Random random) {
    const AlphaGenerator& generator = alpha_generator(kind);
    require_alpha(generator.differentiable != nullptr,
                  std::string("the generator ") + generator.name + " is not differentiable");
    return generator.differentiable(options, size, random);
}

}  // namespace gbs::training
