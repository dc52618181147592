// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/start_controller.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileInfo>

#include "app/base/recent_list.h"
#include "app/base/task_queue.h"
#include "app/frame/main_window.h"
#include "app/session/sample_phrases.h"

namespace gbs::app {

namespace {

constexpr int max_samples = 5;
constexpr std::size_t max_ideas = 3;
constexpr qsizetype max_recent = 5;

}  // namespace

StartController::StartController(MainWindow& window)
    : QObject(&window), window_(window), explorer_(*window.explorer()), page_(new widgets::StartPage) {
    auto* const center = qobject_cast<QBoxLayout*>(window_.centralWidget()->layout());
    center->insertWidget(center->indexOf(window_.canvas()), page_, 1);
    connect_page();
    connect(explorer_.browser(), &PhotoBrowser::photo_shown, this, &StartController::refresh);
    if (explorer_.photo().empty()) fill();
    refresh();
}

void StartController::connect_page() {
    const auto trigger = [this](const char* id) { window_.action(QLatin1String(id))->trigger(); };
    connect(page_, &widgets::StartPage::open_photo_requested, this,
            [trigger] { trigger("file.open_photo"); });
    connect(page_, &widgets::StartPage::open_folder_requested, this,
            [trigger] { trigger("file.open_folder"); });
    connect(page_, &widgets::StartPage::path_requested, this,
            [this](const QString& path) { explorer_.open({path}); });
    connect(page_, &widgets::StartPage::idea_requested, this, [this](const widgets::StartIdea& idea) {
        connect(
            explorer_.browser(), &PhotoBrowser::photo_shown, this,
            [this, phrase = idea.phrase] { explorer_.add_phrase(phrase); }, Qt::SingleShotConnection);
        explorer_.open({idea.photo});
    });
}

void StartController::fill() {
    QStringList photos;
    const QString samples = sample_folder();
    if (!samples.isEmpty())
        for (const QFileInfo& file :
             QDir(samples).entryInfoList({QStringLiteral("*.jpg")}, QDir::Files, QDir::Name))
            if (photos.size() < max_samples) photos << file.absoluteFilePath();
    page_->set_samples(photos);
    std::vector<widgets::StartIdea> ideas;
    for (const QString& photo : std::as_const(photos))
        if (ideas.size() < max_ideas) ideas.push_back({photo, sample_phrases(photo).front()});
    page_->set_ideas(ideas);
    thumbnails_ =
        std::make_unique<ThumbnailLoader>(widgets::StartPage::thumbnail_size, page_->devicePixelRatioF());
    connect(thumbnails_.get(), &ThumbnailLoader::ready, page_, &widgets::StartPage::set_thumbnail);
    // The loader handles the latest request first.
    for (auto photo = photos.crbegin(); photo != photos.crend(); ++photo) thumbnails_->request(*photo);
    show_recent_folders();
}

void StartController::show_recent_folders() {
    // In the background: a sleeping disk must not block the window.
    run_in_background(
        this,
        [paths = RecentList::opened().paths()] {
            QStringList folders;
            for (const QString& path : paths)
                if (folders.size() < max_recent && QFileInfo(path).isDir()) folders << path;
            return folders;
        },
        [this](const QStringList& folders) { page_->set_recent_folders(folders); });
}

void StartController::refresh() {
    const bool empty = explorer_.photo().empty();
    page_->setVisible(empty);
    window_.canvas()->setVisible(!empty);
    if (!empty) thumbnails_.reset();
}

}  // namespace gbs::app
