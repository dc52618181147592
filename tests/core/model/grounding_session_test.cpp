// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/grounding_session.h"
#include "core/model/load_grounder.h"

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/model/checkpoint_convert.h"
#include "core/model/model_card.h"
#include "support/tiny_checkpoint.h"
#include "support/tiny_run.h"
#include "support/torch_compare.h"

using namespace gbs;
using namespace gbs::training;

class GroundingSessionTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void initTestCase();
    void a_batch_matches_single_phrases();
    void maps_are_probabilities_and_the_mean_is_geometric();
    void a_cached_image_is_not_encoded_again();
    void the_cache_is_bounded_in_bytes();
    void mirroring_is_symmetric();
    void a_stop_request_cancels();
    void an_empty_phrase_is_an_error_and_the_session_stays_usable();
    void a_long_phrase_is_truncated();
    void damaged_checkpoints_are_refused_data();
    void damaged_checkpoints_are_refused();
    void half_precision_on_disk_barely_changes_maps();
    void an_unknown_device_is_refused_with_a_reason();

 private:
    std::string path(const char* name) const {
        return directory_.filePath(QString::fromLatin1(name)).toStdString();
    }
    QTemporaryDir directory_;
    Image photo_{60, 40, {}};
};

void GroundingSessionTest::initTestCase() {
    if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
    for (int i = 0; i < 60 * 40 * 3; ++i) photo_.rgb.push_back(static_cast<std::uint8_t>((i * 7919) % 251));
    save_tiny_checkpoint(path("tiny.safetensors"));
}

void GroundingSessionTest::a_batch_matches_single_phrases() {
    const auto grounder = load_grounder(path("tiny.safetensors"), "cpu");
    const auto session = grounder->open(photo_);
    std::vector<std::string> phrases;
    for (int i = 0; i < 20; ++i)
        phrases.push_back("phrase number " + std::to_string(i) + (i % 3 ? " is longer" : ""));
    const auto together = session->ground(phrases);
    const auto alone = load_grounder(path("tiny.safetensors"), "cpu")->open(photo_);
    QCOMPARE(together.size(), phrases.size());
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        const Grounding one = alone->ground(phrases[i]);
        QCOMPARE(together[i].phrase, phrases[i]);
        for (std::size_t p = 0; p < one.mean.values().size(); ++p) {
            QVERIFY(std::abs(one.gbs.values()[p] - together[i].gbs.values()[p]) <= 1e-5F);
            QVERIFY(std::abs(one.i2t.values()[p] - together[i].i2t.values()[p]) <= 1e-5F);
            QVERIFY(std::abs(one.mean.values()[p] - together[i].mean.values()[p]) <= 1e-5F);
        }
    }
}

void GroundingSessionTest::maps_are_probabilities_and_the_mean_is_geometric() {
    const auto session = load_grounder(path("tiny.safetensors"), "cpu")->open(photo_);
    QCOMPARE(session->width(), 60);
    QCOMPARE(session->height(), 40);
    const Grounding grounding = session->ground("a dog");
    QCOMPARE(grounding.gbs.width(), 4);  // input 64 at stride 16
    for (std::size_t p = 0; p < grounding.gbs.values().size(); ++p) {
        const float gbs = grounding.gbs.values()[p], i2t = grounding.i2t.values()[p];
        QVERIFY(gbs >= 0 && gbs <= 1 && i2t >= 0 && i2t <= 1);
        QVERIFY(std::abs(grounding.mean.values()[p] - std::sqrt(gbs * i2t)) < 1e-6F);
    }
}

void GroundingSessionTest::a_cached_image_is_not_encoded_again() {
    const auto grounder = load_grounder(path("tiny.safetensors"), "cpu");
    QVERIFY(grounder->open(photo_, "photo")->encode_milliseconds() > 0);
    QCOMPARE(grounder->open(photo_, "photo")->encode_milliseconds(), 0.0);
    QVERIFY(grounder->open(photo_, "another")->encode_milliseconds() > 0);
}

void GroundingSessionTest::the_cache_is_bounded_in_bytes() {
    // An encoding has (4 x 4 + 2 x 2) x 8 numbers, and taps of (2 x 2 x 8 + 4 x 4 x 1) x 10: 2,560 bytes.
    const auto grounder = load_grounder(path("tiny.safetensors"), "cpu", 4000);
    grounder->open(photo_, "first");
    grounder->open(photo_, "second");
    QCOMPARE(grounder->open(photo_, "second")->encode_milliseconds(), 0.0);
    QVERIFY(grounder->open(photo_, "first")->encode_milliseconds() > 0);
}

