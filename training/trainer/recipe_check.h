// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "training/options/train_options.h"

namespace gbs::training {

/// Something that prevents a recipe from training, or makes it train on less than the user may expect.
struct RecipeProblem {
    std::string stage;  ///< the stage of the option; empty: an option of the run
    std::string key;    ///< the option to change
    std::string text;   ///< what is wrong and what to do
    bool fatal = true;  ///< the trainer would refuse
};

/// Checks what the ranges of single options cannot: whether paths exist, the batch has room for a partner and
/// a negative, cached features belong to a frozen encoder, and so on. Fast.
std::vector<RecipeProblem> recipe_problems(const TrainOptions& options);

/// Throws OptionError for the first of `recipe_problems`.
void check_recipe(const TrainOptions& options);

/// Checks captions and photos, the device, and the predicted memory. Reads the captions file and lists the
/// folder, which takes seconds for large ones. Empty if their paths do not exist, since recipe_problems
/// reports that.
std::vector<RecipeProblem> data_problems(const TrainOptions& options);

/// Equal keys have equal `data_problems` as long as files, device and free memory stay the same. Every option
/// counts unless it is known not to matter.
std::string data_problems_key(const TrainOptions& options);

}  // namespace gbs::training
