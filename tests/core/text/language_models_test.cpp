// SPDX-License-Identifier: GPL-3.0-or-later

// Compares BERT of several sizes and cased tokenization with transformers
// (tests/fixtures/make_bert_sizes.py); tests the table of language models and the errors for missing ones.

#include <QCryptographicHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <map>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/fidelity/fidelity.h"
#include "core/fidelity/fidelity_fixtures.h"
#include "core/model/model_options.h"
#include "core/tensor/tensors.h"
#include "core/text/language_models.h"
#include "core/text/text_encoder.h"
#include "core/text/wordpiece_tokenizer.h"
#include "support/error_of.h"
#include "support/torch_compare.h"

namespace fs = std::filesystem;
using nlohmann::json;

namespace {}  // namespace

class LanguageModelsTest : public QObject {
    Q_OBJECT

 private:
    gbs::Fixture fixture_{"bert_sizes.safetensors"};
    QTemporaryDir folder_;

    json metadata(const char* key) const { return json::parse(fixture_.file().metadata().at(key)); }
    fs::path folder() const { return folder_.filePath(QStringLiteral("bert")).toStdString(); }
    json write_settings(const std::string& model) const {
        return gbs::write_bert_settings(fixture_.file(), model, folder());
    }

 private Q_SLOTS:
    void init();
    void words_match_transformers_data();
    void words_match_transformers();
    void shards_form_one_model();
    void bad_shards();
    void refuses_another_size();
    void cased_pieces_match_transformers();
    void accents_and_ideographs_by_configuration();
    void every_name_is_an_option();
    void missing_model_errors_say_what_to_do();
    void kinds_of_folders();
    void old_pickles_are_converted();
};

void LanguageModelsTest::init() {
    fs::remove_all(folder());
    fs::create_directories(folder());
}

void LanguageModelsTest::words_match_transformers_data() {
    QTest::addColumn<QString>("name");
    const json models = metadata("models");
    for (const auto& [name, model] : models.items())
        QTest::addRow("%s", name.c_str()) << QString::fromStdString(name);
}

void LanguageModelsTest::words_match_transformers() {
    QFETCH(QString, name);
    const auto row = gbs::bert_fidelity({GBS_TEST_FIXTURES "/bert_sizes.safetensors", name.toStdString()});
    qInfo("%s: largest relative difference %g", row.part.c_str(), row.difference);
    QVERIFY(row.difference < gbs::fidelity_limit);
}

void LanguageModelsTest::shards_form_one_model() {
    const json config = write_settings("minilm-like");
    std::map<std::string, torch::Tensor> first, second;
    json index{{"weight_map", json::object()}};
    for (const auto& [name, tensor] : gbs::bert_weights_by_name(config)) {
        const bool in_first = name.find("layer.3") == std::string::npos;
        (in_first ? first : second)["bert." + name] = tensor;
        index["weight_map"]["bert." + name] =
            in_first ? "model-00001-of-00002.safetensors" : "model-00002-of-00002.safetensors";
    }
    second["cls.predictions.bias"] = torch::ones({3});
    gbs::save_tensors(folder() / "model-00001-of-00002.safetensors", first);
    gbs::save_tensors(folder() / "model-00002-of-00002.safetensors", second);
    gbs::write_atomically(folder() / "model.safetensors.index.json", index.dump());
    const auto encoder = gbs::load_bert(folder());
    const torch::Tensor words =
        encoder->encode(metadata("phrases").get<std::vector<std::string>>()).words[0].slice(1, 0, 384, 32);
    QVERIFY(gbs::largest_difference(words.narrow(0, 0, fixture_["minilm-like.0"].size(0)),
                                    fixture_["minilm-like.0"]) < 1e-4);
}

void LanguageModelsTest::bad_shards() {
    write_settings("minilm-like");
    const auto with_index = [&](const std::string& text) {
        gbs::write_atomically(folder() / "model.safetensors.index.json", text);
        return gbs::error_text([&] { gbs::load_bert(folder()); });
    };
    QVERIFY(with_index("{}").find("weight_map") != std::string::npos);
    QVERIFY(with_index(R"({"weight_map": {"a": "../x.safetensors"}})").find("in the same folder") !=
            std::string::npos);
    QVERIFY(with_index(R"({"weight_map": {"a": 3}})").find("in the same folder") != std::string::npos);
    QVERIFY(!with_index(R"({"weight_map": {"a": "x.safetensors"}})").empty());
}

