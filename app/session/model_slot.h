// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCache>
#include <QHash>
#include <QObject>
#include <optional>

#include "app/session/grounding_worker.h"
#include "widgets/lists/phrase_model.h"

namespace gbs::app {

/// One loaded model. It grounds the requested phrases on the shown photo and caches the maps by photo and
/// phrase, bounded in bytes.
class ModelSlot : public QObject {
    Q_OBJECT

 public:
    explicit ModelSlot(QObject* parent = nullptr);

    void load(GrounderFactory factory);
    void set_cache_bytes(qint64 bytes);  ///< limit of the cache of maps
    bool has_model() const { return info_.has_value(); }
    const std::optional<ModelInfo>& info() const { return info_; }
    /// Empty without a model. With the folder that tells it apart if `beside` (may be null) has the same name: the models of
    /// all runs may be called "best".
    QString name_beside(const ModelSlot* beside) const;
    /// Loads the current model again, for jobs next to the window; empty while no model is loaded.
    const GrounderFactory& factory() const { return factory_; }
    bool loading() const { return loading_; }
    bool busy() const { return loading_ || grounding_; }
    const QString& activity() const { return activity_; }                ///< for the user; empty: idle
    double encode_milliseconds() const { return encode_milliseconds_; }  ///< of the photo; 0: unknown

    /// Requests the maps of phrases, the most urgent first, and replaces the previous request. Cached phrases
    /// and those that failed on this photo are skipped. Without phrases only the photo is encoded. While a
    /// model loads, the request waits.
    void request(const Photo& photo, const QStringList& phrases);
    /// Encodes a photo into the model's cache when idle.
    void encode_ahead(const Photo& photo) { worker_.encode_ahead(photo); }
    /// The maps of a phrase on a photo; null if they are not cached.
    const widgets::PhraseLayers* layers(const Photo& photo, const QString& phrase) const;
    widgets::PhraseState state(const Photo& photo, const QString& phrase) const;
    QString failure(const QString& phrase) const { return failures_.value(phrase); }
    /// Removes the phrase's maps or its failure, so that the next request grounds it again.
    void forget(const Photo& photo, const QString& phrase);

 Q_SIGNALS:
    void model_ready(const gbs::ModelInfo& info);  ///< the maps of the old model have been removed
    void model_failed(const QString& reason);      ///< the old model is kept
    void phrase_started(const QString& phrase);
    void phrase_grounded(const QString& phrase, double milliseconds);
    void phrase_failed(const QString& phrase, const QString& reason);
    void photo_failed(const QString& reason);  ///< the photo could not be encoded
    void activity_changed();
    void encoded_ahead(const QString& path);

 private:
    void connect_worker();
    void submit();
    void accept(const PhraseResult& result);

    std::optional<ModelInfo> info_;
    GrounderFactory factory_, loading_factory_;
    bool loading_ = false;
    bool grounding_ = false;
    QString activity_;
    double encode_milliseconds_ = 0;
    Photo photo_;
    QStringList requested_;
    QString computing_;
    quint64 request_id_ = 0;
    QHash<QString, QString> failures_;                ///< phrase -> reason, on `photo_`
    QCache<QString, widgets::PhraseLayers> results_;  ///< cost in bytes
    GroundingWorker worker_;
};

}  // namespace gbs::app
