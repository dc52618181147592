// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/foreign_paths.h"
#include "core/base/text_lines.h"
#include "core/text/language_weights.h"
#include "core/text/text_encoder.h"
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

/// Whether a vocabulary has pieces with capital letters, except special ones such as [CLS].
bool is_cased(const fs::path& vocabulary) {
    const std::string text = read_text(vocabulary, std::size_t{64} << 20);
    for (const std::string_view piece : split_lines(text))
        if (!piece.starts_with('[') &&
            std::any_of(piece.begin(), piece.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
            return true;
    return false;
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
    const auto lower_case = flag("do_lower_case");
    options.lower_case = lower_case ? *lower_case : !is_cased(folder / "vocab.txt");
    options.strip_accents = flag("strip_accents");
    options.split_ideographs = flag("tokenize_chinese_chars").value_or(true);
    return options;
}

/// Whether a tensor is part of BertModel without pooler and task heads.
bool belongs_to_bert(const std::string& name) {
    return (name.starts_with("embeddings.") || name.starts_with("encoder.")) &&
           !name.ends_with("position_ids");
}

/// The weight and bias of a linear layer or LayerNorm.
struct Affine {
    torch::Tensor weight;
    torch::Tensor bias;

    void read(WeightReader& reader, const std::string& name, std::vector<std::int64_t> shape) {
        weight = reader.take(name + ".weight", shape);
        bias = reader.take(name + ".bias", {shape.front()});
    }
    void to(torch::Device device) {
        weight = weight.to(device);
        bias = bias.to(device);
    }
    torch::Tensor linear(const torch::Tensor& x) const {
        return torch::nn::functional::linear(x, weight, bias);
    }
    torch::Tensor layer_norm(const torch::Tensor& x, double epsilon) const {
        return torch::layer_norm(x, weight.sizes(), weight, bias, epsilon);
    }
};

struct BertLayer {
    Affine query, key, value, attention_output, attention_norm, intermediate, output, output_norm;

    void read(WeightReader& reader, const std::string& name, const BertConfig& config) {
        const std::int64_t d = config.hidden;
        query.read(reader, name + "attention.self.query", {d, d});
        key.read(reader, name + "attention.self.key", {d, d});
        value.read(reader, name + "attention.self.value", {d, d});
        attention_output.read(reader, name + "attention.output.dense", {d, d});
        attention_norm.read(reader, name + "attention.output.LayerNorm", {d});
        intermediate.read(reader, name + "intermediate.dense", {config.intermediate, d});
        output.read(reader, name + "output.dense", {d, config.intermediate});
        output_norm.read(reader, name + "output.LayerNorm", {d});
    }
    void to(torch::Device device) {
        for (Affine* part :
             {&query, &key, &value, &attention_output, &attention_norm, &intermediate, &output, &output_norm})
            part->to(device);
    }
    /// x: [B, T, D]; mask: [B, 1, 1, T], true for tokens, false for padding.
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& mask, const BertConfig& config) const {
        const auto heads = [&](const torch::Tensor& y) {  // [B, T, D] -> [B, heads, T, D / heads]
            return y.view({y.size(0), y.size(1), config.heads, -1}).transpose(1, 2);
        };
        const torch::Tensor mixed = at::scaled_dot_product_attention(
            heads(query.linear(x)), heads(key.linear(x)), heads(value.linear(x)), mask);
        const torch::Tensor attended = attention_norm.layer_norm(
            attention_output.linear(mixed.transpose(1, 2).reshape(x.sizes())) + x, config.epsilon);
        const torch::Tensor inner = torch::gelu(intermediate.linear(attended));
        return output_norm.layer_norm(output.linear(inner) + attended, config.epsilon);
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
        norm_.read(reader, "embeddings.LayerNorm", {config_.hidden});
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
        const auto [ids, lengths] = make_batch(phrases);
        const torch::Tensor place = torch::arange(ids.size(1), lengths.options());
        const torch::Tensor present = place.unsqueeze(0) < lengths.unsqueeze(1);  // [B, T]
        torch::Tensor x = torch::embedding(word_, ids) + position_.narrow(0, 0, ids.size(1)) + token_type_[0];
        x = norm_.layer_norm(x, config_.epsilon);
        const torch::Tensor mask = present.unsqueeze(1).unsqueeze(1);
        if (ids.size(0) > 0)
            for (const BertLayer& layer : layers_) x = layer.forward(x, mask, config_);
        // [CLS] comes first and [SEP] after the last word, so a phrase has two words less than tokens.
        const std::int64_t words = ids.size(1) - 2;
        const torch::Tensor is_word =
            (place.narrow(0, 0, words).unsqueeze(0) < (lengths - 2).unsqueeze(1)).to(torch::kFloat);
        return {(x.narrow(1, 1, words) * is_word.unsqueeze(2)).contiguous(), is_word};
    }

    void to(torch::Device device) override {
        for (torch::Tensor* tensor : {&word_, &position_, &token_type_}) *tensor = tensor->to(device);
        norm_.to(device);
        for (BertLayer& layer : layers_) layer.to(device);
    }

 private:
    struct Batch {
        torch::Tensor ids;      ///< [B, T] int64, padded at the end
        torch::Tensor lengths;  ///< [B] int64, including special tokens
    };

    std::vector<std::int64_t> tokenize(const std::string& phrase) const {
        return tokenizer_.encode(phrase, static_cast<std::size_t>(config_.positions));
    }
    bool all_unknown(const std::vector<std::int64_t>& ids) const {
        return std::all_of(ids.begin() + 1, ids.end() - 1,
                           [&](auto id) { return id == tokenizer_.unknown_id(); });
    }

    Batch make_batch(std::span<const std::string> phrases) const {
        std::vector<std::vector<std::int64_t>> rows;
        std::size_t max_length = 2;
        for (const std::string& phrase : phrases) {
            rows.push_back(tokenize(phrase));
            if (rows.back().size() <= 2)
                throw Error("the phrase \"" + shortened(phrase) + "\" has no words the model can read");
            if (all_unknown(rows.back()))
                throw Error("the model knows none of the characters in the phrase \"" + shortened(phrase) +
                            "\"; use English words");
            max_length = std::max(max_length, rows.back().size());
        }
        const auto count = static_cast<std::int64_t>(rows.size());
        Batch batch{torch::full({count, static_cast<std::int64_t>(max_length)}, tokenizer_.padding_id(),
                                torch::kLong),
                    torch::empty({count}, torch::kLong)};
        for (std::int64_t i = 0; i < count; ++i) {
            const auto& row = rows[static_cast<std::size_t>(i)];
            std::copy(row.begin(), row.end(), batch.ids[i].data_ptr<std::int64_t>());
            batch.lengths[i] = static_cast<std::int64_t>(row.size());
        }
        return {batch.ids.to(word_.device()), batch.lengths.to(word_.device())};
    }

    std::string name_;
    BertConfig config_;
    WordPieceTokenizer tokenizer_;
    torch::Tensor word_, position_, token_type_;  ///< [count, D] each
    Affine norm_;
    std::vector<BertLayer> layers_;
};

}  // namespace

std::unique_ptr<TextEncoder> load_bert(const fs::path& folder) {
    if (!is_folder(folder))
        throw Error(folder.string() + " is not a folder with config.json, vocab.txt and model.safetensors");
    return std::make_unique<BertEncoder>(folder);
}

}  // namespace gbs
