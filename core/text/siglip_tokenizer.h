// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "core/text/sentence_piece.h"

namespace gbs {

/// The tokenizer of SigLIP: lower case, no ASCII punctuation, single blanks, then SentencePiece. Ids equal those of
/// transformers' SiglipTokenizer; "</s>" in a phrase is plain text.
class SiglipTokenizer {
 public:
    /// `folder` has spiece.model. Throws Error.
    explicit SiglipTokenizer(const std::filesystem::path& folder);
    /// The ids of a phrase (UTF-8), at most `max_tokens` (>= 1) including the end; longer phrases are truncated.
    std::vector<std::int64_t> encode(std::string_view text, std::size_t max_tokens) const;
    std::int64_t vocabulary_size() const { return pieces_.size(); }
    std::int64_t end() const { return pieces_.end(); }

 private:
    SentencePiece pieces_;
    std::ptrdiff_t start_ = 0;  ///< pieces of what is put before each text
};

}  // namespace gbs
