// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/recurrent_maps.h"

#include "core/model/inference.h"
#include "core/tensor/batch_norm.h"
#include "training/data/close_up_map.h"
#include "training/objective/freeze_running_stats.h"
#include "training/objective/stage_features.h"

namespace gbs::training {
namespace {

/// maps: [b, h, w] -> [0, 1].
torch::Tensor scale_maps(const torch::Tensor& maps, RecurrentScale scale) {
    const torch::Tensor flat = maps.flatten(1);
    const auto per_map = [](const torch::Tensor& value) { return value.unsqueeze(-1).unsqueeze(-1); };
    const torch::Tensor low = per_map(flat.amin(1)), high = per_map(flat.amax(1));
    switch (scale) {
        case RecurrentScale::minmax:
            return (maps - low) / (high - low).clamp_min(1e-4);
        case RecurrentScale::max:
            return maps / high.clamp_min(1e-4);
        case RecurrentScale::deviation:
            break;
    }
    return torch::sigmoid(2 * ((maps - per_map(flat.mean(1))) / per_map(flat.std(1)).clamp_min(1e-6) - 1));
}

}  // namespace

RecurrentMaps::RecurrentMaps(StageSetup& stage, const BatchFeatures& features, const MovingAverage& average)
    : stage_(stage), features_(features) {
    if (!stage_.options.recurrent_teacher) return;
    average_ = std::make_unique<EmaTeacher>(stage_.model, average.tensors());
    average_->model()->to(stage_.device);
    if (stage_.communicator.size() == 1) return;
    synchronize_batch_norms(
        *average_->model(),
        [&ranks = stage_.communicator](const torch::Tensor& value) { return average_over(ranks, value); },
        stage_.communicator.size());
}

torch::Tensor RecurrentMaps::averaged_map(const StepBatch& batch, const std::vector<torch::Tensor>& e) const {
    GroundingModel teacher = average_->model();
    const FreezeRunningStats freeze(*teacher);
    const auto w = teacher->project(batch.words.words, batch.words.mask);
    if (stage_.bottlenecks == nullptr) return teacher->match(teacher->encode(batch.own_photos()), w);
    if (features_.frozen()) return teacher->match(e, w);  // teacher and student share encoder and necks
    const std::vector<std::int64_t> photos(batch.own_photo.begin(), batch.own_photo.end());
    return teacher->match(expand_bottlenecks(teacher, stage_.bottlenecks->gather(photos), stage_.device), w);
}

RecurrentMaps::Taught RecurrentMaps::taught(const StepBatch& batch, const torch::Tensor& like) const {
    const std::int64_t rows = like.size(2), columns = like.size(3);
    std::vector<torch::Tensor> maps;
    std::vector<float> known;
    for (std::size_t i = 0; i < batch.own.size(); ++i) {
        const bool recurrent = batch.plan.recurrent[batch.own[i]];
        const CloseUp* const part = stage_.source.set->close_up(batch.own_photo[i]);
        const torch::Tensor map = recurrent ? stage_.teacher->find(part ? part->photo : batch.own_photo[i],
                                                                   batch.texts[batch.own[i]])
                                            : torch::Tensor();
        known.push_back(map.defined() ? 1.0F : 0.0F);
        if (!map.defined())
            maps.push_back(torch::zeros({1, rows, columns}));
        else if (
            part)  // scaled as the map of the whole photo: in a thing that fills the part, all of it is high
            maps.push_back(crop(scale_maps(map.unsqueeze(0), stage_.options.recurrent_scale).squeeze(0),
                                *part, rows, columns)
                               .unsqueeze(0));
        else
            maps.push_back(scale_maps(torch::adaptive_avg_pool2d(map.unsqueeze(0), {rows, columns}),
                                      stage_.options.recurrent_scale));
    }
    return {torch::cat(maps).to(stage_.device), torch::tensor(known).to(stage_.device)};
}

torch::Tensor RecurrentMaps::masks(const StepBatch& batch, const std::vector<torch::Tensor>& e) const {
    const torch::NoGradGuard no_grad;
    const StageOptions& options = stage_.options;
    const auto per_row = [](const torch::Tensor& values) { return values.unsqueeze(-1).unsqueeze(-1); };
    torch::Tensor map = gaussian_blur(
        average_ ? averaged_map(batch, e) : stage_.model->match(e, batch.own_w()), options.recurrent_blur);
    map = scale_maps(map, options.recurrent_scale);
    if (stage_.teacher) {
        const Taught target = taught(batch, e.back());
        map = torch::where(per_row(target.known) > 0, target.maps, map);
    }
    const torch::Tensor mask = map.pow(options.recurrent_power);
    std::vector<float> plain;
    for (const std::size_t row : batch.own) plain.push_back(batch.plan.recurrent[row] ? 0.0F : 1.0F);
    const torch::Tensor keep = per_row(torch::tensor(plain).to(stage_.device));
    return keep + (1 - keep) * mask;
}

}  // namespace gbs::training
