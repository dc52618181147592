// SPDX-License-Identifier: GPL-3.0-or-later

// Compares a training step of a small model with an independent implementation of the paper in plain PyTorch
// and double precision (tests/fixtures/make_method_steps.py): losses, the gradient of each loss, the weights
// after a step of Adam and the resulting maps, for every attenuation, 1 to 3 levels, each loss on and off.

#include <torch/csrc/autograd/autograd.h>
#include <torch/optim/adam.h>

#include <QtTest>
#include <array>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/fidelity/weights_by_name.h"
#include "core/model/grounding_model.h"
#include "support/torch_compare.h"
#include "training/objective/objective.h"

using namespace gbs;
using namespace gbs::training;
using nlohmann::json;

namespace {

constexpr int batch = 4, side = 32, words_per_text = 5, word_width = 12, samples = 6;
constexpr double weight_gain = 1.6, rate = 1e-3;
const std::array<std::string, 4> losses{"sep", "neg", "adv", "i2t"};

/// Three convolutions, strides 4, 8 and 16.
class SmallEncoder final : public ImageEncoder {
 public:
    explicit SmallEncoder(std::size_t levels) : levels_(levels) {
        int into = 3;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const auto options =
                torch::nn::Conv2dOptions(into, widths_[i], 3).stride(i == 0 ? 4 : 2).padding(1);
            convolutions_.push_back(register_module(std::to_string(i), torch::nn::Conv2d(options)));
            into = widths_[i];
        }
    }
    std::string name() const override { return "small"; }
    std::vector<int> strides() const override { return coarsest(std::vector<int>{4, 8, 16}); }
    std::vector<int> channels() const override { return coarsest(widths_); }
    std::vector<double> mean() const override { return {127.5, 127.5, 127.5}; }
    std::vector<double> std() const override { return {64, 64, 64}; }
    std::vector<torch::Tensor> forward(const torch::Tensor& images) override {
        std::vector<torch::Tensor> blocks;
        torch::Tensor x = (images - 127.5) / 64;
        for (auto& convolution : convolutions_) blocks.push_back(x = torch::relu(convolution->forward(x)));
        return coarsest(blocks);
    }

 private:
    template <typename T>
    std::vector<T> coarsest(const std::vector<T>& finest_first) const {
        return {finest_first.rbegin(), finest_first.rbegin() + static_cast<std::ptrdiff_t>(levels_)};
    }

    std::size_t levels_;
    std::vector<int> widths_{6, 8, 10};
    std::vector<torch::nn::Conv2d> convolutions_;
};

struct Inputs {
    torch::Tensor photos, alpha, words, mask;
};

torch::Tensor enlarged(const torch::Tensor& coarse) {
    return coarse.repeat_interleave(side / 4, 2).repeat_interleave(side / 4, 3);
}

Inputs make_inputs(int layers) {
    const torch::Tensor coarse = enlarged(uniform_by_name("photos.coarse", {batch, 3, 4, 4}));
    Inputs inputs{((0.7 * coarse + 0.3 * uniform_by_name("photos", {batch, 3, side, side})) + 1) * 127.5,
                  enlarged((uniform_by_name("alpha", {batch, 1, 4, 4}) + 1) / 2).squeeze(1),
                  uniform_by_name("words", {batch, words_per_text, std::int64_t{word_width} * layers}),
                  torch::ones({batch, words_per_text})};
    for (int k = 1; k < batch; ++k) inputs.mask[k].narrow(0, words_per_text - k, k).zero_();
    inputs.words *= inputs.mask.unsqueeze(2);
    return inputs;
}

GroundingModel make_model(const json& variant) {
    ModelOptions options;
    options.levels = variant.at("levels");
    OptionSet set;
    options.bind(set);
    set.set("model.attenuation", variant.at("attenuation"));
    set.set("model.i2t_levels", variant.at("i2t_levels"));
    options.neck_width = variant.at("neck");
    options.decoder_width = 6;
    options.input_size = side;
    GroundingModel model(options, WordShape(word_width, variant.at("layers").get<int>()),
                         std::make_shared<SmallEncoder>(variant.at("levels").get<std::size_t>()));
    const torch::NoGradGuard no_grad;
    for (auto& item : model->named_parameters())
        if (item.key() != "log_temperature")
            item.value().copy_(weight_by_name(item.key(), item.value().sizes().vec(), weight_gain));
    model->set_temperature(variant.at("temperature"));
    return model;
}

/// L_sep, L_neg, L_adv and L_i2t of the batch.
std::vector<torch::Tensor> compute_losses(GroundingModel& model, const Inputs& inputs, const json& variant) {
    const auto rolled = [](std::vector<torch::Tensor> w, int by) {
        for (torch::Tensor& level : w) level = level.roll(-by, 0);
        return w;
    };
    const auto w = model->project(inputs.words, inputs.mask);
    const auto plain = model->encode(inputs.photos);
    const torch::Tensor weight = inputs.alpha.unsqueeze(1);
    const auto e = model->encode(weight * inputs.photos + (1 - weight) * inputs.photos.roll(-1, 0));
    const torch::Tensor target =
        torch::adaptive_avg_pool2d(weight, {e.back().size(2), e.back().size(3)}).squeeze(1);
    StageOptions options;
    options.i2t_alignment = variant.at("alignment") == "each" ? I2tAlignment::each : I2tAlignment::maximum;
    const ObjectiveInputs in{.w = w,
                             .rows = {.first = 0, .count = batch},
                             .photos = plain,
                             .blends = e,
                             .w2 = rolled(w, 1),
                             .w_neg = rolled(w, 2),
                             .target1 = target,
                             .target2 = 1 - target};
    std::vector<torch::Tensor> values;
    const auto result = Objective(options, single_process()).compute(model, in, 0);
    for (std::size_t i = 0; i < result.terms.size(); ++i) {
        if (result.terms[i].name != losses.at(i)) throw Error("unexpected loss " + result.terms[i].name);
        values.push_back(result.terms[i].value);
    }
    return values;
}

