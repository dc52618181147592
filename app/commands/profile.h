// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace CLI {
class App;
}

namespace gbs::app {

/// Adds --profile to every command of `app` that runs, which starts the trace (core/base/trace.h). Ranks after the first
/// write FILE with ".rankN" before its extension.
void add_profile_option(CLI::App& app);

/// Writes the trace, if there is one. Returns false, with a message on standard error, if it cannot be written.
bool finish_profile();

}  // namespace gbs::app
