// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace gbs::app {

/// Whether `word` is a subcommand of `gbs`, such as "ground".
bool is_command(std::string_view word);

/// Runs `gbs SUBCOMMAND ...`. Results go to standard output, progress and log messages to standard error.
/// Needs no display. Returns 0, 1 (failure) or 2 (wrong usage).
int run_command(int argc, const char* const* argv);

/// The help of the program and of each subcommand as rows {"ground", R"gbs(...)gbs"}, of which the build makes the launcher,
/// so that it can answer --help without loading LibTorch.
std::string help_rows();

/// Subcommands of folders above this one; main() adds them before anything else.
std::vector<void (*)(CLI::App&)>& more_commands();

// Each adds one subcommand. Its callback does the work and throws Error.
void add_ground_command(CLI::App& app);
void add_report_command(CLI::App& app);
void add_detect_command(CLI::App& app);
void add_noisy_detector_command(CLI::App& app);
void add_evaluate_command(CLI::App& app);
void add_compare_command(CLI::App& app);
void add_train_command(CLI::App& app);
void add_reproduce_command(CLI::App& app);
void add_runs_command(CLI::App& app);
void add_convert_command(CLI::App& app);
void add_ensemble_command(CLI::App& app);
void add_average_command(CLI::App& app);
void add_calibrate_command(CLI::App& app);
void add_info_command(CLI::App& app);
void add_fidelity_command(CLI::App& app);
void add_benchmark_command(CLI::App& app);

}  // namespace gbs::app
