// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/base/random.h"
#include "training/alpha/alpha_maps.h"
#include "training/options/train_options.h"

namespace gbs::training {

/// The rows of the batch that one rank computes: equally many each, in the order of the ranks.
struct RankRows {
    std::size_t first = 0, count = 0;
    /// Whether a partner comes from the same rank, as it must where no other rank can read this one's photos.
    bool closed = false;
    std::size_t last() const { return first + count; }
};

/// Throws Error where the batch cannot be split evenly.
RankRows rows_of_rank(int batch, int rank, int ranks, bool closed);

/// Who is blended with whom in one step, drawn from (seed, stage, step) alone: a resumed run plans the same
/// batches.
struct BatchPlan {
    std::vector<std::size_t>
        photos;  ///< B photos of the set, each once before any comes again; none without a set
    std::vector<std::size_t> partner;  ///< of row k: the row that I_2 and T_2 come from
    std::vector<std::size_t>
        negative;  ///< of row k: the row that T_neg comes from, neither k nor its partner
    /// Rows whose target is masked by the model's own map; their text is a phrase.
    std::vector<bool> recurrent;
    std::vector<AlphaKind> kinds;  ///< one a row
    std::vector<AlphaMap> alpha;   ///< one a row of the rank, `alpha_size` a side
};

/// `photos`: how many the set has, 0 where they come from a stream. `alpha_size`: side of the alpha maps, the
/// input's. The rows are in groups, whole captions first, then recurrent phrases, then unblended ones (alpha
/// = 1); a partner is the next row of the group. Every rank plans the whole batch, but draws only its own
/// maps.
BatchPlan plan_batch(const StageOptions& stage, std::size_t photos, int alpha_size, std::uint64_t seed,
                     std::uint64_t stage_index, std::uint64_t step, const RankRows& rows);

}  // namespace gbs::training
