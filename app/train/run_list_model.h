// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>

#include "widgets/runs/run_values.h"

namespace gbs::app {

/// Runs as a table. Updates existing rows in place, so that selections and scroll positions are kept.
class RunListModel : public QAbstractTableModel {
    Q_OBJECT

 public:
    enum Column { NameColumn, StateColumn, StepColumn, RateColumn, LeftColumn, BestColumn, ColumnCount };

    explicit RunListModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void set_rows(const QVector<widgets::RunRow>& rows);
    const QVector<widgets::RunRow>& rows() const { return rows_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 private:
    static QString text(const widgets::RunRow& run, int column);
    static QVariant sort_key(const widgets::RunRow& run, int column);

    QVector<widgets::RunRow> rows_;
};

}  // namespace gbs::app
