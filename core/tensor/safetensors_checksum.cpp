// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/safetensors_checksum.h"

#include "core/base/error.h"
#include "core/base/sha256.h"

namespace gbs {
namespace {

/// With its length, so that texts cannot be divided otherwise.
void add_text(Sha256& hash, std::string_view text) {
    hash.add(std::to_string(text.size()) + ":");
    hash.add(text);
}

}  // namespace

std::string content_checksum(const std::map<std::string, TensorView>& tensors,
                             const std::map<std::string, std::string>& metadata) {
    Sha256 hash;
    for (const auto& [key, value] : metadata) {
        if (key == checksum_key) continue;
        add_text(hash, key);
        add_text(hash, value);
    }
    for (const auto& [name, view] : tensors) {
        add_text(hash, name);
        std::string shape;
        for (const std::int64_t side : view.shape) shape += std::to_string(side) + ",";
        add_text(hash, std::string(dtype_name(view.dtype)) + " " + shape);
        hash.add(view.bytes);
    }
    return hash.finish();
}

void check_contents(const SafetensorsFile& file) {
    const auto stored = file.metadata().find(checksum_key);
    if (stored == file.metadata().end() ||
        stored->second == content_checksum(file.tensors(), file.metadata()))
        return;
    throw Error(file.path().string() +
                " is damaged: its contents do not have the checksum that was stored with them; use a copy or "
                "another checkpoint");
}

}  // namespace gbs
