// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/figures/canvas_figure.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QTest>

#include "core/image/overlay.h"
#include "support/test_layers.h"

using namespace gbs;
using namespace gbs::widgets;

/// paint_tile at the resolutions of screens and exports.
class CanvasFigureTest : public QObject {
    Q_OBJECT

    static constexpr QSize photo_{80, 60};
    const QColor ground_{200, 100, 50};

    TileFigure tile(std::vector<FigureLayer> layers) const {
        TileFigure figure;
        figure.photo = make_photo(photo_, ground_);
        figure.layers = std::move(layers);
        return figure;
    }
    static FigureLayer map_layer(const HeatmapLayer& map, double opacity) {
        FigureLayer layer;
        layer.map = map;
        layer.style = plain_style(opacity);
        return layer;
    }
    static QImage painted(const TileFigure& figure, QSize size, PaintScale scale = {}) {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        paint_tile(painter, figure, QRectF(image.rect()), scale);
        return image;
    }
    /// The range of gray values in a rectangle.
    static std::pair<int, int> greys(const QImage& image, QRect around) {
        int darkest = 255, lightest = 0;
        for (int y = around.top(); y <= around.bottom(); ++y)
            for (int x = around.left(); x <= around.right(); ++x) {
                darkest = std::min(darkest, qGray(image.pixel(x, y)));
                lightest = std::max(lightest, qGray(image.pixel(x, y)));
            }
        return {darkest, lightest};
    }

 private Q_SLOTS:
    void photo_is_centered_in_the_target() {
        const QImage image = painted(tile({}), {160, 160});
        QVERIFY(is_close(image.pixelColor(2, 22), ground_) && is_close(image.pixelColor(157, 137), ground_));
        QCOMPARE(image.pixelColor(80, 18), QColor(Qt::black));
        QCOMPARE(image.pixelColor(80, 142), QColor(Qt::black));
    }

