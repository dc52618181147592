// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/checkpoint_average.h"

#include <QTemporaryDir>
#include <QTest>
#include <array>

#include "core/model/checkpoint.h"
#include "core/model/checkpoint_ensemble.h"
#include "core/tensor/tensors.h"
#include "support/error_of.h"
#include "support/tiny_checkpoint.h"
#include "support/torch_compare.h"

using namespace gbs;

/// The mean of the weights of several models.
class CheckpointAverageTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(folder_.path().toStdString()) / name;
    }
    GroundingModel a_{nullptr}, b_{nullptr};
    torch::Tensor photo_ = torch::rand({1, 3, 64, 64}) * 255;
    static constexpr int words = 384;  ///< width of their embeddings

    /// As a trained neck has.
    static void give_statistics(GroundingModel& model, double mean, double variance) {
        for (const auto& [name, tensor] : module_tensors(*model)) {
            const torch::NoGradGuard no_grad;
            if (name.ends_with("norm.running_mean") && name.starts_with("necks_")) tensor.fill_(mean);
            if (name.ends_with("norm.running_var") && name.starts_with("necks_")) tensor.fill_(variance);
        }
    }
    static GroundingModel load(const std::filesystem::path& from) {
        GroundingModel model = load_checkpoint(from, words).model;
        model->eval();
        return model;
    }

 private Q_SLOTS:
    void initTestCase() {
        save_checkpoint(path("a"), a_ = tiny_model());
        // The same encoder, other necks and projections.
        b_ = load(path("a"));
        torch::manual_seed(3);
        for (const auto& [name, tensor] : module_tensors(*b_)) {
            const torch::NoGradGuard no_grad;
            if (name.ends_with("conv.weight") && name.starts_with("necks_")) tensor.normal_();
            if (name.starts_with("projection.")) tensor.normal_();
        }
        give_statistics(a_, 0.5, 4);
        give_statistics(b_, -2, 0.25);
        a_->eval();
        b_->eval();
        save_checkpoint(path("a"), a_, {{"data", "of a"}, {"gbs.training", "{\"step\": 7}"}});
        save_checkpoint(path("b"), b_);
        write_average(std::array{path("a"), path("b")}, path("mean"), {{"name", "mean"}});
    }

    void features_and_texts_are_the_means() {
        const torch::NoGradGuard no_grad;
        GroundingModel mean = load(path("mean"));
        const auto e = mean->encode(photo_), ea = a_->encode(photo_), eb = b_->encode(photo_);
        const torch::Tensor text = torch::randn({2, 3, words}), mask = torch::ones({2, 3}, torch::kBool);
        const auto w = mean->project(text, mask), wa = a_->project(text, mask), wb = b_->project(text, mask);
        for (std::size_t i = 0; i < e.size(); ++i) {
            COMPARE_TENSORS(e[i], (ea[i] + eb[i]) / 2, 1e-4);
            COMPARE_TENSORS(w[i], (wa[i] + wb[i]) / 2, 1e-4);
        }
    }

    void the_rest_is_that_of_the_first_model() {
        const SafetensorsFile a(path("a")), mean(path("mean"));
        QCOMPARE(mean.tensors().size(), a.tensors().size());
        for (const auto& [name, view] : a.tensors())
            if (name.starts_with("decoder.") || name.starts_with("encoder."))
                QVERIFY2(torch::equal(to_tensor(view), to_tensor(mean.at(name))), name.c_str());
        QCOMPARE(mean.metadata().at("data"), std::string("of a"));
        QCOMPARE(mean.metadata().at("name"), std::string("mean"));
        QVERIFY(!mean.metadata().contains("gbs.training"));
    }

    void the_mean_of_a_model_and_itself_is_the_model() {
        write_average(std::array{path("a"), path("a"), path("a")}, path("same"));
        const torch::NoGradGuard no_grad;
        const auto e = load(path("same"))->encode(photo_), expected = a_->encode(photo_);
        for (std::size_t i = 0; i < e.size(); ++i) COMPARE_TENSORS(e[i], expected[i], 1e-4);
    }

    void models_that_do_not_fit_are_refused() {
        const auto refusal = [&](std::initializer_list<const char*> names) {
            std::vector<std::filesystem::path> paths;
            for (const char* name : names) paths.push_back(path(name));
            return error_of([&] { write_average(paths, path("refused")); });
        };
        QVERIFY(refusal({"a"}).contains("at least two"));
        write_ensemble(std::array{path("a"), path("b")}, path("both"));
        QVERIFY(refusal({"a", "both"}).contains("is an ensemble"));
        GroundingModel other = load(path("a"));
        {
            const torch::NoGradGuard no_grad;
            other->image_encoder().parameters().front().add_(1);
        }
        save_checkpoint(path("other"), other);
        const QString encoder = refusal({"a", "other"});
        QVERIFY2(encoder.contains("another image encoder"), qPrintable(encoder));
        save_checkpoint(path("narrow"), tiny_model(64, 12));
        const QString shape = refusal({"a", "narrow"});
        QVERIFY2(shape.contains("another shape") || shape.contains("another image encoder"),
                 qPrintable(shape));
        // A neck without its batch norm.
        const SafetensorsFile a(path("a"));
        std::map<std::string, torch::Tensor> damaged;
        for (const auto& [name, view] : a.tensors())
            if (!name.ends_with("norm.bias") || !name.starts_with("necks_0")) damaged[name] = to_tensor(view);
        auto metadata = a.metadata();
        metadata.erase("gbs.sha256");
        save_tensors(path("damaged"), damaged, metadata);
        QVERIFY(refusal({"damaged", "damaged"}).contains("necks_0.norm.bias"));
        QVERIFY(!std::filesystem::exists(path("refused")));
    }
};

QTEST_GUILESS_MAIN(CheckpointAverageTest)
#include "checkpoint_average_test.moc"
