// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

namespace gbs {

/// resources/ of the installation or the source tree; the environment variable GBS_RESOURCES wins.
std::filesystem::path resources_folder();
/// Where set-up put converted pretrained weights; the environment variable GBS_WEIGHTS wins.
std::filesystem::path weights_folder();
/// The model used when none is named. Throws Error where it is missing.
std::filesystem::path default_model();
std::string program_version();

}  // namespace gbs
