// SPDX-License-Identifier: GPL-3.0-or-later

// Compares with tests/fixtures/make_elmo.py, the published model in double precision, which agrees
// with AllenNLP.

#include <QTemporaryDir>
#include <QtTest>
#include <map>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/fidelity/fidelity.h"
#include "core/fidelity/fidelity_fixtures.h"
#include "core/tensor/tensors.h"
#include "core/text/elmo_tokenizer.h"
#include "core/text/text_encoder.h"
#include "support/error_of.h"
#include "support/torch_compare.h"

namespace fs = std::filesystem;
using nlohmann::json;

namespace {}  // namespace

class ElmoTest : public QObject {
    Q_OBJECT

 private:
    gbs::Fixture fixture_{"elmo.safetensors"};
    QTemporaryDir folder_;

    json metadata(const char* key) const { return json::parse(fixture_.file().metadata().at(key)); }
    fs::path folder() const { return folder_.filePath(QStringLiteral("elmo")).toStdString(); }
    void write(const json& options, const std::map<std::string, torch::Tensor>& tensors) const {
        fs::create_directories(folder());
        gbs::write_atomically(folder() / "options.json", options.dump());
        gbs::save_tensors(folder() / "model.safetensors", tensors);
    }
    std::string refusal() const {
        return gbs::error_text([&] { gbs::load_elmo(folder()); });
    }

 private Q_SLOTS:
    void layers_match_allennlp_data();
    void layers_match_allennlp();
    void shape_by_options();
    void words_match_allennlp();
    void words_of_odd_text();
    void characters_of_words();
    void phrases_are_independent();
    void phrases_without_words();
    void long_phrases_are_truncated();
    void refuses_bad_options_data();
    void refuses_bad_options();
    void refuses_wrong_weights();
};

void ElmoTest::layers_match_allennlp_data() {
    QTest::addColumn<QString>("size");
    for (const char* size : {"small", "deep", "original"})
        QTest::addRow("%s", size) << QString::fromLatin1(size);
}

void ElmoTest::layers_match_allennlp() {
    QFETCH(QString, size);
    const std::string name = size.toStdString();
    // Without clipped states, the test would not cover clipping.
    for (const double part : metadata("clipped").at(name).get<std::vector<double>>()) QVERIFY(part > 0.01);
    const auto row = gbs::elmo_fidelity({GBS_TEST_FIXTURES "/elmo.safetensors", name});
    qInfo("%s: largest relative difference %g from %s", row.part.c_str(), row.difference,
          row.reference.c_str());
    QVERIFY(row.difference < gbs::fidelity_limit);
}

void ElmoTest::shape_by_options() {
    for (const char* size : {"small", "deep"}) {
        const json options = metadata("options").at(size);
        write(options, gbs::elmo_weights_by_name(options));
        const auto shape = gbs::load_elmo(folder())->shape();
        QCOMPARE(shape.layers, options["lstm"]["n_layers"].get<int>() + 1);
        QCOMPARE(shape.width, 2 * options["lstm"]["projection_dim"].get<int>());
    }
}

void ElmoTest::words_match_allennlp() {
    const auto phrases = metadata("phrases").get<std::vector<std::string>>();
    const auto words = metadata("words").get<std::vector<std::vector<std::string>>>();
    QVERIFY(phrases.size() == words.size() && !words.empty());
    for (std::size_t i = 0; i < phrases.size(); ++i)
        QVERIFY2(gbs::split_simple_words(phrases[i]) == words[i],
                 json(gbs::split_simple_words(phrases[i])).dump().c_str());
}

void ElmoTest::words_of_odd_text() {
    using Words = std::vector<std::string>;
    QCOMPARE(gbs::split_simple_words("((a)) 'b' n't I'd've Mr. etc.,"),
             (Words{"(", "(", "a", ")", ")", "'", "b", "'", "n't", "I", "'d", "'ve", "Mr.", "etc.", ","}));
    QCOMPARE(gbs::split_simple_words("DOG'S isn'T"), (Words{"DOG", "'S", "is", "n'T"}));
    QCOMPARE(gbs::split_simple_words(" \t\u00a0\u2003 "), Words{});
    QCOMPARE(gbs::split_simple_words("..."), (Words{".", ".", "."}));
    QCOMPARE(gbs::split_simple_words("a\xff"), Words{"a\ufffd"});
}

void ElmoTest::characters_of_words() {
    const gbs::ElmoCharacters dog = gbs::elmo_characters("dög");
    const std::vector<std::int64_t> wanted{259, 'd' + 1, 0xc3 + 1, 0xb6 + 1, 'g' + 1, 260, 261, 261};
    QVERIFY(std::equal(wanted.begin(), wanted.end(), dog.begin()));
    const gbs::ElmoCharacters wide = gbs::elmo_characters(std::string(200, 'x'));
    QCOMPARE(wide[48], std::int64_t{'x' + 1});
    QCOMPARE(wide[49], std::int64_t{260});
    QCOMPARE(gbs::elmo_sentence_begin()[1], std::int64_t{257});
    QCOMPARE(gbs::elmo_sentence_end()[1], std::int64_t{258});
}

