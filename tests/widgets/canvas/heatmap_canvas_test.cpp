// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/canvas/heatmap_canvas.h"
#include "support/test_layers.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace gbs;
using namespace gbs::widgets;

class HeatmapCanvasTest : public QObject {
    Q_OBJECT

    std::unique_ptr<HeatmapCanvas> canvas_;

    void set_layers(const HeatmapLayer& one) {
        CanvasContent content;
        content.layers = {one, one, one};
        canvas_->set_content(content);
    }
    void set_style(const LayerStyle& style) { canvas_->stack()->set_style(LayerKind::mean, style); }
    void hide_peaks() { canvas_->stack()->set_visible(LayerKind::peak, false); }

    static HeatmapLayer layer(QPoint peak) {
        HeatmapLayer made;
        made.name = QStringLiteral("test");
        made.grid = {4, 3};
        made.values = QVector<float>(12, 0.25F);
        made.values[5] = 0.75F;
        made.peak = peak;
        made.peak_value = 0.75F;
        made.lowest = 0.25F;
        made.highest = 0.75F;
        return made;
    }
    HeatmapView* view(std::size_t tile) { return canvas_->tile(tile)->view(); }
    QImage drawn(std::size_t tile) { return view(tile)->grab().toImage(); }
    QColor color_at(std::size_t tile, QPoint pixel) {
        const QImage image = drawn(tile);
        return image.pixelColor(
            (position_of(*canvas_, view(tile), pixel) * image.devicePixelRatio()).toPoint());
    }
    static bool close(const QColor& a, const QColor& b) {
        return std::abs(a.red() - b.red()) <= 2 && std::abs(a.green() - b.green()) <= 2 &&
               std::abs(a.blue() - b.blue()) <= 2;
    }

    static void move_mouse(QWidget* widget, QPointF place) {
        QMouseEvent event(QEvent::MouseMove, place, widget->mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                          {});
        QCoreApplication::sendEvent(widget, &event);
    }

