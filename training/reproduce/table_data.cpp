// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/reproduce/table_data.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "core/base/error.h"
#include "core/base/foreign_paths.h"
#include "core/data/benchmark_formats.h"

namespace gbs::training {
namespace {

namespace fs = std::filesystem;

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

/// The paper's name of the training set that the files are of, or empty.
std::string known_set(const TrainOptions& options) {
    const fs::path shards(options.train_shards);
    const std::string name = lower((shards.parent_path().filename() / shards.filename()).string());
    if (options.streams()) return contains(name, "cc3m") && !contains(name, "val") ? "CC3M" : "";
    const std::string captions = fs::path(options.train_captions).filename().string();
    if (captions == "captions_train2014.json") return "MS-COCO";
    if (captions == "region_descriptions.json") return "VG";
    return {};
}

std::string file_name(const TrainOptions& options) {
    return fs::path(options.streams() ? options.train_shards : options.train_captions).filename().string();
}

/// What was taken of the set, if that is not what the paper took.
std::string part(const TrainOptions& options, const std::string& set) {
    std::string text;
    const std::string split = path_exists(options.train_split)
                                  ? fs::path(options.train_split).filename().string()
                                  : options.train_split;
    const std::string usual = set == "VG" ? "densecap:train" : "";
    if (split != usual && !options.streams()) text = split.empty() ? ", no split" : ", split " + split;
    if (options.train_limit > 0) text += ", first " + std::to_string(options.train_limit) + " photos";
    return text;
}

/// The split that the paper tests on.
bool is_test_split(const std::string& benchmark, const std::string& split) {
    if (benchmark == "VG") return split == "densecap:test";
    if (benchmark == "ReferIt") return split == "test" || split == "berkeley:test" || split == "list:test";
    return split == "test";
}

}  // namespace

std::string training_set_name(const TrainOptions& options, const std::string& declared) {
    if (!options.streams() && options.train_captions.empty()) return {};
    const std::string known = known_set(options);
    if (!declared.empty() && !known.empty() && declared != known)
        throw Error(file_name(options) + " is " + known + ", but is given as " + declared + ": write --set " +
                    known + ":KEY=VALUE");
    const std::string set = !declared.empty() ? declared : known;
    return (set.empty() ? file_name(options) : set) + part(options, set);
}

std::string paper_benchmark(const Benchmark& benchmark, const std::string& protocol, std::size_t limit) {
    if (!benchmark.about.format || limit > 0 || (protocol != "mg" && protocol != "mg-exact-pixels"))
        return {};
    const std::string_view format = benchmark.about.format->title;
    // RefCLEF is the data of ReferIt in the format that it shares with RefCOCO; its folder tells them apart.
    const std::string folder =
        lower(benchmark.about.title.substr(std::min(format.size(), benchmark.about.title.size())));
    std::string name;
    if (format.starts_with("Flickr30k")) name = "Flickr30K";
    if (format.starts_with("Visual Genome")) name = "VG";
    if (format.starts_with("ReferIt") && (contains(folder, "refclef") || contains(folder, "referit")))
        name = "ReferIt";
    return is_test_split(name, benchmark.split) ? name : "";
}

std::string benchmark_title(const Benchmark& benchmark, const std::string& protocol, std::size_t limit) {
    const std::string known = paper_benchmark(benchmark, protocol, limit);
    if (!known.empty()) return known;
    return benchmark.about.title + (benchmark.split == "all" ? "" : ", split " + benchmark.split) + ", " +
           protocol + (limit > 0 ? ", first " + std::to_string(limit) + " phrases" : "");
}

}  // namespace gbs::training
