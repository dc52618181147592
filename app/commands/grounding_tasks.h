// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/model/batch_grounding.h"

namespace CLI {
class App;
}

namespace gbs::app {

/// The arguments that `gbs ground` and `gbs report` share.
struct GroundingArguments {
    std::string photo;  ///< a photo or a folder
    std::vector<std::string> phrases;
    std::string phrases_file, model, device = "auto";
};

void add_grounding_options(CLI::App& command, GroundingArguments& arguments);

/// The photos with their phrases, without photos that have none. Throws Error if no photo remains.
std::vector<GroundingTask> make_tasks(const GroundingArguments& arguments);
std::filesystem::path model_path(const GroundingArguments& arguments);

/// Throws Error ("3 of 20 photos failed") if any photo failed.
void check_failures(const BatchSummary& summary, std::size_t photos);

}  // namespace gbs::app
