// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

/// The descendant of that type and object name, or the first of that type without a name. Aborts the test if
/// there is none.
template <class Child>
Child* child(const QObject& parent, const char* name = "") {
    auto* const found = parent.findChild<Child*>(QLatin1String(name));
    if (!found) qFatal("no child named '%s' in %s", name, parent.metaObject()->className());
    return found;
}
template <class Child>
Child* child(const QObject* parent, const char* name = "") {
    return child<Child>(*parent, name);
}
