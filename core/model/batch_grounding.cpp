// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/batch_grounding.h"

#include <numeric>

#include "core/base/error.h"
#include "core/base/joined_key.h"
#include "core/base/packed_json.h"
#include "core/base/shared_work.h"
#include "core/tensor/cpu_workers.h"

namespace gbs {
namespace {

using nlohmann::json;

class Batch {
 public:
    Batch(Grounder& grounder, const BatchHandlers& handlers, std::size_t total, const WorkToken& token)
        : grounder_(grounder), handlers_(handlers), token_(token) {
        progress_.total = total;
    }

    void run(std::span<const GroundingTask> tasks, const Workers& workers, Team& team) {
        if (team.first()) report();
        std::vector<std::vector<std::size_t>> wanted;
        for (const GroundingTask& task : tasks) wanted.push_back(select_phrases(task));
        require_same_work(team, describe_work(tasks, wanted));
        share_work(
            team, tasks.size(), workers,
            [&](std::size_t i, const std::stop_token& stop) { return work_on(tasks[i], wanted[i], stop); },
            [&](std::size_t i, Outcome&& outcome) {
                progress_.photo = tasks[i].photo;
                take(outcome);
                ++progress_.done;
                report();
            },
            ResultBytes<Outcome>{pack, [](std::size_t, const std::string& bytes) { return unpack(bytes); }},
            handlers_.handed_over, token_);
    }

    BatchSummary summary;

 private:
    /// Of the work on a photo.
    struct Outcome {
        std::optional<GroundedPhoto> photo;       ///< unless it was drawn, is skipped or failed
        std::string drawn;                        ///< what `draw` returned
        std::size_t phrases = 0;                  ///< grounded
        std::vector<GroundingFailure> failures;   ///< of phrases
        std::optional<GroundingFailure> failure;  ///< of the whole photo
        bool skipped = false;
    };

    static json to_json(const GroundingFailure& failure) {
        return {failure.photo.string(), failure.phrase, failure.reason};
    }
    static GroundingFailure to_failure(const json& failure) {
        return {failure.at(0).get<std::string>(), failure.at(1), failure.at(2)};
    }
    /// Of a photo that was drawn, is skipped or failed.
    static std::string pack(const Outcome& outcome) {
        json failures = json::array();
        for (const GroundingFailure& failure : outcome.failures) failures.push_back(to_json(failure));
        return packed({outcome.drawn, outcome.phrases, failures,
                       outcome.failure ? to_json(*outcome.failure) : json(), outcome.skipped});
    }
    static Outcome unpack(const std::string& bytes) {
        const json value = unpacked(bytes);
        Outcome outcome{.photo = {},
                        .drawn = value.at(0),
                        .phrases = value.at(1),
                        .failures = {},
                        .failure = {},
                        .skipped = value.at(4)};
        for (const json& failure : value.at(2)) outcome.failures.push_back(to_failure(failure));
        if (!value.at(3).is_null()) outcome.failure = to_failure(value.at(3));
        return outcome;
    }
    static std::string describe_work(std::span<const GroundingTask> tasks,
                                     std::span<const std::vector<std::size_t>> wanted) {
        std::string text;
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            text += joined_key({tasks[i].photo.string(), std::to_string(wanted[i].size())});
            for (const std::size_t number : wanted[i]) text += joined_key({tasks[i].phrases[number]});
        }
        return text;
    }

    /// In any thread.
    Outcome work_on(const GroundingTask& task, const std::vector<std::size_t>& wanted,
                    const std::stop_token& stop) const {
        Outcome outcome;
        outcome.skipped = wanted.empty();
        if (outcome.skipped) return outcome;
        try {
            outcome.photo.emplace(ground(task, wanted, stop));
        } catch (const Error& error) {
            outcome.failure = {task.photo, {}, error.what()};
            return outcome;
        }
        outcome.phrases = outcome.photo->groundings.size();
        outcome.failures = outcome.photo->failures;
        if (handlers_.draw) {
            // An error in the handler is not a failure of the photo: it ends the batch.
            outcome.drawn = handlers_.draw(*outcome.photo);
            outcome.photo.reset();
        }
        return outcome;
    }

