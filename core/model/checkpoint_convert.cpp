// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/checkpoint_convert.h"

#include <spdlog/spdlog.h>

#include "core/base/error.h"
#include "core/model/checkpoint.h"
#include "core/tensor/safetensors.h"
#include "core/tensor/tensors.h"

namespace gbs {
namespace {

/// D of the language model, from the stored projections, so that converting does not need the language model.
int stored_word_width(const SafetensorsFile& file) {
    const auto& shape = file.at("projection.0.weight").shape;
    if (shape.size() != 2 || shape[1] < 1 || shape[1] > 65536)
        throw Error(file.path().string() + ": projection.0.weight is not a matrix of [channels, word width]");
    return static_cast<int>(shape[1]);
}

}  // namespace

void convert_checkpoint(const std::filesystem::path& input, const std::filesystem::path& output,
                        const CheckpointConversion& conversion) {
    ModelOptions options = read_model_options(input);
    OptionSet set;
    options.bind(set);
    for (const auto& assignment : conversion.assignments) set.set_assignment(assignment);
    const SafetensorsFile file(input);
    GroundingModel model(options, stored_word_width(file));
    load_module(*model, file, "", {strength_prefix});
    Strength strength = load_strength(file, "", model->channels());
    std::map<std::string, std::string> notes = file.metadata();
    if (strength && !conversion.assignments.empty()) {
        spdlog::warn(
            "{}: its strength was calibrated with other options and is left out; run gbs calibrate again",
            input.string());
        strength = nullptr;
        notes.erase("gbs.strength");
    }
    for (const auto& [key, value] : conversion.notes) notes[key] = value;
    save_checkpoint(output, model, notes, conversion.half ? StoredPrecision::fp16 : StoredPrecision::fp32,
                    strength);
}

}  // namespace gbs