void LanguageModelsTest::refuses_another_size() {
    json config = write_settings("minilm-like");
    auto tensors = gbs::bert_weights_by_name(config);
    tensors["encoder.layer.6.output.dense.bias"] = torch::ones({384});
    tensors["encoder.layer.0.intermediate.dense.weight"] =
        tensors["encoder.layer.0.intermediate.dense.weight"].t().contiguous();
    tensors["pooler.dense.bias"] = torch::ones({384});
    gbs::save_tensors(folder() / "model.safetensors", tensors);
    const std::string message = gbs::error_text([&] { gbs::load_bert(folder()); });
    QVERIFY2(message.find("encoder.layer.6.output.dense.bias is not part of this model") != std::string::npos,
             message.c_str());
    QVERIFY2(message.find("(it is transposed)") != std::string::npos, message.c_str());
    QVERIFY2(message.find("pooler") == std::string::npos, message.c_str());
    // For another architecture everything differs, but the message is limited.
    config["num_hidden_layers"] = 1000;
    gbs::write_atomically(folder() / "config.json", config.dump());
    const std::string many = gbs::error_text([&] { gbs::load_bert(folder()); });
    QVERIFY2(many.find(" more") != std::string::npos && many.size() < 40'000, many.c_str());
}

void LanguageModelsTest::cased_pieces_match_transformers() {
    const QByteArray text =
        qUncompress(QByteArray::fromStdString(gbs::read_text(GBS_TEST_FIXTURES "/wordpiece_cased.bin")));
    const json fixture = json::parse(text.toStdString());
    const fs::path vocabulary = folder() / "vocab.txt";
    gbs::write_atomically(vocabulary, fixture.at("vocabulary").get<std::string>());
    const gbs::WordPieceTokenizer tokenizer(
        vocabulary, {.lower_case = false, .strip_accents = std::nullopt, .split_ideographs = true});
    QVERIFY(fixture.at("strings").size() > 1000);
    for (const auto& row : fixture.at("strings")) {
        const auto ids = tokenizer.encode(row.at(0).get<std::string>(), 512);
        QVERIFY2(ids == row.at(1).get<std::vector<std::int64_t>>(), (row.dump() + json(ids).dump()).c_str());
    }
    const auto digests = fixture.at("signs").get<std::vector<std::string>>();
    QCOMPARE(digests.size(), std::size_t{0x110});
    for (std::size_t block = 0; block < digests.size(); ++block) {
        QCryptographicHash hash(QCryptographicHash::Md5);
        for (std::size_t sign = block * 4096; sign < (block + 1) * 4096; ++sign) {
            if (sign >= 0xD800 && sign < 0xE000) continue;
            const auto code = static_cast<char32_t>(sign);
            const std::string phrase = "a" + QString::fromUcs4(&code, 1).toStdString() + "b";
            for (const std::int64_t id : tokenizer.encode(phrase, 512)) {
                const auto small = static_cast<std::int32_t>(id);
                hash.addData(QByteArray(reinterpret_cast<const char*>(&small), sizeof small));
            }
        }
        QVERIFY2(hash.result().toHex().toStdString() == digests[block], std::to_string(block).c_str());
    }
}

void LanguageModelsTest::accents_and_ideographs_by_configuration() {
    const fs::path vocabulary = folder() / "vocab.txt";
    gbs::write_atomically(vocabulary, "[PAD]\n[UNK]\n[CLS]\n[SEP]\nÉ\né\nE\ne\n漢字\n漢\n字\ni\u0307\n");
    const auto ids = [&](const char* text, bool lower, std::optional<bool> strip, bool split) {
        return json(gbs::WordPieceTokenizer(
                        vocabulary, {.lower_case = lower, .strip_accents = strip, .split_ideographs = split})
                        .encode(text, 16))
            .dump();
    };
    QCOMPARE(ids("É", true, std::nullopt, true), std::string("[2,7,3]"));
    QCOMPARE(ids("É", true, false, true), std::string("[2,5,3]"));
    QCOMPARE(ids("É", false, true, true), std::string("[2,6,3]"));
    QCOMPARE(ids("É", false, std::nullopt, true), std::string("[2,4,3]"));
    QCOMPARE(ids("İ", true, false, true), std::string("[2,11,3]"));
    QCOMPARE(ids("漢字", false, std::nullopt, true), std::string("[2,9,10,3]"));
    QCOMPARE(ids("漢字", false, std::nullopt, false), std::string("[2,8,3]"));
    // Without tokenizer_config.json, the vocabulary shows that the model is cased.
    const json config = write_settings("minilm-like");
    gbs::save_tensors(folder() / "model.safetensors", gbs::bert_weights_by_name(config));
    const std::vector<std::string> both{"a dog", "A DOG"};
    auto words = gbs::load_bert(folder())->encode(both).words;
    QVERIFY(torch::equal(words[0], words[1]));
    std::string text = fixture_.file().metadata().at("vocabulary.uncased");
    text.replace(text.find("\ndog\n"), 5, "\nDOG\n");
    gbs::write_atomically(vocabulary, text);
    words = gbs::load_bert(folder())->encode(both).words;
    QVERIFY(!torch::equal(words[0], words[1]));
}

void LanguageModelsTest::every_name_is_an_option() {
    gbs::ModelOptions options;
    gbs::OptionSet set;
    options.bind(set);
    for (const std::string& name : gbs::language_model_names()) set.set("model.text_encoder", name);
    QCOMPARE(options.text_encoder, gbs::language_model_names().back());
    QVERIFY(!gbs::error_text([&] { set.set("model.text_encoder", "bert"); }).empty());
}

void LanguageModelsTest::missing_model_errors_say_what_to_do() {
    qputenv("GBS_WEIGHTS", QByteArray::fromStdString(folder().string()));
    const auto refusal = [](const char* name) {
        return gbs::error_text([&] { gbs::load_text_encoder(name); });
    };
    QVERIFY(refusal("minilm-l6-v2").find("make setup") != std::string::npos);
    const std::string bert = refusal("bert-base-uncased");
    for (const char* words : {"config.json, vocab.txt, model.safetensors are missing", "huggingface.co",
                              "convert_weights.py --bert"})
        QVERIFY2(bert.find(words) != std::string::npos, bert.c_str());
    const std::string elmo = refusal("elmo");
    for (const char* words : {"options.json", ".hdf5", "convert_weights.py --elmo"})
        QVERIFY2(elmo.find(words) != std::string::npos, elmo.c_str());
    for (const char* name : {"../x", "", "bert"})
        QVERIFY2(refusal(name).find("is not a language model") != std::string::npos, name);
    // Some of the files exist.
    fs::create_directories(folder() / "bert-base-cased");
    gbs::write_atomically(folder() / "bert-base-cased" / "config.json", "{}");
    gbs::write_atomically(folder() / "bert-base-cased" / "vocab.txt", "a");
    QVERIFY(refusal("bert-base-cased").find("model.safetensors is missing") != std::string::npos);
    qunsetenv("GBS_WEIGHTS");
}

void LanguageModelsTest::kinds_of_folders() {
    QVERIFY(gbs::error_text([&] { gbs::language_model_kind(folder()); }).find("no language model") !=
            std::string::npos);
    gbs::write_atomically(folder() / "config.json", "{}");
    QVERIFY(gbs::language_model_kind(folder()) == gbs::LanguageModel::Kind::bert);
    gbs::write_atomically(folder() / "options.json", "{}");
    QVERIFY(gbs::language_model_kind(folder()) == gbs::LanguageModel::Kind::elmo);
}

void LanguageModelsTest::old_pickles_are_converted() {
    const fs::path tiny = GBS_TEST_FIXTURES "/tiny_bert", old = folder() / "old",
                   converted = folder() / "new";
    fs::copy(tiny, old);
    const auto run = [](const QStringList& arguments) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(GBS_TEST_PYTHON), arguments);
        process.waitForFinished(120'000);
        return std::pair(process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                         process.readAll().toStdString());
    };
    const QString script = QStringLiteral(
        "import pathlib, sys, torch\n"
        "from safetensors.torch import load_file\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "state = load_file(folder / 'model.safetensors')\n"
        "old = {'bert.' + k.replace('LayerNorm.weight', 'LayerNorm.gamma').replace('LayerNorm.bias',"
        " 'LayerNorm.beta'): v for k, v in state.items()}\n"
        "old |= {'bert.embeddings.position_ids': torch.arange(12), 'cls.predictions.bias': torch.ones(3)}\n"
        "torch.save(old, folder / 'pytorch_model.bin')\n"
        "(folder / 'model.safetensors').unlink()\n");
    const auto made = run({QStringLiteral("-c"), script, QString::fromStdString(old.string())});
    QVERIFY2(made.first == 0, made.second.c_str());
    const QStringList convert{QStringLiteral(GBS_SOURCE_DIR "/packaging/convert_weights.py"),
                              QStringLiteral("--bert"), QString::fromStdString(old.string()),
                              QString::fromStdString(converted.string())};
    const auto done = run(convert);
    QVERIFY2(done.first == 0, done.second.c_str());
    const std::vector<std::string> phrase{"the red ball"};
    QVERIFY(torch::equal(gbs::load_bert(converted)->encode(phrase).words,
                         gbs::load_bert(tiny)->encode(phrase).words));
    gbs::write_atomically(old / "pytorch_model.bin", "not a pickle");
    const auto refused = run(convert);
    QVERIFY2(refused.first == 1, refused.second.c_str());
}

QTEST_GUILESS_MAIN(LanguageModelsTest)
#include "language_models_test.moc"
