// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace gbs::app {

inline constexpr const char* detector_help = "[NAME=]FILE with boxes: JSONL, COCO results or COCO instances";

/// --instances and --detector-scores, which belong to `detector`.
void add_detector_options(CLI::App& command, CLI::Option* detector, std::string& instances,
                          std::string& scores);

}  // namespace gbs::app
