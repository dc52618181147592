// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/preview.h"

#include <nlohmann/json.hpp>

namespace gbs::training {
namespace {

/// [3, S, S] in 0..255, or [h, w] in [0, 1] as grey.
Image to_image(const torch::Tensor& tensor) {
    const torch::Tensor rgb = tensor.dim() == 2 ? (tensor * 255).unsqueeze(0).expand({3, -1, -1}) : tensor;
    const torch::Tensor bytes = rgb.round().clamp(0, 255).permute({1, 2, 0}).to(torch::kByte).contiguous();
    Image image{static_cast<int>(bytes.size(1)), static_cast<int>(bytes.size(0)), {}};
    image.rgb.assign(bytes.data_ptr<std::uint8_t>(), bytes.data_ptr<std::uint8_t>() + bytes.numel());
    return image;
}

}  // namespace

void write_preview(RunFolder& folder, int step, const StepPreview& preview) {
    const std::pair<const char*, const torch::Tensor*> parts[] = {
        {"photo1", &preview.photo1}, {"photo2", &preview.photo2},   {"blend", &preview.blend},
        {"alpha", &preview.alpha},   {"target1", &preview.target1}, {"target2", &preview.target2},
        {"h1", &preview.h1},         {"h2", &preview.h2},           {"hneg", &preview.hneg},
        {"hadv", &preview.hadv}};
    std::vector<std::pair<std::string, Image>> images;
    nlohmann::json rows = nlohmann::json::array();
    for (std::size_t row = 0; row < preview.text1.size(); ++row) {
        for (const auto& [name, tensor] : parts)
            images.emplace_back("row" + std::to_string(row) + "_" + name,
                                to_image((*tensor)[static_cast<std::int64_t>(row)]));
        rows.push_back({{"text1", preview.text1[row]},
                        {"text2", preview.text2[row]},
                        {"text_neg", preview.text_neg[row]},
                        {"alpha", preview.alpha_kind[row]}});
    }
    folder.write_preview(step, images, {{"rows", rows}});
}

}  // namespace gbs::training
