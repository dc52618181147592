// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/alpha/alpha_mix.h"

#include <algorithm>
#include <cmath>

#include "training/alpha/alpha_checks.h"
#include "training/alpha/alpha_generators.h"

namespace gbs::training {

AlphaMix alpha_mix(const AlphaOptions& options) {
    AlphaMix mix;
    for (const AlphaGenerator& generator : alpha_generators())
        if (options.share(generator.kind) > 0) mix.push_back({generator.kind, options.share(generator.kind)});
    return mix;
}

void validate(const AlphaMix& mix) {
    require_alpha(!mix.empty(), "the mix is empty");
    double total = 0;
    for (auto share = mix.begin(); share != mix.end(); ++share) {
        const std::string name = alpha_name(share->kind);
        require_alpha(std::isfinite(share->weight) && share->weight >= 0,
                      "the weight of " + name + " must not be negative");
        require_alpha(std::none_of(mix.begin(), share,
                                   [&](const AlphaShare& other) { return other.kind == share->kind; }),
                      name + " is in the mix twice");
        total += share->weight;
    }
    require_alpha(total > 0 && std::isfinite(total), "the weights of the mix add up to 0");
}

std::vector<AlphaKind> assign_alphas(const AlphaMix& mix, int batch, Random& random) {
    validate(mix);
    require_alpha(batch >= 0, "a batch cannot be negative");
    double total = 0;
    for (const AlphaShare& share : mix) total += share.weight;
    // Systematic sampling: points of unit spacing and random phase over the shares laid end to end.
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
