// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/profile.h"

#include <pthread.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <thread>

#include "core/base/error.h"
#include "core/base/trace.h"
#include "core/base/utf8.h"
#include "training/ranks/ranks.h"

namespace gbs::app {
namespace {

std::atomic<int> caught{0};

/// A command without an Interrupt, or one that has not created it yet, ends by default at a signal, and its trace
/// would be lost.
void write_trace_at_signals() {
    const auto catch_signal = [](int signal) { caught = signal; };
    for (const int signal : {SIGINT, SIGTERM}) {
        struct sigaction action {};
        if (sigaction(signal, nullptr, &action) == 0 && action.sa_handler != SIG_IGN)
            std::signal(signal, catch_signal);
    }
    std::thread([] {
        while (caught == 0) std::this_thread::sleep_for(std::chrono::milliseconds(50));
        finish_profile();
        std::signal(caught, SIG_DFL);
        ::kill(::getpid(), caught);
    }).detach();
}

std::filesystem::path file_of_rank(const std::string& file) {
    std::filesystem::path path = file;
    const int rank = training::launched().rank;
    if (rank > 0)
        path.replace_filename(path.stem().string() + ".rank" + std::to_string(rank) +
                              path.extension().string());
    return path;
}

void start(const CLI::App& command, const std::string& file) {
    std::string process = command.get_name();
    for (const CLI::App* parent = command.get_parent(); parent != nullptr; parent = parent->get_parent())
        process = parent->get_name() + " " + process;
    const auto [size, rank, local] = training::launched();
    if (size > 1) process += ", rank " + std::to_string(rank);
    start_trace(file_of_rank(file), process);
    write_trace_at_signals();
}

}  // namespace

void add_profile_option(CLI::App& app) {
    const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
    for (CLI::App* command : commands) add_profile_option(*command);
    if (!commands.empty()) return;
    app.add_option_function<std::string>(
        "--profile", [&app](const std::string& file) { start(app, file); },
        "Write what took how long to this file, for Perfetto or chrome://tracing");
}

bool finish_profile() {
    try {
        write_trace();
        return true;
    } catch (const std::exception& error) {
        std::cerr << "gbs: the profile: " << printable(error.what()) << '\n';
        return false;
    }
}

}  // namespace gbs::app
