// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/pointing_protocols.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/base/joined_key.h"

namespace gbs {
namespace {

constexpr double min_share = 0.05;

/// Why a phrase counts in no protocol, or null.
const char* find_exclusion(const PhraseQuery& query) {
    if (query.not_visual) return "not visual";
    return query.boxes.empty() ? "no box" : nullptr;
}

std::size_t count_words(std::string_view phrase) {
    const auto is_space = [](char c) {
        return std::string_view(" \t\n\r\f\v").find(c) != std::string_view::npos;
    };
    std::size_t words = 0;
    for (std::size_t i = 0; i < phrase.size(); ++i)
        if (!is_space(phrase[i]) && (i == 0 || is_space(phrase[i - 1]))) ++words;
    return words;
}

void add_missing(std::vector<std::string>& to, const std::vector<std::string>& from) {
    for (const auto& one : from)
        if (std::ranges::find(to, one) == to.end()) to.push_back(one);
}

/// Which phrases a merged unit lists.
enum class Occurrences { distinct, all };

/// Merges phrases that have the same key: their boxes, categories, and phrases.
class MergedUnits {
 public:
    explicit MergedUnits(Occurrences listed = Occurrences::distinct) : listed_(listed) {}

    void add(const PhraseQuery& query, const std::string& key) {
        ++added_;
        const auto [known, is_new] = index_.try_emplace(key, units.size());
        if (is_new) {
            units.push_back({query, {query.phrase}});
            return;
        }
        PointingUnit& unit = units[known->second];
        if (listed_ == Occurrences::all)
            unit.phrases.push_back(query.phrase);
        else
            add_missing(unit.phrases, {query.phrase});
        add_missing(unit.target.categories, query.categories);
        for (const auto& box : query.boxes) {
            const bool exists = std::ranges::any_of(unit.target.boxes, [&](const BoundingBox& other) {
                return box.x1 == other.x1 && box.y1 == other.y1 && box.x2 == other.x2 && box.y2 == other.y2;
            });
            if (!exists) unit.target.boxes.push_back(box);
        }
    }
    std::size_t merged() const { return added_ - units.size(); }

    std::vector<PointingUnit> units;

