// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QObject>
#include <QString>
#include <optional>
#include <vector>

#include "app/base/task_queue.h"
#include "training/alpha/alpha_preview.h"

namespace gbs::app {

/// The input of a drawing.
struct AlphaRequest {
    training::AlphaKind kind = training::AlphaKind::perlin;
    training::AlphaOptions options;
    training::AlphaMix mix;
    int seed = 0;
    QString photo1, photo2;  ///< paths
    int id = 0;              ///< returned with the pictures
};

/// An alpha map and its blend as images.
struct AlphaPicture {
    training::AlphaKind kind = training::AlphaKind::perlin;
    QImage alpha, blend;
};

struct AlphaPictures {
    QImage photo1, photo2;  ///< the blended photos, squared
    AlphaPicture first;
    double mean = 0, signal = 0;  ///< see AlphaDraw
    std::vector<double> histogram;
    std::vector<AlphaPicture> mix;  ///< blends of a sample batch; empty if every share is 0
    QString problem;                ///< why the rest is empty
    int id = 0;                     ///< of the request
};

/// Draws alpha maps in the background. A new request replaces the previous one.
class AlphaStudio : public QObject {
    Q_OBJECT

 public:
    static constexpr int side = 224;  ///< of a blend in pixels, the input size of VGG16
    static constexpr int mix_count = 8;

    explicit AlphaStudio(QObject* parent = nullptr) : QObject(parent) {}

    void request(const AlphaRequest& request);

 Q_SIGNALS:
    void drawn(const gbs::app::AlphaPictures& pictures);

 private:
    struct Square {
        QString path;
        Image image;
    };
    AlphaPictures draw(const AlphaRequest& request, const std::stop_token& stop);
    const Image& square(Square& kept, const QString& path);

    Square first_, second_;  ///< the photos of the last request; used by tasks only
    TaskQueue tasks_{TaskOrder::latest};
};

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::app::AlphaPictures)
