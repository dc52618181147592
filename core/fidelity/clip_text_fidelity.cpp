// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/fidelity/fidelity.h"
#include "core/fidelity/fidelity_fixtures.h"
#include "core/tensor/tensors.h"
#include "core/text/language_models.h"
#include "core/text/text_encoder.h"

namespace gbs {

FidelityRow clip_text_fidelity(const FidelityPart& part) {
    const SafetensorsFile file(part.file);
    const TemporaryFolder folder;
    const nlohmann::json config = write_clip_text(file, part.name, folder.path());
    const bool clip = language_model_kind(folder.path()) == LanguageModel::Kind::clip;
    const auto encoder = clip ? load_clip_text(folder.path()) : load_siglip_text(folder.path());
    const nlohmann::json& text = config.at("text_config");
    const auto phrases = fixture_phrases(file);
    FidelityRow row{(clip ? "CLIP's texts, " : "SigLIP's texts, ") + part.name + ", " +
                        text.at("num_hidden_layers").dump() + " x " + text.at("hidden_size").dump(),
                    "transformers " + fixture_note(file, "transformers"),
                    std::to_string(phrases.size()) + " phrases of up to " +
                        text.at("max_position_embeddings").dump() + " tokens, in a batch",
                    0};
    const torch::Tensor words = encoder->encode(phrases).words;
    for (std::size_t i = 0; i < phrases.size(); ++i)
        row.difference = std::max(
            row.difference, relative_difference(words[static_cast<std::int64_t>(i)][0],
                                                to_tensor(file.at(part.name + "." + std::to_string(i)))));
    return row;
}

}  // namespace gbs
