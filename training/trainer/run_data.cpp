// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/run_data.h"

#include <future>

#include "core/base/error.h"
#include "core/base/file_hash.h"
#include "core/base/trace.h"
#include "core/data/webdataset.h"
#include "core/model/checkpoint.h"
#include "core/model/load_grounder.h"
#include "core/tensor/row_by_row.h"
#include "core/tensor/tensors.h"
#include "training/data/choose_close_ups.h"
#include "training/trainer/step_cost.h"

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

}  // namespace

RunData::RunData(const TrainOptions& options, TextEncoder& encoder, Communicator& ranks, RunControl& control,
                 std::filesystem::path folder)
    : options_(options),
      encoder_(encoder),
      ranks_(ranks),
      control_(control),
      folder_(std::move(folder)),
      cache_(options.cache_folder),
      workers_(std::make_unique<WorkerPool>(options.workers)) {
    if (!options_.streams()) {
        set_ = std::make_unique<TrainingSet>(options_, reads());
        return;
    }
    const ShardStreamOptions stream{.seed = static_cast<std::uint64_t>(options_.seed),
                                    .rank = ranks_.rank(),
                                    .ranks = ranks_.size(),
                                    .buffer = static_cast<std::size_t>(options_.shuffle_buffer)};
    stream_ = std::make_unique<ShardStream>(find_shards(options_.train_shards), stream);
    stream_->accept(reads());
    control_.say("photos and captions from " + std::to_string(stream_->shards()) + " shards");
}

/// Whether the language model knows any word of a text.
std::function<bool(const std::string&)> RunData::reads() const {
    return [this](const std::string& text) { return encoder_.reads(text); };
}

RowSource RunData::source() const {
    return {set_.get(), stream_.get(), workers_.get(), reads()};
}

void RunData::prepare_on_all(bool kept, const std::function<void()>& work) {
    const bool in_turn = kept && ranks_.size() > 1;
    bool cancelled = false;
    if (!in_turn || ranks_.first()) {
        try {
            work();
        } catch (const Cancelled&) {
            cancelled = true;
        }
    }
    if (ranks_.from_first(cancelled)) throw Cancelled();
    if (in_turn && !ranks_.first()) work();
}

void RunData::prepare_texts() {
    if (stream_) {
        texts_ = std::make_unique<TextBank>(encoder_);
        return;
    }
    bool phrases = false, mirrored = false;
    for (std::size_t i = 0; i < options_.stage_count(); ++i) {
        const StageOptions stage = options_.stage_options(i);
        phrases = phrases || stage.phrases > 0 || stage.recurrent_share > 0;
        mirrored = mirrored || (!stage.cache_features && stage.flip > 0 && stage.swap_sides);
    }
    const TraceSpan span("encode texts");
    control_.say("encoding the texts of " + std::to_string(set_->size()) + " photos");
    const auto texts = set_->texts(phrases, mirrored);
    for (const std::string& text : texts) text_words_ += count_words(text);
    const bool in_memory = text_bytes(encoder_.shape(), text_words_) <= max_texts_in_memory;
    const DiskCache cache = cache_.keeps() || in_memory ? cache_ : DiskCache(folder_);
    prepare_on_all(cache.keeps(), [&] {
        texts_ = std::make_unique<TextBank>(encoder_, texts, cache,
                                            [this](std::size_t, std::size_t) { control_.poll_alone(); });
    });
}

FeatureCache RunData::encode_photos(GroundingModel& model, int input_size, torch::Device device) {
    const auto make = [&](std::int64_t first, std::int64_t count) {
        std::vector<std::future<torch::Tensor>> rows;
        for (std::int64_t i = first; i < first + count; ++i)
            rows.push_back(workers_->submit([this, i, input_size] {
                auto photo = static_cast<std::size_t>(i);
                return image_tensor(set_->load(photo), input_size);
            }));
        std::vector<torch::Tensor> photos;
        for (auto& row : rows) photos.push_back(row.get());
        return compute_row_by_row(torch::stack(photos).to(device), [&](const torch::Tensor& photo) {
            return model->image_encoder().bottlenecks(photo);
        });
    };
    const std::string key = fingerprint(module_tensors(model->image_encoder())) + " " +
                            std::to_string(input_size) + " " + set_->photos_fingerprint();
    return FeatureCache(cache_.get("features", key, [&] {
        return FeatureCache(static_cast<std::int64_t>(set_->size()), make,
                            [this](std::int64_t, std::int64_t) { control_.poll_alone(); })
            .tensors();
    }));
}

const FeatureCache& RunData::bottlenecks(GroundingModel& model, int input_size, torch::Device device) {
    if (!bottlenecks_.empty() && bottlenecks_size_ == input_size) return bottlenecks_;
    control_.say("encoding " + std::to_string(set_->size()) + " photos at " + std::to_string(input_size) +
                 " pixels");
    const TraceSpan span("encode photos");
    model->eval();
    prepare_on_all(cache_.keeps(), [&] { bottlenecks_ = encode_photos(model, input_size, device); });
    bottlenecks_size_ = input_size;
    return bottlenecks_;
}

void RunData::prepare_teacher(torch::Device device) {
    if (options_.distill_model.empty()) return;
    control_.say("maps of the teacher " + options_.distill_model + " for the phrases of " +
                 std::to_string(set_->size()) + " photos");
    const TraceSpan span("teacher");
    const std::string key = file_sha256(options_.distill_model) + " " + set_->photos_fingerprint();
    prepare_on_all(cache_.keeps(), [&] {
        teacher_ = std::make_unique<TeacherMaps>(
            *set_, reads(), [&] { return load_grounder(options_.distill_model, device.str()); }, cache_, key,
            [this] { control_.poll_alone(); });
    });
    if (options_.distill_close_ups == 0) return;
    set_->add_close_ups(choose_close_ups(*set_, *teacher_, options_.distill_close_ups,
                                         static_cast<std::uint64_t>(options_.seed)));
    control_.say(std::to_string(set_->size() - set_->photos()) + " close-ups of what the teacher finds");
}

void RunData::clear_folder() const {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void RunData::record_position(const ShardPosition& position) {
    if (stream_) stream_positions_ = ranks_.all_gather(position_row(position));
}

void RunData::add_state(std::map<std::string, torch::Tensor>& state) const {
    if (stream_positions_.defined()) state[shard_positions] = stream_positions_;
}

void RunData::load_state(const std::map<std::string, torch::Tensor>& state) {
    const auto found = state.find(shard_positions);
    if (!stream_ || found == state.end()) return;
    stream_positions_ = found->second;
    stream_->seek(continued_position(to_positions(stream_positions_), ranks_.rank(), ranks_.size()));
}

std::map<std::string, std::size_t> RunData::skipped() const {
    return stream_ ? stream_->skipped() : std::map<std::string, std::size_t>{};
}

}  // namespace gbs::training
