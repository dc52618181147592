// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "app/benchmark/phrase_rows.h"
#include "widgets/style/empty_note.h"

class QComboBox;
class QLabel;
class QListView;
class QPushButton;

namespace gbs::app {

/// The right part of the dock: lists the phrases of a result by map, outcome and group, and steps
/// through them.
class PhraseBrowser : public QWidget {
    Q_OBJECT

 public:
    explicit PhraseBrowser(QWidget* parent = nullptr);

    /// The result to list and the result to find lost and won phrases against; both may be null.
    void set_results(const BenchmarkResultPtr& result, const BenchmarkResultPtr& other);
    void select(const QString& map, const QString& group);
    /// Selects the next (1) or previous (-1) phrase of the list; wraps around.
    void step(int direction);

 Q_SIGNALS:
    void phrase_chosen(const gbs::app::BenchmarkResultPtr& result, const gbs::UnitResult& unit,
                       const gbs::MapScore* score);

 private:
    void lay_out();
    void refresh_choices();
    void refresh_list();
    void show_phrase(int row);

    BenchmarkResultPtr result_, other_;
    PhraseRows rows_;
    QComboBox *map_, *filter_, *group_;
    QListView* phrases_;
    widgets::EmptyNote* empty_ = nullptr;
    QLabel *note_, *count_;
    QPushButton *previous_, *next_;
    int listings_ = 0;
};

}  // namespace gbs::app
