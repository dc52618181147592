// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/decoder.h"

#include <QtTest>

#include "core/model/text_conditioning.h"
#include "core/tensor/tensors.h"
#include "support/torch_compare.h"

using namespace gbs;

class DecoderTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void matches_the_reference();
    void accepts_one_channel_and_one_level();
};

void DecoderTest::matches_the_reference() {
    const Fixture method("method.safetensors");
    Decoder decoder(std::vector<int>{8, 8}, 6);
    load_module(*decoder, method.file(), "decoder.");
    decoder->eval();
    std::vector<torch::Tensor> conditioned;
    for (const std::string level : {"0", "1"})
        conditioned.push_back(attenuate(Attenuation::projection, method["e" + level], method["w" + level]));
    COMPARE_TENSORS(decoder->forward(conditioned), method["decoded.eval"], 1e-6);
}

void DecoderTest::accepts_one_channel_and_one_level() {
    Decoder decoder(std::vector<int>{1}, 16);
    const torch::Tensor h = decoder->forward({torch::rand({2, 1, 5, 7})});
    QCOMPARE(h.sizes().vec(), (std::vector<std::int64_t>{2, 5, 7}));
    QVERIFY(h.min().item<float>() >= 0 && h.max().item<float>() <= 1);
}

QTEST_GUILESS_MAIN(DecoderTest)
#include "decoder_test.moc"
