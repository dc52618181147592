// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace gbs {

/// The value as JSON, in one line without an `indent`. File names and messages may have any bytes: those that are not
/// UTF-8 become U+FFFD, where dump() would throw.
std::string json_text(const nlohmann::json& value, int indent = -1);

}  // namespace gbs
