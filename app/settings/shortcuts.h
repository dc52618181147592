// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <vector>

namespace gbs::app {

/// The keys of one action, as a person meets them.
struct Shortcut {
    QString id;    ///< of the action, "review.right"
    QString text;  ///< without mnemonic
    QString path;  ///< of its menu, "View › Theme"
    QList<QKeySequence> default_keys;
    QList<QKeySequence> keys;

    bool changed() const { return keys != default_keys; }
};

/// Whether two actions cannot have these keys at the same time: they are the same, or one begins with the
/// other.
bool keys_collide(const QKeySequence& a, const QKeySequence& b);
/// The other rows with a key that collides with `key` in `row`.
std::vector<int> conflicts_of(const std::vector<Shortcut>& shortcuts, int row, const QKeySequence& key);

QString keys_text(const QList<QKeySequence>& keys);  ///< for a person, "PgUp, Alt+Left"

}  // namespace gbs::app
