// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <yaml-cpp/yaml.h>

#include <cstddef>
#include <filesystem>

namespace gbs {

/// The first document of a YAML file from anywhere. Before a tree is built, the text is checked: at most 64 levels
/// deep, no anchor inside itself, and aliases that stand for at most 100,000 values, so that a short text cannot grow
/// without bound or form a cycle. Throws Error with the file and the line.
YAML::Node read_yaml(const std::filesystem::path& path, std::size_t max_bytes);

}  // namespace gbs
