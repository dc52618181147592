// SPDX-License-Identifier: GPL-3.0-or-later

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include "support/test_layers.h"
#include "widgets/canvas/heatmap_canvas.h"

using namespace gbs;
using namespace gbs::widgets;

/// Marking points and boxes with the mouse.
class CanvasToolsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<LayerStack> stack_;
    std::unique_ptr<HeatmapCanvas> canvas_;

    HeatmapView* view() { return canvas_->tile(2)->view(); }
    static void send_mouse(QWidget* widget, QEvent::Type type, QPointF place, Qt::MouseButton button) {
        QMouseEvent event(type, place, widget->mapToGlobal(place),
                          type == QEvent::MouseMove ? Qt::NoButton : button,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : button, {});
        QCoreApplication::sendEvent(widget, &event);
    }
    void press(QPointF place, Qt::MouseButton button = Qt::LeftButton) {
        send_mouse(view(), QEvent::MouseButtonPress, place, button);
    }
    void move(QPointF place, Qt::MouseButton button = Qt::LeftButton) {
        send_mouse(view(), QEvent::MouseMove, place, button);
    }
    void release(QPointF place, Qt::MouseButton button = Qt::LeftButton) {
        send_mouse(view(), QEvent::MouseButtonRelease, place, button);
    }
    /// The position of the upper left corner of a pixel.
    QPointF corner(QPoint pixel) {
        return canvas_->viewport()->transform(view()->size()).map(QPointF(pixel));
    }

 private Q_SLOTS:
    void init() {
        stack_ = std::make_unique<LayerStack>();
        canvas_ = std::make_unique<HeatmapCanvas>(stack_.get());
        canvas_->resize(700, 500);
        canvas_->set_view(CanvasView::mean);
        canvas_->set_photo(make_photo({400, 300}, QColor(90, 90, 90)));
        canvas_->show();
        QVERIFY(QTest::qWaitForWindowExposed(canvas_.get()));
    }
    void cleanup() { canvas_.reset(); }

    void click_marks_the_pixel_under_the_pointer() {
        QSignalSpy marked(canvas_.get(), &HeatmapCanvas::point_marked);
        canvas_->set_tool(CanvasTool::mark_point);
        canvas_->zoom_by(3);
        press(position_of(*canvas_, view(), {210, 140}));
        QCOMPARE(marked.size(), 0);
        // The point can be moved until the button is released.
        move(position_of(*canvas_, view(), {211, 150}));
        release(position_of(*canvas_, view(), {211, 150}));
        QCOMPARE(marked.size(), 1);
        QCOMPARE(marked.front().front().toPoint(), QPoint(211, 150));
    }

    void click_outside_the_photo_marks_nothing() {
        QSignalSpy marked(canvas_.get(), &HeatmapCanvas::point_marked);
        canvas_->set_tool(CanvasTool::mark_point);
        canvas_->zoom_by(0.6);
        QVERIFY(!view()->pixel_at({2, 2}));
        press({2, 2});
        release({2, 2});
        QCOMPARE(marked.size(), 0);
    }

    void drag_marks_a_box_in_any_direction() {
        QSignalSpy marked(canvas_.get(), &HeatmapCanvas::box_marked);
        canvas_->set_tool(CanvasTool::mark_box);
        canvas_->zoom_by(2);
        const QPointF inset(0.5, 0.5);
        press(corner({180, 190}) - inset);
        move(corner({150, 120}));
        release(corner({150, 120}) + inset);
        QCOMPARE(marked.size(), 1);
        QCOMPARE(marked.front().front().toRect(), QRect(QPoint(150, 120), QSize(30, 70)));
    }

    void box_is_clamped_to_the_photo() {
        QSignalSpy marked(canvas_.get(), &HeatmapCanvas::box_marked);
        canvas_->set_tool(CanvasTool::mark_box);
        canvas_->zoom_by(0.6);
        press(position_of(*canvas_, view(), {100, 100}));
        release({690, 495});
        QCOMPARE(marked.size(), 1);
        QCOMPARE(marked.front().front().toRect().bottomRight(), QPoint(399, 299));
        press({1, 1});
        release({5, 5});
        QCOMPARE(marked.size(), 1);  // outside the photo there is nothing to mark
    }

    void click_without_a_drag_makes_no_box() {
        QSignalSpy marked(canvas_.get(), &HeatmapCanvas::box_marked);
        canvas_->set_tool(CanvasTool::mark_box);
        press(position_of(*canvas_, view(), {100, 100}));
        release(position_of(*canvas_, view(), {100, 100}) + QPointF(1, 1));
        QCOMPARE(marked.size(), 0);
    }

    void escape_cancels_a_drag_and_is_ignored_otherwise() {
        QSignalSpy boxes(canvas_.get(), &HeatmapCanvas::box_marked);
        QSignalSpy points(canvas_.get(), &HeatmapCanvas::point_marked);
        for (const CanvasTool tool : {CanvasTool::mark_box, CanvasTool::mark_point}) {
            canvas_->set_tool(tool);
            press(position_of(*canvas_, view(), {100, 100}));
            move(position_of(*canvas_, view(), {200, 200}));
            QKeyEvent asked(QEvent::ShortcutOverride, Qt::Key_Escape, {});
            asked.ignore();
            QCoreApplication::sendEvent(view(), &asked);
            QVERIFY(asked.isAccepted());
            QTest::keyClick(view(), Qt::Key_Escape);
            release(position_of(*canvas_, view(), {200, 200}));
        }
        QVERIFY(boxes.isEmpty() && points.isEmpty());
        QKeyEvent asked(QEvent::ShortcutOverride, Qt::Key_Escape, {});
        asked.ignore();
        QCoreApplication::sendEvent(view(), &asked);
        QVERIFY(!asked.isAccepted());
    }

    void middle_button_and_space_pan_with_any_tool() {
        QSignalSpy marked(canvas_.get(), &HeatmapCanvas::box_marked);
        canvas_->set_tool(CanvasTool::mark_box);
        canvas_->zoom_by(3);
        const QPointF before = position_of(*canvas_, view(), {200, 150});
        press({100, 100}, Qt::MiddleButton);
        move({130, 90}, Qt::MiddleButton);
        release({130, 90}, Qt::MiddleButton);
        QCOMPARE((position_of(*canvas_, view(), {200, 150}) - before).toPoint(), QPoint(30, -10));
        QTest::keyPress(view(), Qt::Key_Space);
        press({100, 100});
        move({90, 120});
        release({90, 120});
        QTest::keyRelease(view(), Qt::Key_Space);
        QCOMPARE((position_of(*canvas_, view(), {200, 150}) - before).toPoint(), QPoint(20, 10));
        QVERIFY(marked.isEmpty());
        press({100, 100});
        release({150, 160});
        QCOMPARE(marked.size(), 1);
    }

    void cursor_depends_on_the_tool() {
        canvas_->set_tool(CanvasTool::mark_point);
        QCOMPARE(view()->cursor().shape(), Qt::CrossCursor);
        press({100, 100}, Qt::MiddleButton);
        QCOMPARE(view()->cursor().shape(), Qt::ClosedHandCursor);
        release({100, 100}, Qt::MiddleButton);
        canvas_->set_tool(CanvasTool::pan);
        QCOMPARE(view()->cursor().shape(), Qt::ArrowCursor);
    }

    void double_click_while_marking_does_not_change_the_view() {
        QSignalSpy wanted(canvas_.get(), &HeatmapCanvas::view_requested);
        canvas_->set_tool(CanvasTool::mark_point);
        QTest::mouseDClick(view(), Qt::LeftButton);
        QCOMPARE(wanted.size(), 0);
    }

    void box_is_visible_while_drawn() {
        canvas_->set_tool(CanvasTool::mark_box);
        const QImage before = view()->grab().toImage();
        press(position_of(*canvas_, view(), {100, 100}));
        move(position_of(*canvas_, view(), {250, 220}));
        QVERIFY(view()->grab().toImage() != before);
        QTest::keyClick(view(), Qt::Key_Escape);
    }
};

QTEST_MAIN(CanvasToolsTest)
#include "canvas_tools_test.moc"
