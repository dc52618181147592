// SPDX-License-Identifier: GPL-3.0-or-later

#include <malloc.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "app/commands/commands.h"
#ifdef GBS_GUI
#include "app/review/review_command.h"
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

/// The tensors of a photo come and go. By default the largest are given back to the system each time, which clears them
/// page by page for the next one: a fifth of the time of a photo.
void keep_freed_memory() {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    mallopt(M_TOP_PAD, 32 << 20);
#endif
}

}  // namespace

int main(int argc, char** argv) {
    keep_freed_memory();
#ifdef GBS_GUI
    gbs::app::more_commands().push_back(gbs::app::add_review_command);
#endif
    if (argc == 2 && std::string(argv[1]) == "--help-rows") {  // asked by the build
        std::cout << gbs::app::help_rows();
        return 0;
    }
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
