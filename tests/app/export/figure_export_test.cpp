// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/export/figure_export.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <thread>

#include "app/export/figure_layout.h"
#include "core/base/error.h"
#include "support/small_disk.h"
#include "support/test_layers.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

namespace {

QImage make_photo(QSize size, int seed = 0) {
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb((x * 7 + seed) % 256, (y * 5) % 256, ((x ^ y) * 3) % 256));
    return image;
}

HeatmapLayer make_map() {
    HeatmapLayer map;
    map.name = QStringLiteral("mean");
    map.grid = QSize(4, 3);
    for (int i = 0; i < 12; ++i) map.values << 0.07F * static_cast<float>(i);
    map.peak = QPoint(299, 199);
    map.peak_value = 0.77F;
    map.highest = 0.77F;
    return map;
}

TileFigure make_tile(const QImage& photo, double opacity) {
    TileFigure tile;
    tile.title = QStringLiteral("H<sub>GbS</sub>");
    tile.name = QStringLiteral("GbS");
    tile.meaning = QStringLiteral("decoder");
    tile.photo = std::make_shared<const PhotoPyramid>(photo);
    tile.map = make_map();
    FigureLayer layer;
    layer.map = tile.map;
    layer.style = plain_style(opacity);
    tile.layers.push_back(layer);
    tile.color_bar = make_color_bar(tile.map, layer.style, {});
    return tile;
}

FigureOptions bare(FigureFormat format = FigureFormat::png) {
    return {format, false, false, false, false, 100};
}

FigureOptions full(FigureFormat format) {
    return {format, true, true, true, true, 100};
}

FigureText make_text() {
    FigureText text;
    text.caption = QStringLiteral("“a dog & <cat>” · model m");
    text.legend = {{QStringLiteral("the sky"), QColor(Qt::magenta)}};
    return text;
}

}  // namespace

class FigureExportTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    QString path(const char* name) const { return folder_.filePath(QLatin1String(name)); }
    QByteArray read(const char* name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

 private Q_SLOTS:
    void bare_png_equals_the_photo_where_the_map_is_transparent() {
        const QImage photo = make_photo({300, 200});
        write_figure({{make_tile(photo, 0)}}, make_text(), bare(), path("bare.png"));
        const QImage written(path("bare.png"));
        QCOMPARE(written.size(), photo.size());
        QCOMPARE(written.convertToFormat(QImage::Format_RGB32), photo);
    }

    void colors_are_blended_by_the_opacity() {
        const QImage photo = make_photo({300, 200});
        const QImage drawn = draw_figure({{make_tile(photo, 0.6)}}, make_text(), bare());
        const HeatmapLayer map = make_map();
        for (const QPoint pixel : {QPoint(10, 10), QPoint(150, 100), QPoint(290, 190)}) {
            const QColor colour = color_of(ColorMap::viridis, value_at(map, photo.size(), pixel));
            const QColor below = photo.pixelColor(pixel), seen = drawn.pixelColor(pixel);
            QVERIFY(std::abs(seen.red() - (0.6 * colour.red() + 0.4 * below.red())) < 3);
            QVERIFY(std::abs(seen.green() - (0.6 * colour.green() + 0.4 * below.green())) < 3);
            QVERIFY(std::abs(seen.blue() - (0.6 * colour.blue() + 0.4 * below.blue())) < 3);
        }
    }

    void full_png_contains_the_photo_unscaled() {
        const QImage photo = make_photo({300, 200});
        const CanvasFigure figure{{make_tile(photo, 0), make_tile(photo, 0)}};
        write_figure(figure, make_text(), full(FigureFormat::png), path("full.png"));
        const QImage written(path("full.png"));
        QCOMPARE(written.size(), figure_size(figure, make_text(), full(FigureFormat::png)));
        const FigureLayout layout(figure, make_text(), full(FigureFormat::png), 1);
        for (const TilePlace& place : layout.tiles) {
            QCOMPARE(place.photo.size(), QSizeF(photo.size()));
            QCOMPARE(written.copy(place.photo.toRect()).convertToFormat(QImage::Format_RGB32), photo);
            QVERIFY(place.title.bottom() <= place.photo.top());
            QVERIFY(place.color_bar.top() >= place.photo.bottom());
        }
        QVERIFY(!layout.tiles[0].photo.intersects(layout.tiles[1].photo));
        QCOMPARE(written.text(QStringLiteral("Description")), make_text().caption);
    }

    void each_part_is_optional() {
        const CanvasFigure figure{{make_tile(make_photo({300, 200}), 0.5)}};
        const QSize all = figure_size(figure, make_text(), full(FigureFormat::png));
        for (bool FigureOptions::*part : {&FigureOptions::titles, &FigureOptions::color_bars,
                                          &FigureOptions::caption, &FigureOptions::legend}) {
            FigureOptions options = full(FigureFormat::png);
            options.*part = false;
            QVERIFY(figure_size(figure, make_text(), options).height() < all.height());
        }
        FigureOptions half = bare();
        half.percent = 50;
        QCOMPARE(figure_size(figure, make_text(), half), QSize(150, 100));
    }

    void svg_contains_text_and_the_photo() {
        const QImage photo = make_photo({300, 200});
        write_figure({{make_tile(photo, 0)}}, make_text(), full(FigureFormat::svg), path("f.svg"));
        QXmlStreamReader reader(read("f.svg"));
        QString texts;
        QList<QImage> images;
        while (!reader.atEnd()) {
            reader.readNext();
            if (!reader.isStartElement()) continue;
            if (reader.name() == QLatin1String("image")) {
                const QByteArray data =
                    reader.attributes()
                        .value(QStringLiteral("http://www.w3.org/1999/xlink"), QStringLiteral("href"))
                        .toLatin1();
                images << QImage::fromData(QByteArray::fromBase64(data.mid(data.indexOf(',') + 1)));
            }
            if (reader.name() == QLatin1String("text")) texts += reader.readElementText() + QLatin1Char('\n');
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        for (const char* part : {"H", "GbS", "decoder", "peak", "the sky", "0.77", "a dog & <cat>"})
            QVERIFY2(texts.contains(QString::fromUtf8(part)), qPrintable(texts));
        QVERIFY(!images.isEmpty());
        QCOMPARE(images[0].convertToFormat(QImage::Format_RGB32), photo);
    }

    void pdf_contains_text_and_one_page_of_the_figure_size() {
        const CanvasFigure figure{{make_tile(make_photo({300, 200}), 0.5)}};
        write_figure(figure, make_text(), full(FigureFormat::pdf), path("f.pdf"));
        const QByteArray pdf = read("f.pdf");
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
        QVERIFY(pdf.contains("/Type /Font"));
        QVERIFY(pdf.contains("/ToUnicode"));  // so that its text can be searched and copied
        const QSize pixels = figure_size(figure, make_text(), full(FigureFormat::pdf));
        const qsizetype box = pdf.indexOf("/MediaBox [");
        QVERIFY(box > 0);
        const QList<QByteArray> numbers =
            pdf.mid(box + 11, pdf.indexOf(']', box) - box - 11).simplified().split(' ');
        QCOMPARE(numbers.size(), 4);
        // 144 pixels per inch are 2 pixels per point.
        QVERIFY2(std::abs(numbers[2].toDouble() - pixels.width() / 2.0) < 2, numbers[2].constData());
        QVERIFY2(std::abs(numbers[3].toDouble() - pixels.height() / 2.0) < 2, numbers[3].constData());
    }

    void split_tile_shows_both_sides_in_every_format() {
        TileFigure tile = make_tile(make_photo({300, 200}), 0);
        const QImage other = make_photo({300, 200}, 99);
        tile.other = std::make_shared<const TileFigure>(make_tile(other, 0));
        const QImage drawn = draw_figure({{tile}}, make_text(), bare());
        QCOMPARE(drawn.pixel(20, 50), tile.photo->level_for(1).pixel(20, 50));
        QCOMPARE(drawn.pixel(280, 50), other.pixel(280, 50));
        write_figure({{tile}}, make_text(), bare(FigureFormat::svg), path("sides.svg"));
        const QByteArray svg = read("sides.svg");
        const qsizetype start = svg.indexOf("base64,") + 7;
        const QImage inside =
            QImage::fromData(QByteArray::fromBase64(svg.mid(start, svg.indexOf('"', start) - start)));
        QCOMPARE(inside.size(), QSize(300, 200));
        QCOMPARE(inside.pixel(20, 50), drawn.pixel(20, 50));
        QCOMPARE(inside.pixel(280, 50), drawn.pixel(280, 50));
    }

    void a_long_name_ends_before_the_next_tile() {
        const QImage photo = make_photo({300, 200});
        CanvasFigure figure{{make_tile(photo, 0), make_tile(photo, 0)}};
        const FigureLayout layout(figure, make_text(), full(FigureFormat::png), 1);
        const auto draw = [&] { return draw_figure(figure, make_text(), full(FigureFormat::png)); };
        const QImage before = draw();
        TileFigure& first = figure.tiles[0];
        first.name = QStringLiteral("/home/someone/venv/bin/python <bridge>.py ").repeated(5);
        first.title = first.name.toHtmlEscaped();
        const QRect next = layout.tiles[1].title.toRect(), own = layout.tiles[0].title.toRect();
        QCOMPARE(draw().copy(next), before.copy(next));
        QVERIFY(draw().copy(own) != before.copy(own));
    }

    void right_to_left_figures_are_mirrored() {
        const CanvasFigure figure{
            {make_tile(make_photo({300, 200}), 0), make_tile(make_photo({300, 200}), 0)}};
        FigureText text = make_text();
        text.right_to_left = true;
        const FigureLayout layout(figure, text, full(FigureFormat::png), 1);
        QVERIFY(layout.tiles[0].photo.left() > layout.tiles[1].photo.right());
    }

    void too_large_figures_are_refused_before_allocation() {
        const TileFigure tile = make_tile(make_photo({300, 200}), 0);
        const CanvasFigure figure{std::vector<TileFigure>(200, tile)};
        QVERIFY(!why_too_large(figure_size(figure, make_text(), bare())).isEmpty());
        QVERIFY_EXCEPTION_THROWN(write_figure(figure, make_text(), bare(), path("huge.png")), Error);
        QVERIFY(!QFile::exists(path("huge.png")));
        QVERIFY(!why_too_large({20000, 20000}).isEmpty());
        QVERIFY(!why_too_large({0, 0}).isEmpty());
        QVERIFY(why_too_large({12000, 9000}).isEmpty());
    }

    void cancel_and_failure_keep_the_old_file() {
        QFile old(path("old.svg"));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        std::stop_source stop;
        stop.request_stop();
        const CanvasFigure figure{{make_tile(make_photo({300, 200}), 0)}};
        QVERIFY_EXCEPTION_THROWN(
            write_figure(figure, make_text(), full(FigureFormat::svg), path("old.svg"), stop.get_token()),
            Cancelled);
        QCOMPARE(read("old.svg"), QByteArray("old"));
        QVERIFY_EXCEPTION_THROWN(write_figure(figure, make_text(), bare(), path("none/f.png")), Error);
        QVERIFY(QDir(folder_.path()).entryList({QStringLiteral("old.svg.*")}).isEmpty());
    }

    void full_disk_is_reported_and_leaves_no_file() {
        const SmallDisk disk(32 << 10);
        if (!disk.mounted()) QSKIP("no small file system can be mounted here (needs root)");
        QImage noise(300, 200, QImage::Format_RGB32);
        quint32 state = 1;
        for (int y = 0; y < 200; ++y)
            for (int x = 0; x < 300; ++x) noise.setPixel(x, y, state = state * 1664525U + 1013904223U);
        const CanvasFigure figure{{make_tile(noise, 0)}};
        for (const FigureFormat format : {FigureFormat::png, FigureFormat::svg, FigureFormat::pdf}) {
            QString reason;
            try {
                write_figure(figure, make_text(), full(format),
                             QString::fromStdString(disk.path()) + QStringLiteral("/f"));
            } catch (const Error& error) {
                reason = QString::fromUtf8(error.what());
            }
            QVERIFY2(reason.contains(QStringLiteral("No space left")), qPrintable(reason));
            QVERIFY(QDir(QString::fromStdString(disk.path())).isEmpty());
        }
    }

    void worker_thread_draws_the_same() {
        const CanvasFigure figure{{make_tile(make_photo({300, 200}), 0.5)}};
        const FigureText text = make_text();
        const QImage here = draw_figure(figure, text, full(FigureFormat::png));
        QImage there;
        std::jthread([&] { there = draw_figure(figure, text, full(FigureFormat::png)); }).join();
        QCOMPARE(there, here);
    }
};

QTEST_MAIN(FigureExportTest)
#include "figure_export_test.moc"
