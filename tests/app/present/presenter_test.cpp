// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/present/presentation_window.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QXmlStreamReader>

#include "app/present/presentation_page.h"
#include "support/fake_grounder.h"
#include "support/find_child.h"
#include "support/test_photos.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

class PresenterTest : public QObject {
    Q_OBJECT

    TestPhotos photos_;
    std::shared_ptr<FakeControl> control_;

    Slide slide(const char* photo, std::vector<std::string> phrases) {
        return {photos_.path(QString::fromLatin1(photo)).toStdString(),
                std::move(phrases),
                CanvasView::three_maps,
                {}};
    }
    Script script() {
        Script made;
        made.title = "A show";
        made.slides = {slide("a.png", {"a dog", "the sky"}), slide("b.png", {"a cat"}), slide("c.png", {})};
        made.slides[1].note = "A note";
        made.slides[1].view = CanvasView::mean;
        return made;
    }
    GrounderFactory factory() {
        return [control = control_] { return std::make_shared<FakeGrounder>(control); };
    }
    auto count(const char* phrase) {
        const auto started = control_->copy(&FakeControl::started);
        return std::count(started.begin(), started.end(), phrase);
    }

    std::size_t finished() { return control_->copy(&FakeControl::finished).size(); }
    static QString text(const QWidget* window, const char* name) {
        return child<QLabel>(window, name)->text();
    }

 private Q_SLOTS:
    void init() { control_ = std::make_shared<FakeControl>(); }
    void cleanup() {
        control_->set(&FakeControl::hold, false);
        control_->set(&FakeControl::hold_encoding, false);
    }

    void next_slide_is_prepared_ahead() {
        Presenter presenter(script(), factory());
        QTRY_COMPARE(finished(), 3);
        QCOMPARE(control_->copy(&FakeControl::started),
                 (std::vector<std::string>{"a dog", "the sky", "a cat"}));
        presenter.next();
        presenter.next();
        QCOMPARE(presenter.phrase(), QStringLiteral("a cat"));
        QTRY_VERIFY(presenter.layers());
        QCOMPARE(count("a cat"), 1);
    }

    void slide_after_the_next_is_not_prepared() {
        Presenter presenter(script(), factory());
        QTRY_COMPARE(finished(), 3);
        presenter.go_to({2, 0});
        QVERIFY(presenter.photo().empty());
        QTRY_VERIFY(!presenter.photo().empty());
    }

    void current_slide_comes_before_the_next() {
        control_->set(&FakeControl::hold, true);
        Presenter presenter(script(), factory());
        QTRY_COMPARE(count("a dog"), 1);
        presenter.go_to({1, 0});
        QTRY_COMPARE(count("a cat"), 1);  // work for the first slide is canceled
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
        QTRY_VERIFY(!presenter.photo().empty());
        QVERIFY(!presenter.layers());  // the slide has no phrase
        QVERIFY(presenter.problem().isEmpty());
    }

    void problems_are_reported_and_do_not_stop_the_presentation() {
        Script bad = script();
        bad.slides = {slide("broken.png", {"a dog"}), slide("a.png", {"???", "a dog"})};
        Presenter presenter(bad, factory());
        QTRY_VERIFY(!presenter.problem().isEmpty());
        QVERIFY(presenter.problem().contains(QStringLiteral("broken.png")));
        presenter.next();
        QTRY_VERIFY(presenter.problem().contains(QStringLiteral("no word")));
        presenter.next();
        QTRY_VERIFY(presenter.layers());
        QVERIFY(presenter.problem().isEmpty());
        QCOMPARE(count("???"), 1);
    }

