// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <QDialog>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>

#include "app/settings/shortcuts.h"

class QLabel;

namespace gbs::app {

/// A table of actions: name, menu, keys. Changed keys are bold.
class ShortcutModel : public QAbstractTableModel {
    Q_OBJECT

 public:
    enum Column { name, menu, keys, column_count };

    explicit ShortcutModel(std::vector<Shortcut> shortcuts, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const std::vector<Shortcut>& shortcuts() const { return shortcuts_; }
    void set_keys(int row, const QList<QKeySequence>& keys);

 private:
    std::vector<Shortcut> shortcuts_;
};

/// Searches, changes and resets the keys of all actions. Emits each change; the receiver applies and
/// saves it.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

 public:
    explicit ShortcutsDialog(std::vector<Shortcut> shortcuts, QWidget* parent = nullptr);

 Q_SIGNALS:
    void shortcuts_changed(const std::vector<gbs::app::Shortcut>& shortcuts);

 private:
    int current_row() const;
    void lay_out();
    void show_current();
    void show_conflict();
    void assign(const QList<QKeySequence>& keys);
    void reset_all();

    ShortcutModel model_;
    QSortFilterProxyModel filtered_;
    QLineEdit* search_;
    QTreeView* list_;
    QKeySequenceEdit* key_;
    QPushButton* set_;
    QPushButton* remove_;
    QPushButton* reset_;
    QPushButton* reset_all_;
    QLabel* conflict_;
};

}  // namespace gbs::app
