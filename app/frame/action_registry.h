// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QMenu>
#include <QObject>
#include <QVector>

namespace gbs::app {

/// Every action of the window by its id: text, icon, tool tip and keys, of which a person may choose their
/// own. Menus, tool bar and the list of shortcuts are made of these.
class ActionRegistry : public QObject {
    Q_OBJECT

 public:
    struct Entry {
        QString id;    ///< "phrase.remove"; never translated, settings know it
        QString text;  ///< as it was added, without mnemonic
        QString menu;  ///< titles of the menus that hold it, "View › Theme"; empty: none
        QAction* action = nullptr;
        QList<QKeySequence> default_keys;
    };

    /// Shortcuts work in the whole of `window`, even where no menu is shown.
    explicit ActionRegistry(QWidget* window);

    /// A new action at the end of `menu` (null: in none). `text` with mnemonic; `tip` where the text is not
    /// enough, the keys are added to it; `icon` as `line_icon` knows it. The id must be new.
    QAction* add(QMenu* menu, const QString& id, const QString& text, const QList<QKeySequence>& keys = {},
                 const QString& icon = {}, const QString& tip = {});
    /// The same, to be switched on and off.
    QAction* add_toggle(QMenu* menu, const QString& id, const QString& text, bool checked,
                        const QList<QKeySequence>& keys = {}, const QString& icon = {},
                        const QString& tip = {});

    QAction* action(const QString& id) const;  ///< of a known id
    const QVector<Entry>& entries() const { return entries_; }
    /// A person's own keys, kept in the settings; the default ones are not stored.
    void set_keys(const QString& id, const QList<QKeySequence>& keys);

 private:
    const Entry& entry(const QString& id) const;
    void show_keys(QAction* action) const;

    QWidget* window_;
    QVector<Entry> entries_;
    QHash<QString, int> rows_;
    QHash<const QAction*, QString> tips_;  ///< without keys
};

}  // namespace gbs::app
