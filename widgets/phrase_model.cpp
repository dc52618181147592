#include "widgets/phrase_model.h"

#include <algorithm>
#include <array>

namespace gbs {

namespace {

/// Okabe and Ito's colours, which colour-blind people can tell apart (black left out).
constexpr std::array<QRgb, 7> phrase_colors{0xffe69f00, 0xff56b4e9, 0xff009e73, 0xffcc79a7,
                                            0xffd55e00, 0xff0072b2, 0xfff0e442};

}  // namespace

int PhraseModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(items_.size());
}

QVariant PhraseModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const PhraseItem& item = items_[index.row()];
    switch (role) {
        case Qt::DisplayRole:
            return item.text;
        case Qt::ToolTipRole:
            if (item.state == PhraseState::failed) return item.note;
            if (item.state == PhraseState::ready)
                return tr("%1\nHighest value of the mean map: %2")
                    .arg(item.text)
                    .arg(static_cast<double>(item.peak_value), 0, 'f', 3);
            return item.text;
        case Qt::AccessibleTextRole:
            return item.hidden ? tr("%1, hidden").arg(item.text) : item.text;
        case ItemRole:
            return QVariant::fromValue(item);
        default:
            return {};
    }
}

int PhraseModel::row_of(const QString& text) const {
    const auto found = std::find_if(items_.begin(), items_.end(),
                                    [&text](const PhraseItem& item) { return item.text == text; });
    return found == items_.end() ? -1 : static_cast<int>(found - items_.begin());
}

QColor PhraseModel::free_color() const {
    // The colour that is used least, the earlier one of equals.
    const auto uses = [this](QRgb color) {
        return std::count_if(items_.begin(), items_.end(),
                             [color](const PhraseItem& item) { return item.color.rgb() == color; });
    };
    return QColor::fromRgb(*std::min_element(phrase_colors.begin(), phrase_colors.end(),
                                             [&uses](QRgb a, QRgb b) { return uses(a) < uses(b); }));
}

int PhraseModel::add(const QString& text) {
    if (const int known = row_of(text); known >= 0) return known;
    const int row = rowCount();
    beginInsertRows({}, row, row);
    PhraseItem item;
    item.text = text;
    item.color = free_color();
    items_.push_back(item);
    endInsertRows();
    return row;
}

void PhraseModel::remove(int row) {
    if (row < 0 || row >= rowCount()) return;
    beginRemoveRows({}, row, row);
    items_.removeAt(row);
    endRemoveRows();
}

void PhraseModel::set_hidden(int row, bool hidden) {
    if (row < 0 || row >= rowCount() || items_[row].hidden == hidden) return;
    items_[row].hidden = hidden;
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT hidden_changed(row);
}

void PhraseModel::set_state(int row, PhraseState state, float peak_value, const QString& note) {
    if (row < 0 || row >= rowCount()) return;
    items_[row].state = state;
    items_[row].peak_value = peak_value;
    items_[row].note = note;
    Q_EMIT dataChanged(index(row), index(row));
}

}  // namespace gbs
