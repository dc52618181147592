// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>
#include <vector>

namespace gbs::app {

/// The values of --note, each KEY=VALUE. Throws Error.
std::map<std::string, std::string> parse_notes(const std::vector<std::string>& notes);

}  // namespace gbs::app
