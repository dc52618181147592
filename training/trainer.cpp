#include "training/trainer.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/checkpoint.h"
#include "core/device.h"
#include "core/error.h"
#include "core/paths.h"
#include "core/tensors.h"
#include "core/text_encoder.h"
#include "core/torch.h"
#include "training/preview.h"
#include "training/run_folder.h"
#include "training/stage_trainer.h"
#include "training/step_clock.h"
#include "training/step_cost.h"
#include "training/validator.h"

namespace gbs {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto heartbeat_period = std::chrono::seconds(2);

/// Where a run stands: the stage, the finished steps in it, and in all.
struct Position {
    std::size_t stage = 0;
    int stage_step = 0;
    int step = 0;
};

class Training {
 public:
    Training(TrainOptions options, RunFolder& folder, const TrainHooks& hooks)
        : options_(std::move(options)), folder_(folder), hooks_(hooks), cache_(options_.cache_folder) {}

    TrainOutcome run(const std::optional<CheckpointFiles>& from);
    void fail(const std::string& reason) {
        status_.error = reason;
        write_status(RunState::failed);
    }

 private:
    void prepare(const std::optional<CheckpointFiles>& from);
    void load_position(const CheckpointFiles& from);
    GroundingModel initial_model();
    void prepare_texts();
    /// Says what each stage will take, before it does.
    void say_costs();
    void fill_bottlenecks(int input_size);
    void start_stage();
    void train_stage();
    void one_step();
    void log_step(const StepResult& result);
    /// Appends a line of metrics.jsonl with the time of its writing.
    void append_metrics(MetricsRecord record);
    void validate();
    void save();
    void say(const std::string& message) const {
        if (hooks_.message) hooks_.message(message);
    }
    void write_status(RunState state);
    /// The one poll point: heartbeat, the control file, signals. Throws Cancelled when the run is to end.
    void poll();
    void pause();
    std::string note() const;

