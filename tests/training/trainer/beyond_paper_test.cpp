// SPDX-License-Identifier: GPL-3.0-or-later

// Options beyond the paper (docs/beyond.md): adversarial alphas, hard negatives and the teacher of recurrent
// maps, as units and in training runs.

#include <QtTest>
#include <numbers>

#include "core/base/error.h"
#include "core/tensor/tensors.h"
#include "support/tiny_model.h"
#include "support/tiny_run.h"
#include "support/torch_compare.h"
#include "training/alpha/adversarial_alpha.h"
#include "training/alpha/alpha_generators.h"
#include "training/objective/ema_teacher.h"
#include "training/objective/hard_negatives.h"
#include "training/run/run_reader.h"
#include "training/trainer/recipe_check.h"
#include "training/trainer/trainer.h"

using namespace gbs;
using namespace gbs::training;
namespace fs = std::filesystem;

class BeyondPaperTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void differentiable_gaussians_match_the_plain_ones();
    void differentiable_maps_fill_their_range_data();
    void differentiable_maps_fill_their_range();
    void gradients_match_finite_differences_data();
    void gradients_match_finite_differences();
    void steps_go_up_the_loss_and_stay_in_range_data();
    void steps_go_up_the_loss_and_stay_in_range();
    void rows_without_a_generator_are_unchanged();
    void similar_texts_are_the_nearest_others();
    void strongest_texts_are_those_seen_most();
    void equal_texts_are_not_negatives();
    void the_teacher_follows_average_and_student();
    void runs_with_each_option_data();
    void runs_with_each_option();
    void inconsistent_recipes_are_reported();
    void off_in_the_paper();

 private:
    QTemporaryDir directory_;
    std::map<std::string, std::vector<double>> plain_totals_;  // of runs without these options, by recipe
    fs::path folder() const { return directory_.path().toStdString(); }
    static void kinds() {
        QTest::addColumn<int>("kind");
        for (const AlphaGenerator& generator : alpha_generators())
            if (generator.differentiable) QTest::newRow(generator.name) << static_cast<int>(generator.kind);
    }
};

void BeyondPaperTest::differentiable_gaussians_match_the_plain_ones() {
    const AlphaOptions options;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        Random random(seed);
        const AlphaMap plain = make_alpha(AlphaKind::gaussian, options, 33, random);
        const auto generator = differentiable_alpha(AlphaKind::gaussian, options, 33, Random(seed));
        COMPARE_TENSORS(generator->map(33), torch::tensor(plain.values).view({33, 33}), 1e-5);
    }
    QVERIFY_EXCEPTION_THROWN(differentiable_alpha(AlphaKind::circle, options, 8, Random(1)), Error);
}

void BeyondPaperTest::differentiable_maps_fill_their_range_data() {
    QTest::addColumn<double>("contrast");
    QTest::newRow("noise as it is") << 0.0;
    QTest::newRow("contrast") << 30.0;
}

void BeyondPaperTest::differentiable_maps_fill_their_range() {
    QFETCH(double, contrast);
    AlphaOptions options;
    options.perlin.contrast = contrast;
    double variance = 0, plain_variance = 0;
    constexpr int maps = 60;
    for (std::uint64_t seed = 0; seed < maps; ++seed) {
        const torch::Tensor map =
            differentiable_alpha(AlphaKind::perlin, options, 32, Random(seed))->map(32).detach();
        QVERIFY(map.min().item<float>() >= 0 && map.max().item<float>() <= 1);
        QVERIFY(map.max().item<float>() > 0.9F && map.min().item<float>() < 0.1F);
        variance += map.var(false).item<double>() / maps;
        Random random(seed + 1000);
        plain_variance += alpha_signal(make_alpha(AlphaKind::perlin, options, 32, random)) / 2 / maps;
    }
    // The lattice is shifted, but the distribution is the same.
    QVERIFY2(std::abs(variance / plain_variance - 1) < 0.25,
             qPrintable(QStringLiteral("%1 %2").arg(variance).arg(plain_variance)));
}

void BeyondPaperTest::gradients_match_finite_differences_data() {
    kinds();
}

