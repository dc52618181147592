// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/sentence_piece.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/utf8.h"
#include "core/text/wire_format.h"

namespace gbs {
namespace {

constexpr std::size_t max_model_bytes = std::size_t{64} << 20;
constexpr std::string_view blank = "\xE2\x96\x81";             // U+2581
constexpr std::string_view replacement_sign = "\xEF\xBF\xBD";  // U+FFFD
/// What a character without a piece costs more than the least likely piece.
constexpr float unknown_penalty = 10;

// Numbers of fields and values in sentencepiece_model.proto.
enum ModelField : std::uint64_t { pieces_field = 1, trainer_field = 2, normalizer_field = 3 };
enum PieceField : std::uint64_t { text_field = 1, score_field = 2, kind_field = 3 };
enum TrainerField : std::uint64_t { model_kind_field = 3, suffix_field = 24, byte_fallback_field = 35 };
enum NormalizerField : std::uint64_t { table_field = 2, prefix_field = 3, trim_field = 4, escape_field = 5 };
enum PieceKind : std::uint64_t { normal = 1, unknown = 2, control = 3, user = 4, unused = 5 };
constexpr std::uint64_t unigram = 1;

/// A unit of Darts-clone's double array.
struct Unit {
    std::uint32_t bits;
    bool has_value() const { return (bits >> 8 & 1) == 1; }
    std::uint32_t value() const { return bits & 0x7FFFFFFF; }
    std::uint32_t label() const { return bits & 0x800000FF; }
    std::uint32_t offset() const { return bits >> 10 << ((bits & 1U << 9) >> 6); }
};

/// The length of the character that `text` starts with, or 0 if it is invalid.
std::size_t character_length(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return text.size() >= length && is_utf8(text.substr(0, length)) ? length : 0;
}

void check_trainer(std::string_view settings) {
    WireReader reader(settings);
    while (const auto field = reader.next()) {
        if (field->number == model_kind_field && field->value != unigram)
            throw Error("its kind is not \"unigram\", the only one that is supported");
        if (field->number == byte_fallback_field && field->value != 0)
            throw Error("it falls back to bytes, which is not supported");
        if (field->number == suffix_field && field->value != 0)
            throw Error("it keeps blanks at the end of words, which is not supported");
    }
}

}  // namespace

SentencePiece::SentencePiece(const std::filesystem::path& file) {
    const std::string model = read_text(file, max_model_bytes);
    try {
        read(model);
    } catch (const Error& error) {
        throw Error(file.string() + " is not a model of SentencePiece that can be read: " + error.what());
    }
}

void SentencePiece::read(std::string_view model) {
    WireReader reader(model);
    least_ = std::numeric_limits<float>::max();
    while (const auto field = reader.next()) {
        if (field->number == pieces_field) read_piece(field->bytes);
        if (field->number == trainer_field) check_trainer(field->bytes);
        if (field->number == normalizer_field) read_normalizer(field->bytes);
    }
    if (unknown_ < 0) throw Error("it has no piece for unknown characters");
    if (end_ < 0) throw Error("it has no piece \"</s>\"");
    if (longest_ == 0) throw Error("it has no pieces");
}

void SentencePiece::read_piece(std::string_view piece) {
    std::string text;
    float score = 0;
    std::uint64_t kind = normal;
    WireReader reader(piece);
    while (const auto field = reader.next()) {
        if (field->number == text_field) text = field->bytes;
        if (field->number == score_field) score = field->real();
        if (field->number == kind_field) kind = field->value;
    }
    const auto id = static_cast<std::int64_t>(scores_.size());
    if (text.empty() || !std::isfinite(score))
        throw Error("piece " + std::to_string(id) + " is empty or has no score");
    if (kind == unknown) unknown_ = id;
    if (text == "</s>") end_ = id;
    if (kind == normal) least_ = std::min(least_, score);
    if (kind == user) throw Error("it has pieces of a user, which are not supported");
    if (kind == normal) {
        longest_ = std::max(longest_, text.size());
        if (!pieces_.emplace(std::move(text), id).second) throw Error("a piece occurs twice");
    }
    scores_.push_back(score);
}

void SentencePiece::read_normalizer(std::string_view settings) {
    WireReader reader(settings);
    while (const auto field = reader.next()) {
        if (field->number == table_field) read_table(field->bytes);
        if (field->number == prefix_field) prefix_ = field->value != 0;
        if (field->number == trim_field) trim_ = field->value != 0;
        if (field->number == escape_field && field->value == 0)
            throw Error("it does not escape blanks, which is not supported");
    }
}

void SentencePiece::read_table(std::string_view table) {
    if (table.empty()) return;
    std::uint32_t bytes = 0;
    if (table.size() < sizeof(bytes)) throw Error("its table of characters is cut off");
    std::memcpy(&bytes, table.data(), sizeof(bytes));
    table.remove_prefix(sizeof(bytes));
    if (bytes == 0 || bytes > table.size() || bytes % sizeof(std::uint32_t) != 0)
        throw Error("its table of characters is damaged");
    trie_.resize(bytes / sizeof(std::uint32_t));
    std::memcpy(trie_.data(), table.data(), bytes);
    replacements_ = table.substr(bytes);
}

SentencePiece::Replacement SentencePiece::replacement(std::string_view text) const {
    std::size_t length = 0, value = 0;
    const auto unit_at = [this](std::size_t at) { return at < trie_.size() ? Unit{trie_[at]} : Unit{0}; };
    std::size_t place = trie_.empty() ? 0 : unit_at(0).offset();
    for (std::size_t i = 0; i < text.size() && !trie_.empty(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        place ^= byte;
        const Unit unit = unit_at(place);
        // Label 0 is that of an empty unit.
        if (byte == 0 || unit.label() != byte) break;
        place ^= unit.offset();
        if (!unit.has_value()) continue;
        length = i + 1;
        value = unit_at(place).value();
    }
    if (length > 0) {
        if (value >= replacements_.size()) return {replacement_sign, length};
        const std::string_view rest = std::string_view(replacements_).substr(value);
        return {rest.substr(0, rest.find('\0')), length};
    }
    const std::size_t character = character_length(text);
    return character > 0 ? Replacement{text.substr(0, character), character}
                         : Replacement{replacement_sign, 1};
}

std::string SentencePiece::normalize(std::string_view text) const {
    std::string normalized;
    bool after_blank = trim_, started = false;
    while (!text.empty()) {
        auto [part, length] = replacement(text);
        text.remove_prefix(length);
        if (trim_ && !started && part == " ") continue;
        if (!started && prefix_) normalized += blank;
        started = true;
        while (after_blank && part.starts_with(' ')) part.remove_prefix(1);
        if (!part.empty()) {
            for (const char c : part) c == ' ' ? normalized += blank : normalized += c;
            after_blank = part.ends_with(' ');
        }
        if (!trim_) after_blank = false;
    }
    while (trim_ && normalized.ends_with(blank)) normalized.resize(normalized.size() - blank.size());
    return normalized;
}

std::vector<std::int64_t> SentencePiece::encode(std::string_view text) const {
    struct Best {
        float score = 0;                        // of the pieces up to here
        std::size_t begin = std::string::npos;  // of the last one
        std::int64_t id = -1;
    };
    const std::string normalized = normalize(text);
    std::vector<Best> best(normalized.size() + 1);
    const auto offer = [&](std::size_t begin, std::size_t length, std::int64_t id, float score) {
        Best& old = best[begin + length];
        const float sum = score + best[begin].score;
        if (old.id < 0 || sum > old.score) old = {sum, begin, id};
    };
    for (std::size_t begin = 0; begin < normalized.size();) {
        const std::string_view rest = std::string_view(normalized).substr(begin);
        const std::size_t first = std::max<std::size_t>(character_length(rest), 1);
        bool alone = false;
        for (std::size_t length = first; length <= std::min(rest.size(), longest_);
             length +=
             length < rest.size() ? std::max<std::size_t>(character_length(rest.substr(length)), 1) : 1) {
            const auto found = pieces_.find(std::string(rest.substr(0, length)));
            if (found == pieces_.end()) continue;
            offer(begin, length, found->second, scores_[static_cast<std::size_t>(found->second)]);
            alone = alone || length == first;
        }
        if (!alone) offer(begin, first, unknown_, least_ - unknown_penalty);
        begin += first;
    }
    std::vector<std::int64_t> ids;
    for (std::size_t end = normalized.size(); end > 0; end = best[end].begin)
        if (best[end].id != unknown_ || ids.empty() || ids.back() != unknown_) ids.push_back(best[end].id);
    std::ranges::reverse(ids);
    return ids;
}

}  // namespace gbs
