// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "widgets/review/review_values.h"

namespace gbs::widgets {

/// Verdicts, accuracy and hits as a table with one row per model, or per phrase and model.
class ReviewStatisticsModel : public QAbstractTableModel {
    Q_OBJECT

 public:
    enum Column {
        model,
        phrase,
        right,
        wrong,
        unsure,
        absent,
        accuracy,
        hits_gbs,
        hits_i2t,
        hits_mean,
        column_count
    };
    static constexpr int SortRole = Qt::UserRole + 1;  ///< numeric if possible

    explicit ReviewStatisticsModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void set_rows(std::vector<StatisticsRow> rows);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
    std::vector<StatisticsRow> rows_;
};

/// One row per model, summed over its phrases.
std::vector<StatisticsRow> sum_by_model(const std::vector<StatisticsRow>& rows);

}  // namespace gbs::widgets
