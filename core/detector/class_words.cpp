// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detector/class_words.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/base/singulars.h"
#include "core/base/words.h"

namespace gbs {
namespace {

using Words = std::vector<std::string>;

/// Whether the word ends the head of a phrase.
bool ends_head(const std::string& word) {
    static const std::set<std::string> all{
        "of",    "in",     "on",     "at",      "with",    "without", "by",      "near",     "under",
        "over",  "behind", "beside", "next",    "between", "from",    "to",      "into",     "onto",
        "for",   "above",  "below",  "around",  "through", "across",  "against", "along",    "that",
        "which", "who",    "whose",  "while",   "wearing", "holding", "sitting", "standing", "riding",
        "and",   "or",     "inside", "outside", "off",     "up",      "down",    "is",       "are"};
    return all.contains(word);
}

/// Common class names of detectors (COCO, Pascal VOC) and words that stand for them.
const std::map<std::string, Words>& class_synonyms() {
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
    bool by_other_word;             ///< by a synonym instead of the class name
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
    // A phrase that begins with such a word ("next to the car") is the head in full.
    return end == phrase.begin() ? phrase.size() : static_cast<std::size_t>(end - phrase.begin());
}

/// Lower is better.
auto rank(const Occurrence& one, std::size_t head) {
    const std::size_t length = one.end - one.first;
    if (one.end == head) return std::tuple(0, std::size_t{0}, one.by_other_word, ~length, one.index);
    if (one.end < head) return std::tuple(1, ~one.end, one.by_other_word, ~length, one.index);
    return std::tuple(2, one.first, one.by_other_word, ~length, one.index);
}

}  // namespace

std::optional<std::size_t> find_class(std::string_view phrase, std::span<const std::string> class_names) {
    const Words words = split_words(phrase);
    std::vector<Occurrence> found;
    for (std::size_t i = 0; i < class_names.size(); ++i) {
        find_words(words, split_words(class_names[i]), i, false, found);
        const auto known = class_synonyms().find(normalize_phrase(class_names[i]));
        if (known == class_synonyms().end()) continue;
        for (const auto& word : known->second) find_words(words, {word}, i, true, found);
    }
    if (found.empty()) return std::nullopt;
    const std::size_t head = head_length(words);
    return std::ranges::min(found, {}, [&](const Occurrence& one) { return rank(one, head); }).index;
}

}  // namespace gbs
