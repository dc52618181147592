// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/model/grounding_session.h"

namespace gbs {

/// A photo and what to look for in it.
struct GroundingTask {
    std::filesystem::path photo;
    std::vector<std::string> phrases;
};

/// What could not be grounded, and why.
struct GroundingFailure {
    std::filesystem::path photo;
    std::string phrase;  ///< empty: the photo as a whole
    std::string reason;
};

/// A photo of a batch with the maps of those of its phrases that were wanted.
struct GroundedPhoto {
    const GroundingTask& task;
    std::shared_ptr<const Image> image;
    std::vector<std::size_t> numbers;        ///< of the phrases in task.phrases, ascending
    std::vector<Grounding> groundings;       ///< of those phrases
    std::vector<GroundingFailure> failures;  ///< phrases that the model refused; others have maps
    double encode_milliseconds = 0;
};

/// How far a batch is. The first photo is left out of the rate: it warms up the model and the texts.
struct BatchProgress {
    std::size_t done = 0;  ///< photos; failed and skipped ones count
    std::size_t total = 0;
    std::size_t failed = 0;              ///< photos of which something could not be grounded
    std::size_t skipped = 0;             ///< photos of which nothing was wanted
    double photos_per_second = 0;        ///< 0 while it is unknown
    std::optional<double> seconds_left;  ///< nothing while it is unknown
    std::filesystem::path photo;         ///< the one that was last worked on
};

/// What is done with the photos of a batch. All but `photo` may be left out. What these throw ends the batch:
/// a folder that cannot be written to will take no other photo either.
struct BatchHandlers {
    /// The numbers of the task's phrases that are wanted, ascending; none: the photo is skipped unread.
    std::function<std::vector<std::size_t>(const GroundingTask&)> wanted;
    std::function<void(const GroundedPhoto&)> photo;
    std::function<void(const GroundingFailure&)> failed;  ///< of a whole photo
    std::function<void(const BatchProgress&)> progress;   ///< before the first photo and after each
};

struct BatchSummary {
    std::size_t photos = 0;   ///< grounded
    std::size_t phrases = 0;  ///< grounded
    std::size_t skipped = 0;  ///< photos of which nothing was wanted
    std::vector<GroundingFailure> failures;
};

/// Reads, encodes and grounds one photo after another, so memory holds one at a time. A photo or phrase that
/// fails does not end the batch. Throws Cancelled when `stop` was asked for.
BatchSummary ground_batch(Grounder& grounder, std::span<const GroundingTask> tasks,
                          const BatchHandlers& handlers, std::stop_token stop = {});

}  // namespace gbs
