// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/phrase_wording.h"

#include <array>

#include "core/base/error.h"
#include "core/base/words.h"

namespace gbs {
namespace {

constexpr std::array all_wordings{PhraseWording::as_written, PhraseWording::image_of,
                                  PhraseWording::image_of_lower};

}  // namespace

std::string word_phrase(std::string_view phrase, PhraseWording wording) {
    switch (wording) {
        case PhraseWording::as_written:
            break;
        case PhraseWording::image_of:
            return "image of " + std::string(phrase);
        case PhraseWording::image_of_lower:
            return "image of " + to_lower(phrase);
    }
    return std::string(phrase);
}

const char* wording_name(PhraseWording wording) {
    switch (wording) {
        case PhraseWording::as_written:
            break;
        case PhraseWording::image_of:
            return "image of";
        case PhraseWording::image_of_lower:
            return "image of, lower case";
    }
    return "as written";
}

PhraseWording find_wording(std::string_view name) {
    if (name.empty()) return PhraseWording::as_written;
    for (const PhraseWording wording : all_wordings)
        if (name == wording_name(wording)) return wording;
    throw Error("there is no wording \"" + std::string(name) + "\" of phrases");
}

}  // namespace gbs
