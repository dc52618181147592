// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace CLI {
class App;
}

namespace gbs::app {

/// Adds `gbs review`: merges files of reviews, and tells how far people agree.
void add_review_command(CLI::App& app);

}  // namespace gbs::app
