// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/run_list_model.h"

#include <QDir>
#include <QHash>
#include <QLocale>
#include <algorithm>

#include "widgets/style/icons.h"

namespace gbs::app {

void RunListModel::set_rows(const QVector<widgets::RunRow>& rows) {
    QHash<QString, const widgets::RunRow*> now;
    for (const widgets::RunRow& run : rows) now.insert(run.folder, &run);
    const auto is_gone = [&](const widgets::RunRow& run) { return !now.contains(run.folder); };
    if (std::ranges::all_of(rows_, is_gone)) {
        if (rows_.isEmpty() && rows.isEmpty()) return;
        beginResetModel();
        rows_ = rows;
        endResetModel();
        return;
    }
    for (int row = static_cast<int>(rows_.size()) - 1; row >= 0; --row) {
        if (!is_gone(rows_[row])) continue;
        beginRemoveRows({}, row, row);
        rows_.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < rows_.size(); ++row) {
        const widgets::RunRow& run = *now.take(rows_[row].folder);
        if (run == rows_[row]) continue;
        rows_[row] = run;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (now.isEmpty()) return;
    const int first = static_cast<int>(rows_.size());
    beginInsertRows({}, first, first + static_cast<int>(now.size()) - 1);
    for (const widgets::RunRow& run : rows)
        if (now.contains(run.folder)) rows_ << run;
    endInsertRows();
}

int RunListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RunListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString RunListModel::text(const widgets::RunRow& run, int column) {
    const QLocale locale;
    switch (column) {
        case NameColumn:
            return run.name;
        case StateColumn:
            return widgets::condition_text(run.condition);
        case StepColumn:
            if (run.total <= 0) return {};
            return tr("%1 of %2").arg(locale.toString(run.step), locale.toString(run.total));
        case RateColumn:
            return run.condition == widgets::RunCondition::running && run.images_per_second > 0
                       ? locale.toString(run.images_per_second, 'f', 1)
                       : QString();
        case LeftColumn:
            return run.condition == widgets::RunCondition::running ? widgets::duration_text(run.seconds_left)
                                                                   : QString();
        case BestColumn:
            return run.best >= 0 ? tr("%1 %").arg(locale.toString(run.best, 'f', 2)) : QString();
        default:
            return {};
    }
}

QVariant RunListModel::sort_key(const widgets::RunRow& run, int column) {
    switch (column) {
        case StateColumn:
            return static_cast<int>(run.condition);
        case StepColumn:
            return run.step;
        case RateColumn:
            return run.images_per_second;
        case LeftColumn:
            return run.seconds_left;
        case BestColumn:
            return run.best;
        default:
            return run.name.toCaseFolded();
    }
}

QVariant RunListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rows_.size()) return {};
    const widgets::RunRow& run = rows_[index.row()];
    switch (role) {
        case Qt::DisplayRole:
            return text(run, index.column());
        case Qt::DecorationRole:
            return index.column() == StateColumn ? widgets::line_icon(widgets::condition_icon(run.condition))
                                                 : QVariant();
        case Qt::ToolTipRole:
            return index.column() == StateColumn ? describe(run) : QDir::toNativeSeparators(run.folder);
        case Qt::TextAlignmentRole:
            return index.column() <= StateColumn ? QVariant()
                                                 : QVariant(int(Qt::AlignTrailing | Qt::AlignVCenter));
        case widgets::run_role:
            return QVariant::fromValue(run);
        case widgets::run_sort_role:
            return sort_key(run, index.column());
        default:
            return {};
    }
}

QVariant RunListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    const bool tip = role == Qt::ToolTipRole;
    switch (section) {
        case NameColumn:
            return tip ? tr("Folder of the run") : tr("Run");
        case StateColumn:
            return tip ? tr("State of the trainer") : tr("State");
        case StepColumn:
            return tip ? tr("Completed and total steps") : tr("Step");
        case RateColumn:
            return tip ? tr("Images per second") : tr("Images/s");
        case LeftColumn:
            return tip ? tr("Estimated time to the last step") : tr("Time Left");
        case BestColumn:
            return tip ? tr("Pointing accuracy of the best checkpoint (mean map, validation phrases)")
                       : tr("Best");
        default:
            return {};
    }
}

}  // namespace gbs::app
