// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/export/figure_export.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QImageWriter>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <cmath>
#include <limits>

#include "app/base/convert.h"
#include "app/export/figure_layout.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "widgets/maps/value_text.h"

namespace gbs::app {

namespace {

struct FigureExportText {
    Q_DECLARE_TR_FUNCTIONS(FigureExportText)
};

constexpr QRgb paper = 0xffffffff, ink = 0xff1c1f24, dim_ink = 0xff5d6470;
constexpr int max_side = 32767;  // limit of QPainter on an image
constexpr qint64 max_pixels = 250'000'000;
/// Painter units per pixel in vector files; QPainter rounds glyph positions to whole units.
constexpr double vector_density = 2;
constexpr int pixels_per_inch = 144;

QString unescape(QString text) {
    return text.replace(QStringLiteral("&lt;"), QStringLiteral("<"))
        .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
        .replace(QStringLiteral("&quot;"), QStringLiteral("\""))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

/// Draws text with <sub>...</sub>, the only markup in titles, inside `rect` and returns its width.
double draw_symbol(QPainter& painter, const QRectF& rect, const QString& text, bool right_to_left) {
    const QFont normal = painter.font();
    QFont small = normal;
    small.setPixelSize(std::max(1, normal.pixelSize() * 3 / 4));
    struct Part {
        QString text;
        bool lowered;
    };
    QVector<Part> parts;
    double width = 0;
    for (const QString& piece : text.split(QStringLiteral("<sub>"))) {
        const QStringList halves = piece.split(QStringLiteral("</sub>"));
        if (halves.size() > 1) parts << Part{unescape(halves[0]), true};
        parts << Part{unescape(halves.last()), false};
    }
    for (const Part& part : parts)
        width += QFontMetricsF(part.lowered ? small : normal).horizontalAdvance(part.text);
    double x = right_to_left ? rect.right() - width : rect.left();
    const double baseline = rect.top() + QFontMetricsF(normal).ascent();
    for (const Part& part : parts) {
        painter.setFont(part.lowered ? small : normal);
        painter.drawText(QPointF(x, baseline + (part.lowered ? 0.25 * normal.pixelSize() : 0)), part.text);
        x += QFontMetricsF(painter.font()).horizontalAdvance(part.text);
    }
    painter.setFont(normal);
    return width;
}

QString describe_peak(const widgets::HeatmapLayer& map) {
    if (map.empty()) return {};
    return FigureExportText::tr("peak %1 at %2, %3")
        .arg(widgets::value_text(map.peak_value, QLocale::c()))
        .arg(map.peak.x())
        .arg(map.peak.y());
}

/// A text of a tile, or of both sides of its divider.
template <class Text>
QString text_of_sides(const widgets::TileFigure& tile, Text text_of) {
    return tile.other ? FigureExportText::tr("%1 | %2").arg(text_of(tile), text_of(*tile.other))
                      : text_of(tile);
}

void draw_title(QPainter& painter, const widgets::TileFigure& tile, const QRectF& rect, double unit,
                bool mirrored) {
    QFont bold = painter.font();
    bold.setBold(true);
    const QFont normal = painter.font();
    painter.setPen(QColor::fromRgb(ink));
    painter.setFont(bold);
    // A long name ends before the next tile.
    const double most = rect.width() * (tile.other ? 0.3 : 0.6);
    const QFontMetricsF wide(bold);
    const QString title = text_of_sides(tile, [&wide, most](const widgets::TileFigure& side) {
        return widgets::fitting_title(side, wide, most);
    });
    const double taken = draw_symbol(painter, rect, title, mirrored) + 8 * unit;
    painter.setFont(normal);
    QRectF rest = mirrored ? rect.adjusted(0, 0, -taken, 0) : rect.adjusted(taken, 0, 0, 0);
    const QFontMetricsF metrics(normal);
    const QString peak = metrics.elidedText(
        text_of_sides(tile, [](const widgets::TileFigure& side) { return describe_peak(side.map); }),
        Qt::ElideRight, rest.width());
    painter.setPen(QColor::fromRgb(dim_ink));
    painter.drawText(rest, Qt::AlignTop | (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute,
                     peak);
    const double used = metrics.horizontalAdvance(peak) + 8 * unit;
    rest = mirrored ? rest.adjusted(used, 0, 0, 0) : rest.adjusted(0, 0, -used, 0);
    QString words = tile.meaning;
    words.remove(QStringLiteral("<sub>")).remove(QStringLiteral("</sub>"));
    if (metrics.horizontalAdvance(unescape(words)) <= rest.width())
        draw_symbol(painter, rest, tile.meaning, mirrored);
}

constexpr float no_pointer = std::numeric_limits<float>::quiet_NaN();

/// One bar, or one for each side of a divider.
void draw_bars(QPainter& painter, const widgets::TileFigure& tile, const QRectF& place, double unit) {
    const QColor text = QColor::fromRgb(ink), dim = QColor::fromRgb(dim_ink);
    if (!tile.other)
        return widgets::paint_color_bar(painter, tile.color_bar, place, text, dim, unit, no_pointer,
                                        QLocale::c());
    QRectF left = place, right = place;
    left.setRight(place.center().x() - 3 * unit);
    right.setLeft(place.center().x() + 3 * unit);
    widgets::paint_color_bar(painter, tile.color_bar, left, text, dim, unit, no_pointer, QLocale::c());
    widgets::paint_color_bar(painter, tile.other->color_bar, right, text, dim, unit, no_pointer,
                             QLocale::c());
}

void draw_legend(QPainter& painter, const FigureLayout& layout, bool mirrored) {
    const QFontMetricsF metrics(layout.font);
    const double side = 0.7 * metrics.height();
    for (std::size_t i = 0; i < layout.legend.size(); ++i) {
        const QRectF& place = layout.legend[i];
        QRectF swatch(place.left(), place.top() + (place.height() - side) / 2, side, side);
        QRectF words = place.adjusted(metrics.height(), 0, 0, 0);
        if (mirrored) {
            swatch.moveRight(place.right());
            words = place.adjusted(0, 0, -metrics.height(), 0);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(layout.legend_entries[i].color);
        painter.drawRoundedRect(swatch, 2 * layout.unit, 2 * layout.unit);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QColor::fromRgb(ink));
        painter.drawText(words,
                         Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute,
                         metrics.elidedText(layout.legend_entries[i].label(), Qt::ElideRight, words.width()));
    }
}

/// QSvgGenerator cannot clip an image, so a split tile is drawn as one image.
void draw_divided_tile(QPainter& painter, const widgets::TileFigure& tile, const QRectF& target,
                       const widgets::PaintScale& scale) {
    QImage image((target.size() * scale.raster).toSize(), QImage::Format_RGB32);
    if (image.isNull()) throw Error(FigureExportText::tr("Not enough memory.").toStdString());
    QPainter inner(&image);
    widgets::paint_tile(inner, tile, QRectF(image.rect()), {scale.unit * scale.raster, 1});
    inner.end();
    painter.drawImage(target, image);
}

struct Target {
    double density;
    bool svg;
};

void paint_figure(QPainter& painter, const widgets::CanvasFigure& figure, const FigureText& text,
                  const FigureLayout& layout, const Target& target, const std::stop_token& stop) {
    const widgets::PaintScale scale{layout.unit, 1 / target.density, QLocale::c()};
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                           QPainter::LosslessImageRendering);
    painter.setFont(layout.font);
    std::size_t i = 0;
    for (const widgets::TileFigure& tile : figure.tiles) {
        if (!tile.photo) continue;
        if (stop.stop_requested()) throw Cancelled();
        const TilePlace& place = layout.tiles[i++];
        if (target.svg && tile.other)
            draw_divided_tile(painter, tile, place.photo, scale);
        else
            widgets::paint_tile(painter, tile, place.photo, scale);
        if (!place.title.isEmpty()) draw_title(painter, tile, place.title, layout.unit, text.right_to_left);
        if (!place.color_bar.isEmpty()) draw_bars(painter, tile, place.color_bar, layout.unit);
    }
    draw_legend(painter, layout, text.right_to_left);
    painter.setPen(QColor::fromRgb(ink));
    if (!layout.caption.isEmpty())
        painter.drawText(
            layout.caption,
            Qt::TextWordWrap | (text.right_to_left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute,
            text.caption);
}

void check_size(QSize size) {
    const QString why = why_too_large(size);
    if (!why.isEmpty()) throw Error(why.toStdString());
}

void write_svg(const widgets::CanvasFigure& figure, const FigureText& text, const FigureLayout& layout,
               QIODevice* device, const std::stop_token& stop) {
    QSvgGenerator generator;
    generator.setOutputDevice(device);
    generator.setResolution(pixels_per_inch);
    generator.setSize((layout.size / vector_density).toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), layout.size));
    generator.setTitle(text.caption.toHtmlEscaped());  // Qt does not escape the title
    QPainter painter(&generator);
    painter.fillRect(QRectF(QPointF(0, 0), layout.size), QColor::fromRgb(paper));
    paint_figure(painter, figure, text, layout, {vector_density, true}, stop);
}

void write_pdf(const widgets::CanvasFigure& figure, const FigureText& text, const FigureLayout& layout,
               QIODevice* device, const std::stop_token& stop) {
    QPdfWriter writer(device);
    writer.setResolution(static_cast<int>(pixels_per_inch * vector_density));
    writer.setPageSize(QPageSize(layout.size / (pixels_per_inch * vector_density), QPageSize::Inch, {},
                                 QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(text.caption);
    writer.setCreator(QCoreApplication::applicationName());
    QPainter painter(&writer);
    paint_figure(painter, figure, text, layout, {vector_density, false}, stop);
}

}  // namespace

QSize figure_size(const widgets::CanvasFigure& figure, const FigureText& text, const FigureOptions& options) {
    const QSizeF size = FigureLayout(figure, text, options, 1).size;
    return {static_cast<int>(std::min(size.width(), 1e9)), static_cast<int>(std::min(size.height(), 1e9))};
}

QString why_too_large(QSize size) {
    if (size.isEmpty()) return FigureExportText::tr("Nothing to draw. Open a photo first.");
    if (std::max(size.width(), size.height()) <= max_side &&
        static_cast<qint64>(size.width()) * size.height() <= max_pixels)
        return {};
    return FigureExportText::tr("A figure of %1 × %2 pixels is too large. Choose a smaller size.")
        .arg(size.width())
        .arg(size.height());
}

QImage draw_figure(const widgets::CanvasFigure& figure, const FigureText& text, const FigureOptions& options,
                   std::stop_token stop) {
    const FigureLayout layout(figure, text, options, 1);
    check_size(figure_size(figure, text, options));
    QImage image(layout.size.toSize(), QImage::Format_RGB32);
    if (image.isNull()) throw Error(FigureExportText::tr("Not enough memory.").toStdString());
    image.fill(QColor::fromRgb(paper));
    QPainter painter(&image);
    paint_figure(painter, figure, text, layout, {1, false}, stop);
    painter.end();
    image.setText(QStringLiteral("Description"), text.caption);
    return image;
}

void write_figure(const widgets::CanvasFigure& figure, const FigureText& text, const FigureOptions& options,
                  const QString& path, std::stop_token stop) {
    check_size(figure_size(figure, text, options));
    // In memory first: Qt's writers do not report a full disk.
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (options.format == FigureFormat::png) {
        QImageWriter writer(&buffer, QByteArrayLiteral("png"));
        if (!writer.write(draw_figure(figure, text, options, stop)))
            throw Error(path.toStdString() + ": " + writer.errorString().toStdString());
    } else {
        const FigureLayout layout(figure, text, options, vector_density);
        (options.format == FigureFormat::svg ? write_svg : write_pdf)(figure, text, layout, &buffer, stop);
    }
    if (stop.stop_requested()) throw Cancelled();
    const QByteArray& bytes = buffer.data();
    write_atomically(to_path(path), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

}  // namespace gbs::app
