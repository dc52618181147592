// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/foreign_paths.h"

namespace fs = std::filesystem;

namespace gbs {

bool path_exists(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

bool is_folder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

bool is_plain_file(const fs::path& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

std::vector<fs::path> list_folder(const fs::path& folder, std::error_code& code) {
    std::vector<fs::path> paths;
    // A range-for would throw at the second entry.
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code))
        paths.push_back(entry->path());
    return paths;
}

std::vector<fs::path> list_folder(const fs::path& folder) {
    std::error_code ignored;
    return list_folder(folder, ignored);
}

}  // namespace gbs
