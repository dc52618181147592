// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/wordpiece_tokenizer.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/utf8.h"
#include "core/text/bert_characters.h"
#include "core/text/characters.h"

namespace gbs {
namespace {

constexpr std::size_t max_vocabulary_bytes = std::size_t{64} << 20;
constexpr std::size_t max_word_characters = 100;  ///< longer words are unknown, as in the reference

/// Ideographs are written without spaces, so each becomes a word. The blocks, with their gaps, are those of
/// the reference.
bool is_ideograph(char32_t character) {
    constexpr std::array<std::pair<char32_t, char32_t>, 7> blocks{{{0x3400, 0x4DBF},
                                                                   {0x4E00, 0x9FFF},
                                                                   {0xF900, 0xFAFF},
                                                                   {0x20000, 0x2A6DF},
                                                                   {0x2A700, 0x2B81F},
                                                                   {0x2B920, 0x2CEAF},
                                                                   {0x2F800, 0x2FA1F}}};
    for (const auto& [first, last] : blocks)
        if (character >= first && character <= last) return true;
    return false;
}

/// Removes control characters, normalizes spaces, and optionally separates ideographs.
std::string cleaned(std::string_view text, bool split_ideographs) {
    std::string clean;
    clean.reserve(text.size());
    for_each_character(text, [&](char32_t character) {
        if (is_bert_control(character)) return;
        if (is_space(character)) {
            clean += ' ';
        } else if (split_ideographs && is_ideograph(character)) {
            clean += ' ';
            append_utf8(clean, character);
            clean += ' ';
        } else {
            append_utf8(clean, character);
        }
    });
    return clean;
}

std::string without_accents(const std::string& text) {
    std::string plain;
    plain.reserve(text.size());
    // NFD separates accents.
    const std::string decomposed =
        normalize_unicode(text, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE));
    for_each_character(decomposed, [&](char32_t character) {
        if (!is_bert_mark(character)) append_utf8(plain, character);
    });
    return plain;
}

std::string normalized(std::string_view text, const WordPieceOptions& options) {
    std::string words = cleaned(text, options.split_ideographs);
    const bool lower = options.lower_case.value();
    if (options.strip_accents.value_or(lower)) words = without_accents(words);
    return lower ? in_lower_case(words) : words;
}

/// Splits at spaces; each punctuation character becomes a word.
std::vector<std::string> basic_words(const std::string& text) {
    std::vector<std::string> words;
    bool open = false;
    for_each_character(text, [&](char32_t character) {
        if (is_space(character)) {
            open = false;
            return;
        }
        const bool alone = is_bert_punctuation(character);
        if (alone || !open) words.emplace_back();
        append_utf8(words.back(), character);
        open = !alone;
    });
    return words;
}

std::size_t count_characters(const std::string& word) {
    std::size_t count = 0;
    for (const char byte : word) count += (byte & 0xC0) != 0x80;
    return count;
}

/// Greedy longest-match pieces. A word with a part not covered by any piece is unknown.
std::vector<std::int64_t> split_into_pieces(const std::string& word,
                                            const std::unordered_map<std::string, std::int64_t>& pieces,
                                            std::int64_t unknown) {
    if (count_characters(word) > max_word_characters) return {unknown};
    std::vector<std::int64_t> ids;
    std::size_t begin = 0;
    while (begin < word.size()) {
        const std::string prefix = begin > 0 ? "##" : "";
        std::size_t end = word.size();
        auto found = pieces.find(prefix + word.substr(begin));
        while (found == pieces.end() && end > begin + 1) {
            --end;
            if ((word[end] & 0xC0) != 0x80) found = pieces.find(prefix + word.substr(begin, end - begin));
        }
        if (found == pieces.end()) return {unknown};
        ids.push_back(found->second);
        begin = end;
    }
    return ids;
}

}  // namespace

WordPieceTokenizer::WordPieceTokenizer(const std::filesystem::path& vocabulary, WordPieceOptions options)
    : options_(options) {
    const std::string text = read_text(vocabulary, max_vocabulary_bytes);
    pieces_.reserve(text.size() / 6);  // more than the usual vocabulary has
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string piece = text.substr(begin, end - begin);
        if (piece.ends_with('\r')) piece.pop_back();
        pieces_[std::move(piece)] =
            vocabulary_size_++;  // of equal lines the last one counts, as in the reference
        begin = end + 1;
    }
    const auto special = [&](const char* piece) {
        const auto found = pieces_.find(piece);
        if (found == pieces_.end())
            throw Error(vocabulary.string() + " has no line " + piece + "; it is not a WordPiece vocabulary");
        return found->second;
    };
    unknown_ = special("[UNK]");
    padding_ = special("[PAD]");
    class_ = special("[CLS]");
    separator_ = special("[SEP]");
    if (!options_.lower_case) options_.lower_case = !is_cased();
}

bool WordPieceTokenizer::is_cased() const {
    return std::ranges::any_of(pieces_, [](const auto& piece) {
        return !piece.first.starts_with('[') &&
               std::ranges::any_of(piece.first, [](char c) { return c >= 'A' && c <= 'Z'; });
    });
}

std::vector<std::int64_t> WordPieceTokenizer::encode(std::string_view text, std::size_t max_tokens) const {
    if (max_tokens < 2) throw std::logic_error("the two special tokens need room");
    std::vector<std::int64_t> ids{class_};
    for (const std::string& word : basic_words(normalized(text, options_))) {
        const auto pieces = split_into_pieces(word, pieces_, unknown_);
        ids.insert(ids.end(), pieces.begin(), pieces.end());
        if (ids.size() >= max_tokens) break;
    }
    if (ids.size() >= max_tokens) ids.resize(max_tokens - 1);
    ids.push_back(separator_);
    return ids;
}

}  // namespace gbs
