// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/base/worker_pool.h"
#include "core/tensor/torch.h"
#include "training/data/batch_plan.h"
#include "training/data/shard_stream.h"
#include "training/data/training_set.h"

namespace gbs::training {

/// Source of photos and texts: either `set` or `stream` is given.
struct RowSource {
    const TrainingSet* set = nullptr;
    ShardStream* stream = nullptr;
    WorkerPool* workers = nullptr;
    /// Whether the language model knows any word of a text; empty if it reads everything.
    std::function<bool(const std::string&)> reads;
};

/// One row of a batch.
struct TrainingRow {
    std::size_t photo = 0;  ///< of the set
    std::string text;
    torch::Tensor pixels;  ///< [3, S, S] in 0..255
};

/// Loads the rows of a stage's batches: draws the caption or phrase and augments the photo. Draws depend only
/// on (seed, stage, step, row), so that any rank can load any row of a set.
class RowLoader {
 public:
    RowLoader(RowSource source, StageOptions options, std::uint64_t seed, std::uint64_t stage,
              int input_size);

    /// Row `row` of the plan without pixels. Requires a set.
    TrainingRow text_row(const BatchPlan& plan, int step, std::size_t row) const;
    /// Photos and texts in the order of `rows`. Mirrored photos have "left" and "right" exchanged in their
    /// text. A stream gives its next samples, whatever the row numbers.
    std::vector<TrainingRow> load(const BatchPlan& plan, int step,
                                  const std::vector<std::size_t>& rows) const;

 private:
    /// Texts of a photo to draw from.
    struct Texts {
        const std::vector<std::string>& captions;
        bool phrases = false;  ///< they are phrases, as those of a close-up
    };
    Texts texts_of(std::size_t photo) const;
    std::string draw_text(const BatchPlan& plan, int step, std::size_t row, const Texts& texts) const;
    TrainingRow make_row(const BatchPlan& plan, int step, std::size_t row, const Image& photo,
                         const Texts& texts) const;

    RowSource source_;
    StageOptions options_;
    std::uint64_t seed_ = 0, stage_ = 0;
    int input_size_ = 0;
};

}  // namespace gbs::training
