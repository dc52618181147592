// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/data/benchmark_formats.h"
#include "core/data/phrase_query.h"

namespace gbs {

/// A unit that counts once: an image, a phrase (or paraphrases, whose maps are averaged) and its boxes.
struct PointingUnit {
    PhraseQuery target;                ///< its phrase is the first of the phrases
    std::vector<std::string> phrases;  ///< at least one
};

/// The units of a benchmark under a protocol.
struct PointingUnits {
    std::vector<PointingUnit> units;             ///< in the order of the data
    std::map<std::string, std::size_t> skipped;  ///< phrases by reason
};

/// Turns phrases into units under a protocol. Phrases without a box and those annotated as not visual are
/// skipped.
/// - `plain`: each occurrence of a phrase counts, unfiltered; comparable with later work.
/// - `mg`, of Akbari et al. 2019 and the paper: phrases whose boxes' hull covers less than 5 % of the image
///   are left out. `rules` say which phrases are merged, with all their boxes, and how long they may be:
///   Flickr30k Entities counts each occurrence; Visual Genome merges equal phrases of an image and leaves out
///   phrases of ten words or more; the refer data merge equal phrases of one object.
/// - `wwbl`, of Shaharabany et al. 2022: an entity of an image counts once; the maps of its paraphrases are
///   averaged and the target is the hull of its boxes. Without annotated entities (Visual Genome), equal
///   phrases of an image are one entity. No 5 % filter.
/// Throws Error with the known names for any other protocol.
PointingUnits make_pointing_units(const std::string& protocol, std::span<const PhraseQuery> queries,
                                  const MgRules& rules = {});

/// {"mg", "plain", "wwbl"}.
std::vector<std::string> protocol_names();
/// What a protocol counts, as a sentence for reports. Throws Error for an unknown name.
std::string protocol_description(const std::string& protocol);

}  // namespace gbs
