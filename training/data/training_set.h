// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "core/data/captioned_images.h"
#include "core/image/image.h"
#include "training/options/train_options.h"

namespace gbs::training {

/// Reads captions and logs what was skipped. Throws Error.
CaptionedImages read_training_captions(const std::filesystem::path& images,
                                       const std::filesystem::path& captions, const std::string& split);

/// The photos and captions of a run.
class TrainingSet {
 public:
    /// Reads the captions; broken photos are found when they are decoded. Captions for which `reads` is false
    /// (the language model knows none of their words) are skipped, with their count in the log. Throws Error
    /// if nothing is usable.
    explicit TrainingSet(const TrainOptions& options, std::function<bool(const std::string&)> reads = {});

    std::size_t size() const { return data_.images.size(); }
    const std::vector<std::string>& captions(std::size_t photo) const { return data_.images[photo].captions; }
    /// All captions, with their noun phrases if `with_phrases`, each also
    /// with left and right exchanged if `with_mirrored`.
    std::vector<std::string> texts(bool with_phrases, bool with_mirrored) const;

    /// The photo, or, if it is broken, the next one that can be decoded; `photo` becomes its index. Each
    /// broken file is logged once. Throws Error if no photo can be decoded. Thread-safe.
    Image load(std::size_t& photo) const;

    /// A hash that changes when a photo is added, removed or replaced.
    std::string photos_fingerprint() const;

 private:
    void drop_unreadable(const std::string& captions_file);

    CaptionedImages data_;
    std::function<bool(const std::string&)> reads_;
    mutable std::mutex mutex_;
    mutable std::set<std::size_t> broken_;
};

}  // namespace gbs::training
