// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/alpha_studio.h"

#include <cmath>

#include "app/base/convert.h"
#include "core/base/error.h"

namespace gbs::app {

namespace {

QImage to_qimage(const Image& image) {
    return QImage(image.rgb.data(), image.width, image.height, qsizetype{image.width} * 3,
                  QImage::Format_RGB888)
        .copy();
}

QImage to_qimage(const Heatmap& map) {
    QImage image(map.width(), map.height(), QImage::Format_Grayscale8);
    for (int y = 0; y < map.height(); ++y)
        for (int x = 0; x < map.width(); ++x)
            image.scanLine(y)[x] = static_cast<uchar>(std::lround(255 * map.at(x, y)));
    return image;
}

AlphaPicture to_picture(const training::AlphaDraw& draw) {
    return {draw.kind, to_qimage(draw.alpha), to_qimage(draw.blend)};
}

}  // namespace

const Image& AlphaStudio::square(Square& kept, const QString& path) {
    if (kept.path == path && !kept.image.rgb.empty()) return kept.image;
    // Stretched to the square, not cropped, like the trainer does.
    kept.image = resize_image(load_image(to_path(path)), side, side);
    kept.path = path;
    return kept.image;
}

AlphaPictures AlphaStudio::draw(const AlphaRequest& request, const std::stop_token& stop) {
    const Image& photo1 = square(first_, request.photo1);
    const Image& photo2 = square(second_, request.photo2);
    const auto seed = static_cast<std::uint64_t>(request.seed);
    const training::AlphaDraw first =
        training::draw_alpha(request.kind, request.options, seed, 0, photo1, photo2);
    AlphaPictures pictures;
    pictures.id = request.id;
    pictures.photo1 = to_qimage(photo1);
    pictures.photo2 = to_qimage(photo2);
    pictures.first = to_picture(first);
    pictures.mean = first.mean;
    pictures.signal = first.signal;
    pictures.histogram.assign(first.histogram.begin(), first.histogram.end());
    if (request.mix.empty()) return pictures;
    std::uint64_t index = 1;
    for (const training::AlphaKind kind : training::draw_mix(request.mix, seed, mix_count)) {
        if (stop.stop_requested()) break;
        pictures.mix.push_back(
            to_picture(training::draw_alpha(kind, request.options, seed, index++, photo1, photo2)));
    }
    return pictures;
}

void AlphaStudio::request(const AlphaRequest& request) {
    tasks_.submit(
        this, [this, request](const std::stop_token& stop) { return draw(request, stop); },
        [this](const AlphaPictures& pictures) { Q_EMIT drawn(pictures); },
        [this, id = request.id](const QString& reason) {
            AlphaPictures pictures;
            pictures.id = id;
            pictures.problem = reason;
            Q_EMIT drawn(pictures);
        });
}

}  // namespace gbs::app
