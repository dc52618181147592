// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/tensors.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <ranges>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/tensor/finite.h"
#include "core/tensor/safetensors_checksum.h"

namespace gbs {
namespace {

constexpr std::array<std::pair<DType, torch::ScalarType>, 5> types{{{DType::f32, torch::kFloat},
                                                                    {DType::f16, torch::kHalf},
                                                                    {DType::bf16, torch::kBFloat16},
                                                                    {DType::i64, torch::kLong},
                                                                    {DType::u8, torch::kByte}}};

torch::ScalarType torch_type(DType dtype) {
    for (const auto& [ours, torchs] : types)
        if (ours == dtype) return torchs;
    throw std::logic_error("unknown DType");
}

std::optional<DType> file_type(torch::ScalarType type) {
    for (const auto& [ours, torchs] : types)
        if (torchs == type) return ours;
    return std::nullopt;
}

/// Counters and masks are recreated by the module and not stored.
bool is_stored(const std::string& name, const torch::Tensor& tensor) {
    constexpr std::string_view counter = "num_batches_tracked";
    return tensor.defined() && tensor.scalar_type() != torch::kBool && !name.ends_with(counter);
}

std::string shape_text(torch::IntArrayRef shape) {
    std::ostringstream text;
    text << shape;
    return text.str();
}

/// Why `view` cannot be copied into `target`; empty if it can.
std::string mismatch(const torch::Tensor& target, const TensorView& view, const torch::Tensor& value) {
    if (target.sizes() != torch::IntArrayRef(view.shape)) {
        const bool transposed = std::ranges::equal(target.sizes().vec(), std::views::reverse(view.shape));
        return "has shape " + shape_text(view.shape) + ", " + shape_text(target.sizes()) + " is needed" +
               (transposed ? ": it is transposed" : "");
    }
    if (target.is_floating_point() != value.is_floating_point())
        return "has type " + std::string(dtype_name(view.dtype)) + ", " +
               (target.is_floating_point() ? "a floating-point type" : "an integer type") + " is needed";
    if (!all_finite(view)) return "holds NaN or infinity";
    return {};
}

}  // namespace

torch::Tensor to_tensor(const TensorView& view) {
    torch::Tensor tensor = torch::empty(view.shape, torch_type(view.dtype));
    if (!view.bytes.empty()) std::memcpy(tensor.data_ptr(), view.bytes.data(), view.bytes.size());
    return tensor;
}

torch::Tensor borrow_tensor(const TensorView& view) {
    const auto address = reinterpret_cast<std::uintptr_t>(view.bytes.data());
    if (view.bytes.empty() || address % size_of(view.dtype) != 0) return to_tensor(view);
    // A tensor has no way to say that it is not to be changed.
    return torch::from_blob(const_cast<std::byte*>(view.bytes.data()), view.shape, torch_type(view.dtype));
}

void save_tensors(const std::filesystem::path& path, const std::map<std::string, torch::Tensor>& tensors,
                  const std::map<std::string, std::string>& metadata, Checksum checksum) {
    std::vector<torch::Tensor> kept;  // keeps the copies alive that the views refer to
    std::map<std::string, TensorView> views;
    for (const auto& [name, tensor] : tensors) {
        const auto dtype = tensor.defined() ? file_type(tensor.scalar_type()) : std::nullopt;
        if (!dtype)
            throw Error("cannot write " + path.string() + ": tensor \"" + name + "\" has the type " +
                        (tensor.defined() ? torch::toString(tensor.scalar_type()) : "undefined") +
                        "; float32, float16, bfloat16, int64 and uint8 can be stored");
        const torch::Tensor& plain = kept.emplace_back(tensor.detach().to(torch::kCPU).contiguous());
        views[name] = {
            *dtype, plain.sizes().vec(), {static_cast<const std::byte*>(plain.data_ptr()), plain.nbytes()}};
    }
    std::map<std::string, std::string> notes = metadata;
    if (checksum == Checksum::sha256) notes[checksum_key] = content_checksum(views, metadata);
    write_safetensors(path, views, notes);
}

void load_module(torch::nn::Module& module, const SafetensorsFile& file, const std::string& prefix,
                 const std::vector<std::string>& ignored) {
    const torch::NoGradGuard no_grad;
    std::vector<std::pair<torch::Tensor, torch::Tensor>> copies;
    std::string problems;
    const auto complain = [&](const std::string& name, const std::string& what) {
        problems += "\n  " + name + " " + what;
    };
    std::set<std::string> wanted;
    for (const auto& [name, target] : module_tensors(module, prefix)) {
        wanted.insert(name);
        if (!file.contains(name)) {
            complain(name, "is missing");
            continue;
        }
        const TensorView& view = file.at(name);
        torch::Tensor value = to_tensor(view);
        if (const std::string what = mismatch(target, view, value); !what.empty())
            complain(name, what);
        else
            copies.emplace_back(target, std::move(value));
    }
    const auto is_ignored = [&](const std::string& name) {
        return name.ends_with("num_batches_tracked") ||
               std::ranges::any_of(ignored, [&](const auto& start) { return name.starts_with(start); });
    };
    for (const auto& [name, view] : file.tensors())
        if (name.starts_with(prefix) && !is_ignored(name) && !wanted.contains(name))
            complain(name, "is not part of this model");
    if (!problems.empty()) throw Error(file.path().string() + " does not fit the model:" + problems);
    for (auto& [target, value] : copies) target.copy_(value);  // after all checks: all or nothing
}

std::map<std::string, torch::Tensor> module_tensors(const torch::nn::Module& module,
                                                    const std::string& prefix) {
    std::map<std::string, torch::Tensor> tensors;
    const auto collect = [&](const auto& named) {
        for (const auto& item : named)
            if (is_stored(item.key(), item.value())) tensors.emplace(prefix + item.key(), item.value());
    };
    collect(module.named_parameters());
    collect(module.named_buffers());
    return tensors;
}

torch::Tensor image_tensor(const Image& image, int size) {
    Image resized = resize_image(image, size, size);
    return torch::from_blob(resized.rgb.data(), {size, size, 3}, torch::kByte)
        .to(torch::kFloat)
        .permute({2, 0, 1});
}

Heatmap to_heatmap(const torch::Tensor& map) {
    if (map.dim() != 2)
        throw std::logic_error("a heatmap needs two dimensions, not shape " + shape_text(map.sizes()));
    const torch::Tensor plain = map.detach().to(torch::kCPU, torch::kFloat).contiguous();
    const float* values = plain.data_ptr<float>();
    return Heatmap(static_cast<int>(plain.size(1)), static_cast<int>(plain.size(0)),
                   std::vector<float>(values, values + plain.numel()));
}

}  // namespace gbs
