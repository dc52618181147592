// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/benchmark/phrase_rows.h"

#include <QLocale>

#include "widgets/style/icons.h"

namespace gbs::app {

void PhraseRows::show(BenchmarkResultPtr result, const QString& map, std::vector<int> units) {
    beginResetModel();
    result_ = std::move(result);
    map_ = map;
    map_index_ = result_ ? map_index(result_->data, map) : -1;
    units_ = std::move(units);
    endResetModel();
}

const UnitResult& PhraseRows::unit(int row) const {
    return result_->data.results[static_cast<std::size_t>(units_[static_cast<std::size_t>(row)])];
}

const MapScore* PhraseRows::score(int row) const {
    const UnitResult& about = unit(row);
    return map_index_ < 0 || !about.skipped.empty() ? nullptr
                                                    : &about.scores[static_cast<std::size_t>(map_index_)];
}

int PhraseRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(units_.size());
}

QVariant PhraseRows::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const UnitResult& about = unit(index.row());
    const QString phrase = QString::fromStdString(about.unit.target.phrase);
    const QString image = QString::fromStdString(about.unit.target.image);
    const MapScore* const scored = score(index.row());
    if (role == Qt::DisplayRole) return QStringLiteral("%1  ·  %2").arg(phrase, image);
    if (role == Qt::DecorationRole)
        // The colors of the badges on photos.
        return !scored       ? widgets::line_icon(QStringLiteral("unsure"))
               : scored->hit ? widgets::line_icon(QStringLiteral("right"), QColor(0x00, 0x9e, 0x73))
                             : widgets::line_icon(QStringLiteral("wrong"), QColor(0xd5, 0x5e, 0x00));
    if (role != Qt::ToolTipRole && role != Qt::AccessibleTextRole) return {};
    if (!scored) return tr("%1, %2: skipped (%3)").arg(phrase, image, QString::fromStdString(about.skipped));
    const QString place = tr("%1 at %2, %3")
                              .arg(QLocale().toString(scored->peak.value, 'f', 2))
                              .arg(scored->peak.x)
                              .arg(scored->peak.y);
    return scored->hit ? tr("%1, %2: %3 hits, peak %4").arg(phrase, image, map_, place)
                       : tr("%1, %2: %3 misses, peak %4").arg(phrase, image, map_, place);
}

}  // namespace gbs::app
