// SPDX-License-Identifier: GPL-3.0-or-later

// The FLOP of grounding against sums over the layers, from their shapes alone.

#include "core/model/grounding_cost.h"

#include <QtTest>

using namespace gbs;

namespace {

/// FLOP of a convolution whose output has `side` x `side` cells: 2 per multiply-add.
double convolution(double side, double in, double out, double kernel, double groups = 1) {
    return 2 * side * side * out * (in / groups) * kernel * kernel;
}

/// A basic block at `side` x `side` cells: two 3x3 convolutions, and a 1x1 shortcut between different widths.
double basic_block(double side, double in, double out) {
    return convolution(side, in, out, 3) + convolution(side, out, out, 3) +
           (in == out ? 0 : convolution(side, in, out, 1));
}

/// EfficientNet-Lite0 up to its head. `side`: of the image, a multiple of 32. At stride 2 the padding is odd: kernels have
/// a row and a column of zeros more.
double lite0(double side) {
    struct Stage {
        int repeats, kernel, stride, expansion, in, out;
    };
    constexpr Stage stages[] = {{1, 3, 1, 1, 32, 16},  {2, 3, 2, 6, 16, 24},  {2, 5, 2, 6, 24, 40},
                                {3, 3, 2, 6, 40, 80},  {3, 5, 1, 6, 80, 112}, {4, 5, 2, 6, 112, 192},
                                {1, 3, 1, 6, 192, 320}};
    double cells = side / 2, sum = convolution(cells, 3, 32, 3 + 1);
    for (const Stage& stage : stages)
        for (int repeat = 0, in = stage.in; repeat < stage.repeats; ++repeat, in = stage.out) {
            const double wide = in * stage.expansion;
            if (stage.expansion > 1) sum += convolution(cells, in, wide, 1);
            const bool halves = repeat == 0 && stage.stride == 2;
            if (halves) cells /= 2;
            sum += convolution(cells, wide, wide, stage.kernel + (halves ? 1 : 0), wide) +
                   convolution(cells, wide, stage.out, 1);
        }
    return sum + convolution(cells, 320, 1280, 1);
}

double vgg16(double side) {
    constexpr int blocks[][2] = {{2, 64}, {2, 128}, {3, 256}, {3, 512}, {3, 512}};  // convolutions, channels
    double sum = 0, in = 3;
    for (const auto& [convolutions, channels] : blocks) {
        for (int i = 0; i < convolutions; ++i, in = channels) sum += convolution(side, in, channels, 3);
        side /= 2;
    }
    return sum;
}

bool close(double actual, double expected) {
    qInfo("%.6g of %.6g GFLOP", actual / 1e9, expected / 1e9);
    return std::abs(actual / expected - 1) < 2e-3;
}

}  // namespace

class GroundingCostTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void lite0_with_necks_and_two_views() {
        ModelOptions options;
        options.image_encoder = "efficientnet-lite0";
        options.input_size = 416;
        options.neck_width = 256;
        options.attenuation = Attenuation::projection_cosine;
        options.decoder_width = 128;
        options.mirror = true;
        options.blur = 1.5;
        const GroundingCost cost = grounding_cost(options, 384);
        // The head, 1280 channels on 13 x 13, and the widened stride-16 features, 672 on 26 x 26.
        const double necks = convolution(13, 1280, 256, 1) + convolution(26, 672, 256, 1);
        // Of the decoder: nine taps and the shortcut of E.
        const double taps = convolution(13, 256, 10 * 128, 1) + convolution(26, 256, 10, 1);
        QVERIFY(close(cost.image_flop, 2 * (lite0(416) + necks + taps)));
        // One text serves both views. Each view is matched at both levels; the taps are summed with those of the cosine,
        // the second convolution follows, and the result is joined with the finer level at the coarse one.
        const double text = 2 * (2.0 * 384 * 256);
        const double cosines = convolution(13, 256, 1, 1) + convolution(26, 256, 1, 1);
        const double sums = convolution(13, 10, 128, 1) + convolution(26, 10, 1, 1);
        const double rest = convolution(13, 128, 128, 3) + convolution(13, 128, 10, 1);
        QVERIFY(close(cost.phrase_flop, text + 2 * (cosines + sums + rest)));
        // A third of the decoder without this.
        QVERIFY(cost.phrase_flop <
                0.35 * 2 * (basic_block(13, 256 + 1, 128) + basic_block(26, 256 + 1 + 128, 1)));
    }

    void vgg16_as_published() {
        ModelOptions options;
        options.image_encoder = "vgg16";
        options.input_size = 512;
        options.neck_width = 0;
        options.attenuation = Attenuation::distance;
        options.decoder_width = 512;
        const GroundingCost cost = grounding_cost(options, 768);
        QVERIFY(close(cost.image_flop, vgg16(512)));
        const double text = 2 * (2.0 * 768 * 512);
        QVERIFY(close(cost.phrase_flop, text + basic_block(32, 512, 512) + basic_block(64, 512 + 512, 1)));
    }

    void mirror_averaging_doubles_all_but_the_text() {
        ModelOptions options;
        options.input_size = 224;
        options.neck_width = 32;
        options.decoder_width = 16;
        const GroundingCost one = grounding_cost(options, 384);
        options.mirror = true;
        const GroundingCost two = grounding_cost(options, 384);
        QCOMPARE(two.image_flop, 2 * one.image_flop);
        const double text = 2 * (2.0 * 384 * 32);
        QVERIFY(std::abs(two.phrase_flop - text - 2 * (one.phrase_flop - text)) < 1);
        QCOMPARE(two.parameters, one.parameters);
        QVERIFY(two.bytes > 1.3 * one.bytes);
    }
};

QTEST_GUILESS_MAIN(GroundingCostTest)
#include "grounding_cost_test.moc"
