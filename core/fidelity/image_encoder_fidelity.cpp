// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/base/join.h"
#include "core/encoders/image_encoders.h"
#include "core/fidelity/fidelity.h"
#include "core/fidelity/fidelity_fixtures.h"
#include "core/fidelity/weights_by_name.h"
#include "core/tensor/tensors.h"

namespace gbs {
namespace {

constexpr int levels = 3;

/// The image of make_image_encoders.py: integers in 0..255.
torch::Tensor generated_image(std::int64_t height, std::int64_t width) {
    const std::string name = "image " + std::to_string(height) + "x" + std::to_string(width);
    return ((uniform_by_name(name, {1, 3, height, width}) + 1) * 128).floor();
}

/// The same positions as sample_places in make_image_encoders.py.
torch::Tensor sampled(const torch::Tensor& flat, std::int64_t samples) {
    return flat.index_select(0, (torch::arange(samples) * 7919 + 13).mul(31).remainder(flat.numel()));
}

double compare_level(const torch::Tensor& level, const SafetensorsFile& file, const std::string& key,
                     const std::vector<std::int64_t>& shape) {
    if (level.sizes() != torch::IntArrayRef(shape)) return std::numeric_limits<double>::infinity();
    const torch::Tensor flat = level.flatten(), wide = flat.to(torch::kDouble);
    const torch::Tensor expected = to_tensor(file.at(key + ".samples"));
    // The mean may be near 0; the root mean square, never smaller, sets the scale for both.
    const torch::Tensor moments = torch::stack({wide.mean(), wide.square().mean().sqrt()});
    return std::max(relative_difference(sampled(flat, expected.numel()), expected),
                    relative_difference(moments, to_tensor(file.at(key + ".moments")).to(torch::kDouble)));
}

}  // namespace

FidelityRow image_encoder_fidelity(const FidelityPart& part) {
    const SafetensorsFile file(part.file);
    FidelityRow row{fixture_note(file, "encoder"),
                    fixture_note(file, "library") + " " + fixture_note(file, "version"), "", 0};
    const torch::NoGradGuard no_grad;
    const auto encoder = make_image_encoder(row.part, levels);
    fill_by_name(*encoder, nlohmann::json::parse(fixture_note(file, "gain")).get<double>());
    encoder->eval();
    const nlohmann::json shapes = fixture_object(file, "shapes");
    std::vector<torch::Tensor> features;
    std::vector<std::string> sizes;
    for (const auto& [key, shape] : shapes.items()) {  // "96x128.1": size and level
        const std::string size = key.substr(0, key.find('.'));
        if (sizes.empty() || size != sizes.back()) {
            features = encoder->forward(
                generated_image(std::stoi(size), std::stoi(size.substr(size.find('x') + 1))));
            sizes.push_back(size);
        }
        const auto level = static_cast<std::size_t>(std::stoi(key.substr(key.find('.') + 1))) - 1;
        row.difference = std::max(row.difference, compare_level(features.at(level), file, key,
                                                                shape.get<std::vector<std::int64_t>>()));
    }
    row.inputs = join(sizes, ", ");
    return row;
}

}  // namespace gbs
