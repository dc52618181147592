// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "app/benchmark/benchmark_form.h"
#include "app/benchmark/phrase_rows.h"
#include "widgets/plots/score_bars.h"
#include "widgets/plots/score_table_model.h"

class QComboBox;
class QLabel;
class QListView;
class QListWidget;
class QPushButton;
class QTableView;

namespace gbs::app {

/// The dock "Benchmark": what is scored, the scores of the run and of kept results, and the phrases behind
/// them.
class BenchmarkPanel : public QWidget {
    Q_OBJECT

 public:
    explicit BenchmarkPanel(QWidget* parent = nullptr);

    BenchmarkForm* form() const { return form_; }
    widgets::ScoreTableModel* table() { return &table_; }
    widgets::ScoreBars* bars() const { return bars_; }
    PhraseRows* rows() { return &rows_; }
    QListView* phrases() const { return phrases_; }
    QListWidget* results() const { return results_; }
    QComboBox* map_box() const { return map_; }
    QComboBox* filter_box() const { return filter_; }
    QComboBox* group_box() const { return group_; }
    QString comparison() const;
    QString phrase_note() const;
    QSize sizeHint() const override { return {1100, 340}; }

    /// What a run has scored so far; it stands beside the kept results that are checked.
    void show_live(const widgets::ScoreSheet& scores);
    /// Adds a result to the list, checked and chosen; one of the same file gives way.
    void add_result(BenchmarkResultPtr result);
    const QVector<BenchmarkResultPtr>& kept() const { return kept_; }
    BenchmarkResultPtr current_result() const;
    /// Walks one phrase on, in the order of the list; wraps around.
    void step(int direction);
    /// Chooses whose phrases are listed.
    void show_phrases(const QString& result, const QString& map, const QString& group);

 Q_SIGNALS:
    void open_results_requested();
    void phrase_chosen(const gbs::app::BenchmarkResultPtr& result, const gbs::UnitResult& unit,
                       const gbs::MapScore* score);
    void results_changed();  ///< which are kept

 private:
    QWidget* build_scores();
    QWidget* build_phrases();
    void connect_parts();
    void refresh_scores();
    void refresh_maps();
    void refresh_phrases();
    void compare();
    void show_phrase(int row);
    QVector<BenchmarkResultPtr> checked() const;

    BenchmarkForm* form_;
    widgets::ScoreTableModel table_;
    PhraseRows rows_;
    QTableView* table_view_;
    widgets::ScoreBars* bars_;
    QListWidget* results_;
    QPushButton *open_results_, *forget_, *previous_, *next_;
    QLabel *comparison_, *phrase_note_, *count_;
    QComboBox *map_, *filter_, *group_;
    QListView* phrases_;
    QVector<BenchmarkResultPtr> kept_;
    widgets::ScoreSheet live_;
    int comparisons_ = 0, listings_ = 0;
};

}  // namespace gbs::app
