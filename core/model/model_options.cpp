// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/model_options.h"

#include "core/encoders/image_encoders.h"
#include "core/text/language_models.h"

namespace gbs {

void ModelOptions::bind(OptionSet& options) {
    options.add("model.image_encoder", &image_encoder, image_encoder_names(),
                "Image encoder E (section 3.1)");
    options.add("model.text_encoder", &text_encoder, language_model_names(),
                "Frozen language model N (section 3.1)");
    options.add("model.levels", &levels, 1, 3, "n, the number of the encoder's last blocks to use");
    options.add("model.input_size", &input_size, 32, 2048,
                "Side of the square that photos are resized to, in pixels");
    options.add("model.neck_width", &neck_width, 0, 4096,
                "Channels of the 1x1 convolution and batch norm after each block; 0: none, as in the paper");
    options.add("model.attenuation", &attenuation,
                {{Attenuation::distance, "distance"},
                 {Attenuation::projection, "projection"},
                 {Attenuation::dist2atten, "dist2atten"},
                 {Attenuation::cosine, "cosine"},
                 {Attenuation::attention, "attention"},
                 {Attenuation::projection_cosine, "projection_cosine"}},
                "Text conditioning A(E, W): eq. 5, 12, 13, 14, learned attention, or eq. 12 with the cosine "
                "as a channel");
    options.add("model.attenuation_scale", &attenuation_scale, 0.0, 1000.0,
                "Factor inside the exponent of eq. 5; 1 as in the paper");
    options.add(
        "model.decoder_width", &decoder_width, 0, 4096,
        "Channels of the decoder's inner blocks; 0: no decoder and no H_GbS, only for zero-shot models");
    options.add("model.i2t_levels", &i2t_levels,
                {{I2tLevels::max, "max"}, {I2tLevels::geometric_mean, "geometric_mean"}},
                "How H_i2t combines the levels: the maximum (eq. 11) or the geometric mean");
    options.add("model.mirror", &mirror,
                "At inference, average the maps of the photo and of its mirror image");
    options.add("model.blur", &blur, 0.0, 16.0,
                "At inference, standard deviation of a Gaussian blur of H_i2t, in cells; 0: none");
    options.add("model.gbs_blur", &gbs_blur, 0.0, 16.0,
                "At inference, standard deviation of a Gaussian blur of H_GbS, in cells; 0: none");
}

}  // namespace gbs
