// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace gbs {

/// A word of a command line, UTF-8, in single quotes for a POSIX shell unless it is of harmless characters
/// alone.
std::string shell_word(const std::string& word);

}  // namespace gbs
