// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "training/run/run_folder.h"
#include "training/trainer/stage_trainer.h"

namespace gbs::training {

/// Writes the blends of a step to the run folder: for each row R the images rowR_photo1, _photo2, _blend
/// (input size) and, in grey at the size of H, _alpha, _target1, _target2, _h1, _h2, _hneg, _hadv;
/// preview.json holds "rows", each with text1, text2, text_neg and alpha (the generator's name).
void write_preview(RunFolder& folder, int step, const StepPreview& preview);

}  // namespace gbs::training
