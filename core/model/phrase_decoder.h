// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/model/grounding_model.h"
#include "core/tensor/onednn.h"
#include "core/tensor/torch.h"

namespace gbs {

/// D of section 3.1 for many phrases on one photo, on the CPU. If the text scales E by one number a pixel (eq. 12, also
/// with the cosine as a channel), the convolutions of E do not depend on the phrase:
///   (W * (c E))(x) = sum over the nine taps k of c(x + k) (W_k E)(x + k).
/// They are computed once a photo; a phrase needs their sums, and the second convolution of each block. The result is
/// that of GroundingModelImpl::decode up to rounding, at a third of the arithmetic.
class PhraseDecoder {
 public:
    /// What the phrases on a photo share. Each tensor has a row for each of the V views.
    struct Photo {
        struct Level {
            std::int64_t height = 0, width = 0;
            torch::Tensor taps;  ///< [V, h * w, 10, O]: W_k E and the 1x1 shortcut, see PhotoTaps
        };
        std::vector<Level> levels;  ///< coarsest first
    };

    /// Null if the attenuation is of another kind, or the model is not on the CPU. The model must be in evaluation mode,
    /// and its decoder must not change.
    static std::shared_ptr<const PhraseDecoder> make(GroundingModel& model);

    /// Whether it is worth the memory for E^1..E^n, each [V, C_i, h_i, w_i]: at wide blocks of fine levels the taps grow
    /// to many times E.
    bool fits(const std::vector<torch::Tensor>& e) const;
    Photo prepare(const std::vector<torch::Tensor>& e) const;
    /// cosines: of E^i and W^i at each pixel, [V, B, h_i, w_i]. Result: H_GbS [V, B, h_n, w_n].
    torch::Tensor decode(const Photo& photo, const std::vector<torch::Tensor>& cosines) const;

 private:
    struct Block {
        std::int64_t channels = 0;                  ///< O of the block
        torch::Tensor of_e;                         ///< [C, 10 * O]: nine taps and the shortcut
        torch::Tensor of_cosine;                    ///< [10, O]; undefined: the cosine is not a channel
        torch::Tensor of_below, of_below_shortcut;  ///< of U(O_{i-1}): [O, D, 3, 3] and [O, D, 1, 1]
        torch::Tensor below_taps;                   ///< in their place, if O is 1: [D, 10]
        torch::Tensor bias1, shortcut_bias, weight2, bias2;
        std::optional<OneDnnConvolution> second;  ///< of weight2 and bias2, if O is more than 1
    };

    explicit PhraseDecoder(GroundingModel& model);
    static torch::Tensor finish(const Block& block, const torch::Tensor& sums, const torch::Tensor& shortcut,
                                Activation activation);
    torch::Tensor run_block(const Block& block, const Photo::Level& level, const torch::Tensor& cosine,
                            const torch::Tensor& below, bool last) const;

    std::vector<Block> blocks_;
};

}  // namespace gbs
