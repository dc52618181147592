// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/figures/photo_pyramid.h"

#include <algorithm>
#include <cmath>

namespace gbs::widgets {

namespace {

constexpr int smallest_side = 512;

/// From this many device pixels per photo pixel on, pixels are drawn without smoothing.
constexpr double crisp_scale = 4;

struct Rgb888 {
    static constexpr int bytes = 3;
    static int red(const uchar* p) { return p[0]; }
    static int green(const uchar* p) { return p[1]; }
    static int blue(const uchar* p) { return p[2]; }
};

struct Rgb32 {
    static constexpr int bytes = 4;
    static QRgb value(const uchar* p) { return *reinterpret_cast<const QRgb*>(p); }
    static int red(const uchar* p) { return qRed(value(p)); }
    static int green(const uchar* p) { return qGreen(value(p)); }
    static int blue(const uchar* p) { return qBlue(value(p)); }
};

/// Averages 2 x 2 pixels; the last column or row of an odd size counts twice. Reads the source format
/// directly, so that a photo of 100 megapixels needs no converted copy.
template <class Pixel>
QImage halved(const QImage& image) {
    QImage half((image.width() + 1) / 2, (image.height() + 1) / 2, QImage::Format_RGB32);
    const int last = (image.width() - 1) * Pixel::bytes;
    for (int y = 0; y < half.height(); ++y) {
        const uchar* const above = image.constScanLine(2 * y);
        const uchar* const below = image.constScanLine(std::min(2 * y + 1, image.height() - 1));
        auto* const out = reinterpret_cast<QRgb*>(half.scanLine(y));
        for (int x = 0; x < half.width(); ++x) {
            const int left = 2 * x * Pixel::bytes, right = std::min(left + Pixel::bytes, last);
            const auto mean = [&](auto part) {
                return (part(above + left) + part(above + right) + part(below + left) + part(below + right) +
                        2) /
                       4;
            };
            out[x] = qRgb(mean(Pixel::red), mean(Pixel::green), mean(Pixel::blue));
        }
    }
    return half;
}

}  // namespace

PhotoPyramid::PhotoPyramid(QImage full) {
    if (full.format() != QImage::Format_RGB888 && full.format() != QImage::Format_RGB32)
        full = full.convertToFormat(QImage::Format_RGB32);
    levels_.push_back(std::move(full));
    while (std::max(levels_.back().width(), levels_.back().height()) > 2 * smallest_side) {
        const QImage& larger = levels_.back();
        levels_.push_back(larger.format() == QImage::Format_RGB888 ? halved<Rgb888>(larger)
                                                                   : halved<Rgb32>(larger));
    }
}

std::size_t PhotoPyramid::level_index(double scale) const {
    std::size_t level = 0;
    while (level + 1 < levels_.size() && levels_[level + 1].width() >= scale * size().width()) ++level;
    return level;
}

void PhotoPyramid::draw(QPainter& painter, const QRectF& area, const QTransform& to_device) const {
    const QRectF photo(QPointF(0, 0), QSizeF(size()));
    // Whole photo pixels plus a margin, so that the edges do not shift while panning.
    QRectF part = to_device.inverted().mapRect(area).adjusted(-2, -2, 2, 2) & photo;
    if (part.isEmpty()) return;
    part = QRectF(QPointF(std::floor(part.left()), std::floor(part.top())),
                  QPointF(std::ceil(part.right()), std::ceil(part.bottom()))) &
           photo;
    const std::size_t level = level_index(to_device.m11());
    const double shrink = std::ldexp(1, -static_cast<int>(level));
    const QRectF source(part.topLeft() * shrink, part.size() * shrink);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, to_device.m11() < crisp_scale);
    painter.drawImage(to_device.mapRect(part), levels_[level], source);
}

}  // namespace gbs::widgets
