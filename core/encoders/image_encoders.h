// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/encoders/image_encoder.h"

namespace gbs {

inline constexpr int max_encoder_levels = 3;

/// A row of the table of image encoders. The choices of model.image_encoder, the weights file, the fidelity
/// test and the error messages follow from it.
struct ImageEncoderEntry {
    std::string name;  ///< as in model.image_encoder; its weights file is NAME.safetensors
    std::function<std::shared_ptr<ImageEncoder>(const std::string& name, int levels)> make;
    std::string source;  ///< where to download the weights; empty: `make setup` installs them
    /// Prefixes of tensors in the weights file that the encoder does not use: classifiers, masks.
    std::vector<std::string> ignored;
};

/// All image encoders, the default first. To add one, add a row.
const std::vector<ImageEncoderEntry>& image_encoders();
std::vector<std::string> image_encoder_names();
/// Throws Error listing the known names.
const ImageEncoderEntry& find_image_encoder(const std::string& name);

/// Builds an encoder with random weights. `levels`: n, the number of blocks returned, 1 to
/// max_encoder_levels. Throws Error.
std::shared_ptr<ImageEncoder> make_image_encoder(const std::string& name, int levels = 2);

/// The pretrained weights file of an encoder in the weights folder. If it is missing, throws Error saying
/// where to download it and how to convert it.
std::filesystem::path image_encoder_weights(const std::string& name);
/// Loads pretrained weights from `weights`, or from image_encoder_weights() if empty. Throws one Error
/// listing every tensor that is missing, unexpected, of a different shape, or not finite.
void load_image_weights(ImageEncoder& encoder, const std::filesystem::path& weights = {});

}  // namespace gbs
