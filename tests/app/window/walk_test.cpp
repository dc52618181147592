// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

#include "app/controllers/canvas_controller.h"
#include "app/controllers/export_controller.h"
#include "app/controllers/images_controller.h"
#include "app/controllers/model_controller.h"
#include "app/controllers/phrase_controller.h"
#include "app/controllers/present_controller.h"
#include "app/controllers/review_controller.h"
#include "app/controllers/settings_controller.h"
#include "app/session/model_factory.h"
#include "app/settings/language.h"
#include "app/train/curves_tab.h"
#include "app/train/new_run_dialog.h"
#include "app/train/training_tabs.h"
#include "app/window/window_host.h"
#include "core/base/paths.h"
#include "core/base/shell_word.h"
#include "support/events.h"
#include "support/find_child.h"
#include "support/map_bridge.h"
#include "training/run/run_folder.h"
#include "widgets/frame/popover_button.h"
#include "widgets/lists/score_grid.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

static QString operator""_q(const char* text, std::size_t size) {
    return QString::fromUtf8(text, static_cast<qsizetype>(size));
}

/// Three users' sessions with real photos and the default model. An annotator opens a folder, types phrases, looks at every
/// view, judges, marks and exports; a researcher compares models and runs and starts a new one; a presenter presents. Each
/// step is drawn to build/walk/LOOK/NUMBER-STEP.png for inspection. Looks: light, dark at twice the scale, the smallest
/// screen, German and right to left.
class WalkTest : public QObject {
    Q_OBJECT

    static constexpr int patience = 40'000;

    QTemporaryDir folder_;
    QStringList photos_;
    std::unique_ptr<WindowHost> host_;
    QString look_;
    int step_ = 0;

