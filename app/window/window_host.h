// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <memory>

#include "app/frame/main_window.h"

namespace gbs::app {

/// What outlives a window, and the window: a change of language builds it anew on the same explorer.
class WindowHost : public QObject {
    Q_OBJECT

 public:
    explicit WindowHost(GrounderFactory factory, QObject* parent = nullptr);
    ~WindowHost() override;

    Explorer* explorer() { return &explorer_; }
    LogBook* log() { return &log_; }
    MainWindow* window() { return window_.get(); }
    /// A new window in place of the old one, once control is back in the event loop.
    void rebuild();

 Q_SIGNALS:
    void window_built(gbs::app::MainWindow* window);

 private:
    void build();

    LogBook log_;  ///< listens before any worker runs
    Explorer explorer_;
    std::unique_ptr<MainWindow> window_;
};

}  // namespace gbs::app
