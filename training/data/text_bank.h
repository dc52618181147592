// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
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

/// Word embeddings of all texts of a training set, computed once by the frozen language model and stored in
/// half precision. Texts are encoded in order of length in batches of a fixed size, so that the same data
/// gives the same bits in every run. With a disk cache they are mapped from its files, each of some thousand texts: those
/// of MS-COCO by BERT are larger than most memories. The texts of a stream are
/// not known in advance; they are encoded on request.
class TextBank {
 public:
    /// A bank that encodes on request. `encoder` must outlive it.
    explicit TextBank(TextEncoder& encoder) : encoder_(&encoder) {}
    /// `progress(done, total)` is called after each batch; an exception from it ends the work.
    TextBank(TextEncoder& encoder, std::vector<std::string> texts, const DiskCache& cache = DiskCache(),
             const std::function<void(std::size_t, std::size_t)>& progress = {});

    /// [B, T, D] float32 and mask [B, T] on the CPU. Drops each word with probability `dropout`, after the
    /// language model (docs/method.md, section 4), but keeps at least one of each text. Text i draws from
    /// random.fork(first_row + i). Throws Error for a text that was not encoded in advance.
    WordEmbeddings lookup(std::span<const std::string> texts, double dropout, const Random& random,
                          std::size_t first_row = 0) const;

 private:
    struct Rows {
        std::uint32_t file = 0, count = 0;
        std::int64_t first = 0;
    };
    void add(std::span<const std::string> texts, const DiskCache::Tensors& tensors);
    WordEmbeddings known(std::span<const std::string> texts) const;

    TextEncoder* encoder_ = nullptr;                // null if the texts are known
    std::int64_t width_ = 0;                        // D
    std::vector<torch::Tensor> words_;              // of each file, [words, D], half
    std::unordered_map<std::uint64_t, Rows> rows_;  // by the hash of a text
};

}  // namespace gbs::training
