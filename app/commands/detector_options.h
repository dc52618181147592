// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace gbs::app {

inline constexpr const char* bridge_help =
    "A detector to run, such as \"owlv2 --weights FOLDER\", or a command (docs/detectors.md)";
inline constexpr const char* detector_help =
    "[NAME=]FILE with boxes: JSONL, COCO results or instances; or the FILE or FOLDER of an annotation tool";

/// --instances, which belongs to `detector`, and --detector-scores, which is returned.
CLI::Option* add_detector_options(CLI::App& command, CLI::Option* detector, std::string& instances,
                                  std::string& scores);
CLI::Option* add_scores_option(CLI::App& command, std::string& scores);
/// --answer-limit of a detector that runs.
CLI::Option* add_answer_limit(CLI::App& command, int& seconds);

}  // namespace gbs::app