torch::Tensor sampled(const torch::Tensor& tensor) {
    const torch::Tensor flat = tensor.detach().flatten();
    std::vector<torch::Tensor> values;
    for (std::int64_t i = 0; i < samples; ++i) values.push_back(flat[(i * 7919 + 13) * 31 % flat.numel()]);
    return torch::stack(values);
}

/// As in the fixture: largest entry, norm, some entries.
torch::Tensor summary(const torch::Tensor& tensor) {
    return torch::cat({torch::stack({tensor.abs().amax(), tensor.norm()}), sampled(tensor)});
}

}  // namespace

class MethodStepsTest : public QObject {
    Q_OBJECT

 private:
    Fixture fixture_{"method_steps.safetensors"};
    json variants_ = json::parse(fixture_.file().metadata().at("variants"));
    double worst_ = 0;

    /// Largest difference relative to `scale`, recorded for the final message.
    bool near(const torch::Tensor& actual, const torch::Tensor& expected, double scale) {
        const double apart = largest_difference(actual, expected) / scale;
        worst_ = std::max(worst_, apart);
        return apart < 1e-4;
    }

 private Q_SLOTS:
    void one_step_as_in_the_reference_data();
    void one_step_as_in_the_reference();
    void cleanupTestCase() { qInfo("largest relative difference %g", worst_); }
};

void MethodStepsTest::one_step_as_in_the_reference_data() {
    QTest::addColumn<QString>("name");
    for (const auto& [name, variant] : variants_.items())
        QTest::addRow("%s", name.c_str()) << QString::fromStdString(name);
}

void MethodStepsTest::one_step_as_in_the_reference() {
    QFETCH(QString, name);
    const std::string key = name.toStdString();
    const json& variant = variants_.at(key);
    GroundingModel model = make_model(variant);
    const Inputs inputs = make_inputs(variant.at("layers"));

    std::map<std::string, torch::Tensor> parameters;  // in the fixture's order
    for (auto& item : model->named_parameters())
        if (item.key() != "log_temperature") parameters.emplace(item.key(), item.value());
    std::vector<std::string> names;
    for (const auto& [parameter, tensor] : parameters) names.push_back(parameter);
    QCOMPARE(json(names), variant.at("parameters"));

    model->train();
    const auto values = compute_losses(model, inputs, variant);
    QVERIFY(near(torch::stack(values), fixture_[key + ".losses"],
                 fixture_[key + ".losses"].max().item<double>()));

    const torch::Tensor expected = fixture_[key + ".gradients"];
    std::vector<torch::Tensor> all;
    for (auto& [parameter, tensor] : parameters) all.push_back(tensor);
    torch::Tensor total = torch::zeros({});
    for (std::size_t loss = 0; loss < losses.size(); ++loss) {
        const auto row = static_cast<std::int64_t>(loss);
        const auto gradients = torch::autograd::grad({values[loss]}, all, {}, true, false, true);
        const double largest = expected.select(1, row).select(1, 0).max().item<double>();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const torch::Tensor gradient = gradients[i].defined() ? gradients[i] : torch::zeros_like(all[i]);
            const torch::Tensor wanted = expected[static_cast<std::int64_t>(i)][row];
            // A batch norm cancels a scale, so some gradients are nothing but rounding errors.
            const double scale = std::max(wanted[0].item<double>(), 1e-2 * largest);
            QVERIFY2(near(summary(gradient), wanted, scale), (losses[loss] + " " + names[i]).c_str());
        }
        total = total + variant.at("loss").at(losses[loss]).get<double>() * values[loss];
    }

    torch::optim::Adam adam(all, torch::optim::AdamOptions(rate));
    total.backward();
    adam.step();
    std::int64_t compared = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const torch::Tensor wanted = fixture_[key + ".updated"][static_cast<std::int64_t>(i)];
        const torch::Tensor samples_wanted = wanted.narrow(0, 1, samples), known = ~samples_wanted.isnan();
        QVERIFY2(near(sampled(all[i]).masked_select(known), samples_wanted.masked_select(known),
                      wanted[0].item<double>()),
                 names[i].c_str());
        compared += known.sum().item<std::int64_t>();
    }
    QVERIFY(compared > 50);

    model->eval();
    const torch::NoGradGuard no_grad;
    const auto e = model->encode(inputs.photos), w = model->project(inputs.words, inputs.mask);
    QVERIFY(near(torch::stack({model->decode(model->condition(e, w))[0], model->match(e, w)[0]}),
                 fixture_[key + ".maps"], 1));
}

QTEST_GUILESS_MAIN(MethodStepsTest)
#include "method_steps_test.moc"
