// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/tensor/torch.h"
#include "core/text/word_shape.h"

namespace gbs {

/// Words of a batch of phrases in the space of the language model.
struct WordEmbeddings {
    torch::Tensor words;  ///< [B, T, D] float32, no begin and end of the sentence; 0 where mask is
    torch::Tensor mask;   ///< [B, T] float32, 1 where there is a word
};

/// N(T) of section 3.1: a frozen language model.
class TextEncoder {
 public:
    virtual ~TextEncoder() = default;
    virtual std::string name() const = 0;
    virtual WordShape shape() const = 0;
    int width() const { return shape().total(); }  ///< D
    /// Whether the phrase has any word: it is neither empty nor only signs that the model does not know.
    virtual bool reads(const std::string& phrase) const = 0;
    /// Throws Error for a phrase that it does not read.
    virtual WordEmbeddings encode(std::span<const std::string> phrases) = 0;
    virtual void to(torch::Device device) = 0;
};

/// BERT's architecture of any size: the last layer, word pieces. `folder` holds config.json, vocab.txt,
/// model.safetensors (or its shards with an index), and tokenizer_config.json where it is not to be guessed
/// whether capitals count, in Hugging Face's layout; sizes come from config.json and are checked against the
/// tensors. Throws Error.
std::unique_ptr<TextEncoder> load_bert(const std::filesystem::path& folder);

/// AllenNLP's ELMo of any size: words with all layers (characters, then each LSTM's), which the model mixes.
/// `folder` holds options.json and model.safetensors, converted from the .hdf5 file. Every phrase starts from
/// a zero state (AllenNLP keeps the last batch's). Throws Error.
std::unique_ptr<TextEncoder> load_elmo(const std::filesystem::path& folder);

/// The text encoder named in a model's options, like "minilm-l6-v2", from the weights folder. Throws Error,
/// see language_model_folder.
std::unique_ptr<TextEncoder> load_text_encoder(const std::string& name);

}  // namespace gbs
