// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <memory>

#include "app/frame/main_window.h"
#include "widgets/style/plain_tips.h"

namespace gbs::app {

/// Owns the window and what outlives it. A change of the language rebuilds the window on the same explorer.
class WindowHost : public QObject {
    Q_OBJECT

 public:
    explicit WindowHost(GrounderFactory factory, QObject* parent = nullptr);
    ~WindowHost() override;

    Explorer* explorer() { return &explorer_; }
    LogBook* log() { return &log_; }
    MainWindow* window() { return window_.get(); }
    /// Replaces the window by a new one from the event loop.
    void rebuild();

 Q_SIGNALS:
    void window_built(gbs::app::MainWindow* window);

 private:
    void build();

    LogBook log_;  ///< first: it must exist before any worker runs
    Explorer explorer_;
    widgets::PlainTips plain_tips_;
    std::unique_ptr<MainWindow> window_;
};

}  // namespace gbs::app
