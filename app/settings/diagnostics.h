// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include "core/model/grounding_session.h"

namespace gbs::app {

/// What the window knows for a report of a fault.
struct DiagnosticsSource {
    ModelInfo model;  ///< without a name: none is loaded
    QStringList log;  ///< the last lines
};

/// Versions, devices with reasons, the model's card, settings and the last log lines, in English, for those
/// who read reports. Asks the devices and reads the model's file: slow, for a worker. The home folder reads
/// ~.
QString diagnostics(const DiagnosticsSource& source);

/// `text` with ~ in place of the home folder, which holds a person's name.
QString without_home(const QString& text, const QString& home);

}  // namespace gbs::app
