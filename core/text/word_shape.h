// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace gbs {

/// What the last dimension of a language model's words holds: `layers` vectors of `width` numbers, one after
/// the other. More than one layer is mixed by learned weights (method.md, row 23).
struct WordShape {
    int width = 0;
    int layers = 1;

    WordShape(int of_width, int of_layers = 1) : width(of_width), layers(of_layers) {}  // NOLINT: 768 says it
    int total() const { return width * layers; }
};

}  // namespace gbs
