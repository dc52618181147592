// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCache>
#include <QHash>
#include <QObject>
#include <optional>

#include "app/session/grounding_worker.h"
#include "widgets/lists/phrase_model.h"

namespace gbs::app {

/// One model at work: it is loaded, grounds the phrases that are wanted on the photo that is shown, and its
/// maps are kept by photo and phrase, bounded in bytes, so that going back costs nothing.
class ModelSlot : public QObject {
    Q_OBJECT

 public:
    explicit ModelSlot(QObject* parent = nullptr);

    void load(GrounderFactory factory);
    void set_cache_bytes(qint64 bytes);  ///< of finished maps
    bool has_model() const { return info_.has_value(); }
    const std::optional<ModelInfo>& info() const { return info_; }
    /// Makes the model in use once more, for work beside the window; empty while there is none.
    const GrounderFactory& factory() const { return factory_; }
    bool loading() const { return loading_; }
    bool busy() const { return loading_ || grounding_; }
    const QString& activity() const { return activity_; }  ///< what the worker does; empty: nothing
    double encode_milliseconds() const { return encode_milliseconds_; }  ///< of the photo; 0: not known

    /// What is to be grounded, the most wanted first; phrases whose maps are known or that failed on this
    /// photo are left out. Replaces what was wanted before. With no phrase the photo is encoded. While a
    /// model loads, the wish waits for it.
    void want(const Photo& photo, const QStringList& phrases);
    /// Puts a photo that may be wanted soon into the cache of the model when there is nothing else to do.
    void encode_ahead(const Photo& photo) { worker_.encode_ahead(photo); }
    /// The maps of a phrase on a photo, or null while there are none.
    const widgets::PhraseLayers* layers(const Photo& photo, const QString& phrase) const;
    widgets::PhraseState state(const Photo& photo, const QString& phrase) const;
    QString failure(const QString& phrase) const { return failures_.value(phrase); }
    /// Forgets that the phrase failed, or its maps: it is grounded again when it is next wanted.
    void forget(const Photo& photo, const QString& phrase);

 Q_SIGNALS:
    void model_ready(const gbs::ModelInfo& info);  ///< all maps of the old one are gone
    void model_failed(const QString& reason);      ///< the old one is kept
    void phrase_started(const QString& phrase);
    void phrase_grounded(const QString& phrase, double milliseconds);
    void phrase_failed(const QString& phrase, const QString& reason);
    void photo_failed(const QString& reason);  ///< it could not be encoded
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
    QStringList wanted_;
    QString computing_;
    quint64 request_id_ = 0;
    QHash<QString, QString> failures_;                ///< phrase -> why, on `photo_`
    QCache<QString, widgets::PhraseLayers> results_;  ///< costs in bytes
    GroundingWorker worker_;
};

}  // namespace gbs::app
