// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/foreign_paths.h"
#include "core/text/clip_tokenizer.h"
#include "core/text/language_weights.h"
#include "core/text/siglip_tokenizer.h"
#include "core/text/text_encoder.h"
#include "core/text/transformer_parts.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

/// SigLIP's texts see the whole text in each word, are padded with its end to a fixed length, and have another GELU.
enum class Family { clip, siglip };

/// The settings in config.json of Hugging Face's CLIPModel and SiglipModel that affect the texts. Those left out are those of
/// ViT-B/32 and ViT-B/16.
struct ClipConfig {
    Family family = Family::clip;
    std::int64_t vocabulary = 49408, positions = 77, hidden = 512, intermediate = 2048, layers = 12,
                 heads = 8, joint = 512;
    double epsilon = 1e-5;

    const char* activation() const { return family == Family::clip ? "quick_gelu" : "gelu_pytorch_tanh"; }
};

ClipConfig read_config(const fs::path& path, Family family) {
    const nlohmann::json json = read_json_object(path);
    const auto fail = [&](const std::string& what) { throw Error(path.string() + ": " + what); };
    const auto found = json.find("text_config");
    if (found != json.end() && !found->is_object()) fail("\"text_config\" is not a JSON object");
    const nlohmann::json text = found == json.end() ? json : *found;
    ClipConfig config;
    if (family == Family::siglip) config = {family, 32000, 64, 768, 3072, 12, 12, 0, 1e-6};
    const auto integer = [&](const nlohmann::json& from, const char* key, std::int64_t maximum,
                             std::int64_t& value) {
        if (from.contains(key)) value = get_integer(from, key, maximum, path);
    };
    integer(text, "vocab_size", 10'000'000, config.vocabulary);
    integer(text, "max_position_embeddings", 1 << 16, config.positions);
    integer(text, "hidden_size", 1 << 16, config.hidden);
    integer(text, "intermediate_size", 1 << 18, config.intermediate);
    integer(text, "num_hidden_layers", 1024, config.layers);
    integer(text, "num_attention_heads", 1024, config.heads);
    if (family == Family::siglip) {
        config.joint = config.hidden;
        integer(text, "projection_size", 1 << 16, config.joint);
    } else {
        integer(text, "projection_dim", 1 << 16, config.joint);
        integer(json, "projection_dim", 1 << 16, config.joint);
    }
    if (text.value("hidden_act", nlohmann::json(config.activation())) != config.activation())
        fail("\"hidden_act\" must be \"" + std::string(config.activation()) +
             "\"; other kinds of CLIP and SigLIP are not supported");
    if (config.positions < 3) fail("\"max_position_embeddings\" leaves no room for a word");
    if (config.hidden % config.heads != 0)
        fail("\"hidden_size\" is not a multiple of \"num_attention_heads\"");
    const auto epsilon = text.find("layer_norm_eps");
    if (epsilon != text.end()) config.epsilon = epsilon->is_number() ? epsilon->get<double>() : -1;
    if (!(config.epsilon >= 0 && config.epsilon < 1)) fail("\"layer_norm_eps\" must be a number from 0 to 1");
    return config;
}

bool belongs_to_text(const std::string& name) {
    return (name.starts_with("text_model.") || name.starts_with("text_projection.")) &&
           !name.ends_with("position_ids");
}

struct ClipLayer {
    LayerNorm before_attention, before_mlp;
    Linear query_key_value, attention_output, inner, outer;

    void read(WeightReader& reader, const std::string& name, const ClipConfig& config) {
        const std::int64_t d = config.hidden;
        const std::string self = name + "self_attn.";
        before_attention.read(reader, name + "layer_norm1", d);
        query_key_value.read(reader, {self + "q_proj", self + "k_proj", self + "v_proj"}, d, d);
        attention_output.read(reader, {self + "out_proj"}, d, d);
        before_mlp.read(reader, name + "layer_norm2", d);
        inner.read(reader, {name + "mlp.fc1"}, config.intermediate, d);
        outer.read(reader, {name + "mlp.fc2"}, d, config.intermediate);
    }
    void to(torch::Device device) {
        for (Linear* part : {&query_key_value, &attention_output, &inner, &outer}) part->to(device);
        before_attention.to(device);
        before_mlp.to(device);
    }
    /// x: [N, D], the tokens of all phrases.
    torch::Tensor forward(const torch::Tensor& x, const Lengths& lengths, const ClipConfig& config) const {
        const torch::Tensor qkv = query_key_value(before_attention(x, config.epsilon));
        const bool clip = config.family == Family::clip;
        const torch::Tensor y = attention_output(attend_within(qkv, lengths, config.heads, clip)).add_(x);
        const torch::Tensor wide = inner(before_mlp(y, config.epsilon));
        return outer(clip ? wide * torch::sigmoid(1.702 * wide) : torch::gelu(wide, "tanh")).add_(y);
    }
};

