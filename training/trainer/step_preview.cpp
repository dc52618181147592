// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/step_preview.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/tensor/tensors.h"
#include "training/alpha/alpha_generators.h"
#include "training/objective/photo_blend.h"

namespace gbs::training {
namespace {

constexpr std::int64_t max_rows = 4;

/// Own rows, spread over the batch to include whole captions, recurrent phrases and unblended photos.
std::vector<std::int64_t> choose_rows(std::int64_t count) {
    const std::int64_t shown = std::min(max_rows, count);
    std::vector<std::int64_t> rows;
    for (std::int64_t i = 0; i < shown; ++i) rows.push_back(i * count / shown);
    return rows;
}

torch::Tensor load_photo(const StageSetup& stage, std::size_t photo) {
    return image_tensor(stage.source.set->load(photo), stage.input_size);
}

torch::Tensor first_photo(const StageSetup& stage, const StepBatch& batch, std::int64_t own) {
    if (batch.photos.defined()) return batch.photos[own].cpu();
    return load_photo(stage, batch.own_photo[static_cast<std::size_t>(own)]);
}

torch::Tensor second_photo(const StageSetup& stage, const StepBatch& batch, std::int64_t own) {
    if (batch.partner_photo.defined())
        return batch.photos[batch.partner_photo[own].item<std::int64_t>()].cpu();
    const std::size_t partner = batch.plan.partner[batch.own[static_cast<std::size_t>(own)]];
    const bool here = partner >= stage.rows.first && partner < stage.rows.last();
    if (here && batch.photos.defined())
        return batch.photos[static_cast<std::int64_t>(partner - stage.rows.first)].cpu();
    return load_photo(stage, batch.plan.photos[partner]);
}

/// [3, S, S] in 0..255, or [h, w] in [0, 1], drawn in gray.
Image to_image(const torch::Tensor& tensor) {
    const torch::Tensor rgb = tensor.dim() == 2 ? (tensor * 255).unsqueeze(0).expand({3, -1, -1}) : tensor;
    const torch::Tensor bytes = rgb.round().clamp(0, 255).permute({1, 2, 0}).to(torch::kByte).contiguous();
    Image image{static_cast<int>(bytes.size(1)), static_cast<int>(bytes.size(0)), {}};
    image.rgb.assign(bytes.data_ptr<std::uint8_t>(), bytes.data_ptr<std::uint8_t>() + bytes.numel());
    return image;
}

}  // namespace

StepPreview make_preview(const StageSetup& stage, const StepBatch& batch, const SeparationMaps& maps) {
    const torch::NoGradGuard no_grad;
    const auto rows = choose_rows(std::ssize(batch.own));
    const torch::Tensor chosen = torch::tensor(rows).to(stage.device);
    const auto pick = [&](const torch::Tensor& t) {
        return t.detach().index_select(0, chosen).to(torch::kFloat).cpu();
    };
    StepPreview preview;
    preview.alpha = pick(batch.alpha);
    std::vector<torch::Tensor> first, second, blends;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto own = static_cast<std::size_t>(rows[i]);
        const std::size_t row = batch.own[own];
        first.push_back(first_photo(stage, batch, rows[i]));
        second.push_back(second_photo(stage, batch, rows[i]));
        const torch::Tensor weight = preview.alpha[static_cast<std::int64_t>(i)].unsqueeze(0);
        blends.push_back(weight * foreground(first.back(), batch.plan.alpha[own]) +
                         (1 - weight) * second.back());
        preview.text1.push_back(batch.texts[row]);
        preview.text2.push_back(batch.texts[batch.plan.partner[row]]);
        preview.text_neg.push_back(batch.texts[batch.plan.negative[row]]);
        preview.alpha_kind.push_back(
            alpha_name(batch.plan.recurrent[row] ? AlphaKind::recurrent : batch.plan.kinds[row]));
    }
    preview.photo1 = torch::stack(first);
    preview.photo2 = torch::stack(second);
    preview.blend = torch::stack(blends);
    preview.target1 = pick(batch.target1);
    preview.target2 = pick(batch.target2);
    preview.h1 = pick(maps.h1);
    preview.h2 = pick(maps.h2);
    preview.hneg = pick(maps.hneg);
    preview.hadv = pick(maps.hadv);
    return preview;
}

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
