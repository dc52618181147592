#pragma once

#include <cstdint>
#include <vector>

#include "training/alpha_maps.h"
#include "training/random.h"
#include "training/train_options.h"

namespace gbs {

class TrainingSet;

/// Who is blended with whom in one step, drawn from (seed, stage, step) alone: a resumed run plans the same
/// batches.
struct BatchPlan {
    std::vector<std::size_t> photos;   ///< B photos of the set, each once before any comes again
    std::vector<std::size_t> partner;  ///< of row k: the row that I_2 and T_2 come from
    std::vector<std::size_t>
        negative;  ///< of row k: the row that T_neg comes from, neither k nor its partner
    /// Rows whose target is masked by the model's own map; their text is a phrase.
    std::vector<bool> recurrent;
    std::vector<AlphaKind> kinds;  ///< one a row
    std::vector<AlphaMap> alpha;   ///< one a row, `alpha_size` a side
};

/// `alpha_size`: side of the alpha maps, the input's. The rows are in groups, whole captions first, then
/// recurrent phrases, then unblended ones (alpha = 1); a partner is the next row of the group.
BatchPlan plan_batch(const StageOptions& stage, std::size_t photos, int alpha_size, std::uint64_t seed,
                     std::uint64_t stage_index, std::uint64_t step);

}  // namespace gbs
