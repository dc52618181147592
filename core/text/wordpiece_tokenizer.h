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

/// The settings of tokenizer_config.json that change the words.
struct WordPieceOptions {
    /// Unset: unless a piece of the vocabulary, other than special ones such as [CLS], has a capital letter.
    std::optional<bool> lower_case = true;
    std::optional<bool> strip_accents;  ///< unset: same as lower_case
    bool split_ideographs = true;
};

/// BERT's WordPiece: text cleaning, lower case and accent stripping (uncased models), CJK splitting,
/// punctuation splitting, greedy pieces. Ids equal those of transformers' BertTokenizer. Invalid UTF-8 is
/// read as U+FFFD.
class WordPieceTokenizer {
 public:
    /// `vocabulary`: vocab.txt, one piece per line. Throws Error if it or a special token is missing.
    explicit WordPieceTokenizer(const std::filesystem::path& vocabulary, WordPieceOptions options = {});
    /// The ids of a phrase (UTF-8), at most `max_tokens` (>= 2) including [CLS] and [SEP]; longer phrases
    /// are truncated.
    std::vector<std::int64_t> encode(std::string_view text, std::size_t max_tokens) const;
    std::int64_t padding_id() const { return padding_; }
    std::int64_t unknown_id() const { return unknown_; }  ///< [UNK]: a word with a character in no piece
    std::int64_t vocabulary_size() const { return vocabulary_size_; }  ///< all ids are below it

 private:
    bool is_cased() const;

    std::unordered_map<std::string, std::int64_t> pieces_;
    WordPieceOptions options_;
    std::int64_t vocabulary_size_ = 0;
    std::int64_t unknown_ = 0, padding_ = 0, class_ = 0, separator_ = 0;
};

}  // namespace gbs