    TrainOptions options_;
    RunFolder& folder_;
    const TrainHooks& hooks_;
    DeviceInfo device_info_;
    torch::Device device_{torch::kCPU};
    std::unique_ptr<TextEncoder> text_encoder_;
    std::unique_ptr<TrainingSet> set_;
    std::unique_ptr<TextBank> texts_;
    std::size_t text_words_ = 0;
    std::unique_ptr<WorkerPool> workers_;
    std::unique_ptr<Validator> validator_;
    GroundingModel model_{nullptr};
    DiskCache cache_;
    FeatureCache bottlenecks_;
    int bottlenecks_size_ = 0;
    bool encoder_frozen_ = false;
    std::unique_ptr<StageTrainer> stage_;
    Position position_;
    std::map<std::string, torch::Tensor> resumed_state_;
    StepClock clock_;
    RunStatus status_;
    Clock::time_point heartbeat_{};
    bool save_asked_ = false;
    std::string last_scores_;
};

void Training::write_status(RunState state) {
    status_.state = state;
    status_.step = position_.step;
    status_.total = options_.total_steps();
    status_.images_per_second = clock_.images_per_second();
    status_.eta_seconds = clock_.eta_seconds(static_cast<int>(status_.total) - position_.step);
    status_.device = device_info_.name;
    status_.device_reason = device_info_.reason;
    folder_.write_status(status_);
    heartbeat_ = Clock::now();
}

void Training::poll() {
    if (Clock::now() - heartbeat_ > heartbeat_period) write_status(RunState::running);
    if (hooks_.stop_requested && hooks_.stop_requested()) throw Cancelled();
    const auto word = folder_.take_control();
    if (!word) return;
    if (*word == ControlWord::stop) throw Cancelled();
    if (*word == ControlWord::pause) pause();
    if (*word == ControlWord::save) save_asked_ = true;
}

void Training::pause() {
    write_status(RunState::paused);
    say("paused at step " + std::to_string(position_.step));
    while (true) {
        if (hooks_.stop_requested && hooks_.stop_requested()) throw Cancelled();
        const auto word = folder_.take_control();
        if (word == ControlWord::stop) throw Cancelled();
        if (word == ControlWord::save) save_asked_ = true;
        if (word == ControlWord::resume) break;
        if (Clock::now() - heartbeat_ > heartbeat_period) write_status(RunState::paused);
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    clock_.interrupt();
    write_status(RunState::running);
    say("resumed");
}

GroundingModel Training::initial_model() {
    torch::manual_seed(static_cast<std::uint64_t>(options_.seed));
    GroundingModel model(options_.model, text_encoder_->shape());
    if (options_.initial_checkpoint.empty()) {
        if (options_.image_pretrained)
            load_image_weights(model->image_encoder(), options_.image_weights);
        else
            say("the image encoder starts at random");
        return model;
    }
    const torch::NoGradGuard no_grad;
    auto own = module_tensors(*model);
    const LoadedCheckpoint loaded = load_checkpoint(options_.initial_checkpoint, text_encoder_->shape());
    std::size_t taken = 0;
    for (const auto& [name, tensor] : module_tensors(*loaded.model)) {
        const auto found = own.find(name);
        if (found == own.end() || found->second.sizes() != tensor.sizes()) continue;
        found->second.copy_(tensor);
        ++taken;
    }
    say("took " + std::to_string(taken) + " of " + std::to_string(own.size()) + " tensors from " +
        options_.initial_checkpoint + "; the rest starts at random");
    return model;
}

void Training::load_position(const CheckpointFiles& from) {
    model_ = load_checkpoint(from.model, text_encoder_->shape()).model;
    const SafetensorsFile state(from.state);
    const auto number = [&](const char* key) {
        const auto found = state.metadata().find(key);
        if (found == state.metadata().end())
            throw Error(from.state.string() + ": its metadata has no " + key);
        return std::stoi(found->second);
    };
    position_ = {static_cast<std::size_t>(number("stage")), number("stage_step"), number("step")};
    if (position_.stage >= options_.stage_count())
        throw Error(from.state.string() + ": stage " + std::to_string(position_.stage) +
                    " is not in the run's config.yaml");
    for (const auto& [name, view] : state.tensors()) resumed_state_[name] = to_tensor(view);
}

void Training::prepare_texts() {
    bool phrases = false, mirrored = false;
    for (std::size_t i = 0; i < options_.stage_count(); ++i) {
        const StageOptions stage = options_.stage_options(i);
        phrases = phrases || stage.phrases > 0 || stage.recurrent_share > 0;
        mirrored = mirrored || (!stage.cache_features && stage.flip > 0);
    }
    say("encoding the texts of " + std::to_string(set_->size()) + " photos");
    const auto texts = set_->texts(phrases, mirrored);
    for (const std::string& text : texts) text_words_ += word_count(text);
    texts_ = std::make_unique<TextBank>(*text_encoder_, texts, cache_,
                                        [this](std::size_t, std::size_t) { poll(); });
}

void Training::say_costs() {
    for (std::size_t i = position_.stage; i < options_.stage_count(); ++i) {
        const StepCost cost =
            step_cost(options_.model, options_.stage_options(i), text_encoder_->shape(), set_->size());
        const double bytes = device_.is_cpu() ? resident_bytes(cost, options_.model.text_encoder,
                                                               text_encoder_->shape(), text_words_)
                                              : cost.bytes();
        say("stage " + options_.stage_name(i) + ": " + describe(cost, bytes));
    }
}

void Training::prepare(const std::optional<CheckpointFiles>& from) {
    options_.validate();
    device_info_ = choose_device(options_.device);
    device_ = torch::Device(device_info_.name);
    write_status(RunState::running);
    say("device " + device_info_.name + ": " + device_info_.reason);
    text_encoder_ = load_text_encoder(options_.model.text_encoder);
    text_encoder_->to(device_);
    set_ = std::make_unique<TrainingSet>(options_);
    workers_ = std::make_unique<WorkerPool>(options_.workers);
    if (from)
        load_position(*from);
    else
        model_ = initial_model();
    model_->to(device_);
    prepare_texts();
    say_costs();
    if (!options_.validation_phrases.empty())
        validator_ = std::make_unique<Validator>(options_, *text_encoder_);
}

void Training::fill_bottlenecks(int input_size) {
    if (!bottlenecks_.empty() && bottlenecks_size_ == input_size) return;
    say("encoding " + std::to_string(set_->size()) + " photos at " + std::to_string(input_size) + " pixels");
    model_->eval();
    const auto make = [&](std::int64_t first, std::int64_t count) {
        std::vector<std::future<torch::Tensor>> rows;
        for (std::int64_t i = first; i < first + count; ++i)
            rows.push_back(workers_->submit([this, i, input_size] {
                auto photo = static_cast<std::size_t>(i);
                return image_tensor(set_->load(photo), input_size);
            }));
        std::vector<torch::Tensor> photos;
        for (auto& row : rows) photos.push_back(row.get());
        return model_->image_encoder().bottlenecks(torch::stack(photos).to(device_));
    };
    const std::string key = fingerprint(module_tensors(model_->image_encoder())) + " " +
                            std::to_string(input_size) + " " + set_->photos_fingerprint();
    bottlenecks_ = FeatureCache(cache_.get("features", key, [&] {
        return FeatureCache(static_cast<std::int64_t>(set_->size()), make,
                            [this](std::int64_t, std::int64_t) { poll(); })
            .tensors();
    }));
    bottlenecks_size_ = input_size;
}

void Training::start_stage() {
    const StageOptions options = options_.stage_options(position_.stage);
    const int input_size = options.input_size > 0 ? options.input_size : options_.model.input_size;
    if (options.cache_features)
        fill_bottlenecks(input_size);
    else
        bottlenecks_ = {};
    encoder_frozen_ = !options.learn_encoder;
    bool sets_temperature = position_.stage == 0;
    if (!options_.stages.empty())
        for (const auto& [key, value] : options_.stages[position_.stage].overrides)
            sets_temperature = sets_temperature || key == "i2t.temperature";
    if (position_.stage_step == 0 && sets_temperature) model_->set_temperature(options.i2t_temperature);
    StageContext context{.model = model_,
                         .set = set_.get(),
                         .texts = texts_.get(),
                         .bottlenecks = options.cache_features ? &bottlenecks_ : nullptr,
                         .workers = workers_.get(),
                         .device = device_,
                         .seed = static_cast<std::uint64_t>(options_.seed),
                         .stage_index = position_.stage,
                         .input_size = input_size};
    stage_ = std::make_unique<StageTrainer>(context, options);
    if (position_.stage_step > 0) stage_->resume(resumed_state_);
    resumed_state_.clear();
    clock_.start(options.batch);
    say("stage " + options_.stage_name(position_.stage) + ": " + std::to_string(options.steps) + " steps");
}

std::string Training::note() const {
    nlohmann::json note{{"step", position_.step},
                        {"stage", options_.stage_name(position_.stage)},
                        {"captions", std::filesystem::path(options_.train_captions).filename().string()},
                        {"photos", set_->size()},
                        {"seed", options_.seed},
                        {"version", program_version()}};
    if (!last_scores_.empty()) note["validation"] = nlohmann::json::parse(last_scores_);
    return note.dump();
}

void Training::save() {
    save_asked_ = false;
    folder_.save_checkpoint(
        position_.step, [&](const std::filesystem::path& model, const std::filesystem::path& state) {
            // The model file holds the averaged weights, which are the ones to use; the state then holds the
            // raw ones.
            std::optional<StageTrainer::Averaged> averaged;
            if (stage_) averaged.emplace(*stage_);
            save_checkpoint(model, model_, {{"gbs.training", note()}});
            save_tensors(state, stage_ ? stage_->state() : std::map<std::string, torch::Tensor>{},
                         {{"stage", std::to_string(position_.stage)},
                          {"stage_step", std::to_string(position_.stage_step)},
                          {"step", std::to_string(position_.step)}});
        });
}

void Training::validate() {
    if (!validator_) return;
    EvaluationResult result;
    {
        const StageTrainer::Averaged averaged(*stage_);
        result = validator_->validate(model_, device_, encoder_frozen_, [this] { poll(); });
    }
    clock_.interrupt();
    append_metrics({position_.step,
                    {{"validation/gbs", result.gbs.accuracy()},
                     {"validation/i2t", result.i2t.accuracy()},
                     {"validation/mean", result.mean.accuracy()},
                     {"validation/center", result.center.accuracy()}}});
    last_scores_ = nlohmann::json{{"protocol", result.protocol},    {"phrases", result.mean.total},
                                  {"gbs", result.gbs.accuracy()},   {"i2t", result.i2t.accuracy()},
                                  {"mean", result.mean.accuracy()}, {"center", result.center.accuracy()}}
                       .dump();
    char text[160];
    std::snprintf(text, sizeof text,
                  "step %d: pointing accuracy gbs %.2f  i2t %.2f  mean %.2f  (center %.2f, %zu phrases)",
                  position_.step, result.gbs.accuracy(), result.i2t.accuracy(), result.mean.accuracy(),
                  result.center.accuracy(), result.mean.total);
    say(text);
    // Before the last stage a part of the model is not trained yet: its score would mislead.
    if (position_.stage + 1 < options_.stage_count()) return;
    if (!folder_.best_score() || result.mean.accuracy() > *folder_.best_score()) {
        save();
        folder_.mark_best(position_.step, result.mean.accuracy());
    }
}

void Training::log_step(const StepResult& result) {
    MetricsRecord record{position_.step, {}};
    for (const auto& [name, value] : result.values) {
        const bool loss = name == "total" || name == "sep" || name == "neg" || name == "adv" || name == "i2t";
        record.values[loss ? "loss/" + name : name] = value;
    }
    record.values["images_per_second"] = clock_.images_per_second();
    record.values["stage"] = static_cast<double>(position_.stage);
    append_metrics(std::move(record));
}

void Training::append_metrics(MetricsRecord record) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    record.values["time"] = std::chrono::duration<double>(now).count();
    folder_.append_metrics(record);
}

void Training::one_step() {
    const bool preview = position_.step % options_.preview_every == 0;
    StepResult result;
    try {
        result = stage_->step(position_.stage_step, preview);
    } catch (const Error& error) {
        throw Error("step " + std::to_string(position_.step + 1) + ": " + error.what());
    }
    ++position_.stage_step;
    ++position_.step;
    clock_.tick();
    if (result.preview) {
        write_preview(folder_, position_.step, *result.preview);
        clock_.interrupt();
    }
    if (position_.step % options_.log_every == 0 || position_.stage_step == 1) log_step(result);
    if (hooks_.progress)
        hooks_.progress({position_.step, options_.total_steps(), options_.stage_name(position_.stage),
                         result.values, clock_.images_per_second(),
                         clock_.eta_seconds(options_.total_steps() - position_.step)});
}

void Training::train_stage() {
    start_stage();
    const int steps = stage_->options().steps;
    while (position_.stage_step < steps) {
        poll();
        if (save_asked_) save();
        one_step();
        const bool last = position_.stage_step == steps;
        if (last || position_.step % options_.validation_every == 0) validate();
        if (last || position_.step % options_.checkpoint_every == 0) save();
    }
    if (stage_->averages()) stage_->adopt_average();
    stage_.reset();
}

TrainOutcome Training::run(const std::optional<CheckpointFiles>& from) {
    try {
        prepare(from);
        // A checkpoint at the very end of a stage goes on with the next one.
        while (position_.stage < options_.stage_count()) {
            if (position_.stage_step < options_.stage_options(position_.stage).steps) train_stage();
            ++position_.stage;
            position_.stage_step = 0;
        }
    } catch (const Cancelled&) {
        write_status(RunState::stopping);
        // Cancelled before the model existed: the next start begins where this one did.
        if (model_) save();
        write_status(RunState::idle);
        return TrainOutcome::stopped;
    }
    write_status(RunState::completed);
    return TrainOutcome::completed;
}

TrainOutcome run_and_report(TrainOptions options, RunFolder& folder, const TrainHooks& hooks,
                            const std::optional<CheckpointFiles>& from) {
    if (from)
        options.image_pretrained = false;  // the checkpoint holds the encoder: its first weights may be gone
    Training training(std::move(options), folder, hooks);
    const auto fail = [&](const std::string& reason) {
        try {
            training.fail(reason);
        } catch (const std::exception& second) {
            spdlog::error("the failure could not be written to status.json: {}", second.what());
        }
    };
    try {
        return training.run(from);
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

}  // namespace

TrainOutcome train(const TrainOptions& options, const std::filesystem::path& run, const TrainHooks& hooks) {
    options.validate();  // before a folder is made for it
    RunFolder folder(run, {options.checkpoint_keep, options.preview_keep});
    if (folder.has_run())
        throw Error(run.string() + " holds a run already: go on with it (gbs train --resume " + run.string() +
                    ") or name another folder");
    folder.write_config(to_recipe(options));
    return run_and_report(options, folder, hooks, std::nullopt);
}

TrainOutcome resume_training(const std::filesystem::path& run, const TrainHooks& hooks,
                             const std::vector<std::string>& assignments) {
    if (!std::filesystem::exists(run / "config.yaml"))
        throw Error(run.string() + " holds no run: there is no config.yaml");
    const TrainOptions options = read_recipe(run / "config.yaml", assignments);
    RunFolder folder(run, {options.checkpoint_keep, options.preview_keep});
    if (!assignments.empty()) folder.write_config(to_recipe(options));
    const auto latest = folder.latest_checkpoint();
    folder.cut_metrics(latest ? latest->step : 0);
    return run_and_report(options, folder, hooks, latest);
}

}  // namespace gbs
