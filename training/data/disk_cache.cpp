// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/disk_cache.h"

#include <spdlog/spdlog.h>

#include <cstdio>
#include <memory>

#include "core/base/error.h"
#include "core/base/fnv_hash.h"
#include "core/base/foreign_paths.h"
#include "core/tensor/tensors.h"

namespace gbs::training {
namespace {

torch::ScalarType type_of(DType dtype) {
    switch (dtype) {
        case DType::f16:
            return torch::kHalf;
        case DType::bf16:
            return torch::kBFloat16;
        case DType::i64:
            return torch::kLong;
        case DType::u8:
            return torch::kByte;
        case DType::f32:
            break;
    }
    return torch::kFloat;
}

/// The tensors of a file, which stay on disk until they are read: they point into the file and keep it open.
/// Throws Error, also if the file has another key.
DiskCache::Tensors map_tensors(const std::filesystem::path& path, const std::string& key) {
    const auto file = std::make_shared<const SafetensorsFile>(path);
    const auto kept = file->metadata().find("key");
    if (kept == file->metadata().end() || kept->second != key)
        throw Error(path.string() + " has another key");
    DiskCache::Tensors tensors;
    for (const auto& [name, view] : file->tensors())
        tensors[name] = view.bytes.empty() ? to_tensor(view)
                                           : torch::from_blob(
                                                 const_cast<std::byte*>(view.bytes.data()), view.shape,
                                                 [file](void*) {}, type_of(view.dtype));
    return tensors;
}

}  // namespace

std::string hash_text(const std::string& text) {
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(fnv_hash(text)));
    return digits;
}

std::string fingerprint(const std::map<std::string, torch::Tensor>& tensors) {
    std::string all;
    for (const auto& [name, tensor] : tensors) {
        const torch::Tensor values = tensor.detach().to(torch::kCPU).contiguous();
        all += name;
        all.append(static_cast<const char*>(values.const_data_ptr()), values.nbytes());
    }
    return hash_text(all);
}

DiskCache::Tensors DiskCache::get(const std::string& name, const std::string& key,
                                  const std::function<Tensors()>& make) const {
    if (folder_.empty()) return make();
    const std::filesystem::path path = folder_ / (name + "-" + hash_text(key) + ".safetensors");
    if (path_exists(path)) {
        try {
            return map_tensors(path, key);
        } catch (const Error& error) {
            spdlog::warn("the cache is rebuilt: {}", error.what());
        }
    }
    Tensors tensors = make();
    try {
        std::filesystem::create_directories(folder_);
        save_tensors(path, tensors, {{"key", key}});
        return map_tensors(path, key);
    } catch (const std::exception& error) {
        spdlog::warn("the cache could not be written: {}", error.what());
    }
    return tensors;
}

}  // namespace gbs::training
