#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gbs {

/// Names of the recipes that come with the program, like "paper-vgg-coco".
std::vector<std::string> preset_names();
/// Its recipe. Throws Error that lists the names for anything else.
std::filesystem::path preset_recipe(const std::string& name);

}  // namespace gbs