    void map_is_the_same_at_every_device_size_data() {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.5, 2.0}) QTest::addRow("%.1f", ratio) << ratio;
    }
    void map_is_the_same_at_every_device_size() {
        QFETCH(double, ratio);
        const HeatmapLayer ramp = make_ramp(QStringLiteral("ramp"), 9, photo_);
        const QSize size = (QSizeF(photo_) * 4 * ratio).toSize();
        const QImage image = painted(tile({map_layer(ramp, 0.5)}), size, {ratio, 1});
        for (const double place : {0.1, 0.5, 0.8}) {
            const QPoint at(static_cast<int>(place * size.width()), size.height() / 2);
            const double cell = (at.x() + 0.5) / size.width() * 9 - 0.5;
            const QColor expected =
                mixed(color_of(ColorMap::viridis, static_cast<float>(std::clamp(cell / 8, 0.0, 1.0))),
                      ground_, 0.5);
            QVERIFY2(is_close(image.pixelColor(at), expected, 3), qPrintable(image.pixelColor(at).name()));
        }
    }

    void outline_of_the_threshold_is_crisp_at_every_device_size_data() {
        map_is_the_same_at_every_device_size_data();
    }
    void outline_of_the_threshold_is_crisp_at_every_device_size() {
        QFETCH(double, ratio);
        FigureLayer layer = map_layer(make_ramp(QStringLiteral("ramp"), 9, photo_), 0);
        layer.style.threshold = 0.5F;
        const QSize size = (QSizeF(photo_) * 4 * ratio).toSize();
        const QImage image = painted(tile({layer}), size, {ratio, 1});
        // The ramp is 0.5 in the middle; the line there is white on black and a few pixels wide.
        const int x = size.width() / 2, y = size.height() / 2;
        const auto [darkest, lightest] = greys(image, {x - 4, y, 8, 1});
        QVERIFY(lightest > 180 && darkest < 80);
        const int reach = static_cast<int>(std::ceil(3 * ratio)) + 1;
        QVERIFY(is_close(image.pixelColor(x - reach, y), ground_));
        QVERIFY(is_close(image.pixelColor(x + reach, y), ground_));
    }

    void exported_overlays_have_the_colors_of_the_canvas() {
        const std::vector<float> values{0.1F, 0.15F, 0.2F, 0.1F, 0.3F, 0.25F};
        const Heatmap map(3, 2, values);
        Image photo{photo_.width(), photo_.height(), {}};
        for (int i = 0; i < photo.width * photo.height; ++i)
            for (const int channel : {ground_.red(), ground_.green(), ground_.blue()})
                photo.rgb.push_back(static_cast<std::uint8_t>(channel));
        for (const std::string_view look_name : {"auto", "fixed"}) {
            const MapLook look = parse_look(look_name);
            FigureLayer layer;
            layer.map = make_layer(QStringLiteral("mean"), {3, 2}, {values.begin(), values.end()}, photo_);
            static_cast<MapLook&>(layer.style) = look;
            layer.range = display_range(layer.map, look);
            const QImage canvas = painted(tile({layer}), photo_);
            // The ring is in a corner.
            const Image file =
                overlay(photo, map.resized(photo.width, photo.height), {0, 0, 0}, look, layer.range);
            for (const QPoint& at : {QPoint(20, 50), QPoint(40, 30), QPoint(40, 50), QPoint(70, 10)}) {
                const std::size_t i = 3 * (static_cast<std::size_t>(at.y()) * photo_.width() + at.x());
                const QColor color(file.rgb[i], file.rgb[i + 1], file.rgb[i + 2]);
                QVERIFY2(is_close(canvas.pixelColor(at), color), qPrintable(color.name()));
            }
        }
    }

    void layers_cover_each_other_in_their_order() {
        FigureLayer low = map_layer(make_flat_layer(QStringLiteral("low"), 0), 1);
        FigureLayer high = map_layer(make_flat_layer(QStringLiteral("high"), 1), 1);
        QVERIFY(
            is_close(painted(tile({low, high}), photo_).pixelColor(9, 9), color_of(ColorMap::viridis, 1)));
        QVERIFY(
            is_close(painted(tile({high, low}), photo_).pixelColor(9, 9), color_of(ColorMap::viridis, 0)));
    }

    void range_decides_which_value_has_which_color() {
        FigureLayer layer = map_layer(make_flat_layer(QStringLiteral("flat"), 0.5F), 1);
        layer.range = {0.25F, 0.5F};
        QVERIFY(is_close(painted(tile({layer}), photo_).pixelColor(9, 9), color_of(ColorMap::viridis, 1)));
    }

    void boxes_are_visible_on_any_background_and_differ_in_dashes() {
        for (const QColor& color : {QColor(Qt::black), QColor(Qt::gray), QColor(Qt::white)}) {
            QList<int> changes;
            for (const auto source :
                 {FigureBox::Source::truth, FigureBox::Source::detector, FigureBox::Source::drawn}) {
                FigureLayer layer;
                layer.kind = LayerKind::truth;
                layer.style = plain_style(1);
                layer.boxes = {{source, QRectF(10, 20, 60, 30), {}}};
                TileFigure figure = tile({layer});
                figure.photo = make_photo(photo_, color);
                const QImage image = painted(figure, {800, 600});
                const auto [darkest, lightest] = greys(image, {380, 195, 40, 10});
                QVERIFY(lightest - darkest > 100);
                // Along the upper edge a solid line has one color, dashes alternate.
                int change = 0;
                for (int x = 120; x < 680; ++x)
                    change += std::abs(qGray(image.pixel(x, 200)) - qGray(image.pixel(x - 1, 200))) > 40;
                changes << change;
                QVERIFY(is_close(image.pixelColor(400, 350), color));
            }
            QCOMPARE(changes[0], 0);
            QVERIFY(changes[1] > 20 && changes[2] > 20);
        }
    }

    void label_is_readable_and_inside() {
        FigureLayer layer;
        layer.kind = LayerKind::truth;
        layer.style = plain_style(1);
        layer.boxes = {{FigureBox::Source::truth, QRectF(60, 0, 19, 40), QStringLiteral("a dog 0.87")}};
        TileFigure with = tile({layer});
        layer.boxes[0].label.clear();
        const QImage image = painted(with, {800, 600});
        const QImage without = painted(tile({layer}), {800, 600});
        QRect changed;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixel(x, y) != without.pixel(x, y)) changed |= QRect(x, y, 1, 1);
        QVERIFY(changed.width() > 40 && changed.height() > 10);
        QVERIFY(changed.right() < 800 && changed.top() >= 0 && changed.left() > 560);
        const auto [darkest, lightest] = greys(image, changed);
        QVERIFY(darkest < 60 && lightest > 140);
    }

    void faint_detector_map_keeps_its_boxes_opaque() {
        FigureLayer layer = map_layer(make_flat_layer(QStringLiteral("detector"), 1), 0);
        layer.kind = LayerKind::detector;
        layer.boxes = {{FigureBox::Source::detector, QRectF(10, 20, 60, 30), {}}};
        const QImage image = painted(tile({layer}), {800, 600});
        QVERIFY(is_close(image.pixelColor(30, 30), ground_));
        const auto [darkest, lightest] = greys(image, {380, 195, 40, 10});
        QVERIFY(lightest - darkest > 60);
    }

    void phrase_colors_are_scaled_to_the_photo() {
        FigureLayer layer;
        layer.kind = LayerKind::phrases;
        layer.style = plain_style(0.5);
        layer.phrase_colors = QImage(2, 1, QImage::Format_ARGB32_Premultiplied);
        layer.phrase_colors.fill(Qt::transparent);
        layer.phrase_colors.setPixelColor(0, 0, QColor(0, 0, 255));
        const QImage image = painted(tile({layer}), {160, 120});
        QVERIFY(is_close(image.pixelColor(10, 60), mixed(QColor(0, 0, 255), ground_, 0.5)));
        QVERIFY(is_close(image.pixelColor(150, 60), ground_));
    }

    void divider_splits_two_figures() {
        TileFigure left = tile({map_layer(make_flat_layer(QStringLiteral("a"), 0), 1)});
        left.other =
            std::make_shared<TileFigure>(tile({map_layer(make_flat_layer(QStringLiteral("b"), 1), 1)}));
        left.divider = 0.25;
        const QImage image = painted(left, {160, 120});
        QVERIFY(is_close(image.pixelColor(38, 60), color_of(ColorMap::viridis, 0)));
        QVERIFY(is_close(image.pixelColor(41, 60), color_of(ColorMap::viridis, 1)));
    }

    void part_of_a_tile_matches_the_complete_tile() {
        FigureLayer layer = map_layer(make_ramp(QStringLiteral("ramp"), 7, photo_), 0.5);
        layer.style.threshold = 0.4F;
        const TileFigure figure = tile({layer});
        const QTransform zoomed = QTransform::fromScale(10, 10);
        QImage whole(800, 600, QImage::Format_RGB32), part(whole.size(), QImage::Format_RGB32);
        const QRect area(200, 100, 300, 200);
        for (QImage* const image : {&whole, &part}) {
            image->fill(Qt::black);
            QPainter painter(image);
            paint_tile(painter, figure, image == &whole ? QRectF(whole.rect()) : QRectF(area), zoomed, {});
        }
        QCOMPARE(part.pixelColor(area.topLeft() - QPoint(1, 1)), QColor(Qt::black));
        int differing = 0;
        for (int y = area.top(); y <= area.bottom(); ++y)
            for (int x = area.left(); x <= area.right(); ++x)
                differing += !is_close(whole.pixelColor(x, y), part.pixelColor(x, y), 8);
        // The outline is traced on another lattice: a few of its edge pixels may differ slightly.
        QVERIFY2(differing < 100, qPrintable(QString::number(differing)));
    }

    void vector_figures_blend_as_the_screen_does() {
        FigureLayer layer = map_layer(make_ramp(QStringLiteral("ramp"), 9, photo_), 1);
        layer.style.blend = BlendMode::multiply;
        QBuffer file;
        QSvgGenerator generator;
        generator.setOutputDevice(&file);
        generator.setSize(photo_);
        generator.setViewBox(QRect({0, 0}, photo_));
        QPainter painter(&generator);
        paint_tile(painter, tile({layer}), QRectF({0, 0}, QSizeF(photo_)), {1, 2});
        painter.end();
        QImage drawn(photo_, QImage::Format_RGB32);
        QPainter on_image(&drawn);
        QSvgRenderer(file.data()).render(&on_image);
        on_image.end();
        const QImage screen = painted(tile({layer}), photo_);
        for (int x = 2; x < 78; ++x)
            QVERIFY2(is_close(drawn.pixelColor(x, 30), screen.pixelColor(x, 30), 6),
                     qPrintable(QStringLiteral("%1: %2, %3")
                                    .arg(x)
                                    .arg(drawn.pixelColor(x, 30).name(), screen.pixelColor(x, 30).name())));
    }

    void raster_of_a_page_is_finer_than_its_points() {
        // A page of 80 x 60 points with four pixels per point resolves the map's steps.
        const HeatmapLayer ramp = make_ramp(QStringLiteral("ramp"), 9, photo_);
        QImage image(320, 240, QImage::Format_RGB32);
        QPainter painter(&image);
        painter.scale(4, 4);
        paint_tile(painter, tile({map_layer(ramp, 1)}), QRectF(0, 0, 80, 60), {1, 4});
        painter.end();
        const QImage native = painted(tile({map_layer(ramp, 1)}), {320, 240});
        for (int x = 2; x < 318; ++x)
            QVERIFY(is_close(image.pixelColor(x, 120), native.pixelColor(x, 120), 3));
    }
};

QTEST_MAIN(CanvasFigureTest)
#include "canvas_figure_test.moc"
