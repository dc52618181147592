// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/objective/losses.h"

#include <QtTest>

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
    void ratio_is_one_for_a_decoder_that_says_the_mean();

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
    const SeparationLosses losses = separation_losses(model, e, w, w2, w_neg, alpha, 1 - alpha);
    COMPARE_TENSORS(losses.sep, method_["loss.sep"], 1e-5);
    COMPARE_TENSORS(losses.neg, method_["loss.neg"], 1e-5);
    COMPARE_TENSORS(losses.adv, method_["loss.adv"], 1e-5);
    COMPARE_TENSORS(losses.h1, method_["h1"], 1e-5);
    COMPARE_TENSORS(losses.hneg, method_["h_neg"], 1e-5);
    COMPARE_TENSORS(losses.hadv, method_["h_adv"], 1e-5);
    // The unconditioned pass must not touch the running statistics.
    const auto tensors = module_tensors(*model->decoder());
    COMPARE_TENSORS(tensors.at("blocks_0.bn1.running_mean"), method_["running_mean.after"], 1e-6);
    (losses.sep + 0.5 * losses.neg + 0.25 * losses.adv).backward();
    COMPARE_TENSORS(e[0].grad(), method_["gradient.e0"], 1e-5);
    COMPARE_TENSORS(e[1].grad(), method_["gradient.e1"], 1e-5);
    COMPARE_TENSORS(tensors.at("blocks_0.conv1.weight").grad(), method_["gradient.conv1"], 1e-5);
}

void LossesTest::ratio_is_one_for_a_decoder_that_says_the_mean() {
    const torch::Tensor alpha = method_["alpha"];
    const torch::Tensor mean = torch::full_like(alpha, alpha.mean().item<float>());
    QVERIFY(std::abs(separation_ratio(mean, 1 - mean, alpha, 1 - alpha) - 1) < 1e-4);
    QVERIFY(separation_ratio(alpha, 1 - alpha, alpha, 1 - alpha) < 1e-6);
}

QTEST_GUILESS_MAIN(LossesTest)
#include "losses_test.moc"
