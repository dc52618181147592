// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/canvas_controller.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include "app/window/window_host.h"
#include "support/fake_grounder.h"
#include "support/find_child.h"
#include "support/gui_watchdog.h"
#include "support/test_photos.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

/// The views and layers of the real window, with a fake model.
class CanvasControllerTest : public QObject {
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
    void open(const QStringList& phrases) {
        window_->open({photos_.path(QStringLiteral("a.png"))});
        QTRY_COMPARE(explorer()->photo().path, photos_.path(QStringLiteral("a.png")));
        explorer()->add_phrases(phrases);
        QTRY_VERIFY(!explorer()->busy());
        QTRY_VERIFY(!canvas()->content().layers.mean.empty());
    }
    Explorer* explorer() { return window_->explorer(); }
    HeatmapCanvas* canvas() { return window_->canvas(); }
    CanvasController* controller() { return child<CanvasController>(window_); }
    QAction* action(const char* id) { return window_->action(QString::fromLatin1(id)); }
    QStringList titles() {
        QStringList names;
        for (const TileFigure& tile : canvas()->figure().tiles) names << tile.name;
        return names;
    }
    static QPoint peak_of(const std::string& phrase) {
        const Peak peak = fake_map(phrase, 0.7).resized_peak(160, 120);
        return {peak.x, peak.y};
    }

