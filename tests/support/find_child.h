// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QString>
#include <QWidget>

/// The descendant of that type and object name, or the first of that type if no name is given. Aborts the
/// test if there is none.
template <class Child>
Child* child(const QObject& parent, const char* name = "") {
    auto* const found = parent.findChild<Child*>(*name ? QString::fromLatin1(name) : QString());
    if (!found) qFatal("no child named '%s' in %s", name, parent.metaObject()->className());
    return found;
}
template <class Child>
Child* child(const QObject* parent, const char* name = "") {
    return child<Child>(*parent, name);
}

/// The visible window of that type; null if there is none.
template <class Window>
Window* visible_window() {
    for (QWidget* const window : QApplication::topLevelWidgets())
        if (auto* const found = qobject_cast<Window*>(window); found && found->isVisible()) return found;
    return nullptr;
}
