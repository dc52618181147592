// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

// The commands of detectors that run (core/detector/detector_command.h), as the user types and chooses them.
namespace gbs::app {

/// The last commands of this user, the newest first, then the beginning of one for each bridge here.
QStringList offered_detectors();
/// Puts the command before the others.
void remember_detector(const QString& command);

/// Why a command cannot be started: quotes that do not end, or a program that is not there. Empty: it can be tried.
QString detector_problem(const QString& command);

}  // namespace gbs::app
