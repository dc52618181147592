// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/photo_names.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace gbs {
namespace {

std::string to_nfc(std::string text) {
    if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return text;
    utf8proc_uint8_t* composed = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &composed,
                                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
    return size < 0 ? text
                    : std::string(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size));
}

std::string_view last_part(std::string_view name) {
    return name.substr(name.rfind('/') + 1);
}

/// Whether `ending` is `name` or the end of it, from the beginning of a part.
bool ends_with_parts(std::string_view name, std::string_view ending) {
    return name.ends_with(ending) && (name.size() == ending.size() || ending.starts_with('/') ||
                                      name[name.size() - ending.size() - 1] == '/');
}

}  // namespace

std::string normalize_photo_name(std::string_view name) {
    std::string slashes(name);
    std::ranges::replace(slashes, '\\', '/');
    std::string normalized = slashes.starts_with('/') ? "/" : "";
    for (std::size_t begin = 0; begin < slashes.size();) {
        const std::size_t end = std::min(slashes.find('/', begin), slashes.size());
        const std::string_view part(slashes.data() + begin, end - begin);
        if (!part.empty() && part != ".") {
            if (!normalized.empty() && !normalized.ends_with('/')) normalized += '/';
            normalized += part;
        }
        begin = end + 1;
    }
    return to_nfc(std::move(normalized));
}

bool is_same_photo_name(std::string_view a, std::string_view b) {
    return ends_with_parts(a, b) || ends_with_parts(b, a);
}

void PhotoNames::add(std::string_view name) {
    std::string normalized = normalize_photo_name(name);
    auto& entries = by_last_part_[std::string(last_part(normalized))];
    const std::size_t number = count_++;
    if (std::ranges::find(entries, normalized, &Entry::name) == entries.end())
        entries.push_back({std::move(normalized), number});
}

PhotoNames::Match PhotoNames::find(std::string_view name) const {
    const std::string wanted = normalize_photo_name(name);
    const auto found = by_last_part_.find(std::string(last_part(wanted)));
    if (found == by_last_part_.end()) return {};
    const std::string in_images = "images/" + wanted;
    Match match;
    std::vector<std::size_t> preferred;
    std::size_t longest = 0;
    for (const Entry& entry : found->second) {
        if (entry.name == wanted) return {entry.number, {}};
        if (!is_same_photo_name(entry.name, wanted)) continue;
        const std::size_t common = std::min(entry.name.size(), wanted.size());
        if (common > longest) match.ambiguous.clear();
        if (common >= longest) match.ambiguous.push_back(entry.number);
        longest = std::max(longest, common);
        if (ends_with_parts(entry.name, in_images)) preferred.push_back(entry.number);
    }
    if (match.ambiguous.size() > 1 && preferred.size() == 1) match.ambiguous = preferred;
    if (match.ambiguous.size() == 1) {
        match.entry = match.ambiguous.front();
        match.ambiguous.clear();
    }
    return match;
}

}  // namespace gbs
