// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>

#include "core/evaluation/benchmark_compare.h"

namespace gbs {

/// Two results on the same units as one self-contained HTML file, with at most `flips` of the units that
/// flipped. `command` is the command that made it.
std::string comparison_html(const Comparison& found, const std::string& command, std::size_t flips = 200);
/// The same as Markdown.
std::string comparison_markdown(const Comparison& found, const std::string& command, std::size_t flips = 200);

}  // namespace gbs
