// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

namespace gbs {

/// Deletes the temporary files of write_atomically() that killed programs left in a folder: those that nobody has
/// locked, for a minute or more. Never throws.
void remove_forgotten_files(const std::filesystem::path& folder);

}  // namespace gbs
