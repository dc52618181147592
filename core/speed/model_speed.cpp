// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/speed/model_speed.h"

#include <string>

#include "core/model/grounding_cost.h"
#include "core/model/inference.h"
#include "core/speed/thread_count.h"
#include "core/text/language_models.h"

namespace gbs {
namespace {

struct Variant {
    std::string name;
    ModelOptions options;
    /// How many times the time at the machine's peaks a photo may take; 0: no goal.
    double goal = 0;
};

/// The default model's shape.
ModelOptions lite0(int input_size, int levels = 2) {
    ModelOptions options;
    options.input_size = input_size;
    options.levels = levels;
    options.neck_width = 256;
    options.attenuation = Attenuation::projection_cosine;
    options.decoder_width = 128;
    options.i2t_levels = I2tLevels::geometric_mean;
    options.mirror = false;
    return options;
}

ModelOptions vgg16() {
    ModelOptions options;
    options.image_encoder = "vgg16";
    options.input_size = 512;
    options.mirror = false;
    return options;
}

std::vector<Variant> variants() {
    std::vector<Variant> all;
    for (const int side : {224, 320, 416, 512})
        all.push_back({"EfficientNet-Lite0, " + std::to_string(side) + " pixels", lite0(side)});
    for (const int levels : {1, 3})
        all.push_back({"EfficientNet-Lite0, 416 pixels, " + std::to_string(levels) +
                           (levels == 1 ? " level" : " levels"),
                       lite0(416, levels)});
    all.push_back({"VGG16, 512 pixels, the paper's options", vgg16(), 1.3});
    return all;
}

/// W^1..W^n of a phrase.
std::vector<torch::Tensor> random_text(const GroundingModel& model) {
    std::vector<torch::Tensor> w;
    for (const int channels : model->channels()) w.push_back(torch::randn({1, channels}));
    return w;
}

}  // namespace

std::vector<SpeedRow> measure_models(int threads, const MachinePeaks& peaks, double seconds_each) {
    const ThreadCount count(threads);
    const torch::NoGradGuard no_grad;
    std::vector<SpeedRow> rows;
    for (const Variant& variant : variants()) {
        const WordShape words = find_language_model(variant.options.text_encoder).words;
        GroundingModel model(variant.options, words);
        model->eval();
        const MapInference inference(model);
        const GroundingCost cost = grounding_cost(variant.options, words);
        const torch::Tensor photo =
            torch::rand({3, variant.options.input_size, variant.options.input_size}) * 255;
        const auto encode = [&] {
            return inference.prepare(encode_views(model, photo_views(variant.options, photo)));
        };
        const PhotoFeatures features = encode();
        const std::vector<torch::Tensor> text = random_text(model);
        const auto add = [&](const std::string& what, double flop, double bytes, double times,
                             const std::function<void()>& work) {
            SpeedRow row{.what = variant.name + ": " + what,
                         .threads = threads,
                         .time = time_repeatedly(work, 3, seconds_each),
                         .predicted = peaks.milliseconds(flop, bytes) / threads};
            if (times > 0) row.goal = times * *row.predicted;
            rows.push_back(row);
        };
        add("a photo", cost.image_flop, 4.0 * static_cast<double>(cost.parameters), variant.goal, encode);
        add("a phrase", cost.phrase_flop, 0, 0, [&] { inference.maps(features, text); });
    }
    return rows;
}

}  // namespace gbs
