// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/base/random.h"
#include "training/alpha/alpha_maps.h"
#include "training/options/train_options.h"

namespace gbs::training {

/// The rows of the batch that one rank computes. All ranks have equally many, in rank order.
struct RankRows {
    std::size_t first = 0, count = 0;
    /// Whether partners come from the same rank, because ranks that stream cannot load each other's photos.
    bool closed = false;
    std::size_t last() const { return first + count; }
};

/// Throws Error if the batch cannot be split evenly.
RankRows rows_of_rank(int batch, int rank, int ranks, bool closed);

/// What is blended with what in one step. Depends only on (seed, stage, step), so a resumed run plans the
/// same batches.
struct BatchPlan {
    /// B photos of the set, in endless permutations; empty without a set.
    std::vector<std::size_t> photos;
    std::vector<std::size_t> partner;   ///< per row: the row of I_2 and T_2
    std::vector<std::size_t> negative;  ///< per row: the row of T_neg, neither the row itself nor its partner
    /// Rows whose target is masked by the model's own map; their text is a phrase if there is one.
    std::vector<bool> recurrent;
    std::vector<AlphaKind> kinds;  ///< one per row
    std::vector<AlphaMap> alpha;   ///< one per row of this rank, `alpha_size` pixels per side
};

/// `photos`: size of the set, 0 for a stream. `alpha_size`: side of the alpha maps, that of the input. Rows
/// form groups: whole captions, recurrent phrases, unblended photos (alpha = 1); the partner is the next row
/// of the group. Every rank plans the complete batch, but draws only its own maps. Throws Error if the batch
/// exceeds the set.
BatchPlan plan_batch(const StageOptions& stage, std::size_t photos, int alpha_size, std::uint64_t seed,
                     std::uint64_t stage_index, std::uint64_t step, const RankRows& rows);

}  // namespace gbs::training
