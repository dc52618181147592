// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gbs {

/// A phrase as ids of a vocabulary, special tokens included.
struct Tokens {
    std::vector<std::int64_t> ids;
};

/// Phrase (UTF-8) to ids.
class Tokenizer {
 public:
    virtual ~Tokenizer() = default;
    /// At most `max_tokens` (>= 2) ids with the special ones; what is too long is cut at the end.
    virtual Tokens encode(std::string_view text, std::size_t max_tokens) const = 0;
    virtual std::int64_t padding_id() const = 0;
};

/// tokenizer_config.json, as far as it changes words. `strip_accents` where nothing is said: as lower_case.
struct WordPieceOptions {
    bool lower_case = true;
    std::optional<bool> strip_accents;
    bool split_ideographs = true;
};

/// BERT's WordPiece: cleaning, lower case and accent stripping (uncased models), CJK splitting, punctuation,
/// greedy pieces. Ids are those of transformers' BertTokenizer. Invalid UTF-8 is read as U+FFFD.
class WordPieceTokenizer final : public Tokenizer {
 public:
    /// `vocabulary`: vocab.txt, one piece a line. Throws Error where it or a special token is missing.
    explicit WordPieceTokenizer(const std::filesystem::path& vocabulary, WordPieceOptions options = {});
    Tokens encode(std::string_view text, std::size_t max_tokens) const override;
    std::int64_t padding_id() const override { return padding_; }
    std::int64_t unknown_id() const { return unknown_; }  ///< [UNK]: a word with a sign that no piece holds
    std::int64_t vocabulary_size() const { return vocabulary_size_; }  ///< every id is below

 private:
    std::unordered_map<std::string, std::int64_t> pieces_;
    WordPieceOptions options_;
    std::int64_t vocabulary_size_ = 0;
    std::int64_t unknown_ = 0, padding_ = 0, class_ = 0, separator_ = 0;
};

}  // namespace gbs
