// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QObject>
#include <QString>
#include <functional>
#include <memory>

#include "app/base/task_queue.h"
#include "app/session/photo.h"
#include "core/image/map_look.h"
#include "core/model/grounding_session.h"

namespace gbs::app {

/// Loads a checkpoint. May be slow and may throw Error. Called in the worker.
using CheckpointLoader = std::function<std::shared_ptr<Grounder>(const QString& path)>;

enum class StripMap { mean, gbs, i2t };

struct FilmStripRequest {
    quint64 id = 0;
    QString run;
    QString photo;
    QString phrase;
    StripMap map = StripMap::mean;
    MapLook look{};
};

/// The map of the phrase for one checkpoint, drawn over the photo.
struct FilmFrame {
    qint64 step = 0;
    bool best = false;
    QImage picture;
    float peak = 0;
    QString problem;  ///< why the picture is missing
};

/// Grounds one phrase with each checkpoint of a run in the background. A new request or cancel() stops it.
class FilmStrip : public QObject {
    Q_OBJECT

 public:
    static constexpr int side = 320;  ///< longer side of a picture in pixels

    explicit FilmStrip(CheckpointLoader load, QObject* parent = nullptr);

    /// Returns the id that the signals carry.
    quint64 request(FilmStripRequest request);
    void cancel() { tasks_.stop(); }

 Q_SIGNALS:
    void began(quint64 id, int frames);
    void framed(quint64 id, const gbs::app::FilmFrame& frame);
    void finished(quint64 id, const QString& problem);

 private:
    void handle(const FilmStripRequest& request, const std::stop_token& stop);
    FilmFrame make_frame(const FilmStripRequest& request, const Photo& photo, const QString& model,
                         const std::stop_token& stop);

    CheckpointLoader load_;
    quint64 last_id_ = 0;
    TaskQueue tasks_{TaskOrder::latest};
};

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::app::FilmFrame)
