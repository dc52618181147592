// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gbs {

/// A word (UTF-8) of a command line for a POSIX shell, in single quotes unless it is safe without them.
std::string shell_word(const std::string& word);

/// The words of a command line as a POSIX shell splits it: by spaces, with single and double quotes and backslashes.
/// Nothing else is special: no variables, no patterns, no pipes. Throws Error for an open quote and a last backslash.
std::vector<std::string> split_shell_words(std::string_view line);

}  // namespace gbs
