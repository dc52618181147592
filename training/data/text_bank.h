// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/random.h"
#include "core/tensor/torch.h"
#include "core/text/text_encoder.h"
#include "training/data/disk_cache.h"

namespace gbs::training {

/// The word embeddings of every text of a training set, computed once by the frozen language model and kept
/// in half precision. Texts are encoded sorted by length in batches of a fixed size, so that the same data
/// gives the same bits in every run, resumed or not. Where the texts come from a stream, none is known before
/// it is asked for: each is encoded then.
class TextBank {
 public:
    /// An empty bank that encodes what it is asked for. `encoder` must outlive it.
    explicit TextBank(TextEncoder& encoder) : encoder_(&encoder) {}
    /// `progress(done, total)` is called after each batch; throwing from it ends the work.
    TextBank(TextEncoder& encoder, std::vector<std::string> texts, const DiskCache& cache = DiskCache(),
             const std::function<void(std::size_t, std::size_t)>& progress = {});

    bool contains(const std::string& text) const { return rows_.count(text) > 0; }
    std::size_t size() const { return rows_.size(); }
    /// [B, T, D] float32 and mask [B, T] on the CPU; each word is dropped with probability `dropout` (after
    /// the language model, method.md row 11), at least one of each text stays. Text i draws from
    /// random.fork(first_row + i). Throws Error for a text that is not in a bank of known texts.
    WordEmbeddings lookup(std::span<const std::string> texts, double dropout, const Random& random,
                          std::size_t first_row = 0) const;

 private:
    struct Rows {
        std::int64_t first = 0, count = 0;
    };
    WordEmbeddings known(std::span<const std::string> texts) const;

    TextEncoder* encoder_ = nullptr;  // where texts are not known beforehand
    torch::Tensor words_;             // [all words, D], half
    std::unordered_map<std::string, Rows> rows_;
};

}  // namespace gbs::training
