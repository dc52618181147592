// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/benchmark_folder.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/join.h"

namespace gbs {

const BenchmarkSplit& BenchmarkFolder::split(const std::string& name) const {
    if (name.empty()) return splits.front();
    const auto found = std::ranges::find(splits, name, &BenchmarkSplit::name);
    if (found != splits.end()) return *found;
    const auto has_suffix = [&](const BenchmarkSplit& one) { return one.name.ends_with(":" + name); };
    if (std::ranges::count_if(splits, has_suffix) == 1) return *std::ranges::find_if(splits, has_suffix);
    throw Error(folder.string() + ": there is no split \"" + name +
                "\"; available: " + join(splits, ", ", &BenchmarkSplit::name));
}

}  // namespace gbs
