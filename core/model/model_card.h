// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace gbs {

/// The contents of a checkpoint, read without building the model.
struct ModelCard {
    std::uintmax_t bytes = 0;
    std::int64_t parameters = 0;  ///< stored values, including buffers
    /// ModelOptions by dotted key; of an ensemble with the members' values joined by " + " where they differ.
    std::map<std::string, std::string> options;
    std::vector<std::map<std::string, std::string>> members;  ///< the options of each model
    std::map<std::string, std::string> notes;  ///< the rest of the metadata: training data, steps, accuracy
};

/// Throws Error if the file is not a checkpoint of this program.
ModelCard read_model_card(const std::filesystem::path& path);

/// Versions of the libraries in use, by name.
std::map<std::string, std::string> library_versions();
/// Whether the CUDA kernels of this project were compiled.
bool has_cuda_kernels();

}  // namespace gbs
