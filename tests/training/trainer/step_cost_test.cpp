// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/step_cost.h"

#include <QtTest>

#include "core/tensor/operation_meter.h"
#include "core/tensor/torch.h"
#include "support/tiny_run.h"
#include "training/data/text_bank.h"
#include "training/trainer/stage_trainer.h"

using namespace gbs;
using namespace gbs::training;

namespace {

/// Random word vectors of the width given to step_cost.
class RandomWords final : public TextEncoder {
 public:
    std::string name() const override { return "random"; }
    WordShape shape() const override { return {32}; }
    void to(torch::Device) override {}
    bool reads(const std::string&) const override { return true; }
    WordEmbeddings encode(std::span<const std::string> phrases) override {
        const auto count = static_cast<std::int64_t>(phrases.size());
        return {torch::rand({count, 8, 32}), torch::ones({count, 8})};
    }
};

struct Measured {
    double flop = 0, bytes = 0;
};

/// Measures the second step of a real stage, which starts with the gradients of the first. Excludes the
/// optimizer's two moments per weight: the first step allocates them, and weight_bytes counts them.
Measured measure_step(const TrainOptions& options) {
    const StageOptions stage = options.stage_options(0);
    TrainingSet set(options);
    RandomWords words;
    const TextBank texts(words, set.texts(false, true));
    WorkerPool workers(1);
    GroundingModel model(options.model, words.shape());
    StageTrainer trainer({.model = model,
                          .source = {&set, nullptr, &workers, {}},
                          .texts = &texts,
                          .bottlenecks = nullptr,
                          .ranks = nullptr,
                          .device = torch::kCPU,
                          .seed = 1,
                          .stage_index = 0,
                          .input_size = options.model.input_size},
                         stage);
    double moments = 0;
    for (const auto& parameter : model->parameters())
        if (parameter.requires_grad())
            moments += 2.0 * sizeof(float) * static_cast<double>(parameter.numel());
    const OperationMeter meter;
    trainer.step(0, false);
    const double flop = meter.counts().flop();
    trainer.step(1, false);
    return {meter.counts().flop() - flop,
            static_cast<double>(*std::ranges::max_element(meter.live_bytes())) - moments};
}

}  // namespace

class StepCostTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    TrainOptions options_for(const QString& encoder) {
        TrainOptions options = tiny_options(folder_.path().toStdString());
        options.model.image_encoder = encoder.toStdString();
        options.model.input_size = 160;
        options.stage.batch = 3;
        options.model.neck_width = 0;
        options.model.decoder_width = 64;
        return options;
    }

 private Q_SLOTS:
    void initTestCase() {
        make_tiny_data(folder_.path().toStdString(), 8);
        torch::manual_seed(2);
    }

    void prediction_matches_a_measured_step_data() {
        QTest::addColumn<QString>("encoder");
        QTest::addColumn<bool>("learns");
        QTest::newRow("lite0") << QStringLiteral("efficientnet-lite0") << true;
        QTest::newRow("lite0 frozen") << QStringLiteral("efficientnet-lite0") << false;
        QTest::newRow("vgg") << QStringLiteral("vgg16") << true;
        QTest::newRow("resnet") << QStringLiteral("resnet50") << true;
        QTest::newRow("vit") << QStringLiteral("vit-s16") << true;
    }

    void prediction_matches_a_measured_step() {
        QFETCH(QString, encoder);
        QFETCH(bool, learns);
        TrainOptions options = options_for(encoder);
        options.stage.learn_encoder = learns;
        const StepCost cost = step_cost(options.model, options.stage, 32, 8);
        const Measured measured = measure_step(options);
        qInfo("%.4g of %.4g GFLOP, %.4g of %.4g MB", cost.flop / 1e9, measured.flop / 1e9,
              cost.step_bytes / 1e6, measured.bytes / 1e6);
        QVERIFY(std::abs(cost.flop / measured.flop - 1) < 0.1);
        QVERIFY(std::abs(cost.step_bytes / measured.bytes - 1) < 0.12);
    }

    void weights_and_moments_are_counted() {
        TrainOptions options = options_for(QStringLiteral("resnet50"));
        options.stage.learn_encoder = false;
        options.stage.ema = 0.9;
        const StepCost cost = step_cost(options.model, options.stage, 32, 8);
        GroundingModel model(options.model, 32);
        std::int64_t all = 0, encoder = 0;
        for (const auto& parameter : model->parameters()) all += parameter.numel();
        for (const auto& parameter : model->image_encoder().parameters()) encoder += parameter.numel();
        QCOMPARE(cost.parameters, all);
        // All other parameters learn, except the temperature.
        QCOMPARE(cost.learned, all - encoder - 1);
        QCOMPARE(cost.weight_bytes, 4.0 * static_cast<double>(all + 3 * cost.learned));
    }

    void cached_features_grow_with_the_photos() {
        TrainOptions options = options_for(QStringLiteral("vgg16"));
        options.stage.learn_encoder = false;
        options.stage.cache_features = true;
        options.stage.blend_space = BlendSpace::features;
        const StepCost cost = step_cost(options.model, options.stage, 32, 1000);
        // relu5_3 and relu4_3 at strides 16 and 8, in half precision. There are no necks.
        QCOMPARE(cost.cache_bytes, 1000.0 * 2 * 512 * (10 * 10 + 20 * 20));
    }
};

QTEST_GUILESS_MAIN(StepCostTest)
#include "step_cost_test.moc"
