// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/objective/objective.h"

#include <QtTest>

#include "core/base/error.h"
#include "core/tensor/tensors.h"
#include "support/tiny_model.h"
#include "support/torch_compare.h"

using namespace gbs;
using namespace gbs::training;

class LossesTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void similarity_is_equation_8_before_its_max();
    void i2t_loss_is_equations_9_and_10();
    void separation_losses_and_gradients_are_those_of_the_reference();
    void ratio_is_one_for_a_decoder_that_predicts_the_mean();
    void losses_are_reported_by_name();
    void without_l_neg_its_text_does_not_reach_the_decoder();
    void a_loss_without_weight_is_reported_but_not_minimized();

 private:
    Fixture method_{"method.safetensors"};
};

void LossesTest::similarity_is_equation_8_before_its_max() {
    const auto z = i2t_similarity({method_["w0"], method_["w1"]}, {method_["e0"], method_["e1"]});
    COMPARE_TENSORS(z[0], method_["z0"], 1e-5);
    COMPARE_TENSORS(z[1], method_["z1"], 1e-5);
}

void LossesTest::i2t_loss_is_equations_9_and_10() {
    std::vector<torch::Tensor> w{method_["w0"].requires_grad_(), method_["w1"].requires_grad_()};
    const auto z = i2t_similarity(w, {method_["e0"], method_["e1"]});
    const torch::Tensor temperature = torch::full({}, 10.0);
    const torch::Tensor loss = i2t_loss(z, temperature, I2tAlignment::maximum);
    COMPARE_TENSORS(loss, method_["loss.i2t.max"], 1e-5);
    COMPARE_TENSORS(i2t_loss(z, temperature, I2tAlignment::each), method_["loss.i2t.each"], 1e-5);
    const auto batch = static_cast<double>(z[0].size(0));
    QVERIFY(batch > 1);
    COMPARE_TENSORS(i2t_loss(z, temperature, I2tAlignment::maximum, I2tReduction::sum),
                    batch * method_["loss.i2t.max"], 1e-4);
    loss.backward();
    COMPARE_TENSORS(w[0].grad(), method_["gradient.w0"], 1e-5);
    COMPARE_TENSORS(w[1].grad(), method_["gradient.w1"], 1e-5);
}

void LossesTest::separation_losses_and_gradients_are_those_of_the_reference() {
    GroundingModel model = tiny_model(64, 8, 6);
    load_module(*model->decoder(), method_.file(), "decoder.");
    model->decoder()->train();
    std::vector<torch::Tensor> e{method_["e0"].requires_grad_(), method_["e1"].requires_grad_()};
    std::vector<torch::Tensor> w{method_["w0"], method_["w1"]}, w2, w_neg;
    for (const auto& level : w) {
        w2.push_back(level.roll(-1, 0));
        w_neg.push_back(level.roll(-2, 0));
    }
    const torch::Tensor alpha = method_["alpha"];
    StageOptions options;
    options.loss_neg = 0.5;
    options.loss_adv = 0.25;
    options.loss_i2t = 0;
    const ObjectiveInputs in{.w = w,
                             .rows = {.first = 0, .count = static_cast<std::size_t>(alpha.size(0))},
                             .photos = {},
                             .blends = e,
                             .w2 = w2,
                             .w_neg = w_neg,
                             .target1 = alpha,
                             .target2 = 1 - alpha};
    const Objective objective(options, single_process());
    const Objective::Result result = objective.compute(model, in, 0);
    QCOMPARE(result.terms.size(), std::size_t{3});
    for (const LossTerm& term : result.terms) COMPARE_TENSORS(term.value, method_["loss." + term.name], 1e-5);
    COMPARE_TENSORS(result.maps.h1, method_["h1"], 1e-5);
    COMPARE_TENSORS(result.maps.hneg, method_["h_neg"], 1e-5);
    COMPARE_TENSORS(result.maps.hadv, method_["h_adv"], 1e-5);
    // The unconditioned pass must not touch the running statistics.
    const auto tensors = module_tensors(*model->decoder());
    COMPARE_TENSORS(tensors.at("blocks_0.bn1.running_mean"), method_["running_mean.after"], 1e-6);
    result.total.backward();
    COMPARE_TENSORS(e[0].grad(), method_["gradient.e0"], 1e-5);
    COMPARE_TENSORS(e[1].grad(), method_["gradient.e1"], 1e-5);
    COMPARE_TENSORS(tensors.at("blocks_0.conv1.weight").grad(), method_["gradient.conv1"], 1e-5);
}