 private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setQuitOnLastWindowClosed(false);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer canvas test"));
    }
    void init() {
        QSettings().clear();
        make_window();
    }
    void cleanup() { host_.reset(); }

    void every_view_has_an_action_that_shows_it() {
        open({QStringLiteral("a dog"), QStringLiteral("a cat")});
        const char* const ids[] = {"view.gbs",     "view.i2t",         "view.mean",
                                   "view.layers",  "view.sides",       "view.detector",
                                   "view.phrases", "view.three_sides", "view.three_maps"};
        const CanvasView views[] = {CanvasView::gbs,     CanvasView::i2t,         CanvasView::mean,
                                    CanvasView::layers,  CanvasView::sides,       CanvasView::detector,
                                    CanvasView::phrases, CanvasView::three_sides, CanvasView::three_maps};
        for (std::size_t i = 0; i < std::size(ids); ++i) {
            action(ids[i])->trigger();
            QCOMPARE(canvas()->view(), views[i]);
            QVERIFY(action(ids[i])->isChecked() && !action(ids[i])->shortcut().isEmpty());
        }
    }

    void a_and_b_compare_with_another_listed_phrase_by_default() {
        open({QStringLiteral("a dog"), QStringLiteral("a cat")});
        action("view.sides")->trigger();
        QTRY_COMPARE(titles(), (QStringList{QStringLiteral("a dog"), QStringLiteral("a cat")}));
        QCOMPARE(canvas()->content().sides.at(0).layers.mean.peak, peak_of("a dog"));
        QTRY_COMPARE(canvas()->content().sides.at(1).layers.mean.peak, peak_of("a cat"));
        // Choosing a phrase to compare with switches the view.
        action("view.mean")->trigger();
        explorer()->compare_with_phrase(QStringLiteral("a bird"));
        QCOMPARE(canvas()->view(), CanvasView::sides);
        QTRY_COMPARE(canvas()->content().sides.at(1).layers.mean.peak, peak_of("a bird"));
    }

    void second_model_is_side_b_with_its_name() {
        open({QStringLiteral("a dog")});
        explorer()->load_other_model(
            [control = control_] { return std::make_shared<FakeGrounder>(control); });
        QCOMPARE(canvas()->view(), CanvasView::sides);
        // If the user leaves the view while the model loads, the view stays.
        action("view.mean")->trigger();
        QTRY_VERIFY(!explorer()->busy());
        QTRY_VERIFY(!canvas()->content().sides.at(1).layers.mean.empty());
        QCOMPARE(canvas()->view(), CanvasView::mean);
        action("view.sides")->trigger();
        QCOMPARE(titles(), (QStringList{QStringLiteral("fake"), QStringLiteral("fake")}));
    }

    void models_of_the_same_name_are_told_apart_by_their_folders() {
        open({QStringLiteral("a dog")});
        const auto model = [this](const char* path) {
            return [control = control_, path] { return std::make_shared<FakeGrounder>(control, path); };
        };
        explorer()->load_model(model("/runs/one/checkpoints/fake.safetensors"));
        explorer()->load_other_model(model("/runs/two/checkpoints/fake.safetensors"));
        QTRY_COMPARE(titles(), (QStringList{QStringLiteral("one/fake"), QStringLiteral("two/fake")}));
        explorer()->load_other_model(model("/fake.safetensors"));
        QTRY_COMPARE(titles(), (QStringList{QStringLiteral("checkpoints/fake"), QStringLiteral("fake")}));
        explorer()->load_other_model(model("/runs/one/checkpoints/fake.safetensors"));
        QTRY_COMPARE(titles(), (QStringList{QStringLiteral("fake"), QStringLiteral("fake")}));
    }

    void swipe_shows_both_sides_in_one_tile() {
        open({QStringLiteral("a dog"), QStringLiteral("a cat")});
        action("view.swipe")->trigger();
        QCOMPARE(canvas()->view(), CanvasView::sides);
        QCOMPARE(canvas()->figure().tiles.size(), std::size_t{1});
        QVERIFY(canvas()->figure().tiles[0].other != nullptr);
    }

    void detector_boxes_are_shown_next_to_and_combined_with_the_mean() {
        open({QStringLiteral("a dog"), QStringLiteral("a cat")});
        photos_.write(QStringLiteral("boxes.jsonl"),
                      "{\"image\": \"a.png\", \"phrase\": \"a dog\", \"width\": 160, \"height\": 120, "
                      "\"boxes\": [[20, 30, 100, 90]], \"scores\": [0.75]}\n");
        window_->open({photos_.path(QStringLiteral("boxes.jsonl"))});
        QTRY_COMPARE(canvas()->view(), CanvasView::detector);
        QTRY_COMPARE(canvas()->content().detector_boxes.size(), std::size_t{1});
        QCOMPARE(canvas()->content().detector_boxes[0].rect, QRectF(20, 30, 80, 60));
        QTRY_VERIFY(!canvas()->content().combined.empty());
        const HeatmapLayer combined = canvas()->content().combined;
        const QPoint inside(60, 60);
        const float mean = value_at(canvas()->content().layers.mean, {160, 120}, inside);
        QVERIFY(std::abs(value_at(combined, {160, 120}, inside) - std::sqrt(mean * 0.75F)) < 0.02F);
        QVERIFY(canvas()->tile(1)->view()->accessibleName().contains(QStringLiteral("a dog")));
        QCOMPARE(canvas()->content().sides.at(1).title, QStringLiteral("boxes.jsonl"));
        // Another model's mean map has a combination of its own.
        explorer()->load_other_model(
            [control = control_] { return std::make_shared<FakeGrounder>(control); });
        QTRY_COMPARE(canvas()->content().sides.size(), std::size_t{3});
        QTRY_VERIFY(!canvas()->content().sides[1].combined.empty());
        QVERIFY(!canvas()->content().sides[0].combined.empty() &&
                canvas()->content().sides[2].combined.empty());
        // The boxes are not those of another phrase.
        explorer()->compare_with_phrase(QStringLiteral("a cat"));
        QTRY_VERIFY(canvas()->content().sides[1].other_phrase);
        QVERIFY(canvas()->content().sides[1].combined.empty());
        explorer()->stop_comparing();
        // Another phrase has no boxes.
        explorer()->set_current_phrase(1);
        QTRY_VERIFY(canvas()->content().detector_boxes.empty());
        explorer()->detector()->close();
        QVERIFY(canvas()->content().detector.empty());
    }

    void ground_truth_of_a_file_and_of_the_user_is_drawn() {
        open({QStringLiteral("a dog")});
        controller()->set_drawn_truth({{QRectF(5, 5, 20, 20), {}}}, {QPoint(30, 40)});
        const TileFigure tile = canvas()->figure().tiles[2];
        bool drawn = false;
        for (const FigureLayer& layer : tile.layers)
            if (layer.kind == LayerKind::truth)
                drawn = layer.boxes.size() == 1 && layer.boxes[0].source == FigureBox::Source::drawn &&
                        layer.points == std::vector{QPoint(30, 40)};
        QVERIFY(drawn);
    }

    void phrases_as_colors_skip_hidden_phrases() {
        open({QStringLiteral("a dog"), QStringLiteral("a cat"), QStringLiteral("a bird")});
        explorer()->set_phrase_hidden(1, true);
        QCOMPARE(canvas()->content().phrases.size(), std::size_t{2});
        QCOMPARE(canvas()->content().phrases[1].phrase, QStringLiteral("a bird"));
        QCOMPARE(canvas()->content().phrases[1].color, explorer()->phrases()->items()[2].color);
    }

    void one_switch_sets_the_limits_of_all_maps() {
        open({QStringLiteral("a dog")});
        const auto checked = [this] {
            QStringList ids;
            for (const char* const id : {"view.limits_auto", "view.limits_shared", "view.limits_unit"}) {
                if (action(id)->isChecked()) ids << QLatin1String(id);
                if (!window_->tool_bar()->actions().contains(action(id)) || action(id)->shortcut().isEmpty())
                    ids << QStringLiteral("missing");
            }
            return ids.join(QLatin1Char(' '));
        };
        QCOMPARE(checked(), QStringLiteral("view.limits_auto"));
        canvas()->stack()->set_linked(false);
        action("view.limits_unit")->trigger();
        QCOMPARE(checked(), QStringLiteral("view.limits_unit"));
        for (const LayerKind kind : {LayerKind::gbs, LayerKind::i2t, LayerKind::mean, LayerKind::detector})
            QCOMPARE(canvas()->stack()->style(kind).limits, Limits::unit);
        QVERIFY(canvas()->tile(0)->color_bar()->text().startsWith(QStringLiteral("0–1")));
        auto* const box = child<QComboBox>(window_, "limits");
        QCOMPARE(box->currentText(), QStringLiteral("0 to 1"));
        // Custom limits are none of the three.
        box->setCurrentIndex(box->findData(static_cast<int>(Limits::typed)));
        QCOMPARE(checked(), QString());
        action("view.limits_shared")->trigger();
        QCOMPARE(box->currentText(), QStringLiteral("Auto (shared)"));
    }

    void peaks_of_other_phrases_show_while_hovered_or_pinned() {
        open({QStringLiteral("a dog"), QStringLiteral("a cat"), QStringLiteral("a bird")});
        QTRY_COMPARE(canvas()->content().phrases.size(), std::size_t{3});
        explorer()->set_current_phrase(0);
        const auto letters = [this] {
            QString text;
            for (const PeakMark& mark : canvas()->content().marks[2]) text += mark.letter;
            return text;
        };
        QCOMPARE(canvas()->content().phrase, QStringLiteral("a dog"));
        QCOMPARE(letters(), QString());
        controller()->set_hovered_phrase(QStringLiteral("a bird"));
        QCOMPARE(letters(), QStringLiteral("C"));
        QCOMPARE(canvas()->content().marks[2][0].pixel, peak_of("a bird"));
        controller()->set_hovered_phrase({});
        QCOMPARE(letters(), QString());
        explorer()->set_current_phrase(1);
        action("phrase.pin")->trigger();
        QCOMPARE(letters(), QString());  // it is the current one
        explorer()->set_current_phrase(0);
        QCOMPARE(letters(), QStringLiteral("B"));
        explorer()->set_current_phrase(1);
        action("phrase.pin")->trigger();
        explorer()->set_current_phrase(0);
        QCOMPARE(letters(), QString());
    }

    void the_color_bar_ends_at_the_value_of_the_peak() {
        open({QStringLiteral("a dog")});
        const HeatmapLayer& map = canvas()->content().layers.mean;
        QCOMPARE(map.highest, map.peak_value);
        QVERIFY(map.lowest <= value_at(map, {160, 120}, {0, 0}));
    }

    void one_action_hides_all_maps() {
        open({QStringLiteral("a dog")});
        action("view.show_maps")->trigger();
        QVERIFY(!canvas()->stack()->maps_shown());
        QVERIFY(canvas()->values_at({5, 5}).empty());
        action("view.show_maps")->trigger();
        QCOMPARE(canvas()->values_at({5, 5}).size(), std::size_t{3});
    }

    void zoom_is_kept_between_photos_on_request() {
        open({QStringLiteral("a dog")});
        action("view.keep_zoom")->trigger();
        canvas()->zoom_by(4);
        const double scale = canvas()->scale();
        window_->open({photos_.path(QStringLiteral("c.png"))});
        QTRY_COMPARE(explorer()->photo().path, photos_.path(QStringLiteral("c.png")));
        QCOMPARE(canvas()->scale(), scale);
        action("view.keep_zoom")->trigger();
        window_->open({photos_.path(QStringLiteral("b.png"))});
        QTRY_COMPARE(explorer()->photo().path, photos_.path(QStringLiteral("b.png")));
        QVERIFY(canvas()->viewport()->fits());
    }

    void view_and_layers_are_kept_between_starts() {
        LayerStyle style = canvas()->stack()->style(LayerKind::mean);
        style.threshold = 0.25F;
        style.limits = Limits::shared;
        canvas()->stack()->set_style(LayerKind::mean, style);
        canvas()->stack()->move(LayerKind::mean, 1);
        action("view.keep_zoom")->trigger();
        action("view.swipe")->trigger();
        action("view.layers")->trigger();
        const int row = canvas()->stack()->find_row(LayerKind::mean);
        window_->close();
        make_window();
        QCOMPARE(canvas()->view(), CanvasView::layers);
        QVERIFY(canvas()->stack()->style(LayerKind::mean) == style);
        QCOMPARE(canvas()->stack()->find_row(LayerKind::mean), row);
        QVERIFY(canvas()->viewport()->keeps_zoom());
        QCOMPARE(canvas()->side_layout(), SideLayout::swiped);
    }

    void thousand_phrases_do_not_stop_the_window() {
        QStringList phrases;
        for (int i = 0; i < 1000; ++i) phrases << QStringLiteral("phrase %1").arg(i);
        open(phrases);
        action("view.phrases")->trigger();
        // The watchdog checks that showing all of them does not block the window for too long.
        const auto cost = [](const auto& what) {
            return best_of(3, gui_budget_ms, [&what] {
                const double before = thread_cpu_ms();
                what();
                return thread_cpu_ms() - before;
            });
        };
        const double filled = cost([this] { Q_EMIT explorer()->layers_changed(); });
        const double drawn = cost([this] { canvas()->grab(); });
        qInfo("%.0f ms to fill, %.0f ms to draw", filled, drawn);
        QVERIFY2(filled < gui_budget_ms && drawn < gui_budget_ms,
                 qPrintable(QStringLiteral("%1 %2").arg(filled).arg(drawn)));
        QTRY_VERIFY(!canvas()->tile(0)->legend()->text().isEmpty());
        QCOMPARE(canvas()->content().phrases.size(), std::size_t{1000});
    }
};

QTEST_MAIN(CanvasControllerTest)
#include "canvas_controller_test.moc"
