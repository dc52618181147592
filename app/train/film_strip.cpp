// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/film_strip.h"

#include <QPainter>

#include "app/base/convert.h"
#include "core/base/error.h"
#include "training/run/run_reader.h"
#include "widgets/figures/canvas_figure.h"

namespace gbs::app {

namespace {

QImage paint(const Photo& photo, const widgets::HeatmapLayer& map, MapLook look) {
    widgets::FigureLayer layer;
    layer.kind = widgets::LayerKind::mean;
    layer.map = map;
    // The frames come one by one; the scale that all of them share is 0 to 1.
    if (look.limits == Limits::shared) look.limits = Limits::unit;
    static_cast<MapLook&>(layer.style) = look;
    layer.range = widgets::display_range(map, look);
    widgets::FigureLayer peak;
    peak.kind = widgets::LayerKind::peak;
    peak.peak = map.peak;
    widgets::TileFigure tile;
    tile.photo = photo.pyramid;
    tile.layers = {layer, peak};
    const QSize size = photo.size().scaled(FilmStrip::side, FilmStrip::side, Qt::KeepAspectRatio);
    QImage image(size.expandedTo({1, 1}), QImage::Format_RGB32);
    QPainter painter(&image);
    widgets::paint_tile(painter, tile, QRectF(image.rect()));
    return image;
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
    const auto checkpoints = training::list_checkpoints(to_path(request.run));
    const auto best = training::best_checkpoint(to_path(request.run));
    const Photo photo = read_photo(request.photo);
    deliver(this, stop, [this, id = request.id, frames = static_cast<int>(checkpoints.size())] {
        Q_EMIT began(id, frames);
    });
    for (const training::CheckpointFiles& checkpoint : checkpoints) {
        if (stop.stop_requested()) return;
        FilmFrame frame = make_frame(request, photo, to_qstring(checkpoint.model), stop);
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
        frame.picture = paint(photo, layer, request.look);
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
