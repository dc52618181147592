// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/foreign_paths.h"
#include "core/text/language_weights.h"
#include "core/text/text_encoder.h"
#include "core/text/transformer_parts.h"
#include "core/text/wordpiece_tokenizer.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

/// The settings in config.json of Hugging Face's BertModel that affect the computation.
struct BertConfig {
    std::int64_t vocabulary = 0;
    std::int64_t positions = 0;
    std::int64_t token_types = 0;
    std::int64_t hidden = 0;
    std::int64_t intermediate = 0;
    std::int64_t layers = 0;
    std::int64_t heads = 0;
    double epsilon = 0;
};

BertConfig read_config(const fs::path& path) {
    const nlohmann::json json = read_json_object(path);
    const auto fail = [&](const std::string& what) { throw Error(path.string() + ": " + what); };
    const auto integer = [&](const char* key, std::int64_t maximum) {
        return get_integer(json, key, maximum, path);
    };
    const auto same = [&](const char* key, const char* needed) {
        const auto found = json.find(key);
        if (found != json.end() && *found != needed)
            fail("\"" + std::string(key) + "\" must be \"" + needed +
                 "\"; other kinds of BERT are not supported");
    };
    same("model_type", "bert");
    same("hidden_act", "gelu");
    same("position_embedding_type", "absolute");
    BertConfig config;
    config.vocabulary = integer("vocab_size", 10'000'000);
    config.positions = integer("max_position_embeddings", 1 << 16);
    config.token_types = integer("type_vocab_size", 1024);
    config.hidden = integer("hidden_size", 1 << 16);
    config.intermediate = integer("intermediate_size", 1 << 18);
    config.layers = integer("num_hidden_layers", 1024);
    config.heads = integer("num_attention_heads", 1024);
    if (config.positions < 3) fail("\"max_position_embeddings\" leaves no room for a word");
    if (config.hidden % config.heads != 0)
        fail("\"hidden_size\" is not a multiple of \"num_attention_heads\"");
    const auto epsilon = json.find("layer_norm_eps");
    config.epsilon = epsilon == json.end() ? 1e-12 : epsilon->is_number() ? epsilon->get<double>() : -1;
    if (!(config.epsilon >= 0 && config.epsilon < 1)) fail("\"layer_norm_eps\" must be a number from 0 to 1");
    return config;
}

/// tokenizer_config.json distinguishes cased and uncased models. If it is missing, as in old folders, the
/// vocabulary decides.
WordPieceOptions read_tokenizer(const fs::path& folder) {
    WordPieceOptions options;
    const fs::path path = folder / "tokenizer_config.json";
    const nlohmann::json json = path_exists(path) ? read_json_object(path) : nlohmann::json::object();
    const auto flag = [&](const char* key) -> std::optional<bool> {
        const auto found = json.find(key);
        if (found == json.end() || found->is_null()) return std::nullopt;
        if (!found->is_boolean()) throw Error(path.string() + ": \"" + key + "\" must be true or false");
        return found->get<bool>();
    };
    options.lower_case = flag("do_lower_case");
    options.strip_accents = flag("strip_accents");
    options.split_ideographs = flag("tokenize_chinese_chars").value_or(true);
    return options;
}

/// Whether a tensor is part of BertModel without pooler and task heads.
bool belongs_to_bert(const std::string& name) {
    return (name.starts_with("embeddings.") || name.starts_with("encoder.")) &&
           !name.ends_with("position_ids");
}

struct BertLayer {
    Linear query_key_value, attention_output, intermediate, output;
    LayerNorm attention_norm, output_norm;

    void read(WeightReader& reader, const std::string& name, const BertConfig& config) {
        const std::int64_t d = config.hidden;
        const std::string self = name + "attention.self.";
        query_key_value.read(reader, {self + "query", self + "key", self + "value"}, d, d);
        attention_output.read(reader, {name + "attention.output.dense"}, d, d);
        attention_norm.read(reader, name + "attention.output.LayerNorm", d);
        intermediate.read(reader, {name + "intermediate.dense"}, config.intermediate, d);
        output.read(reader, {name + "output.dense"}, d, config.intermediate);
        output_norm.read(reader, name + "output.LayerNorm", d);
    }
    void to(torch::Device device) {
        for (Linear* part : {&query_key_value, &attention_output, &intermediate, &output}) part->to(device);
        attention_norm.to(device);
        output_norm.to(device);
    }
    /// x: [N, D], the tokens of all phrases.
    torch::Tensor forward(const torch::Tensor& x, const Lengths& lengths, const BertConfig& config) const {
        const torch::Tensor attended = attention_norm(
            attention_output(attend_within(query_key_value(x), lengths, config.heads, false)).add_(x),
            config.epsilon);
        return output_norm(output(torch::gelu(intermediate(attended))).add_(attended), config.epsilon);
    }
};

