// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "training/options/train_options.h"
#include "training/run/train_hooks.h"

namespace gbs::training {

enum class TrainOutcome { completed, stopped };

/// Trains a model in the run folder `run` (see RunFolder), which is created and must not hold a run yet.
/// Throws Error after writing state `failed` and the reason to status.json.
TrainOutcome train(const TrainOptions& options, const std::filesystem::path& run,
                   const TrainHooks& hooks = {});

/// Continues from the latest checkpoint of a run folder that is whole, with the options stored there; damaged newer
/// ones are put aside. On the CPU the losses are bit for bit those of an uninterrupted run. `assignments` change
/// options ("checkpoint.every=50"). `force`: RunFolderOptions. Throws Error, with nothing changed, if no checkpoint
/// is whole.
TrainOutcome resume_training(const std::filesystem::path& run, const TrainHooks& hooks = {},
                             const std::vector<std::string>& assignments = {}, bool force = false);

/// "gbs train --resume ..." for a POSIX shell in any folder.
std::string resume_command(const std::filesystem::path& run);

}  // namespace gbs::training
