// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/team.h"
#include "core/base/work_token.h"
#include "core/model/grounding_session.h"

namespace gbs {

/// A photo and its phrases.
struct GroundingTask {
    std::filesystem::path photo;
    std::vector<std::string> phrases;
    std::string name = {};  ///< as lists and boxes name the photo: relative to the folder that was given
};

/// A photo or phrase that could not be grounded, and why.
struct GroundingFailure {
    std::filesystem::path photo;
    std::string phrase;  ///< empty: the whole photo
    std::string reason;
};

/// A photo of a batch with the maps of the selected phrases.
struct GroundedPhoto {
    const GroundingTask& task;
    std::shared_ptr<const Image> image;
    std::vector<std::size_t> numbers;        ///< indices into task.phrases, ascending
    std::vector<Grounding> groundings;       ///< of those phrases
    std::vector<GroundingFailure> failures;  ///< phrases without maps
    double encode_milliseconds = 0;
};

/// The progress of a batch. The rate excludes the first photo, which warms up the model and the texts.
struct BatchProgress {
    std::size_t done = 0;  ///< photos, including failed and skipped ones
    std::size_t total = 0;
    std::size_t failed = 0;              ///< photos with at least one failure
    std::size_t skipped = 0;             ///< photos without selected phrases
    double photos_per_second = 0;        ///< 0 while unknown
    std::optional<double> seconds_left;  ///< empty while unknown
    std::filesystem::path photo;         ///< the last photo processed
};

/// The callbacks of a batch, in the calling thread and in the order of the tasks, except for `draw`. `photo`, or `draw` and
/// `drawn`, are needed; a team needs the latter. An exception from a callback ends the batch: if a folder is not writable, other photos would fail too.
struct BatchHandlers {
    /// Selects phrases by ascending index; if none are selected, the photo is skipped without reading it. Called for all
    /// tasks before the first photo.
    std::function<std::vector<std::size_t>(const GroundingTask&)> wanted;
    std::function<void(const GroundedPhoto&)> photo;
    /// Instead of `photo`: what takes long, such as writing maps. Several threads call it at the same time. `drawn` gets
    /// what it returns, in the calling thread and in order; the photo is gone by then.
    std::function<std::string(const GroundedPhoto&)> draw;
    std::function<void(const std::string&)> drawn;
    /// Called on every process of a team when rank 0 has all that `draw` has returned since the last call.
    std::function<void()> handed_over;
    std::function<void(const GroundingFailure&)> failed;  ///< of a whole photo
    std::function<void(const BatchProgress&)> progress;   ///< before the first photo and after each
};

struct BatchSummary {
    std::size_t photos = 0;   ///< grounded
    std::size_t phrases = 0;  ///< grounded
    std::size_t skipped = 0;  ///< photos without selected phrases
    std::vector<GroundingFailure> failures;
};

/// Reads, encodes and grounds photos, several at a time if the grounder is concurrent; the results do not depend on it. A
/// failed photo or phrase does not end the batch. While `token` is paused, no further photo is begun, and time passes
/// neither for the rate nor for the time left. Throws Cancelled. The processes of a `team` share the photos: all but `wanted`, `draw` and `handed_over` is called on rank 0 alone, which also gets the summary.
BatchSummary ground_batch(Grounder& grounder, std::span<const GroundingTask> tasks,
                          const BatchHandlers& handlers, const WorkToken& token = {}, Team& team = alone());

}  // namespace gbs
