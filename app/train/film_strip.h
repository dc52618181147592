// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QObject>
#include <QString>
#include <functional>
#include <memory>

#include "app/base/latest_wins.h"
#include "core/model/grounding_session.h"

namespace gbs::app {

/// Loads a checkpoint; may be slow and may throw Error. Called in the strip's worker.
using CheckpointLoader = std::function<std::shared_ptr<Grounder>(const QString& path)>;

enum class StripMap { mean, gbs, i2t };

struct FilmStripWish {
    quint64 id = 0;
    QString run;
    QString photo;
    QString phrase;
    StripMap map = StripMap::mean;
};

/// The phrase's map under one checkpoint, over the photo.
struct FilmFrame {
    qint64 step = 0;
    bool best = false;
    QImage picture;
    float peak = 0;
    QString problem;  ///< why there is no picture
};

/// Grounds one phrase with each checkpoint of a run, one after the other, in a worker. A newer wish, or
/// `cancel`, ends that.
class FilmStrip : public QObject {
    Q_OBJECT

 public:
    static constexpr int side = 320;  ///< of a picture, the longer one

    explicit FilmStrip(CheckpointLoader load, QObject* parent = nullptr);
    ~FilmStrip() override;

    /// Its id, which the signals carry.
    quint64 request(FilmStripWish wish);
    void cancel();

 Q_SIGNALS:
    void began(quint64 id, int frames);
    void framed(quint64 id, const gbs::app::FilmFrame& frame);
    void finished(quint64 id, const QString& problem);

 private:
    void handle(const FilmStripWish& wish, const std::stop_token& stop);

    CheckpointLoader load_;
    quint64 last_id_ = 0;
    LatestWins<FilmStripWish> worker_;
};

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::app::FilmFrame)
