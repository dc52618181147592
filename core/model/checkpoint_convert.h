// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace gbs {

struct CheckpointConversion {
    bool half = true;                          ///< fp16, else fp32
    std::map<std::string, std::string> notes;  ///< added to the metadata
    /// "model.mirror=true"; options that change the shape of a tensor are refused.
    std::vector<std::string> assignments;
};

/// Loads and validates a checkpoint and rewrites it. With assignments, which change the maps, the strength is left out,
/// with a warning: it would be wrong. Throws Error.
void convert_checkpoint(const std::filesystem::path& input, const std::filesystem::path& output,
                        const CheckpointConversion& conversion);

}  // namespace gbs
