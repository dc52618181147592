// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/heatmap.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <random>

#include "core/base/error.h"

namespace {

using gbs::Heatmap;
using gbs::Peak;

enum class Kind { uniform, plateaus, gentle_slope, constant, saturated };

Heatmap random_map(std::mt19937& random, Kind kind, int width, int height) {
    std::uniform_real_distribution<float> uniform(0, 1);
    std::vector<float> values(static_cast<std::size_t>(width) * height);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const float value = uniform(random);
        switch (kind) {
            case Kind::uniform:
                values[i] = value;
                break;
            case Kind::plateaus:
                values[i] = std::round(value * 2) / 2;
                break;
            case Kind::gentle_slope:
                values[i] = 0.7F + 1e-7F * static_cast<float>(i % width);
                break;
            case Kind::constant:
                values[i] = 0.3F;
                break;
            case Kind::saturated:
                values[i] = std::min(1.0F, value * 3);
                break;
        }
    }
    return {width, height, values};
}

Peak first_maximum(const Heatmap& map) {
    const auto best = std::max_element(map.values().begin(), map.values().end());
    const int index = static_cast<int>(best - map.values().begin());
    return {index % map.width(), index / map.width(), *best};
}

/// How numpy reads a .npy file; empty without numpy.
QString ask_numpy(const QString& code, const QString& path) {
    QProcess python;
    python.start(QStringLiteral(GBS_TEST_PYTHON), {QStringLiteral("-c"), code, path});
    if (!python.waitForStarted() || !python.waitForFinished(60000) || python.exitCode() != 0) return {};
    return QString::fromUtf8(python.readAllStandardOutput()).trimmed();
}

}  // namespace

class HeatmapTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void resizes_like_torch() {
        std::mt19937 random(1);
        for (const auto& [from_w, from_h, to_w, to_h] :
             {std::array{7, 5, 50, 31}, std::array{64, 64, 500, 375}, std::array{1, 1, 9, 4},
              std::array{40, 30, 13, 11}, std::array{18, 18, 18, 18}, std::array{3, 2, 4, 200}}) {
            const auto map = random_map(random, Kind::uniform, from_w, from_h);
            const auto input = torch::tensor(map.values()).view({1, 1, from_h, from_w});
            const auto expected = torch::upsample_bilinear2d(input, {to_h, to_w}, false).contiguous();
            const auto resized = map.resized(to_w, to_h);
            QCOMPARE(resized.width(), to_w);
            QCOMPARE(resized.height(), to_h);
            const auto actual = torch::tensor(resized.values()).view({1, 1, to_h, to_w});
            const double difference = (actual - expected).abs().max().item<double>();
            QVERIFY2(difference < 1e-5, qPrintable(QString::number(difference)));
        }
    }

    void peak_is_the_first_maximum_of_the_resized_map() {
        std::mt19937 random(3);
        std::uniform_int_distribution<int> cells(1, 20), pixels(1, 160);
        for (int round = 0; round < 1500; ++round) {
            const auto map = random_map(random, Kind(round % 5), cells(random), cells(random));
            const int width = pixels(random), height = pixels(random);
            const Peak expected = first_maximum(map.resized(width, height));
            const Peak peak = map.resized_peak(width, height);
            const auto at = QStringLiteral("round %1: %2 x %3 to %4 x %5: (%6, %7), expected (%8, %9)")
                                .arg(round)
                                .arg(map.width())
                                .arg(map.height())
                                .arg(width)
                                .arg(height)
                                .arg(peak.x)
                                .arg(peak.y)
                                .arg(expected.x)
                                .arg(expected.y);
            QVERIFY2(peak.x == expected.x && peak.y == expected.y && peak.value == expected.value,
                     qPrintable(at));
        }
    }

    void geometric_mean_is_per_pixel() {
        const Heatmap a(2, 1, {0.25F, 0.0F}), b(2, 1, {1.0F, 0.9F}), c(2, 1, {0.5F, 0.7F}),
            tall(1, 2, {0, 0});
        QCOMPARE(gbs::geometric_mean(std::array{&a, &b}).values(), (std::vector<float>{0.5F, 0.0F}));
        QCOMPARE(gbs::geometric_mean(std::array{&a, &b, &c}).values(), (std::vector<float>{0.5F, 0.0F}));
        QCOMPARE(gbs::geometric_mean(std::array{&c}).values(), c.values());
        QVERIFY_THROWS_EXCEPTION(gbs::Error, gbs::geometric_mean(std::array{&a, &tall}));
    }

    void wrong_sizes_are_errors() {
        QVERIFY_THROWS_EXCEPTION(gbs::Error, Heatmap(2, 2, {1, 2, 3}));
        QVERIFY_THROWS_EXCEPTION(gbs::Error, Heatmap().resized(3, 3));
        QVERIFY_THROWS_EXCEPTION(gbs::Error, Heatmap(1, 1, {1}).resized(0, 3));
    }

    void numpy_reads_npy() {
        const QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("map.npy"));
        gbs::write_npy({3, 2, {0.0F, 0.125F, 0.25F, 0.5F, 0.75F, 1.0F}}, path.toStdString());
        if (ask_numpy(QStringLiteral("import numpy; print('yes')"), path).isEmpty())
            QSKIP("Python has no numpy");
        const auto said =
            ask_numpy(QStringLiteral("import sys, numpy; a = numpy.load(sys.argv[1]); "
                                     "print(a.dtype, a.shape, a.flags['C_CONTIGUOUS'], a.tolist())"),
                      path);
        QCOMPARE(said, QStringLiteral("float32 (2, 3) True [[0.0, 0.125, 0.25], [0.5, 0.75, 1.0]]"));
    }

    void png16_keeps_16_bits() {
        const QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("map.png")).toStdString();
        gbs::write_png16({3, 2, {0.0F, 1.0F, 0.5F, -0.1F, 1.5F, 1.0F / 65535}}, path);
        const cv::Mat read = cv::imread(path, cv::IMREAD_UNCHANGED);
        QCOMPARE(read.type(), CV_16UC1);
        const std::vector<std::uint16_t> values(read.begin<std::uint16_t>(), read.end<std::uint16_t>());
        QCOMPARE(values, (std::vector<std::uint16_t>{0, 65535, 32768, 0, 65535, 1}));
    }
};

QTEST_GUILESS_MAIN(HeatmapTest)
#include "core/tensor/torch.h"
#include "heatmap_test.moc"
