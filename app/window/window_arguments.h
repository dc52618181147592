// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace gbs::app {

/// The command line of the window.
struct WindowArguments {
    QStringList paths;    ///< photos and folders to open; empty: the last session
    QString model;        ///< a checkpoint; empty: that of the last session or the default model
    QString device;       ///< "auto", "cpu", "cuda:0"; empty: the one in the preferences
    QString screenshots;  ///< write screenshots to this folder without a display, and exit
};

/// Shows the window until it is closed, or writes the screenshots. Returns the exit code: 1 with a message on
/// standard error if there is no display.
int run_window(const WindowArguments& arguments);

}  // namespace gbs::app
