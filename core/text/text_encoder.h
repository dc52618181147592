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

/// Word embeddings of a batch of phrases.
struct WordEmbeddings {
    torch::Tensor words;  ///< [B, T, D] float32, without sentence begin and end; 0 where the mask is 0
    torch::Tensor mask;   ///< [B, T] float32, 1 for words, 0 for padding
};

/// N(T) of section 3.1: a frozen language model.
class TextEncoder {
 public:
    virtual ~TextEncoder() = default;
    virtual std::string name() const = 0;
    virtual WordShape shape() const = 0;
    int width() const { return shape().total(); }  ///< D
    /// Whether the phrase has any known word.
    virtual bool reads(const std::string& phrase) const = 0;
    /// Throws Error for a phrase without known words.
    virtual WordEmbeddings encode(std::span<const std::string> phrases) = 0;
    virtual void to(torch::Device device) = 0;
};

/// Loads a BERT of any size, which embeds word pieces with its last layer. `folder` has Hugging Face's
/// layout: config.json, vocab.txt, model.safetensors (or shards with an index), and optionally
/// tokenizer_config.json. Checks the sizes in config.json against the tensors. Throws Error.
std::unique_ptr<TextEncoder> load_bert(const std::filesystem::path& folder);

/// Loads AllenNLP's ELMo of any size, which embeds words with all its layers (characters, then each LSTM
/// layer) for the grounding model to mix. `folder` contains options.json and model.safetensors, converted
/// from the .hdf5 file. Every phrase starts from a zero state, whereas AllenNLP keeps that of the last batch.
/// Throws Error.
std::unique_ptr<TextEncoder> load_elmo(const std::filesystem::path& folder);

/// Loads the text tower of a CLIP of any size, which embeds a phrase as one word in the space that its images share with
/// its texts. `folder` has Hugging Face's layout: config.json, vocab.json, merges.txt and model.safetensors, which may
/// hold the image tower as well. Throws Error.
std::unique_ptr<TextEncoder> load_clip_text(const std::filesystem::path& folder);

/// The same for the text tower of a SigLIP, with spiece.model in place of vocab.json and merges.txt. Throws Error.
std::unique_ptr<TextEncoder> load_siglip_text(const std::filesystem::path& folder);

/// Loads a text encoder such as "minilm-l6-v2" from the weights folder. Throws Error,
/// see language_model_folder.
std::unique_ptr<TextEncoder> load_text_encoder(const std::string& name);

}  // namespace gbs
