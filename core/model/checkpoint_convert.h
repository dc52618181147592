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
    std::vector<std::string>
        assignments;  ///< "model.mirror=true"; options that change a tensor's shape are refused
};

/// Loads a checkpoint whole, as grounding would, and writes it anew. Throws Error.
void convert_checkpoint(const std::filesystem::path& input, const std::filesystem::path& output,
                        const CheckpointConversion& conversion);

}  // namespace gbs
