// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/batch_grounding.h"

#include <chrono>
#include <numeric>

#include "core/base/error.h"

namespace gbs {
namespace {

class Batch {
 public:
    Batch(Grounder& grounder, const BatchHandlers& handlers, std::size_t total, std::stop_token stop)
        : grounder_(grounder), handlers_(handlers), stop_(std::move(stop)) {
        progress_.total = total;
    }

    void run(std::span<const GroundingTask> tasks) {
        report();
        for (const GroundingTask& task : tasks) {
            if (stop_.stop_requested()) throw Cancelled();
            progress_.photo = task.photo;
            do_photo(task);
            ++progress_.done;
            report();
        }
    }

    BatchSummary summary;

 private:
    void do_photo(const GroundingTask& task) {
        std::vector<std::size_t> wanted = select_phrases(task);
        if (wanted.empty()) {
            ++progress_.skipped;
            ++summary.skipped;
            return;
        }
        const std::optional<GroundedPhoto> photo = try_photo(task, std::move(wanted));
        // An error in the handler is not a failure of the photo: it ends the batch.
        if (photo) handlers_.photo(*photo);
        ++worked_;
    }

    std::optional<GroundedPhoto> try_photo(const GroundingTask& task, std::vector<std::size_t> wanted) {
        try {
            GroundedPhoto photo = ground(task, std::move(wanted));
            if (!photo.failures.empty()) ++progress_.failed;
            summary.failures.insert(summary.failures.end(), photo.failures.begin(), photo.failures.end());
            ++summary.photos;
            summary.phrases += photo.groundings.size();
            return photo;
        } catch (const Error& error) {
            ++progress_.failed;
            summary.failures.push_back({task.photo, {}, error.what()});
        }
        if (handlers_.failed) handlers_.failed(summary.failures.back());
        return std::nullopt;
    }

    std::vector<std::size_t> select_phrases(const GroundingTask& task) const {
        if (handlers_.wanted) return handlers_.wanted(task);
        std::vector<std::size_t> all(task.phrases.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        return all;
    }

    GroundedPhoto ground(const GroundingTask& task, std::vector<std::size_t> wanted) {
        GroundedPhoto photo{
            task, std::make_shared<const Image>(load_image(task.photo)), std::move(wanted), {}, {}, 0};
        const auto session = grounder_.open(*photo.image, {}, stop_);
        photo.encode_milliseconds = session->encode_milliseconds();
        std::vector<std::string> phrases;
        for (const std::size_t number : photo.numbers) phrases.push_back(task.phrases[number]);
        try {
            photo.groundings = session->ground(phrases, stop_);
        } catch (const Error&) {
            ground_one_by_one(*session, photo);
        }
        return photo;
    }

    /// Grounds phrases individually, so that a bad phrase does not affect the others.
    void ground_one_by_one(GroundingSession& session, GroundedPhoto& photo) {
        std::vector<std::size_t> good;
        for (const std::size_t number : photo.numbers) {
            const std::string& phrase = photo.task.phrases[number];
            try {
                photo.groundings.push_back(session.ground(phrase, stop_));
                good.push_back(number);
            } catch (const Error& error) {
                photo.failures.push_back({photo.task.photo, phrase, error.what()});
            }
        }
        if (good.empty()) throw Error(photo.failures.front().reason);
        photo.numbers = std::move(good);
    }

    void report() {
        const auto now = std::chrono::steady_clock::now();
        if (worked_ == 1 && !start_) start_ = now;
        if (start_ && worked_ > 1) {
            const double elapsed = std::chrono::duration<double>(now - *start_).count();
            progress_.photos_per_second = elapsed > 0 ? static_cast<double>(worked_ - 1) / elapsed : 0;
            if (progress_.photos_per_second > 0)
                progress_.seconds_left =
                    static_cast<double>(progress_.total - progress_.done) / progress_.photos_per_second;
        }
        if (handlers_.progress) handlers_.progress(progress_);
    }

    Grounder& grounder_;
    const BatchHandlers& handlers_;
    std::stop_token stop_;
    BatchProgress progress_;
    std::size_t worked_ = 0;                                      ///< photos not skipped, for the rate
    std::optional<std::chrono::steady_clock::time_point> start_;  ///< when the first of them was finished
};

}  // namespace

BatchSummary ground_batch(Grounder& grounder, std::span<const GroundingTask> tasks,
                          const BatchHandlers& handlers, std::stop_token stop) {
    if (stop.stop_requested()) throw Cancelled();
    grounder.warm_up();
    Batch batch(grounder, handlers, tasks.size(), std::move(stop));
    batch.run(tasks);
    return std::move(batch.summary);
}

}  // namespace gbs
