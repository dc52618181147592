// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/drawn_labels.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "core/base/error.h"
#include "core/base/file_hash.h"
#include "core/base/foreign_paths.h"
#include "core/base/join.h"
#include "core/base/joined_key.h"
#include "core/base/sha256.h"
#include "core/data/annotated_image.h"
#include "core/data/benchmark_formats.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

/// Whether it is worth to index the folder of the file.
bool may_have_labels(const fs::path& file) {
    const fs::path extension = file.extension();
    if (extension != ".json" && extension != ".xml" && extension != ".csv") return false;
    const std::string start = read_start(file);
    return std::ranges::any_of(std::initializer_list<std::string_view>{"\"shapes\"", "shape_attributes",
                                                                       "\"result\"", "<annotation"},
                               [&](std::string_view key) { return start.find(key) != start.npos; });
}

/// In the first format whose files in the folder are `wanted`.
std::optional<BenchmarkFolder> recognize_in(const fs::path& folder, const std::stop_token& stop,
                                            const std::function<bool(BenchmarkFolder&)>& wanted) {
    const auto index = std::make_shared<const FolderIndex>(folder, stop);
    for (const auto& format : benchmark_formats()) {
        BenchmarkFolder about{folder, &format, std::string(format.title), {}, {}, {}, index};
        if (format.has_labels && format.recognize(about) && wanted(about)) return about;
    }
    return {};
}

/// Its files are those that are to be read.
std::optional<BenchmarkFolder> recognize_labels(const fs::path& path, const std::stop_token& stop) {
    if (!is_folder(path)) {
        if (!may_have_labels(path)) return {};
        const auto is_other = [&](const fs::path& other) {
            std::error_code code;
            return !fs::equivalent(path, other, code);
        };
        return recognize_in(path.has_parent_path() ? path.parent_path() : fs::path("."), stop,
                            [&](BenchmarkFolder& about) {
                                std::erase_if(about.files, is_other);
                                return !about.files.empty();
                            });
    }
    if (auto about = find_drawn_labels(path, stop)) return about;
    std::vector<std::string_view> titles;
    for (const auto& format : benchmark_formats())
        if (format.has_labels) titles.push_back(format.title);
    throw Error(path.string() + ": no annotations are recognized in this folder; known are those of " +
                join(titles, ", "));
}

}  // namespace

std::optional<BenchmarkFolder> find_drawn_labels(const fs::path& folder, std::stop_token stop) {
    return recognize_in(folder, stop, [](const BenchmarkFolder&) { return true; });
}

std::optional<DrawnLabels> read_drawn_labels(const fs::path& path, const ByteProgress& progress,
                                             std::stop_token stop) {
    const auto about = recognize_labels(path, stop);
    if (!about) return {};
    QueryCollector collector;
    about->format->read({*about, BenchmarkSplit{"all", {}, {}}, progress, stop}, collector);
    DrawnLabels found;
    for (std::size_t i = 0; i < collector.queries().size(); ++i) found.scores.push_back(collector.scores(i));
    found.queries = std::move(collector.queries());
    found.skipped = std::move(collector.skipped());
    found.adjusted = std::move(collector.adjusted());
    if (found.queries.empty())
        throw Error(path.string() + ": no usable label" +
                    (found.skipped.empty() ? "" : ": " + join_counts(found.skipped)));
    return found;
}

std::string labels_sha256(const fs::path& path) {
    if (!is_folder(path)) return file_sha256(path);
    Sha256 hash;
    const FolderIndex index(path);
    for (const fs::path& file : index.others())
        if (is_plain_file(file))
            hash.add(joined_key({file.lexically_relative(path).string(), file_sha256(file)}));
    return hash.finish();
}

}  // namespace gbs
