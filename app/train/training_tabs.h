// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTabWidget>
#include <vector>

#include "app/train/film_strip.h"
#include "widgets/frame/message_bar.h"
#include "widgets/runs/run_list_panel.h"
#include "widgets/style/empty_note.h"

class QLabel;

namespace gbs::app {

class AlphaTab;
class CurvesTab;
class Explorer;
class FilmTab;
class SeparationTab;

/// The contents of the dock "Training": the runs and views of the selected one. Each tab reads only
/// while visible.
class TrainingTabs : public QTabWidget {
    Q_OBJECT

 public:
    TrainingTabs(QAbstractItemModel* runs, Explorer& explorer, CheckpointLoader load);

    widgets::RunListPanel* runs() const { return runs_; }
    AlphaTab* alpha() const { return alpha_; }

    /// The run that all tabs show; empty for none.
    void set_run(const QString& folder);
    /// How the film strip draws maps.
    void set_look(const MapLook& look);
    /// Shows the state of the run next to the tabs.
    void show_state(const widgets::RunRow& run);

 Q_SIGNALS:
    void shown_changed(bool shown);  ///< of any tab
    void message(gbs::widgets::Severity severity, const QString& text);

 protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

 private:
    void cover_tabs();
    void follow_explorer(Explorer& explorer);

    widgets::RunListPanel* runs_;
    CurvesTab* curves_;
    SeparationTab* separation_;
    FilmTab* film_;
    AlphaTab* alpha_;
    QLabel* state_;
    std::vector<widgets::EmptyNote*> covers_;  ///< of the tabs that need a run
};

}  // namespace gbs::app
