#include "core/text_conditioning.h"

#include <QtTest>

#include "core/decoder.h"
#include "core/tensors.h"
#include "support/torch_compare.h"

using namespace gbs;

class TextConditioningTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void attenuations_are_those_of_the_paper_data();
    void attenuations_are_those_of_the_paper();
    void projection_means_over_the_words_that_count();
    void i2t_map_joins_levels_by_maximum_or_geometric_mean();
    void half_precision_input_is_computed_in_single_precision();
    void an_unknown_attenuation_is_refused();

 private:
    Fixture method_{"method.safetensors"};
};

void TextConditioningTest::attenuations_are_those_of_the_paper_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("device");
    for (const char* device : {"cpu", "cuda"})
        for (const char* name : {"distance", "projection", "dist2atten", "cosine", "projection_cosine"})
            QTest::addRow("%s on %s", name, device)
                << QString::fromLatin1(name) << QString::fromLatin1(device);
}

void TextConditioningTest::attenuations_are_those_of_the_paper() {
    QFETCH(QString, name);
    QFETCH(QString, device);
    if (device == QLatin1String("cuda") && !torch::cuda::is_available()) QSKIP("no CUDA device");
    const torch::Device target(device.toStdString());
    const torch::NoGradGuard
        no_grad;  // without gradients the fused kernels serve, where they are compiled in
    const Attenuation kind = attenuation_from_name(name.toStdString());
    for (const std::string level : {"0", "1"}) {
        const torch::Tensor e = method_["e" + level].to(target);
        const torch::Tensor attenuated = attenuate(kind, e, method_["w" + level].to(target));
        COMPARE_TENSORS(attenuated.cpu(), method_["attenuated." + name.toStdString() + "." + level], 1e-6);
        QCOMPARE(static_cast<int>(attenuated.size(1)),
                 attenuated_channels(kind, static_cast<int>(e.size(1))));
    }
}

void TextConditioningTest::projection_means_over_the_words_that_count() {
    TextProjection projection(5, std::vector<int>{8, 8});
    load_module(*projection, method_.file(), "projection.");
    const auto w = projection->forward(method_["words"], method_["mask"]);
    COMPARE_TENSORS(w[0], method_["w0"], 1e-6);
    COMPARE_TENSORS(w[1], method_["w1"], 1e-6);
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
    QVERIFY_EXCEPTION_THROWN(attenuation_from_name("distanze"), std::runtime_error);
}

QTEST_GUILESS_MAIN(TextConditioningTest)
#include "text_conditioning_test.moc"