 private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));  // texts have numbers
    }
    void init() {
        canvas_ = std::make_unique<HeatmapCanvas>();
        canvas_->resize(900, 320);
        canvas_->show();
        QVERIFY(QTest::qWaitForWindowExposed(canvas_.get()));
        QImage photo(400, 300, QImage::Format_RGB32);
        photo.fill(QColor(200, 100, 50));
        canvas_->set_photo(std::make_shared<PhotoPyramid>(photo));
        QCoreApplication::processEvents();
    }
    void cleanup() { canvas_.reset(); }

    void without_layers_the_photo_is_drawn() {
        QVERIFY(close(color_at(0, {200, 150}), QColor(200, 100, 50)));
    }

    void opacity_mixes_photo_and_colors() {
        hide_peaks();
        const HeatmapLayer one = layer({10, 10});
        set_layers(one);
        const QColor map = color_of(ColorMap::viridis, 0.25F);
        for (const double opacity : {0.0, 0.5, 1.0}) {
            set_style(plain_style(opacity));
            const auto mix = [opacity](int over, int under) {
                return static_cast<int>(over * opacity + under * (1 - opacity));
            };
            const QColor expected(mix(map.red(), 200), mix(map.green(), 100), mix(map.blue(), 50));
            const QColor seen = color_at(0, {390, 290});
            QVERIFY2(close(seen, expected), qPrintable(seen.name() + QLatin1Char(' ') + expected.name()));
        }
    }

    void without_a_phrase_there_is_one_photo() {
        QCOMPARE(canvas_->figure().tiles.size(), std::size_t{1});
        QVERIFY(!canvas_->figure().tiles[0].has_color_bar);
        canvas_->set_view(CanvasView::mean);
        QCOMPARE(canvas_->figure().tiles.size(), std::size_t{1});
        canvas_->set_view(CanvasView::three_maps);
        CanvasContent content;
        content.phrase = QStringLiteral("a dog");  // its maps will come
        canvas_->set_content(content);
        QCOMPARE(canvas_->figure().tiles.size(), std::size_t{3});
    }

    void more_tiles_change_the_scale() {
        QSignalSpy spy(canvas_.get(), &HeatmapCanvas::scale_changed);
        const double alone = canvas_->scale();
        set_layers(layer({10, 10}));
        QCOMPARE(spy.size(), 1);
        QCoreApplication::processEvents();
        QVERIFY(canvas_->scale() < alone);
        set_layers(layer({20, 20}));
        QCOMPARE(spy.size(), 1);
    }

    void the_phrase_is_the_title() {
        const auto* const title = canvas_->findChild<QLabel*>(QStringLiteral("phrase_title"));
        QVERIFY(title->isHidden());
        CanvasContent content;
        content.phrase = QStringLiteral("a dog");
        content.sides = {{content.phrase}};
        canvas_->set_content(content);
        QCOMPARE(title->text(), QStringLiteral("a dog"));
        QVERIFY(title->isVisible());
        // Two phrases stand above their sides.
        canvas_->set_view(CanvasView::sides);
        QVERIFY(title->isHidden());
    }

    void hidden_maps_leave_the_photo() {
        const HeatmapLayer one = layer({10, 10});
        set_layers(one);
        canvas_->stack()->set_visible(LayerKind::i2t, false);
        QVERIFY(close(color_at(1, {390, 290}), QColor(200, 100, 50)));
    }

    void auto_limits_use_the_full_color_map_and_are_labeled() {
        hide_peaks();
        const HeatmapLayer one = layer({10, 10});
        set_layers(one);
        LayerStyle style = plain_style(1);
        set_style(style);
        QCOMPARE(canvas_->tile(0)->color_bar()->text(), QStringLiteral("0–1; values 0.25 to 0.75"));
        style.limits = Limits::per_map;
        set_style(style);
        QVERIFY(close(color_at(0, {390, 290}), color_of(ColorMap::viridis, 0)));
        QCOMPARE(canvas_->tile(0)->color_bar()->text(), QStringLiteral("auto; values 0.25 to 0.75"));
    }

    void peak_is_drawn_at_its_position_on_any_color() {
        for (const int grey : {0, 128, 255}) {
            QImage photo(400, 300, QImage::Format_RGB32);
            photo.fill(QColor(grey, grey, grey));
            canvas_->set_photo(std::make_shared<PhotoPyramid>(photo));
            const HeatmapLayer one = layer({100, 200});
            set_layers(one);
            set_style(plain_style(0));
            const QPoint center = position_of(*canvas_, view(0), {100, 200}).toPoint();
            const QImage around = drawn(0).copy(QRect(center - QPoint(14, 14), QSize(29, 29)));
            int lightest = 0, darkest = 255;
            for (int y = 0; y < around.height(); ++y)
                for (int x = 0; x < around.width(); ++x) {
                    lightest = std::max(lightest, qGray(around.pixel(x, y)));
                    darkest = std::min(darkest, qGray(around.pixel(x, y)));
                }
            QVERIFY(lightest > 200 && darkest < 90);
            // Nothing is drawn elsewhere.
            QVERIFY(close(color_at(0, {300, 60}), QColor(grey, grey, grey)));
        }
    }

    void wheel_zooms_to_the_pointer_in_all_tiles() {
        set_layers(layer({10, 10}));
        QCoreApplication::processEvents();
        const QPointF at(60, 80);
        const QPointF before = canvas_->viewport()->transform(view(1)->size()).inverted().map(at);
        QWheelEvent wheel(at, view(1)->mapToGlobal(at), {}, {0, 360}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view(1), &wheel);
        const QPointF after = canvas_->viewport()->transform(view(1)->size()).inverted().map(at);
        QVERIFY((before - after).manhattanLength() < 1e-6);
        for (const std::size_t tile : {std::size_t{0}, std::size_t{2}}) {
            // Tile sizes differ by at most a pixel of rounding, so a photo pixel has the same
            // position in each.
            const QPointF difference =
                position_of(*canvas_, view(tile), {50, 50}) - position_of(*canvas_, view(1), {50, 50});
            QVERIFY(difference.manhattanLength() <= 1);
        }
        canvas_->viewport()->fit();
        QVERIFY(canvas_->viewport()->fits());
    }

    void dragging_pans_all_tiles() {
        set_layers(layer({10, 10}));
        QCoreApplication::processEvents();
        canvas_->zoom_by(3);
        const QPointF before = position_of(*canvas_, view(2), {200, 150});
        QTest::mousePress(view(0), Qt::LeftButton, {}, {100, 100});
        move_mouse(view(0), {130, 90});
        QTest::mouseRelease(view(0), Qt::LeftButton, {}, {130, 90});
        QCOMPARE((position_of(*canvas_, view(2), {200, 150}) - before).toPoint(), QPoint(30, -10));
    }

    void actual_size_is_one_device_pixel_per_photo_pixel() {
        canvas_->show_actual_size();
        const QPointF step =
            position_of(*canvas_, view(0), {101, 100}) - position_of(*canvas_, view(0), {100, 100});
        QCOMPARE(step.x() * view(0)->devicePixelRatioF(), 1.0);
    }

    void pointer_reports_the_pixel() {
        QSignalSpy spy(canvas_.get(), &HeatmapCanvas::pixel_pointed);
        set_layers(layer({10, 10}));
        canvas_->zoom_by(4);
        move_mouse(view(2), position_of(*canvas_, view(2), {210, 140}));
        QTRY_VERIFY(!spy.isEmpty());
        QCOMPARE(spy.last().front().value<std::optional<QPoint>>().value(), QPoint(210, 140));
    }

    void double_click_requests_one_map_and_all_again() {
        set_layers(layer({10, 10}));
        QCoreApplication::processEvents();
        QSignalSpy spy(canvas_.get(), &HeatmapCanvas::view_requested);
        QTest::mouseDClick(view(1), Qt::LeftButton);
        QCOMPARE(spy.last().front().value<CanvasView>(), CanvasView::i2t);
        canvas_->set_view(CanvasView::i2t);
        QTest::mouseDClick(view(1), Qt::LeftButton);
        QCOMPARE(spy.last().front().value<CanvasView>(), CanvasView::three_maps);
    }

    void huge_photo_is_drawn_from_a_small_level() {
        QImage huge(12000, 9000, QImage::Format_RGB888);
        huge.fill(QColor(10, 200, 30));
        const auto pyramid = std::make_shared<PhotoPyramid>(huge);
        QVERIFY(pyramid->level_for(300.0 / 12000).width() <= 1024);
        QCOMPARE(pyramid->level_for(1).width(), 12000);
        canvas_->set_photo(pyramid);
        canvas_->zoom_by(5);
        drawn(0);
        QElapsedTimer clock;
        clock.start();
        constexpr int frames = 20;
        for (int i = 0; i < frames; ++i) {
            canvas_->viewport()->pan({5, 3}, view(0)->size());
            drawn(0);
        }
        const double frame = static_cast<double>(clock.elapsed()) / frames;
        qInfo("%.1f ms a frame of one tile", frame);
        QVERIFY2(frame < 100, qPrintable(QString::number(frame)));
    }
};

QTEST_MAIN(HeatmapCanvasTest)
#include "heatmap_canvas_test.moc"
