// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/clip_tokenizer.h"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <queue>
#include <stdexcept>
#include <tuple>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/base/utf8.h"
#include "core/text/characters.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

constexpr std::size_t max_file_bytes = std::size_t{64} << 20;
constexpr const char* end_of_word = "</w>";
/// A character that stands for a byte: itself if it is visible in Latin-1, else one from U+0100 on, as in GPT-2.
std::array<std::string, 256> byte_signs() {
    std::array<std::string, 256> signs;
    std::uint32_t other = 0x100;
    for (std::uint32_t byte = 0; byte < signs.size(); ++byte) {
        const bool visible = (byte > ' ' && byte < 0x7F) || (byte > 0xA0 && byte != 0xAD);
        append_utf8(signs[byte], visible ? byte : other++);
    }
    return signs;
}

enum class Kind { space, letter, number, other };

Kind kind_of(char32_t character) {
    if (is_space(character) || character == 0xB || character == 0xC || character == 0x85) return Kind::space;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(character))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
            return Kind::letter;
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
            return Kind::number;
        default:
            return Kind::other;
    }
}

/// The ending of a contraction that `text` starts with, such as 's, or nothing.
std::string_view contraction(std::string_view text) {
    for (const std::string_view ending : {"'s", "'t", "'re", "'ve", "'m", "'ll", "'d"})
        if (text.starts_with(ending)) return ending;
    return {};
}

/// Letters together, each number by itself, other signs together.
std::vector<std::string> split_words(const std::string& text) {
    std::vector<std::string> words;
    Kind last = Kind::space;
    std::size_t place = 0, skipped = 0;  // `skipped`: where an ending of a contraction is over
    for_each_character(text, [&](char32_t character) {
        std::string sign;
        append_utf8(sign, character);
        const std::size_t here = place;
        place += sign.size();
        if (here < skipped) return;
        const Kind kind = kind_of(character);
        const bool goes_on = kind == last && kind != Kind::number;
        // An apostrophe after other signs belongs to them.
        const std::string_view ending =
            kind == Kind::other && !goes_on ? contraction(std::string_view(text).substr(here)) : "";
        last = kind;
        if (!ending.empty()) {
            words.emplace_back(ending);
            skipped = here + ending.size();
            last = Kind::space;
        } else if (kind != Kind::space) {
            if (!goes_on) words.emplace_back();
            words.back() += sign;
        }
    });
    return words;
}

std::uint64_t pair_key(std::int64_t left, std::int64_t right) {
    return static_cast<std::uint64_t>(left) << 32 | static_cast<std::uint64_t>(right);
}

}  // namespace

ClipTokenizer::ClipTokenizer(const fs::path& folder) : signs_(byte_signs()) {
    read_vocabulary(folder / "vocab.json");
    read_merges(folder / "merges.txt");
}

void ClipTokenizer::read_vocabulary(const fs::path& path) {
    const auto json = parse_json(read_text(path, max_file_bytes)).value_or(nullptr);
    if (!json.is_object()) throw Error(path.string() + " is not a JSON object of tokens and their ids");
    for (const auto& [token, id] : json.items()) {
        const std::int64_t value = to_integer(id).value_or(-1);
        if (value < 0 || value > 10'000'000)
            throw Error(path.string() + ": the id of the token \"" + token +
                        "\" is not an integer from 0 to 10000000");
        tokens_[token] = value;
        vocabulary_size_ = std::max(vocabulary_size_, value + 1);
    }
    const auto find = [&](const std::string& token) {
        const auto found = tokens_.find(token);
        if (found == tokens_.end())
            throw Error(path.string() + " has no token \"" + token + "\"; it is not a vocabulary of CLIP");
        return found->second;
    };
    start_ = find("<|startoftext|>");
    end_ = find("<|endoftext|>");
    for (const std::string& sign : signs_) {
        find(sign);
        find(sign + end_of_word);
    }
}

void ClipTokenizer::read_merges(const fs::path& path) {
    const std::string text = read_text(path, max_file_bytes);
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string line = text.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty() || (number == 1 && line.starts_with("#version"))) continue;
        const std::size_t space = std::min(line.find(' '), line.size());
        const auto find = [&](const std::string& token) {
            const auto found = tokens_.find(token);
            if (found == tokens_.end())
                throw Error(path.string() + ", line " + std::to_string(number) +
                            ": not two tokens, separated by a space, that join to one of vocab.json");
            return found->second;
        };
        const std::string left = line.substr(0, space), right = line.substr(std::min(space + 1, line.size()));
        merges_.emplace(pair_key(find(left), find(right)), Merge{merges_.size(), find(left + right)});
    }
}

void ClipTokenizer::split(std::string_view word, std::vector<std::int64_t>& ids) const {
    struct Part {
        std::int64_t id;
        std::size_t before, after;  // neighbors
        bool gone = false;
    };
    struct Candidate {
        Merge merge;
        std::size_t place;  // of its left part
        bool operator>(const Candidate& other) const {
            return std::tie(merge.rank, place) > std::tie(other.merge.rank, other.place);
        }
    };
    std::vector<Part> parts;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const std::string& sign = signs_[static_cast<unsigned char>(word[i])];
        parts.push_back({tokens_.at(i + 1 < word.size() ? sign : sign + end_of_word), i - 1, i + 1});
    }
    const auto merge_at = [&](std::size_t place) -> const Merge* {
        const std::size_t after = place < parts.size() ? parts[place].after : parts.size();
        if (after >= parts.size()) return nullptr;
        const auto found = merges_.find(pair_key(parts[place].id, parts[after].id));
        return found == merges_.end() ? nullptr : &found->second;
    };
    std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> queue;
    const auto add = [&](std::size_t place) {
        if (const Merge* const merge = merge_at(place)) queue.push({*merge, place});
    };
    for (std::size_t i = 0; i < parts.size(); ++i) add(i);
    while (!queue.empty()) {
        const auto [merge, place] = queue.top();
        queue.pop();
        // Its parts may have been joined with others since.
        const Merge* const now = parts[place].gone ? nullptr : merge_at(place);
        if (!now || now->rank != merge.rank) continue;
        Part& joined = parts[place];
        parts[joined.after].gone = true;
        joined.after = parts[joined.after].after;
        joined.id = merge.id;
        if (joined.after < parts.size()) parts[joined.after].before = place;
        add(place);
        add(joined.before);
    }
    for (std::size_t i = 0; i < parts.size(); i = parts[i].after) ids.push_back(parts[i].id);
}

std::vector<std::int64_t> ClipTokenizer::encode(std::string_view text, std::size_t max_tokens) const {
    if (max_tokens < 2) throw std::logic_error("start and end need room");
    constexpr auto nfc = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    std::vector<std::int64_t> ids{start_};
    for (const std::string& word : split_words(in_lower_case(normalize_unicode(valid_utf8(text), nfc)))) {
        split(word, ids);
        if (ids.size() >= max_tokens) break;
    }
    if (ids.size() >= max_tokens) ids.resize(max_tokens - 1);
    ids.push_back(end_);
    return ids;
}

}  // namespace gbs
