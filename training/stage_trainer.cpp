#include "training/stage_trainer.h"

#include <torch/nn/utils/clip_grad.h>
#include <torch/optim/adam.h>
#include <torch/optim/adamw.h>

#include <cmath>
#include <numeric>

#include "core/error.h"
#include "core/inference.h"
#include "core/tensors.h"
#include "training/adversarial_alpha.h"
#include "training/augmentation.h"
#include "training/autocast.h"
#include "training/hard_negatives.h"
#include "training/losses.h"
#include "training/own_statistics.h"
#include "training/schedules.h"

namespace gbs {
namespace {

enum Stream : std::uint64_t {
    text_stream = 11,
    dropout_stream = 12,
    augment_stream = 13,
    adversarial_stream = 14
};
constexpr std::int64_t preview_rows = 4;

std::vector<torch::Tensor> rows_of(const std::vector<torch::Tensor>& tensors, const torch::Tensor& rows) {
    std::vector<torch::Tensor> chosen;
    for (const auto& tensor : tensors) chosen.push_back(tensor.index_select(0, rows));
    return chosen;
}

torch::Tensor index_tensor(const std::vector<std::size_t>& indices, torch::Device device) {
    return torch::tensor(std::vector<std::int64_t>(indices.begin(), indices.end())).to(device);
}

/// [B, S, S] to [B, h, w], each cell the mean of what it covers.
torch::Tensor area_average(const torch::Tensor& alpha, const torch::Tensor& like) {
    return torch::adaptive_avg_pool2d(alpha.unsqueeze(1), {like.size(2), like.size(3)}).squeeze(1);
}

Schedule schedule_of(const StageOptions& options) {
    Schedule schedule;
    schedule.base = options.learning_rate;
    schedule.warmup_steps = options.warmup;
    schedule.decay_every = options.decay_every;
    schedule.total_steps = options.steps;
    if (options.schedule == "piecewise_linear") {
        schedule.kind = ScheduleKind::piecewise_linear;
        schedule.points.clear();
        for (int i = 0; i <= 2; ++i)
            schedule.points.push_back({static_cast<std::int64_t>(options.decay_every) * i,
                                       options.learning_rate * std::pow(0.1, i)});
    } else if (options.schedule == "step") {
        schedule.kind = ScheduleKind::step_decay;
    } else {
        schedule.kind = schedule_kind(options.schedule);
    }
    return schedule;
}

AugmentationOptions augmentation_of(const StageOptions& options) {
    AugmentationOptions augmentation;
    augmentation.crop_area = {options.crop_area, 1};
    augmentation.flip = options.flip;
    augmentation.brightness = augmentation.contrast = augmentation.saturation = options.jitter;
    augmentation.hue = options.jitter / 4;
    augmentation.grey = options.grey;
    return augmentation;
}

}  // namespace

bool learns(const StageOptions& options, const std::string& name) {
    if (name.rfind("encoder.", 0) == 0) return options.learn_encoder;
    if (name.rfind("necks_", 0) == 0) return options.learn_necks;
    if (name.rfind("projection.", 0) == 0) return options.learn_projection;
    if (name.rfind("decoder.", 0) == 0 || name.rfind("attention_", 0) == 0) return options.learn_decoder;
    return options.learn_temperature;
}

/// One step's data, from plan to blends.
struct StageTrainer::Batch {
    BatchPlan plan;
    std::vector<std::string> texts;
    torch::Tensor partner, negative;  // row indices
    torch::Tensor photos;             // [B, 3, S, S], where the stage works on photos
    torch::Tensor alpha;              // [B, S, S]
    torch::Tensor blends;             // [B, 3, S, S]
    torch::Tensor target1, target2;
    WordEmbeddings words;  // on the device
    SeparationLosses losses;
};

StageTrainer::StageTrainer(StageContext context, StageOptions options)
    : context_(std::move(context)), options_(std::move(options)) {
    for (auto& item : context_.model->named_parameters()) {
        const bool learned = learns(options_, item.key());
        item.value().set_requires_grad(learned);
        if (learned) learned_.emplace_back(item.key(), item.value());
    }
    std::vector<torch::Tensor> encoder, rest;
    for (auto& [name, tensor] : learned_) (name.rfind("encoder.", 0) == 0 ? encoder : rest).push_back(tensor);
    std::vector<torch::optim::OptimizerParamGroup> groups{torch::optim::OptimizerParamGroup(rest),
                                                          torch::optim::OptimizerParamGroup(encoder)};
    if (options_.optimizer == "adamw")
        optimizer_ = std::make_unique<torch::optim::AdamW>(
            groups, torch::optim::AdamWOptions(options_.learning_rate).weight_decay(options_.weight_decay));
    else
        optimizer_ = std::make_unique<torch::optim::Adam>(
            groups, torch::optim::AdamOptions(options_.learning_rate).weight_decay(options_.weight_decay));
    if (!options_.cache_features) context_.bottlenecks = nullptr;
    set_modes();
    if (context_.bottlenecks && !options_.learn_necks) {
        features_ = FeatureCache(context_.bottlenecks->photos(), [&](std::int64_t first, std::int64_t count) {
            std::vector<torch::Tensor> narrow;
            for (auto& level : context_.bottlenecks->range(first, count))
                narrow.push_back(level.to(context_.device));
            return context_.model->apply_necks(context_.model->image_encoder().expand(narrow));
        });
    }
    if (options_.ema > 0)
        for (const auto& [name, tensor] : module_tensors(*context_.model))
            if (tensor.is_floating_point() && learns(options_, name))
                average_[name] = tensor.detach().clone();
    if (options_.recurrent_teacher) {
        teacher_ = std::make_unique<EmaTeacher>(context_.model, average_);
        teacher_->model()->to(context_.device);
    }
}

StageTrainer::~StageTrainer() = default;

/// Frozen parts keep their batch statistics.
void StageTrainer::set_modes() {
    context_.model->train();
    for (auto& child : context_.model->named_children())
        if (!learns(options_, child.key() + ".")) child.value()->eval();
}

void StageTrainer::draw_batch(Batch& batch, int step) {
    batch.plan = plan_batch(options_, context_.set->size(), context_.input_size, context_.seed,
                            context_.stage_index, static_cast<std::uint64_t>(step));
    batch.partner = index_tensor(batch.plan.partner, context_.device);
    batch.negative = index_tensor(batch.plan.negative, context_.device);
    if (context_.bottlenecks == nullptr)
        load_photos(batch, step);
    else
        for (std::size_t row = 0; row < batch.plan.photos.size(); ++row)
            batch.texts.push_back(draw_text(batch, step, row, batch.plan.photos[row]));
    if (!batch.plan.alpha.empty()) {
        std::vector<torch::Tensor> maps;
        for (AlphaMap& map : batch.plan.alpha)
            maps.push_back(torch::from_blob(map.values.data(), {map.size, map.size}).clone());
        batch.alpha = torch::stack(maps).to(context_.device);
    }
}

/// A caption of the photo, or one of its noun phrases: always for a recurrent row that has any.
std::string StageTrainer::draw_text(const Batch& batch, int step, std::size_t row, std::size_t photo) const {
    Random random(context_.seed, Stream::text_stream, context_.stage_index, step, row);
    const auto& captions = context_.set->captions(photo);
    const std::size_t caption = random.integer(captions.size());
    const auto& phrases = context_.set->phrases(photo, caption);
    const bool phrase = !phrases.empty() && (batch.plan.recurrent[row] || random.chance(options_.phrases));
    return phrase ? phrases[random.integer(phrases.size())] : captions[caption];
}

/// Photos and their texts: a mirrored photo has "left" and "right" of its text exchanged.
void StageTrainer::load_photos(Batch& batch, int step) {
    struct Row {
        std::size_t photo = 0;
        std::string text;
        torch::Tensor pixels;
    };
    std::vector<std::future<Row>> rows;
    for (std::size_t row = 0; row < batch.plan.photos.size(); ++row) {
        rows.push_back(context_.workers->submit([this, &batch, step, row] {
            Row result;
            result.photo = batch.plan.photos[row];
            const Image photo = context_.set->load(result.photo);
            const std::string text = draw_text(batch, step, row, result.photo);
            Random augmenting(context_.seed, Stream::augment_stream, context_.stage_index, step, row);
            AugmentedPhoto augmented =
                augment(photo, {text}, augmentation_of(options_), context_.input_size, augmenting);
            result.text = augmented.captions.front();
            result.pixels = image_tensor(augmented.image, context_.input_size);
            return result;
        }));
    }
    std::vector<torch::Tensor> pixels;
    for (auto& future : rows) future.wait();  // a task refers to `batch`: none may outlive an exception
    for (std::size_t row = 0; row < rows.size(); ++row) {
        Row result = rows[row].get();
        batch.plan.photos[row] = result.photo;
        batch.texts.push_back(std::move(result.text));
        pixels.push_back(result.pixels);
    }
    batch.photos = torch::stack(pixels).to(context_.device);
}

std::vector<torch::Tensor> StageTrainer::plain_features(const Batch& batch) {
    if (context_.bottlenecks == nullptr) {
        const Autocast autocast(options_.precision == "bf16", context_.device);
        return context_.model->encode(batch.photos);
    }
    const std::vector<std::int64_t> indices(batch.plan.photos.begin(), batch.plan.photos.end());
    const auto to_device = [&](std::vector<torch::Tensor> levels) {
        for (auto& level : levels) level = level.to(context_.device);
        return levels;
    };
    if (!features_.empty()) return to_device(features_.gather(indices));
    std::vector<torch::Tensor> blocks;
    {
        const torch::NoGradGuard no_grad;
        blocks = context_.model->image_encoder().expand(to_device(context_.bottlenecks->gather(indices)));
    }
    return context_.model->apply_necks(blocks);
}

namespace {

/// I_1 as the blend shows it: cropped by alpha, or shrunk into the rectangle of scale_shift.
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

/// I_b = alpha I_1 + (1 - alpha) I_2.
torch::Tensor blend_photos(const torch::Tensor& photos, const std::vector<AlphaMap>& maps,
                           const torch::Tensor& alpha, const torch::Tensor& partner) {
    std::vector<torch::Tensor> first;
    for (std::int64_t row = 0; row < photos.size(0); ++row)
        first.push_back(foreground(photos[row], maps[static_cast<std::size_t>(row)]));
    const torch::Tensor weight = alpha.unsqueeze(1);
    return weight * torch::stack(first) + (1 - weight) * photos.index_select(0, partner);
}

}  // namespace

std::vector<torch::Tensor> StageTrainer::blend_features(const Batch& batch,
                                                        const std::vector<torch::Tensor>& e) {
    if (options_.blend_space == "features") {
        std::vector<torch::Tensor> blended;
        for (const auto& level : e) {
            const torch::Tensor weight = area_average(batch.alpha, level).unsqueeze(1);
            blended.push_back(weight * level + (1 - weight) * level.index_select(0, batch.partner));
        }
        return blended;
    }
    const Autocast autocast(options_.precision == "bf16", context_.device);
    return context_.model->encode(batch.blends);
}

/// H_i2t of the unblended photo by the averaged weights.
torch::Tensor StageTrainer::teacher_map(const Batch& batch, const std::vector<torch::Tensor>& e) {
    GroundingModel teacher = teacher_->model();
    const OwnStatistics own(*teacher);
    const auto w = teacher->project(batch.words.words, batch.words.mask);
    if (context_.bottlenecks == nullptr) return teacher->match(teacher->encode(batch.photos), w);
    if (!features_.empty()) return teacher->match(e, w);  // encoder and necks are frozen: one for both
    const std::vector<std::int64_t> indices(batch.plan.photos.begin(), batch.plan.photos.end());
    std::vector<torch::Tensor> narrow;
    for (auto& level : context_.bottlenecks->gather(indices)) narrow.push_back(level.to(context_.device));
    return teacher->match(teacher->apply_necks(teacher->image_encoder().expand(narrow)), w);
}

/// Some of the Gaussian and Perlin maps of whole-caption rows, moved up L_sep (see adversarial_alpha.h).
void StageTrainer::harden_alphas(Batch& batch, int step, const std::vector<torch::Tensor>& e,
                                 const std::vector<torch::Tensor>& w) {
    std::vector<std::unique_ptr<MovableAlpha>> generators;
    for (std::size_t row = 0; row < batch.plan.kinds.size(); ++row) {
        Random random(context_.seed, Stream::adversarial_stream, context_.stage_index, step, row);
        const bool moved = is_movable(batch.plan.kinds[row]) && !batch.plan.recurrent[row] &&
                           random.chance(options_.adversarial_share);
        generators.push_back(
            moved ? movable_alpha(batch.plan.kinds[row], options_.alpha, context_.input_size, random)
                  : nullptr);
    }
    const auto detached = [](std::vector<torch::Tensor> levels) {
        for (torch::Tensor& level : levels) level = level.detach();
        return levels;
    };
    const auto fixed_e = detached(e), w1 = detached(w), w2 = detached(rows_of(w, batch.partner));
    const auto loss = [&](const torch::Tensor& alpha) {
        const OwnStatistics own(*context_.model);
        Batch trial = batch;
        trial.alpha = alpha;
        if (trial.photos.defined())
            trial.blends = blend_photos(trial.photos, trial.plan.alpha, alpha, trial.partner);
        const auto blended = blend_features(trial, fixed_e);
        const torch::Tensor target = area_average(alpha, blended.back());
        const Autocast autocast(options_.precision == "bf16", context_.device);
        const auto maps1 = context_.model->decode(context_.model->condition(blended, w1));
        const auto maps2 = context_.model->decode(context_.model->condition(blended, w2));
        return map_mse(maps1, target) + map_mse(maps2, 1 - target);
    };
    batch.alpha = adversarial_alphas(batch.alpha, generators, options_.adversarial_steps,
                                     options_.adversarial_rate, loss);
}

void StageTrainer::harden_negatives(Batch& batch, const std::vector<torch::Tensor>& blended,
                                    const std::vector<torch::Tensor>& w) const {
    const auto& [partner, fallback] = std::tie(batch.plan.partner, batch.plan.negative);
    batch.plan.negative = options_.negatives == "similar"
                              ? similar_negatives(w, batch.texts, partner, fallback)
                              : strongest_negatives(blended, w, batch.texts, partner, fallback);
    batch.negative = index_tensor(batch.plan.negative, context_.device);
}

/// The model's own H_i2t of the unblended photo, brought to [0, 1]; 1 in rows that are not recurrent.
torch::Tensor StageTrainer::recurrent_mask(const Batch& batch, const std::vector<torch::Tensor>& e,
                                           const std::vector<torch::Tensor>& w) {
    const torch::NoGradGuard no_grad;
    torch::Tensor map = gaussian_blur(teacher_ ? teacher_map(batch, e) : context_.model->match(e, w),
                                      options_.recurrent_blur);
    const torch::Tensor flat = map.flatten(1);
    const auto per_map = [](const torch::Tensor& value) { return value.unsqueeze(-1).unsqueeze(-1); };
    const torch::Tensor low = per_map(flat.amin(1)), high = per_map(flat.amax(1));
    if (options_.recurrent_scale == "minmax")
        map = (map - low) / (high - low).clamp_min(1e-4);
    else if (options_.recurrent_scale == "max")
        map = map / high.clamp_min(1e-4);
    else
        map = torch::sigmoid(2 * ((map - per_map(flat.mean(1))) / per_map(flat.std(1)).clamp_min(1e-6) - 1));
    map = map.pow(options_.recurrent_power);
    std::vector<float> whole;
    for (const bool recurrent : batch.plan.recurrent) whole.push_back(recurrent ? 0.0F : 1.0F);
    const torch::Tensor keep = per_map(torch::tensor(whole).to(context_.device));
    return keep + (1 - keep) * map;
}

StepResult StageTrainer::step(int step, bool with_preview) {
    set_modes();
    Batch batch;
    draw_batch(batch, step);
    const WordEmbeddings words =
        context_.texts->lookup(batch.texts, options_.word_dropout,
                               Random(context_.seed, Stream::dropout_stream, context_.stage_index, step));
    batch.words = {words.words.to(context_.device), words.mask.to(context_.device)};
    const auto w = context_.model->project(batch.words.words, batch.words.mask);

    const bool separates = options_.loss_sep > 0 || options_.loss_neg > 0 || options_.loss_adv > 0;
    const bool on_features = options_.blend_space == "features" || context_.bottlenecks != nullptr;
    const bool needs_plain = options_.loss_i2t > 0 || on_features || options_.recurrent_share > 0;
    std::vector<torch::Tensor> e;
    if (needs_plain) e = plain_features(batch);

    StepResult result;
    torch::Tensor total = torch::zeros({}, torch::TensorOptions().device(context_.device));
    const auto add = [&](const char* name, const torch::Tensor& loss, double weight) {
        const double value = loss.item<double>();
        if (!std::isfinite(value)) throw Error(std::string("L_") + name + " is not finite");
        result.values.emplace_back(name, value);
        if (weight > 0) total = total + weight * loss;
    };
    if (separates) {
        if (options_.adversarial_share > 0) harden_alphas(batch, step, e, w);
        if (batch.photos.defined())
            batch.blends = blend_photos(batch.photos, batch.plan.alpha, batch.alpha, batch.partner);
        const auto blended = blend_features(batch, e);
        if (options_.negatives != "batch") harden_negatives(batch, blended, w);
        const torch::Tensor alpha = area_average(batch.alpha, blended.back());
        batch.target1 = alpha;
        batch.target2 = 1 - alpha;
        if (options_.recurrent_share > 0) {
            const torch::Tensor mask = recurrent_mask(batch, e, w);
            batch.target1 = alpha * mask;
            batch.target2 = (1 - alpha) * mask.index_select(0, batch.partner);
        }
        const Autocast autocast(options_.precision == "bf16", context_.device);
        batch.losses = separation_losses(context_.model, blended, w, rows_of(w, batch.partner),
                                         rows_of(w, batch.negative), batch.target1, batch.target2,
                                         options_.loss_adv > 0);
        const double ramp = Ramp{0, static_cast<std::int64_t>(options_.loss_ramp * options_.steps)}.at(step);
        add("sep", batch.losses.sep, options_.loss_sep);
        add("neg", batch.losses.neg, options_.loss_neg * ramp);
        if (options_.loss_adv > 0) add("adv", batch.losses.adv, options_.loss_adv * ramp);
        result.values.emplace_back(
            "ratio", separation_ratio(batch.losses.h1, batch.losses.h2, batch.target1, batch.target2));
    }
    if (options_.loss_i2t > 0) {
        const auto alignment = options_.i2t_alignment == "each" ? I2tAlignment::each : I2tAlignment::maximum;
        add("i2t", i2t_loss(i2t_similarity(w, e), context_.model->temperature(), alignment),
            options_.loss_i2t);
    }

    optimizer_->zero_grad();
    total.backward();
    std::vector<torch::Tensor> parameters;
    for (auto& [name, tensor] : learned_)
        if (tensor.grad().defined()) parameters.push_back(tensor);
    const double norm = torch::nn::utils::clip_grad_norm_(
        parameters, options_.clip > 0 ? options_.clip : std::numeric_limits<double>::infinity());
    if (!std::isfinite(norm)) throw Error("the gradient is not finite");
    const double rate = schedule_of(options_).at(step);
    optimizer_->param_groups()[0].options().set_lr(rate);
    optimizer_->param_groups()[1].options().set_lr(rate * options_.encoder_rate);
    optimizer_->step();
    update_average(step);

    result.values.insert(result.values.begin(), {"total", total.item<double>()});
    result.values.emplace_back("gradient_norm", norm);
    result.values.emplace_back("learning_rate", rate);
    if (options_.loss_i2t > 0)
        result.values.emplace_back("temperature", context_.model->temperature().item<double>());
    if (with_preview && separates) result.preview = make_preview(batch);
    return result;
}

StepPreview StageTrainer::make_preview(const Batch& batch) const {
    const torch::NoGradGuard no_grad;
    const std::int64_t total = static_cast<std::int64_t>(batch.plan.photos.size());
    // Spread over the batch, so that whole captions, recurrent phrases and unblended photos all show.
    std::vector<std::int64_t> rows;
    for (std::int64_t i = 0; i < std::min(preview_rows, total); ++i)
        rows.push_back(i * total / std::min(preview_rows, total));
    const torch::Tensor chosen = torch::tensor(rows).to(context_.device);
    const auto pick = [&](const torch::Tensor& t) {
        return t.index_select(0, chosen).to(torch::kFloat).cpu();
    };
    StepPreview preview;
    preview.alpha = pick(batch.alpha);
    std::vector<torch::Tensor> first, second, blends;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = static_cast<std::size_t>(rows[i]);
        const auto pixels = [&](std::size_t which) {
            if (batch.photos.defined()) return batch.photos[static_cast<std::int64_t>(which)].cpu();
            std::size_t photo = batch.plan.photos[which];
            return image_tensor(context_.set->load(photo), context_.input_size);
        };
        first.push_back(pixels(row));
        second.push_back(pixels(batch.plan.partner[row]));
        const torch::Tensor weight = preview.alpha[static_cast<std::int64_t>(i)].unsqueeze(0);
        blends.push_back(weight * foreground(first.back(), batch.plan.alpha[row]) +
                         (1 - weight) * second.back());
        preview.text1.push_back(batch.texts[row]);
        preview.text2.push_back(batch.texts[batch.plan.partner[row]]);
        preview.text_neg.push_back(batch.texts[batch.plan.negative[row]]);
        preview.alpha_kind.push_back(batch.plan.recurrent[row] ? "recurrent"
                                                               : alpha_name(batch.plan.kinds[row]));
    }
    preview.photo1 = torch::stack(first);
    preview.photo2 = torch::stack(second);
    preview.blend = torch::stack(blends);
    preview.target1 = pick(batch.target1);
    preview.target2 = pick(batch.target2);
    preview.h1 = pick(batch.losses.h1);
    preview.h2 = pick(batch.losses.h2);
    preview.hneg = pick(batch.losses.hneg);
    preview.hadv = pick(batch.losses.hadv);
    return preview;
}