 private:
    Occurrences listed_;
    std::unordered_map<std::string, std::size_t> index_;
    std::size_t added_ = 0;
};

/// Phrases with the same key are one unit; `number` tells apart those that are never merged.
std::string make_key(const PhraseQuery& query, ProtocolRules::Merge merge, std::size_t number) {
    switch (merge) {
        case ProtocolRules::Merge::nothing:
            break;
        case ProtocolRules::Merge::equal_phrases:
            return joined_key({query.image, "phrase", query.phrase});
        case ProtocolRules::Merge::equal_phrases_of_entity:
            return joined_key({query.image, "both", query.entity, query.phrase});
        case ProtocolRules::Merge::entities:
            return query.entity.empty() ? joined_key({query.image, "phrase", query.phrase})
                                        : joined_key({query.image, "entity", query.entity});
    }
    return std::to_string(number);
}

BoundingBox find_hull(std::span<const BoundingBox> boxes) {
    BoundingBox hull = boxes.front();
    for (const auto& box : boxes)
        hull = {std::min(hull.x1, box.x1), std::min(hull.y1, box.y1), std::max(hull.x2, box.x2),
                std::max(hull.y2, box.y2)};
    return hull;
}

/// Share of the image that the hull of the boxes covers, 0 to 1.
double hull_share(const PhraseQuery& query) {
    const BoundingBox hull = find_hull(query.boxes);
    const double pixels = (hull.x2 - hull.x1 + 1) * (hull.y2 - hull.y1 + 1);
    return pixels / (static_cast<double>(query.width) * query.height);
}

/// A box that the published code compares with the 0-based pixel, in this program's 1-based pixels.
BoundingBox from_0_based(const BoundingBox& box) {
    return {box.x1 + 1, box.y1 + 1, box.x2 + 1, box.y2 + 1};
}

/// The boxes as the data set has them: 1-based corners, or edges from 0.
std::vector<BoundingBox> annotated_boxes(const PhraseQuery& query, ProtocolRules::Boxes kind) {
    if (!query.annotated.empty()) return query.annotated;
    std::vector<BoundingBox> boxes = query.boxes;
    if (kind != ProtocolRules::Boxes::corners)
        for (auto& box : boxes) box = {box.x1 - 1, box.y1 - 1, box.x2, box.y2};
    return boxes;
}

/// Clamps a region of Visual Genome as `_get_dict_vg` of Akbari et al. does: the corner first, then the side.
BoundingBox clamp_region(const BoundingBox& box, int width, int height) {
    const auto clamp = [](double start, double end, int side) {
        const double first = std::min(std::max(start, 1.0), side - 1.0);
        return std::pair(first, std::min(first + (end - start), double(side)));
    };
    const auto [x1, x2] = clamp(box.x1, box.x2, width);
    const auto [y1, y2] = clamp(box.y1, box.y2, height);
    return {x1, y1, x2, y2};
}

BoundingBox truncated(const BoundingBox& box) {
    return {std::trunc(box.x1), std::trunc(box.y1), std::trunc(box.x2), std::trunc(box.y2)};
}

/// The phrase with the boxes that the code of Akbari et al. compares with the 0-based pixel.
PhraseQuery with_mg_boxes(PhraseQuery query, ProtocolRules::Boxes kind) {
    query.boxes = annotated_boxes(query, kind);
    for (auto& box : query.boxes) {
        if (kind == ProtocolRules::Boxes::regions) box = clamp_region(box, query.width, query.height);
        if (kind == ProtocolRules::Boxes::references) box = truncated(box);
        box = from_0_based(box);
    }
    return query;
}

/// Whether a reference reaches beyond the image, which the code of Akbari et al. leaves out.
bool is_beyond_image(const PhraseQuery& mg) {
    return std::ranges::any_of(mg.boxes, [&](const BoundingBox& box) {
        return std::max(box.x1, box.x2) - 1 > mg.width || std::max(box.y1, box.y2) - 1 > mg.height;
    });
}

/// Whether the hull of boxes of `with_mg_boxes` covers less than 5 % of the image, by the very operations of
/// `check_percent(union(bbox_norm))`: they decide at the limit.
bool is_mg_hull_small(const PhraseQuery& mg) {
    const BoundingBox hull = find_hull(mg.boxes);
    const double width = (hull.x2 - 1) / mg.width - (hull.x1 - 1) / mg.width;
    const double height = (hull.y2 - 1) / mg.height - (hull.y1 - 1) / mg.height;
    return width * height < min_share;
}

/// The phrase with the boxes that the code of Shaharabany et al. compares with the 0-based pixel: it takes 1 off
/// the corners of Flickr30k Entities, and adds sides to the edges of other data sets.
PhraseQuery with_wwbl_boxes(PhraseQuery query, ProtocolRules::Boxes kind) {
    if (kind == ProtocolRules::Boxes::corners) return query;
    query.boxes = annotated_boxes(query, kind);
    for (auto& box : query.boxes) {
        if (kind != ProtocolRules::Boxes::edges) box = truncated(box);
        box = from_0_based(box);
    }
    return query;
}

/// Whether the first box covers 5 % of the image or less; their code multiplies in this order.
bool is_first_box_small(const PhraseQuery& wwbl, ProtocolRules::Boxes kind) {
    const BoundingBox& box = wwbl.boxes.front();
    const bool corners = kind == ProtocolRules::Boxes::corners;
    const double limit =
        corners ? min_share * wwbl.width * wwbl.height : min_share * wwbl.height * wwbl.width;
    return !((box.x2 - box.x1) * (box.y2 - box.y1) > limit);
}

PointingUnits make_plain_units(std::span<const PhraseQuery> queries, const ProtocolRules&) {
    PointingUnits found;
    for (const auto& query : queries) {
        if (const char* reason = find_exclusion(query))
            ++found.skipped[reason];
        else
            found.units.push_back({query, {query.phrase}});
    }
    return found;
}

enum class MgPixels { published, exact };

PointingUnits make_mg_units(std::span<const PhraseQuery> queries, const ProtocolRules& rules,
                            MgPixels pixels) {
    const bool published = pixels == MgPixels::published;
    PointingUnits found;
    MergedUnits merged;
    std::size_t number = 0;
    for (const auto& read : queries) {
        ++number;
        if (const char* reason = find_exclusion(read)) {
            ++found.skipped[reason];
            continue;
        }
        const PhraseQuery query = published ? with_mg_boxes(read, rules.boxes) : read;
        if (count_words(query.phrase) > rules.mg_max_words)
            ++found.skipped["ten words or more"];
        else if (published && rules.boxes == ProtocolRules::Boxes::references && is_beyond_image(query))
            ++found.skipped["box beyond the image"];
        else
            merged.add(query, make_key(query, rules.mg_merge, number));
    }
    if (merged.merged() > 0) found.skipped["merged with an equal phrase"] = merged.merged();
    for (auto& unit : merged.units) {
        if (published ? is_mg_hull_small(unit.target) : hull_share(unit.target) < min_share)
            ++found.skipped["boxes cover less than 5 % of the image"];
        else
            found.units.push_back(std::move(unit));
    }
    return found;
}

PointingUnits make_published_mg_units(std::span<const PhraseQuery> queries, const ProtocolRules& rules) {
    return make_mg_units(queries, rules, MgPixels::published);
}

PointingUnits make_exact_mg_units(std::span<const PhraseQuery> queries, const ProtocolRules& rules) {
    return make_mg_units(queries, rules, MgPixels::exact);
}

/// The units of `wwbl` before its filter.
MergedUnits merge_for_wwbl(std::span<const PhraseQuery> queries, const ProtocolRules& rules,
                           std::map<std::string, std::size_t>& skipped) {
    // Phrases of the refer data come from the files of Akbari et al., which have each phrase once.
    const bool averages = rules.wwbl_merge == ProtocolRules::Merge::entities;
    MergedUnits merged(averages ? Occurrences::all : Occurrences::distinct);
    std::size_t number = 0;
    for (const auto& read : queries) {
        ++number;
        if (read.boxes.empty()) {
            ++skipped[find_exclusion(read)];
            continue;
        }
        const PhraseQuery query = with_wwbl_boxes(read, rules.boxes);
        if (count_words(query.phrase) > rules.wwbl_max_words)
            ++skipped["80 words or more"];
        else if (rules.boxes == ProtocolRules::Boxes::references && is_beyond_image(query))
            ++skipped["box beyond the image"];
        else
            merged.add(query, make_key(query, rules.wwbl_merge, number));
    }
    if (merged.merged() > 0)
        skipped[averages ? "averaged with a phrase of its entity" : "merged with an equal phrase"] =
            merged.merged();
    return merged;
}

PointingUnits make_wwbl_units(std::span<const PhraseQuery> queries, const ProtocolRules& rules) {
    PointingUnits found;
    // The loader of the refer data keeps the letters' case.
    const PhraseWording wording = rules.boxes == ProtocolRules::Boxes::references
                                      ? PhraseWording::image_of
                                      : PhraseWording::image_of_lower;
    for (auto& unit : merge_for_wwbl(queries, rules, found.skipped).units) {
        if (is_first_box_small(unit.target, rules.boxes)) {
            ++found.skipped["first box covers 5 % of the image or less"];
            continue;
        }
        unit.target.boxes = {find_hull(unit.target.boxes)};
        unit.wording = wording;
        found.units.push_back(std::move(unit));
    }
    return found;
}

struct Protocol {
    const char* name;
    PointingUnits (*make_units)(std::span<const PhraseQuery>, const ProtocolRules&);
    const char* description;
};

constexpr std::array protocols{
    Protocol{
        "mg", make_published_mg_units,
        "first maximum of the map at the size of the image in any box of the phrase, with the data set's "
        "corners against the 0-based pixel; phrases whose boxes' hull covers less than 5 % of the image are "
        "left out (Akbari et al. 2019, as github.com/hassanhub/MultiGrounding, code/evaluators.py, code/utils.py "
        "and data/data_utils.py count)"},
    Protocol{
        "mg-exact-pixels", make_exact_mg_units,
        "first maximum of the map at the size of the image in any box of the phrase, to the pixel; phrases "
        "whose boxes' hull covers less than 5 % of the image are left out (Akbari et al. 2019 without the "
        "pixel by which their code moves boxes)"},
    Protocol{"plain", make_plain_units,
             "first maximum of the map at the size of the image in any box of the phrase; every occurrence "
             "of a phrase with a box counts"},
    Protocol{
        "wwbl", make_wwbl_units,
        "first maximum of the average map of all occurrences of an entity, worded \"image of ...\", in the "
        "hull of its boxes; entities whose first box covers 5 % of the image or less are left out "
        "(Shaharabany et al. 2022, as github.com/talshaharabany/what-is-where-by-looking, "
        "inference_grounding.py, utils_grounding.py and datasets/, counts)"},
};

const Protocol& find_protocol(const std::string& name) {
    for (const Protocol& protocol : protocols)
        if (name == protocol.name) return protocol;
    throw Error("there is no protocol \"" + name + "\"; available: " + join(protocol_names(), ", "));
}

}  // namespace

PointingUnits make_pointing_units(const std::string& protocol, std::span<const PhraseQuery> queries,
                                  const ProtocolRules& rules) {
    return find_protocol(protocol).make_units(queries, rules);
}

std::vector<std::vector<const PointingUnit*>> group_by_image(std::span<const PointingUnit> units) {
    std::vector<std::vector<const PointingUnit*>> groups;
    std::unordered_map<std::string, std::size_t> index;
    for (const PointingUnit& unit : units) {
        const auto [found, added] = index.try_emplace(unit.target.image, groups.size());
        if (added) groups.emplace_back();
        groups[found->second].push_back(&unit);
    }
    return groups;
}

void count_masks(PointingUnits& units) {
    const std::size_t all = units.units.size();
    std::erase_if(units.units, [](const PointingUnit& unit) { return !unit.target.has_masks(); });
    if (units.units.size() < all) units.skipped["a box without a mask"] += all - units.units.size();
    for (PointingUnit& unit : units.units) unit.region = Region::masks;
}

std::vector<std::string> protocol_names() {
    std::vector<std::string> names;
    for (const Protocol& protocol : protocols) names.emplace_back(protocol.name);
    return names;
}

std::string protocol_description(const std::string& protocol) {
    return find_protocol(protocol).description;
}

}  // namespace gbs
