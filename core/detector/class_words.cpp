// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detector/class_words.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "core/base/join.h"

namespace gbs {
namespace {

using Words = std::vector<std::string>;

bool is_word_character(utf8proc_int32_t c) {
    switch (utf8proc_category(c)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ND:
            return true;
        default:
            return false;
    }
}

const std::map<std::string, std::string, std::less<>>& irregular_plurals() {
    static const std::map<std::string, std::string, std::less<>> all{
        {"people", "person"}, {"men", "man"},     {"women", "woman"}, {"children", "child"},
        {"feet", "foot"},     {"teeth", "tooth"}, {"mice", "mouse"},  {"geese", "goose"},
        {"skis", "ski"},      {"taxis", "taxi"}};
    return all;
}

/// What a word may be the plural of, and itself. "horses" could be of "horse" or "hors": both are kept, since
/// only real words are compared.
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

/// Words that end the head of a phrase.
bool ends_head(const std::string& word) {
    static const std::set<std::string> all{
        "of",    "in",     "on",     "at",      "with",    "without", "by",      "near",     "under",
        "over",  "behind", "beside", "next",    "between", "from",    "to",      "into",     "onto",
        "for",   "above",  "below",  "around",  "through", "across",  "against", "along",    "that",
        "which", "who",    "whose",  "while",   "wearing", "holding", "sitting", "standing", "riding",
        "and",   "or",     "inside", "outside", "off",     "up",      "down",    "is",       "are"};
    return all.contains(word);
}

/// Usual class names of detectors (COCO, Pascal VOC) and words that mean one of that kind.
const std::map<std::string, Words>& words_of_classes() {
    static const std::map<std::string, Words> all{
        {"person",
         {"man",       "woman",    "boy",       "girl",         "child",       "kid",        "baby",
          "lady",      "guy",      "gentleman", "toddler",      "infant",      "teenager",   "adult",
          "male",      "female",   "player",    "worker",       "someone",     "individual", "crowd",
          "skier",     "surfer",   "rider",     "skateboarder", "snowboarder", "cyclist",    "bicyclist",
          "performer", "musician", "runner",    "swimmer",      "climber",     "hiker",      "biker",
          "dancer",    "singer"}},
        {"bicycle", {"bike"}},
        {"motorcycle", {"motorbike", "motorcycle", "dirtbike"}},
        {"motorbike", {"motorbike", "motorcycle", "dirtbike"}},
        {"airplane", {"plane", "airplane", "aeroplane", "jet"}},
        {"aeroplane", {"plane", "airplane", "aeroplane", "jet"}},
        {"couch", {"couch", "sofa"}},
        {"sofa", {"couch", "sofa"}},
        {"tv", {"tv", "television"}},
        {"tvmonitor", {"tv", "television", "monitor"}},
        {"cell phone", {"phone", "cellphone", "telephone"}},
        {"dog", {"puppy"}},
        {"cat", {"kitten"}},
        {"boat", {"ship", "canoe", "kayak", "sailboat"}},
        {"car", {"automobile", "taxi", "suv"}},
        {"dining table", {"table"}},
        {"diningtable", {"table"}},
        {"potted plant", {"plant"}},
        {"pottedplant", {"plant"}},
        {"sports ball", {"ball", "football", "basketball", "volleyball", "baseball"}},
    };
    return all;
}

struct Occurrence {
    std::size_t index, first, end;  ///< of the class; words [first, end) of the phrase
    bool by_other_word;             ///< by a word that the class stands for, not by its name
};

void find_words(const Words& phrase, const Words& name, std::size_t index, bool by_other_word,
                std::vector<Occurrence>& found) {
    if (name.empty()) return;
    for (std::size_t first = 0; first + name.size() <= phrase.size(); ++first)
        if (std::equal(name.begin(), name.end(), phrase.begin() + static_cast<std::ptrdiff_t>(first),
                       same_but_for_plural))
            found.push_back({index, first, first + name.size(), by_other_word});
}

std::size_t head_length(const Words& phrase) {
    const auto end = std::ranges::find_if(phrase, ends_head);
    // A phrase that begins with such a word ("next to the car") is all head.
    return end == phrase.begin() ? phrase.size() : static_cast<std::size_t>(end - phrase.begin());
}

/// Small is better.
auto rank(const Occurrence& one, std::size_t head) {
    const std::size_t length = one.end - one.first;
    if (one.end == head) return std::tuple(0, std::size_t{0}, one.by_other_word, ~length, one.index);
    if (one.end < head) return std::tuple(1, ~one.end, one.by_other_word, ~length, one.index);
    return std::tuple(2, one.first, one.by_other_word, ~length, one.index);
}

}  // namespace

Words words_of(std::string_view phrase) {
    Words words;
    std::string word;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(phrase.data());
    auto left = static_cast<utf8proc_ssize_t>(phrase.size());
    while (left > 0) {
        utf8proc_int32_t c = 0;
        const auto used = utf8proc_iterate(bytes, left, &c);
        if (used > 0 && is_word_character(c)) {
            std::array<utf8proc_uint8_t, 4> out;
            const auto length = utf8proc_encode_char(utf8proc_tolower(c), out.data());
            word.append(reinterpret_cast<const char*>(out.data()), static_cast<std::size_t>(length));
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
        const auto step = std::max<utf8proc_ssize_t>(used, 1);  // a byte that is not UTF-8 parts words
        bytes += step;
        left -= step;
    }
    if (!word.empty()) words.push_back(word);
    return words;
}

std::string normalized_phrase(std::string_view phrase) {
    return join(words_of(phrase), " ");
}

bool same_but_for_plural(std::string_view a, std::string_view b) {
    if (a == b) return true;
    const auto of_a = singulars(a), of_b = singulars(b);
    return std::ranges::any_of(of_a, [&](const std::string& form) { return of_b.contains(form); });
}

std::optional<std::size_t> class_of_phrase(std::string_view phrase,
                                           std::span<const std::string> class_names) {
    const Words words = words_of(phrase);
    std::vector<Occurrence> found;
    for (std::size_t i = 0; i < class_names.size(); ++i) {
        find_words(words, words_of(class_names[i]), i, false, found);
        const auto known = words_of_classes().find(normalized_phrase(class_names[i]));
        if (known == words_of_classes().end()) continue;
        for (const auto& word : known->second) find_words(words, {word}, i, true, found);
    }
    if (found.empty()) return std::nullopt;
    const std::size_t head = head_length(words);
    return std::ranges::min(found, {}, [&](const Occurrence& one) { return rank(one, head); }).index;
}

}  // namespace gbs
