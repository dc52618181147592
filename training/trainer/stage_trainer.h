// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/model/grounding_model.h"
#include "core/tensor/torch.h"
#include "training/data/batch_plan.h"
#include "training/data/feature_cache.h"
#include "training/data/row_loader.h"
#include "training/data/text_bank.h"
#include "training/objective/ema_teacher.h"
#include "training/optimizer/moving_average.h"
#include "training/optimizer/stage_optimizer.h"
#include "training/options/train_options.h"
#include "training/ranks/communicator.h"

namespace gbs::training {

/// The blends of one step as a person watches them: a few rows, everything on the CPU.
struct StepPreview {
    torch::Tensor photo1, photo2, blend;  ///< [R, 3, S, S] in 0..255
    torch::Tensor alpha;                  ///< [R, S, S] in [0, 1]
    torch::Tensor target1, target2;       ///< [R, h, w]
    torch::Tensor h1, h2, hneg, hadv;     ///< [R, h, w]
    std::vector<std::string> text1, text2, text_neg, alpha_kind;
};

struct StepResult {
    /// In the order they are logged: total, sep, neg, adv, i2t, ratio (L_sep / (2 Var alpha)), gradient_norm,
    /// learning_rate, temperature; what the stage does not compute is left out.
    std::vector<std::pair<std::string, double>> values;
    std::optional<StepPreview> preview;
};

/// Everything that a stage needs and does not own.
struct StageContext {
    GroundingModel model{nullptr};
    RowSource source;
    const TextBank* texts = nullptr;
    const FeatureCache* bottlenecks = nullptr;  ///< of the frozen encoder, where the stage caches features
    Communicator* ranks = nullptr;              ///< none: alone
    torch::Device device{torch::kCPU};
    std::uint64_t seed = 0;
    std::uint64_t stage_index = 0;
    int input_size = 0;
};

/// One stage of a training: its optimizer, moving average, and the step (figure 2 of the paper). Each rank
/// computes its rows of the batch, with the texts, the batch statistics and the gradients of all: the
/// training is that of one process with the whole batch.
class StageTrainer {
 public:
    StageTrainer(StageContext context, StageOptions options);
    ~StageTrainer();

    /// Step `step` of the stage, from 0. Throws Error naming the loss part when a loss is not finite, or when
    /// another rank has ended; weights and running statistics are then as before the step. A preview shows
    /// rows of this rank.
    StepResult step(int step, bool with_preview);

    /// Optimizer and moving average by name, for the .state file; exact.
    std::map<std::string, torch::Tensor> state() const;
    /// Goes on from a `state()` that was taken while Averaged lived; the model holds that checkpoint's
    /// weights.
    void resume(const std::map<std::string, torch::Tensor>& state);

    /// While it lives, the model has the averaged weights (where the stage keeps an average). For validation
    /// and saving.
    class Averaged {
     public:
        explicit Averaged(StageTrainer& trainer);
        ~Averaged();
        Averaged(const Averaged&) = delete;
        Averaged& operator=(const Averaged&) = delete;

     private:
        StageTrainer& trainer_;
    };
    /// At the end of a stage: the averaged weights become the model's.
    void adopt_average();
    bool averages() const { return !average_.empty(); }
    const StageOptions& options() const { return options_; }

 private:
    struct Batch;
    void draw_batch(Batch& batch, int step);
    void load_photos(Batch& batch, int step);
    void share_texts(Batch& batch, int step);
    torch::Tensor blend(const Batch& batch, const torch::Tensor& alpha) const;
    std::vector<torch::Tensor> of_cache(const std::vector<std::size_t>& photos);
    std::vector<torch::Tensor> plain_features(const Batch& batch);
    std::vector<torch::Tensor> partner_features(const Batch& batch, const std::vector<torch::Tensor>& e);
    std::vector<torch::Tensor> blend_features(const Batch& batch, const std::vector<torch::Tensor>& e);
    torch::Tensor recurrent_mask(const Batch& batch, const std::vector<torch::Tensor>& e);
    torch::Tensor teacher_map(const Batch& batch, const std::vector<torch::Tensor>& e);
    void harden_alphas(Batch& batch, int step, const std::vector<torch::Tensor>& e);
    void harden_negatives(Batch& batch, const std::vector<torch::Tensor>& blended) const;
    void set_targets(Batch& batch, const std::vector<torch::Tensor>& e, const torch::Tensor& like);
    class LossSum;
    StepResult take_step(int step, bool with_preview);
    void separate(Batch& batch, int step, const std::vector<torch::Tensor>& e, LossSum& sum);
    void align(const Batch& batch, const std::vector<torch::Tensor>& e, LossSum& sum);
    double ratio(const Batch& batch) const;
    StepPreview make_preview(const Batch& batch) const;
    void set_modes();

    StageContext context_;
    StageOptions options_;
    Communicator& ranks_;
    RankRows rows_;
    RowLoader loader_;
    FeatureCache features_;  ///< E of every photo, where encoder and necks are frozen
    StageOptimizer optimizer_;
    MovingAverage average_;
    std::unique_ptr<EmaTeacher> teacher_;  ///< where it makes the recurrent maps
};

}  // namespace gbs::training
