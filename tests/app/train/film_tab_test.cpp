// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/film_tab.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

#include "core/base/error.h"
#include "support/events.h"
#include "support/fake_grounder.h"
#include "support/find_child.h"
#include "support/test_photos.h"
#include "widgets/tiles/image_tiles.h"

using namespace gbs;
using namespace gbs::app;
using namespace gbs::widgets;

class FilmTabTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void initTestCase() {
        for (const int step : {100, 200, 300}) {
            const QString name = QStringLiteral("step-%1").arg(step, 8, 10, QLatin1Char('0'));
            put(QStringLiteral("run/checkpoints/") + name + QStringLiteral(".safetensors"));
            put(QStringLiteral("run/checkpoints/") + name + QStringLiteral(".state"));
        }
        put(QStringLiteral("run/checkpoints/best.json"), "{\"step\": 200, \"score\": 60.5}");
        put(QStringLiteral("empty/config.yaml"));
    }

    void each_checkpoint_has_a_picture() {
        const auto control = std::make_shared<FakeControl>();
        QStringList loaded;
        FilmTab tab([&](const QString& path) {
            loaded << QFileInfo(path).fileName();
            return std::make_shared<FakeGrounder>(control);
        });
        ask(tab, QStringLiteral("run"));
        draw_button(tab)->click();
        QVERIFY(!draw_button(tab)->isEnabled());
        QTRY_VERIFY(draw_button(tab)->isEnabled());
        QCOMPARE(loaded.size(), 3);
        const auto& shown = tiles(tab);
        QCOMPARE(shown.size(), std::size_t{3});
        QCOMPARE(shown[0].name, QStringLiteral("Step 100"));
        QCOMPARE(shown[1].name, QStringLiteral("Step 200 (best)"));
        QCOMPARE(shown[0].image.size(), QSize(320, 240));
        // The map is drawn over the photo.
        QSet<QRgb> colors;
        for (int x = 0; x < 320; x += 10) colors << shown[0].image.pixel(x, 120);
        QVERIFY(colors.size() > 3);
        QCOMPARE(control->finished, (std::vector<std::string>(3, "a dog")));
    }

    void weights_without_the_state_of_their_training_have_a_picture() {
        put(QStringLiteral("done/checkpoints/step-00000100.safetensors"));
        put(QStringLiteral("done/checkpoints/step-00000100.state"));
        put(QStringLiteral("done/checkpoints/step-00000200.safetensors"));
        put(QStringLiteral("done/checkpoints/step-00000300.safetensors.damaged"));
        const auto control = std::make_shared<FakeControl>();
        FilmTab tab([&](const QString&) { return std::make_shared<FakeGrounder>(control); });
        ask(tab, QStringLiteral("done"));
        draw_button(tab)->click();
        QTRY_VERIFY(draw_button(tab)->isEnabled());
        QCOMPARE(tiles(tab).size(), std::size_t{2});
        QCOMPARE(tiles(tab)[1].name, QStringLiteral("Step 200"));
    }

    void pictures_have_the_look_of_the_canvas() {
        const auto control = std::make_shared<FakeControl>();
        FilmTab tab([&](const QString&) { return std::make_shared<FakeGrounder>(control); });
        const auto draw = [&](const MapLook& look) {
            tab.set_look(look);
            ask(tab, QStringLiteral("run"));
            draw_button(tab)->click();
            if (!QTest::qWaitFor([&] { return draw_button(tab)->isEnabled(); })) return QImage();
            return tiles(tab).empty() ? QImage() : tiles(tab)[0].image;
        };
        const QImage fixed = draw(parse_look("fixed")), each = draw({});
        MapLook hidden;
        hidden.opacity = 0;
        QVERIFY(!fixed.isNull() && !each.isNull());
        QVERIFY(fixed != each);
        QVERIFY(draw(hidden) != each);
    }

    void failing_checkpoint_does_not_hide_the_others() {
        const auto control = std::make_shared<FakeControl>();
        FilmTab tab([&](const QString& path) -> std::shared_ptr<Grounder> {
            if (path.contains(QStringLiteral("200"))) throw Error("this file was deleted");
            return std::make_shared<FakeGrounder>(control);
        });
        ask(tab, QStringLiteral("run"));
        draw_button(tab)->click();
        QTRY_COMPARE(tiles(tab).size(), std::size_t{3});
        QVERIFY(tiles(tab)[1].image.isNull());
        QCOMPARE(tiles(tab)[1].missing, QStringLiteral("this file was deleted"));
        QVERIFY(!tiles(tab)[2].image.isNull());
    }

    void drawing_can_be_cancelled() {
        const auto control = std::make_shared<FakeControl>();
        control->set(&FakeControl::hold, true);
        FilmTab tab([&](const QString&) { return std::make_shared<FakeGrounder>(control); });
        ask(tab, QStringLiteral("run"));
        draw_button(tab)->click();
        QTRY_VERIFY(!control->copy(&FakeControl::started).empty());
        child<QPushButton>(&tab, "cancel")->click();
        QVERIFY(draw_button(tab)->isEnabled());
        QTRY_VERIFY(!control->copy(&FakeControl::cancelled).empty());
        drain_events();
        QVERIFY(tiles(tab).empty());
        QCOMPARE(note(tab), QStringLiteral("Canceled."));
        // A new strip starts from the first checkpoint, and nothing of the canceled one is left.
        control->set(&FakeControl::hold, false);
        draw_button(tab)->click();
        QTRY_COMPARE(tiles(tab).size(), std::size_t{3});
        QCOMPARE(control->copy(&FakeControl::started).size(), std::size_t{4});
    }

    void missing_input_is_named() {
        FilmTab tab([](const QString&) -> std::shared_ptr<Grounder> { throw Error("no model"); });
        tab.show();
        QVERIFY(note(tab).contains(QStringLiteral("Choose a run")));
        tab.set_run(folder_.filePath(QStringLiteral("empty")));
        QVERIFY(note(tab).contains(QStringLiteral("Open a photo")));
        tab.set_question(photos_.path(QStringLiteral("a.png")), {});
        QVERIFY(!draw_button(tab)->isEnabled());
        tab.set_question(photos_.path(QStringLiteral("a.png")), QStringLiteral("a dog"));
        draw_button(tab)->click();
        QTRY_VERIFY(note(tab).contains(QStringLiteral("no checkpoint yet")));
        tab.set_question(photos_.path(QStringLiteral("broken.png")), QStringLiteral("a dog"));
        draw_button(tab)->click();
        QTRY_VERIFY(note(tab).contains(QStringLiteral("broken.png")));
    }

    void typed_phrase_is_kept() {
        FilmTab tab([](const QString&) -> std::shared_ptr<Grounder> { throw Error("no model"); });
        auto* const phrase = child<QLineEdit>(&tab, "phrase");
        tab.set_question(photos_.path(QStringLiteral("a.png")), QStringLiteral("a dog"));
        QCOMPARE(phrase->text(), QStringLiteral("a dog"));
        tab.set_question(photos_.path(QStringLiteral("b.png")), QStringLiteral("a cat"));
        QCOMPARE(phrase->text(), QStringLiteral("a cat"));
        phrase->clear();
        QTest::keyClicks(phrase, QStringLiteral("grass"));
        tab.set_question(photos_.path(QStringLiteral("b.png")), QStringLiteral("a boat"));
        QCOMPARE(phrase->text(), QStringLiteral("grass"));
    }

 private:
    static QPushButton* draw_button(const FilmTab& tab) { return child<QPushButton>(&tab, "draw"); }
    static const std::vector<ImageTile>& tiles(const FilmTab& tab) {
        return child<ImageTiles>(&tab)->tiles();
    }
    static QString note(const FilmTab& tab) {
        const auto* const label = child<QLabel>(&tab, "note");
        return label->isHidden() ? QString() : label->text();
    }
    void put(const QString& name, const QByteArray& bytes = "x") const {
        QDir().mkpath(QFileInfo(folder_.filePath(name)).path());
        QFile file(folder_.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void ask(FilmTab& tab, const QString& run) const {
        tab.resize(1000, 400);
        tab.show();
        tab.set_run(folder_.filePath(run));
        tab.set_question(photos_.path(QStringLiteral("a.png")), QStringLiteral("a dog"));
    }

    QTemporaryDir folder_;
    TestPhotos photos_;
};

QTEST_MAIN(FilmTabTest)
#include "film_tab_test.moc"
