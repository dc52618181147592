// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <algorithm>

#include "app/controllers/model_controller.h"
#include "app/controllers/phrase_controller.h"
#include "app/controllers/present_controller.h"
#include "app/controllers/settings_controller.h"
#include "app/controllers/start_controller.h"
#include "app/settings/language.h"
#include "app/settings/shortcuts_dialog.h"
#include "app/window/session_controller.h"
#include "app/window/window_host.h"
#include "core/base/error.h"
#include "support/events.h"
#include "support/fake_grounder.h"
#include "support/find_child.h"
#include "support/test_photos.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

/// Takes the addresses that the window gives to other programs.
class Urls : public QObject {
    Q_OBJECT

 public:
    QList<QUrl> taken;

 public Q_SLOTS:
    void take(const QUrl& url) { taken << url; }
};

/// Preferences, languages, models, the start page, presentations and sessions in the real window.
class HomeTest : public QObject {
    Q_OBJECT

    TestPhotos photos_;
    std::shared_ptr<FakeControl> control_;
    std::unique_ptr<WindowHost> host_;

    MainWindow* window() { return host_->window(); }
    GrounderFactory factory() {
        return [control = control_] { return std::make_shared<FakeGrounder>(control); };
    }
    void make_host() {
        host_ = std::make_unique<WindowHost>(factory());
        window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(window()));
    }
    void open(const QString& name) {
        host_->explorer()->open({photos_.path(name)});
        QTRY_COMPARE(host_->explorer()->photo().path, photos_.path(name));
        QTRY_VERIFY(!host_->explorer()->busy());
    }
    template <class Dialog>
    Dialog* dialog() {
        return window()->findChild<Dialog*>();
    }
    static QAction* entry(QMenu* menu, const QString& words) {
        for (QAction* const action : menu->actions())
            if (action->text().contains(words)) return action;
        return nullptr;
    }

 private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setQuitOnLastWindowClosed(false);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer home test"));
    }
    void init() {
        QSettings().clear();
        control_ = std::make_shared<FakeControl>();
        apply_language(QStringLiteral("en"));
        make_host();
    }
    void cleanup() { host_.reset(); }

    void every_action_has_a_menu_and_no_two_share_a_shortcut() {
        const auto& entries = window()->action_registry()->entries();
        QStringList shared;
        for (const auto& one : entries) {
            QVERIFY2(!one.menu.isEmpty(), qPrintable(one.id));
            for (const auto& other : entries)
                for (const QKeySequence& key : one.default_keys)
                    for (const QKeySequence& taken : other.default_keys)
                        if (one.id < other.id && keys_collide(key, taken))
                            shared << one.id + QStringLiteral(" and ") + other.id;
        }
        QCOMPARE(shared, QStringList());
    }

    void a_phrase_that_looks_like_html_is_a_plain_tip() {
        const QString phrase = QStringLiteral("<img src=\"/dev/zero\">");
        QToolTip::showText({20, 20}, phrase);
        const auto shown = [&] {
            return std::ranges::any_of(QApplication::topLevelWidgets(), [&](const QWidget* widget) {
                const auto* const label = qobject_cast<const QLabel*>(widget);
                return label && label->text() == phrase && label->textFormat() == Qt::PlainText;
            });
        };
        QTRY_VERIFY(shown());
        QToolTip::hideText();
    }

    void start_page_is_hidden_when_a_photo_opens() {
        StartPage* const page = child<StartPage>(window());
        QVERIFY(page->isVisible());
        QVERIFY(!window()->canvas()->isVisible());
        QVERIFY(page->findChildren<QToolButton*>(QStringLiteral("sample")).size() >= 3);
        QCOMPARE(page->findChildren<QToolButton*>(QStringLiteral("idea")).size(), 3);
        QTRY_VERIFY(!page->findChildren<QToolButton*>(QStringLiteral("sample")).front()->icon().isNull());
        page->findChildren<QToolButton*>(QStringLiteral("idea")).front()->click();
        QTRY_COMPARE(host_->explorer()->phrases()->rowCount(), 1);
        QTRY_VERIFY(!page->isVisible());
        QVERIFY(window()->canvas()->isVisible());
        QTRY_VERIFY(host_->explorer()->layers(host_->explorer()->current_phrase()));
    }

    void another_language_rebuilds_the_window() {
        open(QStringLiteral("a.png"));
        host_->explorer()->add_phrase(QStringLiteral("a dog"));
        QTRY_VERIFY(!host_->explorer()->busy());
        MainWindow* const before = window();
        Preferences set = load_preferences();
        set.language = QStringLiteral("he");
        child<SettingsController>(window())->set_preferences(set);
        QCOMPARE(window(), before);  // not before control returns to the event loop
        QTRY_VERIFY(window() != before);
        QTRY_VERIFY(window()->isVisible());
        QCOMPARE(window()->layoutDirection(), Qt::RightToLeft);
        QCOMPARE(load_preferences().language, QStringLiteral("he"));
        QCOMPARE(child<PhrasePanel>(window())->list()->model()->rowCount(), 1);
        QVERIFY(!window()->canvas()->tile(2)->layer().empty());
        QVERIFY(!child<StartPage>(window())->isVisible());
    }

    void preview_while_typing_follows_the_preferences() {
        open(QStringLiteral("a.png"));
        QLineEdit* const edit = child<PhrasePanel>(window())->edit();
        Preferences set = load_preferences();
        set.typing_pause = Preferences::typing_pause_range.low;
        child<SettingsController>(window())->set_preferences(set);
        QTest::keyClicks(edit, QStringLiteral("a cat"));
        QTRY_COMPARE(host_->explorer()->glance(), QStringLiteral("a cat"));
        set.map_while_typing = false;
        child<SettingsController>(window())->set_preferences(set);
        QTest::keyClicks(edit, QStringLiteral("s"));
        QVERIFY(!child<PhraseController>(window())->findChild<QTimer*>()->isActive());
        drain_events();
        QCOMPARE(host_->explorer()->glance(), QStringLiteral("a cat"));
    }

    void a_changed_shortcut_works_at_once_and_after_a_restart() {
        child<SettingsController>(window())->show_shortcuts();
        auto* const shortcuts = dialog<ShortcutsDialog>();
        child<QLineEdit>(shortcuts, "search")->setText(QStringLiteral("About"));
        auto* const list = child<QTreeView>(shortcuts, "list");
        QCOMPARE(list->model()->rowCount(), 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        child<QKeySequenceEdit>(shortcuts, "key")->setKeySequence(QKeySequence(Qt::Key_F12));
        child<QPushButton>(shortcuts, "set")->click();
        QCOMPARE(window()->action(QStringLiteral("help.about"))->shortcut(), QKeySequence(Qt::Key_F12));
        make_host();
        QCOMPARE(window()->action(QStringLiteral("help.about"))->shortcut(), QKeySequence(Qt::Key_F12));
    }

    void the_guide_opens_outside_the_window() {
        Urls urls;
        QDesktopServices::setUrlHandler(QStringLiteral("file"), &urls, "take");
        window()->action(QStringLiteral("help.guide"))->trigger();
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        QCOMPARE(urls.taken.size(), 1);
        const QFileInfo page(urls.taken.front().toLocalFile());
        QVERIFY2(page.isFile(), qPrintable(page.filePath()));
        QVERIFY(page.fileName() == QStringLiteral("index.html") ||
                page.fileName() == QStringLiteral("index.md"));
    }

    void an_invalid_shortcut_in_the_settings_is_ignored() {
        QSettings().setValue(QStringLiteral("shortcuts/help.about"), QStringLiteral("Ctrl+Banana"));
        make_host();
        const auto* const about = window()->action(QStringLiteral("help.about"));
        QCOMPARE(about->shortcut(), QKeySequence(Qt::SHIFT | Qt::Key_F1));
    }

    void if_a_model_cannot_be_loaded_the_old_one_stays() {
        open(QStringLiteral("a.png"));
        child<ModelController>(window())->load(photos_.path(QStringLiteral("broken.png")));
        QTRY_VERIFY(!window()->message_bar()->text().isEmpty());
        QTRY_VERIFY(!host_->explorer()->busy());
        QCOMPARE(host_->explorer()->model()->info()->name, std::string("fake"));
        QMenu* const recent = child<QMenu>(window(), "model.recent");
        Q_EMIT recent->aboutToShow();
        QVERIFY(!entry(recent, QStringLiteral("broken")));
        host_->explorer()->add_phrase(QStringLiteral("a dog"));
        QTRY_VERIFY(host_->explorer()->layers(QStringLiteral("a dog")));
    }

    void devices_are_listed_with_their_reasons() {
        QMenu* const menu = child<QMenu>(window(), "model.devices");
        Q_EMIT menu->aboutToShow();
        QTRY_VERIFY_WITH_TIMEOUT(entry(menu, QStringLiteral("cpu:")), 60'000);
        QVERIFY(entry(menu, QStringLiteral("cpu:"))->isEnabled());
        for (const DeviceInfo& device : list_devices()) {
            QAction* const action = entry(menu, QString::fromStdString(device.name) + QStringLiteral(":"));
            QVERIFY(action);
            QCOMPARE(action->isEnabled(), device.usable);
            QCOMPARE(action->toolTip(), QString::fromStdString(device.reason));
        }
    }

    void images_are_presented() {
        open(QStringLiteral("c.png"));
        host_->explorer()->add_phrase(QStringLiteral("a dog"));
        window()->action(QStringLiteral("view.present_images"))->trigger();
        PresentationWindow* const presentation = visible_window<PresentationWindow>();
        QVERIFY(presentation);
        QCOMPARE(child<QLabel>(presentation, "phrase")->text(), QStringLiteral("a dog"));
        QCOMPARE(child<QLabel>(presentation, "place")->text(), QStringLiteral("4 / 4"));  // a, b, broken, c
        presentation->close();
        QTRY_VERIFY(!visible_window<PresentationWindow>());
    }

    void a_bad_script_is_reported() {
        photos_.write(QStringLiteral("show.yaml"), "slides:\n  - image: none.png\n");
        child<PresentController>(window())->present_script(photos_.path(QStringLiteral("show.yaml")));
        QTRY_VERIFY(window()->message_bar()->text().contains(QStringLiteral("show.yaml:2")));
        QVERIFY(!visible_window<PresentationWindow>());
    }

    void session_is_restored() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("session.json"));
        {
            SessionController keeper(*host_, path);
            host_->explorer()->open({photos_.folder.path()});
            QTRY_VERIFY(!host_->explorer()->busy());
            host_->explorer()->show_image(photos_.path(QStringLiteral("c.png")));
            host_->explorer()->add_phrases({QStringLiteral("a dog"), QStringLiteral("the sky")});
            host_->explorer()->set_phrase_color(1, Qt::magenta);
            host_->explorer()->set_phrase_hidden(0, true);
            QTRY_VERIFY(!host_->explorer()->busy());
            window()->canvas()->viewport()->look(3, QPointF(20, 30));
            host_->explorer()->set_current_phrase(1);
            // No clean exit: the session is saved soon after a change.
            QTRY_VERIFY(load_session(path) && load_session(path)->zoom == 3.0);
        }
        make_host();
        SessionController keeper(*host_, path);
        keeper.restore(*load_session(path));
        Explorer* const explorer = host_->explorer();
        QCOMPARE(explorer->phrases()->rowCount(), 2);
        QCOMPARE(explorer->phrases()->items()[1].color, QColor(Qt::magenta));
        QVERIFY(explorer->phrases()->items()[0].hidden);
        QCOMPARE(explorer->current_phrase(), QStringLiteral("the sky"));
        QVERIFY(!explorer->undo_stack()->canUndo());
        QTRY_COMPARE(explorer->photo().path, photos_.path(QStringLiteral("c.png")));
        QTRY_VERIFY(!explorer->busy());
        QCOMPARE(explorer->photo().path, photos_.path(QStringLiteral("c.png")));
        QCOMPARE(explorer->browser()->images().size(), 4);
        QCOMPARE(window()->canvas()->scale(), 3.0);
        QCOMPARE(window()->canvas()->viewport()->center(), QPointF(20, 30));
    }

    void what_was_compared_is_restored_with_its_view() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("session.json"));
        {
            SessionController keeper(*host_, path);
            open(QStringLiteral("c.png"));
            host_->explorer()->add_phrases({QStringLiteral("a dog"), QStringLiteral("the sky")});
            window()->action(QStringLiteral("view.three_sides"))->trigger();
            QCOMPARE(host_->explorer()->other_phrase(), QStringLiteral("the sky"));
            keeper.save_now();
            // What is compared in a view that is not shown is not loaded again.
            window()->action(QStringLiteral("view.mean"))->trigger();
            QCOMPARE(keeper.collect().compared_phrase, QString());
            window()->action(QStringLiteral("view.three_sides"))->trigger();
            keeper.save_now();
        }
        make_host();
        SessionController keeper(*host_, path);
        keeper.restore(*load_session(path));
        QCOMPARE(window()->canvas()->view(), widgets::CanvasView::three_sides);
        QTRY_VERIFY(host_->explorer()->other_layers());
        QCOMPARE(host_->explorer()->other_phrase(), QStringLiteral("the sky"));
        // A missing model is reported, and everything else is restored.
        Session gone = *load_session(path);
        gone.compared_model = QStringLiteral("/nowhere/b.safetensors");
        keeper.restore(gone);
        QTRY_VERIFY(window()->message_bar()->text().contains(QStringLiteral("/nowhere/b.safetensors")));
        QTRY_COMPARE(host_->explorer()->other_side(), Explorer::OtherSide::none);
    }

    void a_session_with_a_missing_folder_restores_the_phrases() {
        Session session;
        session.opened = {QStringLiteral("/nowhere/at/all")};
        session.photo = QStringLiteral("/nowhere/at/all/a.png");
        session.phrases = {{QStringLiteral("a dog"), {}, false}};
        QTemporaryDir folder;
        SessionController keeper(*host_, folder.filePath(QStringLiteral("session.json")));
        keeper.restore(session);
        QCOMPARE(host_->explorer()->phrases()->rowCount(), 1);
        QVERIFY(window()->message_bar()->text().contains(QStringLiteral("/nowhere/at/all")));
        QVERIFY(child<StartPage>(window())->isVisible());
    }
};

QTEST_MAIN(HomeTest)
#include "home_test.moc"
