// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/frame/workspaces.h"

#include <QApplication>
#include <QDockWidget>
#include <QSettings>
#include <QStandardPaths>
#include <QTabBar>
#include <QTest>

#include "app/window/window_host.h"
#include "support/events.h"
#include "support/fake_grounder.h"
#include "support/find_child.h"
#include "widgets/style/empty_note.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

/// The four workspaces of the real window, with a fake model.
class WorkspacesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowHost> host_;

    void make_window() {
        host_.reset();
        host_ = std::make_unique<WindowHost>(
            [control = std::make_shared<FakeControl>()] { return std::make_shared<FakeGrounder>(control); });
        window()->resize(1366, 768);
        window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(window()));
    }
    MainWindow* window() { return host_->window(); }
    Workspaces* workspaces() { return window()->workspaces(); }
    QDockWidget* dock(const char* name) { return child<QDockWidget>(window(), name); }
    bool shown(const char* name) { return dock(name)->isVisible(); }
    void press(Qt::Key key) {
        window()->activateWindow();
        QTest::keyClick(window(), key, Qt::ControlModifier);
    }

 private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setQuitOnLastWindowClosed(false);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer workspaces test"));
    }
    void init() {
        QSettings().clear();
        make_window();
    }
    void cleanup() { host_.reset(); }

    void each_key_opens_its_workspace_with_its_docks() {
        QVERIFY(shown("images") && shown("phrases") && shown("layers"));
        QVERIFY(!shown("review") && !shown("training") && !shown("benchmark"));
        press(Qt::Key_2);
        QCOMPARE(workspaces()->current(), Workspace::review);
        QVERIFY(shown("images") && shown("phrases") && shown("review") && !shown("layers"));
        press(Qt::Key_3);
        QVERIFY(shown("training") && !shown("images") && !shown("review"));
        press(Qt::Key_4);
        QVERIFY(shown("benchmark") && !shown("training"));
        QCOMPARE(workspaces()->tabs()->currentIndex(), 3);
        press(Qt::Key_1);
        QVERIFY(shown("layers") && !shown("benchmark"));
    }

    void training_and_benchmarks_fill_the_window() {
        for (const auto& [workspace, name] :
             {std::pair(Workspace::train, "training"), std::pair(Workspace::benchmark, "benchmark")}) {
            workspaces()->show(workspace);
            QVERIFY(!window()->centralWidget()->isVisible());
            QTRY_VERIFY2(dock(name)->height() > window()->height() * 3 / 4, name);
            QCOMPARE(dock(name)->width(), window()->width());
        }
        // Next to the canvas a benchmark leaves room for it.
        workspaces()->set_canvas_shown(Workspace::benchmark, true);
        QTRY_VERIFY(window()->centralWidget()->height() > window()->height() / 4);
        QVERIFY(shown("benchmark"));
    }

    void each_layout_is_remembered_apart() {
        dock("layers")->hide();
        workspaces()->show(Workspace::review);
        dock("log")->show();
        workspaces()->show(Workspace::explore);
        QVERIFY(!shown("layers") && !shown("log"));
        workspaces()->show(Workspace::review);
        QVERIFY(shown("log"));
        window()->save();
        make_window();
        QCOMPARE(workspaces()->current(), Workspace::review);
        QVERIFY(shown("log"));
        workspaces()->show(Workspace::explore);
        QVERIFY(!shown("layers") && !shown("log"));
    }

    void reset_layout_restores_only_the_current_workspace() {
        dock("layers")->hide();
        workspaces()->show(Workspace::review);
        dock("review")->hide();
        dock("images")->setFloating(true);
        window()->action(QStringLiteral("workspace.reset"))->trigger();
        QVERIFY(shown("review") && !dock("images")->isFloating());
        workspaces()->show(Workspace::explore);
        QVERIFY(!shown("layers"));
    }

    void the_smallest_screens_have_room_for_the_window() {
        for (const Workspace workspace :
             {Workspace::explore, Workspace::review, Workspace::train, Workspace::benchmark}) {
            workspaces()->show(workspace);
            window()->resize(1024, 600);
            QTRY_COMPARE(window()->size(), QSize(1024, 600));
            QVERIFY(window()->minimumSizeHint().width() <= 1024);
            QVERIFY(window()->minimumSizeHint().height() <= 600);
        }
    }

    void empty_panes_say_what_they_are_for() {
        const auto notes = [this](const char* dock_name) {
            QStringList texts;
            for (const EmptyNote* note : dock(dock_name)->findChildren<EmptyNote*>()) texts << note->text();
            texts.removeAll(QString());
            return texts;
        };
        QCOMPARE(notes("images").size(), 1);
        workspaces()->show(Workspace::benchmark);
        QCOMPARE(notes("benchmark").size(), 2);
        workspaces()->show(Workspace::train);
        QTRY_COMPARE(notes("training").size(), 4);  // runs, curves, separation, film strip
    }

    void a_message_moves_nothing() {
        drain_events();
        const QRect before = window()->canvas()->parentWidget()->geometry();
        window()->show_message(Severity::warning, QStringLiteral("a.jpg: cannot be read"));
        QVERIFY(window()->message_bar()->isVisible());
        QCOMPARE(window()->canvas()->parentWidget()->geometry(), before);
        QVERIFY(window()->rect().contains(window()->message_bar()->geometry()));
    }
};

QTEST_MAIN(WorkspacesTest)
#include "workspaces_test.moc"
