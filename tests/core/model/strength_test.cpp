// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/strength.h"

#include <spdlog/spdlog.h>

#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <cmath>

#include "core/model/checkpoint.h"
#include "core/model/checkpoint_convert.h"
#include "core/model/checkpoint_ensemble.h"
#include "core/model/load_grounder.h"
#include "core/model/model_card.h"
#include "support/error_of.h"
#include "support/tiny_checkpoint.h"
#include "support/tiny_run.h"

using namespace gbs;

namespace {

/// A strength with random weights for a model.
Strength random_strength(const GroundingModel& model, int hidden = 4) {
    torch::manual_seed(5);
    return Strength(strength_input_width(model->channels()), hidden);
}

Grounding with_strength(std::optional<float> strength) {
    Grounding grounding;
    grounding.strength = strength;
    return grounding;
}

}  // namespace

class StrengthTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    Image photo_{60, 40, {}};

    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(folder_.path().toStdString()) / name;
    }
    std::optional<float> strength_of(const char* name) const {
        return load_grounder(path(name), "cpu")->open(photo_)->ground("a dog").strength;
    }

 private Q_SLOTS:
    void initTestCase() {
        for (int i = 0; i < 60 * 40 * 3; ++i) photo_.rgb.push_back(static_cast<std::uint8_t>(i * 7919 % 251));
        save_tiny_checkpoint(path("plain.safetensors"));
        GroundingModel model = tiny_model();
        save_checkpoint(path("strong.safetensors"), model, {{"gbs.strength", "{}"}}, StoredPrecision::fp32,
                        random_strength(model));
    }

    void inputs_have_the_promised_width_and_do_not_depend_on_scale() {
        const std::vector<torch::Tensor> e{torch::rand({1, 6, 3, 3}), torch::rand({1, 4, 6, 5})};
        const std::vector<torch::Tensor> w{torch::rand({2, 6}), torch::rand({2, 4})};
        const torch::Tensor inputs = strength_inputs(e, w);
        QCOMPARE(inputs.size(0), 2);
        QCOMPARE(inputs.size(1), strength_input_width({6, 4}));
        QVERIFY(
            torch::allclose(inputs, strength_inputs({e[0] * 3, e[1] * 7}, {w[0] * 2, w[1] * 5}), 1e-4, 1e-5));
    }

    void the_first_input_is_the_largest_cosine() {
        const torch::Tensor e = torch::rand({1, 6, 3, 3}), w = torch::rand({1, 6});
        const double largest = torch::cosine_similarity(e[0].flatten(1).t(), w, 1).max().item<double>();
        QVERIFY(std::abs(strength_inputs({e}, {w})[0][0].item<double>() - largest) < 1e-6);
    }

    void inputs_describe_the_cosines() {
        const torch::Tensor e = torch::randn({1, 6, 8, 8}), w = torch::randn({3, 6});
        const torch::Tensor cosines =
            torch::cosine_similarity(e[0].flatten(1).t().unsqueeze(0), w.unsqueeze(1), 2);
        const torch::Tensor expected = torch::stack({cosines.amax(1), cosines.mean(1), cosines.std(1, false),
                                                     std::get<0>(cosines.topk(3, 1)).mean(1)},
                                                    1);
        const torch::Tensor inputs = strength_inputs({e}, {w});
        QVERIFY(torch::allclose(inputs.narrow(1, 0, 4), expected, 1e-4, 1e-5));
        const torch::Tensor chosen =
            torch::softmax(20 * cosines, 1)
                .matmul(torch::nn::functional::normalize(e[0].flatten(1),
                                                         torch::nn::functional::NormalizeFuncOptions().dim(0))
                            .t());
        const torch::Tensor products =
            torch::nn::functional::normalize(w) * torch::nn::functional::normalize(chosen);
        QVERIFY(torch::allclose(inputs.narrow(1, 5, 6), products, 1e-4, 1e-5));
        QVERIFY(torch::allclose(strength_inputs(prepare_strength({e}), {w}, {cosines}), inputs, 1e-4, 1e-5));
    }

    void a_checkpoint_without_strength_has_none() {
        if (!training::has_pretrained_weights())
            QSKIP("the language model is not installed: run `make setup`");
        QVERIFY(!strength_of("plain.safetensors"));
    }

    void a_stored_strength_comes_with_the_maps_and_survives_conversion() {
        if (!training::has_pretrained_weights())
            QSKIP("the language model is not installed: run `make setup`");
        const auto strength = strength_of("strong.safetensors");
        QVERIFY(strength && *strength > 0 && *strength < 1);
        convert_checkpoint(path("strong.safetensors"), path("half.safetensors"), {});
        QVERIFY(std::abs(*strength_of("half.safetensors") - *strength) < 1e-2);
    }

    void other_inference_options_drop_it() {
        convert_checkpoint(path("strong.safetensors"), path("mirror.safetensors"),
                           {.half = true, .notes = {}, .assignments = {"model.mirror=true"}});
        QVERIFY(!load_checkpoint(path("mirror.safetensors"), WordShape(384)).strength);
        QVERIFY(!read_model_card(path("mirror.safetensors")).notes.contains("gbs.strength"));
    }

    void an_ensemble_has_the_mean_logit_of_its_members() {
        const std::array<Grounding, 2> both{with_strength(0.9F), with_strength(0.5F)};
        const double logit = std::log(0.9 / 0.1) / 2;
        QVERIFY(std::abs(*combine_strengths(both) - 1 / (1 + std::exp(-logit))) < 1e-6);
        const std::array<Grounding, 2> sure{with_strength(1.F), with_strength(1.F)};
        QVERIFY(*combine_strengths(sure) > 0.99F);
        const std::array<Grounding, 2> one{with_strength(0.9F), with_strength(std::nullopt)};
        QVERIFY(!combine_strengths(one));
        QVERIFY(!combine_strengths({}));
    }

    void an_ensemble_file_keeps_its_members_strengths() {
        write_ensemble(std::array{path("strong.safetensors"), path("plain.safetensors")},
                       path("both.safetensors"));
        QVERIFY(load_member(path("both.safetensors"), 0, WordShape(384)).strength);
        QVERIFY(!load_member(path("both.safetensors"), 1, WordShape(384)).strength);
    }

    void a_strength_of_another_model_is_refused() {
        GroundingModel model = tiny_model(), wide = tiny_model(64, 12);
        save_checkpoint(path("wrong.safetensors"), model, {}, StoredPrecision::fp32, random_strength(wide));
        QVERIFY(error_of([&] {
                    load_checkpoint(path("wrong.safetensors"), WordShape(384));
                }).contains(QStringLiteral("strength.hidden.weight")));
    }

    void levels_begin_at_their_limits() {
        QCOMPARE(strength_level(0.75F), StrengthLevel::strong);
        QCOMPARE(strength_level(0.74F), StrengthLevel::medium);
        QCOMPARE(strength_level(0.5F), StrengthLevel::medium);
        QCOMPARE(strength_level(0.25F), StrengthLevel::weak);
        QCOMPARE(strength_level(0.24F), StrengthLevel::none);
        QCOMPARE(std::string(strength_level_name(StrengthLevel::strong)), std::string("strong"));
    }
};

QTEST_GUILESS_MAIN(StrengthTest)
#include "strength_test.moc"
