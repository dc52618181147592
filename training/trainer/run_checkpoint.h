// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "core/model/grounding_model.h"
#include "core/tensor/torch.h"
#include "core/text/word_shape.h"
#include "training/options/train_options.h"
#include "training/run/run_reader.h"

namespace gbs::training {

/// How far a run has got.
struct RunPosition {
    std::size_t stage = 0;
    int stage_step = 0;  ///< finished steps of the stage
    int step = 0;        ///< finished steps of the run
};

/// The .state file of a checkpoint: what a training needs besides the model to continue.
struct TrainingState {
    RunPosition position;
    std::map<std::string, torch::Tensor> tensors;  ///< optimizer, moving average, positions in shards
};

/// Throws Error unless both files are whole and belong together, as far as can be told without building the model.
void check_checkpoint(const CheckpointFiles& files);
/// Throws Error if the file is damaged or its stage is not below `stages`.
TrainingState load_training_state(const std::filesystem::path& file, std::size_t stages);
void save_training_state(const std::filesystem::path& file, const TrainingState& state);

/// The model before the first step: random, with the pretrained image encoder or the tensors of
/// `initial_checkpoint` whose names and shapes match. `say` receives what was loaded.
GroundingModel make_initial_model(const TrainOptions& options, WordShape words,
                                  const std::function<void(const std::string&)>& say);

}  // namespace gbs::training
