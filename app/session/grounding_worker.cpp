// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/grounding_worker.h"

#include <QFileInfo>
#include <algorithm>

#include "app/base/convert.h"
#include "core/base/error.h"

namespace gbs::app {

namespace {

/// Phrases per batch after the first phrase: batches are cheaper, and a new request waits for one at most.
constexpr qsizetype batch_size = 8;

/// The next photo and the previous one.
constexpr std::size_t max_ahead = 2;

}  // namespace

GroundingWorker::GroundingWorker(QObject* parent) : QObject(parent) {
    thread_.submit([this](const std::stop_token& quit) { run(quit); });
}

GroundingWorker::~GroundingWorker() {
    thread_.stop();
    const std::lock_guard lock(mutex_);
    stop_all();
}

/// The mutex must be held.
void GroundingWorker::stop_all() {
    stop_encoding_.request_stop();
    stop_grounding_.request_stop();
    stop_ahead_.request_stop();
}

void GroundingWorker::load(GrounderFactory factory) {
    {
        const std::lock_guard lock(mutex_);
        next_model_ = std::move(factory);
        stop_all();
    }
    wake_.notify_one();
}

void GroundingWorker::submit(const GroundingRequest& request) {
    {
        const std::lock_guard lock(mutex_);
        next_request_ = request;
        stop_grounding_.request_stop();
        if (running_key_ != request.photo.key) stop_encoding_.request_stop();
        if (ahead_key_ != request.photo.key) stop_ahead_.request_stop();
    }
    wake_.notify_one();
}

void GroundingWorker::encode_ahead(const Photo& photo) {
    {
        const std::lock_guard lock(mutex_);
        ahead_.push_back(photo);
        if (ahead_.size() > max_ahead) ahead_.pop_front();
    }
    wake_.notify_one();
}

void GroundingWorker::forget_ahead() {
    const std::lock_guard lock(mutex_);
    ahead_.clear();
    ahead_key_.clear();
    stop_ahead_.request_stop();
}

bool GroundingWorker::has_work() const {
    return next_model_ || next_request_ || (grounder_ && !ahead_.empty());
}

bool GroundingWorker::is_superseded(const std::stop_token& quit) {
    const std::lock_guard lock(mutex_);
    return next_model_ || next_request_ || quit.stop_requested();
}

void GroundingWorker::run(const std::stop_token& quit) {
    while (true) {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, quit, [this] { return has_work(); });
        if (quit.stop_requested()) return;
        if (next_model_) {
            const GrounderFactory factory = std::move(*next_model_);
            next_model_.reset();
            lock.unlock();
            load_model(factory);
            continue;
        }
        if (!next_request_) {
            const Photo photo = std::move(ahead_.front());
            ahead_.pop_front();
            ahead_key_ = photo.key;
            stop_ahead_ = std::stop_source();
            const std::stop_token stop = stop_ahead_.get_token();
            lock.unlock();
            handle_ahead(photo, stop);
            lock.lock();
            ahead_key_.clear();
            continue;
        }
        const GroundingRequest request = std::move(*next_request_);
        next_request_.reset();
        running_key_ = request.photo.key;
        stop_encoding_ = std::stop_source();
        stop_grounding_ = std::stop_source();
        lock.unlock();
        handle(request, quit);
        lock.lock();
        running_key_.clear();
    }
}

void GroundingWorker::load_model(const GrounderFactory& factory) {
    try {
        Q_EMIT activity(tr("Loading the model…"));
        const std::shared_ptr<Grounder> grounder = factory();
        Q_EMIT activity(tr("Warming up on %1…").arg(QString::fromStdString(grounder->info().device)));
        grounder->warm_up();
        session_.reset();
        session_key_.clear();
        {
            const std::lock_guard lock(mutex_);
            grounder_ = grounder;
        }
        Q_EMIT model_ready(grounder->info());
    } catch (const std::exception& error) {
        Q_EMIT model_failed(QString::fromUtf8(error.what()));
    }
    Q_EMIT activity({});
}

void GroundingWorker::handle(const GroundingRequest& request, const std::stop_token& quit) {
    std::stop_token stop_encoding, stop_grounding;
    {
        const std::lock_guard lock(mutex_);
        stop_encoding = stop_encoding_.get_token();
        stop_grounding = stop_grounding_.get_token();
    }
    try {
        if (!grounder_) throw Error(tr("No model is loaded.").toStdString());
        open(request, stop_encoding);
        for (qsizetype begin = 0; begin < request.phrases.size();) {
            if (is_superseded(quit)) return;
            const qsizetype count = begin == 0 ? 1 : batch_size;
            ground(request, request.phrases.mid(begin, count), stop_grounding);
            begin += count;
        }
        Q_EMIT activity({});
        Q_EMIT finished(request.id);
    } catch (const Cancelled&) {
        // The newer request reports its own results.
        Q_EMIT activity({});
    } catch (const std::exception& error) {
        Q_EMIT activity({});
        Q_EMIT failed(request.id, {}, QString::fromUtf8(error.what()));
        Q_EMIT finished(request.id);
    }
}

void GroundingWorker::handle_ahead(const Photo& photo, std::stop_token stop) {
    try {
        // Fills the model's cache under this key; the session itself is not needed.
        grounder_->open(*photo.image, photo.key.toStdString(), stop);
        Q_EMIT encoded_ahead(photo.path);
    } catch (const Cancelled&) {
        // Try again later, unless forget_ahead() was called.
        const std::lock_guard lock(mutex_);
        if (ahead_key_ == photo.key && ahead_.size() < max_ahead) ahead_.push_front(photo);
    } catch (const std::exception&) {
        // Reported when the user opens the photo.
    }
}

void GroundingWorker::open(const GroundingRequest& request, std::stop_token stop) {
    if (session_ && session_key_ == request.photo.key) return;
    session_.reset();
    session_key_.clear();
    Q_EMIT activity(tr("Encoding %1…").arg(QFileInfo(request.photo.path).fileName()));
    session_ = grounder_->open(*request.photo.image, request.photo.key.toStdString(), stop);
    session_key_ = request.photo.key;
    Q_EMIT encoded(request.id, session_->encode_milliseconds());
}

void GroundingWorker::ground(const GroundingRequest& request, const QStringList& phrases,
                             std::stop_token stop) {
    Q_EMIT activity(phrases.size() == 1
                        ? tr("Grounding “%1”…").arg(phrases.front())
                        : tr("Grounding %n phrase(s)…", nullptr, static_cast<int>(phrases.size())));
    for (const QString& phrase : phrases) Q_EMIT started(request.id, phrase);
    std::vector<std::string> texts;
    for (const QString& phrase : phrases) texts.push_back(phrase.toStdString());
    try {
        const std::vector<Grounding> groundings = session_->ground(texts, stop);
        for (std::size_t i = 0; i < groundings.size(); ++i)
            Q_EMIT grounded(request.id,
                            {phrases[static_cast<qsizetype>(i)],
                             to_layers(groundings[i], request.photo.size()), groundings[i].milliseconds});
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception& error) {
        if (phrases.size() == 1) {
            Q_EMIT failed(request.id, phrases.front(), QString::fromUtf8(error.what()));
            return;
        }
        // One bad phrase must not fail the others.
        for (const QString& phrase : phrases) ground(request, {phrase}, stop);
    }
}

}  // namespace gbs::app
