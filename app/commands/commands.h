#pragma once

<<<<<<< HEAD
namespace CLI {
class App;
}

namespace gbs {

/// Whether the arguments name a subcommand or ask for help or the version; otherwise the window is meant.
bool names_command(int argc, const char* const* argv);

/// Runs `gbs SUBCOMMAND ...`. Results go to standard output, progress and log to standard error. Never needs
/// a display. Returns 0, 1 (failed) or 2 (usage).
int run_command(int argc, const char* const* argv);

// Each adds one subcommand, whose callback does the work and throws Error.
void add_ground_command(CLI::App& app);
void add_evaluate_command(CLI::App& app);
void add_train_command(CLI::App& app);
void add_convert_command(CLI::App& app);
void add_info_command(CLI::App& app);
=======
#include <string_view>

namespace gbs {

/// Whether `word` is a subcommand of `gbs`: "ground", "train", "evaluate", "info", "convert".
bool is_command(std::string_view word);

/// Runs `gbs COMMAND ...` (also --help and --version) without any window. Returns the exit code: 0 done, 1 failed,
/// 2 wrong usage. Throws nothing.
int run_command(int argc, char** argv);
>>>>>>> gui

}  // namespace gbs