    void without_a_model_photos_are_shown() {
        Presenter presenter(script(), []() -> std::shared_ptr<Grounder> { throw Error("no model here"); });
        QTRY_VERIFY(!presenter.photo().empty());
        QTRY_COMPARE(presenter.problem(), QStringLiteral("no model here"));
        presenter.go_to({2, 0});
        QTRY_VERIFY(!presenter.photo().empty());
        QVERIFY(presenter.problem().isEmpty());
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
        const auto* const canvas = child<HeatmapCanvas>(&window);
        QCOMPARE(canvas->view(), CanvasView::three_maps);
        QTest::keyClick(&window, Qt::Key_D);
        QCOMPARE(canvas->view(), CanvasView::detector);
        QTRY_COMPARE(canvas->content().detector_boxes.size(), std::size_t{1});
        QCOMPARE(canvas->content().detector_boxes[0].rect, QRectF(10, 20, 50, 60));
        QTRY_VERIFY(!canvas->content().combined.empty());
        QTest::keyClick(&window, Qt::Key_Space);  // the detector has no box for "the sky"
        QTRY_COMPARE(text(&window, "phrase"), QStringLiteral("the sky"));
        QTRY_VERIFY(canvas->content().detector_boxes.empty());
    }

    void keys_step_and_close() {
        Presenter presenter(script(), factory());
        QPointer<PresentationWindow> window = new PresentationWindow(&presenter);
        window->resize(1280, 720);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTRY_COMPARE(finished(), 3);
        const auto* const canvas = child<HeatmapCanvas>(window);
        QCOMPARE(text(window, "phrase"), QStringLiteral("a dog"));
        QCOMPARE(text(window, "place"), QStringLiteral("1 / 3, phrase 1 of 2"));
        QTRY_VERIFY(!canvas->tile(2)->layer().empty());
        QTest::keyClick(window, Qt::Key_Space);
        QCOMPARE(text(window, "phrase"), QStringLiteral("the sky"));
        QTest::keyClick(window, Qt::Key_PageDown);
        QCOMPARE(text(window, "phrase"), QStringLiteral("a cat"));
        QCOMPARE(text(window, "note"), QStringLiteral("A note"));
        QCOMPARE(canvas->view(), CanvasView::mean);
        QTest::keyClick(window, Qt::Key_PageUp);
        QTest::keyClick(window, Qt::Key_Left);
        QCOMPARE(text(window, "phrase"), QStringLiteral("a dog"));
        QCOMPARE(canvas->view(), CanvasView::three_maps);
        QTest::keyClick(window, Qt::Key_Right);
        QCOMPARE(text(window, "phrase"), QStringLiteral("the sky"));
        QTest::keyClick(window, Qt::Key_End);
        QCOMPARE(text(window, "place"), QStringLiteral("3 / 3"));
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_VERIFY(!window);
    }

    void a_phrase_of_the_audience_is_typed_and_shown() {
        Presenter presenter(script(), factory());
        PresentationWindow window(&presenter);
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.resize(1280, 720);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_COMPARE(finished(), 3);
        QCOMPARE(text(&window, "place"), QStringLiteral("1 / 3, phrase 1 of 2"));
        auto* const edit = child<QLineEdit>(&window, "ask");
        QVERIFY(!edit->isVisible());
        QTest::keyClick(&window, Qt::Key_T);
        QVERIFY(edit->isVisible());
        QTest::keyClicks(edit, QStringLiteral("the blue door"));
        QCOMPARE(edit->text(), QStringLiteral("the blue door"));  // B and Space are letters here
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(text(&window, "phrase"), QStringLiteral("the blue door"));
        QVERIFY(!edit->isVisible());
        QTRY_VERIFY(presenter.layers());
        QCOMPARE(text(&window, "place"), QStringLiteral("1 / 3, phrase 2 of 3"));
        QCOMPARE(child<QProgressBar>(&window)->maximum(), 5);
        QCOMPARE(child<QProgressBar>(&window)->value(), 2);
        QTest::keyClick(&window, Qt::Key_Space);
        QCOMPARE(text(&window, "phrase"), QStringLiteral("the sky"));
    }

