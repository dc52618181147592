// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <utility>

namespace gbs::app {

/// Runs `work` in a thread of the pool and gives what it returns to `done`, in the GUI thread, unless
/// `receiver` is gone by then. `work` must not throw.
template <class Work, class Done>
void run_in_background(QObject* receiver, Work work, Done done,
                       QThreadPool* pool = QThreadPool::globalInstance()) {
    pool->start(
        [guard = QPointer<QObject>(receiver), work = std::move(work), done = std::move(done)]() mutable {
            auto result = work();
            QMetaObject::invokeMethod(
                qApp,
                [guard, done = std::move(done), result = std::move(result)]() mutable {
                    if (guard) done(std::move(result));
                },
                Qt::QueuedConnection);
        });
}

}  // namespace gbs::app
