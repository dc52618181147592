// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/model/grounding_model.h"
#include "core/tensor/torch.h"
#include "training/data/batch_plan.h"
#include "training/data/feature_cache.h"
#include "training/data/row_loader.h"
#include "training/data/teacher_maps.h"
#include "training/data/text_bank.h"
#include "training/options/train_options.h"
#include "training/ranks/communicator.h"

namespace gbs::training {

/// What a stage uses and does not own.
struct StageContext {
    GroundingModel model{nullptr};
    RowSource source;
    const TextBank* texts = nullptr;
    const FeatureCache* bottlenecks = nullptr;  ///< of the frozen encoder; used if the stage caches features
    const TeacherMaps* teacher = nullptr;       ///< null: the model's own maps are the recurrent ones
    Communicator* ranks = nullptr;              ///< null: a single process
    torch::Device device{torch::kCPU};
    std::uint64_t seed = 0;
    std::uint64_t stage_index = 0;
    int input_size = 0;  ///< side of the photos in pixels
};

/// A stage as the parts of its step see it. `bottlenecks` is null unless the stage caches features.
struct StageSetup : StageContext {
    StageSetup(StageContext context, StageOptions stage_options);

    StageOptions options;
    Communicator& communicator;
    RankRows rows;  ///< of the batch, computed by this rank
};

}  // namespace gbs::training
