// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/images_controller.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include "app/base/recent_list.h"
#include "app/controllers/phrase_controller.h"
#include "app/frame/recent_menu.h"
#include "app/session/folder_watcher.h"
#include "app/window/window_host.h"
#include "support/events.h"
#include "support/fake_grounder.h"
#include "support/find_child.h"
#include "support/test_photos.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

/// Opens, steps through, pastes and reloads photos in the real window with a fake model.
class ImagesControllerTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestPhotos> photos_;
    std::shared_ptr<FakeControl> control_;
    std::unique_ptr<WindowHost> host_;

    void make_window() {
        control_ = std::make_shared<FakeControl>();
        host_ = std::make_unique<WindowHost>(
            [control = control_] { return std::make_shared<FakeGrounder>(control); });
        window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(window()));
    }
    MainWindow* window() { return host_->window(); }
    Explorer* explorer() { return host_->explorer(); }
    ImageListPanel* panel() { return child<ImageListPanel>(window()); }
    QAction* action(const char* id) { return window()->action(QString::fromLatin1(id)); }
    QString message() { return window()->message_bar()->text(); }
    QString path(const char* name) { return photos_->path(QString::fromLatin1(name)); }
    QString shown() { return explorer()->photo().path; }
    void open(const QString& place, const QString& photo) {
        window()->open({place});
        QTRY_COMPARE(shown(), photo);
        QTRY_VERIFY(!explorer()->busy());
    }
    QStringList names() {
        QStringList result;
        const QAbstractItemModel* const list = panel()->list()->model();
        for (int row = 0; row < list->rowCount(); ++row) result << list->index(row, 0).data().toString();
        return result;
    }
    static QStringList words(const char* text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }
    /// The names of the photos whose encoding began.
    QStringList encoded() {
        QStringList result;
        for (const std::string& key : control_->copy(&FakeControl::keys))
            result
                << QString::fromStdString(key).section(QLatin1Char('/'), -1).section(QLatin1Char('|'), 0, 0);
        return result;
    }

 private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setQuitOnLastWindowClosed(false);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer images test"));
    }
    void init() {
        QSettings().clear();
        QDir(PastedImages::folder()).removeRecursively();
        photos_ = std::make_unique<TestPhotos>();
        make_window();
    }
    void cleanup() {
        control_->set(&FakeControl::hold, false);
        control_->set(&FakeControl::hold_encoding, false);
        host_.reset();
    }
    void cleanupTestCase() { QDir(PastedImages::folder()).removeRecursively(); }

    void subfolders_are_listed_on_request() {
        QDir(photos_->folder.path()).mkpath(QStringLiteral("more/deep"));
        photos_->make(QStringLiteral("more/deep/z.png"), {40, 30}, Qt::cyan);
        open(photos_->folder.path(), path("a.png"));
        QCOMPARE(names(), words("a.png b.png broken.png c.png"));
        action("file.subfolders")->trigger();
        QTRY_COMPARE(names(), words("a.png b.png broken.png c.png more/deep/z.png"));
        QCOMPARE(shown(), path("a.png"));
        action("file.subfolders")->trigger();
        QTRY_COMPARE(names(), words("a.png b.png broken.png c.png"));
        // If only the subfolders contain images, the message says how to list them.
        window()->open({path("more")});
        QTRY_VERIFY2(message().contains(QStringLiteral("Include Subfolders")), qPrintable(message()));
        QCOMPARE(names(), words("a.png b.png broken.png c.png"));
    }

    void verdicts_are_shown_in_the_list_and_can_filter_it() {
        open(photos_->folder.path(), path("a.png"));
        explorer()->add_phrase(QStringLiteral("a dog"));
        QTRY_VERIFY(action("review.right")->isEnabled());
        action("review.right")->trigger();
        const auto verdict = [this](const char* name) {
            const QModelIndex index = panel()->find_index(path(name));
            return index.data(ImageListModel::VerdictRole).value<VerdictSummary>();
        };
        QTRY_COMPARE(verdict("a.png").right, 1);
        const auto filter = [this](VerdictFilter what) {
            panel()->findChild<QComboBox*>()->setCurrentIndex(
                panel()->findChild<QComboBox*>()->findData(static_cast<int>(what)));
        };
        filter(VerdictFilter::unjudged);
        QCOMPARE(names(), words("b.png broken.png c.png"));
        filter(VerdictFilter::right);
        QCOMPARE(names(), words("a.png"));
        filter(VerdictFilter::all);
        action("edit.undo")->trigger();
        QTRY_COMPARE(verdict("a.png").total(), 0);
        action("edit.redo")->trigger();
        QTRY_COMPARE(verdict("a.png").right, 1);
        // When reopened, they are read from the file.
        host_.reset();
        make_window();
        open(photos_->folder.path(), path("a.png"));
        QTRY_COMPARE(verdict("a.png").right, 1);
        QCOMPARE(verdict("b.png").total(), 0);
    }

    void keys_go_to_the_ends() {
        open(path("b.png"), path("b.png"));
        action("go.last_image")->trigger();
        QTRY_COMPARE(shown(), path("c.png"));
        action("go.first_image")->trigger();
        QTRY_COMPARE(shown(), path("a.png"));
    }

    void neighbors_are_encoded_when_idle() {
        control_->set(&FakeControl::hold_encoding, true);
        open_without_waiting("b.png");
        QTRY_COMPARE(encoded(), words("b.png"));
        // A photo that was read ahead waits for the one that is being encoded.
        QSignalSpy read(explorer()->browser(), &PhotoBrowser::was_read_ahead);
        explorer()->browser()->read_ahead({path("c.png")});
        QTRY_VERIFY(!read.isEmpty());
        QCOMPARE(encoded(), words("b.png"));
        QCOMPARE(control_->cancelled_encodings, 0);
        control_->set(&FakeControl::hold_encoding, false);
        // The broken photo is skipped, either because it is known to be broken or because reading it fails.
        QTRY_VERIFY(encoded().contains(QStringLiteral("a.png")));
        QTRY_VERIFY(!explorer()->busy());
        QVERIFY(!encoded().contains(QStringLiteral("broken.png")));
    }

    void encoding_ahead_can_be_switched_off() {
        QSettings().setValue(QStringLiteral("images/encode_ahead"), false);
        open(path("a.png"), path("a.png"));
        explorer()->add_phrase(QStringLiteral("a dog"));
        QTRY_VERIFY(explorer()->layers(QStringLiteral("a dog")));
        QTRY_VERIFY(!explorer()->busy());
        // The worker takes photos in order: any other photo would come before this one.
        explorer()->browser()->read_ahead({path("c.png")});
        QTRY_VERIFY(encoded().contains(QStringLiteral("c.png")));
        QCOMPARE(encoded(), words("a.png c.png"));
    }

    void photo_replaced_on_disk_is_read_and_grounded_again() {
        QSettings().setValue(QStringLiteral("images/encode_ahead"), false);
        open(path("a.png"), path("a.png"));
        explorer()->add_phrase(QStringLiteral("a dog"));
        QTRY_VERIFY(explorer()->layers(QStringLiteral("a dog")));
        QTRY_VERIFY(!explorer()->busy());
        photos_->make(QStringLiteral("new.tmp.png"), {90, 60}, Qt::yellow);
        // Like an editor: write a new file, then rename it over the old one.
        QCOMPARE(rename(QFile::encodeName(path("new.tmp.png")).constData(),
                        QFile::encodeName(path("a.png")).constData()),
                 0);
        QTRY_COMPARE_WITH_TIMEOUT(explorer()->photo().size(), QSize(90, 60), 10'000);
        QVERIFY2(message().contains(QStringLiteral("a.png")), qPrintable(message()));
        QTRY_VERIFY(explorer()->layers(QStringLiteral("a dog")));
        const auto started = control_->copy(&FakeControl::started);
        QCOMPARE(std::count(started.begin(), started.end(), "a dog"), 2);
        // A second time: the new file is watched.
        QTRY_VERIFY(!explorer()->busy());
        photos_->make(QStringLiteral("a.png"), {50, 70}, Qt::green);
        QTRY_COMPARE_WITH_TIMEOUT(explorer()->photo().size(), QSize(50, 70), 10'000);
    }

    void added_and_deleted_files_are_noticed() {
        open(photos_->folder.path(), path("a.png"));
        photos_->make(QStringLiteral("b2.png"), {30, 30}, Qt::gray);
        QTRY_COMPARE_WITH_TIMEOUT(names(), words("a.png b.png b2.png broken.png c.png"), 10'000);
        QVERIFY(QFile::remove(path("b.png")));
        QTRY_COMPARE_WITH_TIMEOUT(names(), words("a.png b2.png broken.png c.png"), 10'000);
        // The shown photo: reported once, and it stays.
        QVERIFY(QFile::remove(path("a.png")));
        QTRY_VERIFY_WITH_TIMEOUT(message().contains(QStringLiteral("a.png")), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(names(), words("b2.png broken.png c.png"), 10'000);
        QCOMPARE(shown(), path("a.png"));
        QVERIFY(window()->canvas()->has_photo());
        action("go.next_image")->trigger();
        QTRY_COMPARE(shown(), path("b2.png"));
    }

    void deleted_folder_is_reported_once_and_its_photos_stay_listed() {
        open(photos_->folder.path(), path("a.png"));
        explorer()->add_phrase(QStringLiteral("a dog"));
        QTRY_VERIFY(!explorer()->busy());
        QSignalSpy told(explorer(), &Explorer::message);
        QVERIFY(QDir(photos_->folder.path()).removeRecursively());
        // One message for the folder, one for the photo.
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 2, 10'000);
        // The next look finds the same and reports nothing.
        auto* const watcher = explorer()->browser()->findChild<FolderWatcher*>();
        bool answered = false;
        BeforeAnswer look([&] { answered = true; });
        qApp->installEventFilter(&look);
        fire(watcher->findChild<QTimer*>());
        QTRY_VERIFY(answered);
        drain_events();
        QCOMPARE(told.size(), 2);
        QCOMPARE(names(), words("a.png b.png broken.png c.png"));
        QVERIFY(explorer()->layers(QStringLiteral("a dog")));
        // Reloading reports it again; opening a deleted photo reports an error.
        told.clear();
        action("file.reload")->trigger();
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(names().size(), 4);
        // When the folder is back, reloading finds it.
        QDir().mkpath(photos_->folder.path());
        photos_->make(QStringLiteral("n.png"), {30, 30}, Qt::gray);
        action("file.reload")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(names(), words("n.png"), 10'000);
    }

    void pasted_image_is_kept_as_a_file_and_opened() {
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(QColor(10, 200, 30));
        QGuiApplication::clipboard()->setImage(image);
        // With the focus in the phrase edit, which cannot paste images.
        QLineEdit* const edit = child<PhrasePanel>(window())->edit();
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(explorer()->photo().size(), QSize(64, 48));
        QCOMPARE(QFileInfo(shown()).absolutePath(), QFileInfo(PastedImages::folder()).absoluteFilePath());
        QCOMPARE(QImage(shown()).pixelColor(5, 5), QColor(10, 200, 30));
        const QString first = shown();
        action("edit.paste_image")->trigger();
        QTRY_VERIFY(shown() != first);
        QTRY_COMPARE(names().size(), 2);
    }

    void pasted_files_are_opened_and_text_stays_text() {
        auto* data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(path("c.png"))});
        QGuiApplication::clipboard()->setMimeData(data);
        action("edit.paste_image")->trigger();
        QTRY_COMPARE(shown(), path("c.png"));
        QGuiApplication::clipboard()->setText(QStringLiteral("a dog"));
        QLineEdit* const edit = child<PhrasePanel>(window())->edit();
        edit->clear();
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(edit->text(), QStringLiteral("a dog"));
        action("edit.paste_image")->trigger();
        QVERIFY2(message().contains(QStringLiteral("contains no image")), qPrintable(message()));
        QCOMPARE(shown(), path("c.png"));
    }

    void recent_paths_are_listed_and_missing_ones_disabled() {
        open(photos_->folder.path(), path("a.png"));
        open(path("b.png"), path("b.png"));
        RecentList::opened().add(path("nowhere.png"));
        QCOMPARE(RecentList::opened().paths(),
                 (QStringList{path("nowhere.png"), path("b.png"), photos_->folder.path()}));
        auto* const menu = window()->menu(MenuId::file)->findChild<RecentMenu*>();
        RecentMenu* const recent = menu ? menu : window()->findChild<RecentMenu*>();
        QVERIFY(recent);
        Q_EMIT recent->aboutToShow();
        QTRY_VERIFY(!recent->actions()[0]->isEnabled());
        QVERIFY(recent->actions()[1]->isEnabled() && recent->actions()[2]->isEnabled());
        explorer()->show_image(path("c.png"));
        QTRY_COMPARE(shown(), path("c.png"));
        recent->actions()[1]->trigger();
        QTRY_COMPARE(shown(), path("b.png"));
        QTRY_VERIFY(!explorer()->busy());
        QCOMPARE(RecentList::opened().paths().front(), path("b.png"));
        for (int i = 0; i < 20; ++i) RecentList::opened().add(QStringLiteral("/tmp/%1").arg(i));
        QCOMPARE(RecentList::opened().paths().size(), 12);
        recent->actions().last()->trigger();
        QVERIFY(RecentList::opened().paths().isEmpty());
    }

 private:
    void open_without_waiting(const char* name) {
        window()->open({path(name)});
        QTRY_COMPARE(shown(), path(name));
    }
};

QTEST_MAIN(ImagesControllerTest)
#include "images_controller_test.moc"
