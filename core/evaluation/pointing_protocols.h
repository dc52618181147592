// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/data/benchmark_formats.h"
#include "core/data/phrase_query.h"
#include "core/evaluation/phrase_wording.h"

namespace gbs {

/// A unit that counts once: an image, a phrase (or paraphrases, whose maps are averaged) and its boxes.
struct PointingUnit {
    PhraseQuery target;                ///< its phrase is the first of the phrases
    std::vector<std::string> phrases;  ///< at least one; one given twice counts twice in the average
    PhraseWording wording{};           ///< of the phrases, for a model
    Region region = Region::boxes;     ///< what a map must point into
};

/// The units of a benchmark under a protocol.
struct PointingUnits {
    std::vector<PointingUnit> units;             ///< in the order of the data
    std::map<std::string, std::size_t> skipped;  ///< phrases by reason
};

/// Turns phrases into units under a protocol; docs/protocols.md has the sources. Phrases without a box are
/// skipped, and, except by `wwbl`, those annotated as not visual.
/// - `plain`: each occurrence of a phrase counts, unfiltered; comparable with later work.
/// - `mg`: what the published code of Akbari et al. 2019 counts. It compares the data set's numbers with the
///   0-based pixel, so that the boxes of the units are moved by a pixel, and leaves out phrases whose boxes' hull
///   covers less than 5 % of the image.
/// - `mg-exact-pixels`: the same phrases by exact pixels, as a box's corners are meant.
/// - `wwbl`: what the published code of Shaharabany et al. 2022 counts: an entity of an image, with the average
///   of the maps of all its occurrences, worded "image of ...", in the hull of its boxes; entities whose first
///   box covers 5 % of the image or less are left out.
/// Throws Error with the known names for any other protocol.
PointingUnits make_pointing_units(const std::string& protocol, std::span<const PhraseQuery> queries,
                                  const ProtocolRules& rules = {});

/// Units of one image together, images in the order in which they first appear.
std::vector<std::vector<const PointingUnit*>> group_by_image(std::span<const PointingUnit> units);

/// Makes masks count in place of boxes. Phrases with a box without a mask are left out, and counted.
void count_masks(PointingUnits& units);

/// {"mg", "mg-exact-pixels", "plain", "wwbl"}.
std::vector<std::string> protocol_names();
/// What a protocol counts and where its rules come from, as a sentence for reports. Throws Error for an unknown name.
std::string protocol_description(const std::string& protocol);

}  // namespace gbs
