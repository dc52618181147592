// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "core/tensor/torch.h"

namespace gbs::training {

/// Keeps tensors that take minutes to compute and depend only on a key: features of a frozen encoder,
/// embeddings of a frozen language model. Runs on the same data share
/// them, and a resumed run starts within seconds.
class DiskCache {
 public:
    /// Without a folder nothing is kept.
    explicit DiskCache(std::filesystem::path folder = {}) : folder_(std::move(folder)) {}

    bool keeps() const { return !folder_.empty(); }

    using Tensors = std::map<std::string, torch::Tensor>;
    /// The tensors stored under `name` and `key`; otherwise stores and returns those of `make`. They are mapped from the
    /// file and must not be written: what is not in use takes no memory, and processes share the rest. A damaged
    /// file, or one of another key, is rebuilt. A cache that cannot be written is a warning, not an error; the tensors
    /// are then in memory.
    Tensors get(const std::string& name, const std::string& key, const std::function<Tensors()>& make) const;

 private:
    std::filesystem::path folder_;
};

/// A short text that changes when any of the tensors does.
std::string fingerprint(const std::map<std::string, torch::Tensor>& tensors);
/// FNV-1a, 64 bits, as 16 hexadecimal digits.
std::string hash_text(const std::string& text);

}  // namespace gbs::training
