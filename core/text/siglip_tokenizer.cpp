// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/siglip_tokenizer.h"

#include <algorithm>
#include <stdexcept>

#include "core/base/utf8.h"
#include "core/text/characters.h"

namespace gbs {
namespace {

/// transformers puts it before each text and takes its pieces away: otherwise SentencePiece would drop a blank_code that begins the
/// text.
constexpr const char* before = "<unk>";
/// Far more than the pieces that a phrase may have; what follows is not looked at.
constexpr std::size_t max_bytes = 16384;
constexpr char32_t blank_code = U'\u2581';

/// The whitespace of Python's regular expressions.
bool is_python_space(char32_t c) {
    return is_space(c) || (c >= 0x9 && c <= 0xD) || (c >= 0x1C && c <= 0x1F) || c == 0x85;
}

bool is_ascii_punctuation(char32_t c) {
    return c > ' ' && c < 0x7F && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') &&
           !(c >= 'a' && c <= 'z');
}

/// As transformers' canonicalize_text, of the text after a blank_code sign.
std::string canonical(std::string_view text) {
    std::string result;
    append_utf8(result, blank_code);
    bool space = false;
    for_each_character(in_lower_case(valid_utf8(text.substr(0, max_bytes))), [&](char32_t c) {
        if (is_ascii_punctuation(c)) return;
        if (is_python_space(c) || c == blank_code) {
            space = true;
            return;
        }
        if (space) result += ' ';
        space = false;
        append_utf8(result, c);
    });
    return result;
}

}  // namespace

SiglipTokenizer::SiglipTokenizer(const std::filesystem::path& folder)
    : pieces_(folder / "spiece.model"), start_(std::ssize(pieces_.encode(before))) {}

std::vector<std::int64_t> SiglipTokenizer::encode(std::string_view text, std::size_t max_tokens) const {
    if (max_tokens < 1) throw std::logic_error("the end needs room");
    std::vector<std::int64_t> ids = pieces_.encode(before + canonical(text));
    ids.erase(ids.begin(), ids.begin() + std::min(start_, std::ssize(ids)));
    ids.resize(std::min(ids.size(), max_tokens - 1));
    ids.push_back(end());
    return ids;
}

}  // namespace gbs
