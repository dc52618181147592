// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>

#include "widgets/review/agreement_table.h"
#include "widgets/review/review_statistics_model.h"

namespace gbs::widgets {

/// Statistics of the reviews of a folder, by model and by phrase. Rows can be sorted, filtered and copied.
class ReviewStatisticsDialog : public QDialog {
    Q_OBJECT

 public:
    explicit ReviewStatisticsDialog(const QString& folder, QWidget* parent = nullptr);

    void set_rows(const std::vector<StatisticsRow>& rows);  ///< one per model and phrase

    AgreementTable* agreement() const { return agreement_; }
    QTableView* models() const { return model_table_; }
    QTableView* phrases() const { return phrase_table_; }
    QLineEdit* filter() const { return filter_; }

 Q_SIGNALS:
    /// A count was clicked: the photos of a model (its label) and a phrase (empty: all) with that verdict
    /// (Verdict::none: any).
    void photos_requested(const QString& model, const QString& phrase, gbs::widgets::Verdict verdict);

 private:
    QTableView* make_table(QSortFilterProxyModel& sorted, const QString& name);
    void copy(const QTableView* table) const;

    ReviewStatisticsModel by_model_, by_phrase_;
    QSortFilterProxyModel sorted_models_, sorted_phrases_;
    QTableView *model_table_, *phrase_table_;
    QLineEdit* filter_;
    AgreementTable* agreement_;
};

}  // namespace gbs::widgets
