// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/film_strip.h"

#include <QDir>
#include <QRegularExpression>
#include <algorithm>

#include "app/base/convert.h"
#include "app/session/map_picture.h"
#include "core/base/error.h"
#include "training/run/run_reader.h"

namespace gbs::app {

namespace {

struct Weights {
    qint64 step = 0;
    QString file;
};

/// The weights of all steps, also those whose training state is gone: of the last one of a completed run, or the best.
std::vector<Weights> list_weights(const QString& run) {
    static const QRegularExpression name(QStringLiteral("^step-(\\d+)\\.safetensors$"));
    std::vector<Weights> found;
    const QDir folder(run + QStringLiteral("/checkpoints"));
    for (const QString& file : folder.entryList({QStringLiteral("step-*.safetensors")}, QDir::Files))
        if (const auto match = name.match(file); match.hasMatch())
            found.push_back({match.captured(1).toLongLong(), folder.filePath(file)});
    std::ranges::sort(found, {}, &Weights::step);
    return found;
}

}  // namespace

FilmStrip::FilmStrip(CheckpointLoader load, QObject* parent) : QObject(parent), load_(std::move(load)) {}

quint64 FilmStrip::request(FilmStripRequest request) {
    request.id = ++last_id_;
    tasks_.submit(
        this, [this, request](const std::stop_token& stop) { handle(request, stop); },
        [this, id = request.id] { Q_EMIT finished(id, {}); },
        [this, id = request.id](const QString& reason) { Q_EMIT finished(id, reason); });
    return last_id_;
}

void FilmStrip::handle(const FilmStripRequest& request, const std::stop_token& stop) {
    const auto checkpoints = list_weights(request.run);
    const auto best = training::best_checkpoint(to_path(request.run));
    const Photo photo = read_photo(request.photo);
    deliver(this, stop, [this, id = request.id, frames = static_cast<int>(checkpoints.size())] {
        Q_EMIT began(id, frames);
    });
    for (const Weights& checkpoint : checkpoints) {
        if (stop.stop_requested()) return;
        FilmFrame frame = make_frame(request, photo, checkpoint.file, stop);
        frame.step = checkpoint.step;
        frame.best = best && best->step == checkpoint.step;
        deliver(this, stop, [this, id = request.id, frame] { Q_EMIT framed(id, frame); });
    }
}

FilmFrame FilmStrip::make_frame(const FilmStripRequest& request, const Photo& photo, const QString& model,
                                const std::stop_token& stop) {
    FilmFrame frame;
    try {
        const auto session = load_(model)->open(*photo.image, {}, stop);
        const Grounding grounding = session->ground(request.phrase.toStdString(), stop);
        const Heatmap& map = request.map == StripMap::gbs   ? grounding.gbs
                             : request.map == StripMap::i2t ? grounding.i2t
                                                            : grounding.mean;
        const widgets::HeatmapLayer layer = to_layer(QString(), map, photo.size());
        frame.picture = paint_map(photo, layer, request.look, FilmStrip::side);
        frame.peak = layer.peak_value;
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception& error) {
        // A checkpoint that a running trainer has deleted must not hide the others.
        frame.problem = QString::fromUtf8(error.what());
    }
    return frame;
}

}  // namespace gbs::app
