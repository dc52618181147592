#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/fidelity.h"
#include "core/image_encoder.h"
#include "core/safetensors.h"
#include "core/tensors.h"
#include "core/weights_by_name.h"

namespace gbs {
namespace {

constexpr int levels = 3;

/// The image of make_image_encoders.py: whole numbers in 0..255.
torch::Tensor generated_image(std::int64_t height, std::int64_t width) {
    const std::string name = "image " + std::to_string(height) + "x" + std::to_string(width);
    return ((uniform_by_name(name, {1, 3, height, width}) + 1) * 128).floor();
}

/// Its sample_places.
torch::Tensor sampled(const torch::Tensor& flat, std::int64_t samples) {
    return flat.index_select(0, (torch::arange(samples) * 7919 + 13).mul(31).remainder(flat.numel()));
}

double compare_level(const torch::Tensor& level, const SafetensorsFile& file, const std::string& key,
                     const std::vector<std::int64_t>& shape) {
    if (level.sizes() != torch::IntArrayRef(shape)) return std::numeric_limits<double>::infinity();
    const torch::Tensor flat = level.flatten();
    const torch::Tensor expected = to_tensor(file.at(key + ".samples"));
    const torch::Tensor moments = to_tensor(file.at(key + ".moments"));
    const double scale = expected.abs().max().item<double>();
    const double samples = (sampled(flat, expected.numel()) - expected).abs().max().item<double>() / scale;
    const torch::Tensor wide = flat.to(torch::kDouble);
    const double size = moments[1].item<double>();  // the mean may be near 0: both are measured by it
    const double mean = std::abs(wide.mean().item<double>() - moments[0].item<double>()) / size;
    const double rms = std::abs(wide.square().mean().sqrt().item<double>() - size) / size;
    // Comparisons with NaN are false, and std::max would lose it.
    const bool finite = std::isfinite(samples) && std::isfinite(mean) && std::isfinite(rms);
    return finite ? std::max({samples, mean, rms}) : std::numeric_limits<double>::infinity();
}

}  // namespace

FidelityRow image_encoder_fidelity(const std::filesystem::path& path) {
    const SafetensorsFile file(path);
    const auto note = [&](const char* key) {
        const auto found = file.metadata().find(key);
        if (found == file.metadata().end()) throw Error(path.string() + ": its metadata has no " + key);
        return found->second;
    };
    FidelityRow row{note("encoder"), note("library") + " " + note("version"), "", 0};
    const torch::NoGradGuard no_grad;
    const auto encoder = make_image_encoder(row.part, levels);
    fill_by_name(*encoder, std::stod(note("gain")));
    encoder->eval();
    const auto shapes = nlohmann::json::parse(note("shapes"), nullptr, false);
    if (!shapes.is_object()) throw Error(path.string() + ": \"shapes\" in its metadata is not a JSON object");
    std::vector<torch::Tensor> features;
    std::string done;
    for (const auto& [key, shape] : shapes.items()) {  // "96x128.1": size and level
        const std::string size = key.substr(0, key.find('.'));
        if (size != done) {
            features = encoder->forward(
                generated_image(std::stoi(size), std::stoi(size.substr(size.find('x') + 1))));
            row.inputs += (row.inputs.empty() ? "" : ", ") + size;
            done = size;
        }
        const auto level = static_cast<std::size_t>(std::stoi(key.substr(key.find('.') + 1))) - 1;
        row.difference = std::max(row.difference, compare_level(features.at(level), file, key,
                                                                shape.get<std::vector<std::int64_t>>()));
    }
    return row;
}

}  // namespace gbs
