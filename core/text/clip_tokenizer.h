// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gbs {

/// CLIP's byte pair encoding: NFC, lower case, words of letters, single digits and groups of other signs, whose bytes are
/// joined pair by pair in the order of the merges. Ids equal those of transformers' CLIPTokenizer; "<|endoftext|>" in a
/// phrase is plain text. Invalid UTF-8 is read as U+FFFD.
class ClipTokenizer {
 public:
    /// `folder` has vocab.json (token to id) and merges.txt (a pair per line). Throws Error.
    explicit ClipTokenizer(const std::filesystem::path& folder);
    /// The ids of a phrase (UTF-8), at most `max_tokens` (>= 2) including start and end; longer phrases are truncated.
    std::vector<std::int64_t> encode(std::string_view text, std::size_t max_tokens) const;
    std::int64_t vocabulary_size() const { return vocabulary_size_; }  ///< all ids are below it

 private:
    struct Merge {
        std::size_t rank;  ///< lower ranks join first
        std::int64_t id;   ///< of the joined token
    };

    void read_vocabulary(const std::filesystem::path& path);
    void read_merges(const std::filesystem::path& path);
    /// Appends the ids of a word.
    void split(std::string_view word, std::vector<std::int64_t>& ids) const;

    std::unordered_map<std::string, std::int64_t> tokens_;
    std::unordered_map<std::uint64_t, Merge> merges_;  ///< by the ids of the two tokens
    std::array<std::string, 256> signs_;               ///< the character that stands for a byte in the files
    std::int64_t start_ = 0, end_ = 0, vocabulary_size_ = 0;
};

}  // namespace gbs
