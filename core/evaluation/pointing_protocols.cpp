// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/pointing_protocols.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/base/text_lines.h"

namespace gbs {
namespace {

constexpr double mg_min_hull_share = 0.05;

/// Why a phrase counts in no protocol, or null.
const char* find_exclusion(const PhraseQuery& query) {
    if (query.not_visual) return "not visual";
    return query.boxes.empty() ? "no box" : nullptr;
}

std::size_t count_words(std::string_view phrase) {
    const auto words = split_columns(trimmed(phrase), static_cast<std::size_t>(-1), ' ');
    return static_cast<std::size_t>(std::ranges::count_if(words, [](auto word) { return !word.empty(); }));
}

void add_missing(std::vector<std::string>& to, const std::vector<std::string>& from) {
    for (const auto& one : from)
        if (std::ranges::find(to, one) == to.end()) to.push_back(one);
}

/// Merges phrases that have the same key: their boxes, categories, and distinct phrases.
class MergedUnits {
 public:
    void add(const PhraseQuery& query, const std::string& key) {
        ++added_;
        const auto [known, is_new] = index_.try_emplace(key, units.size());
        if (is_new) {
            units.push_back({query, {query.phrase}});
            return;
        }
        PointingUnit& unit = units[known->second];
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
    std::unordered_map<std::string, std::size_t> index_;
    std::size_t added_ = 0;
};

/// Phrases with the same key are one unit of `mg`; `number` tells apart those that are never merged.
std::string make_mg_key(const PhraseQuery& query, MgRules::Merge merge, std::size_t number) {
    switch (merge) {
        case MgRules::Merge::nothing:
            break;
        case MgRules::Merge::equal_phrases:
            return query.image + '\t' + query.phrase;
        case MgRules::Merge::equal_phrases_of_entity:
            return query.image + '\t' + query.entity + '\t' + query.phrase;
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

PointingUnits make_plain_units(std::span<const PhraseQuery> queries, const MgRules&) {
    PointingUnits found;
    for (const auto& query : queries) {
        if (const char* reason = find_exclusion(query))
            ++found.skipped[reason];
        else
            found.units.push_back({query, {query.phrase}});
    }
    return found;
}

PointingUnits make_mg_units(std::span<const PhraseQuery> queries, const MgRules& rules) {
    PointingUnits found;
    MergedUnits merged;
    std::size_t number = 0;
    for (const auto& query : queries) {
        ++number;
        if (const char* reason = find_exclusion(query))
            ++found.skipped[reason];
        else if (count_words(query.phrase) > rules.max_words)
            ++found.skipped["ten words or more"];
        else
            merged.add(query, make_mg_key(query, rules.merge, number));
    }
    if (merged.merged() > 0) found.skipped["merged with an equal phrase"] = merged.merged();
    for (auto& unit : merged.units) {
        if (hull_share(unit.target) < mg_min_hull_share)
            ++found.skipped["boxes cover less than 5 % of the image"];
        else
            found.units.push_back(std::move(unit));
    }
    return found;
}

PointingUnits make_wwbl_units(std::span<const PhraseQuery> queries, const MgRules&) {
    PointingUnits found;
    MergedUnits merged;
    for (const auto& query : queries) {
        if (const char* reason = find_exclusion(query)) {
            ++found.skipped[reason];
            continue;
        }
        const bool has_entity = !query.entity.empty();
        merged.add(query, query.image + (has_entity ? "\te\t" + query.entity : "\tp\t" + query.phrase));
    }
    if (merged.merged() > 0) found.skipped["averaged with a paraphrase"] = merged.merged();
    found.units = std::move(merged.units);
    for (auto& unit : found.units) unit.target.boxes = {find_hull(unit.target.boxes)};
    return found;
}

struct Protocol {
    const char* name;
    PointingUnits (*make_units)(std::span<const PhraseQuery>, const MgRules&);
    const char* description;
};

constexpr std::array protocols{
    Protocol{"mg", make_mg_units,
             "first maximum of the map at the size of the image in any box of the phrase; phrases whose "
             "boxes' hull covers less than 5 % of the image are left out (Akbari et al. 2019)"},
    Protocol{"plain", make_plain_units,
             "first maximum of the map at the size of the image in any box of the phrase; every occurrence "
             "of a phrase with a box counts"},
    Protocol{"wwbl", make_wwbl_units,
             "first maximum of the average map of an entity's paraphrases in the hull of its boxes "
             "(Shaharabany et al. 2022)"},
};

const Protocol& find_protocol(const std::string& name) {
    for (const Protocol& protocol : protocols)
        if (name == protocol.name) return protocol;
    throw Error("there is no protocol \"" + name + "\"; available: " + join(protocol_names(), ", "));
}

}  // namespace

PointingUnits make_pointing_units(const std::string& protocol, std::span<const PhraseQuery> queries,
                                  const MgRules& rules) {
    return find_protocol(protocol).make_units(queries, rules);
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
