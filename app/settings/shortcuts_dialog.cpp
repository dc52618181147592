// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/shortcuts_dialog.h"

#include <QDialogButtonBox>
#include <QFont>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace gbs::app {

ShortcutModel::ShortcutModel(std::vector<Shortcut> shortcuts, QObject* parent)
    : QAbstractTableModel(parent), shortcuts_(std::move(shortcuts)) {}

int ShortcutModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shortcuts_.size());
}

int ShortcutModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QVariant ShortcutModel::data(const QModelIndex& index, int role) const {
    const Shortcut& shortcut = shortcuts_[static_cast<std::size_t>(index.row())];
    if (role == Qt::FontRole && shortcut.changed() && index.column() == keys) {
        QFont font;
        font.setBold(true);
        return font;
    }
    if (role == Qt::ToolTipRole && shortcut.changed())
        return tr("Default: %1")
            .arg(shortcut.default_keys.isEmpty() ? tr("none") : format_keys(shortcut.default_keys));
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case name:
            return shortcut.text;
        case menu:
            return shortcut.path;
        default:
            return format_keys(shortcut.keys);
    }
}

QVariant ShortcutModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case name:
            return tr("Action");
        case menu:
            return tr("Menu");
        default:
            return tr("Keys");
    }
}

void ShortcutModel::set_keys(int row, const QList<QKeySequence>& new_keys) {
    shortcuts_[static_cast<std::size_t>(row)].keys = new_keys;
    Q_EMIT dataChanged(index(row, 0), index(row, column_count - 1));
}

ShortcutsDialog::ShortcutsDialog(std::vector<Shortcut> shortcuts, QWidget* parent)
    : QDialog(parent),
      model_(std::move(shortcuts)),
      search_(new QLineEdit),
      list_(new QTreeView),
      key_(new QKeySequenceEdit),
      set_(new QPushButton(tr("&Set"))),
      remove_(new QPushButton(tr("Re&move"))),
      reset_(new QPushButton(tr("&Reset"))),
      reset_all_(new QPushButton(tr("Reset &All"))),
      conflict_(new QLabel) {
    setWindowTitle(tr("Keyboard Shortcuts"));
    resize(720, 560);
    filtered_.setSourceModel(&model_);
    filtered_.setFilterCaseSensitivity(Qt::CaseInsensitive);
    filtered_.setFilterKeyColumn(-1);
    lay_out();
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        filtered_.setFilterFixedString(text);
        if (!list_->currentIndex().isValid()) list_->setCurrentIndex(filtered_.index(0, 0));
        show_current();
    });
    connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ShortcutsDialog::show_current);
    connect(list_, &QTreeView::activated, key_, qOverload<>(&QWidget::setFocus));
    connect(key_, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutsDialog::show_conflict);
    connect(set_, &QPushButton::clicked, this, [this] { assign({key_->keySequence()}); });
    connect(remove_, &QPushButton::clicked, this, [this] { assign({}); });
    connect(reset_, &QPushButton::clicked, this, [this] {
        if (current_row() >= 0)
            assign(model_.shortcuts()[static_cast<std::size_t>(current_row())].default_keys);
    });
    connect(reset_all_, &QPushButton::clicked, this, &ShortcutsDialog::reset_all);
    list_->setCurrentIndex(filtered_.index(0, 0));
    show_current();
}