    void the_speaker_has_notes_in_another_window() {
        Script shown = script();
        shown.slides[1].speaker = "Ask for a phrase";
        Presenter presenter(shown, factory());
        PresentationWindow window(&presenter);
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.resize(1280, 720);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_COMPARE(finished(), 3);
        QVERIFY(!visible_window<SpeakerWindow>());
        QTest::keyClick(&window, Qt::Key_N);
        SpeakerWindow* const speaker = visible_window<SpeakerWindow>();
        QVERIFY(speaker);
        QCOMPARE(text(speaker, "phrase"), QStringLiteral("a dog"));
        QCOMPARE(text(speaker, "next"), QStringLiteral("Next: the sky"));
        // Its keys are those of the presentation.
        QTest::keyClick(speaker, Qt::Key_Space);
        QTest::keyClick(speaker, Qt::Key_Space);
        QCOMPARE(text(&window, "phrase"), QStringLiteral("a cat"));
        QCOMPARE(text(speaker, "note"), QStringLiteral("Ask for a phrase\n\nA note"));
        QCOMPARE(text(&window, "note"), QStringLiteral("A note"));
        QCOMPARE(text(speaker, "next"), QStringLiteral("Next photo: c.png"));
        QTest::keyClick(&window, Qt::Key_N);
        QTRY_VERIFY(!visible_window<SpeakerWindow>());
    }

    void a_presentation_is_written_as_one_page() {
        control_->strength = [](const std::string&) { return 0.6F; };
        Script shown = script();
        shown.slides[0].phrases.push_back("???");
        shown.slides.push_back(slide("broken.png", {"<b>a dog</b>"}));
        const QString path = photos_.path(QStringLiteral("show.html"));
        FakeGrounder grounder(control_);
        write_presentation(path.toStdString(), shown, grounder, {});
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray html = file.readAll();
        QXmlStreamReader reader(html);
        int slides = 0, images = 0;
        QString words;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isCharacters()) words += reader.text();
            if (!reader.isStartElement()) continue;
            QVERIFY(reader.name() != QLatin1String("script"));
            slides += reader.attributes().value(QLatin1String("class")).startsWith(QLatin1String("slide"));
            images += reader.name() == QLatin1String("img");
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(slides, 6);  // three phrases, one, a photo alone, a broken one
        QCOMPARE(images, 3 + 3 + 1 + 1);
        QVERIFY(words.contains(QStringLiteral("A show")) && words.contains(QStringLiteral("A note")));
        QVERIFY(words.contains(QStringLiteral("medium")));
        QVERIFY(words.contains(QStringLiteral("no word of this phrase is known")));
        QVERIFY(words.contains(QStringLiteral("broken.png")));
        QVERIFY(words.contains(QStringLiteral("6 / 6")));
        std::stop_source stop;
        stop.request_stop();
        const QString other = photos_.path(QStringLiteral("other.html"));
        QVERIFY_EXCEPTION_THROWN(
            write_presentation(other.toStdString(), shown, grounder, {}, {}, {}, stop.get_token()),
            Cancelled);
        QVERIFY(!QFile::exists(other));
        QFile::remove(path);
    }

    void keys_blank_the_screen_and_point() {
        Presenter presenter(script(), factory());
        PresentationWindow window(&presenter);
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.resize(1280, 720);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto* const curtain = child<QWidget>(&window, "curtain");
        auto* const laser = child<QWidget>(&window, "laser");
        QVERIFY(!curtain->isVisible() && !laser->isVisible());
        QTest::keyClick(&window, Qt::Key_B);
        QVERIFY(curtain->isVisible());
        QCOMPARE(curtain->geometry(), window.rect());
        QTest::keyClick(&window, Qt::Key_B);
        QVERIFY(!curtain->isVisible());
        QTest::keyClick(&window, Qt::Key_L);
        QVERIFY(laser->isVisible());
        QTest::mouseMove(window.canvas(), QPoint(200, 100));
        QTRY_COMPARE(laser->geometry().center(), window.canvas()->mapTo(&window, QPoint(200, 100)));
        QTest::keyClick(&window, Qt::Key_L);
        QVERIFY(!laser->isVisible());
    }
};

QTEST_MAIN(PresenterTest)
#include "presenter_test.moc"
