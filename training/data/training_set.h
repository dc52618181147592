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

/// The photos and texts a run learns from.
class TrainingSet {
 public:
    /// Reads the captions; broken photos show only when they are decoded. A caption that `reads` refuses, for
    /// the language model knows none of its words, is left out and counted in the log. Throws Error where
    /// nothing is usable.
    explicit TrainingSet(const TrainOptions& options, std::function<bool(const std::string&)> reads = {});

    std::size_t size() const { return data_.images.size(); }
    const std::vector<std::string>& captions(std::size_t photo) const { return data_.images[photo].captions; }
    /// Every caption, and every noun phrase that `reads` takes where `with_phrases`, each mirrored too where
    /// `with_mirrored`.
    std::vector<std::string> texts(bool with_phrases, bool with_mirrored) const;

    /// The photo, or the next one that can be decoded where this one is broken; `photo` becomes its index. A
    /// broken file is named in the log once and counted. Throws Error where no photo can be decoded. Safe
    /// from several threads.
    Image load(std::size_t& photo) const;

    /// A short text that changes when a photo is added, removed or replaced.
    std::string photos_fingerprint() const;

    std::size_t missing() const { return data_.missing.size(); }
    std::size_t broken() const;

 private:
    void drop_unreadable(const std::string& captions_file);

    CaptionedImages data_;
    std::function<bool(const std::string&)> reads_;
    mutable std::mutex mutex_;
    mutable std::set<std::size_t> broken_;
};

}  // namespace gbs::training
