// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/data/captioned_image.h"

namespace gbs::training {

/// A phrase to learn the strength from.
struct LabeledPhrase {
    std::string phrase;
    bool present = false;
    bool made_up = false;  ///< letters without meaning, never present
};

/// A photo with phrases that are there, phrases that are not, and made-up ones.
struct LabeledPhoto {
    std::filesystem::path path;
    std::vector<LabeledPhrase> phrases;
};

/// How many phrases photos are asked for.
struct LabelCounts {
    std::size_t phrases = 10;  ///< of a photo's own, at most
    int absences = 1;          ///< photos without it, for each of them; and made-up phrases of a photo
};

/// At most `limit` photos (0: all), drawn with the seed: each noun phrase of a photo's captions once with this photo, and
/// with others in none of whose captions its words occur (core/data/photo_words.h): with one absence, the text alone does
/// not tell which is which. Throws Error if there is no such pair.
std::vector<LabeledPhoto> label_photos(const CaptionedImages& captions, std::size_t limit, std::uint64_t seed,
                                       const LabelCounts& counts = {});

}  // namespace gbs::training
