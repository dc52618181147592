// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

#include "core/text/word_shape.h"
#include "training/options/train_options.h"

namespace gbs::training {

/// Cost of a stage on the CPU.
struct StepCost {
    std::int64_t parameters = 0;  ///< of the model, without the frozen language model
    std::int64_t learned = 0;     ///< those that the stage trains
    double flop = 0;              ///< forward and backward pass of a step, 2 per multiply-add
    double weight_bytes = 0;      ///< weights, optimizer state, moving average
    double step_bytes = 0;        ///< peak of a step on top of them
    double cache_bytes = 0;       ///< features of all photos, if the stage caches them

    double bytes() const { return weight_bytes + step_bytes + cache_bytes; }  ///< all tensors
};

/// Extrapolates from a step with random weights on small images (see core/tensor/operation_meter.h). Takes
/// about a second; results are cached. `photos`: size of the training set.
StepCost step_cost(const ModelOptions& model, const StageOptions& stage, WordShape words, std::size_t photos);

/// Bytes of the embeddings of texts of `text_words` words in all, in half precision.
double text_bytes(WordShape words, std::size_t text_words);
/// Texts of more bytes are mapped from files.
inline constexpr double max_texts_in_memory = 256e6;

/// Predicted resident memory of a training on the CPU, in bytes: tensors with heap fragmentation, the
/// program, the language model, and the embeddings of all texts, unless they are mapped.
double resident_bytes(const StepCost& cost, const std::string& language_model, WordShape words,
                      std::size_t text_words);

/// Words of a text, separated by spaces.
std::size_t count_words(const std::string& text);

/// "27.1 M parameters, 20.1 M trained; 2.31 TFLOP per step; about 5.4 GB of memory".
std::string describe(const StepCost& cost, double bytes);

}  // namespace gbs::training
