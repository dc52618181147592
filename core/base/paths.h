// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

namespace gbs {

/// resources/ of the installation or the source tree; overridden by the environment variable GBS_RESOURCES.
std::filesystem::path resources_folder();
/// The folder of converted pretrained weights; overridden by the environment variable GBS_WEIGHTS.
std::filesystem::path weights_folder();
/// The model used by default. Throws Error if it is missing.
std::filesystem::path default_model();
/// The bridges of detectors (docs/detectors.md); overridden by the environment variable GBS_DETECTORS.
std::filesystem::path detectors_folder();
/// The Python that they run in: the environment variable GBS_DETECTOR_PYTHON, that of `make detector`, or python3.
std::filesystem::path detector_python();
/// The first page of the documentation: of the installation, or of the source tree. Throws Error if there is none.
std::filesystem::path guide_page();
/// The licenses and origins of the parts of other authors. Throws Error if the file is missing.
std::filesystem::path notices_file();
std::string program_version();

}  // namespace gbs
