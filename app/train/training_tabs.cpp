// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/training_tabs.h"

#include <QLabel>
#include <QLocale>

#include "app/session/explorer.h"
#include "app/train/alpha_tab.h"
#include "app/train/curves_tab.h"
#include "app/train/film_tab.h"
#include "app/train/separation_tab.h"

namespace gbs::app {

TrainingTabs::TrainingTabs(QAbstractItemModel* runs, Explorer& explorer, CheckpointLoader load)
    : runs_(new widgets::RunListPanel(runs)),
      curves_(new CurvesTab),
      separation_(new SeparationTab),
      film_(new FilmTab(std::move(load))),
      alpha_(new AlphaTab),
      state_(new QLabel) {
    setDocumentMode(true);
    const auto add = [this](QWidget* tab, const QString& title, const QString& tip) {
        setTabToolTip(addTab(tab, title), tip);
    };
    add(runs_, tr("Runs"), tr("Runs of a folder and their controls"));
    add(curves_, tr("Curves"), tr("Losses, rates and pointing accuracy of the selected run"));
    add(separation_, tr("Separation"), tr("Blends of the selected run and their separation by the model"));
    add(film_, tr("Film Strip"), tr("One phrase for each checkpoint of the selected run"));
    add(alpha_, tr("Alpha Studio"), tr("Generators of alpha maps, drawn without training"));
    state_->setObjectName(QStringLiteral("state"));
    state_->setContentsMargins(8, 0, 8, 0);
    state_->setTextFormat(Qt::PlainText);
    state_->setToolTip(tr("Selected run"));
    setCornerWidget(state_, Qt::TopRightCorner);
    connect(curves_, &CurvesTab::message, this, &TrainingTabs::message);
    connect(separation_, &SeparationTab::message, this, &TrainingTabs::message);
    cover_tabs();
    follow_explorer(explorer);
    show_state({});
}

void TrainingTabs::cover_tabs() {
    const std::pair<QWidget*, QString> tabs[] = {
        {curves_, tr("The curves of a run are shown here: its losses, rates and pointing accuracy.")},
        {separation_, tr("The blends of a run are shown here, and how its model separates them.")},
        {film_, tr("One phrase is shown here under each checkpoint of a run.")}};
    for (const auto& [tab, text] : tabs) {
        auto* const cover = new widgets::EmptyNote(tab);
        cover->set(text, tr("Choose a Run"));
        connect(cover, &widgets::EmptyNote::clicked, this, [this] { setCurrentWidget(runs_); });
        covers_.push_back(cover);
    }
}

/// The film strip grounds the current phrase; the alpha studio blends the current photo with the next one.
void TrainingTabs::follow_explorer(Explorer& explorer) {
    const auto ask = [this, &explorer] {
        film_->set_question(explorer.photo().path, explorer.shown_phrase());
    };
    connect(&explorer, &Explorer::current_phrase_changed, this, ask);
    const auto take_photo = [this, &explorer, ask] {
        ask();
        const QString& photo = explorer.photo().path;
        const QStringList& images = explorer.browser()->images();
        const qsizetype at = images.indexOf(photo);
        if (at < 0 || images.size() < 2) return;
        alpha_->set_photos(photo, images[(at + 1) % images.size()]);
    };
    connect(explorer.browser(), &PhotoBrowser::photo_shown, this, take_photo);
    take_photo();
}

void TrainingTabs::set_run(const QString& folder) {
    for (widgets::EmptyNote* const cover : covers_) cover->setVisible(folder.isEmpty());
    curves_->set_run(folder);
    separation_->set_run(folder);
    film_->set_run(folder);
}

void TrainingTabs::set_look(const MapLook& look) {
    film_->set_look(look);
}

void TrainingTabs::show_state(const widgets::RunRow& run) {
    if (run.folder.isEmpty()) return state_->setText(tr("No run selected"));
    const QLocale locale;
    state_->setText(tr("%1: %2, step %3 of %4")
                        .arg(run.name, widgets::condition_text(run.condition), locale.toString(run.step),
                             locale.toString(run.total)));
}

void TrainingTabs::showEvent(QShowEvent* event) {
    QTabWidget::showEvent(event);
    Q_EMIT shown_changed(true);
}

void TrainingTabs::hideEvent(QHideEvent* event) {
    QTabWidget::hideEvent(event);
    Q_EMIT shown_changed(false);
}

}  // namespace gbs::app
