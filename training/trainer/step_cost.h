// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

#include "core/text/word_shape.h"
#include "training/options/train_options.h"

namespace gbs::training {

/// What a stage takes, on the CPU.
struct StepCost {
    std::int64_t parameters = 0;  ///< of the model, without the frozen language model
    std::int64_t learned = 0;     ///< of these, those that the stage trains
    double flop = 0;  ///< of a step's forward and backward pass, 2 for each multiplication and addition
    double weight_bytes = 0;  ///< weights, optimizer, moving average
    double step_bytes = 0;    ///< the most that a step holds beside them
    double cache_bytes = 0;   ///< features of all photos, where the stage caches them

    double bytes() const { return weight_bytes + step_bytes + cache_bytes; }  ///< of tensors
};

/// Runs the passes of a step on random weights and one small image at two sizes, and reckons from them: each
/// allocation grows with the area of the batch, so the largest sum of them at the real size follows from the
/// two. Takes a second or some; a result is kept for the next call.
StepCost step_cost(const ModelOptions& model, const StageOptions& stage, WordShape words, std::size_t photos);

/// What a training on the CPU takes from the system: the tensors and the gaps that the heap leaves between
/// those of a step, the program, the language model, and the words of all texts (`text_words` in all) in half
/// precision.
double resident_bytes(const StepCost& cost, const std::string& language_model, WordShape words,
                      std::size_t text_words);
/// Words of a text, as spaces part them.
std::size_t word_count(const std::string& text);

/// "27.1 M parameters, 20.1 M of them learn; 2.31 TFLOP a step; about 5.4 GB of memory".
std::string describe(const StepCost& cost, double bytes);

}  // namespace gbs::training
