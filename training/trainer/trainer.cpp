// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/trainer.h"

#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>
#include <ranges>

#include "core/base/error.h"
#include "core/base/file_format.h"
#include "core/base/foreign_paths.h"
#include "core/base/json_text.h"
#include "core/base/paths.h"
#include "core/base/shell_word.h"
#include "core/base/trace.h"
#include "core/model/checkpoint.h"
#include "core/tensor/device.h"
#include "core/tensor/tensors.h"
#include "core/tensor/torch.h"
#include "core/text/text_encoder.h"
#include "training/ranks/connect.h"
#include "training/ranks/ranks.h"
#include "training/run/run_control.h"
#include "training/run/run_folder.h"
#include "training/trainer/recipe_check.h"
#include "training/trainer/run_checkpoint.h"
#include "training/trainer/run_data.h"
#include "training/trainer/run_metrics.h"
#include "training/trainer/stage_trainer.h"
#include "training/trainer/step_cost.h"
#include "training/trainer/step_preview.h"
#include "training/trainer/validator.h"

namespace gbs::training {
namespace {

class Training {
 public:
    /// `folder` is null except on rank 0.
    Training(TrainOptions options, std::filesystem::path run, RunFolder* folder, const TrainHooks& hooks)
        : options_(std::move(options)),
          run_(std::move(run)),
          folder_(folder),
          hooks_(hooks),
          control_(folder, hooks, options_.total_steps()) {
        if (folder_) metrics_.emplace(*folder_);
    }

    TrainOutcome run();
    void fail(const std::string& reason);

 private:
    void prepare();
    void connect_ranks();
    void show_latest_step();
    std::optional<CheckpointFiles> latest();
    void load(const CheckpointFiles& from);
    /// Reports what each stage will use, before it does.
    void report_costs();
    void start_stage();
    void train_stage();
    void one_step();
    void report_step(const StepResult& result);
    void validate();
    void save();
    void say(const std::string& message) const { control_.say(message); }
    std::string note() const;

