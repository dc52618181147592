#include "training/presets.h"

#include <algorithm>
#include <system_error>

#include "core/error.h"
#include "core/paths.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

fs::path recipes_folder() {
    return resources_folder().parent_path() / "training" / "recipes";
}

}  // namespace

std::vector<std::string> preset_names() {
    std::vector<std::string> names;
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(recipes_folder(), code))
        if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

fs::path preset_recipe(const std::string& name) {
    std::string known;
    for (const std::string& preset : preset_names()) {
        if (preset == name) return recipes_folder() / (name + ".yaml");
        known += (known.empty() ? "" : ", ") + preset;
    }
    throw Error("there is no preset \"" + name + "\" in " + recipes_folder().string() + ": " +
                (known.empty() ? "none is there" : known));
}

}  // namespace gbs
