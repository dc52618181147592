// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/data/phrase_queries.h"

namespace gbs {

/// Why a phrase is left out of the count, or nothing where it counts.
using PointingProtocol = std::function<std::optional<std::string>(const PhraseQuery&)>;

/// Every phrase that has a box.
std::optional<std::string> plain_protocol(const PhraseQuery& query);
/// Akbari et al. 2019, followed by the paper: `plain` without the phrases whose boxes' hull covers less than
/// 5 % of the image. (Which phrases are merged is a matter of the data set's reader.)
std::optional<std::string> mg_protocol(const PhraseQuery& query);
/// By name: "plain" or "mg". Throws Error listing the names.
PointingProtocol pointing_protocol(const std::string& name);
std::vector<std::string> pointing_protocol_names();

/// Whether the pixel (0-based) of the original image lies in any box of the phrase, edges included.
bool is_pointing_hit(const PhraseQuery& query, int x, int y);

/// Hits over phrases, with what was left out.
struct PointingTally {
    std::size_t hits = 0;
    std::size_t total = 0;
    std::map<std::string, std::size_t> skipped;  ///< by reason

    void add(bool hit);
    void skip(const std::string& reason) { ++skipped[reason]; }
    double accuracy() const;  ///< percent; 0 where nothing was counted
};

/// What pointing at random would hit on average.
struct ExpectedPointing {
    double hits = 0;  ///< a sum of probabilities
    std::size_t total = 0;

    double accuracy() const;  ///< percent; 0 where nothing was counted
};

/// Always the pixel (width / 2, height / 2), 0-based, rounded down.
PointingTally center_baseline(std::span<const PhraseQuery> queries, const PointingProtocol& protocol);
/// A pixel drawn uniformly hits with the probability "pixels in the union of the boxes / pixels of the
/// image"; summed instead of drawn, so that the number is exact and the same each time.
ExpectedPointing expected_random_baseline(std::span<const PhraseQuery> queries,
                                          const PointingProtocol& protocol);

/// Pixels of the image that lie in at least one box.
double union_pixels(const PhraseQuery& query);
/// Share of the image that the smallest box around all boxes covers, 0 to 1. The phrase has a box.
double hull_share(const PhraseQuery& query);

}  // namespace gbs
