// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/objective/stage_features.h"

#include "training/objective/autocast.h"
#include "training/objective/photo_blend.h"

namespace gbs::training {

bool needs_photo_features(const StageOptions& options) {
    return options.aligns() || options.distills() || options.blend_space == BlendSpace::features ||
           options.cache_features || options.recurrent_share > 0;
}

std::vector<torch::Tensor> encode_images(GroundingModel& model, const StageOptions& options,
                                         const torch::Tensor& images) {
    const Autocast autocast(options.precision, images.device());
    return model->encode(images);
}

std::vector<torch::Tensor> expand_bottlenecks(GroundingModel& model, std::vector<torch::Tensor> bottlenecks,
                                              torch::Device device) {
    for (torch::Tensor& level : bottlenecks) level = level.to(device);
    std::vector<torch::Tensor> blocks;
    {
        const torch::NoGradGuard no_grad;
        blocks = model->image_encoder().expand(bottlenecks);
    }
    return model->apply_necks(blocks);
}

std::vector<torch::Tensor> blend_features(const std::vector<torch::Tensor>& e1,
                                          const std::vector<torch::Tensor>& e2,
                                          const std::vector<AlphaMap>& maps, const torch::Tensor& alpha) {
    std::vector<torch::Tensor> blended;
    for (std::size_t i = 0; i < e1.size(); ++i) {
        const torch::Tensor weight = area_average(alpha, e1[i]).unsqueeze(1);
        blended.push_back(weight * foregrounds(e1[i], maps) + (1 - weight) * e2[i]);
    }
    return blended;
}

}  // namespace gbs::training
