// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRgb>
#include <array>

namespace gbs::widgets {

/// Published colours of each map from the lowest value to the highest, opaque.
extern const std::array<QRgb, 256> viridis_table, inferno_table, magma_table, turbo_table, cividis_table;

}  // namespace gbs::widgets
