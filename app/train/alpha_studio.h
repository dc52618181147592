// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QObject>
#include <QString>
#include <optional>
#include <vector>

#include "app/base/latest_wins.h"
#include "training/alpha/alpha_preview.h"

namespace gbs::app {

/// What is to be drawn.
struct AlphaWish {
    training::AlphaKind kind = training::AlphaKind::perlin;
    training::AlphaOptions options;
    training::AlphaMix mix;
    int seed = 0;
    QString photo1, photo2;  ///< files
    int id = 0;              ///< returned with the pictures
};

/// An alpha map and its blend, ready for the screen.
struct AlphaPicture {
    training::AlphaKind kind = training::AlphaKind::perlin;
    QImage alpha, blend;
};

struct AlphaPictures {
    QImage photo1, photo2;  ///< the squares that are blended
    AlphaPicture first;
    double mean = 0, signal = 0;  ///< see AlphaDraw
    std::vector<double> histogram;
    std::vector<AlphaPicture> mix;  ///< of some blends of a batch; empty where every share is 0
    QString problem;                ///< why there is nothing else in here
    int id = 0;                     ///< of the request
};

/// Draws alphas in a worker; a newer wish replaces one that waits.
class AlphaStudio : public QObject {
    Q_OBJECT

 public:
    static constexpr int side = 224;  ///< of a blend in pixels, as VGG16 sees it
    static constexpr int mix_count = 8;

    explicit AlphaStudio(QObject* parent = nullptr);
    ~AlphaStudio() override;

    void request(const AlphaWish& wish) { worker_.submit(wish); }

 Q_SIGNALS:
    void drawn(const gbs::app::AlphaPictures& pictures);

 private:
    struct Square {
        QString path;
        Image image;
    };
    void handle(const AlphaWish& wish, const std::stop_token& stop);
    AlphaPictures draw(const AlphaWish& wish, const std::stop_token& stop);
    const Image& square(Square& kept, const QString& path);

    Square first_, second_;  ///< of the worker: the photos of the last wish
    LatestWins<AlphaWish> worker_;
};

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::app::AlphaPictures)
