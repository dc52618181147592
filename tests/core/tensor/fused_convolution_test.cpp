// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/fused_convolution.h"

#include <QtTest>

#include "core/tensor/same_padding.h"
#include "support/torch_compare.h"

using namespace gbs;

namespace {

struct Layers {
    torch::nn::Conv2d convolution{nullptr};
    BatchNorm norm{nullptr};
};

Layers make_layers(int in, int out, int kernel, int stride, int groups, bool with_norm, int padding) {
    Layers layers;
    layers.convolution = torch::nn::Conv2d(torch::nn::Conv2dOptions(in, out, kernel)
                                               .stride(stride)
                                               .groups(groups)
                                               .padding(padding)
                                               .bias(!with_norm));
    if (!with_norm) return layers;
    layers.norm = BatchNorm(torch::nn::BatchNorm2dOptions(out).eps(1e-3));
    const torch::NoGradGuard no_grad;
    layers.norm->running_mean.uniform_(-1, 1);
    layers.norm->running_var.uniform_(0.5, 2);
    layers.norm->weight.uniform_(-1, 1);
    layers.norm->bias.uniform_(-1, 1);
    layers.norm->eval();
    return layers;
}

}  // namespace

class FusedConvolutionTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void init() { torch::manual_seed(5); }

    void inference_equals_separate_operations_data() {
        QTest::addColumn<int>("kernel");
        QTest::addColumn<int>("stride");
        QTest::addColumn<int>("groups");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        for (const int kernel : {1, 3, 5})
            for (const int stride : {1, 2})
                for (const int groups : {1, 16})
                    for (const int height : {12, 13})
                        for (const int width : {14, 15})
                            QTest::addRow("%dx%d kernel, stride %d, %d groups, %d x %d", kernel, kernel,
                                          stride, groups, height, width)
                                << kernel << stride << groups << height << width;
    }

    void inference_equals_separate_operations() {
        QFETCH(int, kernel);
        QFETCH(int, stride);
        QFETCH(int, groups);
        QFETCH(int, height);
        QFETCH(int, width);
        const torch::NoGradGuard no_grad;
        const torch::Tensor x = 4 * torch::randn({2, 16, height, width});
        for (const Padding padding : {Padding::same, Padding::of_layer})
            for (const bool with_norm : {false, true})
                for (const Activation activation : {Activation::none, Activation::relu, Activation::relu6}) {
                    Layers layers = make_layers(16, 16, kernel, stride, groups, with_norm,
                                                padding == Padding::same ? 0 : kernel / 2);
                    const FusedConvolution step(layers.convolution, layers.norm, activation, padding);
                    torch::Tensor expected = padding == Padding::same ? convolve_same(layers.convolution, x)
                                                                      : layers.convolution->forward(x);
                    if (with_norm) expected = layers.norm->forward(expected);
                    const torch::Tensor residual = torch::randn_like(expected);
                    const auto activated = [&](const torch::Tensor& y) {
                        return activation == Activation::none   ? y
                               : activation == Activation::relu ? y.clamp_min(0)
                                                                : y.clamp(0, 6);
                    };
                    COMPARE_TENSORS(step(x), activated(expected), 2e-5);
                    COMPARE_TENSORS(step(x, residual), activated(expected + residual), 2e-5);
                    const torch::AutoGradMode training(true);
                    COMPARE_TENSORS(step(x, residual).detach(), activated(expected + residual), 2e-5);
                }
    }

    void changed_weights_and_statistics_count() {
        const torch::NoGradGuard no_grad;
        Layers layers = make_layers(16, 16, 3, 1, 1, true, 1);
        const FusedConvolution step(layers.convolution, layers.norm, Activation::none);
        const torch::Tensor x = torch::randn({1, 16, 9, 9});
        const auto expected = [&] { return layers.norm->forward(layers.convolution->forward(x)); };
        COMPARE_TENSORS(step(x), expected(), 2e-5);
        layers.convolution->weight.mul_(2);
        COMPARE_TENSORS(step(x), expected(), 2e-5);
        layers.norm->running_var.mul_(3);
        COMPARE_TENSORS(step(x), expected(), 2e-5);
        layers.norm->bias.set_data(torch::randn({16}));
        COMPARE_TENSORS(step(x), expected(), 2e-5);
        {
            const torch::AutoGradMode training(true);
            step(x);
        }
        layers.convolution->weight.data().mul_(0.5);  // as SGD: without a new version
        COMPARE_TENSORS(step(x), expected(), 2e-5);
    }

    void another_size_has_its_own_padding() {
        const torch::NoGradGuard no_grad;
        Layers layers = make_layers(16, 16, 3, 2, 1, true, 0);
        const FusedConvolution step(layers.convolution, layers.norm, Activation::none, Padding::same);
        for (const int side : {8, 9, 8, 10, 11}) {
            const torch::Tensor x = torch::randn({1, 16, side, side});
            COMPARE_TENSORS(step(x), layers.norm->forward(convolve_same(layers.convolution, x)), 2e-5);
        }
    }

    void batch_statistics_are_used_and_updated_while_training() {
        const torch::NoGradGuard no_grad;
        Layers layers = make_layers(16, 16, 1, 1, 1, true, 0);
        const FusedConvolution step(layers.convolution, layers.norm, Activation::none);
        layers.norm->train();
        const torch::Tensor before = layers.norm->running_mean.clone();
        step(torch::randn({4, 16, 6, 6}));
        QVERIFY(!layers.norm->running_mean.equal(before));
    }
};

QTEST_GUILESS_MAIN(FusedConvolutionTest)
#include "fused_convolution_test.moc"
