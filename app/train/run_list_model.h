#pragma once

#include <QAbstractTableModel>

#include "widgets/run_values.h"

namespace gbs {

/// Runs as a table. Rows that stay are changed in place, so that selections and scroll positions hold.
class RunListModel : public QAbstractTableModel {
    Q_OBJECT

 public:
    enum Column { NameColumn, StateColumn, StepColumn, RateColumn, LeftColumn, BestColumn, ColumnCount };

    explicit RunListModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void set_rows(const QVector<RunRow>& rows);
    const QVector<RunRow>& rows() const { return rows_; }
    /// Null where it is not listed.
    const RunRow* row_of(const QString& folder) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 private:
    static QString text(const RunRow& run, int column);
    static QVariant sort_key(const RunRow& run, int column);

    QVector<RunRow> rows_;
};

}  // namespace gbs
