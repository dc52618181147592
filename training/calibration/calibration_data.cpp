// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/calibration/calibration_data.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/data/photo_words.h"
#include "training/data/phrases.h"

namespace gbs::training {
namespace {

/// The noun phrases of all captions of a photo, each once, at most `most` of them.
std::vector<std::string> own_phrases(const CaptionedImage& image, std::size_t most, Random& random) {
    std::set<std::string> different;
    for (const std::string& caption : image.captions)
        for (std::string& phrase : noun_phrases(caption)) different.insert(std::move(phrase));
    std::vector<std::string> phrases(different.begin(), different.end());
    random.shuffle(phrases);
    if (phrases.size() > most) phrases.resize(most);
    return phrases;
}

/// One or two words of random letters.
std::string make_up(Random& random) {
    std::string phrase;
    const auto words = random.integer(std::int64_t{1}, std::int64_t{2});
    for (std::int64_t word = 0; word < words; ++word) {
        if (word > 0) phrase += ' ';
        const auto letters = random.integer(std::int64_t{4}, std::int64_t{8});
        for (std::int64_t i = 0; i < letters; ++i) phrase += static_cast<char>('a' + random.integer(26));
    }
    return phrase;
}

bool has(const LabeledPhoto& photo, const std::string& phrase) {
    return std::ranges::find(photo.phrases, phrase, &LabeledPhrase::phrase) != photo.phrases.end();
}

}  // namespace

std::vector<LabeledPhoto> label_photos(const CaptionedImages& captions, std::size_t limit, std::uint64_t seed,
                                       const LabelCounts& counts) {
    Random random(seed);
    std::vector<const CaptionedImage*> chosen;
    for (const CaptionedImage& image : captions.images) chosen.push_back(&image);
    random.shuffle(chosen);
    if (limit > 0 && chosen.size() > limit) chosen.resize(limit);

    PhotoWords words;
    std::vector<LabeledPhoto> photos;
    for (const CaptionedImage* image : chosen) {
        words.add(image->captions);
        photos.push_back({image->path, {}});
    }
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        for (const std::string& phrase : own_phrases(*chosen[i], counts.phrases, random)) {
            for (int absence = 0; absence < counts.absences; ++absence) {
                const auto without = words.draw_without(phrase, random);
                if (!without || has(photos[*without], phrase)) continue;
                if (!has(photos[i], phrase)) photos[i].phrases.push_back({phrase, true, false});
                photos[*without].phrases.push_back({phrase, false, false});
                ++pairs;
            }
        }
        for (int absence = 0; absence < counts.absences; ++absence)
            photos[i].phrases.push_back({make_up(random), false, true});
    }
    if (pairs == 0)
        throw Error("the captions of " + std::to_string(chosen.size()) +
                    " photos have no phrase that another photo lacks: give captions of different photos");
    return photos;
}

}  // namespace gbs::training