void ElmoTest::phrases_are_independent() {
    const json options = metadata("options").at("small");
    write(options, gbs::elmo_weights_by_name(options));
    const auto encoder = gbs::load_elmo(folder());
    const std::vector<std::string> phrase{"a dog"};
    const torch::Tensor first = encoder->encode(phrase).words;
    QVERIFY(torch::equal(encoder->encode(phrase).words, first));
    QCOMPARE(encoder->encode({}).words.size(0), std::int64_t{0});
    // More words than fit in an LSTM batch.
    const std::vector<std::string> many(900, "a dog on the grass");
    const auto batch = encoder->encode(many);
    QVERIFY(gbs::largest_difference(batch.words[0], batch.words[899]) < 1e-5);
}

void ElmoTest::phrases_without_words() {
    const json options = metadata("options").at("small");
    write(options, gbs::elmo_weights_by_name(options));
    const auto encoder = gbs::load_elmo(folder());
    const std::string message = gbs::error_text([&] {
        encoder->encode(std::vector<std::string>{"a", "  \t"});
    });
    QVERIFY2(message.find("has no words the model can read") != std::string::npos, message.c_str());
}

void ElmoTest::long_phrases_are_truncated() {
    const json options = metadata("options").at("small");
    write(options, gbs::elmo_weights_by_name(options));
    std::string phrase;
    for (int i = 0; i < 5000; ++i) phrase += "dog ";
    QCOMPARE(gbs::load_elmo(folder())->encode(std::vector<std::string>{phrase}).words.size(1),
             std::int64_t{512});
}

void ElmoTest::refuses_bad_options_data() {
    QTest::addColumn<std::string>("pointer");
    QTest::addColumn<std::string>("value");  // JSON; empty: the key is missing
    const auto row = [](const char* pointer, const char* value) {
        QTest::addRow("%s %s", pointer, value) << std::string(pointer) << std::string(value);
    };
    for (const char* pointer : {"/lstm", "/char_cnn", "/char_cnn/embedding"}) {
        row(pointer, "");
        row(pointer, "3");
    }
    for (const char* pointer : {"/lstm/dim", "/lstm/projection_dim", "/lstm/n_layers", "/char_cnn/n_highway",
                                "/char_cnn/embedding/dim", "/char_cnn/max_characters_per_token"})
        for (const char* value : {"", "0", "-1", "1.5", "\"x\"", "99999999999999999999"}) row(pointer, value);
    for (const char* value : {"", "[]", "{}", "[[1, 0]]", "[[51, 8]]", "[[1, 8, 2]]", "[3]", "[[1, -1]]"})
        row("/char_cnn/filters", value);
    row("/char_cnn/activation", "\"gelu\"");
    row("/lstm/use_skip_connections", "false");
    row("/lstm/cell_clip", "-1");
    row("/lstm/proj_clip", "\"3\"");
    row("/lstm/n_layers", "64");
    row("/lstm/dim", "65536");
}

void ElmoTest::refuses_bad_options() {
    QFETCH(std::string, pointer);
    QFETCH(std::string, value);
    json options = metadata("options").at("small");
    const auto tensors = gbs::elmo_weights_by_name(options);
    const json::json_pointer at(pointer);
    if (value.empty())
        options.at(at.parent_pointer()).erase(at.back());
    else
        options.at(at) = json::parse(value);
    write(options, tensors);
    const std::string message = refusal();
    QVERIFY2(message.find(folder().string()) != std::string::npos, message.c_str());
}

void ElmoTest::refuses_wrong_weights() {
    const json options = metadata("options").at("small");
    auto tensors = gbs::elmo_weights_by_name(options);
    tensors.erase("highways.0.bias");
    tensors["forward.1.projection.weight"] = tensors["forward.1.projection.weight"].t().contiguous();
    tensors["backward.0.state.bias"] = torch::full({96}, std::numeric_limits<float>::infinity());
    tensors["forward.2.state.bias"] = torch::ones({96});
    write(options, tensors);
    const std::string message = refusal();
    for (const char* words :
         {"highways.0.bias is missing",
          "forward.1.projection.weight has shape [24, 16], [16, 24] is needed (it is "
          "transposed)",
          "backward.0.state.bias holds NaN or infinity", "forward.2.state.bias is not part of this model"})
        QVERIFY2(message.find(words) != std::string::npos, (std::string(words) + " in " + message).c_str());
}

QTEST_GUILESS_MAIN(ElmoTest)
#include "elmo_test.moc"
