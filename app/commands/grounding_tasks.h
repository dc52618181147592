// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/model/batch_grounding.h"

namespace CLI {
class App;
}

namespace gbs::app {

/// What `gbs ground` and `gbs report` are given alike.
struct GroundingArguments {
    std::string photo;  ///< or a folder
    std::vector<std::string> phrases;
    std::string phrases_file, model, device = "auto";
};

void add_grounding_options(CLI::App& command, GroundingArguments& arguments);

/// The photos with their phrases; photos without one are left out. Throws Error where none is left.
std::vector<GroundingTask> make_tasks(const GroundingArguments& arguments);
std::filesystem::path model_path(const GroundingArguments& arguments);

/// "3 of 20 photos failed" as an Error, unless none did.
void check_failures(const BatchSummary& summary, std::size_t photos);

}  // namespace gbs::app
