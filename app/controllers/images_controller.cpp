// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/images_controller.h"

#include <QClipboard>
#include <QDockWidget>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QSettings>
#include <QToolBar>
#include <algorithm>

#include "app/base/recent_list.h"
#include "app/frame/main_window.h"
#include "app/frame/recent_menu.h"
#include "app/session/sample_phrases.h"
#include "app/settings/preferences.h"

namespace gbs::app {

namespace {

QString subfolders_key() {
    return QStringLiteral("images/subfolders");
}

}  // namespace

ImagesController::ImagesController(MainWindow& window)
    : QObject(&window),
      window_(window),
      explorer_(*window.explorer()),
      thumbnails_(widgets::ImageListModel::thumbnail_size, qGuiApp->devicePixelRatio()),
      panel_(new widgets::ImageListPanel(&images_)) {
    dock_ = window_.add_dock(QStringLiteral("images"), tr("Images"), panel_);
    build_file_actions();
    build_edit_actions();
    build_go_actions();
    connect_browser();
    connect_thumbnails();
    connect(panel_, &widgets::ImageListPanel::folder_requested, this, &ImagesController::open_folder_dialog);
    connect_pasted();
    const auto count_phrases = [this] {
        // Those that every photo has.
        const auto for_all = [](const widgets::PhraseItem& item) { return item.photo.isEmpty(); };
        panel_->set_phrase_count(
            static_cast<int>(std::ranges::count_if(explorer_.phrases()->items(), for_all)));
    };
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(explorer_.phrases(), change, this, count_phrases);
    connect(explorer_.phrases(), &QAbstractItemModel::modelReset, this, count_phrases);
    count_phrases();
    images_.set_paths(explorer_.browser()->images());
    if (!explorer_.photo().empty()) show_photo(explorer_.photo());
}

void ImagesController::build_file_actions() {
    ActionRegistry* const actions = window_.action_registry();
    PhotoBrowser* const browser = explorer_.browser();
    QMenu* const file = window_.menu(MenuId::file);
    QAction* const photo = actions->add(file, QStringLiteral("file.open_photo"), tr("Open &Photo…"),
                                        {QKeySequence::Open}, QStringLiteral("image"));
    QAction* const folder =
        actions->add(file, QStringLiteral("file.open_folder"), tr("Open &Folder…"),
                     {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, QStringLiteral("folder"));
    auto* const recent = new RecentMenu(&window_);
    file->addMenu(recent);
    QAction* const samples =
        actions->add(file, QStringLiteral("file.open_samples"), tr("Open &Sample Photos"));
    file->addSeparator();
    browser->set_subfolders(QSettings().value(subfolders_key(), false).toBool());
    QAction* const subfolders =
        actions->add_toggle(file, QStringLiteral("file.subfolders"), tr("&Include Subfolders"),
                            browser->subfolders(), {}, {}, tr("Also list the photos of all subfolders"));
    QAction* const reload =
        actions->add(file, QStringLiteral("file.reload"), tr("&Reload Folder"), {QKeySequence(Qt::Key_F5)},
                     {}, tr("Look for new, changed and deleted photos"));
    connect(photo, &QAction::triggered, this, &ImagesController::open_photos_dialog);
    connect(folder, &QAction::triggered, this, &ImagesController::open_folder_dialog);
    connect(recent, &RecentMenu::path_chosen, this, [this](const QString& path) { explorer_.open({path}); });
    connect(samples, &QAction::triggered, this, [this] { explorer_.open({sample_folder()}); });
    connect(subfolders, &QAction::toggled, this, [browser](bool on) {
        QSettings().setValue(subfolders_key(), on);
        browser->set_subfolders(on);
    });
    connect(reload, &QAction::triggered, browser, &PhotoBrowser::reload);
    photo->setIconText(tr("Photo"));
    folder->setIconText(tr("Folder"));
    window_.tool_bar()->addActions({photo, folder});
}

void ImagesController::build_edit_actions() {
    ActionRegistry* const actions = window_.action_registry();
    QMenu* const edit = window_.menu(MenuId::edit);
    edit->addSeparator();
    QAction* const paste =
        actions->add(edit, QStringLiteral("edit.paste_image"), tr("&Paste Photo"), {QKeySequence::Paste}, {},
                     tr("Open the image or the files in the clipboard"));
    QAction* const filter =
        actions->add(edit, QStringLiteral("edit.filter_images"), tr("&Filter Photos"), {QKeySequence::Find},
                     QStringLiteral("search"), tr("Type part of a name to list only matching photos"));
    connect(paste, &QAction::triggered, this, [this] { pasted_.paste(*QGuiApplication::clipboard()); });
    connect(filter, &QAction::triggered, this, [this] {
        dock_->show();
        dock_->raise();
        panel_->filter()->setFocus(Qt::ShortcutFocusReason);
        panel_->filter()->selectAll();
    });
    // A line edit consumes the paste key; eventFilter() keeps it from that if there is no text to paste.
    qApp->installEventFilter(this);
}

void ImagesController::build_go_actions() {
    ActionRegistry* const actions = window_.action_registry();
    QMenu* const go = window_.menu(MenuId::go);
    QAction* const previous = actions->add(
        go, QStringLiteral("go.previous_image"), tr("&Previous Photo"),
        {QKeySequence(Qt::Key_PageUp), QKeySequence(Qt::ALT | Qt::Key_Left)}, QStringLiteral("previous"));
    QAction* const next = actions->add(
        go, QStringLiteral("go.next_image"), tr("&Next Photo"),
        {QKeySequence(Qt::Key_PageDown), QKeySequence(Qt::ALT | Qt::Key_Right)}, QStringLiteral("next"));
    QAction* const first = actions->add(go, QStringLiteral("go.first_image"), tr("&First Photo"),
                                        {QKeySequence(Qt::ALT | Qt::Key_Home)});
    QAction* const last = actions->add(go, QStringLiteral("go.last_image"), tr("&Last Photo"),
                                       {QKeySequence(Qt::ALT | Qt::Key_End)});
    connect(previous, &QAction::triggered, this, [this] { step(-1); });
    connect(next, &QAction::triggered, this, [this] { step(1); });
    connect(first, &QAction::triggered, this, [this] { show_end(1); });
    connect(last, &QAction::triggered, this, [this] { show_end(-1); });
    QToolBar* const bar = window_.tool_bar();
    bar->addSeparator();
    bar->addActions({previous, next});
    window_.show_icon_only(previous);
    window_.show_icon_only(next);
}

void ImagesController::connect_browser() {
    PhotoBrowser* const browser = explorer_.browser();
    connect(browser, &PhotoBrowser::images_found, this, &ImagesController::show_images);
    connect(browser, &PhotoBrowser::more_images_found, this, [this](const QStringList& batch, bool is_first) {
        if (is_first)
            images_.set_paths(batch);
        else
            images_.append_paths(batch);
    });
    connect(browser, &PhotoBrowser::photo_shown, this, &ImagesController::show_photo);
    connect(browser, &PhotoBrowser::photo_failed, this, [this](const QString& path) {
        images_.set_broken(path, true);
        panel_->set_current(explorer_.photo().path);
    });
    connect(browser, &PhotoBrowser::was_opened, this, [](const QStringList& paths) {
        // Do not fill the list of recent files with the many files of one drop.
        if (paths.size() == 1 && paths.front() != sample_folder()) RecentList::opened().add(paths.front());
    });
    connect(panel_, &widgets::ImageListPanel::image_requested, &explorer_, &Explorer::show_image);
    connect(&explorer_, &Explorer::idle, this, &ImagesController::look_ahead);
    connect(&explorer_, &Explorer::model_ready, this, [this] { ahead_.clear(); });
    // Network disks send no notifications.
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [browser](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive) browser->check_files();
    });
}

