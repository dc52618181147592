// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace gbs::app {

/// What the command line asks of the window.
struct WindowArguments {
    QStringList paths;    ///< photos and folders to open; empty: the sample photos
    QString model;        ///< a checkpoint; empty: the default model
    QString device;       ///< "auto", "cpu", "cuda:0"; empty: auto
    QString screenshots;  ///< a folder: draw the window without a display, write PNGs there and end
};

/// Shows the window until it is closed, or makes the screenshots. Returns the exit code; 1 with a clear
/// message on standard error where there is no display.
int run_window(const WindowArguments& arguments);

}  // namespace gbs::app
