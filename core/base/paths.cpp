// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/paths.h"

#include <cstdlib>
#include <system_error>

#include "core/base/error.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

/// <prefix>/share for a program installed in <prefix>/bin. Empty if unknown.
fs::path shared_folder() {
    std::error_code code;
    const fs::path executable = fs::read_symlink("/proc/self/exe", code);
    if (code) return {};
    return executable.parent_path().parent_path() / "share";
}

/// <prefix>/share/gbs. Empty if unknown.
fs::path installed_folder() {
    const fs::path shared = shared_folder();
    return shared.empty() ? shared : shared / "gbs";
}

/// The folder in the environment variable, or the installed one if it exists, or that of the build.
fs::path find_folder(const char* variable, const char* installed_name, const fs::path& build_folder) {
    if (const char* value = std::getenv(variable); value != nullptr && *value != '\0') return value;
    std::error_code code;
    const fs::path installed = installed_folder() / installed_name;
    if (fs::is_directory(installed, code)) return installed;
    return build_folder;
}

}  // namespace

fs::path resources_folder() {
    return find_folder("GBS_RESOURCES", "resources", GBS_SOURCE_RESOURCES);
}

fs::path weights_folder() {
    return find_folder("GBS_WEIGHTS", "weights", GBS_BUILD_WEIGHTS);
}

fs::path detectors_folder() {
    return find_folder("GBS_DETECTORS", "detectors",
                       fs::path(GBS_SOURCE_RESOURCES).parent_path() / "packaging" / "detectors");
}

fs::path detector_python() {
    if (const char* value = std::getenv("GBS_DETECTOR_PYTHON"); value != nullptr && *value != '\0')
        return value;
    const fs::path made = fs::path(GBS_SOURCE_RESOURCES).parent_path() / "build/detector-venv/bin/python";
    std::error_code code;
    return fs::exists(made, code) ? made : fs::path("python3");
}

fs::path default_model() {
    const fs::path path = resources_folder() / "models" / "default.safetensors";
    std::error_code code;
    if (!fs::is_regular_file(path, code))
        throw Error("the default model is missing: " + path.string() +
                    "; choose another with --model, or train one with `gbs train`");
    return path;
}

fs::path guide_page() {
    const fs::path installed = shared_folder() / "doc" / "gbs";
    const fs::path source = fs::path(GBS_SOURCE_RESOURCES).parent_path();
    std::error_code code;
    for (const fs::path& page :
         {installed / "html" / "index.html", installed / "docs" / "index.md",
          source / "build" / "docs" / "html" / "index.html", source / "docs" / "index.md"})
        if (fs::is_regular_file(page, code)) return page;
    throw Error("the documentation is missing: " + (installed / "html").string() +
                "; install the program again");
}

fs::path notices_file() {
    const fs::path path = resources_folder() / "notices.txt";
    std::error_code code;
    if (!fs::is_regular_file(path, code))
        throw Error("the notices are missing: " + path.string() + "; install the program again");
    return path;
}

std::string program_version() {
    return GBS_VERSION;
}

}  // namespace gbs
