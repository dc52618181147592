// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/optimizer/learned_parts.h"

namespace gbs::training {

bool learns(const StageOptions& options, const std::string& name) {
    if (name.starts_with("encoder.")) return options.learn_encoder;
    if (name.starts_with("necks_")) return options.learn_necks;
    if (name.starts_with("projection.")) return options.learn_projection;
    if (name.starts_with("decoder.") || name.starts_with("attention_")) return options.learn_decoder;
    return options.learn_temperature;
}

void require_gradients(GroundingModel& model, const StageOptions& options) {
    for (auto& item : model->named_parameters()) item.value().set_requires_grad(learns(options, item.key()));
}

void set_modes(GroundingModel& model, const StageOptions& options) {
    model->train();
    for (auto& child : model->named_children())
        if (!learns(options, child.key() + ".")) child.value()->eval();
}

}  // namespace gbs::training
