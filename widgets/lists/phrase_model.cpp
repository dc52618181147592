// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/phrase_model.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "widgets/maps/strength_chip.h"
#include "widgets/maps/value_text.h"

namespace gbs::widgets {

namespace {

/// The color-blind-safe palette of Okabe and Ito without black, then colors that are the furthest from it and
/// from each other, to normal eyes and to those that lack one kind of cone (Machado et al. 2009).
constexpr std::array<QRgb, 14> phrase_colors{0xffe69f00, 0xff56b4e9, 0xff009e73, 0xffcc79a7, 0xffd55e00,
                                             0xff0072b2, 0xfff0e442, 0xff9000f0, 0xffc0f0c0, 0xff900060,
                                             0xff606030, 0xff00f0f0, 0xff9060f0, 0xff90c060};

/// A color for the phrase number `i`: the palette, then steps of the golden angle around the hues.
QRgb color_number(std::size_t i) {
    if (i < phrase_colors.size()) return phrase_colors[i];
    const auto step = static_cast<double>(i);
    return QColor::fromHsvF(static_cast<float>(std::fmod(step * 0.61803398875, 1)),
                            static_cast<float>(0.5 + 0.5 * std::fmod(step * 0.7548776662, 1)),
                            static_cast<float>(0.6 + 0.4 * std::fmod(step * 0.5698402910, 1)))
        .rgb();
}

/// What a screen reader says of a row.
QString spoken(const PhraseItem& item) {
    QString text = item.text;
    if (!item.photo.isEmpty()) text = PhraseModel::tr("%1, for this photo only").arg(text);
    if (item.hidden) text = PhraseModel::tr("%1, hidden").arg(text);
    if (item.state == PhraseState::failed) return PhraseModel::tr("%1, failed").arg(text);
    if (item.state != PhraseState::ready) return PhraseModel::tr("%1, not ready").arg(text);
    text = PhraseModel::tr("%1, peak %2").arg(text, value_text(item.peak_value));
    return item.strength
               ? PhraseModel::tr("%1, strength %2").arg(text, strength_name(strength_level(*item.strength)))
               : text;
}

}  // namespace

int PhraseModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(items_.size());
}

QVariant PhraseModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const PhraseItem& item = items_[index.row()];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return item.text;
        case Qt::ToolTipRole:
            if (item.state == PhraseState::failed) return item.note;
            if (item.state == PhraseState::ready) {
                const QString peak = tr("%1\nHighest value of the mean map: %2")
                                         .arg(item.text, value_text(item.peak_value, QLocale(), 3));
                return item.strength ? peak + QLatin1Char('\n') + strength_tip(*item.strength) : peak;
            }
            return item.text;
        case Qt::AccessibleTextRole:
            return verdicts_.contains(item.text) ? tr("%1, %2", "a phrase and the verdict on it")
                                                       .arg(spoken(item), verdicts_[item.text].text)
                                                 : spoken(item);
        case VerdictRole:
            return QVariant::fromValue(verdicts_.value(item.text));
        case ItemRole:
            return QVariant::fromValue(item);
        default:
            return {};
    }
}

bool PhraseModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role == Qt::EditRole && index.isValid()) Q_EMIT rename_requested(index.row(), value.toString());
    return false;
}

Qt::ItemFlags PhraseModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags own = QAbstractListModel::flags(index);
    return index.isValid() ? own | Qt::ItemIsEditable | Qt::ItemIsDragEnabled : own | Qt::ItemIsDropEnabled;
}

int PhraseModel::find_row(const QVector<PhraseItem>& items, const QString& text) {
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&text](const PhraseItem& item) { return item.text == text; });
    return found == items.end() ? -1 : static_cast<int>(found - items.begin());
}

QString PhraseModel::letter(int row) {
    QString letters;
    for (; row >= 0; row = row / 26 - 1) letters.prepend(QChar(u'A' + row % 26));
    return letters;
}

PhraseItem PhraseModel::new_item(const QVector<PhraseItem>& items, const QString& text) {
    // In one pass, because long lists are built item by item.
    std::array<bool, phrase_colors.size()> used{};
    for (const PhraseItem& known : items) {
        const auto color = std::find(phrase_colors.begin(), phrase_colors.end(), known.color.rgb());
        if (color != phrase_colors.end())
            used[static_cast<std::size_t>(color - phrase_colors.begin())] = true;
    }
    auto number = static_cast<std::size_t>(std::find(used.begin(), used.end(), false) - used.begin());
    const auto is_used = [&items](QRgb color) {
        return std::any_of(items.begin(), items.end(),
                           [color](const PhraseItem& known) { return known.color.rgb() == color; });
    };
    if (number == used.size())
        for (number = std::max(number, static_cast<std::size_t>(items.size()));
             is_used(color_number(number));)
            ++number;
    PhraseItem item;
    item.text = text;
    item.color = QColor::fromRgb(color_number(number));
    return item;
}

void PhraseModel::set_items(const QVector<PhraseItem>& items) {
    // A list of equal length changes in place, which keeps editors and selections.
    if (items.size() != items_.size()) {
        const auto same = [](const PhraseItem& a, const PhraseItem& b) { return a.text == b.text; };
        const qsizetype common = std::min(items.size(), items_.size());
        qsizetype head = 0;
        while (head < common && same(items[head], items_[head])) ++head;
        const int first = static_cast<int>(head);
        const int more = static_cast<int>(items.size() - items_.size());
        if (more > 0)
            beginInsertRows({}, first, first + more - 1);
        else
            beginRemoveRows({}, first, first - more - 1);
        items_ = items;
        if (more > 0)
            endInsertRows();
        else
            endRemoveRows();
    }
    items_ = items;
    if (!items_.isEmpty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void PhraseModel::set_verdicts(const QHash<QString, GivenVerdict>& verdicts) {
    if (verdicts == verdicts_) return;
    verdicts_ = verdicts;
    if (!items_.isEmpty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1), {VerdictRole});
}

void PhraseModel::set_state(int row, PhraseState state, float peak_value, const QString& note,
                            std::optional<float> strength) {
    if (row < 0 || row >= rowCount()) return;
    items_[row].state = state;
    items_[row].peak_value = peak_value;
    items_[row].note = note;
    items_[row].strength = strength;
    Q_EMIT dataChanged(index(row), index(row));
}

}  // namespace gbs::widgets
