// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/data/phrase_queries.h"
#include "core/evaluation/pointing_game.h"
#include "core/image/heatmap.h"

namespace gbs {

struct EvaluationResult {
    std::string protocol;
    PointingTally gbs, i2t, mean;
    std::map<std::string, std::size_t> skipped;  ///< phrases by reason: protocol, missing or broken photo
    ExpectedPointing random;                     ///< over the phrases that were scored
    PointingTally center;                        ///< over the phrases that were scored
};

/// The three maps of each phrase of one image (file name). Throws Error where the photo cannot be used: its
/// phrases are then skipped with that reason.
using GroundImage =
    std::function<std::vector<Grounding>(const std::string& image, std::span<const std::string> phrases)>;

/// The pointing game of a model while it trains (benchmark_run.h scores anything else): maps resized
/// bilinearly to the original image, the first maximum in row-major order, a hit if it lies in any box.
/// Phrases of one image are grounded together, images in the order of the queries.
EvaluationResult evaluate_pointing(std::span<const PhraseQuery> queries, const std::string& protocol,
                                   const GroundImage& ground);

}  // namespace gbs
