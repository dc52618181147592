// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/score_table_model.h"

#include <QLocale>

namespace gbs::widgets {

namespace {

QString percent(double value) {
    return value < 0 ? QString() : QLocale().toString(value, 'f', 2);
}

}  // namespace

void ScoreTableModel::set_sheet(const ScoreSheet& sheet) {
    const bool same = sheet.groups == sheet_.groups && sheet.series.size() == sheet_.series.size();
    if (!same) beginResetModel();
    sheet_ = sheet;
    if (!same) return endResetModel();
    if (!sheet_.series.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ScoreTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(sheet_.series.size());
}

int ScoreTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid()
               ? 0
               : FirstGroupColumn + static_cast<int>(qMax<qsizetype>(0, sheet_.groups.size() - 1));
}

QString ScoreTableModel::text(const ScoreSeries& series, int row, int column) const {
    const ScoreValue all = series.groups.value(0);
    const QLocale locale;
    switch (column) {
        case MapColumn:
            return series_name(sheet_, row);
        case AccuracyColumn:
            return all.total > 0 ? percent(all.accuracy) : QString();
        case IntervalColumn:
            return all.total > 0
                       ? tr("%1 to %2")
                             .arg(locale.toString(all.low, 'f', 1), locale.toString(all.high, 'f', 1))
                       : QString();
        case HitsColumn:
            return tr("%1 of %2")
                .arg(locale.toString(all.hits, 'f', series.is_baseline ? 1 : 0), locale.toString(all.total));
        case EnergyColumn:
            return percent(series.energy);
        case BoxColumn:
            return percent(series.box_accuracy);
        default:
            break;
    }
    const ScoreValue value = series.groups.value(group_of(column));
    return value.total > 0 ? percent(value.accuracy) : QString();
}

QVariant ScoreTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const ScoreSeries& series = sheet_.series[index.row()];
    if (role == Qt::DisplayRole) return text(series, index.row(), index.column());
    if (role == Qt::TextAlignmentRole)
        return index.column() == MapColumn ? QVariant(Qt::AlignLeading | Qt::AlignVCenter)
                                           : QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() >= FirstGroupColumn) {
        const ScoreValue value = series.groups.value(group_of(index.column()));
        const QLocale locale;
        return tr("%1 of %2 phrases, 95 % interval %3 to %4")
            .arg(locale.toString(value.hits, 'f', series.is_baseline ? 1 : 0), locale.toString(value.total),
                 locale.toString(value.low, 'f', 1), locale.toString(value.high, 'f', 1));
    }
    return {};
}

QVariant ScoreTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) {
        switch (section) {
            case MapColumn:
                return tr("Map");
            case AccuracyColumn:
                return tr("Accuracy");
            case IntervalColumn:
                return tr("95 % interval");
            case HitsColumn:
                return tr("Hits");
            case EnergyColumn:
                return tr("Energy");
            case BoxColumn:
                return tr("Box");
            default:
                return sheet_.groups.value(group_of(section));
        }
    }
    if (role != Qt::ToolTipRole) return {};
    switch (section) {
        case AccuracyColumn:
            return tr("Pointing accuracy in %: the map's peak is in a box of the phrase");
        case IntervalColumn:
            return tr("Wilson's interval of the accuracy in %");
        case EnergyColumn:
            return tr("Mean share of the map's sum inside the boxes, in %");
        case BoxColumn:
            return tr("Phrases whose thresholded map gives a box with an IoU of 0.5 or more, in %");
        default:
            return {};
    }
}

}  // namespace gbs::widgets
