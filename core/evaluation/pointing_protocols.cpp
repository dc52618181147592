// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/pointing_protocols.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/text_lines.h"
#include "core/evaluation/pointing_game.h"

namespace gbs {
namespace {

constexpr std::size_t mg_most_words = 9;

/// Why a phrase counts in no protocol.
std::optional<std::string> unusable(const PhraseQuery& query) {
    if (query.not_visual) return "not visual";
    return plain_protocol(query);
}

std::size_t word_count(std::string_view phrase) {
    const auto words = split_columns(trimmed(phrase), static_cast<std::size_t>(-1), ' ');
    return static_cast<std::size_t>(std::ranges::count_if(words, [](auto word) { return !word.empty(); }));
}

void add_missing(std::vector<std::string>& to, const std::vector<std::string>& from) {
    for (const auto& one : from)
        if (std::ranges::find(to, one) == to.end()) to.push_back(one);
}

/// Puts phrases of one key together: boxes, categories, and distinct phrases.
class Units {
 public:
    void add(const PhraseQuery& query, const std::string& key) {
        const auto [known, is_new] = index_.try_emplace(key, units.size());
        if (is_new) {
            units.push_back({query, {query.phrase}});
            return;
        }
        PointingUnit& unit = units[known->second];
        add_missing(unit.phrases, {query.phrase});
        add_missing(unit.target.categories, query.categories);
        for (const auto& box : query.boxes) {
            const bool there = std::ranges::any_of(unit.target.boxes, [&](const BoundingBox& other) {
                return box.x1 == other.x1 && box.y1 == other.y1 && box.x2 == other.x2 && box.y2 == other.y2;
            });
            if (!there) unit.target.boxes.push_back(box);
        }
    }

    std::vector<PointingUnit> units;

 private:
    std::unordered_map<std::string, std::size_t> index_;
};

/// Phrases of one key are one unit of `mg`; an empty key stands alone.
std::string mg_key(const PhraseQuery& query, BenchmarkLayout layout) {
    if (layout == BenchmarkLayout::visual_genome) return query.image + '\t' + query.phrase;
    if (layout == BenchmarkLayout::refer) return query.image + '\t' + query.entity + '\t' + query.phrase;
    return {};
}

}  // namespace

BoundingBox hull_of(std::span<const BoundingBox> boxes) {
    BoundingBox hull = boxes.front();
    for (const auto& box : boxes)
        hull = {std::min(hull.x1, box.x1), std::min(hull.y1, box.y1), std::max(hull.x2, box.x2),
                std::max(hull.y2, box.y2)};
    return hull;
}

PointingUnits plain_units(std::span<const PhraseQuery> queries, BenchmarkLayout) {
    PointingUnits found;
    for (const auto& query : queries) {
        if (const auto reason = unusable(query))
            ++found.skipped[*reason];
        else
            found.units.push_back({query, {query.phrase}});
    }
    return found;
}

PointingUnits mg_units(std::span<const PhraseQuery> queries, BenchmarkLayout layout) {
    PointingUnits found;
    Units merged;
    std::size_t occurrence = 0, used = 0;
    for (const auto& query : queries) {
        ++occurrence;
        if (const auto reason = unusable(query)) {
            ++found.skipped[*reason];
        } else if (layout == BenchmarkLayout::visual_genome && word_count(query.phrase) > mg_most_words) {
            ++found.skipped["ten words or more"];
        } else {
            const std::string key = mg_key(query, layout);
            merged.add(query, key.empty() ? std::to_string(occurrence) : key);
            ++used;
        }
    }
    if (used > merged.units.size()) found.skipped["merged with an equal phrase"] = used - merged.units.size();
    for (auto& unit : merged.units) {
        if (const auto reason = mg_protocol(unit.target))
            ++found.skipped[*reason];
        else
            found.units.push_back(std::move(unit));
    }
    return found;
}

PointingUnits wwbl_units(std::span<const PhraseQuery> queries, BenchmarkLayout) {
    PointingUnits found;
    Units merged;
    std::size_t used = 0;
    for (const auto& query : queries) {
        if (const auto reason = unusable(query)) {
            ++found.skipped[*reason];
            continue;
        }
        const bool named = !query.entity.empty();
        merged.add(query, query.image + (named ? "\te\t" + query.entity : "\tp\t" + query.phrase));
        ++used;
    }
    if (used > merged.units.size()) found.skipped["averaged with a paraphrase"] = used - merged.units.size();
    found.units = std::move(merged.units);
    for (auto& unit : found.units) unit.target.boxes = {hull_of(unit.target.boxes)};
    return found;
}

PointingUnits protocol_units(const std::string& protocol, std::span<const PhraseQuery> queries,
                             BenchmarkLayout layout) {
    if (protocol == "mg") return mg_units(queries, layout);
    if (protocol == "plain") return plain_units(queries, layout);
    if (protocol == "wwbl") return wwbl_units(queries, layout);
    throw Error("there is no protocol \"" + protocol + "\"; known are mg, plain, wwbl");
}

std::vector<std::string> protocol_names() {
    return {"mg", "plain", "wwbl"};
}

std::string protocol_description(const std::string& protocol) {
    if (protocol == "mg")
        return "first maximum of the map at the size of the image in any box of the phrase; phrases whose "
               "boxes' "
               "hull covers less than 5 % of the image are left out (Akbari et al. 2019)";
    if (protocol == "plain")
        return "first maximum of the map at the size of the image in any box of the phrase; every occurrence "
               "of "
               "a phrase with a box counts";
    if (protocol == "wwbl")
        return "first maximum of the average map of an entity's paraphrases in the hull of its boxes "
               "(Shaharabany et al. 2022)";
    throw Error("there is no protocol \"" + protocol + "\"; known are mg, plain, wwbl");
}

}  // namespace gbs
