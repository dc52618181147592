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

/// A photo with phrases that are there, about as many that are not, and now and then a made-up one.
struct LabeledPhoto {
    std::filesystem::path path;
    std::vector<LabeledPhrase> phrases;
};

/// At most `limit` photos (0: all), drawn with the seed: each noun phrase of a photo's captions (at most ten a photo)
/// once with this photo and once with another in none of whose captions its words occur (core/data/photo_words.h), so
/// that the text alone does not tell which is which. Throws Error if there is no such pair.
std::vector<LabeledPhoto> label_photos(const CaptionedImages& captions, std::size_t limit,
                                       std::uint64_t seed);

}  // namespace gbs::training