void BeyondPaperTest::gradients_match_finite_differences() {
    QFETCH(int, kind);
    AlphaOptions options;
    options.perlin.k_max = 2;
    const auto alpha = differentiable_alpha(static_cast<AlphaKind>(kind), options, 16, Random(4));
    const torch::Tensor weight = torch::linspace(-1, 1, 16 * 16).view({16, 16}).cos();
    const auto loss = [&] { return (alpha->map(16) * weight).sum(); };
    loss().backward();
    for (const torch::Tensor& parameter : alpha->parameters()) {
        const torch::Tensor gradient = parameter.grad().flatten(), values = parameter.data().flatten();
        QVERIFY(gradient.abs().max().item<float>() > 0);
        for (std::int64_t i = 0; i < std::min<std::int64_t>(values.numel(), 6); ++i) {
            const float kept = values[i].item<float>(), step = 1e-3F;
            values[i] = kept + step;
            const double up = loss().item<double>();
            values[i] = kept - step;
            const double down = loss().item<double>();
            values[i] = kept;
            const double slope = (up - down) / (2 * step), scale = gradient.abs().max().item<double>();
            QVERIFY2(std::abs(slope - gradient[i].item<double>()) < 0.03 * scale + 0.02,
                     qPrintable(QStringLiteral("%1 %2").arg(slope).arg(gradient[i].item<double>())));
        }
    }
}

void BeyondPaperTest::steps_go_up_the_loss_and_stay_in_range_data() {
    kinds();
}

void BeyondPaperTest::steps_go_up_the_loss_and_stay_in_range() {
    QFETCH(int, kind);
    AlphaOptions options;
    options.perlin.k_max = 2;
    // The loss rewards a bright left and a dark right half.
    const torch::Tensor want = torch::linspace(1, -1, 24).view({1, 1, 24});
    const auto loss = [&](const torch::Tensor& alpha) { return (alpha * want).sum(); };
    int better = 0;
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        std::vector<std::unique_ptr<DifferentiableAlpha>> generators;
        generators.push_back(differentiable_alpha(static_cast<AlphaKind>(kind), options, 24, Random(seed)));
        const torch::Tensor start = generators[0]->map(24).detach().unsqueeze(0);
        const torch::Tensor end = adversarial_alphas(start, generators, 8, 0.05, loss);
        QVERIFY(!end.requires_grad());
        better += loss(end).item<double>() > loss(start).item<double>() + 1;
        if (static_cast<AlphaKind>(kind) == AlphaKind::gaussian) {
            const torch::Tensor sigma = generators[0]->parameters()[1];
            QVERIFY(sigma.min().item<double>() >= options.gaussian.sigma.low - 1e-6);
            QVERIFY(sigma.max().item<double>() <= options.gaussian.sigma.high + 1e-6);
        }
    }
    QVERIFY2(better >= 9, qPrintable(QString::number(better)));
}

void BeyondPaperTest::rows_without_a_generator_are_unchanged() {
    const torch::Tensor alpha = torch::rand({3, 8, 8});
    std::vector<std::unique_ptr<DifferentiableAlpha>> generators(3);
    const auto loss = [](const torch::Tensor& maps) { return maps.square().sum(); };
    QVERIFY(torch::equal(adversarial_alphas(alpha, generators, 3, 0.1, loss), alpha));
    generators[1] = differentiable_alpha(AlphaKind::gaussian, {}, 8, Random(1));
    const torch::Tensor moved = adversarial_alphas(alpha, generators, 3, 0.1, loss);
    QVERIFY(torch::equal(moved[0], alpha[0]) && torch::equal(moved[2], alpha[2]));
    QVERIFY(!torch::equal(moved[1], alpha[1]));
}

