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
#include <thread>

#include "app/session/photo.h"
#include "core/model/grounding_session.h"
#include "widgets/canvas/heatmap_canvas.h"

namespace gbs::app {

/// Makes a model ready to use; may be slow and may throw Error. Called in the worker's thread.
using GrounderFactory = std::function<std::shared_ptr<Grounder>()>;

/// Phrases to ground on a photo, the most wanted first. Answers carry its id.
struct GroundingRequest {
    quint64 id = 0;
    Photo photo;
    QStringList phrases;  ///< none: the photo is encoded so that the first phrase is quick
};

/// The layers of one phrase with the time that they took.
struct PhraseResult {
    QString phrase;
    widgets::PhraseLayers layers;
    double milliseconds = 0;
};

/// One thread that owns the model. The newest request replaces one that waits and cancels one that runs, but
/// the encoding of a photo that is still wanted goes on. Photos that may be wanted soon are encoded when
/// there is nothing else to do. Signals come from that thread: connect them queued (the default).
class GroundingWorker : public QObject {
    Q_OBJECT

 public:
    explicit GroundingWorker(QObject* parent = nullptr);
    ~GroundingWorker() override;

    /// Replaces the model; the old one is kept when this fails.
    void load(GrounderFactory factory);
    void submit(const GroundingRequest& request);
    /// Puts a photo into the cache of the model when idle; a request interrupts that. At most two wait.
    void encode_ahead(const Photo& photo);
    void forget_ahead();

 Q_SIGNALS:
    void model_ready(const gbs::ModelInfo& info);
    void model_failed(const QString& reason);
    void activity(const QString& what);  ///< empty: idle
    void encoded(quint64 id, double milliseconds);
    void started(quint64 id, const QString& phrase);
    void grounded(quint64 id, const gbs::app::PhraseResult& result);
    void failed(quint64 id, const QString& phrase, const QString& reason);  ///< no phrase: the photo itself
    void finished(quint64 id);
    void encoded_ahead(const QString& path);

 private:
    void run(std::stop_token quit);
    void load_model(const GrounderFactory& factory);
    void handle(const GroundingRequest& request);
    void handle_ahead(const Photo& photo, std::stop_token stop);
    bool something_waits() const;
    void open(const GroundingRequest& request, std::stop_token stop);
    void ground(const GroundingRequest& request, const QStringList& phrases, std::stop_token stop);
    bool newer_waits();

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<GrounderFactory> next_model_;
    std::optional<GroundingRequest> next_request_;
    std::deque<Photo> ahead_;
    QString running_key_;  ///< of the photo being worked on
    QString ahead_key_;    ///< of the photo that is encoded ahead
    std::stop_source stop_encoding_, stop_grounding_, stop_ahead_;

    // The worker's own.
    std::shared_ptr<Grounder>
        grounder_;  ///< set under the mutex, so that others may see whether there is one
    std::unique_ptr<GroundingSession> session_;
    QString session_key_;

    std::jthread thread_;  ///< last: it uses all of the above
};

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::ModelInfo)
Q_DECLARE_METATYPE(gbs::app::PhraseResult)
