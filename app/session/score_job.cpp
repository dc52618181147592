// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/score_job.h"

#include "app/base/convert.h"
#include "app/session/map_picture.h"

namespace gbs::app {

namespace {

ScoredPhoto score(Grounder& grounder, const QString& path, const QString& phrase, const MapLook& look,
                  const std::stop_token& stop) {
    ScoredPhoto scored;
    scored.path = path;
    try {
        const Photo photo = read_photo(path);
        const auto session = grounder.open(*photo.image, {}, stop);
        const Grounding grounding = session->ground(phrase.toStdString(), stop);
        const widgets::HeatmapLayer layer = to_layer(QString(), grounding.mean, photo.size());
        scored.peak = layer.peak_value;
        scored.strength = grounding.strength;
        scored.picture = paint_map(photo, layer, look, ScoreJob::side);
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception& error) {
        // One broken photo must not hide the others.
        scored.problem = QString::fromUtf8(error.what());
    }
    return scored;
}

}  // namespace

void ScoreJob::set_model(GrounderFactory factory) {
    tasks_.stop();
    model_ = std::make_shared<Model>();
    model_->factory = std::move(factory);
}

void ScoreJob::start(const QStringList& photos, const QString& phrase, const MapLook& look) {
    tasks_.stop();
    tasks_.resume();
    tasks_.submit(
        this,
        [this, photos, phrase, look, model = model_](const WorkToken& token) {
            if (!model->grounder) model->grounder = model->factory();
            for (const QString& path : photos) {
                const auto item = token.begin_item();
                const ScoredPhoto photo = score(*model->grounder, path, phrase, look, token);
                deliver(this, token, [this, photo] { Q_EMIT scored(photo); });
            }
        },
        [this] { Q_EMIT finished({}); }, [this](const QString& reason) { Q_EMIT finished(reason); });
}

void ScoreJob::stop() {
    tasks_.stop();
}

}  // namespace gbs::app
