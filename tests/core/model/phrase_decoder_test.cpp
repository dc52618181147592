// SPDX-License-Identifier: GPL-3.0-or-later

// The maps that share a photo's part of the decoder against those of the whole model for each phrase.

#include "core/model/phrase_decoder.h"

#include <QtTest>

#include "core/model/inference.h"
#include "core/tensor/tensors.h"
#include "support/torch_compare.h"

using namespace gbs;

namespace {

/// Random weights, and statistics as after training.
GroundingModel make_model(Attenuation kind, int levels, int neck_width, int decoder_width, bool mirror) {
    torch::manual_seed(3);
    ModelOptions options;
    options.levels = levels;
    options.neck_width = neck_width;
    options.decoder_width = decoder_width;
    options.attenuation = kind;
    options.mirror = mirror;
    GroundingModel model(options, WordShape(5));
    const torch::NoGradGuard no_grad;
    for (const auto& [name, tensor] : module_tensors(*model)) {
        if (name.ends_with("running_mean")) torch::Tensor(tensor).uniform_(-1, 1);
        if (name.ends_with("running_var")) torch::Tensor(tensor).uniform_(0.5, 2);
    }
    model->eval();
    return model;
}

std::vector<torch::Tensor> random_features(int levels, int width, int views) {
    std::vector<torch::Tensor> e;
    for (int i = 0; i < levels; ++i) e.push_back(torch::randn({views, width, 5 << i, 4 << i}));
    return e;
}

}  // namespace

class PhraseDecoderTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void maps_equal_those_of_the_whole_decoder_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("levels");
        QTest::addColumn<int>("decoder_width");
        QTest::addColumn<bool>("mirror");
        for (const Attenuation kind : {Attenuation::projection, Attenuation::projection_cosine})
            for (const int levels : {1, 2, 3})
                for (const int width : {6, 8, 9})  // of the first block; E has 8 channels, and C 8 or 9
                    for (const bool mirror : {false, true})
                        QTest::addRow("kind %d, %d levels, width %d, %d views", static_cast<int>(kind),
                                      levels, width, mirror ? 2 : 1)
                            << static_cast<int>(kind) << levels << width << mirror;
    }

    void maps_equal_those_of_the_whole_decoder() {
        QFETCH(int, kind);
        QFETCH(int, levels);
        QFETCH(int, decoder_width);
        QFETCH(bool, mirror);
        const torch::NoGradGuard no_grad;
        GroundingModel model = make_model(static_cast<Attenuation>(kind), levels, 8, decoder_width, mirror);
        const int views = mirror ? 2 : 1, phrases = 3;
        const auto e = random_features(levels, 8, views);
        std::vector<torch::Tensor> w;
        for (int i = 0; i < levels; ++i) w.push_back(torch::randn({phrases, 8}));
        const MapInference inference(model);
        const PhotoFeatures photo = inference.prepare(e);
        QVERIFY(photo.decoder.has_value());
        const PhraseMaps maps = inference.maps(photo, w);

        torch::Tensor gbs, i2t;
        for (int view = 0; view < views; ++view) {
            std::vector<torch::Tensor> repeated;
            for (const auto& level : e)
                repeated.push_back(level.narrow(0, view, 1).expand({phrases, -1, -1, -1}));
            const torch::Tensor h = model->decode(model->condition(repeated, w));
            const torch::Tensor m = model->match(repeated, w);
            gbs = view == 0 ? h : (gbs + h.flip({2})) / 2;
            i2t = view == 0 ? m : (i2t + m.flip({2})) / 2;
        }
        COMPARE_TENSORS(maps.gbs, gbs, 1e-6);
        COMPARE_TENSORS(maps.i2t, i2t, 1e-5);
        COMPARE_TENSORS(maps.mean, (gbs * i2t).sqrt(), 1e-5);
        // The rows do not depend on each other.
        std::vector<torch::Tensor> last;
        for (const auto& level : w) last.push_back(level.narrow(0, phrases - 1, 1));
        COMPARE_TENSORS(inference.maps(photo, last).gbs[0], maps.gbs[phrases - 1], 1e-6);
    }

    void other_attenuations_and_large_photos_use_the_whole_decoder() {
        const torch::NoGradGuard no_grad;
        for (const Attenuation kind : {Attenuation::distance, Attenuation::cosine, Attenuation::attention}) {
            GroundingModel model = make_model(kind, 2, 8, 6, false);
            QVERIFY(PhraseDecoder::make(model) == nullptr);
            const MapInference inference(model);
            const PhotoFeatures photo = inference.prepare(random_features(2, 8, 1));
            QVERIFY(!photo.decoder.has_value());
            const PhraseMaps maps = inference.maps(photo, {torch::randn({2, 8}), torch::randn({2, 8})});
            QCOMPARE(maps.mean.sizes().vec(), (std::vector<std::int64_t>{2, 10, 8}));
        }
        GroundingModel model = make_model(Attenuation::projection, 2, 8, 128, false);
        const auto decoder = PhraseDecoder::make(model);
        QVERIFY(decoder->fits({torch::zeros({2, 8, 50, 100}), torch::zeros({2, 8, 100, 200})}));
        QVERIFY(!decoder->fits({torch::zeros({2, 8, 100, 100}), torch::zeros({2, 8, 200, 200})}));
    }

    void views_side_by_side_equal_views_in_one_batch() {
        const torch::NoGradGuard no_grad;
        GroundingModel model = make_model(Attenuation::projection, 2, 8, 6, true);
        const torch::Tensor views = torch::rand({2, 3, 96, 96}) * 255;
        const auto batch = model->encode(views), each = encode_views(model, views);
        for (std::size_t i = 0; i < batch.size(); ++i) COMPARE_TENSORS(each[i], batch[i], 1e-4);
    }
};

QTEST_GUILESS_MAIN(PhraseDecoderTest)
#include "phrase_decoder_test.moc"
