// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "training/options/train_options.h"

namespace gbs::training {

/// What would keep a recipe from training, or make it train on less than a person may think.
struct RecipeProblem {
    std::string stage;  ///< whose option it is; empty: the whole run's
    std::string key;    ///< the option to change; empty: no single one
    std::string text;   ///< what is wrong and what to do
    bool fatal = true;  ///< the trainer would refuse
};

/// Everything that the options alone and the existence of their paths tell; `TrainOptions::validate` throws
/// the first.
std::vector<RecipeProblem> recipe_problems(const TrainOptions& options);

/// What is wrong with captions and photos, and with the device and the memory for them: reads the captions
/// file and lists the folder, which takes seconds for large ones. Nothing where their paths do not exist
/// (recipe_problems tells that).
std::vector<RecipeProblem> data_problems(const TrainOptions& options);

}  // namespace gbs::training
