// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace gbs {

/// What a checkpoint says of itself, read without building the model.
struct ModelCard {
    std::uintmax_t bytes = 0;
    std::int64_t parameters = 0;                 ///< numbers stored, buffers included
    std::map<std::string, std::string> options;  ///< ModelOptions by dotted key
    std::map<std::string, std::string> notes;    ///< the rest of the metadata: training data, steps, accuracy
};

/// Throws Error when the file is no checkpoint of this program.
ModelCard read_model_card(const std::filesystem::path& path);

/// Library name -> version, of what the program runs with.
std::map<std::string, std::string> library_versions();
/// Whether the project's own CUDA kernels were compiled in.
bool has_cuda_kernels();

}  // namespace gbs
