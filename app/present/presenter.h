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

/// Walks through a script, without a widget: reads the photos and makes the maps, those of the next slide
/// ahead. Has a model of its own, so that what the window shows stays as it is.
class Presenter : public QObject {
    Q_OBJECT

 public:
    /// `script` has at least one slide; `place` is one of its places.
    Presenter(Script script, GrounderFactory factory, ScriptPlace place = {}, QObject* parent = nullptr);

    const Script& script() const { return script_; }
    ScriptPlace place() const { return place_; }
    const Slide& slide() const { return script_.slides[place_.slide]; }
    QString phrase() const;  ///< of this place; empty where the slide has none

    bool next();      ///< false at the end
    bool previous();  ///< false at the beginning
    void go_to(ScriptPlace place);

    const Photo& photo() const;                   ///< of this slide; empty until it was read
    const widgets::PhraseLayers* layers() const;  ///< of this place; null until they are made
    QString trouble() const;  ///< why photo or maps are missing; empty: they are there or being made
    bool is_ready(std::size_t slide) const;

 Q_SIGNALS:
    void changed();  ///< the place, or what is known of it

 private:
    struct Prepared {
        Photo photo;
        QString photo_trouble;
        QHash<QString, widgets::PhraseLayers> layers;
        QHash<QString, QString> troubles;  ///< by phrase
    };

    void connect_workers();
    void prepare();
    bool prepare(std::size_t slide);
    QStringList missing_phrases(std::size_t slide) const;
    const Prepared* prepared(std::size_t slide) const;
    Prepared* grounded_slide(quint64 id);

    Script script_;
    ScriptPlace place_;
    std::map<std::size_t, Prepared> prepared_;  ///< this slide and its neighbors
    std::optional<std::size_t> reading_, grounding_;
    bool has_model_ = false;
    QString model_trouble_;
    quint64 request_id_ = 0;
    PhotoLoader loader_;
    GroundingWorker worker_;
};

}  // namespace gbs::app
