// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/review/review_statistics_model.h"

#include <map>

namespace gbs::widgets {

namespace {

Proportion accuracy_of(const VerdictSummary& verdicts) {
    return wilson_interval(verdicts.right, verdicts.right + verdicts.wrong);
}

QString hits_text(int hits, int pointed) {
    if (pointed == 0) return QStringLiteral("–");
    return ReviewStatisticsModel::tr("%1 of %2: %3")
        .arg(hits)
        .arg(pointed)
        .arg(percent_text(wilson_interval(hits, pointed)));
}

QVariant value_of(const StatisticsRow& row, int column, bool to_sort) {
    const ReviewTally& tally = row.tally;
    const VerdictSummary& sum = tally.verdicts;
    switch (column) {
        case ReviewStatisticsModel::model:
            return row.model;
        case ReviewStatisticsModel::phrase:
            return row.phrase;
        case ReviewStatisticsModel::right:
            return sum.right;
        case ReviewStatisticsModel::wrong:
            return sum.wrong;
        case ReviewStatisticsModel::unsure:
            return sum.unsure;
        case ReviewStatisticsModel::absent:
            return sum.absent;
        case ReviewStatisticsModel::accuracy:
            if (sum.right + sum.wrong == 0) return to_sort ? QVariant(-1.0) : QVariant(QStringLiteral("–"));
            return to_sort ? QVariant(accuracy_of(sum).value) : QVariant(percent_text(accuracy_of(sum)));
        default:
            break;
    }
    const int hits = tally.hits[static_cast<std::size_t>(column - ReviewStatisticsModel::hits_gbs)];
    if (to_sort) return tally.pointed == 0 ? -1.0 : static_cast<double>(hits) / tally.pointed;
    return hits_text(hits, tally.pointed);
}

}  // namespace

void ReviewStatisticsModel::set_rows(std::vector<StatisticsRow> rows) {
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

int ReviewStatisticsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ReviewStatisticsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QVariant ReviewStatisticsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const StatisticsRow& row = rows_[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) return value_of(row, index.column(), false);
    if (role == SortRole) return value_of(row, index.column(), true);
    if (role == Qt::TextAlignmentRole && index.column() > phrase)
        return QVariant(Qt::AlignVCenter | Qt::AlignTrailing);
    return {};
}

QVariant ReviewStatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) {
        const QString titles[] = {tr("Model"),    tr("Phrase"),   tr("Correct"),  tr("Incorrect"),
                                  tr("Unsure"),   tr("Absent"),   tr("Accuracy"), tr("GbS hits"),
                                  tr("i2t hits"), tr("Mean hits")};
        return titles[section];
    }
    if (role == Qt::ToolTipRole && section == accuracy)
        return tr("correct / (correct + incorrect) in percent, with Wilson's 95 % interval");
    if (role == Qt::ToolTipRole && section > accuracy)
        return tr("Share of the marked phrases whose peak hits, in percent with Wilson's 95 % interval");
    return {};
}

std::vector<StatisticsRow> sum_by_model(const std::vector<StatisticsRow>& rows) {
    std::map<QString, ReviewTally> sums;
    for (const StatisticsRow& row : rows) sums[row.model] += row.tally;
    std::vector<StatisticsRow> summed;
    for (const auto& [model, tally] : sums) summed.push_back({model, {}, tally});
    return summed;
}

}  // namespace gbs::widgets
