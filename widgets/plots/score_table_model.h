// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>

#include "widgets/plots/score_values.h"

namespace gbs::widgets {

/// Scores as a table: one row per map, with accuracy, interval, hits, the other measures, and a column per
/// group of phrases.
class ScoreTableModel : public QAbstractTableModel {
    Q_OBJECT

 public:
    enum Column {
        MapColumn,
        AccuracyColumn,
        IntervalColumn,
        HitsColumn,
        EnergyColumn,
        BoxColumn,
        FirstGroupColumn
    };

    explicit ScoreTableModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void set_sheet(const ScoreSheet& sheet);
    const ScoreSheet& sheet() const { return sheet_; }
    /// The group of a column; 0 for columns about all phrases.
    int group_of(int column) const { return column < FirstGroupColumn ? 0 : column - FirstGroupColumn + 1; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 private:
    QString text(const ScoreSeries& series, int row, int column) const;

    ScoreSheet sheet_;
};

}  // namespace gbs::widgets
