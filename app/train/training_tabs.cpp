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
    add(runs_, tr("Runs"), tr("The runs of a folder, and what can be done with the chosen one"));
    add(curves_, tr("Curves"), tr("Losses, rates and pointing accuracy of the chosen run"));
    add(separation_, tr("Separation"), tr("Blends of the chosen run and how the model takes them apart"));
    add(film_, tr("Film Strip"), tr("One phrase under each checkpoint of the chosen run"));
    add(alpha_, tr("Alpha Studio"), tr("The generators of alpha maps, drawn without any training"));
    state_->setContentsMargins(8, 0, 8, 0);
    state_->setTextFormat(Qt::PlainText);
    state_->setToolTip(tr("The chosen run"));
    setCornerWidget(state_, Qt::TopRightCorner);
    connect(curves_, &CurvesTab::message, this, &TrainingTabs::message);
    follow_explorer(explorer);
    show_state({});
}

/// The film strip asks what the window shows; the alpha studio blends the photo with the next one.
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
    curves_->set_run(folder);
    separation_->set_run(folder);
    film_->set_run(folder);
}

void TrainingTabs::show_state(const widgets::RunRow& run) {
    if (run.folder.isEmpty()) return state_->setText(tr("No run is chosen"));
    const QLocale locale;
    state_->setText(tr("%1: %2, step %3 of %4")
                        .arg(run.name, widgets::condition_text(run.condition), locale.toString(run.step),
                             locale.toString(run.total)));
}

QString TrainingTabs::state_text() const {
    return state_->text();
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
