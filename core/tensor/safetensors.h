// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/tensor/dtype.h"

namespace gbs {

/// A tensor of a file. Points into the mapping; valid as long as its SafetensorsFile.
struct TensorView {
    DType dtype = DType::f32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;
};

/// A memory-mapped safetensors file. The constructor validates the whole file: header length, JSON, dtypes,
/// shapes (no overflow), offsets (inside the file, matching the shapes, no overlap, no holes), duplicate
/// keys. Throws Error with the path and the problem if the file is damaged, truncated or malicious; makes no
/// large allocations.
class SafetensorsFile {
 public:
    explicit SafetensorsFile(const std::filesystem::path& path);
    ~SafetensorsFile();
    SafetensorsFile(SafetensorsFile&&) noexcept;
    SafetensorsFile& operator=(SafetensorsFile&&) noexcept;

    const std::filesystem::path& path() const;
    const std::map<std::string, TensorView>& tensors() const;
    /// "__metadata__"; empty if absent.
    const std::map<std::string, std::string>& metadata() const;
    bool contains(const std::string& name) const;
    /// Throws Error naming the file if the tensor is missing.
    const TensorView& at(const std::string& name) const;

 private:
    struct Mapping;
    std::unique_ptr<Mapping> mapping_;
};

/// Writes a file that Python's `safetensors` can open, atomically. Throws Error.
void write_safetensors(const std::filesystem::path& path, const std::map<std::string, TensorView>& tensors,
                       const std::map<std::string, std::string>& metadata = {});

}  // namespace gbs
