// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

namespace gbs {

/// A file and the name that results give it; the name may be empty.
struct NamedFile {
    std::string name;
    std::filesystem::path file;
};

/// "NAME=FILE" or "FILE".
NamedFile parse_named_file(const std::string& argument);

}  // namespace gbs
