// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QMenu>
#include <QObject>
#include <QVector>

namespace gbs::app {

/// All actions of the window by id, with text, icon, tool tip
/// and shortcuts. The user can change the shortcuts.
class ActionRegistry : public QObject {
    Q_OBJECT

 public:
    struct Entry {
        QString id;    ///< such as "phrase.remove"; never translated, used in the settings
        QString text;  ///< without mnemonic
        QString menu;  ///< titles of its menus, such as "View › Theme"; empty: in no menu
        QAction* action = nullptr;
        QList<QKeySequence> default_keys;
    };

    /// Shortcuts work anywhere in `window`.
    explicit ActionRegistry(QWidget* window);

    /// Appends a new action to `menu` (null: no menu). The id must be unique. `text` may have a mnemonic;
    /// `icon` is a name for line_icon(); the tool tip is `tip` (default: the text) and the shortcut.
    QAction* add(QMenu* menu, const QString& id, const QString& text, const QList<QKeySequence>& keys = {},
                 const QString& icon = {}, const QString& tip = {});
    /// Appends a checkable action.
    QAction* add_toggle(QMenu* menu, const QString& id, const QString& text, bool checked,
                        const QList<QKeySequence>& keys = {}, const QString& icon = {},
                        const QString& tip = {});

    QAction* action(const QString& id) const;  ///< the id must exist
    const QVector<Entry>& entries() const { return entries_; }
    /// Sets the shortcuts and stores them in the settings unless they are the default ones.
    void set_keys(const QString& id, const QList<QKeySequence>& keys);

 private:
    const Entry& entry(const QString& id) const;
    void show_keys(QAction* action) const;

    QWidget* window_;
    QVector<Entry> entries_;
    QHash<QString, int> rows_;
    QHash<const QAction*, QString> tips_;  ///< without shortcuts
};

}  // namespace gbs::app