    MainWindow* window() { return host_->window(); }
    Explorer* explorer() { return host_->explorer(); }
    PhrasePanel* phrases() { return child<PhrasePanel>(window()); }

    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!explorer()->busy(), patience); }
    void trigger(const char* id) {
        QAction* const action = window()->action(QString::fromLatin1(id));
        QVERIFY2(action->isEnabled(), id);
        action->trigger();
        drain_events();
    }
    void type(const QString& phrase) {
        phrases()->edit()->clear();
        QTest::keyClicks(phrases()->edit(), phrase);
        QTest::keyClick(phrases()->edit(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(explorer()->layers(phrase), patience);
    }
    void draw(QWidget* widget, const QString& name) {
        settle();
        drain_events();
        const QString target = QStringLiteral(GBS_SOURCE_DIR "/build/walk/%1").arg(look_);
        QVERIFY(QDir().mkpath(target));
        const QString number = QStringLiteral("%1").arg(++step_, 2, 10, QLatin1Char('0'));
        QVERIFY(widget->grab().save(QStringLiteral("%1/%2-%3.png").arg(target, number, name)));
    }
    void draw(const QString& name) { draw(window(), name); }

    /// Copies real photos if present, else the sample photos: reviews are saved next to them.
    void copy_photos() {
        QString source = QStringLiteral(GBS_SHARED_DATA "/flickr8k/originals");
        if (!QDir(source).exists()) source = QStringLiteral(GBS_SOURCE_DIR "/resources/samples");
        const QStringList names = QDir(source).entryList({"*.jpg"_q}, QDir::Files, QDir::Name);
        for (const QString& name : names.mid(0, 8)) {
            const QString path = folder_.filePath(name);
            QVERIFY(QFile::copy(QDir(source).filePath(name), path));
            photos_ << path;
        }
        QVERIFY(photos_.size() >= 4);
    }
    void write_boxes() {
        QFile file(folder_.filePath("boxes.jsonl"_q));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"image\": \"" + QFileInfo(photos_[0]).fileName().toUtf8() +
                   "\", \"phrase\": \"a person\", \"boxes\": [[60, 40, 260, 300], [20, 30, 90, 120]], "
                   "\"scores\": [0.8, 0.4]}\n");
    }

    void look_at_views() {
        for (const char* view :
             {"view.mean", "view.layers", "view.phrases", "view.sides", "view.three_maps"}) {
            trigger(view);
            settle();
            draw(QString::fromLatin1(view).section(QLatin1Char('.'), 1));
        }
        trigger("view.sides");
        trigger("view.swipe");
        draw("swipe"_q);
        trigger("view.swipe");
        explorer()->open({folder_.filePath("boxes.jsonl"_q)});
        QTRY_COMPARE_WITH_TIMEOUT(window()->canvas()->view(), CanvasView::detector, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!window()->canvas()->content().combined.empty(), patience);
        draw("detector"_q);
        trigger("view.three_maps");
    }
    void judge() {
        window()->workspaces()->show(Workspace::review);
        QTRY_VERIFY_WITH_TIMEOUT(window()->action("review.right"_q)->isEnabled(), patience);
        trigger("review.right");
        child<ReviewPanel>(window())->note()->setPlainText("the man on the left"_q);
        child<ReviewPanel>(window())->flush_note();
        trigger("review.mark_peak");
        ReviewSession* const session = explorer()->review();
        QTRY_COMPARE_WITH_TIMEOUT(session->state(ReviewSession::folder_of(photos_[0])), SaveState::saved,
                                  patience);
        QCOMPARE(session->summary(photos_[0]).right, 1);
        session->add_truth({photos_[0], explorer()->photo().size(), explorer()->current_phrase()},
                           Truth::polygon({{60, 40}, {240, 60}, {260, 300}, {90, 280}}));
        draw("judged"_q);
        trigger("edit.undo");
        trigger("edit.undo");
        trigger("edit.redo");
        trigger("edit.redo");
        QVERIFY(QFileInfo::exists(folder_.filePath("review.gbs.sqlite"_q)));
    }
    void take_away() {
        ExportController* const exports = child<ExportController>(window());
        const QString svg = folder_.filePath("figure.svg"_q), pdf = folder_.filePath("figure.pdf"_q);
        FigureOptions options;
        options.format = FigureFormat::svg;
        exports->start_figure(options, svg);
        options.format = FigureFormat::pdf;
        exports->start_figure(options, pdf);
        const QString report = folder_.filePath("report.html"_q);
        exports->start_report({"two"_q, photos_.mid(0, 2)}, report);
        child<PopoverButton>(window(), "exports")->open();
        draw(child<PopoverButton>(window(), "exports")->pane(), "exporting"_q);
        QTRY_VERIFY_WITH_TIMEOUT(child<ExportQueue>(explorer())->active() == 0, patience);
        for (const QString& file : {svg, pdf, report})
            QVERIFY2(QFileInfo(file).size() > 1000, qPrintable(file));
        draw("exported"_q);
        child<PopoverButton>(window(), "exports")->pane()->hide();
    }
    void sort_photos() {
        window()->workspaces()->show(Workspace::explore);
        trigger("phrase.score_photos");
        QTRY_COMPARE_WITH_TIMEOUT(child<ScoreGrid>(window())->list()->model()->rowCount(), photos_.size(),
                                  patience);
        draw("sorted"_q);
        child<QDockWidget>(window(), "scores")->hide();
    }
    /// Two runs as the trainer writes them.
    void write_runs() {
        for (const auto& [name, rate] : {std::pair("baseline", 1.0), std::pair("twice-the-batch", 1.6)}) {
            training::RunFolder folder((folder_.path().toStdString() + "/runs/") + name);
            folder.write_config(rate > 1 ? "steps: 400\nbatch: 16\n" : "steps: 400\nbatch: 8\n");
            for (int step = 10; step <= 400; step += 10)
                folder.append_metrics({step,
                                       {{"loss/total", 1.2 * std::exp(-rate * step / 200) + 0.2},
                                        {"loss/sep", 0.7 * std::exp(-rate * step / 150) + 0.1},
                                        {"learning_rate", 1e-4 * (1 - step / 400.0)},
                                        {"images_per_second", 20.0 + rate}}});
            folder.append_metrics({400, {{"validation/mean", 40 * rate}, {"validation/gbs", 36 * rate}}});
        }
    }
    void train() {
        window()->workspaces()->show(Workspace::train);
        RunListPanel* const runs = child<RunListPanel>(window());
        QTRY_COMPARE_WITH_TIMEOUT(runs->list()->model()->rowCount(), 2, patience);
        runs->select(folder_.filePath("runs/baseline"_q));
        draw("runs"_q);
        TrainingTabs* const tabs = child<TrainingTabs>(window());
        tabs->setCurrentIndex(1);
        RunChecks* const others = child<RunChecks>(window(), "others");
        QTRY_COMPARE_WITH_TIMEOUT(others->list()->count(), 1, patience);
        others->list()->item(0)->setCheckState(Qt::Checked);
        QTRY_VERIFY_WITH_TIMEOUT(child<QTableWidget>(window(), "differences")->rowCount() > 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!child<CurvePlot>(window(), "loss")->drawn_curves().curves.empty(),
                                 patience);
        draw("curves"_q);
        tabs->setCurrentIndex(4);
        draw("alpha-studio"_q);
        tabs->setCurrentIndex(0);
        trigger("train.new");
        QTRY_VERIFY(visible_window<NewRunDialog>());
        draw(visible_window<NewRunDialog>(), "new-run"_q);
        visible_window<NewRunDialog>()->close();
        window()->workspaces()->show(Workspace::benchmark);
        draw("benchmark"_q);
        window()->workspaces()->show(Workspace::explore);
    }
    void compare_models() {
        child<ModelController>(window())->compare_with({});
        QTRY_VERIFY_WITH_TIMEOUT(explorer()->other_layers(), patience);
        draw("two-models"_q);
        QFile bridge(folder_.filePath("maps.py"_q));
        QVERIFY(bridge.open(QIODevice::WriteOnly) && bridge.write(map_bridge) > 0);
        bridge.close();
        trigger("view.three_sides");
        explorer()->detector()->running()->start(QString::fromStdString(
            shell_word(GBS_TEST_PYTHON) + " " + shell_word(bridge.fileName().toStdString())));
        QTRY_VERIFY_WITH_TIMEOUT(window()->canvas()->figure().tiles.size() == 3 &&
                                     !window()->canvas()->figure().tiles[2].map.empty(),
                                 patience);
        draw("three-sides"_q);
        trigger("detector.stop");
        trigger("view.stop_comparing");
        trigger("view.three_maps");
    }
    void present() {
        child<PresentController>(window())->present_images();
        QTRY_VERIFY_WITH_TIMEOUT(visible_window<PresentationWindow>(), patience);
        PresentationWindow* const presentation = visible_window<PresentationWindow>();
        presentation->resize(1280, 720);
        QTRY_VERIFY_WITH_TIMEOUT(!presentation->canvas()->tile(2)->layer().empty(), patience);
        draw(presentation, "presented"_q);
        QTest::keyClick(presentation, Qt::Key_N);
        QTRY_VERIFY(visible_window<SpeakerWindow>());
        draw(visible_window<SpeakerWindow>(), "speaker"_q);
        // The speaker's window has the keys of the presentation, and goes with it.
        QTest::keyClick(visible_window<SpeakerWindow>(), Qt::Key_Escape);
        QTRY_VERIFY(!visible_window<SpeakerWindow>());
        QTRY_VERIFY(!visible_window<PresentationWindow>());
    }
    void open_dialogs() {
        for (const char* id : {"edit.preferences", "help.about", "model.card", "review.statistics"}) {
            trigger(id);
            QTRY_VERIFY2(QApplication::activeModalWidget() || window()->findChild<QDialog*>(), id);
            drain_events();
            for (QDialog* const dialog : window()->findChildren<QDialog*>())
                if (dialog->isVisible()) {
                    draw(dialog, QString::fromLatin1(id).section(QLatin1Char('.'), 1));
                    dialog->close();
                }
            drain_events();
        }
    }

    void walk(const QString& look, const QString& language, Theme theme, QSize size = {1500, 900}) {
        look_ = look;
        step_ = 0;
        QSettings().clear();
        QSettings().setValue("train/folder"_q, folder_.filePath("runs"_q));
        apply_language(language);
        host_ = std::make_unique<WindowHost>(model_factory({}, "cpu"_q, 256));
        child<SettingsController>(window())->set_theme(theme);
        window()->resize(size);
        window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(window()));
        settle();
        draw("first-page"_q);
        explorer()->open({folder_.path()});
        QTRY_VERIFY_WITH_TIMEOUT(!explorer()->photo().empty(), patience);
        settle();
        photos_ = explorer()->browser()->images();
        QCOMPARE(explorer()->photo().path, photos_[0]);
        write_boxes();
        for (const char* phrase : {"a person", "the ground", "a person in red"})
            type(QString::fromLatin1(phrase));
        explorer()->set_current_phrase(0);
        settle();
        draw("typed"_q);
        explorer()->set_current_phrase(2);
        explorer()->set_glance("red"_q);
        QTRY_VERIFY_WITH_TIMEOUT(explorer()->layers("red"_q), patience);
        draw("one-word"_q);
        explorer()->set_current_phrase(0);
        look_at_views();
        if (QTest::currentTestFailed()) return;
        judge();
        if (QTest::currentTestFailed()) return;
        sort_photos();
        if (QTest::currentTestFailed()) return;
        trigger("go.next_image");
        QTRY_COMPARE_WITH_TIMEOUT(explorer()->photo().path, photos_[1], patience);
        settle();
        draw("next-photo"_q);
        take_away();
        if (QTest::currentTestFailed()) return;
        compare_models();
        if (QTest::currentTestFailed()) return;
        train();
        if (QTest::currentTestFailed()) return;
        present();
        if (QTest::currentTestFailed()) return;
        open_dialogs();
        if (QTest::currentTestFailed()) return;
    }

 private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setQuitOnLastWindowClosed(false);
        QCoreApplication::setOrganizationName("GbS Explorer"_q);
        QCoreApplication::setApplicationName("GbS Explorer walk"_q);
        try {
            default_model();
        } catch (const std::exception& error) {
            QSKIP(error.what());
        }
        copy_photos();
        write_runs();
    }
    void cleanup() {
        host_.reset();
        QFile::remove(folder_.filePath("review.gbs.sqlite"_q));
        apply_language("en"_q);
    }

    void in_the_light() {
        if (qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
            walk("dark-scale-"_q + qEnvironmentVariable("QT_SCALE_FACTOR"), "en"_q, Theme::dark, {1300, 800});
        else
            walk("light"_q, "en"_q, Theme::light);
    }
    void on_the_smallest_screen_in_german() { walk("small-de"_q, "de"_q, Theme::light, {1024, 600}); }
    void from_right_to_left() {
        walk("right-to-left"_q, "he"_q, Theme::light);
        QCOMPARE(QApplication::layoutDirection(), Qt::RightToLeft);
    }
    void language_changes_without_a_restart() { walk_to_chinese(); }
    void at_twice_the_scale() {
        if (qEnvironmentVariableIsSet("QT_SCALE_FACTOR")) QSKIP("this is the walk at another scale");
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_SCALE_FACTOR"_q, "2"_q);
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(), {"in_the_light"_q});
        QVERIFY(child.waitForFinished(5 * patience));
        QVERIFY2(child.exitCode() == 0, child.readAll().constData());
    }

 private:
    void walk_to_chinese() {
        look_ = "chinese"_q;
        step_ = 0;
        QSettings().clear();
        host_ = std::make_unique<WindowHost>(model_factory({}, "cpu"_q, 256));
        window()->resize(1500, 900);
        window()->show();
        explorer()->open({photos_[2]});
        QTRY_COMPARE_WITH_TIMEOUT(explorer()->photo().path, photos_[2], patience);
        type("a person"_q);
        MainWindow* const before = window();
        const QString english = window()->menu(MenuId::file)->title();
        Preferences set = load_preferences();
        set.language = "zh_CN"_q;
        child<SettingsController>(window())->set_preferences(set);
        QTRY_VERIFY_WITH_TIMEOUT(window() != before || window()->menu(MenuId::file)->title() != english,
                                 patience);
        QVERIFY(window()->menu(MenuId::file)->title() != english);
        QCOMPARE(explorer()->photo().path, photos_[2]);
        QVERIFY(explorer()->layers("a person"_q));
        QVERIFY(!window()->canvas()->tile(2)->layer().empty());
        draw("changed"_q);
    }
};

QTEST_MAIN(WalkTest)
#include "walk_test.moc"