void StageTrainer::update_average(int step) {
    if (average_.empty()) return;
    const torch::NoGradGuard no_grad;
    // A short memory at first, so that the random start is soon forgotten.
    const double decay = std::min(options_.ema, (1.0 + step) / (10.0 + step));
    for (const auto& [name, tensor] : module_tensors(*context_.model)) {
        const auto found = average_.find(name);
        if (found != average_.end()) found->second.lerp_(tensor, 1 - decay);
    }
}

void StageTrainer::swap_average() {
    const torch::NoGradGuard no_grad;
    for (auto& [name, tensor] : module_tensors(*context_.model)) {
        const auto found = average_.find(name);
        if (found == average_.end()) continue;
        const torch::Tensor kept = tensor.clone();
        tensor.copy_(found->second);
        found->second.copy_(kept);
    }
}

StageTrainer::Averaged::Averaged(StageTrainer& trainer) : trainer_(trainer) {
    trainer_.swap_average();
}
StageTrainer::Averaged::~Averaged() {
    trainer_.swap_average();
}

void StageTrainer::adopt_average() {
    swap_average();
}

namespace {

template <typename State>
void put_state(const std::string& name, const torch::optim::OptimizerParamState& stored,
               std::map<std::string, torch::Tensor>& out) {
    const auto& state = static_cast<const State&>(stored);
    out["optimizer." + name + ".step"] = torch::tensor(state.step());
    out["optimizer." + name + ".exp_avg"] = state.exp_avg();
    out["optimizer." + name + ".exp_avg_sq"] = state.exp_avg_sq();
}

template <typename State>
std::unique_ptr<torch::optim::OptimizerParamState> take_state(
    const std::string& name, const torch::Tensor& like, const std::map<std::string, torch::Tensor>& in) {
    const auto at = [&](const char* part) -> torch::Tensor {
        const auto found = in.find("optimizer." + name + part);
        if (found == in.end()) throw Error("the checkpoint's state lacks optimizer." + name + part);
        return found->second;
    };
    if (at(".exp_avg").sizes() != like.sizes())
        throw Error("the checkpoint's optimizer." + name + " has another shape");
    auto state = std::make_unique<State>();
    const torch::Tensor step = at(".step");
    state->step(step.item<std::int64_t>());
    state->exp_avg(at(".exp_avg").to(like.device()).clone());
    state->exp_avg_sq(at(".exp_avg_sq").to(like.device()).clone());
    return state;
}

}  // namespace

