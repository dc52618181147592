// SPDX-License-Identifier: GPL-3.0-or-later

#include <unistd.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <filesystem>

#include "app/controllers/images_controller.h"
#include "app/controllers/phrase_controller.h"
#include "app/window/window_host.h"
#include "support/fake_grounder.h"
#include "support/find_child.h"
#include "support/gui_watchdog.h"
#include "support/sanitized.h"
#include "support/test_photos.h"

namespace fs = std::filesystem;
using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

namespace {

/// Resident memory of this process in MiB; 0 with sanitizers, which keep what was freed.
double resident_mib() {
    if (sanitized) return 0;
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) /
           (1 << 20);
}

}  // namespace

/// Many images, a huge image and many phrases must not slow down the window.
class ScaleTest : public QObject {
    Q_OBJECT

    std::shared_ptr<FakeControl> control_;
    std::unique_ptr<WindowHost> host_;
    TestPhotos photos_;
    QTemporaryDir many_;

    void make_window() {
        control_ = std::make_shared<FakeControl>();
        host_ = std::make_unique<WindowHost>(
            [control = control_] { return std::make_shared<FakeGrounder>(control); });
        window()->resize(1400, 900);
        window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(window()));
        window()->open({photos_.path(QStringLiteral("a.png"))});
        QTRY_COMPARE(explorer()->photo().path, photos_.path(QStringLiteral("a.png")));
        QTRY_VERIFY(!explorer()->busy());
    }
    MainWindow* window() { return host_->window(); }
    Explorer* explorer() { return host_->explorer(); }
    ImageListPanel* panel() { return child<ImageListPanel>(window()); }
    int listed() { return panel()->list()->model()->rowCount(); }
    bool idle() { return !explorer()->busy(); }

    /// Creates 50,000 hard links to one small file; false if the disk does not support them.
    bool make_many() {
        const fs::path folder = many_.path().toStdString();
        if (fs::exists(folder / "photo0.png")) return true;
        fs::copy_file(photos_.path(QStringLiteral("a.png")).toStdString(), folder / "photo0.png");
        std::error_code failure;
        for (int i = 1; i < 50'000 && !failure; ++i)
            fs::create_hard_link(folder / "photo0.png", folder / ("photo" + std::to_string(i) + ".png"),
                                 failure);
        return !failure;
    }

 private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setQuitOnLastWindowClosed(false);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer scale test"));
        QSettings().clear();
    }
    void init() { make_window(); }
    void cleanup() { host_.reset(); }

    void folder_of_fifty_thousand_opens_at_once() {
        if (!make_many()) QSKIP("no hard links here: 50,000 files would take too long");
        double seconds = 0, grown = 0;
        const double longest = best_of(3, gui_budget_ms, [&] {
            window()->open({photos_.path(QStringLiteral("a.png"))});
            const QString small = photos_.path(QStringLiteral("a.png"));
            if (!QTest::qWaitFor(
                    [&] { return explorer()->photo().path == small && listed() < 50'000 && idle(); }, 60'000))
                return 1e9;
            const double before = resident_mib();
            GuiWatchdog watchdog;
            QElapsedTimer clock;
            clock.start();
            window()->open({many_.path()});
            const QString first = many_.filePath(QStringLiteral("photo0.png"));
            const bool opened = QTest::qWaitFor(
                [&] { return explorer()->photo().path == first && listed() == 50'000; }, 60'000);
            seconds = static_cast<double>(clock.elapsed()) / 1000;
            if (!opened || !QTest::qWaitFor([this] { return idle(); }, 60'000)) return 1e9;
            watchdog.wait_turns(20);
            grown = resident_mib() - before;
            return watchdog.longest_cpu_ms();
        });
        qInfo("first image and list after %.2f s, %.0f MiB more, GUI thread busy for %.1f ms at most",
              seconds, grown, longest);
        QCOMPARE(panel()->list()->model()->rowCount(), 50'000);
        QCOMPARE(panel()->list()->model()->index(9, 0).data().toString(), QStringLiteral("photo9.png"));
        QCOMPARE(panel()->list()->model()->index(10, 0).data().toString(), QStringLiteral("photo10.png"));
        // Two seconds on an otherwise idle machine.
        QVERIFY(seconds < 20 * slowness);
        QVERIFY(grown < 100);
        QVERIFY2(longest < gui_budget_ms, qPrintable(QString::number(longest)));
    }

    void stepping_through_fifty_thousand_is_smooth() {
        if (!make_many()) QSKIP("no hard links here: 50,000 files would take too long");
        window()->open({many_.path()});
        QTRY_COMPARE_WITH_TIMEOUT(panel()->list()->model()->rowCount(), 50'000, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(!explorer()->busy(), 60'000);
        const double before = resident_mib();
        const double longest = best_of(3, gui_budget_ms, [&] {
            GuiWatchdog watchdog;
            for (int page = 0; page < 40; ++page) {
                QScrollBar* const bar = panel()->list()->verticalScrollBar();
                bar->setValue(bar->value() + bar->maximum() / 41);
                window()->action(QStringLiteral("go.next_image"))->trigger();
                watchdog.wait_turns(3);
            }
            QTest::keyClicks(panel()->filter(), QStringLiteral("4999"));
            watchdog.wait_turns(5);
            panel()->filter()->clear();
            watchdog.wait_turns(5);
            return watchdog.longest_cpu_ms();
        });
        qInfo("GUI thread busy for %.1f ms at most, %.0f MiB more", longest, resident_mib() - before);
        QVERIFY2(longest < gui_budget_ms, qPrintable(QString::number(longest)));
        QVERIFY(resident_mib() - before < 150);
    }

    void photo_of_a_hundred_million_pixels_pans_smoothly() {
        const QString path = photos_.path(QStringLiteral("large.jpg"));
        {
            QImage large(12'000, 9'000, QImage::Format_Grayscale8);
            if (large.isNull()) QSKIP("not enough memory for a photo of 108 million pixels");
            for (int y = 0; y < large.height(); ++y)
                for (int x = 0; x < large.width(); ++x)
                    large.scanLine(y)[x] = static_cast<uchar>((x / 50 * 3 + y / 50 * 5) % 256);
            QVERIFY(large.save(path, "JPEG", 60));
        }
        explorer()->add_phrase(QStringLiteral("a dog"));
        GuiWatchdog watchdog;
        QElapsedTimer clock;
        clock.start();
        explorer()->show_image(path);
        QTRY_COMPARE_WITH_TIMEOUT(explorer()->photo().path, path, 120'000);
        QTRY_VERIFY_WITH_TIMEOUT(!explorer()->busy(), 60'000);
        qInfo("opened after %.2f s, GUI thread busy for %.1f ms at most",
              static_cast<double>(clock.elapsed()) / 1000, watchdog.longest_cpu_ms());
        QCOMPARE(explorer()->photo().size(), QSize(12'000, 9'000));
        ImageViewport* const viewport = window()->canvas()->viewport();
        HeatmapView* const view = window()->canvas()->tile(0)->view();
        for (const double zoom : {1.0, 4.0, 16.0, 64.0, 256.0}) {
            viewport->fit();
            viewport->zoom(zoom, QPointF(view->width() / 2.0, view->height() / 2.0), view->size());
            watchdog.wait_turns(5);
            const double longest = best_of(3, gui_budget_ms, [&] {
                watchdog.restart();
                for (int step = 0; step < 10; ++step) {
                    viewport->pan({step < 5 ? 17.0 : -17.0, 9.0}, view->size());
                    watchdog.wait_turns(1);
                }
                return watchdog.longest_cpu_ms();
            });
            qInfo("%.1f %%: %.1f ms a step at most", window()->canvas()->scale() * 100, longest);
            QVERIFY2(longest < gui_budget_ms, qPrintable(QString::number(longest)));
        }
    }

    void a_thousand_phrases_on_one_image() {
        // The speed of a model on a fast GPU.
        control_->milliseconds_per_phrase = 1;
        QStringList phrases;
        for (int i = 0; i < 1000; ++i) phrases << QStringLiteral("thing number %1").arg(i);
        const double longest = best_of(3, gui_budget_ms, [&] {
            explorer()->clear_phrases();
            if (!QTest::qWaitFor([this] { return idle(); }, 60'000)) return 1e9;
            GuiWatchdog watchdog;
            explorer()->add_phrases(phrases);
            qInfo("listed after %.1f ms", watchdog.longest_cpu_ms());
            QElapsedTimer clock;
            clock.start();
            if (!QTest::qWaitFor([&] { return idle() && explorer()->layers(phrases.back()); }, 120'000))
                return 1e9;
            watchdog.wait_turns(10);
            qInfo("1,000 phrases after %.2f s, GUI thread busy for %.1f ms at most",
                  static_cast<double>(clock.elapsed()) / 1000, watchdog.longest_cpu_ms());
            return watchdog.longest_cpu_ms();
        });
        for (const QString& phrase : phrases) QVERIFY(explorer()->layers(phrase));
        QVERIFY2(longest < gui_budget_ms, qPrintable(QString::number(longest)));
        const double typing = best_of(3, gui_budget_ms, [&] {
            GuiWatchdog watchdog;
            QLineEdit* const edit = child<PhrasePanel>(window())->edit();
            edit->clear();
            QTest::keyClicks(edit, QStringLiteral("one more"));
            QTest::keyClick(edit, Qt::Key_Return);
            if (!QTest::qWaitFor([this] { return idle() && explorer()->layers(QStringLiteral("one more")); },
                                 60'000))
                return 1e9;
            explorer()->set_current_phrase(500);
            watchdog.wait_turns(10);
            return watchdog.longest_cpu_ms();
        });
        qInfo("one phrase more: %.1f ms", typing);
        QVERIFY2(typing < gui_budget_ms, qPrintable(QString::number(typing)));
    }
};

QTEST_MAIN(ScaleTest)
#include "scale_test.moc"