void ShortcutsDialog::lay_out() {
    search_->setObjectName(QStringLiteral("search"));
    list_->setObjectName(QStringLiteral("list"));
    key_->setObjectName(QStringLiteral("key"));
    set_->setObjectName(QStringLiteral("set"));
    remove_->setObjectName(QStringLiteral("remove"));
    reset_->setObjectName(QStringLiteral("reset"));
    reset_all_->setObjectName(QStringLiteral("reset_all"));
    conflict_->setObjectName(QStringLiteral("conflict"));
    search_->setPlaceholderText(tr("Search actions, menus and keys"));
    search_->setAccessibleName(tr("Search"));
    search_->setClearButtonEnabled(true);
    list_->setModel(&filtered_);
    list_->setRootIsDecorated(false);
    list_->setAlternatingRowColors(true);
    list_->setUniformRowHeights(true);
    list_->setSortingEnabled(true);
    list_->sortByColumn(-1, Qt::AscendingOrder);  // in menu order until a column is clicked
    list_->setAccessibleName(tr("Actions and their keys"));
    list_->header()->resizeSection(ShortcutModel::name, 280);
    list_->header()->resizeSection(ShortcutModel::menu, 200);
    key_->setAccessibleName(tr("New key"));
    key_->setToolTip(tr("Press the new key combination"));
    set_->setToolTip(tr("Assigns the key to this action and removes it from others"));
    remove_->setToolTip(tr("Removes all keys of this action"));
    reset_->setToolTip(tr("Resets this action to its default keys"));
    reset_all_->setToolTip(tr("Resets all actions to their default keys"));
    conflict_->setWordWrap(true);
    conflict_->setMinimumHeight(2 * conflict_->fontMetrics().lineSpacing());
    conflict_->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    // Enter in the search must not press one of these.
    for (QPushButton* const button : {set_, remove_, reset_, reset_all_}) button->setAutoDefault(false);
    auto* const row = new QHBoxLayout;
    auto* const label = new QLabel(tr("New &key"));
    label->setBuddy(key_);
    row->addWidget(label);
    row->addWidget(key_, 1);
    for (QPushButton* const button : {set_, remove_, reset_}) row->addWidget(button);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(reset_all_, QDialogButtonBox::ResetRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(search_);
    layout->addWidget(list_, 1);
    layout->addLayout(row);
    layout->addWidget(conflict_);
    layout->addWidget(buttons);
}

int ShortcutsDialog::current_row() const {
    const QModelIndex index = list_->currentIndex();
    return index.isValid() ? filtered_.mapToSource(index).row() : -1;
}

void ShortcutsDialog::show_current() {
    const int row = current_row();
    const Shortcut none;
    const Shortcut& shortcut = row < 0 ? none : model_.shortcuts()[static_cast<std::size_t>(row)];
    key_->setKeySequence(shortcut.keys.isEmpty() ? QKeySequence() : shortcut.keys.front());
    key_->setEnabled(row >= 0);
    remove_->setEnabled(!shortcut.keys.isEmpty());
    reset_->setEnabled(shortcut.changed());
    show_conflict();
}

void ShortcutsDialog::show_conflict() {
    const int row = current_row();
    const QKeySequence key = key_->keySequence();
    QStringList others;
    if (row >= 0)
        for (const int other : find_conflicts(model_.shortcuts(), row, key))
            others << tr("“%1”").arg(model_.shortcuts()[static_cast<std::size_t>(other)].text);
    conflict_->setText(others.isEmpty() ? QString()
                                        : tr("%1 is assigned to %2. Setting it here removes it there.")
                                              .arg(format_keys({key}), others.join(QStringLiteral(", "))));
    const bool same = row >= 0 && model_.shortcuts()[static_cast<std::size_t>(row)].keys == QList{key};
    set_->setEnabled(row >= 0 && !key.isEmpty() && !same);
}

void ShortcutsDialog::assign(const QList<QKeySequence>& keys) {
    const int row = current_row();
    if (row < 0) return;
    for (const QKeySequence& key : keys)
        for (const int other : find_conflicts(model_.shortcuts(), row, key)) {
            QList<QKeySequence> rest = model_.shortcuts()[static_cast<std::size_t>(other)].keys;
            rest.removeIf([&](const QKeySequence& taken) { return keys_collide(key, taken); });
            model_.set_keys(other, rest);
        }
    model_.set_keys(row, keys);
    show_current();
    Q_EMIT shortcuts_changed(model_.shortcuts());
}

void ShortcutsDialog::reset_all() {
    for (int row = 0; row < model_.rowCount(); ++row)
        model_.set_keys(row, model_.shortcuts()[static_cast<std::size_t>(row)].default_keys);
    show_current();
    Q_EMIT shortcuts_changed(model_.shortcuts());
}

}  // namespace gbs::app
