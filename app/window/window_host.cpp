// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/window_host.h"

#include <QMetaObject>

#include "app/controllers/settings_controller.h"

namespace gbs::app {

WindowHost::WindowHost(GrounderFactory factory, QObject* parent)
    : QObject(parent), explorer_(std::move(factory)) {
    build();
}

WindowHost::~WindowHost() = default;

void WindowHost::build() {
    window_ = std::make_unique<MainWindow>(explorer_, log_);
    connect(window_->settings_controller(), &SettingsController::language_changed, this,
            &WindowHost::rebuild);
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
