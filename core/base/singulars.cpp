// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/singulars.h"

#include <algorithm>
#include <map>

namespace gbs {
namespace {

const std::map<std::string, std::string, std::less<>>& irregular_plurals() {
    static const std::map<std::string, std::string, std::less<>> all{
        {"people", "person"}, {"men", "man"},     {"women", "woman"}, {"children", "child"},
        {"feet", "foot"},     {"teeth", "tooth"}, {"mice", "mouse"},  {"geese", "goose"},
        {"skis", "ski"},      {"taxis", "taxi"}};
    return all;
}

}  // namespace

std::set<std::string> singulars(std::string_view word) {
    std::set<std::string> forms{std::string(word)};
    const auto irregular = irregular_plurals().find(word);
    if (irregular != irregular_plurals().end()) forms.insert(irregular->second);
    if (word.size() < 4 || !word.ends_with('s') || word.ends_with("ss")) return forms;
    const auto stem = [&](std::size_t cut, const char* ending) {
        forms.insert(std::string(word.substr(0, word.size() - cut)) + ending);
    };
    stem(1, "");
    if (word.ends_with("es")) stem(2, "");
    if (word.ends_with("ies")) stem(3, "y");
    if (word.ends_with("ves")) {
        stem(3, "f");
        stem(3, "fe");
    }
    return forms;
}

bool same_but_for_plural(std::string_view a, std::string_view b) {
    if (a == b) return true;
    const auto of_a = singulars(a), of_b = singulars(b);
    return std::ranges::any_of(of_a, [&](const std::string& form) { return of_b.contains(form); });
}

}  // namespace gbs
