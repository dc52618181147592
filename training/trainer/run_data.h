// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "core/model/grounding_model.h"
#include "core/tensor/torch.h"
#include "core/text/text_encoder.h"
#include "training/data/disk_cache.h"
#include "training/data/feature_cache.h"
#include "training/data/row_loader.h"
#include "training/data/teacher_maps.h"
#include "training/data/text_bank.h"
#include "training/options/train_options.h"
#include "training/ranks/communicator.h"
#include "training/run/run_control.h"

namespace gbs::training {

/// The photos and texts of a run, from a folder or from shards, with the encoded texts and the cached
/// features. Everything passed to the constructor must outlive it.
class RunData {
 public:
    /// `folder`: for what is too large for memory, if the options name no cache.
    RunData(const TrainOptions& options, TextEncoder& encoder, Communicator& ranks, RunControl& control,
            std::filesystem::path folder);

    /// Encodes the texts of the folder. Shards are encoded as they stream.
    void prepare_texts();
    const TextBank& texts() const { return *texts_; }
    /// Removes what was kept in the folder.
    void clear_folder() const;
    std::size_t text_words() const { return text_words_; }
    /// Without close-ups; 0 for shards, which have no known number.
    std::size_t photos() const { return set_ ? set_->photos() : 0; }
    /// What can be drawn: photos and close-ups.
    std::size_t samples() const { return set_ ? set_->size() : 0; }
    RowSource source() const;

    /// The bottlenecks of all photos under the frozen encoder of `model`, computed if they are not those of
    /// the last call's input size.
    const FeatureCache& bottlenecks(GroundingModel& model, int input_size, torch::Device device);
    void drop_bottlenecks() { bottlenecks_ = {}; }

    /// Computes the maps of the teacher in the options, if there is one, and adds the close-ups that they show.
    void prepare_teacher(torch::Device device);
    /// Null without a teacher.
    const TeacherMaps* teacher() const { return teacher_.get(); }

    /// Call after each step, on every rank: records how far each rank has used its shards.
    void record_position(const ShardPosition& position);
    /// Adds the recorded position to the tensors of a .state file, or continues from there.
    void add_state(std::map<std::string, torch::Tensor>& state) const;
    void load_state(const std::map<std::string, torch::Tensor>& state);
    /// Samples of the shards that could not be used, by reason.
    std::map<std::string, std::size_t> skipped() const;

 private:
    std::function<bool(const std::string&)> reads() const;
    /// Runs work whose result every rank needs. If it is kept on disk, rank 0 does it and the others then
    /// read it.
    void prepare_on_all(bool kept, const std::function<void()>& work);
    FeatureCache encode_photos(GroundingModel& model, int input_size, torch::Device device);

    const TrainOptions& options_;
    TextEncoder& encoder_;
    Communicator& ranks_;
    RunControl& control_;
    std::filesystem::path folder_;
    DiskCache cache_;
    std::unique_ptr<WorkerPool> workers_;
    std::unique_ptr<TrainingSet> set_;     ///< null for shards
    std::unique_ptr<ShardStream> stream_;  ///< null for a folder
    torch::Tensor stream_positions_;       ///< [ranks, 4], after the last step
    std::unique_ptr<TextBank> texts_;
    std::size_t text_words_ = 0;
    std::unique_ptr<TeacherMaps> teacher_;
    FeatureCache bottlenecks_;
    int bottlenecks_size_ = 0;
};

}  // namespace gbs::training
