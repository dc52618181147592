// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRgb>
#include <array>

namespace gbs::widgets {

/// The published opaque colors of each map from the lowest to the highest value.
extern const std::array<QRgb, 256> viridis_table, inferno_table, magma_table, turbo_table, cividis_table;

}  // namespace gbs::widgets
