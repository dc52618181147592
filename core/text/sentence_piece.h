// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gbs {

/// A SentencePiece model of the kind "unigram" (Kudo, ACL 2018), read from its own file (spiece.model): the text is
/// normalized by the file's table and split into the pieces whose scores sum to the most. Ids equal those of the
/// sentencepiece library, whose copy of Protocol Buffers cannot live in one process with LibTorch's.
class SentencePiece {
 public:
    /// Throws Error if the file is damaged or of another kind.
    explicit SentencePiece(const std::filesystem::path& file);

    /// The ids of a text (UTF-8; what is invalid becomes U+FFFD). Characters without a piece become the unknown id, those that
    /// follow each other one.
    std::vector<std::int64_t> encode(std::string_view text) const;
    /// The text as the pieces see it: replaced by the table, without extra blanks, blanks as U+2581.
    std::string normalize(std::string_view text) const;

    std::int64_t size() const { return static_cast<std::int64_t>(scores_.size()); }  ///< all ids are below it
    std::int64_t end() const { return end_; }                                        ///< of "</s>"

 private:
    struct Replacement {
        std::string_view text;
        std::size_t length;  ///< of what it replaces
    };

    void read(std::string_view model);
    void read_piece(std::string_view piece);
    void read_normalizer(std::string_view settings);
    void read_table(std::string_view table);
    /// Of the longest prefix that the table knows, or of one character as it is.
    Replacement replacement(std::string_view text) const;

    std::unordered_map<std::string, std::int64_t> pieces_;
    std::vector<float> scores_;
    std::size_t longest_ = 0;  ///< of the pieces, in bytes
    float least_ = 0;          ///< of the scores
    std::int64_t unknown_ = -1, end_ = -1;
    std::vector<std::uint32_t> trie_;  ///< a double array (Aoe 1989) as Darts-clone packs it
    std::string replacements_;         ///< each ended by 0, at the values of the trie
    bool prefix_ = true, trim_ = true;
};

}  // namespace gbs
