// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QString>

#include "widgets/tiles/image_tiles.h"

namespace gbs::widgets {

/// One blend and what the model made of it. Maps are grey images with the values 0 to 255 for 0 to 1; a null
/// image is not there.
struct SeparationImages {
    QImage photo1, photo2, blend;
    QImage alpha;               ///< at the size of the photos
    QImage target1, target2;    ///< alpha and 1 - alpha at the size of the maps
    QImage h1, h2, hneg, hadv;  ///< H(T1), H(T2), H(T_neg), and H without a text
    QString text1, text2, text_neg;
    QString alpha_kind;  ///< the generator's name, as a person reads it
};

/// The mean of a map; NaN without one.
double map_mean(const QImage& map);
/// |a - b| at each place; null where one is missing or their sizes differ.
QImage map_difference(const QImage& a, const QImage& b);
/// The mean of (a - b)^2, a part of L_sep; NaN where one is missing or their sizes differ.
double map_error(const QImage& a, const QImage& b);

/// How well a blend was taken apart: I1, I2, alpha and I_b above; below, for each text, the predicted map,
/// its target and the error between them; at the end of these rows H(T_neg), which should be dark, and the
/// map without a text, which should be grey.
class SeparationView : public ImageTiles {
    Q_OBJECT

 public:
    enum Tile { photo1, photo2, alpha, blend, h1, target1, error1, hneg, h2, target2, error2, hadv };
    static constexpr int tile_count = hadv + 1;

    explicit SeparationView(QWidget* parent = nullptr);

    void set_images(const SeparationImages& images);
    /// What the images lack, as a sentence; empty: nothing.
    QString lacks() const { return lacks_; }

 private:
    QString lacks_;
};

}  // namespace gbs::widgets
