// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/detector_options.h"

#include <CLI/CLI.hpp>

#include "core/base/join.h"
#include "core/detector/detector_scores.h"

namespace gbs::app {

CLI::Option* add_detector_options(CLI::App& command, CLI::Option* detector, std::string& instances,
                                  std::string& scores) {
    command.add_option("--instances", instances, "COCO instances file that the COCO results refer to")
        ->needs(detector);
    return add_scores_option(command, scores);
}

CLI::Option* add_scores_option(CLI::App& command, std::string& scores) {
    return command
        .add_option("--detector-scores", scores,
                    join(detector_scores_names(), ", ") + ": how the scores of the boxes become 0 to 1")
        ->capture_default_str();
}

CLI::Option* add_answer_limit(CLI::App& command, int& seconds) {
    return command
        .add_option(
            "--answer-limit", seconds,
            "Seconds that the running detector has for a phrase; five times as long to start and for its first "
            "photo")
        ->check(CLI::Range(1, 86400))
        ->capture_default_str();
}

}  // namespace gbs::app
