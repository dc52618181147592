// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/step_batch.h"

#include <algorithm>

#include "core/base/trace.h"
#include "training/objective/photo_blend.h"

namespace gbs::training {
namespace {

enum Stream : std::uint64_t { dropout_stream = 12 };

torch::Tensor index_tensor(const std::vector<std::size_t>& indices, torch::Device device) {
    return torch::tensor(std::vector<std::int64_t>(indices.begin(), indices.end())).to(device);
}

std::vector<std::string> gather_texts(Communicator& ranks, const std::vector<std::string>& own) {
    std::string joined;
    for (const std::string& text : own) joined += text + '\0';
    std::vector<std::string> all;
    for (const std::string& texts : ranks.all_gather_bytes(joined))
        for (std::size_t at = 0, end = 0; (end = texts.find('\0', at)) != std::string::npos; at = end + 1)
            all.push_back(texts.substr(at, end - at));
    return all;
}

void project_texts(StageSetup& stage, int step, StepBatch& batch) {
    const Random dropout(stage.seed, Stream::dropout_stream, stage.stage_index, step);
    const WordEmbeddings words =
        stage.texts->lookup(batch.texts, stage.options.word_dropout, dropout, stage.rows.first);
    const TraceSpan span("project texts");
    batch.words = {words.words.to(stage.device), words.mask.to(stage.device)};
    batch.w = stage.model->project(batch.words.words, batch.words.mask);
    if (stage.communicator.size() == 1) return;
    for (auto& level : batch.w) level = all_gather_rows(stage.communicator, level);
    batch.texts = gather_texts(stage.communicator, batch.texts);
}

torch::Tensor stack_alphas(std::vector<AlphaMap>& alphas) {
    std::vector<torch::Tensor> maps;
    for (AlphaMap& map : alphas)
        maps.push_back(torch::from_blob(map.values.data(), {map.size, map.size}).clone());
    return torch::stack(maps);
}

}  // namespace

std::vector<std::size_t> StepBatch::own_part(const std::vector<std::size_t>& values) const {
    return {values.begin() + static_cast<std::ptrdiff_t>(own.front()),
            values.begin() + static_cast<std::ptrdiff_t>(own.back() + 1)};
}

std::vector<torch::Tensor> StepBatch::own_w() const {
    std::vector<torch::Tensor> levels;
    for (const auto& level : w)
        levels.push_back(level.narrow(0, static_cast<std::int64_t>(own.front()), std::ssize(own)));
    return levels;
}

std::vector<torch::Tensor> StepBatch::w_at(const torch::Tensor& rows) const {
    std::vector<torch::Tensor> levels;
    for (const auto& level : w) levels.push_back(level.index_select(0, rows));
    return levels;
}

torch::Tensor StepBatch::blend(const torch::Tensor& maps) const {
    return blend_photos(own_photos(), photos.index_select(0, partner_photo), plan.alpha, maps);
}

void StepBatch::choose_negatives(const std::vector<std::size_t>& rows) {
    std::ranges::copy(rows, plan.negative.begin() + static_cast<std::ptrdiff_t>(own.front()));
    negative = index_tensor(rows, negative.device());
}

StepBatch make_batch(StageSetup& stage, LoadedBatch loaded) {
    const TraceSpan span("data");
    StepBatch batch;
    batch.plan = std::move(loaded.plan);
    batch.own = std::move(loaded.own);
    batch.partner = index_tensor(batch.own_part(batch.plan.partner), stage.device);
    batch.negative = index_tensor(batch.own_part(batch.plan.negative), stage.device);
    for (std::size_t i = 0; i < batch.own.size(); ++i) {
        batch.own_photo.push_back(loaded.rows[i].photo);
        batch.texts.push_back(std::move(loaded.rows[i].text));
    }
    if (stage.bottlenecks == nullptr) {
        std::vector<torch::Tensor> pixels;
        for (const TrainingRow& row : loaded.rows) pixels.push_back(row.pixels);
        batch.photos = torch::stack(pixels).to(stage.device);
    }
    if (!loaded.partner.empty()) batch.partner_photo = index_tensor(loaded.partner, stage.device);
    project_texts(stage, loaded.step, batch);
    if (!batch.plan.alpha.empty()) batch.alpha = stack_alphas(batch.plan.alpha).to(stage.device);
    return batch;
}

}  // namespace gbs::training
