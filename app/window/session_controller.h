// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include "app/window/session.h"

namespace gbs::app {

class WindowHost;

/// Saves the session while the program runs and restores it at the start.
class SessionController : public QObject {
    Q_OBJECT

 public:
    /// `path` is the session file.
    explicit SessionController(WindowHost& host, const QString& path);

    void restore(const Session& session);
    Session collect() const;
    void save_now() { keeper_.save_now(); }

 private:
    void restore_comparison(const Session& session);
    void restore_zoom(const Session& session);

    WindowHost& host_;
    SessionKeeper keeper_;
};

}  // namespace gbs::app
