// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/window_host.h"

#include <QMetaObject>

#include "app/window/assemble_window.h"

namespace gbs::app {

WindowHost::WindowHost(GrounderFactory factory, QObject* parent)
    : QObject(parent), explorer_(std::move(factory)) {
    QCoreApplication::instance()->installEventFilter(&plain_tips_);
    build();
}

WindowHost::~WindowHost() = default;

void WindowHost::build() {
    window_ = assemble_window(explorer_, log_);
    connect(window_.get(), &MainWindow::rebuild_requested, this, &WindowHost::rebuild);
    Q_EMIT window_built(window_.get());
}

void WindowHost::rebuild() {
    const auto replace = [this] {
        const bool shown = window_->isVisible();
        window_->save();
        window_.reset();
        build();
        if (shown) window_->show();
    };
    QMetaObject::invokeMethod(this, replace, Qt::QueuedConnection);
}

}  // namespace gbs::app
