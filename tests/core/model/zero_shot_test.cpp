// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/zero_shot.h"

#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/evaluation/map_sources.h"
#include "core/model/batch_grounding.h"
#include "core/model/checkpoint_ensemble.h"
#include "core/model/grounding_cost.h"
#include "core/model/load_grounder.h"
#include "core/model/model_card.h"
#include "core/report/map_files.h"
#include "support/error_of.h"
#include "support/tiny_checkpoint.h"
#include "support/tiny_run.h"

using namespace gbs;

/// A model without a decoder: its main map is H_i2t, and everything says that there is no H_GbS.
class ZeroShotTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::filesystem::path plain_, zero_shot_;
    Image photo_{64, 64, std::vector<std::uint8_t>(64 * 64 * 3, 90)};

 private Q_SLOTS:
    void initTestCase() {
        if (!training::has_pretrained_weights())
            QSKIP("the pretrained weights are not installed: run `make setup`");
        const std::filesystem::path folder = folder_.path().toStdString();
        plain_ = folder / "plain.safetensors";
        zero_shot_ = folder / "zero.safetensors";
        save_tiny_checkpoint(plain_);
        save_checkpoint(zero_shot_, tiny_model(64, 8, 0));
        for (std::size_t i = 0; i < photo_.rgb.size(); i += 7)
            photo_.rgb[i] = static_cast<std::uint8_t>(i * 31 % 251);
    }

    void the_mean_is_the_similarity() {
        QVERIFY(has_gbs(plain_) && !has_gbs(zero_shot_));
        const Grounding one = load_grounder(zero_shot_, "cpu")->open(photo_)->ground("a dog");
        QVERIFY(one.gbs.empty() && !one.i2t.empty());
        QCOMPARE(one.mean.values(), one.i2t.values());
        QCOMPARE(one.i2t.values(), load_grounder(plain_, "cpu")->open(photo_)->ground("a dog").i2t.values());
    }

    void an_ensemble_takes_what_its_members_have() {
        const std::filesystem::path both = zero_shot_.parent_path() / "both.safetensors";
        write_ensemble(std::array{plain_, zero_shot_}, both);
        const Grounding joined = load_grounder(both, "cpu")->open(photo_)->ground("a dog");
        const Grounding plain = load_grounder(plain_, "cpu")->open(photo_)->ground("a dog");
        const Grounding zero = load_grounder(zero_shot_, "cpu")->open(photo_)->ground("a dog");
        QVERIFY(has_gbs(both));
        for (std::size_t i = 0; i < plain.gbs.values().size(); ++i) {
            QVERIFY(std::abs(joined.gbs.values()[i] - plain.gbs.values()[i]) < 1e-5F);
            QVERIFY(std::abs(joined.mean.values()[i] -
                             std::sqrt(plain.mean.values()[i] * zero.mean.values()[i])) < 1e-5F);
        }
        const std::filesystem::path none = zero_shot_.parent_path() / "none.safetensors";
        write_ensemble(std::array{zero_shot_, zero_shot_}, none);
        QVERIFY(load_grounder(none, "cpu")->open(photo_)->ground("a dog").gbs.empty());
    }

    void its_card_and_its_cost_say_so() {
        QCOMPARE(read_model_card(zero_shot_).notes.at("maps"), std::string("zero-shot, no H_GbS"));
        QVERIFY(!read_model_card(plain_).notes.contains("maps"));
        const auto cost = [](const std::filesystem::path& path) {
            return grounding_cost(read_model_options(path), 384).phrase_flop;
        };
        QVERIFY(cost(zero_shot_) < cost(plain_));
    }

    void an_evaluation_scores_the_similarity_alone() {
        const auto source = make_model_source(load_grounder(zero_shot_, "cpu"), "clip");
        QCOMPARE(source->names(), std::vector<std::string>{"clip.i2t"});
        QVERIFY(source->about().at("kind").get<std::string>().find("no H_GbS") != std::string::npos);
    }

    void only_maps_that_exist_are_written() {
        const std::filesystem::path out = zero_shot_.parent_path() / "maps";
        MapFilesOptions options;
        options.formats = {MapFormat::npy};
        MapFiles files(out, options, "zero.safetensors");
        GroundingTask task;
        task.photo = "a.png";
        task.phrases = {"a dog"};
        const GroundedPhoto photo{task,
                                  std::make_shared<Image>(photo_),
                                  {0},
                                  {load_grounder(zero_shot_, "cpu")->open(photo_)->ground("a dog")},
                                  {}};
        QCOMPARE(files.write(photo).at(0).size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(ZeroShotTest)
#include "zero_shot_test.moc"
