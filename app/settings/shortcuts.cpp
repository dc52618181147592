// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/shortcuts.h"

#include <QStringList>
#include <algorithm>

namespace gbs::app {

bool keys_collide(const QKeySequence& a, const QKeySequence& b) {
    if (a.isEmpty() || b.isEmpty()) return false;
    return a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch;
}

std::vector<int> find_conflicts(const std::vector<Shortcut>& shortcuts, int row, const QKeySequence& key) {
    std::vector<int> rows;
    for (int other = 0; other < static_cast<int>(shortcuts.size()); ++other) {
        const QList<QKeySequence>& taken = shortcuts[static_cast<std::size_t>(other)].keys;
        if (other != row && std::any_of(taken.begin(), taken.end(),
                                        [&](const QKeySequence& its) { return keys_collide(key, its); }))
            rows.push_back(other);
    }
    return rows;
}

QString format_keys(const QList<QKeySequence>& keys) {
    QStringList texts;
    // The marks keep the order of "Ctrl+," in right-to-left languages.
    constexpr QChar left_to_right(0x200e);
    for (const QKeySequence& key : keys)
        texts << left_to_right + key.toString(QKeySequence::NativeText) + left_to_right;
    return texts.join(QStringLiteral(", "));
}

}  // namespace gbs::app
