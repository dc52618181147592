// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

#include "app/base/task_queue.h"
#include "app/session/photo.h"
#include "core/model/grounding_session.h"
#include "widgets/canvas/heatmap_canvas.h"

namespace gbs::app {

/// Loads a model; slow, may throw Error. Called in the worker's thread.
using GrounderFactory = std::function<std::shared_ptr<Grounder>()>;

/// Phrases to ground on a photo, the most urgent first. Signals carry the id.
struct GroundingRequest {
    quint64 id = 0;
    Photo photo;
    QStringList phrases;  ///< empty: only encode the photo, so that the first phrase is quick
};

/// The maps of one phrase and the time they took.
struct PhraseResult {
    QString phrase;
    widgets::PhraseLayers layers;
    double milliseconds = 0;
};

/// Owns the model and runs it in one thread. A new request replaces the waiting one and cancels the running
/// one, except that a photo that is still needed continues to be encoded. When idle it encodes photos ahead.
/// Signals are emitted from that thread: connect them queued (the default).
class GroundingWorker : public QObject {
    Q_OBJECT

 public:
    explicit GroundingWorker(QObject* parent = nullptr);
    ~GroundingWorker() override;

    /// Replaces the model; on failure the old one is kept.
    void load(GrounderFactory factory);
    void submit(const GroundingRequest& request);
    /// Encodes a photo into the model's cache when idle; a request interrupts this. At most two photos wait.
    void encode_ahead(const Photo& photo);
    void forget_ahead();

 Q_SIGNALS:
    void model_ready(const gbs::ModelInfo& info);
    void model_failed(const QString& reason);
    void activity(const QString& what);  ///< empty: idle
    void encoded(quint64 id, double milliseconds);
    void started(quint64 id, const QString& phrase);
    void grounded(quint64 id, const gbs::app::PhraseResult& result);
    void failed(quint64 id, const QString& phrase,
                const QString& reason);  ///< empty phrase: the photo failed
    void finished(quint64 id);
    void encoded_ahead(const QString& path);

 private:
    void run(const std::stop_token& quit);
    void load_model(const GrounderFactory& factory);
    void handle(const GroundingRequest& request, const std::stop_token& quit);
    void handle_ahead(const Photo& photo, std::stop_token stop);
    bool has_work() const;
    void open(const GroundingRequest& request, std::stop_token stop);
    void ground(const GroundingRequest& request, const QStringList& phrases, std::stop_token stop);
    bool is_superseded(const std::stop_token& quit);
    void stop_all();

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<GrounderFactory> next_model_;
    std::optional<GroundingRequest> next_request_;
    std::deque<Photo> ahead_;
    QString running_key_;  ///< of the photo of the running request
    QString ahead_key_;    ///< of the photo being encoded ahead
    std::stop_source stop_encoding_, stop_grounding_, stop_ahead_;

    // Used in the worker's thread only.
    std::shared_ptr<Grounder> grounder_;  ///< set under the mutex; other threads may test it for null
    std::unique_ptr<GroundingSession> session_;
    QString session_key_;

    TaskQueue thread_;  ///< runs one endless task; last: it uses all of the above
};

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::ModelInfo)
Q_DECLARE_METATYPE(gbs::app::PhraseResult)
