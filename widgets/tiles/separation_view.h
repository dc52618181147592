// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QString>

#include "widgets/tiles/image_tiles.h"

namespace gbs::widgets {

/// One blend and the model's output for it. Maps are gray images with 0 to 255 for 0 to 1. Null
/// images are missing.
struct SeparationImages {
    QImage photo1, photo2, blend;
    QImage alpha;               ///< at photo resolution
    QImage target1, target2;    ///< alpha and 1 - alpha at map resolution
    QImage h1, h2, hneg, hadv;  ///< H(T1), H(T2), H(T_neg), and H without text
    QString text1, text2, text_neg;
    QString alpha_kind;  ///< display name of the generator
};

/// The mean of a map in [0, 1]; NaN for a null image.
double map_mean(const QImage& map);
/// |a - b| per pixel; null if one is null or the sizes differ.
QImage map_difference(const QImage& a, const QImage& b);
/// Mean of (a - b)^2, a term of L_sep; NaN if one is null or the sizes differ.
double map_error(const QImage& a, const QImage& b);

/// How well a blend was separated: I1, I2, alpha and I_b in the first row; then for each text the predicted
/// map, its target and the error, followed by H(T_neg), which should be dark, or the map without text, which
/// should be gray.
class SeparationView : public ImageTiles {
    Q_OBJECT

 public:
    enum Tile { photo1, photo2, alpha, blend, h1, target1, error1, hneg, h2, target2, error2, hadv };
    static constexpr int tile_count = hadv + 1;

    explicit SeparationView(QWidget* parent = nullptr);

    void set_images(const SeparationImages& images);
    /// A sentence about missing images; empty if there are none.
    QString lacks() const { return lacks_; }

 private:
    QString lacks_;
};

}  // namespace gbs::widgets
