// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "app/benchmark/benchmark_form.h"
#include "app/benchmark/phrase_browser.h"
#include "app/benchmark/walk_bar.h"
#include "widgets/plots/score_bars.h"
#include "widgets/plots/score_table_model.h"
#include "widgets/style/empty_note.h"

class QLabel;
class QListWidget;
class QPushButton;
class QTableView;

namespace gbs::app {

/// The dock "Benchmark": the form of a run, the scores of the run and of the listed results, and
/// their phrases.
class BenchmarkPanel : public QWidget {
    Q_OBJECT

 public:
    explicit BenchmarkPanel(QWidget* parent = nullptr);

    BenchmarkForm* form() const { return form_; }
    WalkBar* walk_bar() const { return walk_bar_; }
    QSize sizeHint() const override { return {1100, 340}; }

    /// Shows the scores so far of a run next to the checked results.
    void show_live(const widgets::ScoreSheet& scores);
    /// Adds a result to the list, checked and selected; replaces one of the same file.
    void add_result(BenchmarkResultPtr result);
    const QVector<BenchmarkResultPtr>& kept() const { return kept_; }
    BenchmarkResultPtr current_result() const;
    /// Selects the next (1) or previous (-1) phrase of the list; wraps around.
    void step(int direction);
    /// Lists the phrases of a result, map and group.
    void show_phrases(const QString& result, const QString& map, const QString& group);

 Q_SIGNALS:
    void open_results_requested();
    void phrase_chosen(const gbs::app::BenchmarkResultPtr& result, const gbs::UnitResult& unit,
                       const gbs::MapScore* score);
    void results_changed();  ///< the list of results

 private:
    QWidget* build_scores();
    void connect_parts();
    void refresh_scores();
    void refresh_phrases();
    void compare();
    QVector<BenchmarkResultPtr> checked() const;

    BenchmarkForm* form_;
    widgets::ScoreTableModel table_;
    QTableView* table_view_;
    widgets::ScoreBars* bars_;
    QListWidget* results_;
    QPushButton *open_results_, *forget_;
    widgets::EmptyNote* scores_note_ = nullptr;
    QLabel* comparison_;
    PhraseBrowser* browser_;
    WalkBar* walk_bar_;
    QVector<BenchmarkResultPtr> kept_;
    widgets::ScoreSheet live_;
    int comparisons_ = 0;
};

}  // namespace gbs::app
