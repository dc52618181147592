// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QObject>
#include <QStringList>
#include <memory>
#include <optional>

#include "app/base/task_queue.h"
#include "app/session/grounding_worker.h"
#include "app/session/photo.h"
#include "core/image/map_look.h"

namespace gbs::app {

/// One phrase on one photo.
struct ScoredPhoto {
    QString path;
    float peak = 0;  ///< of the mean map
    std::optional<float> strength{};
    QImage picture;   ///< the map over the photo
    QString problem;  ///< why the picture is missing
};

/// Grounds one phrase in many photos in the background, with a model of its own. A new request stops the last one. It
/// can be paused between photos.
class ScoreJob : public QObject {
    Q_OBJECT

 public:
    static constexpr int side = 150;  ///< of a picture, in pixels

    using QObject::QObject;

    /// The model of the following requests.
    void set_model(GrounderFactory factory);
    void start(const QStringList& photos, const QString& phrase, const MapLook& look);
    void stop();
    void pause() { tasks_.pause(); }
    void resume() { tasks_.resume(); }

 Q_SIGNALS:
    void scored(const gbs::app::ScoredPhoto& photo);
    void finished(const QString& problem);  ///< empty: all photos were scored

 private:
    /// Loaded and used by the thread of the tasks alone.
    struct Model {
        GrounderFactory factory;
        std::shared_ptr<Grounder> grounder;
    };
    std::shared_ptr<Model> model_ = std::make_shared<Model>();
    TaskQueue tasks_{TaskOrder::latest};
};

}  // namespace gbs::app
