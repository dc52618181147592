// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/reproduce_arguments.h"

#include "core/base/join.h"
#include "core/base/shell_word.h"

namespace gbs::app {

std::string ReproduceArguments::command() const {
    std::string text = "gbs reproduce " + shell_word(table);
    const auto add = [&](const char* flag, const std::string& value) {
        if (!value.empty()) text += std::string(" ") + flag + " " + shell_word(value);
    };
    const auto add_each = [&](const char* flag, const std::vector<std::string>& values) {
        for (const auto& value : values) add(flag, value);
    };
    if (small) text += " --small";
    add("--base", base);
    add_each("--set", assignments);
    add_each("--benchmark", benchmarks);
    add_each("--split", splits);
    add("--protocol", protocol);
    if (limit > 0) add("--limit", std::to_string(limit));
    if (!rows.empty()) add("--rows", join(rows, ","));
    if (seeds != std::vector<int>{1})
        add("--seeds", join(seeds, ",", [](int seed) { return std::to_string(seed); }));
    add_each("--model", sources.models);
    if (sources.device != "auto") add("--device", sources.device);
    add_each("--detector", sources.detectors);
    add("--instances", sources.instances);
    if (sources.detector_scores != "as-given") add("--detector-scores", sources.detector_scores);
    add_each("--maps", sources.maps);
    add("--out", out);
    return text;
}

std::string ReproduceArguments::split(std::size_t benchmark) const {
    if (splits.empty()) return {};
    return splits.size() == 1 ? splits.front() : splits.at(benchmark);
}

}  // namespace gbs::app
