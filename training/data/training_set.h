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
#include "training/data/close_up.h"
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

    /// Photos and, after them, close-ups; each has captions and can be loaded.
    std::size_t size() const { return photos() + close_ups_.size(); }
    std::size_t photos() const { return data_.images.size(); }
    void add_close_ups(std::vector<CloseUp> close_ups) { close_ups_ = std::move(close_ups); }
    /// Null for a whole photo.
    const CloseUp* close_up(std::size_t index) const;
    const std::vector<std::string>& captions(std::size_t index) const;
    /// All captions, with their noun phrases if `with_phrases`, each also
    /// with left and right exchanged if `with_mirrored`.
    std::vector<std::string> texts(bool with_phrases, bool with_mirrored) const;

    /// The photo or close-up, or, if it is broken, the next one that can be decoded; `index` becomes that of what was loaded. Each
    /// broken file is logged once. Throws Error if no photo can be decoded. Thread-safe.
    Image load(std::size_t& index) const;

    /// A hash that changes when a photo or close-up is added, removed or replaced.
    std::string photos_fingerprint() const;

 private:
    void drop_unreadable(const std::string& captions_file);

    CaptionedImages data_;
    std::vector<CloseUp> close_ups_;
    std::function<bool(const std::string&)> reads_;
    mutable std::mutex mutex_;
    mutable std::set<std::size_t> broken_;
};

}  // namespace gbs::training
