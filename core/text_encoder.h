#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/tokenizer.h"
#include "core/torch.h"

namespace gbs {

/// Words of a batch of phrases in the space of the language model.
struct WordEmbeddings {
    torch::Tensor words;  ///< [B, T, D] float32, last layer, no [CLS] and [SEP]; 0 where mask is
    torch::Tensor mask;   ///< [B, T] float32, 1 where there is a word
};

/// N(T) of section 3.1: a frozen language model.
class TextEncoder {
 public:
    virtual ~TextEncoder() = default;
    virtual std::string name() const = 0;
    virtual int width() const = 0;  ///< D
    /// Throws Error for a phrase without any word piece (empty, or only signs that the tokenizer drops).
    virtual WordEmbeddings encode(std::span<const std::string> phrases) = 0;
    virtual void to(torch::Device device) = 0;
};

/// BERT's architecture of any size. `folder` holds config.json, vocab.txt and model.safetensors in Hugging
/// Face's layout; sizes come from config.json and are checked against the tensors. Throws Error.
std::unique_ptr<TextEncoder> load_bert(const std::filesystem::path& folder);
/// The text encoder named in a model's options, like "minilm-l6-v2", from the weights folder.
std::unique_ptr<TextEncoder> load_text_encoder(const std::string& name);

}  // namespace gbs
