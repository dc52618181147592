// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/trained_norm.h"

#include <ATen/Parallel.h>

#include <QTest>

#include "core/tensor/batch_norm.h"

using namespace gbs;

Q_DECLARE_METATYPE(gbs::Activation)

namespace {

constexpr int channels = 37;  // not a multiple of a vector

/// Far from zero mean, and with values beyond the limits of the activations.
torch::Tensor make_input(std::int64_t rows = 3) {
    torch::manual_seed(4);
    return (torch::randn({rows, channels, 19, 23}) * 4 + 50)
        .contiguous(torch::MemoryFormat::ChannelsLast)
        .requires_grad_();
}

struct Outcome {
    torch::Tensor y, dx, dweight, dbias, mean, variance;
};

template <typename Norm>
Norm make_norm() {
    torch::manual_seed(5);
    Norm norm(torch::nn::BatchNorm2dOptions(channels).eps(1e-3).momentum(0.1));
    const torch::NoGradGuard no_grad;
    norm->weight.uniform_(-1, 3);
    norm->bias.uniform_(-1, 4);
    return norm;
}

/// Random gradients; zero near the limits of activations, where rounding decides whether a gradient passes.
torch::Tensor make_gradients() {
    const torch::NoGradGuard no_grad;
    const torch::Tensor y = make_norm<torch::nn::BatchNorm2d>()->forward(make_input());
    torch::manual_seed(6);
    return torch::randn(y.sizes()) * ((y.abs() > 1e-3) & ((y - 6).abs() > 1e-3));
}

template <typename Norm>
Outcome finish(Norm& norm, const torch::Tensor& x, const torch::Tensor& y) {
    (y * make_gradients()).sum().backward();
    return {y.detach(),        x.grad(),           norm->weight.grad(),
            norm->bias.grad(), norm->running_mean, norm->running_var};
}

Outcome of_torch(Activation activation) {
    auto norm = make_norm<torch::nn::BatchNorm2d>();
    const torch::Tensor x = make_input();
    return finish(norm, x, activate(norm->forward(x), activation));
}

Outcome of_ours(Activation activation) {
    auto norm = make_norm<BatchNorm>();
    const torch::Tensor x = make_input();
    return finish(norm, x, norm->forward(x, activation));
}

bool close(const torch::Tensor& a, const torch::Tensor& b) {
    return (a - b).abs().max().item<double>() <= 1e-4 * b.abs().max().item<double>();
}

}  // namespace

class TrainedNormTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void equals_torchs_norm_and_activation_data() {
        QTest::addColumn<Activation>("activation");
        QTest::newRow("none") << Activation::none;
        QTest::newRow("relu") << Activation::relu;
        QTest::newRow("relu6") << Activation::relu6;
    }
    void equals_torchs_norm_and_activation() {
        QFETCH(Activation, activation);
        const Outcome expected = of_torch(activation), found = of_ours(activation);
        QVERIFY(close(found.y, expected.y));
        QVERIFY(close(found.dx, expected.dx));
        QVERIFY(close(found.dweight, expected.dweight));
        QVERIFY(close(found.dbias, expected.dbias));
        QVERIFY(close(found.mean, expected.mean));
        QVERIFY(close(found.variance, expected.variance));
    }

    void takes_inputs_with_channels_last_only() {
        const torch::Tensor ones = torch::ones({channels});
        const NormParts parts{ones, ones, {}, {}, 0, 1e-3};
        const torch::Tensor x = make_input().detach();
        QVERIFY(train_norm(x, parts, Activation::relu));
        QVERIFY(!train_norm(x.contiguous(), parts, Activation::relu));
        QVERIFY(!train_norm(x.to(torch::kDouble), parts, Activation::relu));
        QVERIFY(!train_norm(torch::ones({1, channels, 1, 1}), parts, Activation::relu));
    }

    void inputs_in_another_order_give_the_same() {
        auto norm = make_norm<BatchNorm>(), other = make_norm<BatchNorm>();
        const torch::Tensor x = make_input().detach();
        QVERIFY(
            close(norm->forward(x, Activation::relu6), other->forward(x.contiguous(), Activation::relu6)));
        QVERIFY(close(norm->running_var, other->running_var));
        QCOMPARE(norm->num_batches_tracked.item<int>(), other->num_batches_tracked.item<int>());
    }

    void does_not_depend_on_the_number_of_threads() {
        const int usual = at::get_num_threads();
        at::set_num_threads(1);
        const Outcome one = of_ours(Activation::relu6);
        at::set_num_threads(3);
        const Outcome three = of_ours(Activation::relu6);
        at::set_num_threads(usual);
        QVERIFY(one.y.equal(three.y));
        QVERIFY(one.dx.equal(three.dx));
        QVERIFY(one.dweight.equal(three.dweight));
    }

    void a_momentum_that_counts_batches_averages_them() {
        BatchNorm norm(torch::nn::BatchNorm2dOptions(channels).momentum(std::nullopt));
        const torch::Tensor x = make_input().detach();
        norm->forward(x);
        norm->forward(x + 2);
        QVERIFY(close(norm->running_mean, x.mean({0, 2, 3}) + 1));
    }
};

QTEST_GUILESS_MAIN(TrainedNormTest)
#include "trained_norm_test.moc"
