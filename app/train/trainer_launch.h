// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

// Starting trainers: always the command line that a person could type, in a process that outlives the window.
namespace gbs::app {

/// This program; the environment variable GBS_TRAINER wins.
QString trainer_program();
QStringList new_run_arguments(const QString& recipe, const QString& run, const QStringList& assignments);
QStringList resume_arguments(const QString& run, const QStringList& assignments);
/// What goes on with a run: --resume, or, for a trainer that ended before it had written anything, the very
/// command that started it. Looks at the disk; throws Error.
QStringList continue_arguments(const QString& run, const QStringList& assignments);
/// The command line for a POSIX shell, "gbs train ...".
QString command_line(const QStringList& arguments);
/// Starts the trainer of `run` (made where it is missing), its words appended to trainer.log there, and notes
/// it in launch.json. Throws Error. Not for the GUI thread.
void launch_trainer(const QString& run, const QStringList& arguments);

}  // namespace gbs::app
