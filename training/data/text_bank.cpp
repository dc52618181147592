// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/text_bank.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/fnv_hash.h"

namespace gbs::training {
namespace {

constexpr std::size_t encode_batch = 64;
constexpr std::size_t file_texts =
    256 * encode_batch;  ///< an interrupted encoding continues with the next file

/// "words": [all words, D] in half precision; "counts": [texts], words of each text.
DiskCache::Tensors encode_all(TextEncoder& encoder, std::span<const std::string> texts,
                              const std::function<void(std::size_t)>& progress) {
    const torch::NoGradGuard no_grad;
    std::vector<torch::Tensor> parts{torch::zeros({0, encoder.width()}, torch::kHalf)};
    std::vector<std::int64_t> counts;
    for (std::size_t first = 0; first < texts.size(); first += encode_batch) {
        const std::size_t count = std::min(encode_batch, texts.size() - first);
        const WordEmbeddings batch = encoder.encode(texts.subspan(first, count));
        const torch::Tensor words = batch.words.to(torch::kCPU), mask = batch.mask.to(torch::kCPU);
        for (std::size_t i = 0; i < count; ++i) {
            const auto row = static_cast<std::int64_t>(i);
            counts.push_back(mask[row].sum().item<std::int64_t>());
            parts.push_back(words[row].narrow(0, 0, counts.back()).to(torch::kHalf));
        }
        progress(first + count);
    }
    return {{"words", torch::cat(parts)}, {"counts", torch::tensor(counts, torch::kLong)}};
}

/// Distinguishes language models of one name whose weights differ.
std::string identity(TextEncoder& encoder, const std::string& text) {
    const torch::Tensor words = encoder.encode(std::span(&text, 1)).words.to(torch::kCPU, torch::kHalf);
    return encoder.name() + " " + fingerprint({{"words", words}});
}

}  // namespace

TextBank::TextBank(TextEncoder& encoder, std::vector<std::string> texts, const DiskCache& cache,
                   const std::function<void(std::size_t, std::size_t)>& progress) {
    // By length, to keep padding small.
    std::sort(texts.begin(), texts.end(), [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    width_ = encoder.width();
    const std::string model = texts.empty() ? encoder.name() : identity(encoder, texts.front());
    for (std::size_t first = 0; first < texts.size(); first += file_texts) {
        const auto part = std::span<const std::string>(texts).subspan(first).first(
            std::min(file_texts, texts.size() - first));
        std::string key = model;
        for (const std::string& text : part) key += "\n" + text;
        const auto tensors = cache.get("texts", encoder.name() + " " + hash_text(key), [&] {
            return encode_all(encoder, part, [&](std::size_t done) {
                if (progress) progress(first + done, texts.size());
            });
        });
        add(part, tensors);
    }
}

/// Adds the texts of a file.
void TextBank::add(std::span<const std::string> texts, const DiskCache::Tensors& tensors) {
    const auto file = static_cast<std::uint32_t>(words_.size());
    words_.push_back(tensors.at("words"));
    const auto counts = tensors.at("counts").accessor<std::int64_t, 1>();
    std::int64_t next = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::int64_t count = counts[static_cast<std::int64_t>(i)];
        if (!rows_.try_emplace(fnv_hash(texts[i]), Rows{file, static_cast<std::uint32_t>(count), next})
                 .second)
            throw Error("the text \"" + texts[i] +
                        "\" has the same hash as another one: change one of them by a letter");
        next += count;
    }
}

WordEmbeddings TextBank::known(std::span<const std::string> texts) const {
    std::vector<Rows> rows;
    std::int64_t longest = 1;
    for (const std::string& text : texts) {
        const auto found = rows_.find(fnv_hash(text));
        if (found == rows_.end())
            throw Error("the text \"" + text + "\" was not encoded before the training");
        rows.push_back(found->second);
        longest = std::max<std::int64_t>(longest, found->second.count);
    }
    const auto batch = static_cast<std::int64_t>(texts.size());
    WordEmbeddings result{torch::zeros({batch, longest, width_}), torch::zeros({batch, longest})};
    for (std::int64_t i = 0; i < batch; ++i) {
        const auto [file, count, first] = rows[static_cast<std::size_t>(i)];
        result.words[i].narrow(0, 0, count).copy_(words_[file].narrow(0, first, count));
        result.mask[i].narrow(0, 0, count).fill_(1);
    }
    return result;
}

namespace {

/// Drops some of the first `count` words, keeping at least one.
void drop_words(float* mask, std::int64_t count, double dropout, Random random) {
    bool any = false;
    for (std::int64_t word = 0; word < count; ++word) {
        mask[word] = random.chance(dropout) ? 0.0F : 1.0F;
        any = any || mask[word] > 0;
    }
    if (!any && count > 0) mask[random.integer(static_cast<std::uint64_t>(count))] = 1.0F;
}

}  // namespace

WordEmbeddings TextBank::lookup(std::span<const std::string> texts, double dropout, const Random& random,
                                std::size_t first_row) const {
    const torch::NoGradGuard no_grad;
    WordEmbeddings result = encoder_ ? encoder_->encode(texts) : known(texts);
    result = {result.words.to(torch::kCPU), result.mask.to(torch::kCPU).contiguous()};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const torch::Tensor row = result.mask[static_cast<std::int64_t>(i)];
        drop_words(row.mutable_data_ptr<float>(), row.sum().item<std::int64_t>(), dropout,
                   random.fork(first_row + i));
    }
    return result;
}

}  // namespace gbs::training
