// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/benchmark.h"

#include <algorithm>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/foreign_paths.h"
#include "core/base/join.h"
#include "core/data/benchmark_formats.h"
#include "core/image/photo_resolver.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

/// By the extension; any other extension is read as TSV.
const BenchmarkFormat& find_file_format(const fs::path& file) {
    const auto formats = benchmark_formats();
    const auto find = [&](std::string_view extension) {
        return std::ranges::find(formats, extension, &BenchmarkFormat::file_extension);
    };
    const std::string extension = file.extension().string();
    const auto found = extension.empty() ? formats.end() : find(extension);
    return found != formats.end() ? *found : *find(".tsv");
}

BenchmarkFolder open_phrases_file(const fs::path& file, const fs::path& photos) {
    BenchmarkFolder about;
    about.folder = file;
    about.format = &find_file_format(file);
    about.title = file.filename().string();
    about.files = {file};
    about.index = std::make_shared<const FolderIndex>(photos);
    about.splits = {{"all", {}, {}}};
    return about;
}

std::string describe_formats() {
    return join(benchmark_formats(), "; ", [](const BenchmarkFormat& format) {
        return std::string(format.title) + " (" + std::string(format.files) + ")";
    });
}

}  // namespace

BenchmarkFolder recognize_benchmark(const fs::path& folder, std::stop_token stop) {
    std::error_code code;
    if (fs::is_regular_file(folder, code))
        return open_phrases_file(folder, folder.has_parent_path() ? folder.parent_path() : fs::path("."));
    BenchmarkFolder about;
    about.folder = folder;
    about.index = std::make_shared<const FolderIndex>(folder, stop);
    for (const auto& format : benchmark_formats()) {
        about.format = &format;
        about.title = format.title;
        if (!format.recognize(about)) continue;
        if (about.index->photos() == 0)
            about.missing.push_back("There is no photo below the folder: put the images anywhere below it.");
        return about;
    }
    throw Error(folder.string() +
                ": no benchmark is recognized in this folder. Supported formats: " + describe_formats());
}

BenchmarkFolder recognize_annotations(const fs::path& file, std::stop_token stop) {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    const auto index = std::make_shared<const FolderIndex>(folder, stop);
    for (const auto& format : benchmark_formats()) {
        BenchmarkFolder about{folder, &format, std::string(format.title), {}, {}, {}, index};
        std::error_code code;
        const auto is_file = [&](const fs::path& other) { return fs::equivalent(file, other, code); };
        if (format.recognize(about) && std::ranges::any_of(about.files, is_file)) return about;
    }
    throw Error(file.string() + ": its format is not known. Known formats: " + describe_formats());
}

std::optional<fs::path> Benchmark::photo(const std::string& image) const {
    return about.index->photo(image);
}

Benchmark read_benchmark(const BenchmarkFolder& about, const std::string& split, const ByteProgress& progress,
                         std::stop_token stop, Region region) {
    const BenchmarkSplit& chosen = about.split(split);
    for (const auto& file : about.files)
        if (file.empty() || !path_exists(file)) {
            throw Error(about.folder.string() + ": " + about.title + " is not complete." +
                        (about.missing.empty() ? "" : " " + join(about.missing, " ")));
        }
    QueryCollector collector(QueryCollector::default_max_phrases, region);
    about.format->read({about, chosen, progress, std::move(stop)}, collector);
    Benchmark found{about,
                    chosen.name,
                    std::move(collector.queries()),
                    std::move(collector.skipped()),
                    std::move(collector.adjusted()),
                    0,
                    {}};
    if (found.queries.empty())
        throw Error(about.folder.string() + ": the split \"" + chosen.name + "\" has no usable phrase" +
                    (found.skipped.empty() ? "" : ": " + join_counts(found.skipped)));
    PhotoResolver photos(about.folder.string());
    for (const auto& name : about.index->photo_names()) photos.add(name);
    std::unordered_set<std::string> images;
    for (const auto& query : found.queries)
        if (images.insert(query.image).second && !photos.find(query.image))
            found.missing_photos.push_back(query.image);
    found.images = images.size();
    return found;
}

Benchmark read_phrases_benchmark(const fs::path& file, const fs::path& photos) {
    return read_benchmark(open_phrases_file(file, photos));
}

}  // namespace gbs