class BertEncoder final : public TextEncoder {
 public:
    explicit BertEncoder(const fs::path& folder)
        : name_((folder.filename().empty() ? folder.parent_path() : folder).filename().string()),
          config_(read_config(folder / "config.json")),
          tokenizer_(folder / "vocab.txt", read_tokenizer(folder)) {
        if (tokenizer_.vocabulary_size() > config_.vocabulary)
            throw Error((folder / "vocab.txt").string() + " has " +
                        std::to_string(tokenizer_.vocabulary_size()) + " lines, but config.json declares " +
                        std::to_string(config_.vocabulary));
        WeightReader reader(folder);
        if (reader.has_prefix("bert.")) reader.set_prefix("bert.");
        word_ = reader.take("embeddings.word_embeddings.weight", {config_.vocabulary, config_.hidden});
        position_ = reader.take("embeddings.position_embeddings.weight", {config_.positions, config_.hidden});
        token_type_ =
            reader.take("embeddings.token_type_embeddings.weight", {config_.token_types, config_.hidden});
        norm_.read(reader, "embeddings.LayerNorm", config_.hidden);
        layers_.resize(static_cast<std::size_t>(config_.layers));
        for (std::size_t i = 0; i < layers_.size(); ++i)
            layers_[i].read(reader, "encoder.layer." + std::to_string(i) + ".", config_);
        reader.check(belongs_to_bert);
    }

    std::string name() const override { return name_; }
    WordShape shape() const override { return {static_cast<int>(config_.hidden)}; }

    bool reads(const std::string& phrase) const override {
        const auto ids = tokenize(phrase);
        return ids.size() > 2 && !all_unknown(ids);
    }

    WordEmbeddings encode(std::span<const std::string> phrases) override {
        const torch::NoGradGuard no_grad;
        const TokenBatch batch = make_batch(phrases);
        torch::Tensor x = torch::embedding(word_, batch.ids) + torch::embedding(position_, batch.places) +
                          token_type_[0];  // [N, D]
        x = norm_(x, config_.epsilon);
        if (!phrases.empty())
            for (const BertLayer& layer : layers_) x = layer.forward(x, batch.lengths, config_);
        // [CLS] comes first and [SEP] after the last word, so a phrase has two words less than tokens.
        const auto count = static_cast<std::int64_t>(phrases.size());
        const std::int64_t most = count == 0 ? 0 : *std::ranges::max_element(batch.lengths) - 2;
        WordEmbeddings embedded{torch::zeros({count, most, config_.hidden}, x.options()),
                                torch::zeros({count, most}, x.options())};
        for (std::int64_t row = 0, first = 0; row < count; ++row) {
            const std::int64_t length = batch.lengths[static_cast<std::size_t>(row)];
            embedded.words[row].narrow(0, 0, length - 2).copy_(x.narrow(0, first + 1, length - 2));
            embedded.mask[row].narrow(0, 0, length - 2).fill_(1);
            first += length;
        }
        return embedded;
    }

    void to(torch::Device device) override {
        for (torch::Tensor* tensor : {&word_, &position_, &token_type_}) *tensor = tensor->to(device);
        norm_.to(device);
        for (BertLayer& layer : layers_) layer.to(device);
    }

 private:
    std::vector<std::int64_t> tokenize(const std::string& phrase) const {
        return tokenizer_.encode(phrase, static_cast<std::size_t>(config_.positions));
    }
    bool all_unknown(const std::vector<std::int64_t>& ids) const {
        return std::all_of(ids.begin() + 1, ids.end() - 1,
                           [&](auto id) { return id == tokenizer_.unknown_id(); });
    }

    TokenBatch make_batch(std::span<const std::string> phrases) const {
        std::vector<std::vector<std::int64_t>> tokens;
        for (const std::string& phrase : phrases) {
            tokens.push_back(tokenize(phrase));
            if (tokens.back().size() <= 2)
                throw Error("the phrase \"" + shortened(phrase) + "\" has no words the model can read");
            if (all_unknown(tokens.back()))
                throw Error("the model knows none of the characters in the phrase \"" + shortened(phrase) +
                            "\"; use English words");
        }
        return TokenBatch(tokens, word_.device());
    }

    std::string name_;
    BertConfig config_;
    WordPieceTokenizer tokenizer_;
    torch::Tensor word_, position_, token_type_;  ///< [count, D] each
    LayerNorm norm_;
    std::vector<BertLayer> layers_;
};

}  // namespace

std::unique_ptr<TextEncoder> load_bert(const fs::path& folder) {
    if (!is_folder(folder))
        throw Error(folder.string() + " is not a folder with config.json, vocab.txt and model.safetensors");
    return std::make_unique<BertEncoder>(folder);
}

}  // namespace gbs
