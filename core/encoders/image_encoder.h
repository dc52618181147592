// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/tensor/torch.h"

namespace gbs {

/// E of section 3.1: image -> [E^1..E^n], coarsest first.
class ImageEncoder : public torch::nn::Module {
 public:
    virtual std::string name() const = 0;
    virtual std::vector<int> strides() const = 0;   ///< of E^1..E^n, coarsest first: {32, 16}
    virtual std::vector<int> channels() const = 0;  ///< of E^1..E^n
    virtual std::vector<double> mean() const = 0;   ///< RGB, in 0..255
    virtual std::vector<double> std() const = 0;    ///< RGB, in 0..255
    /// images: [B, 3, H, W] float32 in 0..255, RGB. Normalises, then encodes: E^i is [B, C_i, H / stride_i,
    /// W / stride_i], rounded as the architecture says. A multiple of the first stride keeps the cells of all
    /// levels aligned; other sides work.
    virtual std::vector<torch::Tensor> forward(const torch::Tensor& images) = 0;

    /// The encoder in two parts for caches of a frozen encoder: expand(bottlenecks(images)) is
    /// forward(images), and the bottlenecks are as small as the architecture allows. As they stand here, the
    /// bottlenecks are the blocks.
    virtual std::vector<torch::Tensor> bottlenecks(const torch::Tensor& images) { return forward(images); }
    virtual std::vector<torch::Tensor> expand(const std::vector<torch::Tensor>& bottlenecks) {
        return bottlenecks;
    }
};

/// An encoder with random weights by name (core/encoders/image_encoders.h lists them). `levels` is n, the number of
/// blocks returned. Throws Error for an unknown name, listing the known ones.
std::shared_ptr<ImageEncoder> make_image_encoder(const std::string& name, int levels = 2);
/// Loads pretrained weights: the file `weights`, or the one in the weights folder. Throws one Error with all
/// that is missing, left over (classifiers aside) or of another shape, and any tensor that holds NaN.
void load_image_weights(ImageEncoder& encoder, const std::filesystem::path& weights = {});
/// make_image_encoder and load_image_weights.
std::shared_ptr<ImageEncoder> load_image_encoder(const std::string& name, int levels = 2);

}  // namespace gbs