    TrainOptions options_;
    std::filesystem::path run_;
    RunFolder* folder_;
    const TrainHooks& hooks_;
    torch::Device device_{torch::kCPU};
    RunControl control_;
    std::optional<RunMetrics> metrics_;  ///< on rank 0
    std::unique_ptr<Communicator> ranks_;
    std::unique_ptr<TextEncoder> text_encoder_;
    std::unique_ptr<RunData> data_;
    std::unique_ptr<Validator> validator_;
    GroundingModel model_{nullptr};
    std::unique_ptr<StageTrainer> stage_;
    RunPosition position_;
    std::map<std::string, torch::Tensor> resumed_state_;
    std::string last_scores_;
};

void Training::fail(const std::string& reason) {
    control_.write_status(RunState::failed, reason);
    // If another rank died, this one still holds everything that the ranks had reached: save it.
    if (ranks_ && ranks_->size() > 1 && stage_) save();
}

void Training::load(const CheckpointFiles& from) {
    model_ = load_checkpoint(from.model, text_encoder_->shape()).model;
    TrainingState state = load_training_state(from.state, options_.stage_count());
    position_ = state.position;
    resumed_state_ = std::move(state.tensors);
    data_->load_state(resumed_state_);
}

void Training::report_costs() {
    if (!folder_) return;
    const WordShape words = text_encoder_->shape();
    for (std::size_t i = position_.stage; i < options_.stage_count(); ++i) {
        const StepCost cost = step_cost(options_.model, options_.stage_options(i), words, data_->samples());
        const double bytes =
            device_.is_cpu() ? resident_bytes(cost, options_.model.text_encoder, words, data_->text_words())
                             : cost.bytes();
        say("stage " + options_.stage_name(i) + ": " + describe(cost, bytes) +
            (ranks_->size() > 1 ? "; less on each rank, in proportion to its rows of the batch" : ""));
    }
}

void Training::connect_ranks() {
    const DeviceInfo device = choose_device(options_.device, launched().local_rank);
    device_ = torch::Device(device.name);
    control_.set_device(device);
    control_.write_status(RunState::running);
    ranks_ = connect(device_, hooks_.stop_requested);
    control_.set_ranks(*ranks_);
    say("device " + device.name + ": " + device.reason);
    for (std::size_t i = 0; i < options_.stage_count(); ++i)
        rows_of_rank(options_.stage_options(i).batch, ranks_->rank(), ranks_->size(), options_.streams());
    if (ranks_->size() > 1) say(std::to_string(ranks_->size()) + " ranks, connected by " + ranks_->name());
}

/// Until the checkpoint is loaded, the status names its step, not 0.
void Training::show_latest_step() {
    if (!folder_) return;
    if (const auto latest = folder_->latest_checkpoint()) control_.set_step(latest->step);
}

/// Rank 0 has cleaned up the folder by now; the others load the checkpoint that it found.
std::optional<CheckpointFiles> Training::latest() {
    const auto own = folder_ ? folder_->latest_checkpoint() : std::nullopt;
    const std::int64_t step = ranks_->from_first(own ? own->step : -1);
    if (step < 0) return {};
    for (const CheckpointFiles& files : list_checkpoints(run_))
        if (files.step == step) return files;
    throw Error(run_.string() + ": rank " + std::to_string(ranks_->rank()) +
                " does not see the checkpoint of step " + std::to_string(step) +
                "; the run folder must be on a disk that all ranks share");
}

void Training::prepare() {
    const TraceSpan span("prepare");
    check_recipe(options_);
    show_latest_step();
    connect_ranks();
    text_encoder_ = load_text_encoder(options_.model.text_encoder);
    text_encoder_->to(device_);
    data_ = std::make_unique<RunData>(options_, *text_encoder_, *ranks_, control_, run_ / "texts");
    const auto from = latest();
    if (from)
        load(*from);
    else
        model_ = make_initial_model(options_, text_encoder_->shape(),
                                    [this](const std::string& message) { say(message); });
    model_->to(device_);
    for (const auto& [name, tensor] : module_tensors(*model_)) ranks_->broadcast(tensor);
    control_.set_step(position_.step);
    data_->prepare_texts();
    data_->prepare_teacher(device_);
    report_costs();
    if (!options_.validation_phrases.empty())
        validator_ = std::make_unique<Validator>(options_, *text_encoder_, *ranks_);
}

void Training::start_stage() {
    const StageOptions options = options_.stage_options(position_.stage);
    const int input_size = options.input_size > 0 ? options.input_size : options_.model.input_size;
    const FeatureCache* bottlenecks = nullptr;
    if (options.cache_features)
        bottlenecks = &data_->bottlenecks(model_, input_size, device_);
    else
        data_->drop_bottlenecks();
    bool sets_temperature = position_.stage == 0;
    if (!options_.stages.empty())
        for (const auto& [key, value] : options_.stages[position_.stage].overrides)
            sets_temperature = sets_temperature || key == "i2t.temperature";
    if (position_.stage_step == 0 && sets_temperature) model_->set_temperature(options.i2t_temperature);
    StageContext context{.model = model_,
                         .source = data_->source(),
                         .texts = &data_->texts(),
                         .bottlenecks = bottlenecks,
                         .teacher = data_->teacher(),
                         .ranks = ranks_.get(),
                         .device = device_,
                         .seed = static_cast<std::uint64_t>(options_.seed),
                         .stage_index = position_.stage,
                         .input_size = input_size};
    stage_ = std::make_unique<StageTrainer>(context, options);
    if (position_.stage_step > 0) stage_->resume(resumed_state_);
    resumed_state_.clear();
    control_.clock().start(options.batch);
    say("stage " + options_.stage_name(position_.stage) + ": " + std::to_string(options.steps) + " steps");
}

std::string Training::note() const {
    nlohmann::json note{{"step", position_.step},
                        {"stage", options_.stage_name(position_.stage)},
                        {"seed", options_.seed},
                        {"version", program_version()}};
    if (options_.streams()) {
        note["shards"] = std::filesystem::path(options_.train_shards).filename().string();
    } else {
        note["captions"] = std::filesystem::path(options_.train_captions).filename().string();
        note["photos"] = data_->photos();
    }
    if (!last_scores_.empty()) note["validation"] = nlohmann::json::parse(last_scores_);
    return json_text(note);
}

/// On rank 0 only: all ranks have the same weights.
void Training::save() {
    if (!folder_) return;
    const TraceSpan span("checkpoint");
    folder_->save_checkpoint(position_.step,
                             [&](const std::filesystem::path& model, const std::filesystem::path& state) {
                                 // The model file gets the averaged weights, which are the ones to use; the
                                 // state gets the raw ones.
                                 std::optional<StageTrainer::Averaged> averaged;
                                 if (stage_) averaged.emplace(*stage_);
                                 save_checkpoint(model, model_, {{"gbs.training", note()}});
                                 TrainingState training{position_, {}};
                                 if (stage_) training.tensors = stage_->state();
                                 data_->add_state(training.tensors);
                                 save_training_state(state, training);
                             });
}

void Training::validate() {
    if (!validator_) return;
    const TraceSpan span("validate");
    ValidationScores result;
    try {
        const StageTrainer::Averaged averaged(*stage_);
        const bool frozen = !stage_->options().learn_encoder;
        result = validator_->validate(model_, device_, frozen, [this] { control_.poll_alone(); });
    } catch (const Cancelled&) {
        return control_.stop_soon();
    }
    control_.clock().interrupt();
    if (!folder_) return;  // rank 0 has the scores
    metrics_->log_validation(position_.step, result);
    last_scores_ = scores_json(result);
    say("step " + std::to_string(position_.step) + ": " + describe(result));
    // Before the last stage, part of the model is untrained and its score would mislead.
    if (position_.stage + 1 < options_.stage_count()) return;
    if (!folder_->best_score() || result.mean > *folder_->best_score()) {
        save();
        folder_->mark_best(position_.step, result.mean);
    }
}

void Training::one_step() {
    const TraceSpan span("training step");
    const bool preview = folder_ && position_.step % options_.preview_every == 0;
    StepResult result;
    try {
        result = stage_->step(position_.stage_step, preview);
    } catch (const Error& error) {
        throw Error("step " + std::to_string(position_.step + 1) + ": " + error.what());
    }
    data_->record_position(stage_->stream_position());
    ++position_.stage_step;
    ++position_.step;
    control_.set_step(position_.step);
    control_.clock().tick();
    if (folder_) report_step(result);
}

void Training::report_step(const StepResult& result) {
    if (result.preview) {
        write_preview(*folder_, position_.step, *result.preview);
        control_.clock().interrupt();
    }
    const double rate = control_.clock().images_per_second();
    if (position_.step % options_.log_every == 0 || position_.stage_step == 1)
        metrics_->log_step(position_.step, position_.stage, result, rate);
    const int total = options_.total_steps();
    if (!hooks_.progress) return;
    NamedValues values = result.losses;
    values.insert(values.end(), result.measures.begin(), result.measures.end());
    hooks_.progress({position_.step, total, options_.stage_name(position_.stage), std::move(values), rate,
                     control_.clock().eta_seconds(total - position_.step)});
}

void Training::train_stage() {
    start_stage();
    const int steps = stage_->options().steps;
    while (position_.stage_step < steps) {
        control_.poll();
        if (control_.take_save()) save();
        one_step();
        const bool last = position_.stage_step == steps;
        if (last || position_.step % options_.validation_every == 0) validate();
        if (last || position_.step % options_.checkpoint_every == 0) save();
    }
    if (stage_->averages()) stage_->adopt_average();
    stage_.reset();
}

TrainOutcome Training::run() {
    try {
        prepare();
        // A checkpoint at the end of a stage continues with the next one.
        while (position_.stage < options_.stage_count()) {
            if (position_.stage_step < options_.stage_options(position_.stage).steps) train_stage();
            ++position_.stage;
            position_.stage_step = 0;
        }
    } catch (const Cancelled&) {
        control_.write_status(RunState::stopping);
        // If it was cancelled before the model existed, the next start begins where this one did.
        if (model_) save();
        control_.write_status(RunState::idle);
        return TrainOutcome::stopped;
    }
    for (const auto& [reason, count] : data_->skipped())
        say("skipped in the shards: " + std::to_string(count) + " x " + reason);
    if (folder_) data_->clear_folder();
    control_.write_status(RunState::completed);
    return TrainOutcome::completed;
}

TrainOutcome run_and_report(TrainOptions options, const std::filesystem::path& run, RunFolder* folder,
                            const TrainHooks& hooks) {
    Training training(std::move(options), run, folder, hooks);
    const auto fail = [&](const std::string& reason) {
        try {
            training.fail(reason);
        } catch (const std::exception& second) {
            spdlog::error("the failure could not be written to the run folder: {}", second.what());
        }
    };
    try {
        return training.run();
    } catch (const Error& error) {
        fail(error.what());
        throw;
    } catch (const std::bad_alloc&) {
        fail("out of memory: use a smaller batch or input");
        throw Error("out of memory: use a smaller batch or input");
    } catch (const c10::OutOfMemoryError& error) {
        fail("out of memory on the GPU: use a smaller batch or input");
        throw Error("out of memory on the GPU: use a smaller batch or input");
    } catch (const std::exception& error) {
        fail(error.what());
        throw;
    }
}

/// The newest checkpoint that is whole; damaged newer ones are put aside. Throws Error, with nothing changed, if there
/// are checkpoints and none is whole: starting again from step 0 would overwrite the run.
std::optional<CheckpointFiles> newest_whole(RunFolder& folder) {
    std::vector<CheckpointFiles> damaged;
    std::string reasons;
    const auto all = list_checkpoints(folder.path());
    for (const CheckpointFiles& files : std::views::reverse(all)) {
        try {
            check_checkpoint(files);
        } catch (const NewerFormat&) {
            throw;  // whole, but not for this program
        } catch (const Error& error) {
            damaged.push_back(files);
            reasons += std::string("\n  ") + error.what();
            continue;
        }
        for (const CheckpointFiles& bad : damaged) folder.put_aside(bad);
        if (!damaged.empty())
            spdlog::warn("continuing from step {}; newer checkpoints are damaged and renamed to *.damaged:{}",
                         files.step, reasons);
        return files;
    }
    if (!damaged.empty())
        throw Error(
            folder.path().string() +
            " cannot be continued: none of its checkpoints is whole. Nothing was changed; restore one "
            "from a copy:" +
            reasons);
    return {};
}

}  // namespace

std::string resume_command(const std::filesystem::path& run) {
    return "gbs train --resume " + shell_word(std::filesystem::absolute(run).lexically_normal().string());
}

TrainOutcome train(const TrainOptions& options, const std::filesystem::path& run, const TrainHooks& hooks) {
    check_recipe(options);  // before its folder is created
    if (launched().rank > 0) return run_and_report(options, run, nullptr, hooks);
    RunFolder folder(run, {options.checkpoint_keep, options.preview_keep});
    if (folder.has_run())
        throw Error(run.string() + " already holds a run: continue it (" + resume_command(run) +
                    ") or choose another folder");
    folder.write_config(to_recipe(options));
    return run_and_report(options, run, &folder, hooks);
}

TrainOutcome resume_training(const std::filesystem::path& run, const TrainHooks& hooks,
                             const std::vector<std::string>& assignments, bool force) {
    if (!path_exists(run / "config.yaml")) throw Error(run.string() + " holds no run: it has no config.yaml");
    check_run_format(run);
    TrainOptions options = read_recipe(run / "config.yaml", assignments);
    const std::string recipe = to_recipe(options);
    // A checkpoint holds the encoder, so the pretrained weights are not needed.
    if (latest_checkpoint(run)) options.image_pretrained = false;
    if (launched().rank > 0) return run_and_report(std::move(options), run, nullptr, hooks);
    check_recipe(options);
    RunFolder folder(run, {options.checkpoint_keep, options.preview_keep, force});
    const auto from = newest_whole(folder);
    if (!assignments.empty()) folder.write_config(recipe);
    folder.cut_metrics(from ? from->step : 0);
    return run_and_report(std::move(options), run, &folder, hooks);
}

}  // namespace gbs::training
