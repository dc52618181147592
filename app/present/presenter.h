// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <functional>
#include <map>
#include <optional>

#include "app/present/script.h"
#include "app/session/grounding_worker.h"
#include "app/session/photo_loader.h"

namespace gbs::app {

/// Steps through a script: reads the photos and computes the maps of the current slide and, ahead of time, of
/// the next one. Loads its own model, so that the main window is not disturbed.
class Presenter : public QObject {
    Q_OBJECT

 public:
    /// `script` has at least one slide; `place` is one of its places.
    Presenter(Script script, GrounderFactory factory, ScriptPlace place = {}, QObject* parent = nullptr);

    const Script& script() const { return script_; }
    ScriptPlace place() const { return place_; }
    const Slide& slide() const { return script_.slides[place_.slide]; }
    QString phrase() const;  ///< current phrase; empty if the slide has none

    bool next();      ///< false at the end
    bool previous();  ///< false at the beginning
    void go_to(ScriptPlace place);
    /// Adds a phrase to the current slide after the current one, and goes to it.
    void add_phrase(const QString& phrase);

    const Photo& photo() const;                   ///< of the current slide; empty until read
    const widgets::PhraseLayers* layers() const;  ///< of the current phrase; null until computed
    QString problem() const;                      ///< why the photo or the maps are missing; empty otherwise

 Q_SIGNALS:
    void changed();  ///< the place, its photo, maps or problem

 private:
    struct Prepared {
        Photo photo;
        QString photo_problem;
        QHash<QString, widgets::PhraseLayers> layers;
        QHash<QString, QString> problems;  ///< by phrase
    };

    void connect_workers();
    void prepare();
    bool prepare(std::size_t slide);
    QStringList missing_phrases(std::size_t slide) const;
    const Prepared* prepared(std::size_t slide) const;
    Prepared* grounded_slide(quint64 id);

    Script script_;
    ScriptPlace place_;
    std::map<std::size_t, Prepared> prepared_;  ///< the current slide and its neighbors
    std::optional<std::size_t> reading_, grounding_;
    bool has_model_ = false;
    QString model_problem_;
    quint64 request_id_ = 0;
    PhotoLoader loader_;
    GroundingWorker worker_;
};

}  // namespace gbs::app