void LossesTest::ratio_is_one_for_a_decoder_that_predicts_the_mean() {
    const torch::Tensor alpha = method_["alpha"];
    const torch::Tensor mean = torch::full_like(alpha, alpha.mean().item<float>());
    QVERIFY(std::abs(separation_ratio(mean, 1 - mean, alpha, 1 - alpha) - 1) < 1e-4);
    QVERIFY(separation_ratio(alpha, 1 - alpha, alpha, 1 - alpha) < 1e-6);
}

namespace {

/// Random inputs for a tiny model of two levels.
ObjectiveInputs random_inputs(const GroundingModel& model) {
    ObjectiveInputs in;
    for (const std::int64_t side : {2, 4}) {
        in.photos.push_back(torch::rand({3, model->channels()[0], side, side}));
        in.blends.push_back(torch::rand({3, model->channels()[0], side, side}));
        in.w.push_back(torch::rand({3, model->channels()[0]}));
    }
    in.w2 = in.w_neg = in.w;
    in.rows = {.first = 0, .count = 3};
    in.target1 = torch::rand({3, 4, 4});
    in.target2 = 1 - in.target1;
    return in;
}

std::string names(const NamedValues& values) {
    std::string joined;
    for (const auto& [name, value] : values) joined += name + " ";
    return joined;
}

}  // namespace

void LossesTest::losses_are_reported_by_name() {
    GroundingModel model = tiny_model(64, 8, 6);
    const ObjectiveInputs in = random_inputs(model);
    StageOptions options;
    options.loss_sep = 2;
    options.loss_neg = 0.5;
    options.loss_i2t = 0.1;
    options.loss_adv = 0;
    const Objective objective(options, single_process());
    const auto result = objective.compute(model, in, 0);
    const NamedValues values = objective.report(result);
    QCOMPARE(names(values), std::string("total sep neg i2t "));
    QVERIFY(std::abs(values[0].second - 2 * values[1].second - 0.5 * values[2].second -
                     0.1 * values[3].second) < 1e-5);
    QCOMPARE(names(objective.measure(model, result, in)), std::string("ratio temperature "));
    options.loss_sep = options.loss_neg = 0;
    const Objective aligning(options, single_process());
    const auto aligned = aligning.compute(model, in, 0);
    QCOMPARE(names(aligning.report(aligned)), std::string("total i2t "));
    QCOMPARE(names(aligning.measure(model, aligned, in)), std::string("temperature "));
}

void LossesTest::without_l_neg_its_text_does_not_reach_the_decoder() {
    GroundingModel model = tiny_model(64, 8, 6);
    model->decoder()->train();
    ObjectiveInputs in = random_inputs(model);
    StageOptions options;
    options.loss_i2t = 0;
    options.loss_neg = 0;
    const Objective objective(options, single_process());
    const auto result = objective.compute(model, in, 0);
    QCOMPARE(names(objective.report(result)), std::string("total sep adv "));
    for (torch::Tensor& level : in.w_neg) level = 100 * level.flip(1);
    const auto other = objective.compute(model, in, 0);
    COMPARE_TENSORS(other.maps.h1, result.maps.h1, 0);  // in training, the batch's statistics
    COMPARE_TENSORS(other.total, result.total, 0);
}

void LossesTest::a_loss_without_weight_is_reported_but_not_minimized() {
    GroundingModel model = tiny_model(64, 8, 6);
    StageOptions options;
    options.loss_ramp = 0.5;
    options.loss_i2t = 0;
    const Objective objective(options, single_process());
    const auto result = objective.compute(model, random_inputs(model), 0);  // the ramp starts at 0
    QCOMPARE(names(objective.report(result)), std::string("total sep neg adv "));
    COMPARE_TENSORS(result.total, result.terms[0].value, 0);
    auto broken = result;
    broken.terms[1].value = torch::full({}, std::nanf(""));
    QVERIFY_EXCEPTION_THROWN(objective.report(broken), Error);
}

QTEST_GUILESS_MAIN(LossesTest)
#include "losses_test.moc"
