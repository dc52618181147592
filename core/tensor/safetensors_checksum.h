// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>

#include "core/tensor/safetensors.h"

namespace gbs {

/// The metadata key of the checksum that checkpoints have.
inline constexpr const char* checksum_key = "gbs.sha256";

/// The SHA-256 of names, types, shapes and bytes of all tensors and of all metadata except the checksum itself.
std::string content_checksum(const std::map<std::string, TensorView>& tensors,
                             const std::map<std::string, std::string>& metadata);

/// Throws Error if the file has a checksum and its contents have another: a bit of it has changed. Files of other
/// programs and of older versions have none.
void check_contents(const SafetensorsFile& file);

}  // namespace gbs
