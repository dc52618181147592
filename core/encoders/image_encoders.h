// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gbs {

/// An image encoder that a recipe or a checkpoint can name.
struct KnownImageEncoder {
    std::string name;    ///< as in model.image_encoder; the file of its weights is <name>.safetensors
    std::string source;  ///< where weights are to be had; empty: set-up installs them
    /// Beginnings of names in a file of weights that an encoder has no use for: classifiers, masks.
    std::vector<std::string> ignored;
};

/// Every image encoder that is known, the default first.
const std::vector<KnownImageEncoder>& known_image_encoders();
std::vector<std::string> image_encoder_names();
/// Throws Error that lists the known ones.
const KnownImageEncoder& known_image_encoder(const std::string& name);

/// The file of an encoder's pretrained weights in the weights folder. Throws Error that says which file to
/// bring, from where, and how to convert it.
std::filesystem::path image_encoder_weights(const std::string& name);

}  // namespace gbs
