#pragma once

#include <torch/optim/optimizer.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/grounding_model.h"
#include "core/torch.h"
#include "training/batch_plan.h"
#include "training/ema_teacher.h"
#include "training/feature_cache.h"
#include "training/text_bank.h"
#include "training/train_options.h"
#include "training/training_set.h"
#include "training/worker_pool.h"

namespace gbs {

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
    const TrainingSet* set = nullptr;
    const TextBank* texts = nullptr;
    const FeatureCache* bottlenecks = nullptr;  ///< of the frozen encoder, where the stage caches features
    WorkerPool* workers = nullptr;
    torch::Device device{torch::kCPU};
    std::uint64_t seed = 0;
    std::uint64_t stage_index = 0;
    int input_size = 0;
};

/// Whether a stage trains the model's parameter of that name (or those of a child, named with a dot at its
/// end).
bool learns(const StageOptions& options, const std::string& name);

/// One stage of a training: its optimizer, schedule, moving average, and the step (figure 2 of the paper).
class StageTrainer {
 public:
    StageTrainer(StageContext context, StageOptions options);
    ~StageTrainer();

    /// Step `step` of the stage, from 0. Throws Error naming the loss part when a loss is not finite; the
    /// weights are then as before the step.
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
    bool averages() const { return options_.ema > 0; }
    const StageOptions& options() const { return options_; }

 private:
    struct Batch;
    std::vector<torch::Tensor> plain_features(const Batch& batch);
    void draw_batch(Batch& batch, int step);
    std::string draw_text(const Batch& batch, int step, std::size_t row, std::size_t photo) const;
    void load_photos(Batch& batch, int step);
    std::vector<torch::Tensor> blend_features(const Batch& batch, const std::vector<torch::Tensor>& e);
    torch::Tensor recurrent_mask(const Batch& batch, const std::vector<torch::Tensor>& e,
                                 const std::vector<torch::Tensor>& w);
    torch::Tensor teacher_map(const Batch& batch, const std::vector<torch::Tensor>& e);
    void harden_alphas(Batch& batch, int step, const std::vector<torch::Tensor>& e,
                       const std::vector<torch::Tensor>& w);
    void harden_negatives(Batch& batch, const std::vector<torch::Tensor>& blended,
                          const std::vector<torch::Tensor>& w) const;
    StepPreview make_preview(const Batch& batch) const;
    void set_modes();
    void update_average(int step);
    void load_state(const std::map<std::string, torch::Tensor>& state);
    void swap_average();

    StageContext context_;
    StageOptions options_;
    FeatureCache features_;  ///< E of every photo, where encoder and necks are frozen
    std::unique_ptr<torch::optim::Optimizer> optimizer_;
    std::vector<std::pair<std::string, torch::Tensor>> learned_;  ///< parameters that this stage trains
    std::map<std::string, torch::Tensor> average_;
    std::unique_ptr<EmaTeacher> teacher_;  ///< where it makes the recurrent maps
};

}  // namespace gbs
