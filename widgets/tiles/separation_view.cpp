// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tiles/separation_view.h"

#include <QLocale>
#include <array>
#include <cmath>

namespace gbs::widgets {

namespace {

/// Warn if the mean of H(T_neg) exceeds this, or the mean without text differs from 0.5 by more.
constexpr double tolerated = 0.15;

bool comparable(const QImage& a, const QImage& b) {
    return !a.isNull() && !b.isNull() && a.size() == b.size();
}

/// Calls `take(x, y, a, b)` with both values, 0 to 255, of each pixel.
template <class Take>
void walk(const QImage& a, const QImage& b, Take take) {
    for (int y = 0; y < a.height(); ++y) {
        const uchar* const first = a.constScanLine(y);
        const uchar* const second = b.constScanLine(y);
        for (int x = 0; x < a.width(); ++x) take(x, y, first[x], second[x]);
    }
}

QImage grey(const QImage& image) {
    return image.isNull() ? image : image.convertToFormat(QImage::Format_Grayscale8);
}

QString number(double value) {
    return QLocale().toString(value, 'f', 3);
}

}  // namespace

double map_mean(const QImage& map) {
    if (map.isNull()) return std::nan("");
    const QImage values = grey(map);
    double sum = 0;
    walk(values, values, [&sum](int, int, uchar value, uchar) { sum += value; });
    return sum / 255 / (static_cast<double>(map.width()) * map.height());
}

QImage map_difference(const QImage& a, const QImage& b) {
    if (!comparable(a, b)) return {};
    QImage difference(a.size(), QImage::Format_Grayscale8);
    walk(grey(a), grey(b), [&difference](int x, int y, uchar first, uchar second) {
        difference.scanLine(y)[x] = static_cast<uchar>(std::abs(first - second));
    });
    return difference;
}

double map_error(const QImage& a, const QImage& b) {
    if (!comparable(a, b)) return std::nan("");
    double sum = 0;
    walk(grey(a), grey(b),
         [&sum](int, int, uchar first, uchar second) { sum += std::pow((first - second) / 255.0, 2); });
    return sum / (static_cast<double>(a.width()) * a.height());
}

SeparationView::SeparationView(QWidget* parent) : ImageTiles(parent) {
    setAccessibleName(tr("A blend and how the model separates it"));
    set_wide_order({photo1, photo2, alpha, blend, hneg, hadv, h1, target1, error1, h2, target2, error2}, 6);
}

void SeparationView::set_images(const SeparationImages& images) {
    std::vector<ImageTile> tiles(tile_count);
    QStringList missing;
    const auto put = [&](Tile at, const QString& title, const QImage& image,
                         const QString& tip) -> ImageTile& {
        ImageTile& tile = tiles[at];
        tile.title = title;
        tile.name = QString(title).remove(QStringLiteral("<sub>")).remove(QStringLiteral("</sub>"));
        tile.image = image;
        tile.tip = tip;
        tile.missing = tr("not in this preview");
        if (image.isNull()) missing << tile.name;
        return tile;
    };
    const auto put_map = [&](Tile at, const QString& title, const QImage& image, const QString& tip,
                             ColorMap colors = ColorMap::grey) -> ImageTile& {
        ImageTile& tile = put(at, title, grey(image), tip);
        tile.colors = colors;
        return tile;
    };
    put(photo1, tr("I<sub>1</sub>"), images.photo1, tr("The first photo and its caption")).caption =
        images.text1;
    put(photo2, tr("I<sub>2</sub>"), images.photo2, tr("The second photo and its caption")).caption =
        images.text2;
    put_map(alpha, tr("α"), images.alpha, tr("Weight of the first photo: white is 1")).caption =
        images.alpha_kind;
    put(blend, tr("I<sub>b</sub>"), images.blend, tr("The blend: α I1 + (1 − α) I2"));
    put_map(h1, tr("H(T<sub>1</sub>)"), images.h1, tr("Where the model sees the first caption in the blend"))
        .caption = images.text1;
    put_map(h2, tr("H(T<sub>2</sub>)"), images.h2, tr("Where the model sees the second caption in the blend"))
        .caption = images.text2;
    put_map(target1, tr("α, its target"), images.target1, tr("The target of H(T1)"));
    put_map(target2, tr("1 − α, its target"), images.target2, tr("The target of H(T2)"));
    const auto put_error = [&](Tile at, const QImage& map, const QImage& target) {
        const QImage error = map_difference(map, target);
        ImageTile& tile = put_map(at, tr("Error"), error,
                                  tr("Absolute difference of map and target: black is 0, yellow "
                                     "is 1"),
                                  ColorMap::inferno);
        if (error.isNull())
            missing.removeLast();  // the map or the target is already listed
        else
            tile.note = tr("mean squared error %1").arg(number(map_error(map, target)));
    };
    put_error(error1, images.h1, images.target1);
    put_error(error2, images.h2, images.target2);
    ImageTile& negative = put_map(hneg, tr("H(T<sub>neg</sub>)"), images.hneg,
                                  tr("Map of a text that matches neither photo; should be dark"));
    negative.caption = images.text_neg;
    if (const double mean = map_mean(images.hneg); mean == mean) {
        negative.note = tr("mean %1, should be 0").arg(number(mean));
        negative.warns = mean > tolerated;
    }
    ImageTile& without = put_map(hadv, tr("H without text"), images.hadv,
                                 tr("Map without text; should be gray, 0.5 everywhere"));
    if (const double mean = map_mean(images.hadv); mean == mean) {
        without.note = tr("mean %1, should be %2").arg(number(mean), QLocale().toString(0.5, 'f', 1));
        without.warns = std::abs(mean - 0.5) > tolerated;
    }
    lacks_ = missing.isEmpty() ? QString()
                               : tr("This preview lacks %1.").arg(QLocale().createSeparatedList(missing));
    set_tiles(std::move(tiles), 4);
}

}  // namespace gbs::widgets
