// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

namespace gbs {

/// SHA-256 of a file in hexadecimal, as `sha256sum` prints it: says which model or boxes a score is of.
/// Throws Error where the file cannot be read.
std::string file_sha256(const std::filesystem::path& file);

}  // namespace gbs
