#include "app/window/images_controller.h"

#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QToolBar>

#include "app/window/main_window.h"
#include "app/window/sample_phrases.h"

namespace gbs {

ImagesController::ImagesController(MainWindow& window)
    : QObject(&window),
      window_(window),
      explorer_(*window.explorer()),
      thumbnails_(ImageListModel::thumbnail_size, qGuiApp->devicePixelRatio()),
      panel_(new ImageListPanel(&images_)) {
    dock_ = window_.add_dock(QStringLiteral("images"), tr("Images"), panel_, Qt::LeftDockWidgetArea);
    window_.resizeDocks({dock_}, {220}, Qt::Horizontal);
    build_actions();
    connect_browser();
    images_.set_paths(explorer_.browser()->images());
    if (!explorer_.photo().empty()) show_photo(explorer_.photo());
}

void ImagesController::build_actions() {
    ActionRegistry* const actions = window_.actions_of_window();
    QMenu* const file = window_.menu(MenuId::file);
    QAction* const photo = actions->add(file, QStringLiteral("file.open_photo"), tr("Open &Photo…"),
                                        {QKeySequence::Open}, QStringLiteral("image"));
    QAction* const folder =
        actions->add(file, QStringLiteral("file.open_folder"), tr("Open &Folder…"),
                     {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, QStringLiteral("folder"));
    QAction* const samples =
        actions->add(file, QStringLiteral("file.open_samples"), tr("Open &Sample Photos"));
    QMenu* const go = window_.menu(MenuId::go);
    QAction* const previous = actions->add(
        go, QStringLiteral("go.previous_image"), tr("&Previous Photo"),
        {QKeySequence(Qt::Key_PageUp), QKeySequence(Qt::ALT | Qt::Key_Left)}, QStringLiteral("previous"));
    QAction* const next = actions->add(
        go, QStringLiteral("go.next_image"), tr("&Next Photo"),
        {QKeySequence(Qt::Key_PageDown), QKeySequence(Qt::ALT | Qt::Key_Right)}, QStringLiteral("next"));
    connect(photo, &QAction::triggered, this, &ImagesController::open_photos_dialog);
    connect(folder, &QAction::triggered, this, &ImagesController::open_folder_dialog);
    connect(samples, &QAction::triggered, this, [this] { explorer_.open({sample_folder()}); });
    connect(previous, &QAction::triggered, this, [this] { step(-1); });
    connect(next, &QAction::triggered, this, [this] { step(1); });
    photo->setIconText(tr("Photo"));
    folder->setIconText(tr("Folder"));
    QToolBar* const bar = window_.tool_bar();
    bar->addActions({photo, folder});
    bar->addSeparator();
    bar->addActions({previous, next});
    window_.show_icon_only(previous);
    window_.show_icon_only(next);
}

void ImagesController::connect_browser() {
    PhotoBrowser* const browser = explorer_.browser();
    connect(browser, &PhotoBrowser::images_found, this, [this](const QStringList& images) {
        thumbnails_.forget_waiting();
        images_.set_paths(images);
        panel_->set_current(explorer_.photo().path);
    });
    connect(browser, &PhotoBrowser::photo_shown, this, &ImagesController::show_photo);
    connect(browser, &PhotoBrowser::photo_failed, this, [this](const QString& path) {
        images_.set_broken(path, true);
        panel_->set_current(explorer_.photo().path);
    });
    connect(panel_, &ImageListPanel::image_requested, &explorer_, &Explorer::show_image);
    connect(&images_, &ImageListModel::thumbnail_wanted, &thumbnails_, &ThumbnailLoader::request);
    connect(&thumbnails_, &ThumbnailLoader::ready, &images_, &ImageListModel::set_thumbnail);
    connect(&thumbnails_, &ThumbnailLoader::dropped, &images_, &ImageListModel::forget_wish);
}

void ImagesController::show_photo(const Photo& photo) {
    images_.set_broken(photo.path, false);
    panel_->set_current(photo.path);
    window_.setWindowTitle(tr("%1 (%2 × %3) – GbS Explorer")
                               .arg(QFileInfo(photo.path).fileName())
                               .arg(photo.size().width())
                               .arg(photo.size().height()));
    window_.setWindowFilePath(photo.path);
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
    const QString from =
        current.isValid() ? current.data(ImageListModel::PathRole).toString() : explorer_.photo().path;
    const QString next = panel_->neighbour(from, step);
    if (!next.isEmpty()) panel_->list()->setCurrentIndex(panel_->index_of(next));
}

}  // namespace gbs
