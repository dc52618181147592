// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/photo_actions.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

#include "app/frame/main_window.h"

namespace gbs::app {

PhotoActions::PhotoActions(MainWindow& window, QWidget* list)
    : QObject(&window), window_(window), explorer_(*window.explorer()) {
    QMenu* const menu = window_.menu(MenuId::edit);
    menu->addSeparator();
    const auto add = [&](const char* id, const QString& text, const QString& tip, auto what) {
        QAction* const action = window_.action_registry()->add(menu, QLatin1String(id), text, {}, {}, tip);
        connect(action, &QAction::triggered, this, what);
        actions_ << action;
    };
    add("photo.show_in_folder", tr("Show in &File Manager"), tr("Open the folder of the photo"), [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(explorer_.photo().path).absolutePath()));
    });
    add("photo.open_outside", tr("&Open in Another Program"), tr("Open the photo in its default program"),
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(explorer_.photo().path)); });
    add("photo.copy_path", tr("Copy Pat&h"), tr("Copy the path of the photo"),
        [this] { QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(explorer_.photo().path)); });
    add("photo.copy_image", tr("Copy &Image"), tr("Copy the photo without its maps"),
        [this] { QGuiApplication::clipboard()->setImage(explorer_.photo().pyramid->level_for(1)); });
    connect(explorer_.browser(), &PhotoBrowser::photo_shown, this, &PhotoActions::refresh);
    refresh();
    list->setContextMenuPolicy(Qt::ActionsContextMenu);
    list->addActions(actions_);
    QWidget* const canvas = window_.canvas();
    canvas->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto separator = [canvas] {
        auto* const line = new QAction(canvas);
        line->setSeparator(true);
        canvas->addAction(line);
    };
    for (const char* const id : {"view.fit", "view.actual_size", "view.show_maps"})
        canvas->addAction(window_.action(QLatin1String(id)));
    separator();
    for (const char* const id : {"export.copy_figure", "export.figure"})
        canvas->addAction(window_.action(QLatin1String(id)));
    separator();
    canvas->addActions(actions_);
}

void PhotoActions::refresh() {
    for (QAction* const action : std::as_const(actions_)) action->setEnabled(!explorer_.photo().empty());
}

}  // namespace gbs::app
