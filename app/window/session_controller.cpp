// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/session_controller.h"

#include <QFileInfo>
#include <algorithm>

#include "app/base/convert.h"
#include "app/session/model_factory.h"
#include "app/settings/preferences.h"
#include "app/window/window_host.h"

namespace gbs::app {

SessionController::SessionController(WindowHost& host, const QString& path)
    : host_(host), keeper_(path, [this] {
          host_.window()->save();
          return collect();
      }) {
    Explorer* const explorer = host_.explorer();
    connect(explorer, &Explorer::model_ready, &keeper_, &SessionKeeper::touch);
    connect(explorer, &Explorer::current_phrase_changed, &keeper_, &SessionKeeper::touch);
    connect(explorer, &Explorer::other_side_changed, &keeper_, &SessionKeeper::touch);
    connect(explorer->undo_stack(), &QUndoStack::indexChanged, &keeper_, &SessionKeeper::touch);
    connect(explorer->work_list(), &WorkList::changed, &keeper_, &SessionKeeper::touch);
    connect(explorer->browser(), &PhotoBrowser::photo_shown, &keeper_, &SessionKeeper::touch);
}

Session SessionController::collect() const {
    Explorer* const explorer = host_.explorer();
    Session session;
    session.opened = explorer->browser()->opened();
    session.photo = explorer->photo().path;
    if (const auto& info = explorer->model()->info()) session.model = to_qstring(info->path);
    session.work_list = explorer->work_list()->file();
    for (const widgets::PhraseItem& item : explorer->all_phrases())
        if (session.phrases.size() < Session::max_phrases)
            session.phrases.push_back({item.text, item.color, item.hidden, item.photo});
    session.current_phrase = explorer->current_phrase();
    widgets::HeatmapCanvas* const canvas = host_.window()->canvas();
    // What is compared, but not shown, is not loaded again.
    if (widgets::compares_sides(canvas->view())) {
        const bool models = explorer->other_side() == Explorer::OtherSide::model;
        if (models && explorer->other_model()->info())
            session.compared_model = to_qstring(explorer->other_model()->info()->path);
        if (explorer->other_side() == Explorer::OtherSide::phrase)
            session.compared_phrase = explorer->other_phrase();
    }
    if (canvas->has_photo() && !canvas->viewport()->fits()) {
        session.zoom = canvas->scale();
        session.center = canvas->viewport()->center();
    }
    return session;
}

void SessionController::restore(const Session& session) {
    Explorer* const explorer = host_.explorer();
    QVector<widgets::PhraseItem> items;
    for (const SessionPhrase& phrase : session.phrases) {
        // Photos may each have a phrase with the same words.
        const auto is_same = [&phrase](const widgets::PhraseItem& item) {
            return item.text == phrase.text && item.photo == phrase.photo;
        };
        if (std::ranges::any_of(items, is_same)) continue;
        widgets::PhraseItem item = widgets::PhraseModel::new_item(items, phrase.text);
        if (phrase.color.isValid()) item.color = phrase.color;
        item.hidden = phrase.hidden;
        item.photo = phrase.photo;
        items << item;
    }
    explorer->restore_phrases(items, session.current_phrase);
    restore_comparison(session);
    // Opening reports missing files.
    if (!session.work_list.isEmpty()) explorer->work_list()->open(session.work_list);
    if (session.opened.isEmpty()) return;
    if (QFileInfo::exists(session.photo)) {
        // When the images are listed, show the last photo instead of the first one.
        connect(
            explorer->browser(), &PhotoBrowser::images_found, this,
            [explorer, photo = session.photo](const QStringList& images) {
                if (images.contains(photo)) explorer->show_image(photo);
            },
            Qt::SingleShotConnection);
        restore_zoom(session);
    }
    explorer->open(session.opened);
}

/// A detector is not started again: it is another program, and may take the memory of a GPU.
void SessionController::restore_comparison(const Session& session) {
    if (!session.compared_model.isEmpty()) {
        const Preferences set = load_preferences();
        host_.explorer()->load_other_model(
            model_factory(session.compared_model, set.device, set.encoding_cache, true));
    } else {
        host_.explorer()->compare_with_phrase(session.compared_phrase);  // an empty one does nothing
    }
}

void SessionController::restore_zoom(const Session& session) {
    if (!session.zoom) return;
    connect(
        host_.explorer()->browser(), &PhotoBrowser::photo_shown, this,
        [this, session](const Photo& photo) {
            if (photo.path == session.photo)
                host_.window()->canvas()->viewport()->look(*session.zoom, session.center);
        },
        Qt::SingleShotConnection);
}

}  // namespace gbs::app
