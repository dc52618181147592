// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/color_map.h"

#include "core/image/color_tables.h"

namespace gbs {
namespace {

constexpr std::array<std::uint32_t, 256> make_grey() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) table[i] = 0xff000000 | i << 16 | i << 8 | i;
    return table;
}

}  // namespace

std::string_view color_map_key(ColorMap map) {
    constexpr std::array names{"viridis", "inferno", "magma", "cividis", "grey", "turbo"};
    return names.at(static_cast<std::size_t>(map));
}

const std::array<std::uint32_t, 256>& color_table(ColorMap map) {
    static constexpr std::array<std::uint32_t, 256> grey = make_grey();
    switch (map) {
        case ColorMap::inferno:
            return inferno_table;
        case ColorMap::magma:
            return magma_table;
        case ColorMap::turbo:
            return turbo_table;
        case ColorMap::cividis:
            return cividis_table;
        case ColorMap::grey:
            return grey;
        case ColorMap::viridis:
            break;
    }
    return viridis_table;
}

}  // namespace gbs
