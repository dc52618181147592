// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/tensor/torch.h"
#include "training/objective/losses.h"
#include "training/run/run_folder.h"
#include "training/trainer/step_batch.h"

namespace gbs::training {

/// Some blends of a step for display: R rows, on the CPU.
struct StepPreview {
    torch::Tensor photo1, photo2, blend;  ///< [R, 3, S, S] in 0..255
    torch::Tensor alpha;                  ///< [R, S, S] in [0, 1]
    torch::Tensor target1, target2;       ///< [R, h, w]
    torch::Tensor h1, h2, hneg, hadv;     ///< [R, h, w]
    std::vector<std::string> text1, text2, text_neg, alpha_kind;
};

/// Picks up to four rows of this rank, spread over the batch.
StepPreview make_preview(const StageSetup& stage, const StepBatch& batch, const SeparationMaps& maps);

/// Writes a preview to the run folder. Images per row R: rowR_photo1, _photo2, _blend at the input size, and
/// in gray at the size of H, _alpha, _target1, _target2, _h1, _h2, _hneg, _hadv. preview.json holds "rows",
/// each with text1, text2, text_neg and alpha (the generator's name).
void write_preview(RunFolder& folder, int step, const StepPreview& preview);

}  // namespace gbs::training