    void take(const Outcome& outcome) {
        if (outcome.skipped) {
            ++progress_.skipped;
            ++summary.skipped;
            return;
        }
        if (outcome.failure || !outcome.failures.empty()) ++progress_.failed;
        summary.failures.insert(summary.failures.end(), outcome.failures.begin(), outcome.failures.end());
        if (outcome.failure) {
            summary.failures.push_back(*outcome.failure);
            if (handlers_.failed) handlers_.failed(*outcome.failure);
        } else {
            ++summary.photos;
            summary.phrases += outcome.phrases;
            if (handlers_.draw)
                handlers_.drawn(outcome.drawn);
            else
                handlers_.photo(*outcome.photo);
        }
        ++worked_;
    }

    std::vector<std::size_t> select_phrases(const GroundingTask& task) const {
        if (handlers_.wanted) return handlers_.wanted(task);
        std::vector<std::size_t> all(task.phrases.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        return all;
    }

    GroundedPhoto ground(const GroundingTask& task, const std::vector<std::size_t>& wanted,
                         const std::stop_token& stop) const {
        GroundedPhoto photo{task, std::make_shared<const Image>(load_image(task.photo)), wanted, {}, {}, 0};
        const auto session = grounder_.open(*photo.image, {}, stop);
        photo.encode_milliseconds = session->encode_milliseconds();
        std::vector<std::string> phrases;
        for (const std::size_t number : photo.numbers) phrases.push_back(task.phrases[number]);
        try {
            photo.groundings = session->ground(phrases, stop);
        } catch (const Error&) {
            ground_one_by_one(*session, photo, stop);
        }
        return photo;
    }

    /// Grounds phrases individually, so that a bad phrase does not affect the others.
    static void ground_one_by_one(GroundingSession& session, GroundedPhoto& photo,
                                  const std::stop_token& stop) {
        std::vector<std::size_t> good;
        for (const std::size_t number : photo.numbers) {
            const std::string& phrase = photo.task.phrases[number];
            try {
                photo.groundings.push_back(session.ground(phrase, stop));
                good.push_back(number);
            } catch (const Error& error) {
                photo.failures.push_back({photo.task.photo, phrase, error.what()});
            }
        }
        if (good.empty()) throw Error(photo.failures.front().reason);
        photo.numbers = std::move(good);
    }

    void report() {
        if (worked_ == 1 && !clock_) clock_.emplace(token_);
        if (clock_ && worked_ > 1) {
            const double elapsed = clock_->seconds();
            progress_.photos_per_second = elapsed > 0 ? static_cast<double>(worked_ - 1) / elapsed : 0;
            if (progress_.photos_per_second > 0)
                progress_.seconds_left =
                    static_cast<double>(progress_.total - progress_.done) / progress_.photos_per_second;
        }
        if (handlers_.progress) handlers_.progress(progress_);
    }

    Grounder& grounder_;
    const BatchHandlers& handlers_;
    const WorkToken& token_;
    BatchProgress progress_;
    std::size_t worked_ = 0;          ///< photos not skipped, for the rate
    std::optional<WorkClock> clock_;  ///< since the first of them was finished
};

}  // namespace

BatchSummary ground_batch(Grounder& grounder, std::span<const GroundingTask> tasks,
                          const BatchHandlers& handlers, const WorkToken& token, Team& team) {
    if (token.stop_requested()) throw Cancelled();
    Batch batch(grounder, handlers, tasks.size(), token);
    batch.run(tasks, grounder.concurrent() ? cpu_workers(tasks.size()) : Workers(), team);
    return std::move(batch.summary);
}

}  // namespace gbs
