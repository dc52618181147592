// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/run_checkpoint.h"

#include <charconv>
#include <limits>

#include "core/base/error.h"
#include "core/base/file_format.h"
#include "core/encoders/image_encoders.h"
#include "core/model/checkpoint.h"
#include "core/tensor/safetensors_checksum.h"
#include "core/tensor/tensors.h"

namespace gbs::training {

namespace {

/// Throws Error unless all numbers of the model are finite, as load_checkpoint() needs.
void check_model_file(const std::filesystem::path& path) {
    const SafetensorsFile file(path);
    read_model_options(path);
    check_contents(file);
    for (const auto& [name, view] : file.tensors()) {
        const torch::Tensor tensor = to_tensor(view);
        if (tensor.is_floating_point() && !torch::isfinite(tensor).all().item<bool>())
            throw Error(path.string() + " is damaged: tensor " + name + " holds NaN or infinity");
    }
}

}  // namespace

void check_checkpoint(const CheckpointFiles& files) {
    check_model_file(files.model);
    const TrainingState state = load_training_state(files.state, std::numeric_limits<std::size_t>::max());
    if (state.position.step != files.step)
        throw Error(files.state.string() + " is damaged: it is the state of step " +
                    std::to_string(state.position.step));
}

TrainingState load_training_state(const std::filesystem::path& file, std::size_t stages) {
    const SafetensorsFile stored(file);
    const auto format = stored.metadata().find("format");
    if (format != stored.metadata().end()) check_file_format(file.string(), format->second, run_format);
    check_contents(stored);
    const auto number = [&](const char* key) {
        const auto found = stored.metadata().find(key);
        if (found == stored.metadata().end()) throw Error(file.string() + ": its metadata has no " + key);
        const std::string& text = found->second;
        int value = -1;
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (code != std::errc{} || end != text.data() + text.size() || value < 0)
            throw Error(file.string() + ": " + key + " in its metadata is not a number of steps");
        return value;
    };
    TrainingState state;
    state.position = {static_cast<std::size_t>(number("stage")), number("stage_step"), number("step")};
    if (state.position.stage >= stages)
        throw Error(file.string() + ": stage " + std::to_string(state.position.stage) +
                    " is not in the run's config.yaml");
    for (const auto& [name, view] : stored.tensors()) state.tensors[name] = to_tensor(view);
    return state;
}

void save_training_state(const std::filesystem::path& file, const TrainingState& state) {
    save_tensors(file, state.tensors,
                 {{"format", std::to_string(run_format)},
                  {"stage", std::to_string(state.position.stage)},
                  {"stage_step", std::to_string(state.position.stage_step)},
                  {"step", std::to_string(state.position.step)}},
                 Checksum::sha256);
}

GroundingModel make_initial_model(const TrainOptions& options, WordShape words,
                                  const std::function<void(const std::string&)>& say) {
    torch::manual_seed(static_cast<std::uint64_t>(options.seed));
    GroundingModel model(options.model, words);
    if (options.initial_checkpoint.empty()) {
        if (options.image_pretrained)
            load_image_weights(model->image_encoder(), options.image_weights);
        else
            say("the image encoder starts from random weights");
        return model;
    }
    const torch::NoGradGuard no_grad;
    auto own = module_tensors(*model);
    const LoadedCheckpoint loaded = load_checkpoint(options.initial_checkpoint, words);
    std::size_t matching = 0;
    for (const auto& [name, tensor] : module_tensors(*loaded.model)) {
        const auto found = own.find(name);
        if (found == own.end() || found->second.sizes() != tensor.sizes()) continue;
        found->second.copy_(tensor);
        ++matching;
    }
    say("loaded " + std::to_string(matching) + " of " + std::to_string(own.size()) + " tensors from " +
        options.initial_checkpoint + "; the rest starts from random weights");
    return model;
}

}  // namespace gbs::training
