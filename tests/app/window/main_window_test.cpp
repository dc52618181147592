// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/window_host.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLocale>
#include <QMessageBox>
#include <QMimeData>
#include <QMouseEvent>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardPaths>
#include <QTest>

#include "app/controllers/canvas_controller.h"
#include "app/controllers/images_controller.h"
#include "app/controllers/phrase_controller.h"
#include "app/controllers/settings_controller.h"
#include "core/base/error.h"
#include "support/fake_grounder.h"
#include "support/find_child.h"
#include "support/test_layers.h"
#include "support/test_photos.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

namespace {

const char* const labelme_file =
    R"json({"version": "5.0.1", "flags": {}, "imagePath": "a.png", "imageData": null,
"imageHeight": 120, "imageWidth": 160, "shapes": [{"label": "a dog", "points": [[20, 30], [100, 90]],
"group_id": null, "shape_type": "rectangle", "flags": {}}]})json";

}  // namespace

/// The real window with a fake model.
class MainWindowTest : public QObject {
    Q_OBJECT

    TestPhotos photos_;
    std::shared_ptr<FakeControl> control_;
    std::unique_ptr<WindowHost> host_;
    MainWindow* window_ = nullptr;

    void make_window() {
        control_ = std::make_shared<FakeControl>();
        host_.reset();
        host_ = std::make_unique<WindowHost>(
            [control = control_] { return std::make_shared<FakeGrounder>(control); });
        window_ = host_->window();
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_));
    }
    void open(const QString& name) {
        window_->open({photos_.path(name)});
        QTRY_COMPARE(window_->explorer()->photo().path, photos_.path(name));
        QTRY_VERIFY(!window_->explorer()->busy());
    }
    void type(const QString& phrase) {
        QLineEdit* const edit = panel()->edit();
        edit->clear();
        QTest::keyClicks(edit, phrase);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    const HeatmapLayer& layer(std::size_t tile) { return window_->canvas()->tile(tile)->layer(); }
    PhrasePanel* panel() { return child<PhrasePanel>(window_); }
    ImageListPanel* images() { return child<ImageListPanel>(window_); }
    QAction* action(const char* id) { return window_->action(QString::fromLatin1(id)); }
    PhraseState state(const QString& phrase) {
        PhraseModel* const phrases = window_->explorer()->phrases();
        return phrases->items().at(phrases->find_row(phrase)).state;
    }
    void drop_on_window(const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window_, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window_, &drop);
    }

 private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));  // texts have numbers
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setQuitOnLastWindowClosed(false);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer test"));
    }
    void init() {
        QSettings().clear();
        // These tests count encodings.
        QSettings().setValue(QStringLiteral("images/encode_ahead"), false);
        make_window();
    }
    void cleanup() {
        control_->set(&FakeControl::hold, false);
        control_->set(&FakeControl::hold_encoding, false);
        host_.reset();
    }

    void typed_phrase_shows_three_maps() {
        open(QStringLiteral("a.png"));
        type(QStringLiteral("a dog"));
        QTRY_VERIFY(!layer(2).empty());
        const QSize size = window_->explorer()->photo().size();
        const std::array expected{fake_map("a dog", 0.6), fake_map("a dog", 0.8), fake_map("a dog", 0.7)};
        for (std::size_t i = 0; i < 3; ++i) {
            const Peak peak = expected[i].resized_peak(size.width(), size.height());
            QCOMPARE(layer(i).peak, QPoint(peak.x, peak.y));
            QCOMPARE(layer(i).peak_value, peak.value);
        }
        QCOMPARE(state(QStringLiteral("a dog")), PhraseState::ready);
        QTRY_COMPARE(window_->status_line()->activity(), QStringLiteral("Ready"));
    }

    void new_phrase_cancels_and_goes_first() {
        open(QStringLiteral("a.png"));
        control_->set(&FakeControl::hold, true);
        type(QStringLiteral("one"));
        QTRY_COMPARE(control_->copy(&FakeControl::started).size(), std::size_t{1});
        type(QStringLiteral("two"));
        QTRY_COMPARE(control_->copy(&FakeControl::cancelled), std::vector<std::string>{"one"});
        // Two more while the worker is blocked: the last one wins.
        type(QStringLiteral("three"));
        type(QStringLiteral("four"));
        control_->set(&FakeControl::hold, false);
        QTRY_VERIFY(!window_->explorer()->busy());
        const auto finished = control_->copy(&FakeControl::finished);
        QCOMPARE(finished.front(), std::string("four"));
        QCOMPARE(finished.size(), std::size_t{4});
        for (const char* phrase : {"one", "two", "three", "four"})
            QCOMPARE(state(QString::fromLatin1(phrase)), PhraseState::ready);
        QCOMPARE(window_->explorer()->current_phrase(), QStringLiteral("four"));
    }

    void phrase_typed_while_encoding_does_not_encode_twice() {
        control_->set(&FakeControl::hold_encoding, true);
        window_->open({photos_.path(QStringLiteral("a.png"))});
        QTRY_VERIFY(!window_->explorer()->photo().empty());
        QTRY_COMPARE(control_->encodings, 1);
        type(QStringLiteral("a dog"));
        type(QStringLiteral("a cat"));
        control_->set(&FakeControl::hold_encoding, false);
        QTRY_VERIFY(!window_->explorer()->busy());
        QCOMPARE(control_->encodings, 1);
        QCOMPARE(control_->cancelled_encodings, 0);
        QCOMPARE(control_->copy(&FakeControl::finished).front(), std::string("a cat"));
    }

    void other_photo_cancels_the_encoding() {
        control_->set(&FakeControl::hold_encoding, true);
        window_->open({photos_.path(QStringLiteral("a.png"))});
        QTRY_COMPARE(control_->encodings, 1);
        window_->explorer()->show_image(photos_.path(QStringLiteral("b.png")));
        QTRY_COMPARE(control_->cancelled_encodings, 1);
        QTRY_COMPARE(control_->encodings, 2);
    }

    void next_photo_keeps_phrases_and_grounds_them_again() {
        open(QStringLiteral("a.png"));
        type(QStringLiteral("a dog"));
        QTRY_VERIFY(!window_->explorer()->busy());  // or the next phrase would cancel and start it again
        type(QStringLiteral("the sky"));
        QTRY_VERIFY(!window_->explorer()->busy());
        action("go.next_image")->trigger();
        QTRY_COMPARE(window_->explorer()->photo().path, photos_.path(QStringLiteral("b.png")));
        QTRY_VERIFY(!window_->explorer()->busy());
        QCOMPARE(window_->explorer()->phrases()->rowCount(), 2);
        const auto started = control_->copy(&FakeControl::started);
        QCOMPARE(std::count(started.begin(), started.end(), "a dog"), 2);
        QCOMPARE(layer(2).peak, to_layer_peak("the sky", {120, 160}));
        // Going back needs no grounding: the maps are cached.
        action("go.previous_image")->trigger();
        QTRY_COMPARE(window_->explorer()->photo().path, photos_.path(QStringLiteral("a.png")));
        QTRY_VERIFY(!window_->explorer()->busy());
        QCOMPARE(control_->copy(&FakeControl::started).size(), started.size());
        QCOMPARE(layer(2).peak, to_layer_peak("the sky", {160, 120}));
    }

    void keys_step_past_a_broken_photo() {
        open(QStringLiteral("b.png"));
        // The photo is skipped once its thumbnail has failed; before that it is reported.
        const auto told = [this] {
            return window_->message_bar()->text().contains(QStringLiteral("broken.png"));
        };
        const auto at = [this](const char* name) {
            return window_->explorer()->photo().path == photos_.path(QString::fromLatin1(name));
        };
        action("go.next_image")->trigger();
        QTRY_VERIFY(told() || at("c.png"));
        if (!at("c.png")) {
            QVERIFY(at("b.png"));
            action("go.next_image")->trigger();
        }
        QTRY_VERIFY(at("c.png"));
    }

    void broken_photo_shows_a_message_and_keeps_the_old_one() {
        open(QStringLiteral("a.png"));
        type(QStringLiteral("a dog"));
        QTRY_VERIFY(!layer(2).empty());
        window_->open({photos_.path(QStringLiteral("broken.png"))});
        QTRY_VERIFY(window_->message_bar()->text().contains(QStringLiteral("broken.png")));
        QTRY_VERIFY(!window_->explorer()->busy());
        QCOMPARE(window_->explorer()->photo().path, photos_.path(QStringLiteral("a.png")));
        QVERIFY(!layer(2).empty());
    }

    void missing_file_and_folder_without_images_are_reported() {
        open(QStringLiteral("a.png"));
        window_->open({photos_.path(QStringLiteral("nowhere.png"))});
        QVERIFY(window_->message_bar()->text().contains(QStringLiteral("nowhere.png")));
        const QTemporaryDir empty;
        window_->open({empty.path()});
        QTRY_VERIFY(window_->message_bar()->text().contains(empty.path()));
        QCOMPARE(window_->explorer()->photo().path, photos_.path(QStringLiteral("a.png")));
        QCOMPARE(images()->list()->model()->rowCount(), 4);
    }

    void dropped_folder_is_opened() {
        drop_on_window(photos_.folder.path());
        QTRY_COMPARE(window_->explorer()->photo().path, photos_.path(QStringLiteral("a.png")));
        QCOMPARE(images()->list()->model()->rowCount(), 4);
    }

    void a_dropped_folder_of_annotations_asks_what_it_is() {
        const QTemporaryDir folder;
        QFile labels(folder.filePath(QStringLiteral("a.json")));
        QVERIFY(labels.open(QIODevice::WriteOnly));
        labels.write(labelme_file);
        labels.close();
        open(QStringLiteral("a.png"));
        type(QStringLiteral("a dog"));
        const auto box = [this] { return window_->findChild<QMessageBox*>(); };
        drop_on_window(folder.path() + QLatin1Char('/'));
        QTRY_VERIFY(box());
        QVERIFY2(box()->text().contains(QStringLiteral("labelme")), qPrintable(box()->text()));
        QVERIFY(!box()->findChild<QPushButton*>(QStringLiteral("open_photos")));  // it has none
        QTest::mouseClick(child<QPushButton>(box(), "open_detector"), Qt::LeftButton);
        QTRY_COMPARE(window_->canvas()->content().detector_boxes.size(), std::size_t{1});
        QCOMPARE(window_->canvas()->content().detector_boxes[0].rect, QRectF(20, 30, 80, 60));
        QTRY_VERIFY(!box());
        QCOMPARE(window_->explorer()->photo().path, photos_.path(QStringLiteral("a.png")));

        // Beside photos, they may be photos, too.
        QVERIFY(QFile::copy(photos_.path(QStringLiteral("a.png")), folder.filePath(QStringLiteral("a.png"))));
        drop_on_window(folder.path());
        QTRY_VERIFY(box());
        QVERIFY(child<QPushButton>(box(), "open_photos")->isDefault());
        QTest::mouseClick(child<QPushButton>(box(), "open_truth"), Qt::LeftButton);
        QTRY_COMPARE(window_->explorer()->truth()->file(), folder.path());
        QTRY_VERIFY(!box());
        drop_on_window(folder.path());
        QTRY_VERIFY(box());
        QTest::mouseClick(child<QPushButton>(box(), "open_photos"), Qt::LeftButton);
        QTRY_COMPARE(window_->explorer()->photo().path, folder.filePath(QStringLiteral("a.png")));
        QCOMPARE(
            window_->explorer()->truth()->boxes(window_->explorer()->photo(), QStringLiteral("a dog")).size(),
            std::size_t{1});
        QTRY_VERIFY(!box());
        drop_on_window(folder.path());
        QTRY_VERIFY(box());
        QTest::keyClick(box(), Qt::Key_Escape);
        QTRY_VERIFY(!box());
    }

    void filter_narrows_the_list() {
        open(QStringLiteral("a.png"));
        QTest::keyClicks(images()->filter(), QStringLiteral("C."));
        QTRY_COMPARE(images()->list()->model()->rowCount(), 1);
        action("go.next_image")->trigger();
        QTRY_COMPARE(window_->explorer()->photo().path, photos_.path(QStringLiteral("c.png")));
    }

    void empty_phrase_is_refused_with_a_message() {
        open(QStringLiteral("a.png"));
        type(QStringLiteral("   "));
        QVERIFY(!window_->message_bar()->text().isEmpty());
        QCOMPARE(window_->explorer()->phrases()->rowCount(), 0);
    }

    void failed_phrase_does_not_affect_the_others() {
        open(QStringLiteral("a.png"));
        type(QStringLiteral("a dog"));
        type(QStringLiteral("???"));
        type(QStringLiteral("a cat"));
        QTRY_VERIFY(!window_->explorer()->busy());
        QCOMPARE(state(QStringLiteral("???")), PhraseState::failed);
        QCOMPARE(state(QStringLiteral("a dog")), PhraseState::ready);
        QCOMPARE(state(QStringLiteral("a cat")), PhraseState::ready);
        QVERIFY(window_->message_bar()->text().contains(QStringLiteral("no word of this phrase is known")));
    }

    void same_phrase_is_listed_once() {
        open(QStringLiteral("a.png"));
        type(QStringLiteral("a dog"));
        type(QStringLiteral("a cat"));
        type(QStringLiteral(" a   dog "));
        QCOMPARE(window_->explorer()->phrases()->rowCount(), 2);
        QCOMPARE(panel()->current_row(), 0);
    }

    void hidden_phrase_has_no_maps_and_removing_selects_the_next() {
        open(QStringLiteral("a.png"));
        type(QStringLiteral("a dog"));
        type(QStringLiteral("a cat"));
        QTRY_VERIFY(!window_->explorer()->busy());
        action("phrase.hide")->trigger();
        QVERIFY(layer(0).empty());
        action("phrase.hide")->trigger();
        QVERIFY(!layer(0).empty());
        panel()->list()->setFocus();
        QTest::keyClick(panel()->list(), Qt::Key_Delete);
        QCOMPARE(window_->explorer()->phrases()->rowCount(), 1);
        QCOMPARE(window_->explorer()->current_phrase(), QStringLiteral("a dog"));
        QCOMPARE(layer(2).peak, to_layer_peak("a dog", {160, 120}));
    }

    void value_under_the_pointer_is_that_of_the_map() {
        open(QStringLiteral("a.png"));
        type(QStringLiteral("a dog"));
        QTRY_VERIFY(!layer(2).empty());
        HeatmapView* const view = window_->canvas()->tile(1)->view();
        const QPoint pixel(40, 70);
        const QPointF place = position_of(*window_->canvas(), view, pixel);
        QMouseEvent move(QEvent::MouseMove, place, view->mapToGlobal(place), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(view, &move);
        const float value = fake_map("a dog", 0.7).resized(160, 120).at(pixel.x(), pixel.y());
        const QString expected = QStringLiteral("mean %1").arg(static_cast<double>(value), 0, 'f', 3);
        QTRY_VERIFY2(window_->status_line()->values().contains(expected),
                     qPrintable(window_->status_line()->values()));
    }

    void device_and_reason_are_shown() {
        QTRY_VERIFY(window_->status_line()->device_reason().contains(QStringLiteral("no GPU here")));
    }

    void if_a_model_cannot_be_loaded_the_old_one_stays() {
        open(QStringLiteral("a.png"));
        window_->explorer()->load_model(
            []() -> std::shared_ptr<Grounder> { throw Error("model.safetensors: truncated"); });
        QTRY_VERIFY(window_->message_bar()->text().contains(QStringLiteral("truncated")));
        type(QStringLiteral("a dog"));
        QTRY_VERIFY(!layer(2).empty());
    }

    void view_and_appearance_are_kept() {
        action("view.mean")->trigger();
        child<QSlider>(child<LayerPanel>(window_), "opacity")->setValue(35);
        child<SettingsController>(window_)->set_theme(Theme::dark);
        window_->close();
        make_window();
        QCOMPARE(window_->canvas()->view(), CanvasView::mean);
        QVERIFY(window_->canvas()->tile(0)->isHidden());
        QVERIFY(!window_->canvas()->tile(2)->isHidden());
        QCOMPARE(window_->canvas()->stack()->style(LayerKind::mean).opacity, 0.35);
        QVERIFY(qApp->palette().color(QPalette::Window).lightness() < 128);
    }

    void closes_cleanly_while_computing() {
        open(QStringLiteral("a.png"));
        control_->set(&FakeControl::hold, true);
        type(QStringLiteral("a dog"));
        QTRY_COMPARE(control_->copy(&FakeControl::started).size(), std::size_t{1});
        window_->close();
        host_.reset();
        QCOMPARE(control_->copy(&FakeControl::cancelled), std::vector<std::string>{"a dog"});
    }

 private:
    static QPoint to_layer_peak(const std::string& phrase, QSize size) {
        const Peak peak = fake_map(phrase, 0.7).resized_peak(size.width(), size.height());
        return {peak.x, peak.y};
    }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
