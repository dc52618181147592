// SPDX-License-Identifier: GPL-3.0-or-later

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "app/commands/commands.h"
#ifdef GBS_GUI
#include "app/window/window_arguments.h"
#include "core/base/foreign_paths.h"
#endif

namespace {

#ifdef GBS_GUI

/// Whether to open the window: no arguments, photos and folders, or an option of the window.
bool asks_for_window(int argc, char** argv) {
    if (argc < 2) return true;
    const std::string first = argv[1];
    if (gbs::app::is_command(first)) return false;
    for (const std::string option : {"--model", "--device", "--screenshots"})
        if (first == option || first.starts_with(option + "=")) return true;
    if (first.starts_with("-")) return false;
    // The window reports a missing photo, the command line a mistyped command.
    return first.find_first_of("./") != std::string::npos || gbs::path_exists(first);
}

int open_window(int argc, char** argv) {
    CLI::App parser("GbS Explorer: see where a phrase is in a photo");
    std::vector<std::string> paths;
    std::string model, device, screenshots;
    parser.add_option("paths", paths, "Photos and folders to open");
    parser.add_option("--model", model, "Checkpoint to use instead of the default model");
    parser.add_option("--device", device, "auto, cpu, cuda or cuda:N");
    parser.add_option("--screenshots", screenshots, "Draw the window to PNG files in this folder and exit");
    try {
        parser.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return parser.exit(error) == 0 ? 0 : 2;
    }
    gbs::app::WindowArguments arguments;
    for (const std::string& path : paths) arguments.paths << QString::fromStdString(path);
    arguments.model = QString::fromStdString(model);
    arguments.device = QString::fromStdString(device);
    arguments.screenshots = QString::fromStdString(screenshots);
    return gbs::app::run_window(arguments);
}

#endif

}  // namespace

int main(int argc, char** argv) {
#ifdef GBS_GUI
    if (asks_for_window(argc, argv)) return open_window(argc, argv);
#endif
    const int code = gbs::app::run_command(argc, argv);
#ifndef __SANITIZE_ADDRESS__
    // LibTorch takes a tenth of a second to remove its operations one by one.
    std::fflush(nullptr);
    std::_Exit(code);
#else
    return code;
#endif
}
