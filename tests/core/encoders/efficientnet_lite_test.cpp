// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/paths.h"
#include "core/encoders/efficientnet_lite.h"
#include "core/encoders/image_encoders.h"
#include "core/image/image.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// The pattern of make_efficientnet_lite.py.
torch::Tensor generated(std::int64_t side) {
    auto image = torch::empty({1, 3, side, side});
    auto pixels = image.accessor<float, 4>();
    for (std::int64_t c = 0; c < 3; ++c)
        for (std::int64_t y = 0; y < side; ++y)
            for (std::int64_t x = 0; x < side; ++x)
                pixels[0][c][y][x] = static_cast<float>(
                    (x * x * (c + 1) / 37 + y * y / (11 + c) + (x / 16 + y / 24) % 3 * 60) % 256);
    return image;
}

torch::Tensor photo(const fs::path& path) {
    auto image = gbs::load_image(path);
    return torch::from_blob(image.rgb.data(), {1, image.height, image.width, 3}, torch::kUInt8)
        .permute({0, 3, 1, 2})
        .to(torch::kFloat32)
        .contiguous();
}

double relative_difference(const torch::Tensor& tensor, const json& expected) {
    const auto flat = tensor.flatten();
    const auto& samples = expected["samples"];
    const double scale = expected["max"];
    // The mean represents the values that are not sampled.
    double worst = std::abs(flat.mean(torch::kFloat64).item<double>() / expected["mean"].get<double>() - 1);
    for (std::int64_t i = 0; i < static_cast<std::int64_t>(samples.size()); ++i) {
        const auto at = (i * 7919 + 13) * 31 % flat.numel();
        worst = std::max(worst, std::abs(flat[at].item<double>() - samples[i].get<double>()) / scale);
    }
    return worst;
}

bool has_weights(const std::string& name) {
    return fs::exists(gbs::weights_folder() / (name + ".safetensors"));
}

}  // namespace

class EfficientNetLiteTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void features_match_the_python_package_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("lite0") << QStringLiteral("efficientnet-lite0");
        QTest::newRow("lite2") << QStringLiteral("efficientnet-lite2");
    }

    void features_match_the_python_package() {
        QFETCH(QString, name);
        const auto encoder_name = name.toStdString();
        if (!has_weights(encoder_name)) QSKIP("the converted ImageNet weights are not in the weights folder");
        const torch::NoGradGuard no_grad;
        auto encoder = gbs::make_image_encoder(encoder_name, 3);
        gbs::load_image_weights(*encoder);
        encoder->eval();
        const auto fixture = json::parse(gbs::read_text(GBS_TEST_FIXTURES "/efficientnet_lite.json"));
        const fs::path photos = GBS_SHARED_DATA "/flickr8k/images";
        double worst = 0;
        int photos_seen = 0, compared = 0;
        for (const auto& entry : fixture["images"]) {
            const bool is_photo = entry.contains("photo");
            if (is_photo && !fs::exists(photos)) continue;
            const auto image = is_photo ? photo(photos / entry["photo"].get<std::string>())
                                        : generated(entry["side"].get<std::int64_t>());
            QCOMPARE(image.sum(torch::kInt64).item<std::int64_t>(), entry["pixel_sum"].get<std::int64_t>());
            const auto features = encoder->forward(image);
            const auto& expected = entry["features"][encoder_name];
            QCOMPARE(features.size(), expected.size());
            for (std::size_t level = 0; level < features.size(); ++level) {
                QCOMPARE(features[level].sizes().vec(),
                         expected[level]["shape"].get<std::vector<std::int64_t>>());
                worst = std::max(worst, relative_difference(features[level], expected[level]));
            }
            photos_seen += is_photo;
            ++compared;
        }
        qInfo("largest relative difference %.2g on %d images, %d of them photos", worst, compared,
              photos_seen);
        QVERIFY(compared >= 3);
        QVERIFY(worst < 1e-3);
    }

    void strides_and_channels_of_the_levels() {
        const auto lite0 = gbs::make_image_encoder("efficientnet-lite0", 3);
        QCOMPARE(lite0->strides(), (std::vector<int>{32, 16, 8}));
        QCOMPARE(lite0->channels(), (std::vector<int>{1280, 672, 240}));
        const auto lite2 = gbs::make_image_encoder("efficientnet-lite2", 2);
        QCOMPARE(lite2->strides(), (std::vector<int>{32, 16}));
        QCOMPARE(lite2->channels(), (std::vector<int>{1280, 720}));
        const auto features = lite2->forward(torch::zeros({2, 3, 96, 96}));
        QCOMPARE(features[0].sizes().vec(), (std::vector<std::int64_t>{2, 1280, 3, 3}));
        QCOMPARE(features[1].sizes().vec(), (std::vector<std::int64_t>{2, 720, 6, 6}));
    }

    void training_reaches_every_parameter_and_updates_the_statistics() {
        torch::manual_seed(1);
        auto encoder = gbs::make_image_encoder("efficientnet-lite0", 2);
        encoder->train();
        const auto before = encoder->named_buffers()["_bn0.running_mean"].clone();
        const auto features = encoder->forward(torch::rand({2, 3, 64, 64}) * 255);
        (features[0].square().mean() + features[1].square().mean()).backward();
        for (const auto& parameter : encoder->named_parameters()) {
            QVERIFY2(parameter.value().grad().defined(), parameter.key().c_str());
            QVERIFY2(parameter.value().grad().isfinite().all().item<bool>(), parameter.key().c_str());
        }
        QVERIFY(!torch::equal(before, encoder->named_buffers()["_bn0.running_mean"]));
    }

    void frozen_encoder_keeps_its_statistics_and_needs_no_gradients() {
        auto encoder = gbs::make_image_encoder("efficientnet-lite0", 2);
        for (auto& parameter : encoder->parameters()) parameter.requires_grad_(false);
        encoder->eval();
        const auto before = encoder->named_buffers()["_bn0.running_mean"].clone();
        const auto features = encoder->forward(torch::rand({1, 3, 64, 64}) * 255);
        QVERIFY(!features[0].requires_grad());
        QVERIFY(torch::equal(before, encoder->named_buffers()["_bn0.running_mean"]));
    }

    void unknown_names_and_levels_are_errors() {
        QVERIFY_THROWS_EXCEPTION(gbs::Error, gbs::make_image_encoder("resnet51"));
        QVERIFY_THROWS_EXCEPTION(gbs::Error, gbs::make_image_encoder("efficientnet-lite0", 4));
        QVERIFY_THROWS_EXCEPTION(gbs::Error, gbs::make_image_encoder("efficientnet-lite0", 0));
    }
};

QTEST_GUILESS_MAIN(EfficientNetLiteTest)
#include "core/tensor/torch.h"
#include "efficientnet_lite_test.moc"
