// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <vector>

namespace gbs::app {

/// An action and its keys for the dialog.
struct Shortcut {
    QString id;    ///< of the action, such as "review.right"
    QString text;  ///< without mnemonic
    QString path;  ///< of its menu, such as "View › Theme"
    QList<QKeySequence> default_keys;
    QList<QKeySequence> keys;

    bool changed() const { return keys != default_keys; }
};

/// Whether two actions cannot have these keys at the same time: they are equal, or one is a prefix of
/// the other.
bool keys_collide(const QKeySequence& a, const QKeySequence& b);
/// The rows other than `row` with a key that collides with `key`.
std::vector<int> find_conflicts(const std::vector<Shortcut>& shortcuts, int row, const QKeySequence& key);

QString format_keys(const QList<QKeySequence>& keys);  ///< in native text, "PgUp, Alt+Left"

}  // namespace gbs::app
