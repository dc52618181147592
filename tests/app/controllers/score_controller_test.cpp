// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/score_controller.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLocale>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include "app/window/window_host.h"
#include "support/fake_grounder.h"
#include "support/find_child.h"
#include "support/test_photos.h"
#include "widgets/lists/image_list_panel.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

/// The photos by score, and what the context menus do with a photo, in the real window with a fake model.
class ScoreControllerTest : public QObject {
    Q_OBJECT

    TestPhotos photos_;
    std::shared_ptr<FakeControl> control_;
    std::unique_ptr<WindowHost> host_;

    MainWindow* window() { return host_->window(); }
    QAction* action(const char* id) { return window()->action(QString::fromLatin1(id)); }

 private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));  // texts have numbers
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setQuitOnLastWindowClosed(false);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer score test"));
    }
    void init() {
        QSettings().clear();
        control_ = std::make_shared<FakeControl>();
        host_ = std::make_unique<WindowHost>(
            [control = control_] { return std::make_shared<FakeGrounder>(control); });
        window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(window()));
        window()->open({photos_.folder.path()});
        QTRY_VERIFY(!window()->explorer()->photo().empty());
        QTRY_VERIFY(!window()->explorer()->busy());
    }
    void cleanup() { host_.reset(); }

    void photos_are_sorted_by_the_score_of_the_phrase() {
        window()->explorer()->add_phrase(QStringLiteral("a dog"));
        QTRY_VERIFY(!window()->explorer()->busy());
        action("phrase.score_photos")->trigger();
        QListView* const list = child<ScoreGrid>(window())->list();
        QTRY_VERIFY(list->isVisible());
        // Three photos; the broken file is left out.
        QTRY_COMPARE(list->model()->rowCount(), 3);
        double last = 2;
        for (int row = 0; row < 3; ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            QVERIFY(!index.data(Qt::DecorationRole).value<QIcon>().isNull());
            const double score = index.data(Qt::DisplayRole)
                                     .toString()
                                     .section(QRegularExpression(QStringLiteral("\\s")), 0, 0)
                                     .toDouble();
            QVERIFY(score > 0 && score <= last);
            last = score;
        }
        const QModelIndex third = list->model()->index(2, 0);
        Q_EMIT list->clicked(third);
        QTRY_COMPARE(window()->explorer()->photo().path, third.data(Qt::ToolTipRole).toString());
        QCOMPARE(window()->explorer()->current_phrase(), QStringLiteral("a dog"));
    }

    void the_strongest_photos_come_first_if_the_model_knows() {
        // Of the three photos, the first that is scored is the weakest.
        control_->strength = [i = 0](const std::string&) mutable {
            return 0.2F + 0.3F * static_cast<float>(i++ % 3);
        };
        window()->explorer()->add_phrase(QStringLiteral("a cat"));
        QTRY_VERIFY(!window()->explorer()->busy());
        control_->strength = [i = 0](const std::string&) mutable {
            return 0.2F + 0.3F * static_cast<float>(i++ % 3);
        };
        action("phrase.score_photos")->trigger();
        ScoreGrid* const grid = child<ScoreGrid>(window());
        QTRY_COMPARE(grid->list()->model()->rowCount(), 3);
        const auto word = [grid](int row) {
            return grid->list()->model()->index(row, 0).data().toString().section(
                QRegularExpression(QStringLiteral("\\s")), 0, 0);
        };
        QCOMPARE(word(0), QStringLiteral("strong"));
        QCOMPARE(word(1), QStringLiteral("medium"));
        QCOMPARE(word(2), QStringLiteral("none"));
        QVERIFY(grid->order()->isEnabled());
        grid->order()->setCurrentIndex(1);
        double last = 2;
        for (int row = 0; row < 3; ++row) {
            const QString text = grid->list()->model()->index(row, 0).data().toString();
            const double peak = text.section(QStringLiteral(" · "), 1)
                                    .section(QRegularExpression(QStringLiteral("\\s")), 0, 0)
                                    .toDouble();
            QVERIFY2(peak > 0 && peak <= last, qPrintable(text));
            last = peak;
        }
    }

    void scoring_is_paused_between_photos() {
        window()->explorer()->add_phrase(QStringLiteral("a dog"));
        QTRY_VERIFY(!window()->explorer()->busy());
        const auto known = control_->copy(&FakeControl::started).size();
        control_->set(&FakeControl::hold, true);
        action("phrase.score_photos")->trigger();
        ScoreGrid* const grid = child<ScoreGrid>(window());
        auto* const pause = child<QPushButton>(grid, "pause");
        QTRY_COMPARE(control_->copy(&FakeControl::started).size(), known + 1);
        QTest::keyClick(pause, Qt::Key_Space);
        control_->set(&FakeControl::hold, false);
        QTRY_COMPARE(grid->list()->model()->rowCount(), 1);
        QTest::qWait(100);
        QCOMPARE(control_->copy(&FakeControl::started).size(), known + 1);
        QTest::keyClick(pause, Qt::Key_Space);
        QTRY_COMPARE(grid->list()->model()->rowCount(), 3);
        QTRY_VERIFY(!pause->isEnabled());
        // A new request is not paused.
        control_->set(&FakeControl::hold, true);
        action("phrase.score_photos")->trigger();
        QTRY_COMPARE(control_->copy(&FakeControl::started).size(), known + 4);
        pause->click();
        action("phrase.score_photos")->trigger();
        control_->set(&FakeControl::hold, false);
        QTRY_COMPARE(grid->list()->model()->rowCount(), 3);
    }

    void without_a_phrase_it_says_what_is_missing() {
        action("phrase.score_photos")->trigger();
        QVERIFY(window()->message_bar()->text().contains(QStringLiteral("type a phrase")));
    }

    void a_photo_is_copied_from_its_menu() {
        QListView* const list = child<ImageListPanel>(window())->list();
        QCOMPARE(list->contextMenuPolicy(), Qt::ActionsContextMenu);
        QVERIFY(list->actions().contains(action("photo.copy_path")));
        QVERIFY(window()->canvas()->actions().contains(action("photo.copy_image")));
        QVERIFY(window()->canvas()->actions().contains(action("export.copy_figure")));
        action("photo.copy_path")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QDir::toNativeSeparators(window()->explorer()->photo().path));
        action("photo.copy_image")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->image().size(), window()->explorer()->photo().size());
    }
};

QTEST_MAIN(ScoreControllerTest)
#include "score_controller_test.moc"
