// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/checkpoint_ensemble.h"

#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <cmath>
#include <functional>

#include "core/base/error.h"
#include "core/model/checkpoint.h"
#include "core/model/checkpoint_convert.h"
#include "core/model/grounding_session.h"
#include "core/model/load_grounder.h"
#include "core/model/model_card.h"
#include "support/tiny_checkpoint.h"
#include "support/tiny_run.h"

using namespace gbs;

class CheckpointEnsembleTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::filesystem::path a_, b_, both_;
    Image photo_{60, 40, {}};

    QString error_of(const std::function<void()>& action) {
        try {
            action();
        } catch (const Error& error) {
            return QString::fromUtf8(error.what());
        }
        return {};
    }

 private Q_SLOTS:
    void initTestCase() {
        if (!training::has_pretrained_weights())
            QSKIP("the pretrained weights are not installed: run `make setup`");
        const std::filesystem::path folder = folder_.path().toStdString();
        a_ = folder / "a.safetensors";
        b_ = folder / "b.safetensors";
        both_ = folder / "both.safetensors";
        for (int i = 0; i < 60 * 40 * 3; ++i) photo_.rgb.push_back(static_cast<std::uint8_t>(i * 7919 % 251));
        save_tiny_checkpoint(a_);
        save_checkpoint(b_, tiny_model(128, 12), {{"data", "b's"}}, StoredPrecision::fp16);
        write_ensemble(std::array{a_, b_}, both_, {{"name", "both"}});
    }

    void maps_are_geometric_means_at_the_largest_size() {
        const Grounding a = load_grounder(a_, "cpu")->open(photo_)->ground("a dog");
        const Grounding b = load_grounder(b_, "cpu")->open(photo_)->ground("a dog");
        QVERIFY(a.mean.width() != b.mean.width());
        const Heatmap& large = a.mean.width() > b.mean.width() ? a.mean : b.mean;
        const Grounding both = load_grounder(both_, "cpu")->open(photo_)->ground("a dog");
        for (const auto kind : {&Grounding::gbs, &Grounding::i2t, &Grounding::mean}) {
            const Heatmap one = (a.*kind).resized(large.width(), large.height()),
                          other = (b.*kind).resized(large.width(), large.height());
            QCOMPARE((both.*kind).width(), large.width());
            for (std::size_t i = 0; i < one.values().size(); ++i)
                QVERIFY(std::abs((both.*kind).values()[i] - std::sqrt(one.values()[i] * other.values()[i])) <
                        1e-5F);
        }
    }

    void an_ensemble_of_ensembles_is_flat() {
        const std::filesystem::path three = both_.parent_path() / "three.safetensors";
        write_ensemble(std::array{both_, a_}, three);
        QCOMPARE(count_members(three), 3U);
        QCOMPARE(read_member_options(three, 1).input_size, 128);
        QVERIFY(load_grounder(three, "cpu")->open(photo_)->ground("a dog").mean.width() > 0);
    }

    void its_card_names_all_members() {
        const ModelCard card = read_model_card(both_);
        QCOMPARE(card.members.size(), 2U);
        QVERIFY(card.options.at("model.input_size").find(" + 128") != std::string::npos);
        QCOMPARE(card.notes.at("name"), std::string("both"));
        QCOMPARE(card.notes.at("data"), std::string("b's"));
        QVERIFY(!card.notes.contains("gbs.training"));
        QCOMPARE(card.parameters, read_model_card(a_).parameters + read_model_card(b_).parameters);
    }

    void what_needs_one_model_refuses_it() {
        QVERIFY(
            error_of([&] { read_model_options(both_); }).contains(QStringLiteral("ensemble of 2 models")));
        QVERIFY(error_of([&] {
                    convert_checkpoint(both_, a_, {});
                }).contains(QStringLiteral("ensemble of 2 models")));
    }

    void damaged_ensembles_are_refused() {
        QVERIFY(error_of([&] {
                    write_ensemble(std::array{a_}, both_.parent_path() / "one");
                }).contains(QStringLiteral("at least two")));
        QVERIFY(!std::filesystem::exists(both_.parent_path() / "one"));
        for (const char* count : {"1", "-2", "1e9", "3", "9999999"}) {
            const std::filesystem::path bad = both_.parent_path() / "bad.safetensors";
            write_ensemble(std::array{a_, b_}, bad, {{"gbs.ensemble", count}});
            QVERIFY2(!error_of([&] { load_grounder(bad, "cpu"); }).isEmpty(), count);
        }
    }
};

QTEST_GUILESS_MAIN(CheckpointEnsembleTest)
#include "checkpoint_ensemble_test.moc"
