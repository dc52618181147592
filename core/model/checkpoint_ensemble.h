// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>

namespace gbs {

/// Joins checkpoints, which may be ensembles themselves, to one file (checkpoint.h). The tensors keep their precision.
/// Of the members' notes, "gbs.training" is dropped, since its accuracy is not the ensemble's; `notes` are added.
/// Throws Error if there are fewer than two models, or a file is not a checkpoint.
void write_ensemble(std::span<const std::filesystem::path> checkpoints, const std::filesystem::path& output,
                    const std::map<std::string, std::string>& notes = {});

}  // namespace gbs
