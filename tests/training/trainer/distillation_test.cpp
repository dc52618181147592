// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/error.h"
#include "core/model/load_grounder.h"
#include "core/model/text_conditioning.h"
#include "core/tensor/tensors.h"
#include "support/tiny_checkpoint.h"
#include "support/tiny_run.h"
#include "support/torch_compare.h"
#include "training/data/teacher_maps.h"
#include "training/objective/losses.h"
#include "training/run/run_reader.h"
#include "training/trainer/recipe_check.h"
#include "training/trainer/trainer.h"

namespace fs = std::filesystem;
using namespace gbs;
using namespace gbs::training;

/// A model learns from the maps of another one: option distill.model.
class DistillationTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    fs::path folder() const { return folder_.path().toStdString(); }
    fs::path teacher() const { return folder() / "teacher.safetensors"; }

    TrainOptions options() const {
        TrainOptions options = tiny_options(folder());
        options.distill_model = teacher().string();
        options.stage.recurrent_share = 1;
        options.stage.cache_features = true;
        options.stage.blend_space = BlendSpace::features;
        options.stage.learn_encoder = false;
        return options;
    }
    static std::vector<double> losses(const fs::path& run, const std::string& name) {
        std::vector<double> values;
        for (const MetricsRecord& record : read_metrics(run).records)
            if (record.values.contains("loss/" + name)) values.push_back(record.values.at("loss/" + name));
        return values;
    }
    /// Whether a training that is stopped at a step and continued comes to its end.
    static bool stop_and_continue(const TrainOptions& options, const fs::path& run, int stop_at) {
        int step = 0;
        TrainHooks hooks;
        hooks.progress = [&](const TrainProgress& progress) { step = progress.step; };
        hooks.stop_requested = [&] { return step >= stop_at; };
        return train(options, run, hooks) == TrainOutcome::stopped &&
               resume_training(run, {}) == TrainOutcome::completed;
    }
    std::string problems(const std::function<void(TrainOptions&)>& change) const {
        TrainOptions changed = options();
        change(changed);
        std::string keys;
        for (const RecipeProblem& problem : recipe_problems(changed)) keys += problem.key + " ";
        return keys;
    }

 private Q_SLOTS:
    void initTestCase() {
        if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
        make_tiny_data(folder(), 6);
        torch::manual_seed(11);
        save_tiny_checkpoint(teacher());
    }

    void loss_is_the_divergence_of_the_maps() {
        // One level of 1 x 2 cells: the text is the first one's feature, the other is orthogonal.
        const torch::Tensor e = torch::eye(2).view({1, 2, 1, 2}), w = torch::tensor({{3.0F, 0.0F}});
        const torch::Tensor known = torch::ones({1});
        const double q0 = 1 / (1 + std::exp(-20.0));
        const auto loss = [&](float first, float second, const torch::Tensor& rows) {
            return map_loss({w}, {e}, torch::tensor({{{first, second}}}), rows).item<double>();
        };
        QVERIFY(std::abs(loss(1, 0, known) - std::log(1 / q0)) < 1e-3);
        QVERIFY(std::abs(loss(0, 1, known) - 20) < 1e-2);
        // M^2 decides: 0.5 and 1 are a fifth and four fifths.
        const double p = 0.2;
        const double expected = p * std::log(p / q0) + (1 - p) * std::log((1 - p) / (1 - q0));
        QVERIFY(std::abs(loss(0.5F, 1, known) - expected) < 1e-3);
        QCOMPARE(loss(0, 1, torch::zeros({1})), 0.0);
    }

    void maps_are_those_of_the_teacher() {
        const TrainingSet set(options());
        int loads = 0;
        const auto load = [&] {
            ++loads;
            return load_grounder(teacher(), "cpu");
        };
        const DiskCache cache(folder() / "cache");
        const TeacherMaps maps(set, {}, load, cache, "key");
        std::size_t photo = 1;
        const std::string phrase = "a grey wall";
        const Heatmap expected = load_grounder(teacher(), "cpu")->open(set.load(photo))->ground(phrase).mean;
        const torch::Tensor map = maps.find(photo, phrase);
        QCOMPARE(map.sizes(), (std::vector<std::int64_t>{expected.height(), expected.width()}));
        std::vector<float> values = expected.values();
        COMPARE_TENSORS(map, torch::from_blob(values.data(), map.sizes()), 2e-3);
        QVERIFY(!maps.find(photo, "a dog").defined());
        const TeacherMaps again(set, {}, load, cache, "key");
        QVERIFY(torch::equal(again.find(photo, phrase), map));
        QCOMPARE(loads, 1);
        const TeacherMaps other(set, {}, load, cache, "another key");
        QCOMPARE(loads, 2);
    }

    void the_student_comes_nearer_and_continues_where_it_was_stopped() {
        TrainOptions learn = options();
        learn.stage.steps = 30;
        learn.stage.learning_rate = 1e-2;
        learn.stage.loss_map = 1;
        learn.stage.loss_sep = learn.stage.loss_neg = learn.stage.loss_adv = learn.stage.loss_i2t = 0;
        const fs::path whole = folder() / "whole", stopped = folder() / "stopped";
        QVERIFY(train(learn, whole, {}) == TrainOutcome::completed);
        const std::vector<double> map = losses(whole, "map");
        QCOMPARE(map.size(), std::size_t{30});
        QVERIFY2(map.back() < 0.8 * map.front(), qPrintable(QString::number(map.back() / map.front())));
        QVERIFY(stop_and_continue(learn, stopped, 11));
        QCOMPARE(losses(stopped, "map"), map);
    }

    void close_ups_are_learned_from_and_continue_the_same_way() {
        TrainOptions learn = options();
        learn.distill_close_ups = 3;
        learn.stage.batch = 6;
        learn.stage.steps = 8;
        learn.stage.loss_map = 1;
        const fs::path whole = folder() / "close", stopped = folder() / "close_stopped";
        QVERIFY(train(learn, whole, {}) == TrainOutcome::completed);
        QVERIFY(stop_and_continue(learn, stopped, 5));
        QCOMPARE(losses(stopped, "map"), losses(whole, "map"));
        learn.distill_close_ups = 0;
        QVERIFY(train(learn, folder() / "no_close", {}) == TrainOutcome::completed);
        QVERIFY(losses(folder() / "no_close", "map") != losses(whole, "map"));
    }

    void separation_takes_the_maps_of_the_teacher() {
        TrainOptions taught = options();
        taught.stage.steps = 2;
        TrainOptions alone = taught;
        alone.distill_model.clear();
        QVERIFY(train(taught, folder() / "taught", {}) == TrainOutcome::completed);
        QVERIFY(train(alone, folder() / "alone", {}) == TrainOutcome::completed);
        QVERIFY(losses(folder() / "taught", "sep") != losses(folder() / "alone", "sep"));
        QVERIFY(losses(folder() / "taught", "map").empty());
    }

    void recipes_that_cannot_learn_from_a_teacher_are_refused() {
        QCOMPARE(problems([](TrainOptions&) {}), std::string());
        QCOMPARE(problems([](TrainOptions& o) { o.distill_model = "/nowhere.safetensors"; }),
                 std::string("distill.model "));
        QCOMPARE(problems([](TrainOptions& o) {
                     o.distill_model.clear();
                     o.distill_close_ups = 1;
                 }),
                 std::string("distill.close_ups "));
        QCOMPARE(problems([](TrainOptions& o) {
                     o.distill_model.clear();
                     o.stage.loss_map = 1;
                 }),
                 std::string("loss.map "));
        QCOMPARE(problems([](TrainOptions& o) {
                     o.stage.recurrent_share = 0;
                     o.stage.loss_map = 1;
                 }),
                 std::string("loss.map "));
        QCOMPARE(problems([](TrainOptions& o) { o.stage.recurrent_share = 0; }),
                 std::string("distill.model "));
        QCOMPARE(problems([](TrainOptions& o) { o.stage.cache_features = false; }),
                 std::string("features.cache "));
        QCOMPARE(problems([](TrainOptions& o) {
                     o.stage.recurrent_teacher = true;
                     o.stage.ema = 0.9;
                 }),
                 std::string("recurrent.teacher "));
    }
};

QTEST_GUILESS_MAIN(DistillationTest)
#include "distillation_test.moc"
