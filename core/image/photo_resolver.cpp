// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/photo_resolver.h"

#include <algorithm>

#include "core/base/error.h"

namespace gbs {

namespace {

Error two_photos(const std::string& where, std::string_view name, const std::string& a,
                 const std::string& b) {
    return Error(where + ": \"" + std::string(name) + "\" could be " + a + " or " + b +
                 "; name each photo with its folder");
}

}  // namespace

void PhotoResolver::add(std::string_view name) {
    names_.add(name);
    entries_.push_back({std::string(name), {}});
}

std::optional<std::size_t> PhotoResolver::find(std::string_view name) {
    const PhotoNames::Match match = names_.find(name);
    if (!match.ambiguous.empty())
        throw two_photos(where_, name, entries_[match.ambiguous[0]].name, entries_[match.ambiguous[1]].name);
    if (!match.entry) return std::nullopt;
    Entry& entry = entries_[*match.entry];
    const std::string wanted = normalize_photo_name(name);
    if (!entry.meant_by.empty() && !is_same_photo_name(entry.meant_by, wanted))
        throw two_photos(where_, entry.name, entry.meant_by, wanted);
    if (wanted.size() > entry.meant_by.size()) entry.meant_by = wanted;
    return match.entry;
}

std::size_t PhotoResolver::unused() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(entries_, [](const Entry& entry) { return entry.meant_by.empty(); }));
}

void check_photo_names(const std::string& where, std::span<const std::string> listed,
                       std::span<const std::string> wanted) {
    PhotoResolver names(where);
    for (const auto& name : listed) names.add(name);
    for (const auto& name : wanted) names.find(name);
}

}  // namespace gbs
