// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/tensor/torch.h"
#include "training/trainer/batch_loader.h"
#include "training/trainer/stage_context.h"

namespace gbs::training {

/// The data of one step, from the plan to the alpha maps and targets: B rows, b of them computed by this rank
/// (its own rows).
struct StepBatch {
    BatchPlan plan;
    std::vector<std::string> texts;      ///< of all B rows
    std::vector<std::size_t> own;        ///< the own rows, consecutive
    std::vector<std::size_t> own_photo;  ///< their photos' indices in the training set
    torch::Tensor partner, negative;     ///< [b], rows of the batch
    torch::Tensor photos;         ///< [b or more, 3, S, S], own rows first; undefined if features are cached
    torch::Tensor partner_photo;  ///< [b], rows of `photos`; undefined unless photos are blended
    torch::Tensor alpha;          ///< [b, S, S]
    torch::Tensor target1, target2;  ///< [b, h, w]
    WordEmbeddings words;            ///< of the own rows, on the device
    std::vector<torch::Tensor> w;    ///< W^1..W^n of all B rows, [B, C_i]

    torch::Tensor own_photos() const { return photos.narrow(0, 0, std::ssize(own)); }
    /// The entries of the own rows in one value per row of the batch.
    std::vector<std::size_t> own_part(const std::vector<std::size_t>& values) const;
    /// W^1..W^n of the own rows, and of the batch's rows `rows` [b].
    std::vector<torch::Tensor> own_w() const;
    std::vector<torch::Tensor> w_at(const torch::Tensor& rows) const;
    /// Blends the photos with `alpha`. Only if photos are blended.
    torch::Tensor blend(const torch::Tensor& alpha) const;
    void choose_negatives(const std::vector<std::size_t>& rows);
};

/// The data of a step on the device: photos, texts and their projections, and alpha maps. Texts are
/// exchanged among the ranks, since T_2 and T_neg of a row may belong to another rank.
StepBatch make_batch(StageSetup& stage, LoadedBatch loaded);

}  // namespace gbs::training
