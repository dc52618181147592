// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// The choices among a stage's options. StageOptions::bind gives each value its name in recipes.
namespace gbs::training {

/// What is blended.
enum class BlendSpace {
    image,    ///< photos, before the encoder, as in the paper
    features  ///< the encoder's features
};

/// How L_i2t compares texts and photos over the levels.
enum class I2tAlignment {
    maximum,  ///< eq. 8: Z = max over the levels
    each      ///< not in the paper: the mean of one loss per level, so that no level is starved
};

/// How L_i2t joins the texts and photos of the batch.
enum class I2tReduction {
    mean,  ///< so that gamma_i2t does not depend on the size of the batch
    sum    ///< as eq. 9-10 are printed
};

/// How H_i2t is scaled to [0, 1] before it masks a target.
enum class RecurrentScale {
    minmax,    ///< stretched from its minimum and maximum
    max,       ///< divided by its maximum
    deviation  ///< a sigmoid of its z score
};

/// Which text of the batch is T_neg.
enum class Negatives {
    batch,     ///< any other text, as in the paper
    similar,   ///< the text most similar to T_1 or T_2
    strongest  ///< the text that the model responds to most in the blend
};

enum class OptimizerKind { adam, adamw };

enum class ScheduleKind { constant, piecewise_linear, step_decay, cosine };

/// The arithmetic of encoder and decoder.
enum class Precision { fp32, bf16 };

}  // namespace gbs::training
