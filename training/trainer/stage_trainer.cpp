// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/stage_trainer.h"

#include <cmath>

#include "core/base/error.h"
#include "core/model/inference.h"
#include "core/tensor/tensors.h"
#include "training/alpha/adversarial_alpha.h"
#include "training/objective/autocast.h"
#include "training/objective/hard_negatives.h"
#include "training/objective/losses.h"
#include "training/objective/own_statistics.h"
#include "training/objective/photo_blend.h"
#include "training/optimizer/schedules.h"

namespace gbs::training {
namespace {

enum Stream : std::uint64_t { dropout_stream = 12, adversarial_stream = 14 };
constexpr std::int64_t preview_rows = 4;

std::vector<torch::Tensor> rows_of(const std::vector<torch::Tensor>& tensors, const torch::Tensor& rows) {
    std::vector<torch::Tensor> chosen;
    for (const auto& tensor : tensors) chosen.push_back(tensor.index_select(0, rows));
    return chosen;
}

torch::Tensor index_tensor(const std::vector<std::size_t>& indices, torch::Device device) {
    return torch::tensor(std::vector<std::int64_t>(indices.begin(), indices.end())).to(device);
}

std::vector<torch::Tensor> detached(std::vector<torch::Tensor> levels) {
    for (torch::Tensor& level : levels) level = level.detach();
    return levels;
}

bool separates(const StageOptions& options) {
    return options.loss_sep > 0 || options.loss_neg > 0 || options.loss_adv > 0;
}

}  // namespace

/// One step's data, from plan to blends. "Own" rows are those of this rank, b of the batch's B.
struct StageTrainer::Batch {
    BatchPlan plan;
    std::vector<std::string> texts;      // of all B rows
    std::vector<std::size_t> own;        // numbers of the own rows
    std::vector<std::size_t> own_photo;  // of the set
    torch::Tensor partner, negative;     // [b], rows of the batch
    torch::Tensor photos;            // [b and more, 3, S, S], own rows first; where the stage works on photos
    torch::Tensor partner_photo;     // [b], rows of `photos`; where photos are blended
    torch::Tensor alpha;             // [b, S, S]
    torch::Tensor blends;            // [b, 3, S, S]
    torch::Tensor target1, target2;  // [b, h, w]
    WordEmbeddings words;            // of the own rows, on the device
    std::vector<torch::Tensor> w;    // W^1..W^n of all B rows
    SeparationLosses losses;

    torch::Tensor own_photos() const { return photos.narrow(0, 0, std::ssize(own)); }
    std::vector<std::size_t> of_own(const std::vector<std::size_t>& values) const {
        return {values.begin() + static_cast<std::ptrdiff_t>(own.front()),
                values.begin() + static_cast<std::ptrdiff_t>(own.back() + 1)};
    }
    std::vector<torch::Tensor> own_w() const {
        std::vector<torch::Tensor> levels;
        for (const auto& level : w)
            levels.push_back(level.narrow(0, static_cast<std::int64_t>(own.front()), std::ssize(own)));
        return levels;
    }
};

/// The loss of a step and the parts that it is reported with.
class StageTrainer::LossSum {
 public:
    explicit LossSum(torch::Device device)
        : total_(torch::zeros({}, torch::TensorOptions().device(device))) {}
    void add(const char* name, const torch::Tensor& loss, double weight) {
        values_.emplace_back(name, loss.item<double>());
        if (weight > 0) total_ = total_ + weight * loss;
    }
    void note(const char* name, double value) { values_.emplace_back(name, value); }
    const torch::Tensor& total() const { return total_; }
    /// The parts as the mean over the ranks. Throws Error for one that is not finite, on every rank.
    std::vector<std::pair<std::string, double>> settle(Communicator& ranks) {
        values_.insert(values_.begin(), {"total", total_.item<double>()});
        std::vector<double> numbers;
        for (const auto& [name, value] : values_) numbers.push_back(value);
        numbers = ranks.average(numbers);
        for (std::size_t i = 0; i < values_.size(); ++i) values_[i].second = numbers[i];
        for (std::size_t i = 1; i < values_.size(); ++i)  // the first, their sum, says less
            if (!std::isfinite(numbers[i])) throw Error("L_" + values_[i].first + " is not finite");
        return values_;
    }

