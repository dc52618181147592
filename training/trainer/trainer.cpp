// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/trainer.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/paths.h"
#include "core/data/webdataset.h"
#include "core/encoders/image_encoders.h"
#include "core/model/checkpoint.h"
#include "core/tensor/device.h"
#include "core/tensor/tensors.h"
#include "core/tensor/torch.h"
#include "core/text/text_encoder.h"
#include "training/data/shard_stream.h"
#include "training/run/run_control.h"
#include "training/run/run_folder.h"
#include "training/trainer/stage_trainer.h"
#include "training/trainer/step_cost.h"
#include "training/trainer/step_preview.h"
#include "training/trainer/validator.h"

namespace gbs::training {
namespace {

const char* const shard_positions = "shards.positions";  ///< in the .state file, [ranks, 4]

torch::Tensor position_row(const ShardPosition& at) {
    return torch::tensor({{at.epoch, at.shard, at.sample, at.taken}}, torch::kLong);
}

std::vector<ShardPosition> to_positions(const torch::Tensor& tensor) {
    std::vector<ShardPosition> positions;
    const auto at = tensor.accessor<std::int64_t, 2>();
    for (std::int64_t i = 0; i < tensor.size(0); ++i)
        positions.push_back({at[i][0], at[i][1], at[i][2], at[i][3]});
    return positions;
}

/// Where a run stands: the stage, the finished steps in it, and in all.
struct Position {
    std::size_t stage = 0;
    int stage_step = 0;
    int step = 0;
};

class Training {
 public:
    /// `folder`: none on other ranks than the first.
    Training(TrainOptions options, std::filesystem::path run, RunFolder* folder, const TrainHooks& hooks)
        : options_(std::move(options)),
          run_(std::move(run)),
          folder_(folder),
          hooks_(hooks),
          cache_(options_.cache_folder),
          control_(folder, hooks, options_.total_steps()) {}

    TrainOutcome run();
    void fail(const std::string& reason);

 private:
    void prepare();
    void connect_ranks();
    std::optional<CheckpointFiles> latest();
    void load_position(const CheckpointFiles& from);
    GroundingModel initial_model();
    /// Whether the language model knows any word of a text.
    std::function<bool(const std::string&)> reads() const {
        return [this](const std::string& text) { return text_encoder_->reads(text); };
    }
    void open_data();
    void prepare_texts();
    /// Work whose result every rank needs: with a disk cache rank 0 does it and the others read it there.
    void prepare_on_all(const std::function<void()>& work);
    /// Says what each stage will take, before it does.
    void say_costs();
    void fill_bottlenecks(int input_size);
    FeatureCache encode_photos(int input_size);
    void start_stage();
    void train_stage();
    void one_step();
    void log_step(const StepResult& result);
    /// Appends a line of metrics.jsonl with the time of its writing.
    void append_metrics(MetricsRecord record);
    void validate();
    void report(const ValidationScores& result);
    void save();
    void say(const std::string& message) const { control_.say(message); }
    std::string note() const;

