// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

namespace gbs {

/// SHA-256 of a file in hexadecimal, as printed by `sha256sum`. Identifies the model or boxes of a score.
/// Throws Error if the file cannot be read.
std::string file_sha256(const std::filesystem::path& file);

}  // namespace gbs
