// SPDX-License-Identifier: GPL-3.0-or-later

// Splits defined by lists of images next to the data.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/base/line_reader.h"
#include "core/data/split_lists.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_list_bytes = std::size_t{256} << 20;

/// The split that a text file lists, by the file's name; empty for other files.
std::string find_list_name(const fs::path& file) {
    const std::string stem = file.stem().string();
    if (file.extension() != ".txt") return {};
    for (const char* name : {"train", "val", "dev", "test", "testA", "testB"})
        if (stem == name || stem == "referit_" + std::string(name) + "_imlist") return name;
    return {};
}

/// The origin of a list, from its file name: "densecap" of densecap_splits.json, "mg".
std::string find_origin(const fs::path& file) {
    const std::string stem = file.stem().string();
    return stem.substr(0, stem.find('_'));
}

int split_order(const std::string& name) {
    const std::string last = name.substr(name.find(':') + 1);
    const std::vector<std::string> order{"test", "testA", "testB", "val", "dev"};
    const auto found = std::ranges::find(order, last);
    return found == order.end() ? 9 : static_cast<int>(found - order.begin());
}

void add_json_splits(const fs::path& file, std::vector<BenchmarkSplit>& splits) {
    if (file.extension() != ".json" || file.stem().string().find("splits") == std::string::npos) return;
    const auto root = parse_json(read_text(file, max_list_bytes));
    if (!root || !root->is_object()) return;
    for (const auto& [key, value] : root->items())
        if (value.is_array() && !value.empty() && (value[0].is_number_integer() || value[0].is_string()))
            splits.push_back({key, file, key});
}

void read_json_list(const BenchmarkSplit& split, SplitImages& images) {
    const std::vector<JsonElements> wanted{{{split.key, "*"}, {}, [&](nlohmann::json& value) {
                                                if (const auto id = to_integer(value))
                                                    images.add(std::to_string(*id));
                                                else if (value.is_string())
                                                    images.add(value.get<std::string>());
                                            }}};
    stream_json(split.file, wanted);
}

}  // namespace

std::optional<SplitImages> read_split_images(const BenchmarkSplit& split) {
    if (split.file.empty()) return std::nullopt;
    SplitImages images(split.file.string());
    if (split.key.empty())
        for_each_line(split.file, [&](std::size_t, std::string_view line) { images.add(line); });
    else
        read_json_list(split, images);
    if (images.size() == 0)
        throw Error(split.file.string() + ": the split \"" + split.name + "\" names no image");
    return images;
}

std::vector<BenchmarkSplit> find_split_lists(const FolderIndex& index) {
    std::vector<BenchmarkSplit> splits;
    std::set<std::string> folders;
    for (const auto& file : index.others()) {
        if (const std::string name = find_list_name(file); !name.empty())
            splits.push_back({name, file, {}});
        else
            add_json_splits(file, splits);
    }
    std::map<std::string, int> count;
    for (const auto& split : splits) ++count[split.name];
    for (auto& split : splits)
        if (!split.key.empty())
            split.name = find_origin(split.file) + ":" + split.name;
        else if (count[split.name] > 1)
            split.name = split.file.parent_path().filename().string() + ":" + split.name;
    std::ranges::stable_sort(splits, {}, [](const auto& split) { return split_order(split.name); });
    return splits;
}

std::vector<BenchmarkSplit> all_and_split_lists(const FolderIndex& index) {
    std::vector<BenchmarkSplit> splits = find_split_lists(index);
    splits.insert(splits.begin(), {"all", {}, {}});
    return splits;
}

}  // namespace gbs