 private:
    torch::Tensor total_;
    std::vector<std::pair<std::string, double>> values_;
};

StageTrainer::StageTrainer(StageContext context, StageOptions options)
    : context_(std::move(context)),
      options_(std::move(options)),
      ranks_(context_.ranks ? *context_.ranks : alone()),
      rows_(rows_of_rank(options_.batch, ranks_.rank(), ranks_.size(), context_.source.stream != nullptr)),
      loader_(context_.source, options_, context_.seed, context_.stage_index, context_.input_size),
      optimizer_(context_.model, options_, ranks_),
      average_(context_.model, options_) {
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
    if (options_.recurrent_teacher) {
        teacher_ = std::make_unique<EmaTeacher>(context_.model, average_.tensors());
        teacher_->model()->to(context_.device);
    }
    if (ranks_.size() == 1) return;
    const auto average = [this](const torch::Tensor& value) { return average_over(ranks_, value); };
    synchronize_batch_norms(*context_.model, average, ranks_.size());
    if (teacher_) synchronize_batch_norms(*teacher_->model(), average, ranks_.size());
}

StageTrainer::~StageTrainer() {
    synchronize_batch_norms(*context_.model, {}, 1);
}

/// Frozen parts keep their batch statistics.
void StageTrainer::set_modes() {
    context_.model->train();
    for (auto& child : context_.model->named_children())
        if (!learns(options_, child.key() + ".")) child.value()->eval();
}

void StageTrainer::draw_batch(Batch& batch, int step) {
    batch.plan =
        plan_batch(options_, context_.source.set ? context_.source.set->size() : 0, context_.input_size,
                   context_.seed, context_.stage_index, static_cast<std::uint64_t>(step), rows_);
    for (std::size_t row = rows_.first; row < rows_.last(); ++row) batch.own.push_back(row);
    batch.partner = index_tensor(batch.of_own(batch.plan.partner), context_.device);
    batch.negative = index_tensor(batch.of_own(batch.plan.negative), context_.device);
    if (context_.bottlenecks == nullptr)
        load_photos(batch, step);
    else
        for (const std::size_t row : batch.own) {
            const TrainingRow loaded = loader_.text_row(batch.plan, step, row);
            batch.own_photo.push_back(loaded.photo);
            batch.texts.push_back(loaded.text);
        }
    share_texts(batch, step);
    if (batch.plan.alpha.empty()) return;
    std::vector<torch::Tensor> maps;
    for (AlphaMap& map : batch.plan.alpha)
        maps.push_back(torch::from_blob(map.values.data(), {map.size, map.size}).clone());
    batch.alpha = torch::stack(maps).to(context_.device);
}

/// The own rows' photos, and those of their partners on other ranks, which are loaded here again.
void StageTrainer::load_photos(Batch& batch, int step) {
    std::vector<std::size_t> rows = batch.own, place;
    if (separates(options_) && options_.blend_space == BlendSpace::image)
        for (const std::size_t row : batch.own) {
            const std::size_t partner = batch.plan.partner[row];
            const auto found = std::find(rows.begin(), rows.end(), partner);
            place.push_back(static_cast<std::size_t>(found - rows.begin()));
            if (found == rows.end()) rows.push_back(partner);
        }
    const auto loaded = loader_.load(batch.plan, step, rows);
    std::vector<torch::Tensor> pixels;
    for (const TrainingRow& row : loaded) pixels.push_back(row.pixels);
    for (std::size_t i = 0; i < batch.own.size(); ++i) {
        batch.own_photo.push_back(loaded[i].photo);
        batch.texts.push_back(loaded[i].text);
    }
    batch.photos = torch::stack(pixels).to(context_.device);
    if (!place.empty()) batch.partner_photo = index_tensor(place, context_.device);
}

/// Texts and projected words of all ranks: T_2 and T_neg of a row may be another rank's.
void StageTrainer::share_texts(Batch& batch, int step) {
    const Random dropout(context_.seed, Stream::dropout_stream, context_.stage_index, step);
    const WordEmbeddings words =
        context_.texts->lookup(batch.texts, options_.word_dropout, dropout, rows_.first);
    batch.words = {words.words.to(context_.device), words.mask.to(context_.device)};
    batch.w = context_.model->project(batch.words.words, batch.words.mask);
    if (ranks_.size() == 1) return;
    for (auto& level : batch.w) level = gather_rows(ranks_, level);
    std::string joined;
    for (const std::string& text : batch.texts) joined += text + '\0';
    batch.texts.clear();
    for (const std::string& texts : ranks_.gather_bytes(joined))
        for (std::size_t at = 0, end = 0; (end = texts.find('\0', at)) != std::string::npos; at = end + 1)
            batch.texts.push_back(texts.substr(at, end - at));
}

torch::Tensor StageTrainer::blend(const Batch& batch, const torch::Tensor& alpha) const {
    return blend_photos(batch.own_photos(), batch.photos.index_select(0, batch.partner_photo),
                        batch.plan.alpha, alpha);
}

/// E of photos of the set, where bottlenecks are kept.
std::vector<torch::Tensor> StageTrainer::of_cache(const std::vector<std::size_t>& photos) {
    const std::vector<std::int64_t> indices(photos.begin(), photos.end());
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

std::vector<torch::Tensor> StageTrainer::plain_features(const Batch& batch) {
    if (context_.bottlenecks) return of_cache(batch.own_photo);
    const Autocast autocast(options_.precision == Precision::bf16, context_.device);
    return context_.model->encode(batch.own_photos());
}

/// E of the partners: of the cache where it never changes, otherwise what their rank made of them.
std::vector<torch::Tensor> StageTrainer::partner_features(const Batch& batch,
                                                          const std::vector<torch::Tensor>& e) {
    if (ranks_.size() > 1 && !features_.empty()) {
        std::vector<std::size_t> photos;
        for (const std::size_t row : batch.own) photos.push_back(batch.plan.photos[batch.plan.partner[row]]);
        return of_cache(photos);
    }
    std::vector<torch::Tensor> all;
    for (const auto& level : e) all.push_back(gather_rows(ranks_, level));
    return rows_of(all, batch.partner);
}

std::vector<torch::Tensor> StageTrainer::blend_features(const Batch& batch,
                                                        const std::vector<torch::Tensor>& e) {
    if (options_.blend_space == BlendSpace::features) {
        std::vector<torch::Tensor> blended = partner_features(batch, e);
        for (std::size_t i = 0; i < e.size(); ++i) {
            const torch::Tensor weight = area_average(batch.alpha, e[i]).unsqueeze(1);
            blended[i] = weight * foregrounds(e[i], batch.plan.alpha) + (1 - weight) * blended[i];
        }
        return blended;
    }
    const Autocast autocast(options_.precision == Precision::bf16, context_.device);
    return context_.model->encode(batch.blends);
}

/// H_i2t of the unblended photo by the averaged weights.
torch::Tensor StageTrainer::teacher_map(const Batch& batch, const std::vector<torch::Tensor>& e) {
    GroundingModel teacher = teacher_->model();
    const OwnStatistics own(*teacher);
    const auto w = teacher->project(batch.words.words, batch.words.mask);
    if (context_.bottlenecks == nullptr) return teacher->match(teacher->encode(batch.own_photos()), w);
    if (!features_.empty()) return teacher->match(e, w);  // encoder and necks are frozen: one for both
    const std::vector<std::int64_t> indices(batch.own_photo.begin(), batch.own_photo.end());
    std::vector<torch::Tensor> narrow;
    for (auto& level : context_.bottlenecks->gather(indices)) narrow.push_back(level.to(context_.device));
    return teacher->match(teacher->apply_necks(teacher->image_encoder().expand(narrow)), w);
}

/// Some of the Gaussian and Perlin maps of whole-caption rows, moved up L_sep (see adversarial_alpha.h).
void StageTrainer::harden_alphas(Batch& batch, int step, const std::vector<torch::Tensor>& e) {
    std::vector<std::unique_ptr<MovableAlpha>> generators;
    bool any = false;  // on any rank
    for (std::size_t row = 0; row < batch.plan.kinds.size(); ++row) {
        Random random(context_.seed, Stream::adversarial_stream, context_.stage_index, step, row);
        const bool moved = is_movable(batch.plan.kinds[row]) && !batch.plan.recurrent[row] &&
                           random.chance(options_.adversarial_share);
        any = any || moved;
        if (row < rows_.first || row >= rows_.last()) continue;
        generators.push_back(
            moved ? movable_alpha(batch.plan.kinds[row], options_.alpha, context_.input_size, random)
                  : nullptr);
    }
    if (!any) return;
    const auto fixed_e = detached(e), w1 = detached(batch.own_w()),
               w2 = detached(rows_of(batch.w, batch.partner));
    const auto loss = [&](const torch::Tensor& alpha) {
        const OwnStatistics own(*context_.model);
        Batch trial = batch;
        trial.alpha = alpha;
        if (trial.partner_photo.defined()) trial.blends = blend(trial, alpha);
        const auto blended = blend_features(trial, fixed_e);
        const torch::Tensor target = area_average(alpha, blended.back());
        const Autocast autocast(options_.precision == Precision::bf16, context_.device);
        const auto maps1 = context_.model->decode(context_.model->condition(blended, w1));
        const auto maps2 = context_.model->decode(context_.model->condition(blended, w2));
        return map_mse(maps1, target) + map_mse(maps2, 1 - target);
    };
    batch.alpha = adversarial_alphas(batch.alpha, generators, options_.adversarial_steps,
                                     options_.adversarial_rate, loss);
}

void StageTrainer::harden_negatives(Batch& batch, const std::vector<torch::Tensor>& blended) const {
    const auto partner = batch.of_own(batch.plan.partner), fallback = batch.of_own(batch.plan.negative);
    const auto chosen =
        options_.negatives == Negatives::similar
            ? similar_negatives(batch.w, batch.texts, partner, fallback, rows_.first)
            : strongest_negatives(blended, batch.w, batch.texts, partner, fallback, rows_.first);
    std::copy(chosen.begin(), chosen.end(),
              batch.plan.negative.begin() + static_cast<std::ptrdiff_t>(rows_.first));
    batch.negative = index_tensor(chosen, context_.device);
}

/// The model's own H_i2t of the unblended photo, brought to [0, 1]; 1 in rows that are not recurrent.
torch::Tensor StageTrainer::recurrent_mask(const Batch& batch, const std::vector<torch::Tensor>& e) {
    const torch::NoGradGuard no_grad;
    torch::Tensor map = gaussian_blur(
        teacher_ ? teacher_map(batch, e) : context_.model->match(e, batch.own_w()), options_.recurrent_blur);
    const torch::Tensor flat = map.flatten(1);
    const auto per_map = [](const torch::Tensor& value) { return value.unsqueeze(-1).unsqueeze(-1); };
    const torch::Tensor low = per_map(flat.amin(1)), high = per_map(flat.amax(1));
    if (options_.recurrent_scale == RecurrentScale::minmax)
        map = (map - low) / (high - low).clamp_min(1e-4);
    else if (options_.recurrent_scale == RecurrentScale::max)
        map = map / high.clamp_min(1e-4);
    else
        map = torch::sigmoid(2 * ((map - per_map(flat.mean(1))) / per_map(flat.std(1)).clamp_min(1e-6) - 1));
    map = map.pow(options_.recurrent_power);
    std::vector<float> whole;
    for (const std::size_t row : batch.own) whole.push_back(batch.plan.recurrent[row] ? 0.0F : 1.0F);
    const torch::Tensor keep = per_map(torch::tensor(whole).to(context_.device));
    return keep + (1 - keep) * map;
}

void StageTrainer::set_targets(Batch& batch, const std::vector<torch::Tensor>& e, const torch::Tensor& like) {
    const torch::Tensor alpha = area_average(batch.alpha, like);
    batch.target1 = alpha;
    batch.target2 = 1 - alpha;
    if (options_.recurrent_share <= 0) return;
    const torch::Tensor mask = recurrent_mask(batch, e);
    batch.target1 = alpha * foregrounds(mask.unsqueeze(1), batch.plan.alpha).squeeze(1);
    batch.target2 = (1 - alpha) * ranks_.gather(mask).index_select(0, batch.partner);
}

/// L_sep, L_neg and L_adv of the blends.
void StageTrainer::separate(Batch& batch, int step, const std::vector<torch::Tensor>& e, LossSum& sum) {
    if (options_.adversarial_share > 0) harden_alphas(batch, step, e);
    if (batch.partner_photo.defined()) batch.blends = blend(batch, batch.alpha);
    const auto blended = blend_features(batch, e);
    if (options_.negatives != Negatives::batch) harden_negatives(batch, blended);
    set_targets(batch, e, blended.back());
    const Autocast autocast(options_.precision == Precision::bf16, context_.device);
    batch.losses = separation_losses(context_.model, blended, batch.own_w(), rows_of(batch.w, batch.partner),
                                     rows_of(batch.w, batch.negative), batch.target1, batch.target2,
                                     options_.loss_adv > 0);
    const double ramp = Ramp{0, static_cast<std::int64_t>(options_.loss_ramp * options_.steps)}.at(step);
    sum.add("sep", batch.losses.sep, options_.loss_sep);
    sum.add("neg", batch.losses.neg, options_.loss_neg * ramp);
    if (options_.loss_adv > 0) sum.add("adv", batch.losses.adv, options_.loss_adv * ramp);
    sum.note("ratio", ratio(batch));
}

/// Of the whole batch: a variance is no mean of the ranks' variances.
double StageTrainer::ratio(const Batch& batch) const {
    const torch::NoGradGuard no_grad;
    const auto all = [&](const torch::Tensor& maps) { return ranks_.gather(maps.to(torch::kFloat)); };
    return separation_ratio(all(batch.losses.h1), all(batch.losses.h2), all(batch.target1),
                            all(batch.target2));
}

/// L_i2t of every text with every photo, or of the own ones.
void StageTrainer::align(const Batch& batch, const std::vector<torch::Tensor>& e, LossSum& sum) {
    const auto alignment = options_.i2t_alignment;
    const bool all = options_.i2t_all_ranks && ranks_.size() > 1;
    auto z = i2t_similarity(all ? batch.w : batch.own_w(), e);  // [texts, own photos]
    if (all)
        for (auto& level : z) level = gather_rows(ranks_, level.transpose(0, 1).contiguous()).transpose(0, 1);
    sum.add("i2t", i2t_loss(z, context_.model->temperature(), alignment), options_.loss_i2t);
}

StepResult StageTrainer::step(int step, bool with_preview) {
    set_modes();
    std::vector<torch::Tensor> statistics;
    for (const auto& buffer : context_.model->buffers()) statistics.push_back(buffer.clone());
    try {
        return take_step(step, with_preview);
    } catch (...) {
        const torch::NoGradGuard no_grad;
        const auto buffers = context_.model->buffers();
        for (std::size_t i = 0; i < buffers.size(); ++i) buffers[i].copy_(statistics[i]);
        throw;
    }
}

StepResult StageTrainer::take_step(int step, bool with_preview) {
    Batch batch;
    draw_batch(batch, step);
    const bool on_features = options_.blend_space == BlendSpace::features || context_.bottlenecks != nullptr;
    std::vector<torch::Tensor> e;
    if (options_.loss_i2t > 0 || on_features || options_.recurrent_share > 0) e = plain_features(batch);

    LossSum sum(context_.device);
    if (separates(options_)) separate(batch, step, e, sum);
    if (options_.loss_i2t > 0) align(batch, e, sum);
    StepResult result;
    result.values = sum.settle(ranks_);
    const StageOptimizer::Step taken = optimizer_.step(sum.total(), step);
    average_.update(step);

    result.values.emplace_back("gradient_norm", taken.gradient_norm);
    result.values.emplace_back("learning_rate", taken.learning_rate);
    if (options_.loss_i2t > 0)
        result.values.emplace_back("temperature", context_.model->temperature().item<double>());
    if (with_preview && separates(options_)) result.preview = make_preview(batch);
    return result;
}

StepPreview StageTrainer::make_preview(const Batch& batch) const {
    const torch::NoGradGuard no_grad;
    const std::int64_t total = std::ssize(batch.own);
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
    const auto of_set = [&](std::size_t photo) {
        return image_tensor(context_.source.set->load(photo), context_.input_size);
    };
    const auto partner_pixels = [&](std::size_t own) {
        const std::size_t partner = batch.plan.partner[batch.own[own]];
        const bool here = partner >= rows_.first && partner < rows_.last();
        if (!batch.photos.defined() || (!here && !batch.partner_photo.defined()))
            return of_set(batch.plan.photos[partner]);
        const std::int64_t place =
            batch.partner_photo.defined()
                ? batch.partner_photo[static_cast<std::int64_t>(own)].item<std::int64_t>()
                : static_cast<std::int64_t>(partner - rows_.first);
        return batch.photos[place].cpu();
    };
    std::vector<torch::Tensor> first, second, blends;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto own = static_cast<std::size_t>(rows[i]);
        const std::size_t row = batch.own[own], partner = batch.plan.partner[row];
        first.push_back(batch.photos.defined() ? batch.photos[rows[i]].cpu() : of_set(batch.own_photo[own]));
        second.push_back(partner_pixels(own));
        const torch::Tensor weight = preview.alpha[static_cast<std::int64_t>(i)].unsqueeze(0);
        blends.push_back(weight * foreground(first.back(), batch.plan.alpha[own]) +
                         (1 - weight) * second.back());
        preview.text1.push_back(batch.texts[row]);
        preview.text2.push_back(batch.texts[partner]);
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

StageTrainer::Averaged::Averaged(StageTrainer& trainer) : trainer_(trainer) {
    trainer_.average_.swap();
}
StageTrainer::Averaged::~Averaged() {
    trainer_.average_.swap();
}

void StageTrainer::adopt_average() {
    average_.swap();
}

std::map<std::string, torch::Tensor> StageTrainer::state() const {
    std::map<std::string, torch::Tensor> state;
    optimizer_.add_state(state);
    average_.add_state(state);
    return state;
}

void StageTrainer::resume(const std::map<std::string, torch::Tensor>& state) {
    optimizer_.load_state(state);
    average_.load_state(state);
    average_.swap();  // the file held the averaged weights and the state the raw ones
}

}  // namespace gbs::training
