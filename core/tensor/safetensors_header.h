// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/tensor/dtype.h"

namespace gbs {

inline constexpr std::string_view safetensors_metadata_key = "__metadata__";

/// A tensor as the header describes it, not yet checked against the data.
struct SafetensorsEntry {
    DType dtype = DType::f32;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> offsets;
    std::set<std::string> fields;  ///< the keys read
};

struct SafetensorsHeader {
    std::map<std::string, SafetensorsEntry> entries;
    std::map<std::string, std::string> metadata;
};

/// Parses the JSON header of a safetensors file. Throws Error at the first thing that does not belong there.
SafetensorsHeader parse_safetensors_header(std::string_view text);

/// The text in quotation marks, shortened for messages.
std::string in_quotes(std::string_view text);

}  // namespace gbs
