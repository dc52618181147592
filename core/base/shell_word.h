// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace gbs {

/// A word (UTF-8) of a command line for a POSIX shell, in single quotes unless it is safe without them.
std::string shell_word(const std::string& word);

}  // namespace gbs
