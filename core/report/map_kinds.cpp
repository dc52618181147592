// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/map_kinds.h"

#include <optional>

namespace gbs {

std::string_view map_name(MapKind kind) {
    constexpr std::array names{"gbs", "i2t", "mean"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string_view format_name(MapFormat format) {
    constexpr std::array names{"overlay", "png16", "npy"};
    return names.at(static_cast<std::size_t>(format));
}

const Heatmap& select_map(const Grounding& grounding, MapKind kind) {
    return kind == MapKind::gbs ? grounding.gbs : kind == MapKind::i2t ? grounding.i2t : grounding.mean;
}

MapLook look_for_photo(const MapLook& look, std::span<const Grounding> groundings,
                       std::span<const MapKind> maps, const Image& photo) {
    MapLook resolved = look;
    if (look.limits != Limits::shared) return resolved;
    std::optional<ValueRange> shared;
    for (const Grounding& grounding : groundings)
        for (const MapKind kind : maps) {
            if (select_map(grounding, kind).empty()) continue;
            const ValueRange own = resized_range(select_map(grounding, kind), photo.width, photo.height);
            shared = shared ? united(*shared, own) : own;
        }
    resolved.limits = Limits::typed;
    resolved.typed = shared.value_or(ValueRange());
    return resolved;
}

}  // namespace gbs
