#include "training/photo_blend.h"

namespace gbs {

torch::Tensor foreground(const torch::Tensor& photo, const AlphaMap& alpha) {
    if (!alpha.paste) return photo;
    namespace F = torch::nn::functional;
    const auto options = F::InterpolateFuncOptions()
                             .size(std::vector<std::int64_t>{alpha.paste->height, alpha.paste->width})
                             .mode(torch::kBilinear)
                             .align_corners(false)
                             .antialias(true);
    torch::Tensor canvas = torch::zeros_like(photo);
    canvas.narrow(1, alpha.paste->y, alpha.paste->height)
        .narrow(2, alpha.paste->x, alpha.paste->width)
        .copy_(F::interpolate(photo.unsqueeze(0), options)[0]);
    return canvas;
}

torch::Tensor blend_photos(const torch::Tensor& photo1, const torch::Tensor& photo2,
                           const std::vector<AlphaMap>& maps, const torch::Tensor& alpha) {
    std::vector<torch::Tensor> first;
    for (std::int64_t row = 0; row < photo1.size(0); ++row)
        first.push_back(foreground(photo1[row], maps[static_cast<std::size_t>(row)]));
    const torch::Tensor weight = alpha.unsqueeze(1);
    return weight * torch::stack(first) + (1 - weight) * photo2;
}

torch::Tensor area_average(const torch::Tensor& alpha, const torch::Tensor& like) {
    return torch::adaptive_avg_pool2d(alpha.unsqueeze(1), {like.size(2), like.size(3)}).squeeze(1);
}

}  // namespace gbs
