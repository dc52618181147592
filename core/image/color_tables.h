// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>

namespace gbs {

/// The published opaque colors of each map from the lowest to the highest value.
extern const std::array<std::uint32_t, 256> viridis_table, inferno_table, magma_table, turbo_table,
    cividis_table;

}  // namespace gbs
