// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>

#include "app/base/task_queue.h"

namespace gbs::app {

/// An application whose slots and event handlers may fail: the exception is reported, and the window stays. Qt would
/// end the program.
class GuardedApplication : public QApplication {
 public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        bool handled = false;
        call_guarded([&] { handled = QApplication::notify(receiver, event); });
        return handled;
    }
};

}  // namespace gbs::app