void ImagesController::connect_thumbnails() {
    connect(&images_, &QAbstractItemModel::modelReset, this, [this] { thumbnails_.forget_waiting(); });
    connect(&images_, &widgets::ImageListModel::thumbnail_wanted, &thumbnails_, &ThumbnailLoader::request);
    connect(&thumbnails_, &ThumbnailLoader::ready, &images_, &widgets::ImageListModel::set_thumbnail);
    connect(&thumbnails_, &ThumbnailLoader::dropped, &images_, &widgets::ImageListModel::forget_request);
}

void ImagesController::connect_pasted() {
    connect(&pasted_, &PastedImages::pasted, &explorer_, &Explorer::open);
    connect(&pasted_, &PastedImages::failed, this,
            [this](const QString& reason) { window_.show_message(widgets::Severity::error, reason); });
}

bool ImagesController::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste)) {
        const QClipboard& clipboard = *QGuiApplication::clipboard();
        if (clipboard.mimeData() && !clipboard.mimeData()->hasText() && PastedImages::can_paste(clipboard)) {
            event->ignore();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void ImagesController::show_images(const QStringList& images) {
    images_.set_paths(images);
    images_.refresh_thumbnails();
    panel_->set_current(explorer_.photo().path);
    ahead_.clear();
}

void ImagesController::show_photo(const Photo& photo) {
    images_.set_broken(photo.path, false);
    // The same path again: the file has changed.
    if (photo.path == shown_path_) images_.refresh_thumbnails();
    shown_path_ = photo.path;
    panel_->set_current(photo.path);
    window_.setWindowTitle(tr("%1 (%2 × %3) – GbS Explorer")
                               .arg(QFileInfo(photo.path).fileName())
                               .arg(photo.size().width())
                               .arg(photo.size().height()));
    window_.setWindowFilePath(photo.path);
}

QStringList ImagesController::listed_photos() const {
    QStringList photos;
    const QAbstractItemModel* const rows = panel_->list()->model();
    for (int row = 0; row < rows->rowCount(); ++row)
        photos << rows->index(row, 0).data(widgets::ImageListModel::PathRole).toString();
    return photos;
}

void ImagesController::open_photos_dialog() {
    const QString start = QFileInfo(explorer_.photo().path).absolutePath();
    const QStringList files = QFileDialog::getOpenFileNames(
        &window_, tr("Open photos"), start,
        tr("Images (%1);;All files (*)")
            .arg(QStringLiteral("*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.JPG *.JPEG *.PNG")));
    if (!files.isEmpty()) explorer_.open(files);
}

void ImagesController::open_folder_dialog() {
    const QString start = QFileInfo(explorer_.photo().path).absolutePath();
    const QString folder = QFileDialog::getExistingDirectory(&window_, tr("Open a folder of photos"), start);
    if (!folder.isEmpty()) explorer_.open({folder});
}

void ImagesController::step(int step) {
    const QModelIndex current = panel_->list()->currentIndex();
    const QString from = current.isValid() ? current.data(widgets::ImageListModel::PathRole).toString()
                                           : explorer_.photo().path;
    direction_ = step;
    show_image_at(panel_->neighbor(from, step));
}

void ImagesController::show_end(int step) {
    show_image_at(panel_->neighbor({}, step));
}

void ImagesController::show_image_at(const QString& path) {
    if (!path.isEmpty()) panel_->list()->setCurrentIndex(panel_->find_index(path));
}

void ImagesController::look_ahead() {
    if (explorer_.photo().empty()) return;
    const bool wanted = load_preferences().encode_neighbors;
    QStringList ahead{explorer_.photo().key};
    if (wanted)
        for (const int step : {direction_, -direction_}) {
            const QString path = panel_->neighbor(explorer_.photo().path, step);
            if (!path.isEmpty()) ahead << path;
        }
    if (ahead == ahead_) return;
    ahead_ = ahead;
    explorer_.browser()->read_ahead(ahead.mid(1));
}

}  // namespace gbs::app
