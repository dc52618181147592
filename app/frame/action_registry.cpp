// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/frame/action_registry.h"

#include <spdlog/spdlog.h>

#include <QSettings>
#include <QWidget>

#include "widgets/style/icons.h"
#include "widgets/style/mnemonic.h"

namespace gbs::app {

namespace {

QString settings_key(const QString& id) {
    return QStringLiteral("shortcuts/") + id;
}

/// The shortcuts in the settings, else the default ones.
QList<QKeySequence> load_keys(const QString& id, const QList<QKeySequence>& default_keys) {
    const QVariant own = QSettings().value(settings_key(id));
    if (!own.isValid()) return default_keys;
    QList<QKeySequence> keys;
    if (!own.toString().isEmpty()) keys = QKeySequence::listFromString(own.toString());
    for (const QKeySequence& key : keys)
        if (key.isEmpty() || key[0].key() == Qt::Key_unknown) {
            spdlog::warn("setting {}: '{}' is not a shortcut; using the default",
                         settings_key(id).toStdString(), own.toString().toStdString());
            return default_keys;
        }
    return keys;
}

QString menu_path(const QMenu* menu) {
    QString path;
    for (; menu; menu = qobject_cast<const QMenu*>(menu->parentWidget()))
        path = widgets::without_mnemonic(menu->title()) +
               (path.isEmpty() ? QString() : QStringLiteral(" › ") + path);
    return path;
}

}  // namespace

ActionRegistry::ActionRegistry(QWidget* window) : QObject(window), window_(window) {}

QAction* ActionRegistry::add(QMenu* menu, const QString& id, const QString& text,
                             const QList<QKeySequence>& keys, const QString& icon, const QString& tip) {
    Q_ASSERT(!rows_.contains(id));
    auto* const action = new QAction(text, this);
    action->setObjectName(id);
    action->setIconText(widgets::without_mnemonic(text));
    if (!icon.isEmpty()) action->setIcon(widgets::line_icon(icon));
    tips_.insert(action, tip.isEmpty() ? widgets::without_mnemonic(text) : tip);
    rows_.insert(id, static_cast<int>(entries_.size()));
    entries_.push_back({id, widgets::without_mnemonic(text), menu_path(menu), action, keys});
    action->setShortcuts(load_keys(id, keys));
    show_keys(action);
    if (menu) menu->addAction(action);
    window_->addAction(action);
    return action;
}

QAction* ActionRegistry::add_toggle(QMenu* menu, const QString& id, const QString& text, bool checked,
                                    const QList<QKeySequence>& keys, const QString& icon,
                                    const QString& tip) {
    QAction* const action = add(menu, id, text, keys, icon, tip);
    action->setCheckable(true);
    action->setChecked(checked);
    return action;
}

const ActionRegistry::Entry& ActionRegistry::entry(const QString& id) const {
    Q_ASSERT(rows_.contains(id));
    return entries_[rows_.value(id)];
}

QAction* ActionRegistry::action(const QString& id) const {
    return entry(id).action;
}

void ActionRegistry::set_keys(const QString& id, const QList<QKeySequence>& keys) {
    const Entry& known = entry(id);
    known.action->setShortcuts(keys);
    show_keys(known.action);
    if (keys == known.default_keys)
        QSettings().remove(settings_key(id));
    else
        QSettings().setValue(settings_key(id), QKeySequence::listToString(keys));
}

void ActionRegistry::show_keys(QAction* action) const {
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    const QString tip = tips_.value(action);
    action->setToolTip(keys.isEmpty() ? tip : tr("%1 (%2)", "tool tip and its keys").arg(tip, keys));
}

}  // namespace gbs::app
