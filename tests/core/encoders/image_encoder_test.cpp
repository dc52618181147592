// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/encoders/image_encoders.h"

#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/model/checkpoint.h"
#include "core/tensor/tensors.h"
#include "core/tensor/torch.h"
#include "support/error_of.h"

using namespace gbs;

namespace {

using Tensors = std::map<std::string, torch::Tensor>;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

class ImageEncoderTest : public QObject {
    Q_OBJECT

 private:
    QTemporaryDir folder_;
    std::filesystem::path file(const char* name) const {
        return folder_.filePath(QLatin1String(name)).toStdString();
    }

 private Q_SLOTS:
    void initTestCase() { torch::manual_seed(4); }

    void levels_have_the_declared_sizes_data() {
        QTest::addColumn<QString>("name");
        for (const auto& name : image_encoder_names())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    void levels_have_the_declared_sizes() {
        QFETCH(QString, name);
        const torch::NoGradGuard no_grad;
        const int levels = 3;
        const auto encoder = make_image_encoder(name.toStdString(), levels);
        QCOMPARE(encoder->name(), name.toStdString());
        QCOMPARE(encoder->strides().size(), std::size_t(levels));
        encoder->eval();
        const int side = 4 * encoder->strides().front();
        const auto features = encoder->forward(torch::rand({2, 3, side, side}) * 255);
        for (std::size_t i = 0; i < features.size(); ++i) {
            const std::int64_t cells = side / encoder->strides()[i];
            QCOMPARE(features[i].sizes().vec(),
                     (std::vector<std::int64_t>{2, encoder->channels()[i], cells, cells}));
        }
    }

    void fewer_levels_are_the_coarsest_data() { levels_have_the_declared_sizes_data(); }

    void fewer_levels_are_the_coarsest() {
        QFETCH(QString, name);
        const torch::NoGradGuard no_grad;
        const auto all = make_image_encoder(name.toStdString(), 3);
        all->eval();
        const torch::Tensor image = torch::rand({1, 3, 64, 64}) * 255;
        const auto expected = all->forward(image);
        for (int levels = 1; levels < 3; ++levels) {
            const auto some = make_image_encoder(name.toStdString(), levels);
            some->eval();
            auto from = module_tensors(*all);
            for (auto& [tensor_name, tensor] : module_tensors(*some)) tensor.copy_(from.at(tensor_name));
            const auto features = some->forward(image);
            QCOMPARE(features.size(), std::size_t(levels));
            for (std::size_t i = 0; i < features.size(); ++i)
                QVERIFY(torch::allclose(features[i], expected[i]));
            // As cached for a frozen encoder.
            const auto expanded = some->expand(some->bottlenecks(image));
            for (std::size_t i = 0; i < features.size(); ++i)
                QVERIFY(torch::allclose(features[i], expanded[i]));
        }
    }

    void a_training_step_reaches_every_parameter_and_a_checkpoint_stores_it_data() {
        levels_have_the_declared_sizes_data();
    }

    void a_training_step_reaches_every_parameter_and_a_checkpoint_stores_it() {
        QFETCH(QString, name);
        ModelOptions options;
        options.image_encoder = name.toStdString();
        options.neck_width = 8;
        options.decoder_width = 4;
        options.input_size = 64;
        GroundingModel model(options, 16);
        model->train();
        const auto e = model->encode(torch::rand({2, 3, 64, 64}) * 255);
        const auto w = model->project(torch::rand({2, 3, 16}), torch::ones({2, 3}));
        const torch::Tensor loss = model->decode(model->condition(e, w)).mean() + model->match(e, w).mean();
        loss.backward();
        const torch::NoGradGuard no_grad;
        double largest = 0;
        for (auto& item : model->image_encoder().named_parameters()) {
            const torch::Tensor gradient = item.value().grad();
            QVERIFY2(gradient.defined() && gradient.isfinite().all().item<bool>(), item.key().c_str());
            largest = std::max(largest, gradient.abs().max().item<double>());
            item.value().sub_(gradient / (1 + gradient.abs().max()));  // without growing beyond all bounds
        }
        QVERIFY(largest > 0);
        save_checkpoint(file("model.safetensors"), model);
        auto loaded = load_checkpoint(file("model.safetensors"), 16).model;
        model->eval();
        loaded->eval();
        const torch::Tensor image = torch::rand({1, 3, 70, 70}) * 255;
        const torch::Tensor e_of_model = model->encode(image)[1];
        QVERIFY(e_of_model.isfinite().all().item<bool>());
        QVERIFY(torch::equal(e_of_model, loaded->encode(image)[1]));
    }

    void a_random_vgg_preserves_the_scale_of_signals() {
        const torch::NoGradGuard no_grad;
        const auto features = make_image_encoder("vgg16")->forward(torch::rand({1, 3, 64, 64}) * 255);
        const double rms = features[0].square().mean().sqrt().item<double>();
        QVERIFY2(rms > 0.1 && rms < 10, std::to_string(rms).c_str());
    }

    void classifiers_and_counters_in_a_file_are_ignored() {
        auto tensors = module_tensors(*make_image_encoder("resnet50"));
        tensors["fc.weight"] = torch::zeros({1000, 2048});
        tensors["bn1.num_batches_tracked"] = torch::zeros({1}, torch::kLong);
        save_tensors(file("resnet50.safetensors"), tensors);
        const auto encoder = make_image_encoder("resnet50");
        load_image_weights(*encoder, file("resnet50.safetensors"));
        QVERIFY(torch::equal(encoder->named_parameters()["conv1.weight"], tensors["conv1.weight"]));
    }

    void wrong_weights_are_refused_with_all_differences() {
        auto tensors = module_tensors(*make_image_encoder("vit-s16"));
        tensors.erase("norm.bias");
        tensors["blocks.0.ls1.gamma"] = torch::ones({384});
        tensors["blocks.1.attn.qkv.weight"] = tensors["blocks.1.attn.qkv.weight"].t().contiguous();
        tensors["blocks.2.mlp.fc1.bias"] = torch::full({1536}, std::nan(""));
        tensors["pos_embed"] = torch::zeros({1, 577, 384});
        save_tensors(file("wrong.safetensors"), tensors);
        auto encoder = make_image_encoder("vit-s16");
        const torch::Tensor before = encoder->named_parameters()["cls_token"].clone();
        const std::string message =
            error_text([&] { load_image_weights(*encoder, file("wrong.safetensors")); });
        QVERIFY(contains(message, "not the weights of the image encoder vit-s16"));
        QVERIFY(contains(message, "norm.bias is missing"));
        QVERIFY(contains(message, "blocks.0.ls1.gamma is not part of this model"));
        QVERIFY(contains(
            message,
            "blocks.1.attn.qkv.weight has shape [384, 1152], [1152, 384] is needed: it is transposed"));
        QVERIFY(contains(message, "blocks.2.mlp.fc1.bias holds NaN"));
        QVERIFY(contains(message, "pos_embed has shape [1, 577, 384], [1, 197, 384] is needed\n"));
        QCOMPARE(std::ranges::count(message, '\n'), 5);
        QVERIFY(torch::equal(before, encoder->named_parameters()["cls_token"]));  // all or nothing
    }

    void weights_of_another_architecture_are_refused() {
        save_tensors(file("other.safetensors"), module_tensors(*make_image_encoder("vgg16")));
        const std::string message = error_text(
            [&] { load_image_weights(*make_image_encoder("resnet50"), file("other.safetensors")); });
        QVERIFY(contains(message, "layer4.2.conv3.weight is missing"));
        QVERIFY(contains(message, "features.28.bias is not part of this model"));
    }

    void missing_weights_error_says_where_to_get_them() {
        qputenv("GBS_WEIGHTS", folder_.path().toUtf8());
        const std::string message = error_text([] { load_image_weights(*make_image_encoder("vgg16")); });
        QVERIFY(contains(message, "download.pytorch.org"));
        QVERIFY(contains(message, "convert_weights.py --image vgg16"));
        QVERIFY(contains(message, "image_encoder.pretrained: false"));
        QVERIFY(contains(error_text([] { load_image_weights(*make_image_encoder("efficientnet-lite0")); }),
                         "make setup"));
        for (const char* name : {"", "..", "../x", "/etc/passwd"})  // from an untrusted checkpoint
            QVERIFY_THROWS_EXCEPTION(Error, image_encoder_weights(name));
        qunsetenv("GBS_WEIGHTS");
    }

    void unknown_names_are_errors_listing_the_known_names() {
        QVERIFY(contains(error_text([] { make_image_encoder("vgg"); }), "known are efficientnet-lite0, "));
        QVERIFY_THROWS_EXCEPTION(Error, make_image_encoder("vgg16", 4));
        QVERIFY_THROWS_EXCEPTION(Error, make_image_encoder("vgg16", 0));
    }
};

QTEST_GUILESS_MAIN(ImageEncoderTest)
#include "image_encoder_test.moc"
