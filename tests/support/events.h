// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QTimer>
#include <functional>
#include <utility>

/// Handles all queued events of this thread, and those that they queue in turn.
inline void drain_events() {
    for (int round = 0; round < 10; ++round) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
}

/// Lets `timer` time out now, whether it runs or not.
inline void fire(QTimer* timer) {
    QMetaObject::invokeMethod(timer, "timeout", Qt::DirectConnection);
}

/// An event filter for the application: calls a function once, when the first result of a TaskQueue is in the event queue
/// and before it is handled.
class BeforeAnswer : public QObject {
 public:
    explicit BeforeAnswer(std::function<void()> act) : act_(std::move(act)) {}

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == QCoreApplication::instance() && event->type() == QEvent::MetaCall && act_)
            std::exchange(act_, {})();
        return false;
    }

 private:
    std::function<void()> act_;
};
