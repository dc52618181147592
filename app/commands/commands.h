#pragma once

#include <string_view>

namespace gbs {

/// Whether `word` is a subcommand of `gbs`: "ground", "train", "evaluate", "info", "convert".
bool is_command(std::string_view word);

/// Runs `gbs COMMAND ...` (also --help and --version) without any window. Returns the exit code: 0 done, 1 failed,
/// 2 wrong usage. Throws nothing.
int run_command(int argc, char** argv);

}  // namespace gbs
