// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/detector_options.h"

#include <CLI/CLI.hpp>

#include "core/base/join.h"
#include "core/detector/detector_scores.h"

namespace gbs::app {

void add_detector_options(CLI::App& command, CLI::Option* detector, std::string& instances,
                          std::string& scores) {
    command.add_option("--instances", instances, "COCO instances file that the COCO results refer to")
        ->needs(detector);
    command
        .add_option("--detector-scores", scores,
                    join(detector_scores_names(), ", ") + ": how the scores of the boxes become 0 to 1")
        ->needs(detector)
        ->capture_default_str();
}

}  // namespace gbs::app
