// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/fidelity/fidelity.h"
#include "core/fidelity/fidelity_fixtures.h"
#include "core/tensor/tensors.h"
#include "core/text/text_encoder.h"

namespace gbs {
namespace {

/// make_elmo.py computes in double precision and compares the result with AllenNLP's modules.
std::string describe_reference(const SafetensorsFile& file, const std::string& size) {
    const nlohmann::json allennlp = fixture_object(file, "allennlp");
    return "a loop in double precision, " + scientific(allennlp.at("difference").at(size)) +
           " from allennlp " + allennlp.at("version").get<std::string>();
}

/// "LSTM 4096/512": cells and projection.
std::string describe_size(const nlohmann::json& lstm) {
    return "LSTM " + lstm.at("dim").dump() + "/" + lstm.at("projection_dim").dump();
}

}  // namespace

FidelityRow elmo_fidelity(const FidelityPart& part) {
    const SafetensorsFile file(part.file);
    const nlohmann::json options = fixture_object(file, "options").at(part.name);
    const TemporaryFolder folder;
    write_atomically(folder.path() / "options.json", options.dump());
    save_tensors(folder.path() / "model.safetensors", elmo_weights_by_name(options));
    const auto encoder = load_elmo(folder.path());

    FidelityRow row{"ELMo " + part.name + ", " + describe_size(options.at("lstm")),
                    describe_reference(file, part.name), "", 0};
    const auto phrases = fixture_phrases(file);
    const std::int64_t stride = fixture_object(file, "stride").at(part.name);
    const WordEmbeddings batch = encoder->encode(phrases);
    for (std::int64_t i = 0; i < static_cast<std::int64_t>(phrases.size()); ++i) {
        const auto sampled = [&](const torch::Tensor& words) {
            return words.slice(1, i % stride, std::nullopt, stride);
        };
        const torch::Tensor expected = to_tensor(file.at(part.name + "." + std::to_string(i)));
        const std::int64_t words = expected.size(0), padding = batch.words.size(1) - words;
        const torch::Tensor present = torch::cat({torch::ones(words), torch::zeros(padding)});
        const std::string& phrase = phrases[static_cast<std::size_t>(i)];
        row.difference = std::max(
            {row.difference, relative_difference(batch.mask[i], present),
             relative_difference(sampled(batch.words[i]),
                                 torch::constant_pad_nd(expected, {0, 0, 0, padding})),
             relative_difference(sampled(encoder->encode(std::span(&phrase, 1)).words[0]), expected)});
    }
    row.inputs = std::to_string(phrases.size()) + " phrases of up to " + std::to_string(batch.words.size(1)) +
                 " words, in a batch and alone";
    return row;
}

}  // namespace gbs
