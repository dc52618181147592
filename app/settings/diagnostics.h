// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include "core/model/grounding_session.h"

namespace gbs::app {

/// The window's part of the diagnostics for a bug report.
struct DiagnosticsSource {
    ModelInfo model;  ///< with an empty name if none is loaded
    QStringList log;  ///< the last lines
};

/// Versions, devices with reasons, the model's card, settings and the last log lines, in English, with ~ for
/// the home folder. Slow, since it queries the devices and reads the model's file: call it in a worker.
QString diagnostics(const DiagnosticsSource& source);

/// Replaces the home folder, which may contain the user's name, with ~.
QString abbreviate_home(const QString& text, const QString& home);

}  // namespace gbs::app
