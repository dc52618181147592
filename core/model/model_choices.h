// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace gbs {

/// The attenuations A(E, W) of section 4.4.5.
enum class Attenuation {
    distance,    ///< eq. 5: exp(-s |E/||E|| - W/||W|||) * E, element by element
    projection,  ///< eq. 12: cos_+(E, W) * E
    dist2atten,  ///< eq. 13: exp(-cos(E, W)), one channel
    cosine,      ///< eq. 14: cos_+(E, W), one channel
    attention,   ///< learned: the module AttentionAttenuation
    /// Not in the paper: eq. 12 with the signed cosine as an extra channel, cat(4 cos_+(E, W) * E, 10
    /// cos(E, W)). The factors bring both to unit scale behind a batch-normed neck.
    projection_cosine
};

/// How H_i2t joins the levels of the encoder.
enum class I2tLevels {
    max,            ///< eq. 11
    geometric_mean  ///< not in the paper
};

}  // namespace gbs
