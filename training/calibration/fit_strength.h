// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "core/model/strength.h"

namespace gbs::training {

/// Learns a strength from some rows of inputs [N, F] (any precision) and labels [N], 1 if the phrase is there; both labels
/// count the same, however often they occur. The same arguments give the same weights. `poll` is called now and then; an
/// exception from it ends the work.
Strength fit_strength(const torch::Tensor& inputs, const torch::Tensor& labels,
                      std::span<const std::int64_t> rows, std::uint64_t seed,
                      const std::function<void()>& poll = {});

/// sigmoid(scale * logit + bias) is how often phrases with that logit are there.
struct LogitScale {
    double scale = 1, bias = 0;
};

/// Platt's scaling: the scale and bias of the highest likelihood of the labels [N] given the logits [N].
LogitScale fit_scale(const torch::Tensor& logits, const torch::Tensor& labels);

/// Changes the last layer so that its logits are scaled.
void apply_scale(Strength& strength, const LogitScale& scale);

}  // namespace gbs::training
