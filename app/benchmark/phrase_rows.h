// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <vector>

#include "app/benchmark/benchmark_result.h"

namespace gbs::app {

/// A list model of phrases of a result, each with its hit or miss under one map.
class PhraseRows : public QAbstractListModel {
    Q_OBJECT

 public:
    explicit PhraseRows(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void show(BenchmarkResultPtr result, const QString& map, std::vector<int> units);
    const BenchmarkResultPtr& result() const { return result_; }
    const UnitResult& unit(int row) const;
    /// The score of the map; null if the phrase was skipped.
    const MapScore* score(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

 private:
    BenchmarkResultPtr result_;
    QString map_;
    int map_index_ = -1;
    std::vector<int> units_;
};

}  // namespace gbs::app