void GroundingSessionTest::mirroring_is_symmetric() {
    save_tiny_checkpoint(path("mirror.safetensors"), true);
    const auto grounder = load_grounder(path("mirror.safetensors"), "cpu");
    Image square{64, 64, {}}, mirrored = {64, 64, std::vector<std::uint8_t>(64 * 64 * 3)};
    for (int i = 0; i < 64 * 64 * 3; ++i) square.rgb.push_back(static_cast<std::uint8_t>((i * 104729) % 253));
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x)
            for (int c = 0; c < 3; ++c)
                mirrored.rgb[static_cast<std::size_t>((y * 64 + x) * 3 + c)] =
                    square.rgb[static_cast<std::size_t>((y * 64 + 63 - x) * 3 + c)];
    const Heatmap a = grounder->open(square)->ground("a dog").mean,
                  b = grounder->open(mirrored)->ground("a dog").mean;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            QVERIFY(std::abs(a.at(x, y) - b.at(a.width() - 1 - x, y)) < 1e-5F);
}

void GroundingSessionTest::a_stop_request_cancels() {
    const auto grounder = load_grounder(path("tiny.safetensors"), "cpu");
    std::stop_source source;
    source.request_stop();
    const std::string phrase = "a dog";
    QVERIFY_EXCEPTION_THROWN(grounder->open(photo_, "x", source.get_token()), Cancelled);
    QVERIFY_EXCEPTION_THROWN(grounder->open(photo_)->ground(phrase, source.get_token()), Cancelled);
    QCOMPARE(grounder->open(photo_)->ground(phrase).phrase, phrase);
}

void GroundingSessionTest::an_empty_phrase_is_an_error_and_the_session_stays_usable() {
    const auto session = load_grounder(path("tiny.safetensors"), "cpu")->open(photo_);
    for (const char* phrase : {"", "   ", "\t\n", "\x01\x02"})
        QVERIFY_EXCEPTION_THROWN(session->ground(std::string(phrase)), Error);
    QVERIFY(!session->ground("a dog").mean.empty());
}

void GroundingSessionTest::a_long_phrase_is_truncated() {
    std::string phrase;
    for (int i = 0; i < 10000; ++i) phrase += "word ";
    QVERIFY(!load_grounder(path("tiny.safetensors"), "cpu")->open(photo_)->ground(phrase).mean.empty());
}

void GroundingSessionTest::damaged_checkpoints_are_refused_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("part");
    QTest::newRow("missing") << "missing"
                             << "missing.safetensors";
    QTest::newRow("truncated") << "truncated"
                               << "truncated.safetensors";
    QTest::newRow("another configuration") << "another"
                                           << "another.safetensors";
    QTest::newRow("pretrained weights, no checkpoint") << "weights"
                                                       << "not a checkpoint";
}

void GroundingSessionTest::damaged_checkpoints_are_refused() {
    QFETCH(QString, kind);
    QFETCH(QString, part);
    std::string file = path(qPrintable(kind + QStringLiteral(".safetensors")));
    if (kind == QLatin1String("truncated")) {
        const std::string whole = read_text(path("tiny.safetensors"));
        write_atomically(file, whole.substr(0, whole.size() / 2));
    } else if (kind == QLatin1String("another")) {
        // The tensors of one model with the options of another.
        GroundingModel model = tiny_model();
        model->options().neck_width = 16;
        save_checkpoint(file, model);
    } else if (kind == QLatin1String("weights")) {
        file = (weights_folder() / "efficientnet-lite0.safetensors").string();
    }
    try {
        load_grounder(file, "cpu");
        QFAIL("loaded");
    } catch (const Error& error) {
        QVERIFY2(QString::fromStdString(error.what()).contains(part), error.what());
    }
}

void GroundingSessionTest::half_precision_on_disk_barely_changes_maps() {
    convert_checkpoint(path("tiny.safetensors"), path("half.safetensors"),
                       {.half = true, .notes = {{"data", "none"}}, .assignments = {}});
    QVERIFY(std::filesystem::file_size(path("half.safetensors")) <
            0.6 * std::filesystem::file_size(path("tiny.safetensors")));
    QCOMPARE(read_model_card(path("half.safetensors")).notes.at("data"), std::string("none"));
    const Heatmap whole = load_grounder(path("tiny.safetensors"), "cpu")->open(photo_)->ground("a dog").mean;
    const Heatmap half = load_grounder(path("half.safetensors"), "cpu")->open(photo_)->ground("a dog").mean;
    for (std::size_t p = 0; p < whole.values().size(); ++p)
        QVERIFY(std::abs(whole.values()[p] - half.values()[p]) < 0.02F);
}

void GroundingSessionTest::an_unknown_device_is_refused_with_a_reason() {
    try {
        load_grounder(path("tiny.safetensors"), "cuda:99");
        QFAIL("loaded");
    } catch (const Error& error) {
        QVERIFY2(std::string(error.what()).find("cuda:99") != std::string::npos, error.what());
    }
}

QTEST_GUILESS_MAIN(GroundingSessionTest)
#include "grounding_session_test.moc"
