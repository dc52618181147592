// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/data/benchmark.h"
#include "core/data/phrase_queries.h"

namespace gbs {

/// What is counted once: a photo, a phrase (or paraphrases, whose maps are averaged) and where it is.
struct PointingUnit {
    PhraseQuery target;                ///< its phrase is the first of the phrases
    std::vector<std::string> phrases;  ///< at least one
};

/// What a protocol makes of the phrases of a benchmark.
struct PointingUnits {
    std::vector<PointingUnit> units;             ///< in the order of the data
    std::map<std::string, std::size_t> skipped;  ///< phrases by reason
};

/// `plain`: each occurrence of a phrase with a box counts by itself, without filters; comparable with later
/// work. Skipped: phrases without a box, and those that the data call not visual.
PointingUnits plain_units(std::span<const PhraseQuery> queries, BenchmarkLayout layout);

/// `mg`, of Akbari et al. 2019 (and the paper): `plain` without the phrases whose boxes' hull covers less
/// than 5 % of the image. Flickr30k Entities: each occurrence in a caption counts. Visual Genome: equal
/// phrases of an image are one, with all their boxes, and phrases of ten words or more are left out. Refer
/// data: equal phrases of one thing are one.
PointingUnits mg_units(std::span<const PhraseQuery> queries, BenchmarkLayout layout);

/// `wwbl`, of Shaharabany et al. 2022: an entity of an image counts once; the maps of its paraphrases are
/// averaged and the target is the hull of its boxes. Where the data name no entities (Visual Genome), equal
/// phrases of an image are one entity. Without the 5 % filter.
PointingUnits wwbl_units(std::span<const PhraseQuery> queries, BenchmarkLayout layout);

/// By name: "mg", "plain" or "wwbl". Throws Error listing the names.
PointingUnits protocol_units(const std::string& protocol, std::span<const PhraseQuery> queries,
                             BenchmarkLayout layout);
/// {"mg", "plain", "wwbl"}.
std::vector<std::string> protocol_names();
/// What a protocol counts, in a sentence for reports. Throws Error for an unknown name.
std::string protocol_description(const std::string& protocol);

/// The smallest box around all boxes, of which there is at least one.
BoundingBox hull_of(std::span<const BoundingBox> boxes);

}  // namespace gbs
