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

/// One tensor of a file: points into the mapping, valid as long as its SafetensorsFile.
struct TensorView {
    DType dtype = DType::f32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;
};

/// A safetensors file, mapped into memory and checked whole before anything is handed out: header length,
/// JSON, dtypes, shapes (no overflow), offsets (inside the file, matching shapes, no overlap, no hole),
/// duplicate keys. A damaged, truncated or lying file throws Error with the path and what is wrong; nothing
/// large is allocated.
class SafetensorsFile {
 public:
    explicit SafetensorsFile(const std::filesystem::path& path);
    ~SafetensorsFile();
    SafetensorsFile(SafetensorsFile&&) noexcept;
    SafetensorsFile& operator=(SafetensorsFile&&) noexcept;

    const std::filesystem::path& path() const;
    const std::map<std::string, TensorView>& tensors() const;
    const std::map<std::string, std::string>& metadata()
        const;  ///< "__metadata__", empty where there is none
    bool contains(const std::string& name) const;
    const TensorView& at(
        const std::string& name) const;  ///< throws Error naming the file where it is missing

 private:
    struct Mapping;
    std::unique_ptr<Mapping> mapping_;
};

/// Writes tensors and metadata so that Python's `safetensors` opens the file; temporary name, sync, rename.
void write_safetensors(const std::filesystem::path& path, const std::map<std::string, TensorView>& tensors,
                       const std::map<std::string, std::string>& metadata = {});

}  // namespace gbs
