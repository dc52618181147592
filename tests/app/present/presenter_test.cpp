// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/present/presentation_window.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include "support/fake_grounder.h"
#include "support/test_photos.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

class PresenterTest : public QObject {
    Q_OBJECT

    TestPhotos photos_;
    std::shared_ptr<FakeControl> control_;

    Slide slide(const char* photo, std::vector<std::string> phrases) {
        return {
            photos_.path(QString::fromLatin1(photo)).toStdString(), std::move(phrases), SlideView::three, {}};
    }
    Script script() {
        Script made;
        made.title = "A show";
        made.slides = {slide("a.png", {"a dog", "the sky"}), slide("b.png", {"a cat"}), slide("c.png", {})};
        made.slides[1].note = "A note";
        made.slides[1].view = SlideView::mean;
        return made;
    }
    GrounderFactory factory() {
        return [control = control_] { return std::make_shared<FakeGrounder>(control); };
    }
    auto count(const char* phrase) {
        const auto started = control_->copy(&FakeControl::started);
        return std::count(started.begin(), started.end(), phrase);
    }

 private Q_SLOTS:
    void init() { control_ = std::make_shared<FakeControl>(); }
    void cleanup() {
        control_->set(&FakeControl::hold, false);
        control_->set(&FakeControl::hold_encoding, false);
    }

    void next_slide_is_prepared_ahead() {
        Presenter presenter(script(), factory());
        QTRY_VERIFY(presenter.is_ready(0));
        QTRY_VERIFY(presenter.is_ready(1));
        QVERIFY(!presenter.is_ready(2));  // not further than one
        QCOMPARE(control_->copy(&FakeControl::started),
                 (std::vector<std::string>{"a dog", "the sky", "a cat"}));
        presenter.next();
        presenter.next();
        QCOMPARE(presenter.phrase(), QStringLiteral("a cat"));
        QVERIFY(presenter.layers());  // at once
        QCOMPARE(count("a cat"), 1);
    }

    void current_slide_comes_before_the_next() {
        control_->set(&FakeControl::hold, true);
        Presenter presenter(script(), factory());
        QTRY_COMPARE(count("a dog"), 1);
        presenter.go_to({1, 0});
        QTRY_COMPARE(count("a cat"), 1);  // what was made for the first slide is given up
        control_->set(&FakeControl::hold, false);
        QTRY_VERIFY(presenter.layers());
        QCOMPARE(presenter.photo().size(), QSize(120, 160));
    }

    void steps_stop_at_both_ends() {
        Presenter presenter(script(), factory());
        QVERIFY(!presenter.previous());
        int steps = 0;
        while (presenter.next()) ++steps;
        QCOMPARE(steps, 3);
        QCOMPARE(presenter.place().slide, std::size_t{2});
        QTRY_VERIFY(presenter.is_ready(2));
        QVERIFY(!presenter.layers());  // it has no phrase
        QVERIFY(presenter.trouble().isEmpty());
    }

    void problems_are_reported_and_do_not_stop_the_presentation() {
        Script bad = script();
        bad.slides = {slide("broken.png", {"a dog"}), slide("a.png", {"???", "a dog"})};
        Presenter presenter(bad, factory());
        QTRY_VERIFY(!presenter.trouble().isEmpty());
        QVERIFY(presenter.trouble().contains(QStringLiteral("broken.png")));
        presenter.next();
        QTRY_VERIFY(presenter.trouble().contains(QStringLiteral("no word")));
        presenter.next();
        QTRY_VERIFY(presenter.layers());
        QVERIFY(presenter.trouble().isEmpty());
        QCOMPARE(count("???"), 1);
    }

    void without_a_model_photos_are_shown() {
        Presenter presenter(script(), []() -> std::shared_ptr<Grounder> { throw Error("no model here"); });
        QTRY_VERIFY(!presenter.photo().empty());
        QTRY_COMPARE(presenter.trouble(), QStringLiteral("no model here"));
        presenter.go_to({2, 0});
        QTRY_VERIFY(!presenter.photo().empty());
        QVERIFY(presenter.trouble().isEmpty());
    }

    void detector_is_shown_next_to_the_model() {
        DetectorSource boxes;
        photos_.write(QStringLiteral("boxes.jsonl"),
                      "{\"image\": \"a.png\", \"phrase\": \"a dog\", \"width\": 160, \"height\": 120, "
                      "\"boxes\": [[10, 20, 60, 80]], \"scores\": [0.75]}\n");
        boxes.open({photos_.path(QStringLiteral("boxes.jsonl"))});
        QTRY_VERIFY(boxes.is_open());
        Presenter presenter(script(), factory());
        PresentationWindow window(&presenter, &boxes);
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.resize(1280, 720);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(presenter.layers());
        QCOMPARE(window.canvas()->view(), CanvasView::three_maps);
        QTest::keyClick(&window, Qt::Key_D);
        QCOMPARE(window.canvas()->view(), CanvasView::detector);
        QTRY_COMPARE(window.canvas()->content().detector_boxes.size(), std::size_t{1});
        QCOMPARE(window.canvas()->content().detector_boxes[0].rect, QRectF(10, 20, 50, 60));
        QTRY_VERIFY(!window.canvas()->content().combined.empty());
        QTest::keyClick(&window, Qt::Key_Space);  // the sky: the detector knows none
        QTRY_COMPARE(window.phrase_text(), QStringLiteral("the sky"));
        QTRY_VERIFY(window.canvas()->content().detector_boxes.empty());
    }

    void keys_step_and_close() {
        Presenter presenter(script(), factory());
        QPointer<PresentationWindow> window = new PresentationWindow(&presenter);
        window->resize(1280, 720);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTRY_VERIFY(presenter.is_ready(1));
        QCOMPARE(window->phrase_text(), QStringLiteral("a dog"));
        QCOMPARE(window->place_text(), QStringLiteral("1 / 3"));
        QVERIFY(!window->canvas()->tile(2)->layer().empty());
        QTest::keyClick(window, Qt::Key_Space);
        QCOMPARE(window->phrase_text(), QStringLiteral("the sky"));
        QTest::keyClick(window, Qt::Key_PageDown);
        QCOMPARE(window->phrase_text(), QStringLiteral("a cat"));
        QCOMPARE(window->note_text(), QStringLiteral("A note"));
        QCOMPARE(window->canvas()->view(), CanvasView::mean);
        QTest::keyClick(window, Qt::Key_PageUp);
        QTest::keyClick(window, Qt::Key_Left);
        QCOMPARE(window->phrase_text(), QStringLiteral("a dog"));
        QCOMPARE(window->canvas()->view(), CanvasView::three_maps);
        QTest::keyClick(window, Qt::Key_Right);
        QCOMPARE(window->phrase_text(), QStringLiteral("the sky"));
        QTest::keyClick(window, Qt::Key_End);
        QCOMPARE(window->place_text(), QStringLiteral("3 / 3"));
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_VERIFY(!window);
    }
};

QTEST_MAIN(PresenterTest)
#include "presenter_test.moc"
