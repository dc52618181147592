// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/text_conditioning.h"

#include <QtTest>

#include "core/base/error.h"
#include "core/model/decoder.h"
#include "core/model/model_options.h"
#include "core/tensor/tensors.h"
#include "support/torch_compare.h"

using namespace gbs;

class TextConditioningTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void attenuations_match_the_paper_data();
    void attenuations_match_the_paper();
    void projection_averages_over_unmasked_words();
    void word_layers_are_mixed();
    void i2t_map_joins_levels_by_maximum_or_geometric_mean();
    void half_precision_input_is_computed_in_single_precision();
    void an_unknown_attenuation_is_refused();

 private:
    static Attenuation attenuation_named(const std::string& name) {
        ModelOptions options;
        OptionSet set;
        options.bind(set);
        set.set("model.attenuation", name);
        return options.attenuation;
    }
    Fixture method_{"method.safetensors"};
};

void TextConditioningTest::attenuations_match_the_paper_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("device");
    for (const char* device : {"cpu", "cuda"})
        for (const char* name : {"distance", "projection", "dist2atten", "cosine", "projection_cosine"})
            QTest::addRow("%s on %s", name, device)
                << QString::fromLatin1(name) << QString::fromLatin1(device);
}

void TextConditioningTest::attenuations_match_the_paper() {
    QFETCH(QString, name);
    QFETCH(QString, device);
    if (device == QLatin1String("cuda") && !torch::cuda::is_available()) QSKIP("no CUDA device");
    const torch::Device target(device.toStdString());
    const torch::NoGradGuard no_grad;  // without gradients, the fused kernels run if compiled
    const Attenuation kind = attenuation_named(name.toStdString());
    for (const std::string level : {"0", "1"}) {
        const torch::Tensor e = method_["e" + level].to(target);
        const torch::Tensor attenuated = attenuate(kind, e, method_["w" + level].to(target));
        COMPARE_TENSORS(attenuated.cpu(), method_["attenuated." + name.toStdString() + "." + level], 1e-6);
        QCOMPARE(static_cast<int>(attenuated.size(1)),
                 attenuated_channels(kind, static_cast<int>(e.size(1))));
    }
}

void TextConditioningTest::projection_averages_over_unmasked_words() {
    TextProjection projection(5, std::vector<int>{8, 8});
    load_module(*projection, method_.file(), "projection.");
    const auto w = projection->forward(method_["words"], method_["mask"]);
    COMPARE_TENSORS(w[0], method_["w0"], 1e-6);
    COMPARE_TENSORS(w[1], method_["w1"], 1e-6);
}

void TextConditioningTest::word_layers_are_mixed() {
    const torch::Tensor words = method_["words"], mask = method_["mask"];
    const std::vector<torch::Tensor> layers{words, words.flip(1), 2 * words};
    TextProjection mixed(WordShape(5, 3), std::vector<int>{8, 8});
    QCOMPARE(module_tensors(*mixed).count("mix"), std::size_t{1});
    TextProjection plain(5, std::vector<int>{8, 8});
    QCOMPARE(module_tensors(*plain).count("mix"), std::size_t{0});
    {
        const torch::NoGradGuard no_grad;
        auto own = module_tensors(*mixed);
        for (auto& [name, tensor] : module_tensors(*plain)) own.at(name).copy_(tensor);
    }
    const torch::Tensor joined = torch::cat(layers, 2);
    // Initially the average of the layers.
    COMPARE_TENSORS(mixed->forward(joined, mask)[1],
                    plain->forward((layers[0] + layers[1] + layers[2]) / 3, mask)[1], 1e-6);
    {
        const torch::NoGradGuard no_grad;
        module_tensors(*mixed).at("mix").copy_(torch::tensor({0.3F, -1.0F, 2.0F}));
        module_tensors(*mixed).at("gamma").fill_(0.7);
    }
    const double a = std::exp(0.3), b = std::exp(-1.0), c = std::exp(2.0), sum = (a + b + c) / 0.7;
    const auto w = mixed->forward(joined, mask);
    COMPARE_TENSORS(w[0], plain->forward((a * layers[0] + b * layers[1] + c * layers[2]) / sum, mask)[0],
                    1e-5);
    w[0].sum().backward();
    QVERIFY(module_tensors(*mixed).at("mix").grad().abs().min().item<float>() > 0);
}

void TextConditioningTest::i2t_map_joins_levels_by_maximum_or_geometric_mean() {
    const std::vector<torch::Tensor> e{method_["e0"], method_["e1"]}, w{method_["w0"], method_["w1"]};
    COMPARE_TENSORS(i2t_map(e, w, false), method_["i2t.max"], 1e-6);
    COMPARE_TENSORS(i2t_map(e, w, true), method_["i2t.geometric_mean"], 1e-6);
}

void TextConditioningTest::half_precision_input_is_computed_in_single_precision() {
    const torch::Tensor e = method_["e0"].to(torch::kBFloat16), w = method_["w0"].to(torch::kBFloat16);
    const torch::Tensor wide = attenuate(Attenuation::distance, e, w);
    QCOMPARE(wide.scalar_type(), torch::kFloat);
    COMPARE_TENSORS(wide, attenuate(Attenuation::distance, e.to(torch::kFloat), w.to(torch::kFloat)), 0);
}

void TextConditioningTest::an_unknown_attenuation_is_refused() {
    QVERIFY_EXCEPTION_THROWN(attenuation_named("distanze"), Error);
}

QTEST_GUILESS_MAIN(TextConditioningTest)
#include "text_conditioning_test.moc"
