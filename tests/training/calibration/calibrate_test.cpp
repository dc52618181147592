// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/calibration/calibrate.h"

#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <fstream>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/evaluation/presence_report.h"
#include "core/image/image.h"
#include "core/model/checkpoint.h"
#include "core/model/checkpoint_ensemble.h"
#include "core/model/load_grounder.h"
#include "support/error_of.h"
#include "support/tiny_checkpoint.h"
#include "support/tiny_run.h"
#include "training/calibration/calibration_data.h"
#include "training/calibration/fit_strength.h"

using namespace gbs;
using namespace gbs::training;

class CalibrateTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    std::filesystem::path path(const std::string& name) const {
        return std::filesystem::path(folder_.path().toStdString()) / name;
    }
    CalibrationRequest request(const char* model, const char* output) const {
        CalibrationRequest one;
        one.model = path(model);
        one.output = path(output);
        one.images = path("photos");
        one.captions = path("captions.tsv");
        one.device = "cpu";
        return one;
    }
    static std::vector<std::int64_t> all_rows(const torch::Tensor& x) {
        std::vector<std::int64_t> rows(static_cast<std::size_t>(x.size(0)));
        std::iota(rows.begin(), rows.end(), 0);
        return rows;
    }

 private Q_SLOTS:
    /// Forty photos of one color each, with a caption of the color.
    void initTestCase() {
        std::filesystem::create_directory(path("photos"));
        std::ofstream captions(path("captions.tsv"));
        for (int i = 0; i < 40; ++i) {
            const bool red = i % 2 == 0;
            Image photo{32, 32, {}};
            for (int pixel = 0; pixel < 32 * 32; ++pixel)
                for (const int value : {red ? 250 - i : i, 10, red ? i : 250 - i})
                    photo.rgb.push_back(static_cast<std::uint8_t>(value));
            const std::string name = std::to_string(i) + ".png";
            write_image(photo, path("photos") / name);
            captions << name << "\t0\t" << (red ? "A red ball ." : "A blue car .") << "\n";
        }
        save_tiny_checkpoint(path("a.safetensors"));
    }

    void each_phrase_is_there_once_and_absent_once() {
        CaptionedImages data;
        data.images = {{"1.jpg", {"A black dog runs in the snow ."}}, {"2.jpg", {"A man rides a horse ."}}};
        const auto photos = label_photos(data, 0, 3);
        QCOMPARE(photos.size(), 2U);
        int present = 0, absent = 0, made_up = 0;
        for (const LabeledPhoto& photo : photos)
            for (const LabeledPhrase& phrase : photo.phrases) {
                if (phrase.made_up)
                    ++made_up;
                else
                    ++(phrase.present ? present : absent);
                if (phrase.phrase == "a horse") QCOMPARE(phrase.present, photo.path == "2.jpg");
            }
        QCOMPARE(present, 4);
        QCOMPARE(absent, 4);
        QCOMPARE(made_up, 2);
    }

    void a_phrase_is_absent_from_as_many_photos_as_asked() {
        CaptionedImages data;
        for (int i = 0; i < 30; ++i)
            data.images.push_back({std::to_string(i) + ".jpg", {"A man rides a horse ."}});
        data.images[7].captions = {"A black dog runs in the snow ."};
        int present = 0, made_up = 0;
        std::set<std::string> absent;
        for (const LabeledPhoto& photo : label_photos(data, 0, 3, {.absences = 4}))
            for (const LabeledPhrase& phrase : photo.phrases) {
                made_up += phrase.made_up;
                if (phrase.phrase != "A black dog") continue;
                present += phrase.present;
                if (!phrase.present) absent.insert(photo.path.string());
            }
        QCOMPARE(present, 1);
        QCOMPARE(made_up, 4 * 30);
        QVERIFY(absent.size() > 1 && absent.size() <= 4 && !absent.contains("7.jpg"));
    }

    void captions_that_say_all_the_same_are_refused() {
        CaptionedImages data;
        data.images = {{"1.jpg", {"A dog"}}, {"2.jpg", {"The dogs"}}};
        QVERIFY(error_of([&] { label_photos(data, 0, 3); }).contains(QStringLiteral("another photo lacks")));
    }

    void the_scale_makes_logits_likely() {
        // 8 of 10 with logit 2 are there, 2 of 10 with logit -2: sigmoid(log 4) is 0.8.
        std::vector<float> logits, labels;
        for (int i = 0; i < 10; ++i) {
            logits.insert(logits.end(), {2, -2});
            labels.insert(labels.end(), {i < 8 ? 1.F : 0.F, i < 2 ? 1.F : 0.F});
        }
        const LogitScale scale = fit_scale(torch::tensor(logits), torch::tensor(labels));
        QVERIFY(std::abs(scale.scale - std::log(4.0) / 2) < 1e-4);
        QVERIFY(std::abs(scale.bias) < 1e-4);
        torch::manual_seed(1);
        Strength strength(3, 2);
        const torch::Tensor x = torch::rand({4, 3}), before = strength->forward(x).detach();
        apply_scale(strength, {2, 0.5});
        QVERIFY(torch::allclose(strength->forward(x), before * 2 + 0.5, 1e-4, 1e-5));
    }

    void fitting_finds_what_tells_them_apart_and_repeats_itself() {
        torch::manual_seed(2);
        const torch::Tensor x = torch::randn({20000, 5}) * 0.1 + 4,
                            y = (x.select(1, 2) > 4).to(torch::kFloat);
        const std::vector<std::int64_t> rows = all_rows(x);
        Strength one = fit_strength(x, y, rows, 7), other = fit_strength(x, y, rows, 7);
        const torch::NoGradGuard no_grad;
        const torch::Tensor called = (one->forward(x) > 0).to(torch::kFloat);
        QVERIFY((called == y).to(torch::kFloat).mean().item<double>() > 0.95);
        QVERIFY(torch::equal(one->output()->weight, other->output()->weight));
    }

    void both_labels_count_the_same_however_often_they_occur() {
        torch::manual_seed(3);
        const torch::Tensor y = (torch::arange(20000) % 5 == 0).to(torch::kFloat);
        const torch::Tensor x = torch::randn({20000, 1}) + y.unsqueeze(1);  // nothing tells them apart at 0.5
        Strength strength = fit_strength(x, y, all_rows(x), 7);
        const torch::NoGradGuard no_grad;
        const double between = torch::sigmoid(strength->forward(torch::tensor({{0.5F}}))).item<double>();
        QVERIFY2(std::abs(between - 0.5) < 0.05, qPrintable(QString::number(between)));
    }

    void a_model_gets_a_strength_and_keeps_its_maps() {
        if (!has_pretrained_weights()) QSKIP("the language model is not installed: run `make setup`");
        const CalibrationResult result = calibrate(request("a.safetensors", "b.safetensors"));
        QCOMPARE(result.photos, 40U);
        QVERIFY(result.auc >= 0 && result.auc <= 1);
        const Image photo = load_image(path("photos") / "0.png");
        const Grounding before =
            load_grounder(path("a.safetensors"), "cpu")->open(photo)->ground("a red ball");
        const Grounding after =
            load_grounder(path("b.safetensors"), "cpu")->open(photo)->ground("a red ball");
        QVERIFY(!before.strength && after.strength);
        QVERIFY(before.mean.values() == after.mean.values());
        calibrate(request("b.safetensors", "again.safetensors"));
        const Grounding again =
            load_grounder(path("again.safetensors"), "cpu")->open(photo)->ground("a red ball");
        QCOMPARE(*again.strength, *after.strength);
    }

    void a_temperature_divides_the_logits() {
        if (!has_pretrained_weights()) QSKIP("the language model is not installed: run `make setup`");
        calibrate(request("a.safetensors", "plain.safetensors"));
        CalibrationRequest warm = request("a.safetensors", "warm.safetensors");
        warm.temperature = 2;
        calibrate(warm);
        const Image photo = load_image(path("photos") / "1.png");
        const auto logit = [&](const char* model) {
            const float p = *load_grounder(path(model), "cpu")->open(photo)->ground("a blue car").strength;
            return std::log(p / (1 - p));
        };
        const float plain = logit("plain.safetensors");
        QVERIFY(std::abs(logit("warm.safetensors") - plain / 2) < 0.05F * std::abs(plain));
        warm.temperature = 0;
        QVERIFY_THROWS_EXCEPTION(Error, calibrate(warm));
    }

    void an_ensemble_gets_one_for_each_member() {
        if (!has_pretrained_weights()) QSKIP("the language model is not installed: run `make setup`");
        write_ensemble(std::vector{path("a.safetensors"), path("a.safetensors")}, path("two.safetensors"));
        calibrate(request("two.safetensors", "calibrated.safetensors"));
        QVERIFY(load_member(path("calibrated.safetensors"), 1, WordShape(384)).strength);
        const Image photo = load_image(path("photos") / "0.png");
        QVERIFY(load_grounder(path("calibrated.safetensors"), "cpu")->open(photo)->ground("a car").strength);
    }
};

QTEST_GUILESS_MAIN(CalibrateTest)
#include "calibrate_test.moc"
