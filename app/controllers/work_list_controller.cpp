// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/work_list_controller.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <numeric>

#include "app/controllers/images_controller.h"
#include "app/frame/main_window.h"

namespace gbs::app {

WorkListController::WorkListController(MainWindow& window, ImagesController& images)
    : QObject(&window),
      window_(window),
      images_(images),
      explorer_(*window.explorer()),
      list_(*explorer_.work_list()) {
    QMenu* const file = window_.menu(MenuId::file);
    const auto add = [&](const char* id, const QString& text, const QString& tip, auto what) {
        QAction* const action =
            window_.action_registry()->add(file, QString::fromLatin1(id), text, {}, {}, tip);
        connect(action, &QAction::triggered, this, what);
        return action;
    };
    add("file.open_work_list", tr("Open &Work List…"),
        tr("A table of photos and phrases to judge (CSV: image, phrase, annotator)"),
        [this] { open_dialog(); });
    close_ = add("file.close_work_list", tr("Close Wor&k List"), {}, [this] { list_.close(); });
    pause_.setSingleShot(true);
    pause_.setInterval(50);
    connect(&pause_, &QTimer::timeout, this, &WorkListController::refresh);
    const auto later = [this] { pause_.start(); };
    connect(&list_, &WorkList::message, &explorer_, &Explorer::message);
    connect(&list_, &WorkList::changed, this, [this] {
        added_.clear();
        refresh();
    });
    ReviewSession* const review = explorer_.review();
    for (const auto change : {&ReviewSession::opened, &ReviewSession::updated})
        connect(review, change, this, later);
    connect(review, &ReviewSession::model_changed, this, later);
    connect(review, &ReviewSession::annotator_changed, this, later);
    connect(review, &ReviewSession::changed, this, &WorkListController::refresh_photo);
    connect(explorer_.browser(), &PhotoBrowser::images_found, this, later);
    connect(images_.panel(), &widgets::ImageListPanel::all_requested, this, [this](const QString& why) {
        if (why == shown_) list_.close();
    });
    refresh();
}

void WorkListController::open_dialog() {
    const QString file = QFileDialog::getOpenFileName(
        &window_, tr("Open a work list"), QFileInfo(explorer_.photo().path).absolutePath(),
        tr("Work lists (%1);;All files (*)").arg(QStringLiteral("*.csv")));
    if (!file.isEmpty()) list_.open(file);
}

QStringList WorkListController::left_in(const QString& path) const {
    QStringList left;
    for (const QString& phrase : assigned_.phrases.value(path))
        if (explorer_.review()->judgement({path, {}, phrase}).verdict == widgets::Verdict::none)
            left << phrase;
    return left;
}

void WorkListController::refresh() {
    close_->setEnabled(!list_.file().isEmpty());
    if (list_.file().isEmpty()) {
        if (!shown_.isEmpty() && images_.panel()->why() == shown_) images_.panel()->list_all();
        shown_.clear();
        return;
    }
    assigned_ = list_.assigned_to(explorer_.review()->annotator(), explorer_.browser()->images());
    left_.clear();
    all_ = 0;
    for (auto it = assigned_.phrases.begin(); it != assigned_.phrases.end(); ++it) {
        all_ += static_cast<int>(it->size());
        if (const auto left = left_in(it.key()); !left.isEmpty())
            left_.insert(it.key(), static_cast<int>(left.size()));
    }
    add_phrases();
    show_list();
}

void WorkListController::refresh_photo(const QString& path) {
    if (list_.file().isEmpty() || !assigned_.phrases.contains(path)) return;
    const auto left = static_cast<int>(left_in(path).size());
    if (left == left_.value(path)) return;
    if (left > 0)
        left_[path] = left;
    else
        left_.remove(path);
    show_list();
}

void WorkListController::add_phrases() {
    QHash<QString, QStringList> missing;
    for (auto it = left_.begin(); it != left_.end(); ++it)
        // What was judged before this session is known once the reviews of the folder are read.
        if (explorer_.review()->is_open(ReviewSession::folder_of(it.key())) && !added_.contains(it.key())) {
            added_ << it.key();
            missing.insert(it.key(), left_in(it.key()));
        }
    explorer_.add_phrases_of_photos(missing, tr("Open the work list"));
}

void WorkListController::show_list() {
    const int left = std::accumulate(left_.begin(), left_.end(), 0);
    QString text = tr("Work list: %1 of %2 judged").arg(all_ - left).arg(all_);
    if (assigned_.missing > 0) text += tr(" (%1 in photos that are not open)").arg(assigned_.missing);
    widgets::ImageListPanel* const panel = images_.panel();
    if (shown_.isEmpty())
        panel->list_only(left_.keys(), text);
    else if (panel->why() == shown_)  // and no other list has taken its place
        panel->update_listed(left_.keys(), text);
    else
        return;
    shown_ = text;
}

}  // namespace gbs::app
