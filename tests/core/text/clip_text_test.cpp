// SPDX-License-Identifier: GPL-3.0-or-later

// Compares CLIP's tokenizer and text tower with transformers (tests/fixtures/make_clip.py); tests the errors for files that
// do not fit.

#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/fidelity/fidelity.h"
#include "core/fidelity/fidelity_fixtures.h"
#include "core/tensor/tensors.h"
#include "core/text/clip_tokenizer.h"
#include "core/text/language_models.h"
#include "core/text/text_encoder.h"
#include "support/error_of.h"

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char* fixture = GBS_TEST_FIXTURES "/clip_text.safetensors";
constexpr std::size_t most = 77;

}  // namespace

class ClipTextTest : public QObject {
    Q_OBJECT

 private:
    QTemporaryDir folder_;
    fs::path folder() const { return folder_.filePath(QStringLiteral("clip")).toStdString(); }
    std::string error() const {
        return gbs::error_text([&] { gbs::load_clip_text(folder()); });
    }
    void write(const char* name, const std::string& text) const {
        gbs::write_atomically(folder() / name, text);
    }

 private Q_SLOTS:
    void init();
    void strings_match_transformers();
    void long_phrases_keep_their_end();
    void special_tokens_are_text();
    void long_words_take_little_time();
    void texts_match_transformers_data();
    void texts_match_transformers();
    void whole_models_of_clip_are_read();
    void folders_are_recognized();
    void phrases_without_words_are_refused();
    void damaged_files_are_refused();
};

void ClipTextTest::init() {
    fs::remove_all(folder());
    fs::create_directories(folder());
    gbs::write_clip_text(gbs::SafetensorsFile(fixture), "tiny", folder());
}

void ClipTextTest::strings_match_transformers() {
    const gbs::ClipTokenizer tokenizer(folder());
    const json rows =
        json::parse(qUncompress(QByteArray::fromStdString(gbs::read_text(GBS_TEST_FIXTURES "/clip_bpe.bin")))
                        .toStdString());
    QVERIFY(rows.size() >= 5000);
    for (const auto& row : rows) {
        const auto ids = tokenizer.encode(row.at(0).get<std::string>(), most);
        QVERIFY2(ids == row.at(1).get<std::vector<std::int64_t>>(),
                 (row.dump() + " became " + json(ids).dump()).c_str());
    }
}

void ClipTextTest::long_phrases_keep_their_end() {
    const gbs::ClipTokenizer tokenizer(folder());
    std::string text;
    for (int i = 0; i < 100; ++i) text += "a dog ";
    const auto ids = tokenizer.encode(text, most);
    QCOMPARE(ids.size(), most);
    QCOMPARE(ids.back(), tokenizer.vocabulary_size() - 1);
    QCOMPARE(tokenizer.encode("a dog", most).back(), ids.back());
}

void ClipTextTest::special_tokens_are_text() {
    const gbs::ClipTokenizer tokenizer(folder());
    const auto ids = tokenizer.encode("<|endoftext|>", most);
    QVERIFY(std::count(ids.begin(), ids.end(), tokenizer.vocabulary_size() - 1) == 1);
    QVERIFY(ids.size() > 3);
}

void ClipTextTest::long_words_take_little_time() {
    const gbs::ClipTokenizer tokenizer(folder());
    QCOMPARE(tokenizer.encode(std::string(1 << 20, 'x'), most).size(), most);
    QCOMPARE(tokenizer.encode("\xff\xfe", most), tokenizer.encode("\uFFFD\uFFFD", most));
}

void ClipTextTest::texts_match_transformers_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"tiny", "b32-like"}) QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void ClipTextTest::texts_match_transformers() {
    QFETCH(QString, name);
    const auto row = gbs::clip_text_fidelity({fixture, name.toStdString()});
    qInfo("%s: largest relative difference %g", row.part.c_str(), row.difference);
    QVERIFY(row.difference < gbs::fidelity_limit);
}

void ClipTextTest::whole_models_of_clip_are_read() {
    const std::vector<std::string> phrase{"a red dog"};
    const torch::Tensor expected = gbs::load_clip_text(folder())->encode(phrase).words;
    QCOMPARE(expected.sizes(), (std::vector<std::int64_t>{1, 1, 32}));
    auto tensors = gbs::clip_text_weights_by_name(json::parse(gbs::read_text(folder() / "config.json")));
    tensors["vision_model.embeddings.class_embedding"] = torch::ones({64});
    tensors["logit_scale"] = torch::ones({});
    tensors["text_model.embeddings.position_ids"] = torch::arange(77).unsqueeze(0);
    gbs::save_tensors(folder() / "model.safetensors", tensors);
    QVERIFY(torch::equal(gbs::load_clip_text(folder())->encode(phrase).words, expected));
}

void ClipTextTest::folders_are_recognized() {
    QVERIFY(gbs::language_model_kind(folder()) == gbs::LanguageModel::Kind::clip);
    QCOMPARE(gbs::find_language_model("clip-text-b32").words.width, 512);
}

void ClipTextTest::phrases_without_words_are_refused() {
    const auto encoder = gbs::load_clip_text(folder());
    QVERIFY(encoder->reads("dog") && !encoder->reads(" \t"));
    const std::vector<std::string> phrases{"a dog", " "};
    const std::string message = gbs::error_text([&] { encoder->encode(phrases); });
    QVERIFY2(message.find("no words the model can read") != std::string::npos, message.c_str());
    QCOMPARE(encoder->encode(std::vector<std::string>{}).words.size(0), std::int64_t{0});
}

void ClipTextTest::damaged_files_are_refused() {
    const std::string vocabulary = gbs::read_text(folder() / "vocab.json");
    write("vocab.json", "{\"a\": -1}");
    QVERIFY2(error().find("is not an integer from 0") != std::string::npos, error().c_str());
    write("vocab.json", "{\"a\": 1}");
    QVERIFY2(error().find("it is not a vocabulary of CLIP") != std::string::npos, error().c_str());
    write("vocab.json", vocabulary);
    write("merges.txt", "#version: 0.2\nq xyzzy\n");
    QVERIFY2(error().find("merges.txt, line 2") != std::string::npos, error().c_str());
    write("merges.txt", "#version: 0.2\n");
    QVERIFY2(error().empty(), error().c_str());
    json config = json::parse(gbs::read_text(folder() / "config.json"));
    config["text_config"]["vocab_size"] = 100;
    write("config.json", config.dump());
    QVERIFY2(error().find("but config.json declares 100 ids") != std::string::npos, error().c_str());
    config["text_config"]["hidden_act"] = "gelu";
    write("config.json", config.dump());
    QVERIFY2(error().find("other kinds of CLIP and SigLIP are not supported") != std::string::npos,
             error().c_str());
}

QTEST_GUILESS_MAIN(ClipTextTest)
#include "clip_text_test.moc"