std::map<std::string, torch::Tensor> StageTrainer::state() const {
    std::map<std::string, torch::Tensor> out;
    for (const auto& [name, tensor] : learned_) {
        const auto found = optimizer_->state().find(tensor.unsafeGetTensorImpl());
        if (found == optimizer_->state().end()) continue;
        if (options_.optimizer == "adamw")
            put_state<torch::optim::AdamWParamState>(name, *found->second, out);
        else
            put_state<torch::optim::AdamParamState>(name, *found->second, out);
    }
    for (const auto& [name, tensor] : average_) out["average." + name] = tensor;
    return out;
}

void StageTrainer::resume(const std::map<std::string, torch::Tensor>& state) {
    load_state(state);
    swap_average();  // the file held the averaged weights and the state the raw ones
}

void StageTrainer::load_state(const std::map<std::string, torch::Tensor>& state) {
    for (const auto& [name, tensor] : learned_) {
        // A parameter that no loss of the stage reaches has no state.
        if (state.count("optimizer." + name + ".step") == 0) continue;
        optimizer_->state()[tensor.unsafeGetTensorImpl()] =
            options_.optimizer == "adamw" ? take_state<torch::optim::AdamWParamState>(name, tensor, state)
                                          : take_state<torch::optim::AdamParamState>(name, tensor, state);
    }
    const torch::NoGradGuard no_grad;
    for (auto& [name, tensor] : average_) {
        const auto found = state.find("average." + name);
        if (found == state.end()) throw Error("the checkpoint's state lacks average." + name);
        tensor.copy_(found->second);
    }
}

}  // namespace gbs
