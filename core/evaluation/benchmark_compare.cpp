// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/benchmark_compare.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/base/joined_key.h"

namespace gbs {
namespace {

std::string unit_key(const UnitResult& result) {
    std::string key = joined_key({result.unit.target.image, result.unit.target.phrase});
    if (result.unit.region == Region::masks) key += "\tmasks";
    for (const auto& box : result.unit.target.boxes)
        for (const double corner : {box.x1, box.y1, box.x2, box.y2}) key += '\t' + std::to_string(corner);
    return key;
}

std::size_t find_map(const ResultFile& file, const std::string& name) {
    std::string wanted = name;
    if (wanted.empty() && file.names.size() == 1) wanted = file.names.front();
    if (wanted.empty()) wanted = "mean";
    const auto found = std::ranges::find(file.names, wanted);
    if (found != file.names.end()) return static_cast<std::size_t>(found - file.names.begin());
    throw Error("there is no map \"" + wanted + "\" in these results; name one of " + join(file.names, ", "));
}

/// Sums over the units of one image.
struct ImageSum {
    double difference = 0;
    double units = 0;
};

/// Lemire's reduction to a number below `count`; unlike std's distributions the same on every platform.
std::size_t below(std::mt19937_64& random, std::size_t count) {
    return static_cast<std::size_t>((static_cast<unsigned __int128>(random()) * count) >> 64);
}

void bootstrap(const std::vector<ImageSum>& images, std::uint64_t seed, std::size_t resamples,
               Comparison& out) {
    std::mt19937_64 random(seed);
    std::vector<double> differences;
    differences.reserve(resamples);
    for (std::size_t sample = 0; sample < resamples; ++sample) {
        ImageSum sum;
        for (std::size_t i = 0; i < images.size(); ++i) {
            const ImageSum& image = images[below(random, images.size())];
            sum.difference += image.difference;
            sum.units += image.units;
        }
        differences.push_back(100 * sum.difference / sum.units);
    }
    std::ranges::sort(differences);
    const auto quantile = [&](double share) {
        return differences[static_cast<std::size_t>(share * static_cast<double>(differences.size() - 1))];
    };
    out.low = quantile(0.025);
    out.high = quantile(0.975);
}

}  // namespace

double mcnemar_p_value(std::size_t gained, std::size_t lost) {
    const std::size_t total = gained + lost, smaller = std::min(gained, lost);
    if (total == 0) return 1;
    const auto log_choose = [&](std::size_t k) {
        return std::lgamma(double(total) + 1) - std::lgamma(double(k) + 1) -
               std::lgamma(double(total - k) + 1);
    };
    double tail = 0;
    for (std::size_t k = 0; k <= smaller; ++k)
        tail += std::exp(log_choose(k) - double(total) * std::log(2.0));
    return std::min(1.0, 2 * tail);
}

Comparison compare_results(const ResultFile& a, const ResultFile& b, const std::string& map_a,
                           const std::string& map_b, std::uint64_t seed, std::size_t resamples) {
    const std::size_t index_a = find_map(a, map_a), index_b = find_map(b, map_b);
    Comparison out;
    out.map_a = a.names[index_a];
    out.map_b = b.names[index_b];
    std::unordered_map<std::string, std::vector<const UnitResult*>> others;
    std::size_t of_b = 0;
    for (const auto& result : b.results)
        if (result.skipped.empty()) {
            others[unit_key(result)].push_back(&result);
            ++of_b;
        }
    for (auto& [key, list] : others)
        std::ranges::reverse(list);  // taken from the back, the first comes first
    std::vector<ImageSum> images;
    std::unordered_map<std::string, std::size_t> image_index;
    for (const auto& result : a.results) {
        if (!result.skipped.empty()) continue;
        const auto found = others.find(unit_key(result));
        if (found == others.end() || found->second.empty()) {
            ++out.only_in_a;
            continue;
        }
        const UnitResult* other = found->second.back();
        found->second.pop_back();
        const bool hit_a = result.scores[index_a].hit, hit_b = other->scores[index_b].hit;
        ++out.units;
        out.hits_a += hit_a;
        out.hits_b += hit_b;
        out.gained += !hit_a && hit_b;
        out.lost += hit_a && !hit_b;
        if (hit_a != hit_b) out.flips.push_back({&result, other, hit_b});
        const auto [image, is_new] = image_index.try_emplace(result.unit.target.image, images.size());
        if (is_new) images.emplace_back();
        images[image->second].difference += double(hit_b) - double(hit_a);
        images[image->second].units += 1;
    }
    out.only_in_b = of_b - out.units;
    if (out.units == 0)
        throw Error("no phrase is in both results; were they made with the same data and protocol?");
    out.difference = 100 * (double(out.hits_b) - double(out.hits_a)) / double(out.units);
    out.p_value = mcnemar_p_value(out.gained, out.lost);
    bootstrap(images, seed, resamples, out);
    return out;
}

}  // namespace gbs
