// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <future>
#include <vector>

#include "core/base/worker_pool.h"
#include "training/trainer/stage_context.h"

namespace gbs::training {

/// The part of a step that depends on no weight: its plan, photos and texts.
struct LoadedBatch {
    int step = 0;
    BatchPlan plan;
    std::vector<std::size_t> own;      ///< rows of this rank
    std::vector<TrainingRow> rows;     ///< the own rows, then their partners of other ranks
    std::vector<std::size_t> partner;  ///< indices into `rows`; empty unless photos are blended
    ShardPosition position;            ///< of the stream after these rows
};

/// Loads the batches of a stage, each while the step before computes. Draws depend on the step alone, so that this
/// changes no result.
class BatchLoader {
 public:
    /// `stage` must outlive it.
    explicit BatchLoader(const StageSetup& stage);

    /// The batch of `step`. Begins to load the next one, if the stage has one.
    LoadedBatch take(int step);

 private:
    LoadedBatch load(int step) const;

    const StageSetup& stage_;
    RowLoader rows_;
    std::future<LoadedBatch> ahead_;
    int ahead_step_ = -1;
    WorkerPool thread_{1};  ///< last: it waits for the batch that is being loaded
};

}  // namespace gbs::training
