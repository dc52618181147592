// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

// Starts trainers with the command line that the user could type, in a process that survives the window.
namespace gbs::app {

/// This program, or the environment variable GBS_TRAINER if set.
QString trainer_program();
QStringList new_run_arguments(const QString& recipe, const QString& run, const QStringList& assignments);
QStringList resume_arguments(const QString& run, const QStringList& assignments);
/// The arguments that continue a run: --resume, or the original command if the trainer ended before it wrote
/// anything. Reads files; throws Error.
QStringList continue_arguments(const QString& run, const QStringList& assignments);
/// The command line for a POSIX shell, "gbs train ...".
QString command_line(const QStringList& arguments);
/// Starts a trainer for `run`, creating the folder if needed, appends its output to trainer.log and writes
/// launch.json there. Throws Error. Not for the GUI thread.
void launch_trainer(const QString& run, const QStringList& arguments);

}  // namespace gbs::app
