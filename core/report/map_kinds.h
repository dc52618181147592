// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <span>
#include <string_view>

#include "core/image/map_look.h"
#include "core/model/grounding_session.h"

namespace gbs {

/// One of the three maps of a phrase.
enum class MapKind { gbs, i2t, mean };
/// The file format of a map, always at the size of the photo: PNG blended over the photo; 16-bit gray PNG
/// (65535 is 1); NumPy float32 of shape (height, width).
enum class MapFormat { overlay, png16, npy };

inline constexpr std::array all_map_kinds{MapKind::gbs, MapKind::i2t, MapKind::mean};
inline constexpr std::array all_map_formats{MapFormat::overlay, MapFormat::png16, MapFormat::npy};

std::string_view map_name(MapKind kind);         ///< "gbs", "i2t", "mean"
std::string_view format_name(MapFormat format);  ///< "overlay", "png16", "npy"
const Heatmap& select_map(const Grounding& grounding, MapKind kind);
/// The look for maps of one photo: Limits::shared becomes the range over these maps of all `groundings`.
MapLook look_for_photo(const MapLook& look, std::span<const Grounding> groundings,
                       std::span<const MapKind> maps, const Image& photo);

}  // namespace gbs
