// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/caption_collector.h"

#include <algorithm>
#include <system_error>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/join.h"
#include "core/base/text_lines.h"
#include "core/image/photo_names.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

bool stays_inside(const std::string& subfolder) {
    const fs::path path(subfolder);
    return path.is_relative() && subfolder.find('\\') == std::string::npos &&
           std::ranges::none_of(path, [](const fs::path& part) { return part == ".." || part == "."; });
}

/// Whether a file names the image with folders, none of which leads up.
bool has_folders(const std::string& image) {
    if (image.find_first_of("/\\") == std::string::npos) return false;  // most names, asked for every caption
    const std::string name = normalize_photo_name(image);
    return name.find('/') != std::string::npos &&
           std::ranges::none_of(fs::path(name), [](const fs::path& part) { return part == ".."; });
}

}  // namespace

FolderListing::FolderListing(fs::path folder) : folder_(std::move(folder)) {
    std::error_code failure;
    if (!fs::is_directory(folder_, failure))
        throw Error(folder_.string() + ": there is no such folder of images");
}

bool FolderListing::contains(const std::string& name, const std::string& subfolder) {
    return !subfolder.empty() && stays_inside(subfolder) &&
           list_names(subfolder).contains(normalize_photo_name(name));
}

std::optional<fs::path> FolderListing::find(const std::string& name, const std::string& subfolder) {
    const std::string normalized = normalize_photo_name(name);
    if (contains(name, subfolder)) return folder_ / subfolder / list_names(subfolder).at(normalized);
    const Names& names = list_names({});
    if (const auto found = names.find(normalized); found != names.end()) return folder_ / found->second;
    return std::nullopt;
}

const FolderListing::Names& FolderListing::list_names(const std::string& subfolder) {
    const auto known = names_.find(subfolder);
    if (known != names_.end()) return known->second;
    auto& names = names_[subfolder];
    std::error_code failure;
    fs::directory_iterator entry(subfolder.empty() ? folder_ : folder_ / subfolder, failure);
    if (failure && subfolder.empty())
        throw Error(folder_.string() + ": the folder cannot be read: " + failure.message());
    for (; !failure && entry != fs::directory_iterator(); entry.increment(failure))
        names.emplace(normalize_photo_name(entry->path().filename().string()),
                      entry->path().filename().string());
    return names;
}

namespace {

std::string read_list(const std::string& file) {
    try {
        return read_text(file);
    } catch (const Error& error) {
        throw SplitError(error.what());
    }
}

}  // namespace

CaptionSplit::CaptionSplit(const std::string& split) {
    std::error_code ignored;
    if (split.empty()) return;
    if (!fs::exists(split, ignored)) {
        name_ = split;
        return;
    }
    list_.emplace();
    const std::string text = read_list(split);  // the lines are views into it
    for (const auto line : split_lines(text))
        if (const auto image = trimmed(line); !image.empty()) list_->emplace(image);
    if (list_->empty()) throw SplitError(split + ": the split list names no image");
}

void CaptionCollector::add(const std::string& image, std::string_view caption, const std::string& subfolder) {
    if (subfolder.empty() && has_folders(image)) return add_path(image, caption);
    if (!split_.has_image(image)) return skip("not in the split list");
    caption = trimmed(caption);
    if (caption.empty()) return skip("empty caption");
    const std::string key = subfolder + "/" + image;
    auto known = index_.find(key);
    if (known == index_.end()) {
        seen_.insert(image);
        const auto path = listing_.find(image, subfolder);
        known = index_.emplace(key, path ? found_.images.size() : absent).first;
        path ? found_.images.push_back({*path, {}}) : found_.missing.push_back(image);
    }
    if (known->second != absent) found_.images[known->second].captions.emplace_back(caption);
}

void CaptionCollector::add_path(const std::string& image, std::string_view caption) {
    const std::string path = normalize_photo_name(image);
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return add(path, caption);
    const std::string name = path.substr(slash + 1);
    for (std::string folders = path.substr(0, slash);;) {
        if (listing_.contains(name, folders)) return add(name, caption, folders);
        const auto next = folders.find('/');
        if (next == std::string::npos) return add(name, caption);
        folders.erase(0, next + 1);
    }
}

std::string CaptionCollector::find_subfolder(const std::string& image,
                                             std::initializer_list<const char*> subfolders) {
    for (const char* subfolder : subfolders)
        if (listing_.contains(image, subfolder)) return subfolder;
    return {};
}

CaptionedImages CaptionCollector::finish(const fs::path& folder, const fs::path& captions_file) {
    if (split_.list()) {
        const auto unseen =
            std::ranges::count_if(*split_.list(), [&](const auto& image) { return !seen_.contains(image); });
        if (unseen > 0) skip("in the split list but without captions", static_cast<std::size_t>(unseen));
    }
    if (!found_.images.empty()) return std::move(found_);
    std::string why;
    if (!found_.missing.empty())
        why = ": " + std::to_string(found_.missing.size()) + " images such as " + found_.missing.front() +
              " are not in that folder";
    if (!found_.skipped.empty()) why += "; " + join_counts(found_.skipped, "; ");
    throw Error(captions_file.string() + " and " + folder.string() + ": no captioned image is left" + why);
}

}  // namespace gbs
