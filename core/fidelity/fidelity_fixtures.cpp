// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fidelity/fidelity_fixtures.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/fidelity/weights_by_name.h"
#include "core/tensor/tensors.h"

namespace fs = std::filesystem;
using nlohmann::json;

namespace gbs {
namespace {

using Shapes = std::map<std::string, std::vector<std::int64_t>>;

Shapes bert_shapes(const json& config) {
    const std::int64_t d = config.at("hidden_size"), inner = config.at("intermediate_size");
    Shapes shapes{{"embeddings.word_embeddings.weight", {config.at("vocab_size"), d}},
                  {"embeddings.position_embeddings.weight", {config.at("max_position_embeddings"), d}},
                  {"embeddings.token_type_embeddings.weight", {config.at("type_vocab_size"), d}},
                  {"embeddings.LayerNorm.weight", {d}},
                  {"embeddings.LayerNorm.bias", {d}}};
    for (int i = 0; i < config.at("num_hidden_layers").get<int>(); ++i) {
        const std::string layer = "encoder.layer." + std::to_string(i) + ".";
        for (const char* part :
             {"attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"})
            shapes[layer + part + ".weight"] = {d, d};
        shapes[layer + "intermediate.dense.weight"] = {inner, d};
        shapes[layer + "intermediate.dense.bias"] = {inner};
        shapes[layer + "output.dense.weight"] = {d, inner};
        for (const char* part : {"attention.output.LayerNorm", "output.LayerNorm"})
            shapes[layer + part + ".weight"] = {d};
        for (const char* part :
             {"attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
              "output.dense", "attention.output.LayerNorm", "output.LayerNorm"})
            shapes[layer + part + ".bias"] = {d};
    }
    return shapes;
}

bool is_siglip(const json& config) {
    return config.value("model_type", "clip") == "siglip";
}

Shapes clip_text_shapes(const json& config) {
    const json& text = config.at("text_config");
    const std::int64_t d = text.at("hidden_size"), inner = text.at("intermediate_size");
    Shapes shapes{
        {"text_model.embeddings.token_embedding.weight", {text.at("vocab_size"), d}},
        {"text_model.embeddings.position_embedding.weight", {text.at("max_position_embeddings"), d}}};
    const auto add = [&](const std::string& name, std::vector<std::int64_t> weight) {
        shapes[name + ".bias"] = {weight.front()};
        shapes[name + ".weight"] = std::move(weight);
    };
    for (int i = 0; i < text.at("num_hidden_layers").get<int>(); ++i) {
        const std::string layer = "text_model.encoder.layers." + std::to_string(i) + ".";
        for (const char* part : {"q_proj", "k_proj", "v_proj", "out_proj"})
            add(layer + "self_attn." + part, {d, d});
        add(layer + "mlp.fc1", {inner, d});
        add(layer + "mlp.fc2", {d, inner});
        for (const char* part : {"layer_norm1", "layer_norm2"}) add(layer + part, {d});
    }
    add("text_model.final_layer_norm", {d});
    if (is_siglip(config))
        add("text_model.head", {d, d});
    else
        shapes["text_projection.weight"] = {config.at("projection_dim"), d};
    return shapes;
}

Shapes elmo_shapes(const json& options) {
    const auto& cnn = options.at("char_cnn");
    const auto& lstm = options.at("lstm");
    const std::int64_t p = lstm.at("projection_dim"), c = lstm.at("dim"),
                       width = cnn.at("embedding").at("dim");
    Shapes shapes{{"characters.weight", {262, width}}};
    std::int64_t wide = 0;
    for (std::size_t i = 0; i < cnn.at("filters").size(); ++i) {
        const std::int64_t length = cnn["filters"][i][0], count = cnn["filters"][i][1];
        const std::string name = "convolutions." + std::to_string(i);
        shapes[name + ".weight"] = {count, width, length};
        shapes[name + ".bias"] = {count};
        wide += count;
    }
    for (int i = 0; i < cnn.at("n_highway").get<int>(); ++i) {
        shapes["highways." + std::to_string(i) + ".weight"] = {2 * wide, wide};
        shapes["highways." + std::to_string(i) + ".bias"] = {2 * wide};
    }
    shapes["projection.weight"] = {p, wide};
    shapes["projection.bias"] = {p};
    for (const std::string side : {"forward.", "backward."})
        for (int i = 0; i < lstm.at("n_layers").get<int>(); ++i) {
            const std::string name = side + std::to_string(i);
            shapes[name + ".input.weight"] = {4 * c, p};
            shapes[name + ".state.weight"] = {4 * c, p};
            shapes[name + ".state.bias"] = {4 * c};
            shapes[name + ".projection.weight"] = {p, c};
        }
    return shapes;
}

/// Larger weights where the signal would fade, so that clipping takes effect; make_elmo.py.
double elmo_gain(const std::string& name) {
    if (name.starts_with("characters")) return 4;
    if (name.starts_with("convolutions")) return 2;
    const bool recurrent = name.starts_with("forward") || name.starts_with("backward");
    if (recurrent && name.ends_with("projection.weight")) return 4;
    return recurrent ? 0.9 : 1;
}

std::map<std::string, torch::Tensor> half_weights(const Shapes& shapes) {
    std::map<std::string, torch::Tensor> tensors;
    for (const auto& [name, shape] : shapes) tensors[name] = weight_by_name(name, shape).to(torch::kHalf);
    return tensors;
}

}  // namespace

const std::string& fixture_note(const SafetensorsFile& file, const std::string& key) {
    const auto found = file.metadata().find(key);
    if (found == file.metadata().end()) throw Error(file.path().string() + ": its metadata has no " + key);
    return found->second;
}

json fixture_object(const SafetensorsFile& file, const std::string& key) {
    json value = json::parse(fixture_note(file, key), nullptr, false);
    if (!value.is_object())
        throw Error(file.path().string() + ": \"" + key + "\" in its metadata is not a JSON object");
    return value;
}

std::vector<std::string> fixture_phrases(const SafetensorsFile& file) {
    const json phrases = json::parse(fixture_note(file, "phrases"), nullptr, false);
    if (!phrases.is_array())
        throw Error(file.path().string() + ": \"phrases\" in its metadata is not a JSON list");
    return phrases.get<std::vector<std::string>>();
}

std::string scientific(double value) {
    return fmt::format("{:.1e}", value);
}

double relative_difference(const torch::Tensor& actual, const torch::Tensor& expected) {
    if (actual.sizes() != expected.sizes()) return std::numeric_limits<double>::infinity();
    const double difference =
        (actual - expected).abs().max().item<double>() / expected.abs().max().item<double>();
    return std::isfinite(difference) ? difference : std::numeric_limits<double>::infinity();
}

std::map<std::string, torch::Tensor> bert_weights_by_name(const json& config) {
    return half_weights(bert_shapes(config));
}

std::map<std::string, torch::Tensor> clip_text_weights_by_name(const json& config) {
    return half_weights(clip_text_shapes(config));
}

std::map<std::string, torch::Tensor> elmo_weights_by_name(const json& options) {
    std::map<std::string, torch::Tensor> tensors;
    for (const auto& [name, shape] : elmo_shapes(options))
        tensors[name] = weight_by_name(name, shape, elmo_gain(name)).to(torch::kHalf);
    tensors["characters.weight"][0].zero_();
    return tensors;
}

json write_bert_settings(const SafetensorsFile& file, const std::string& model, const fs::path& folder) {
    const json settings = fixture_object(file, "models").at(model);
    const bool cased = settings.at("cased");
    write_atomically(folder / "config.json", settings.at("config").dump());
    write_atomically(folder / "vocab.txt",
                     fixture_note(file, cased ? "vocabulary.cased" : "vocabulary.uncased"));
    if (cased)
        write_atomically(folder / "tokenizer_config.json",
                         R"({"do_lower_case": false, "strip_accents": null})");
    return settings.at("config");
}

json write_clip_text(const SafetensorsFile& file, const std::string& model, const fs::path& folder) {
    const json config = fixture_object(file, "models").at(model);
    write_atomically(folder / "config.json", config.dump());
    if (is_siglip(config)) {
        const auto bytes = file.at("spiece.model").bytes;
        write_atomically(folder / "spiece.model",
                         {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    } else {
        for (const char* name : {"vocab.json", "merges.txt"})
            write_atomically(folder / name, fixture_note(file, name));
    }
    save_tensors(folder / "model.safetensors", clip_text_weights_by_name(config));
    return config;
}

}  // namespace gbs
