// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/batch_loader.h"

#include <algorithm>

#include "core/base/trace.h"

namespace gbs::training {

BatchLoader::BatchLoader(const StageSetup& stage)
    : stage_(stage), rows_(stage.source, stage.options, stage.seed, stage.stage_index, stage.input_size) {}

LoadedBatch BatchLoader::take(int step) {
    const TraceSpan span("wait for data");
    // After a step that failed, what was read of a stream is lost, as its rows are.
    LoadedBatch batch = ahead_.valid() && ahead_step_ == step ? ahead_.get() : load(step);
    if (step + 1 < stage_.options.steps) {
        ahead_step_ = step + 1;
        ahead_ = thread_.submit([this, next = step + 1] { return load(next); });
    }
    return batch;
}

/// The own rows' photos, and those of partners on other ranks, which this rank loads again.
LoadedBatch BatchLoader::load(int step) const {
    const TraceSpan span("load batch");
    LoadedBatch batch;
    batch.step = step;
    batch.plan =
        plan_batch(stage_.options, stage_.source.set ? stage_.source.set->size() : 0, stage_.input_size,
                   stage_.seed, stage_.stage_index, static_cast<std::uint64_t>(step), stage_.rows);
    for (std::size_t row = stage_.rows.first; row < stage_.rows.last(); ++row) batch.own.push_back(row);
    if (stage_.bottlenecks != nullptr) {
        for (const std::size_t row : batch.own) batch.rows.push_back(rows_.text_row(batch.plan, step, row));
        return batch;
    }
    std::vector<std::size_t> rows = batch.own;
    if (stage_.options.separates() && stage_.options.blend_space == BlendSpace::image)
        for (const std::size_t row : batch.own) {
            const std::size_t partner = batch.plan.partner[row];
            const auto found = std::ranges::find(rows, partner);
            batch.partner.push_back(static_cast<std::size_t>(found - rows.begin()));
            if (found == rows.end()) rows.push_back(partner);
        }
    batch.rows = rows_.load(batch.plan, step, rows);
    if (stage_.source.stream) batch.position = stage_.source.stream->position();
    return batch;
}

}  // namespace gbs::training