    TrainOptions options_;
    std::filesystem::path run_;
    RunFolder* folder_;
    const TrainHooks& hooks_;
    torch::Device device_{torch::kCPU};
    std::unique_ptr<Communicator> ranks_;
    std::unique_ptr<TextEncoder> text_encoder_;
    std::unique_ptr<TrainingSet> set_;
    std::unique_ptr<WorkerPool> workers_;
    std::unique_ptr<ShardStream> stream_;  ///< in place of the set
    torch::Tensor stream_positions_;       ///< [ranks, 4], after the last step
    std::unique_ptr<TextBank> texts_;
    std::size_t text_words_ = 0;
    std::unique_ptr<Validator> validator_;
    GroundingModel model_{nullptr};
    DiskCache cache_;
    FeatureCache bottlenecks_;
    int bottlenecks_size_ = 0;
    bool encoder_frozen_ = false;
    std::unique_ptr<StageTrainer> stage_;
    Position position_;
    std::map<std::string, torch::Tensor> resumed_state_;
    RunControl control_;
    std::string last_scores_;
};

void Training::fail(const std::string& reason) {
    control_.write_status(RunState::failed, reason);
    // What the ranks had reached is whole on this one: a rank that died ends the run, not its work.
    if (ranks_ && ranks_->size() > 1 && stage_) save();
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
    if (const auto found = resumed_state_.find(shard_positions); stream_ && found != resumed_state_.end()) {
        stream_positions_ = found->second;
        stream_->seek(continued_position(to_positions(stream_positions_), ranks_->rank(), ranks_->size()));
    }
}

void Training::prepare_on_all(const std::function<void()>& work) {
    const bool in_turn = cache_.keeps() && ranks_->size() > 1;
    bool cancelled = false;
    if (!in_turn || ranks_->first()) {
        try {
            work();
        } catch (const Cancelled&) {
            cancelled = true;
        }
    }
    if (ranks_->broadcast(std::int64_t{cancelled})) throw Cancelled();
    if (in_turn && !ranks_->first()) work();
}

void Training::open_data() {
    workers_ = std::make_unique<WorkerPool>(options_.workers);
    if (!options_.streams()) {
        set_ = std::make_unique<TrainingSet>(options_, reads());
        return;
    }
    const ShardStreamOptions stream{.seed = static_cast<std::uint64_t>(options_.seed),
                                    .rank = ranks_->rank(),
                                    .ranks = ranks_->size(),
                                    .buffer = static_cast<std::size_t>(options_.shuffle_buffer)};
    stream_ = std::make_unique<ShardStream>(find_shards(options_.train_shards), stream);
    stream_->accept(reads());
    say("photos and captions from " + std::to_string(stream_->shards()) + " shards");
}

void Training::prepare_texts() {
    if (stream_) {
        texts_ = std::make_unique<TextBank>(*text_encoder_);
        return;
    }
    bool phrases = false, mirrored = false;
    for (std::size_t i = 0; i < options_.stage_count(); ++i) {
        const StageOptions stage = options_.stage_options(i);
        phrases = phrases || stage.phrases > 0 || stage.recurrent_share > 0;
        mirrored = mirrored || (!stage.cache_features && stage.flip > 0);
    }
    say("encoding the texts of " + std::to_string(set_->size()) + " photos");
    const auto texts = set_->texts(phrases, mirrored);
    for (const std::string& text : texts) text_words_ += count_words(text);
    prepare_on_all([&] {
        texts_ = std::make_unique<TextBank>(*text_encoder_, texts, cache_,
                                            [this](std::size_t, std::size_t) { control_.poll_alone(); });
    });
}

void Training::say_costs() {
    if (!folder_) return;
    for (std::size_t i = position_.stage; i < options_.stage_count(); ++i) {
        const StepCost cost = step_cost(options_.model, options_.stage_options(i), text_encoder_->shape(),
                                        set_ ? set_->size() : 0);
        const double bytes = device_.is_cpu() ? resident_bytes(cost, options_.model.text_encoder,
                                                               text_encoder_->shape(), text_words_)
                                              : cost.bytes();
        say("stage " + options_.stage_name(i) + ": " + describe(cost, bytes) +
            (ranks_->size() > 1 ? ", less on each rank by its part of the batch" : ""));
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

/// Rank 0 has tidied the folder by now, and says which checkpoint it found.
std::optional<CheckpointFiles> Training::latest() {
    const auto own = folder_ ? folder_->latest_checkpoint() : std::nullopt;
    const std::int64_t step = ranks_->broadcast(own ? own->step : -1);
    if (step < 0) return {};
    for (const CheckpointFiles& files : list_checkpoints(run_))
        if (files.step == step) return files;
    throw Error(run_.string() + ": rank " + std::to_string(ranks_->rank()) +
                " does not see the checkpoint of step " + std::to_string(step) +
                "; the run folder must be on a disk that all ranks share");
}

void Training::prepare() {
    options_.validate();
    connect_ranks();
    text_encoder_ = load_text_encoder(options_.model.text_encoder);
    text_encoder_->to(device_);
    open_data();
    const auto from = latest();
    if (from)
        load_position(*from);
    else
        model_ = initial_model();
    model_->to(device_);
    for (const auto& [name, tensor] : module_tensors(*model_)) ranks_->broadcast(tensor);
    control_.set_step(position_.step);
    prepare_texts();
    say_costs();
    if (folder_ && !options_.validation_phrases.empty())
        validator_ = std::make_unique<Validator>(options_, *text_encoder_);
}

FeatureCache Training::encode_photos(int input_size) {
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
    return FeatureCache(cache_.get("features", key, [&] {
        return FeatureCache(static_cast<std::int64_t>(set_->size()), make,
                            [this](std::int64_t, std::int64_t) { control_.poll_alone(); })
            .tensors();
    }));
}

void Training::fill_bottlenecks(int input_size) {
    if (!bottlenecks_.empty() && bottlenecks_size_ == input_size) return;
    say("encoding " + std::to_string(set_->size()) + " photos at " + std::to_string(input_size) + " pixels");
    model_->eval();
    prepare_on_all([&] { bottlenecks_ = encode_photos(input_size); });
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
                         .source = {set_.get(), stream_.get(), workers_.get(), reads()},
                         .texts = texts_.get(),
                         .bottlenecks = options.cache_features ? &bottlenecks_ : nullptr,
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
    if (set_) {
        note["captions"] = std::filesystem::path(options_.train_captions).filename().string();
        note["photos"] = set_->size();
    } else {
        note["shards"] = std::filesystem::path(options_.train_shards).filename().string();
    }
    if (!last_scores_.empty()) note["validation"] = nlohmann::json::parse(last_scores_);
    return note.dump();
}

/// On rank 0 alone: the others have the same weights.
void Training::save() {
    if (!folder_) return;
    folder_->save_checkpoint(
        position_.step, [&](const std::filesystem::path& model, const std::filesystem::path& state) {
            // The model file holds the averaged weights, which are the ones to use; the state then holds the
            // raw ones.
            std::optional<StageTrainer::Averaged> averaged;
            if (stage_) averaged.emplace(*stage_);
            save_checkpoint(model, model_, {{"gbs.training", note()}});
            auto tensors = stage_ ? stage_->state() : std::map<std::string, torch::Tensor>{};
            if (stream_positions_.defined()) tensors[shard_positions] = stream_positions_;
            save_tensors(state, tensors,
                         {{"stage", std::to_string(position_.stage)},
                          {"stage_step", std::to_string(position_.stage_step)},
                          {"step", std::to_string(position_.step)}});
        });
}

/// On rank 0 alone; the others wait for it at the next poll.
void Training::validate() {
    if (!validator_) return;
    ValidationScores result;
    try {
        const StageTrainer::Averaged averaged(*stage_);
        result = validator_->validate(model_, device_, encoder_frozen_, [this] { control_.poll_alone(); });
    } catch (const Cancelled&) {
        return control_.stop_soon();
    }
    control_.clock().interrupt();
    report(result);
    // Before the last stage a part of the model is not trained yet: its score would mislead.
    if (position_.stage + 1 < options_.stage_count()) return;
    if (!folder_->best_score() || result.mean > *folder_->best_score()) {
        save();
        folder_->mark_best(position_.step, result.mean);
    }
}

void Training::report(const ValidationScores& result) {
    append_metrics({position_.step,
                    {{"validation/gbs", result.gbs},
                     {"validation/i2t", result.i2t},
                     {"validation/mean", result.mean},
                     {"validation/center", result.center}}});
    last_scores_ =
        nlohmann::json{{"protocol", "plain"}, {"phrases", result.phrases}, {"gbs", result.gbs},
                       {"i2t", result.i2t},   {"mean", result.mean},       {"center", result.center}}
            .dump();
    char text[160];
    std::snprintf(text, sizeof text,
                  "step %d: pointing accuracy gbs %.2f  i2t %.2f  mean %.2f  (center %.2f, %zu phrases)",
                  position_.step, result.gbs, result.i2t, result.mean, result.center, result.phrases);
    say(text);
}

void Training::log_step(const StepResult& result) {
    MetricsRecord record{position_.step, {}};
    for (const auto& [name, value] : result.losses) record.values["loss/" + name] = value;
    for (const auto& [name, value] : result.measures) record.values[name] = value;
    record.values["images_per_second"] = control_.clock().images_per_second();
    record.values["stage"] = static_cast<double>(position_.stage);
    append_metrics(std::move(record));
}

void Training::append_metrics(MetricsRecord record) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    record.values["time"] = std::chrono::duration<double>(now).count();
    folder_->append_metrics(record);
}

void Training::one_step() {
    const bool preview = folder_ && position_.step % options_.preview_every == 0;
    StepResult result;
    try {
        result = stage_->step(position_.stage_step, preview);
    } catch (const Error& error) {
        throw Error("step " + std::to_string(position_.step + 1) + ": " + error.what());
    }
    if (stream_) stream_positions_ = ranks_->gather(position_row(stream_->position()));
    ++position_.stage_step;
    ++position_.step;
    control_.set_step(position_.step);
    control_.clock().tick();
    if (!folder_) return;
    if (result.preview) {
        write_preview(*folder_, position_.step, *result.preview);
        control_.clock().interrupt();
    }
    if (position_.step % options_.log_every == 0 || position_.stage_step == 1) log_step(result);
    NamedValues values = result.losses;
    values.insert(values.end(), result.measures.begin(), result.measures.end());
    if (hooks_.progress)
        hooks_.progress({position_.step, options_.total_steps(), options_.stage_name(position_.stage),
                         std::move(values), control_.clock().images_per_second(),
                         control_.clock().eta_seconds(options_.total_steps() - position_.step)});
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
        // A checkpoint at the very end of a stage goes on with the next one.
        while (position_.stage < options_.stage_count()) {
            if (position_.stage_step < options_.stage_options(position_.stage).steps) train_stage();
            ++position_.stage;
            position_.stage_step = 0;
        }
    } catch (const Cancelled&) {
        control_.write_status(RunState::stopping);
        // Cancelled before the model existed: the next start begins where this one did.
        if (model_) save();
        control_.write_status(RunState::idle);
        return TrainOutcome::stopped;
    }
    if (stream_)
        for (const auto& [reason, count] : stream_->skipped())
            say("skipped in the shards: " + std::to_string(count) + " x " + reason);
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

}  // namespace

TrainOutcome train(const TrainOptions& options, const std::filesystem::path& run, const TrainHooks& hooks) {
    options.validate();  // before a folder is made for it
    if (launched().rank > 0) return run_and_report(options, run, nullptr, hooks);
    RunFolder folder(run, {options.checkpoint_keep, options.preview_keep});
    if (folder.has_run())
        throw Error(run.string() + " holds a run already: go on with it (gbs train --resume " + run.string() +
                    ") or name another folder");
    folder.write_config(to_recipe(options));
    return run_and_report(options, run, &folder, hooks);
}

TrainOutcome resume_training(const std::filesystem::path& run, const TrainHooks& hooks,
                             const std::vector<std::string>& assignments) {
    if (!std::filesystem::exists(run / "config.yaml"))
        throw Error(run.string() + " holds no run: there is no config.yaml");
    TrainOptions options = read_recipe(run / "config.yaml", assignments);
    const std::string recipe = to_recipe(options);
    // A checkpoint holds the encoder: its first weights may be gone.
    if (latest_checkpoint(run)) options.image_pretrained = false;
    if (launched().rank > 0) return run_and_report(std::move(options), run, nullptr, hooks);
    RunFolder folder(run, {options.checkpoint_keep, options.preview_keep});
    if (!assignments.empty()) folder.write_config(recipe);
    const auto latest = folder.latest_checkpoint();
    folder.cut_metrics(latest ? latest->step : 0);
    return run_and_report(std::move(options), run, &folder, hooks);
}

}  // namespace gbs::training
