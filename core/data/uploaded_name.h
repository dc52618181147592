// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>

namespace gbs {

/// The photo that Label Studio has stored under a name of its own: "dog.jpg" of "/data/upload/1/0a1b2c3d-dog.jpg". Nothing
/// for other names. A photo with the longer name comes first.
std::optional<std::string> uploaded_name(const std::string& url);

}  // namespace gbs
