// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/foreign_paths.h"
#include "core/base/paths.h"
#include "core/fidelity/fidelity.h"
#include "core/fidelity/fidelity_fixtures.h"
#include "core/tensor/tensors.h"
#include "core/text/text_encoder.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

torch::Tensor encode_phrase(TextEncoder& encoder, const std::string& phrase) {
    return encoder.encode(std::span(&phrase, 1)).words[0];
}

/// The words and features sampled by make_bert_sizes.py.
torch::Tensor sampled(const torch::Tensor& words, std::int64_t start, std::int64_t stride) {
    return words.slice(0, 0, std::nullopt, words.size(0) < 40 ? 1 : 37)
        .slice(1, start % stride, std::nullopt, stride);
}

std::string describe_phrases(std::size_t phrases, const torch::Tensor& counts) {
    return std::to_string(phrases) + " phrases of " + std::to_string(counts.min().item<std::int64_t>()) +
           " to " + std::to_string(counts.max().item<std::int64_t>()) + " word pieces";
}

}  // namespace

FidelityRow bert_fidelity(const FidelityPart& part) {
    const SafetensorsFile file(part.file);
    const TemporaryFolder folder;
    const nlohmann::json config = write_bert_settings(file, part.name, folder.path());
    save_tensors(folder.path() / "model.safetensors", bert_weights_by_name(config));
    const auto encoder = load_bert(folder.path());

    FidelityRow row{"BERT " + part.name + ", " + config.at("num_hidden_layers").dump() + " x " +
                        config.at("hidden_size").dump(),
                    "transformers " + fixture_note(file, "transformers"), "", 0};
    const auto phrases = fixture_phrases(file);
    const std::int64_t stride = std::stoll(fixture_note(file, "stride"));
    std::vector<torch::Tensor> counts;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        const std::string key = part.name + "." + std::to_string(i);
        const torch::Tensor words = encode_phrase(*encoder, phrases[i]);
        counts.push_back(to_tensor(file.at(key + ".count")));
        row.difference =
            std::max({row.difference, words.size(0) == counts.back().item<std::int64_t>() ? 0.0 : INFINITY,
                      relative_difference(sampled(words, static_cast<std::int64_t>(i), stride),
                                          to_tensor(file.at(key)))});
    }
    row.inputs = describe_phrases(phrases.size(), torch::stack(counts));
    return row;
}

FidelityRow minilm_fidelity(const FidelityPart& part, std::span<const std::string> captions) {
    const std::string name = "minilm-l6-v2";
    FidelityRow row{name + ", its own weights", "transformers", "", 0};
    if (!path_exists(weights_folder() / name)) {
        row.skipped = "its weights are not installed";
        return row;
    }
    const SafetensorsFile file(part.file);
    std::vector<std::string> phrases;
    for (const auto& [number, phrase] : file.metadata()) phrases.push_back(phrase);
    phrases.insert(phrases.end(), captions.begin(), captions.end());

    const auto encoder = load_text_encoder(name);
    const torch::Tensor means = to_tensor(file.at("means")), samples = to_tensor(file.at("samples"));
    const torch::Tensor counts = to_tensor(file.at("counts"));
    std::int64_t first = 0;
    for (std::int64_t i = 0; i < static_cast<std::int64_t>(phrases.size()); ++i) {
        const torch::Tensor words = encode_phrase(*encoder, phrases[static_cast<std::size_t>(i)]);
        const auto count = counts[i].item<std::int64_t>();
        row.difference = std::max(
            {row.difference, relative_difference(words.mean(0), means[i]),
             relative_difference(words.slice(1, i % 16, std::nullopt, 16), samples.narrow(0, first, count))});
        first += count;
    }
    row.inputs =
        describe_phrases(phrases.size(), counts.narrow(0, 0, static_cast<std::int64_t>(phrases.size())));
    return row;
}

}  // namespace gbs