void BeyondPaperTest::similar_texts_are_the_nearest_others() {
    // Directions in degrees: 0, 10, 90, 100, 200.
    std::vector<float> rows;
    for (const double degrees : {0.0, 10.0, 90.0, 100.0, 200.0}) {
        rows.push_back(static_cast<float>(3 * std::cos(degrees * std::numbers::pi / 180)));
        rows.push_back(static_cast<float>(3 * std::sin(degrees * std::numbers::pi / 180)));
    }
    const torch::Tensor w = torch::tensor(rows).view({5, 2});
    const std::vector<std::size_t> partner{2, 3, 4, 0, 1}, fallback(5, 4);
    const std::vector<std::string> texts{"a", "b", "c", "d", "e"};
    // Row 0 (partner 2): 1 is 10 degrees from 0, 3 is 10 degrees from 2; a tie up to rounding.
    const auto chosen = similar_negatives({w, w}, texts, partner, fallback);
    QVERIFY(chosen[0] == 1 || chosen[0] == 3);
    QCOMPARE(chosen[2], std::size_t{3});  // 90 and 200: 100 is the nearest
    QCOMPARE(chosen[4], std::size_t{0});  // 200 and 10
    for (std::size_t k = 0; k < chosen.size(); ++k) QVERIFY(chosen[k] != k && chosen[k] != partner[k]);
}

void BeyondPaperTest::strongest_texts_are_those_seen_most() {
    // Blend k shows text (k + 2) % 4 everywhere.
    const torch::Tensor w = torch::eye(4);
    torch::Tensor e = torch::full({4, 4, 2, 2}, 0.01);
    for (int k = 0; k < 4; ++k) e[k][(k + 2) % 4] = 1;
    const auto chosen = strongest_negatives({e}, {w}, {"a", "b", "c", "d"}, {1, 2, 3, 0}, {3, 3, 3, 3});
    QVERIFY(chosen == (std::vector<std::size_t>{2, 3, 0, 1}));
}

void BeyondPaperTest::equal_texts_are_not_negatives() {
    const torch::Tensor w = torch::eye(3);
    const std::vector<std::size_t> partner{1, 2, 0}, fallback{2, 0, 1};
    QVERIFY(similar_negatives({w}, {"a", "b", "a"}, partner, fallback) == fallback);
    QVERIFY(strongest_negatives({torch::ones({3, 3, 2, 2})}, {w}, {"a", "a", "a"}, partner, fallback) ==
            fallback);
}

void BeyondPaperTest::the_teacher_follows_average_and_student() {
    GroundingModel student = tiny_model(32, 4, 4);
    student->image_encoder().eval();
    std::map<std::string, torch::Tensor> average;
    for (const auto& [name, tensor] : module_tensors(*student))
        if (name.starts_with("projection.")) average[name] = tensor.detach().clone();
    const EmaTeacher teacher(student, average);
    auto of_teacher = module_tensors(*teacher.model());
    const torch::NoGradGuard no_grad;
    average.at("projection.0.weight").fill_(0.25);
    QVERIFY(torch::equal(of_teacher.at("projection.0.weight"), average.at("projection.0.weight")));
    module_tensors(*student).at("necks_0.conv.weight").fill_(0.5);
    QCOMPARE(of_teacher.at("necks_0.conv.weight").max().item<float>(), 0.5F);
    for (const auto& child : student->named_children())
        QCOMPARE(teacher.model()->named_children()[child.key()]->is_training(), child.value()->is_training());
    for (const torch::Tensor& parameter : teacher.model()->parameters()) QVERIFY(!parameter.requires_grad());
    for (const torch::Tensor& parameter : student->parameters()) QVERIFY(parameter.requires_grad());
}

void BeyondPaperTest::runs_with_each_option_data() {
    QTest::addColumn<QStringList>("assignments");
    const QString recurrent = QStringLiteral("recurrent.share=0.5"),
                  ema = QStringLiteral("optimizer.ema=0.9");
    QTest::newRow("similar") << QStringList{QStringLiteral("loss.negatives=similar")};
    QTest::newRow("strongest") << QStringList{QStringLiteral("loss.negatives=strongest")};
    QTest::newRow("adversarial") << QStringList{QStringLiteral("alpha.adversarial.share=1")};
    QTest::newRow("adversarial on features")
        << QStringList{QStringLiteral("alpha.adversarial.share=1"), QStringLiteral("features.cache=true"),
                       QStringLiteral("features.blend=features"), QStringLiteral("learn.encoder=false")};
    QTest::newRow("teacher") << QStringList{recurrent, ema, QStringLiteral("recurrent.teacher=true")};
    QTest::newRow("teacher, cached features") << QStringList{recurrent,
                                                             ema,
                                                             QStringLiteral("recurrent.teacher=true"),
                                                             QStringLiteral("features.cache=true"),
                                                             QStringLiteral("features.blend=features"),
                                                             QStringLiteral("learn.encoder=false")};
    QTest::newRow("learned attenuation") << QStringList{QStringLiteral("model.attenuation=attention")};
}

