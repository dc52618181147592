// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace gbs {

/// The last dimension of a language model's word embeddings: `layers` concatenated vectors of `width`
/// numbers. Several layers are mixed with learned weights (docs/method.md).
struct WordShape {
    int width = 0;
    int layers = 1;

    WordShape(int width_per_layer, int layer_count = 1)  // NOLINT(google-explicit-constructor)
        : width(width_per_layer), layers(layer_count) {}
    int total() const { return width * layers; }
};

}  // namespace gbs
