// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include "core/tensor/torch.h"
#include "training/objective/ema_teacher.h"
#include "training/optimizer/moving_average.h"
#include "training/trainer/batch_features.h"

namespace gbs::training {

/// Recurrent alpha maps (section 5 of the paper): the model's own H_i2t of the unblended photo masks the
/// target of that photo's phrase. With a teacher, its maps do.
class RecurrentMaps {
 public:
    /// `stage` and `features` must outlive the object. With option recurrent.teacher, the weights in
    /// `average` make the maps.
    RecurrentMaps(StageSetup& stage, const BatchFeatures& features, const MovingAverage& average);

    /// [b, h, w] in [0, 1]; 1 in rows that are not recurrent. `e`: E of the photos.
    torch::Tensor masks(const StepBatch& batch, const std::vector<torch::Tensor>& e) const;

    /// The teacher's maps of the own rows, scaled to [0, 1], and which rows have one.
    struct Taught {
        torch::Tensor maps;   ///< [b, h, w]; 0 in rows without
        torch::Tensor known;  ///< [b], 1 or 0
    };
    /// At the size of `like` [., ., h, w]. Requires a teacher.
    Taught taught(const StepBatch& batch, const torch::Tensor& like) const;

 private:
    torch::Tensor averaged_map(const StepBatch& batch, const std::vector<torch::Tensor>& e) const;

    StageSetup& stage_;
    const BatchFeatures& features_;
    std::unique_ptr<EmaTeacher> average_;
};

}  // namespace gbs::training