class ClipEncoder final : public TextEncoder {
 public:
    ClipEncoder(const fs::path& folder, Family family)
        : name_((folder.filename().empty() ? folder.parent_path() : folder).filename().string()),
          config_(read_config(folder / "config.json", family)) {
        if (family == Family::clip)
            use(std::make_shared<const ClipTokenizer>(folder), folder / "vocab.json");
        else
            use(std::make_shared<const SiglipTokenizer>(folder), folder / "spiece.model");
        WeightReader reader(folder);
        const std::int64_t d = config_.hidden;
        word_ = reader.take("text_model.embeddings.token_embedding.weight", {config_.vocabulary, d});
        position_ = reader.take("text_model.embeddings.position_embedding.weight", {config_.positions, d});
        layers_.resize(static_cast<std::size_t>(config_.layers));
        for (std::size_t i = 0; i < layers_.size(); ++i)
            layers_[i].read(reader, "text_model.encoder.layers." + std::to_string(i) + ".", config_);
        norm_.read(reader, "text_model.final_layer_norm", d);
        const bool clip = family == Family::clip;
        projection_ =
            reader.take(clip ? "text_projection.weight" : "text_model.head.weight", {config_.joint, d});
        if (!clip) bias_ = reader.take("text_model.head.bias", {config_.joint});
        reader.check(belongs_to_text);
    }

    std::string name() const override { return name_; }
    WordShape shape() const override { return {static_cast<int>(config_.joint)}; }
    bool reads(const std::string& phrase) const override {
        return tokenize_(phrase).size() > special_tokens_;
    }

    WordEmbeddings encode(std::span<const std::string> phrases) override {
        const torch::NoGradGuard no_grad;
        const auto count = static_cast<std::int64_t>(phrases.size());
        if (phrases.empty()) return {torch::zeros({0, 0, config_.joint}), torch::zeros({0, 0})};
        std::vector<std::vector<std::int64_t>> tokens;
        for (const std::string& phrase : phrases) {
            tokens.push_back(tokenize_(phrase));
            if (tokens.back().size() <= special_tokens_)
                throw Error("the phrase \"" + shortened(phrase) + "\" has no words the model can read");
            if (config_.family == Family::siglip)
                tokens.back().resize(static_cast<std::size_t>(config_.positions), tokens.back().back());
        }
        const TokenBatch batch(tokens, word_.device());
        torch::Tensor x = torch::embedding(word_, batch.ids) + torch::embedding(position_, batch.places);
        for (const ClipLayer& layer : layers_) x = layer.forward(x, batch.lengths, config_);
        // The last token has seen the whole phrase.
        std::vector<std::int64_t> last;
        for (std::int64_t next = 0; const std::int64_t length : batch.lengths)
            last.push_back((next += length) - 1);
        x = norm_(x.index_select(0, torch::tensor(last, torch::kLong).to(x.device())), config_.epsilon);
        x = torch::matmul(x, projection_.t());
        if (bias_.defined()) x = x + bias_;
        return {x.unsqueeze(1), torch::ones({count, 1}, x.options())};
    }

    void to(torch::Device device) override {
        for (torch::Tensor* tensor : {&word_, &position_, &projection_, &bias_})
            if (tensor->defined()) *tensor = tensor->to(device);
        norm_.to(device);
        for (ClipLayer& layer : layers_) layer.to(device);
    }

 private:
    template <typename Tokenizer>
    void use(std::shared_ptr<const Tokenizer> tokenizer, const fs::path& file) {
        if (tokenizer->vocabulary_size() > config_.vocabulary)
            throw Error(file.string() + " has the id " + std::to_string(tokenizer->vocabulary_size() - 1) +
                        ", but config.json declares " + std::to_string(config_.vocabulary) + " ids");
        const auto most = static_cast<std::size_t>(config_.positions);
        tokenize_ = [tokenizer, most](const std::string& phrase) { return tokenizer->encode(phrase, most); };
        special_tokens_ = tokenize_({}).size();
    }

    std::string name_;
    ClipConfig config_;
    std::function<std::vector<std::int64_t>(const std::string& phrase)> tokenize_;
    std::size_t special_tokens_ = 0;  ///< those of a phrase without words
    torch::Tensor word_, position_;   ///< [count, D]
    torch::Tensor projection_;        ///< [joint, D]
    torch::Tensor bias_;              ///< [joint]; SigLIP only
    LayerNorm norm_;
    std::vector<ClipLayer> layers_;
};

}  // namespace

std::unique_ptr<TextEncoder> load_clip_text(const fs::path& folder) {
    if (!is_folder(folder))
        throw Error(folder.string() +
                    " is not a folder with config.json, vocab.json, merges.txt and model.safetensors");
    return std::make_unique<ClipEncoder>(folder, Family::clip);
}

std::unique_ptr<TextEncoder> load_siglip_text(const fs::path& folder) {
    if (!is_folder(folder))
        throw Error(folder.string() +
                    " is not a folder with config.json, spiece.model and model.safetensors");
    return std::make_unique<ClipEncoder>(folder, Family::siglip);
}

}  // namespace gbs
