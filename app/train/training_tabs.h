// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTabWidget>

#include "app/train/film_strip.h"
#include "widgets/frame/message_bar.h"
#include "widgets/runs/run_list_panel.h"

class QLabel;

namespace gbs::app {

class AlphaTab;
class CurvesTab;
class Explorer;
class FilmTab;
class SeparationTab;

/// What the dock "Training" holds: the runs, and what can be seen of the chosen one. Each tab reads only
/// while it is seen.
class TrainingTabs : public QTabWidget {
    Q_OBJECT

 public:
    TrainingTabs(QAbstractItemModel* runs, Explorer& explorer, CheckpointLoader load);

    widgets::RunListPanel* runs() const { return runs_; }
    CurvesTab* curves() const { return curves_; }
    SeparationTab* separation() const { return separation_; }
    FilmTab* film() const { return film_; }
    AlphaTab* alpha() const { return alpha_; }

    /// The run that all tabs look at; empty: none.
    void set_run(const QString& folder);
    /// What is known of it now, said beside the tabs.
    void show_state(const widgets::RunRow& run);
    QString state_text() const;

 Q_SIGNALS:
    void shown_changed(bool shown);  ///< of any tab
    void message(gbs::widgets::Severity severity, const QString& text);

 protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

 private:
    void follow_explorer(Explorer& explorer);

    widgets::RunListPanel* runs_;
    CurvesTab* curves_;
    SeparationTab* separation_;
    FilmTab* film_;
    AlphaTab* alpha_;
    QLabel* state_;
};

}  // namespace gbs::app
