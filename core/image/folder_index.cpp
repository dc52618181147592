// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/folder_index.h"

#include <algorithm>
#include <iterator>
#include <system_error>

#include "core/base/error.h"
#include "core/image/image_files.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

constexpr int max_depth = 8;

std::ptrdiff_t parts(const fs::path& path) {
    return std::distance(path.begin(), path.end());
}

bool shallower(const fs::path& a, const fs::path& b) {
    return std::pair(parts(a), a) < std::pair(parts(b), b);
}

std::optional<fs::path> first_named(const std::vector<fs::path>& paths, std::string_view name) {
    const auto found =
        std::ranges::find_if(paths, [&](const fs::path& path) { return path.filename() == name; });
    return found == paths.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

FolderIndex::FolderIndex(fs::path folder, std::stop_token stop) : folder_(std::move(folder)) {
    std::error_code code;
    if (!fs::is_directory(folder_, code)) throw Error(folder_.string() + ": no such folder");
    walk(folder_, 0, stop);
    for (const auto& name : photos_) names_.add(name);
    std::ranges::sort(others_, shallower);
    std::ranges::sort(folders_, shallower);
}

void FolderIndex::walk(const fs::path& folder, int depth, const std::stop_token& stop) {
    if (stop.stop_requested()) throw Cancelled();
    std::error_code code;
    if (!walked_.insert(fs::canonical(folder, code)).second) return;
    std::vector<fs::path> below;
    for (fs::directory_iterator entry(folder, code); !code && entry != fs::directory_iterator();
         entry.increment(code)) {
        std::error_code ignored;
        if (entry->is_directory(ignored))
            below.push_back(entry->path());
        else if (!has_image_extension(entry->path()))
            others_.push_back(entry->path());
        else {
            photos_.push_back(entry->path().lexically_relative(folder_).string());
        }
    }
    std::ranges::sort(below);
    for (const auto& one : below) {
        folders_.push_back(one);
        if (depth < max_depth) walk(one, depth + 1, stop);
    }
}

std::optional<fs::path> FolderIndex::photo(std::string_view name) const {
    const auto found = names_.find(name).entry;
    return found ? std::optional(folder_ / photos_[*found]) : std::nullopt;
}

std::optional<fs::path> FolderIndex::file(std::string_view name) const {
    return first_named(others_, name);
}

std::optional<fs::path> FolderIndex::subfolder(std::string_view name) const {
    return first_named(folders_, name);
}

}  // namespace gbs
