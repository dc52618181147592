// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace gbs {

/// The words that start a detector (docs/detectors.md) from what a user writes: "owlv2 --weights DIR" names a script in
/// detectors_folder(), "gbs ..." this program, and all else is a command. Throws Error for an empty text and open quotes.
std::vector<std::string> detector_command(const std::string& text);

struct NamedCommand {
    std::string name;  ///< may be empty
    std::string command;
};

/// "NAME=COMMAND" or "COMMAND", which may have its own "=".
NamedCommand parse_named_command(const std::string& argument);

/// The names of the scripts in detectors_folder().
std::vector<std::string> list_detectors();

}  // namespace gbs