/// A run with the option has other losses than one without; a resumed run has the same.
void BeyondPaperTest::runs_with_each_option() {
    QFETCH(QStringList, assignments);
    if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
    if (!fs::exists(folder() / "photos")) make_tiny_data(folder(), 10);
    const auto totals = [&](const std::string& name, const TrainOptions& options, int stop_after) {
        const fs::path run = folder() / QTest::currentDataTag() / name;
        int steps = 0;
        TrainHooks hooks;
        hooks.progress = [&](const TrainProgress& progress) { steps = progress.step; };
        hooks.stop_requested = [&] { return stop_after > 0 && steps >= stop_after; };
        if (train(options, run, hooks) == TrainOutcome::stopped) resume_training(run, {});
        std::vector<double> values;
        for (const MetricsRecord& record : read_metrics(run).records)
            if (record.values.count("loss/total")) values.push_back(record.values.at("loss/total"));
        return values;
    };
    TrainOptions options = tiny_options(folder());
    options.stage.steps = 4;
    OptionSet set;
    options.bind(set);
    for (const QString& assignment : assignments) set.set_assignment(assignment.toStdString());
    const auto whole = totals("whole", options, 0), resumed = totals("resumed", options, 2);
    QCOMPARE(whole.size(), std::size_t{4});
    QCOMPARE(resumed, whole);
    TrainOptions plain = options;
    plain.stage.negatives = Negatives::batch;
    plain.stage.adversarial_share = 0;
    plain.stage.recurrent_teacher = false;
    if (plain.model.attenuation == Attenuation::attention) plain.model.attenuation = Attenuation::projection;
    auto& plain_totals = plain_totals_[to_recipe(plain)];
    if (plain_totals.empty()) plain_totals = totals("plain", plain, 0);
    QCOMPARE(plain_totals.size(), whole.size());
    QVERIFY(plain_totals != whole);
}

void BeyondPaperTest::inconsistent_recipes_are_reported() {
    const auto problems = [&](const std::function<void(StageOptions&)>& change) {
        TrainOptions options = tiny_options(folder());
        change(options.stage);
        std::string keys;
        for (const RecipeProblem& problem : recipe_problems(options)) keys += problem.key + " ";
        return keys;
    };
    QVERIFY(problems([](auto& s) { s.recurrent_teacher = true; }).find("recurrent.teacher") !=
            std::string::npos);
    QVERIFY(problems([](auto& s) {
                s.adversarial_share = 1;
                s.alpha.shares = {};
                s.alpha.share(AlphaKind::circle) = 100;
            }).find("alpha.adversarial.share") != std::string::npos);
    QVERIFY(problems([](auto& s) {
                s.cache_features = true;
                s.learn_encoder = false;
            }).find("features.blend") != std::string::npos);
    QVERIFY(problems([](auto& s) {
                s.adversarial_share = 1;
                s.loss_sep = 0;
            }).find("alpha.adversarial.share") != std::string::npos);
}

void BeyondPaperTest::off_in_the_paper() {
    const StageOptions stage = read_recipe(GBS_SOURCE_DIR "/training/recipes/paper.yaml").stage_options(0);
    QCOMPARE(stage.negatives, Negatives::batch);
    QCOMPARE(stage.adversarial_share, 0.0);
    QCOMPARE(stage.recurrent_share, 0.0);
    QVERIFY(!stage.recurrent_teacher);
    QCOMPARE(stage.ema, 0.0);
}

QTEST_GUILESS_MAIN(BeyondPaperTest)
#include "beyond_paper_test.moc"
