// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/disk_cache.h"

#include <spdlog/spdlog.h>

#include <cstdio>

#include "core/base/error.h"
#include "core/base/fnv_hash.h"
#include "core/base/foreign_paths.h"
#include "core/tensor/tensors.h"

namespace gbs::training {

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
            const SafetensorsFile file(path);
            const auto kept = file.metadata().find("key");
            if (kept == file.metadata().end() || kept->second != key)
                throw Error(path.string() + " has another key");
            Tensors tensors;
            for (const auto& [tensor, view] : file.tensors()) tensors[tensor] = to_tensor(view);
            return tensors;
        } catch (const Error& error) {
            spdlog::warn("the cache is rebuilt: {}", error.what());
        }
    }
    Tensors tensors = make();
    try {
        std::filesystem::create_directories(folder_);
        save_tensors(path, tensors, {{"key", key}});
    } catch (const std::exception& error) {
        spdlog::warn("the cache could not be written: {}", error.what());
    }
    return tensors;
}

}  // namespace gbs::training
