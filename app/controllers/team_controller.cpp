// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/team_controller.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <algorithm>

#include "app/controllers/images_controller.h"
#include "app/frame/main_window.h"

namespace gbs::app {

namespace {

/// Whether the people's verdicts on a phrase, under one model, are there and differ.
bool disagree(const PhraseReview& review, const QStringList& people) {
    for (auto it = review.judgements.begin(); it != review.judgements.end(); ++it) {
        const auto verdicts = review.verdicts_on(it.key().model);
        if (people.isEmpty() && review.is_disputed(it.key().model)) return true;
        const auto differs = [&](const QString& name) {
            return verdicts.value(name) != verdicts.value(people.front());
        };
        if (!people.isEmpty() &&
            std::ranges::all_of(people, [&](const QString& name) { return verdicts.contains(name); }) &&
            std::ranges::any_of(people, differs))
            return true;
    }
    return false;
}

}  // namespace

TeamController::TeamController(MainWindow& window, ImagesController& images)
    : QObject(&window), window_(window), images_(images), session_(*window.explorer()->review()) {
    QMenu* const menu = window_.menu(MenuId::review);
    menu->addSeparator();
    const auto add = [&](const char* id, const QString& text, const QString& tip, auto what) {
        QAction* const action =
            window_.action_registry()->add(menu, QString::fromLatin1(id), text, {}, {}, tip);
        connect(action, &QAction::triggered, this, what);
    };
    add("review.import", tr("&Import Reviews…"),
        tr("Take the reviews of another person into those of this folder; everyone's verdicts are kept"),
        [this] { import_dialog(); });
    add("review.disagreements", tr("Photos with &Disagreement"),
        tr("List the photos with a phrase on which people's verdicts differ"),
        [this] { list_disagreements({}); });
    connect(&session_, &ReviewSession::name_wanted, this, &TeamController::ask_name);
    connect(
        &session_, &ReviewSession::imported, this,
        [this](const QString&, const QString& file, const MergedReviews& merged) { report(file, merged); });
}

QString TeamController::folder() const {
    return ReviewSession::folder_of(window_.explorer()->photo().path);
}

void TeamController::import_dialog() {
    const QString file =
        QFileDialog::getOpenFileName(&window_, tr("Import reviews"), folder(),
                                     tr("Reviews (%1);;All files (*)").arg(QStringLiteral("*.sqlite")));
    if (!file.isEmpty()) window_.explorer()->open({file});
}

void TeamController::ask_name(const QString& folder, const QString& file) {
    auto* const dialog = new QInputDialog(&window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Import reviews"));
    dialog->setLabelText(tr("Verdicts in %1 have no name. Who gave them?").arg(QFileInfo(file).fileName()));
    dialog->setTextValue(QFileInfo(file).dir().dirName());
    connect(dialog, &QInputDialog::textValueSelected, this, [this, folder, file](const QString& name) {
        if (!name.simplified().isEmpty()) session_.import_file(folder, file, name.simplified());
    });
    dialog->open();
}

void TeamController::report(const QString& file, const MergedReviews& merged) {
    window_.show_message(widgets::Severity::info,
                         tr("%1: %2 verdicts and %3 marks were taken in. People disagree on %4 phrases.")
                             .arg(QFileInfo(file).fileName())
                             .arg(merged.verdicts)
                             .arg(merged.marks)
                             .arg(merged.disputed));
}

void TeamController::list_disagreements(const QStringList& people) {
    const ReviewContents* const contents = session_.contents(folder());
    if (!contents) return;
    QStringList photos;
    int phrases = 0;
    for (auto image = contents->images.begin(); image != contents->images.end(); ++image) {
        const auto disputed = std::ranges::count_if(
            image->phrases, [&](const PhraseReview& review) { return disagree(review, people); });
        if (disputed > 0) photos << folder() + QLatin1Char('/') + image.key();
        phrases += static_cast<int>(disputed);
    }
    if (photos.isEmpty())
        return window_.show_message(widgets::Severity::info, tr("Nobody disagrees in this folder."));
    images_.panel()->list_only(photos, tr("Disagreement: %n phrase(s)", nullptr, phrases));
}

}  // namespace gbs::app
