// BERT of several sizes and cased words against transformers (tests/fixtures/make_bert_sizes.py); the list of
// language models, and what it says of one that is not there.

#include <QCryptographicHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <map>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/file_io.h"
#include "core/language_models.h"
#include "core/model_options.h"
#include "core/tensors.h"
#include "core/text_encoder.h"
#include "support/torch_compare.h"
#include "core/weights_by_name.h"

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

using Shapes = std::map<std::string, std::vector<std::int64_t>>;

Shapes shapes_of(const json& config) {
    const std::int64_t d = config.at("hidden_size"), inner = config.at("intermediate_size");
    Shapes shapes{{"embeddings.word_embeddings.weight", {config.at("vocab_size"), d}},
                  {"embeddings.position_embeddings.weight", {config.at("max_position_embeddings"), d}},
                  {"embeddings.token_type_embeddings.weight", {config.at("type_vocab_size"), d}},
                  {"embeddings.LayerNorm.weight", {d}},
                  {"embeddings.LayerNorm.bias", {d}}};
    for (int i = 0; i < config.at("num_hidden_layers").get<int>(); ++i) {
        const std::string layer = "encoder.layer." + std::to_string(i) + ".";
        for (const char* part :
             {"attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"})
            shapes[layer + part + ".weight"] = {d, d};
        shapes[layer + "intermediate.dense.weight"] = {inner, d};
        shapes[layer + "intermediate.dense.bias"] = {inner};
        shapes[layer + "output.dense.weight"] = {d, inner};
        for (const char* part : {"attention.output.LayerNorm", "output.LayerNorm"})
            shapes[layer + part + ".weight"] = {d};
        for (const char* part :
             {"attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
              "output.dense", "attention.output.LayerNorm", "output.LayerNorm"})
            shapes[layer + part + ".bias"] = {d};
    }
    return shapes;
}

std::map<std::string, torch::Tensor> weights_of(const json& config) {
    std::map<std::string, torch::Tensor> tensors;
    for (const auto& [name, shape] : shapes_of(config))
        tensors[name] = gbs::weight_by_name(name, shape).to(torch::kHalf);
    return tensors;
}

std::string message_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const gbs::Error& error) {
        return error.what();
    }
    return {};
}

}  // namespace

class LanguageModelsTest : public QObject {
    Q_OBJECT

 private:
    gbs::Fixture fixture_{"bert_sizes.safetensors"};
    QTemporaryDir folder_;

    json metadata(const char* key) const { return json::parse(fixture_.file().metadata().at(key)); }
    fs::path folder() const { return folder_.filePath(QStringLiteral("bert")).toStdString(); }
    /// Configuration and vocabulary of one of the fixture's models; a cased one says so where `says_cased`.
    json write_small_files(const std::string& name, bool says_cased) const;

 private Q_SLOTS:
    void init();
    void words_as_in_transformers_data();
    void words_as_in_transformers();
    void shards_are_one_model();
    void bad_shards();
    void refuses_another_size();
    void cased_pieces_as_in_transformers();
    void accents_and_ideographs_by_configuration();
    void every_name_is_an_option();
    void missing_models_say_what_to_do();
    void kinds_of_folders();
    void old_pickles_are_converted();
};

void LanguageModelsTest::init() {
    fs::remove_all(folder());
    fs::create_directories(folder());
}

json LanguageModelsTest::write_small_files(const std::string& name, bool says_cased) const {
    const json model = metadata("models").at(name);
    const bool cased = model.at("cased");
    gbs::write_atomically(folder() / "config.json", model.at("config").dump());
    gbs::write_atomically(folder() / "vocab.txt",
                          fixture_.file().metadata().at(cased ? "vocabulary.cased" : "vocabulary.uncased"));
    if (cased && says_cased)
        gbs::write_atomically(folder() / "tokenizer_config.json",
                              R"({"do_lower_case": false, "strip_accents": null})");
    return model.at("config");
}

void LanguageModelsTest::words_as_in_transformers_data() {
    QTest::addColumn<QString>("name");
    const json models = metadata("models");
    for (const auto& [name, model] : models.items())
        QTest::addRow("%s", name.c_str()) << QString::fromStdString(name);
}

void LanguageModelsTest::words_as_in_transformers() {
    QFETCH(QString, name);
    const std::string key = name.toStdString();
    const json config = write_small_files(key, true);
    gbs::save_tensors(folder() / "model.safetensors", weights_of(config));
    const auto encoder = gbs::load_bert(folder());
    const std::int64_t stride = std::stoll(fixture_.file().metadata().at("stride"));
    const auto phrases = metadata("phrases").get<std::vector<std::string>>();
    double most = 0;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        const std::string number = key + "." + std::to_string(i);
        const torch::Tensor words = encoder->encode(std::span(&phrases[i], 1)).words[0];
        QCOMPARE(words.size(0), gbs::to_tensor(fixture_.file().at(number + ".count")).item<std::int64_t>());
        const torch::Tensor shown =
            words.slice(0, 0, std::nullopt, words.size(0) < 40 ? 1 : 37)
                .slice(1, static_cast<std::int64_t>(i) % stride, std::nullopt, stride);
        const torch::Tensor expected = fixture_[number];
        most = std::max(most, gbs::largest_difference(shown, expected) / expected.abs().max().item<double>());
    }
    qInfo("%s: largest relative difference %g", key.c_str(), most);
    QVERIFY(most < 1e-4);
}

void LanguageModelsTest::shards_are_one_model() {
    const json config = write_small_files("minilm-like", true);
    std::map<std::string, torch::Tensor> first, second;
    json index{{"weight_map", json::object()}};
    for (const auto& [name, tensor] : weights_of(config)) {
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
    write_small_files("minilm-like", true);
    const auto with_index = [&](const std::string& text) {
        gbs::write_atomically(folder() / "model.safetensors.index.json", text);
        return message_of([&] { gbs::load_bert(folder()); });
    };
    QVERIFY(with_index("{}").find("weight_map") != std::string::npos);
    QVERIFY(with_index(R"({"weight_map": {"a": "../x.safetensors"}})").find("beside it") !=
            std::string::npos);
    QVERIFY(with_index(R"({"weight_map": {"a": 3}})").find("beside it") != std::string::npos);
    QVERIFY(!with_index(R"({"weight_map": {"a": "x.safetensors"}})").empty());
}

void LanguageModelsTest::refuses_another_size() {
    json config = write_small_files("minilm-like", true);
    auto tensors = weights_of(config);
    tensors["encoder.layer.6.output.dense.bias"] = torch::ones({384});
    tensors["encoder.layer.0.intermediate.dense.weight"] =
        tensors["encoder.layer.0.intermediate.dense.weight"].t().contiguous();
    tensors["pooler.dense.bias"] = torch::ones({384});
    gbs::save_tensors(folder() / "model.safetensors", tensors);
    const std::string message = message_of([&] { gbs::load_bert(folder()); });
    QVERIFY2(
        message.find("encoder.layer.6.output.dense.bias is not a part of this model") != std::string::npos,
        message.c_str());
    QVERIFY2(message.find("(it is transposed)") != std::string::npos, message.c_str());
    QVERIFY2(message.find("pooler") == std::string::npos, message.c_str());
    // Of another architecture everything differs, and the message still ends.
    config["num_hidden_layers"] = 1000;
    gbs::write_atomically(folder() / "config.json", config.dump());
    const std::string many = message_of([&] { gbs::load_bert(folder()); });
    QVERIFY2(many.find(" more") != std::string::npos && many.size() < 40'000, many.c_str());
}

void LanguageModelsTest::cased_pieces_as_in_transformers() {
    const QByteArray text =
        qUncompress(QByteArray::fromStdString(gbs::read_text(GBS_TEST_FIXTURES "/wordpiece_cased.bin")));
    const json fixture = json::parse(text.toStdString());
    const fs::path vocabulary = folder() / "vocab.txt";
    gbs::write_atomically(vocabulary, fixture.at("vocabulary").get<std::string>());
    const gbs::WordPieceTokenizer tokenizer(
        vocabulary, {.lower_case = false, .strip_accents = std::nullopt, .split_ideographs = true});
    QVERIFY(fixture.at("strings").size() > 1000);
    for (const auto& row : fixture.at("strings")) {
        const auto ids = tokenizer.encode(row.at(0).get<std::string>(), 512).ids;
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
            for (const std::int64_t id : tokenizer.encode(phrase, 512).ids) {
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
                        .encode(text, 16)
                        .ids)
            .dump();
    };
    QCOMPARE(ids("É", true, std::nullopt, true), std::string("[2,7,3]"));
    QCOMPARE(ids("É", true, false, true), std::string("[2,5,3]"));
    QCOMPARE(ids("É", false, true, true), std::string("[2,6,3]"));
    QCOMPARE(ids("É", false, std::nullopt, true), std::string("[2,4,3]"));
    QCOMPARE(ids("İ", true, false, true), std::string("[2,11,3]"));
    QCOMPARE(ids("漢字", false, std::nullopt, true), std::string("[2,9,10,3]"));
    QCOMPARE(ids("漢字", false, std::nullopt, false), std::string("[2,8,3]"));
    // A folder without tokenizer_config.json: the vocabulary says that capitals count.
    const json config = write_small_files("minilm-like", false);
    gbs::save_tensors(folder() / "model.safetensors", weights_of(config));
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
    QVERIFY(!message_of([&] { set.set("model.text_encoder", "bert"); }).empty());
}

void LanguageModelsTest::missing_models_say_what_to_do() {
    qputenv("GBS_WEIGHTS", QByteArray::fromStdString(folder().string()));
    const auto refusal = [](const char* name) { return message_of([&] { gbs::load_text_encoder(name); }); };
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
    // Half of the files are there.
    fs::create_directories(folder() / "bert-base-cased");
    gbs::write_atomically(folder() / "bert-base-cased" / "config.json", "{}");
    gbs::write_atomically(folder() / "bert-base-cased" / "vocab.txt", "a");
    QVERIFY(refusal("bert-base-cased").find("model.safetensors is missing") != std::string::npos);
    qunsetenv("GBS_WEIGHTS");
}

void LanguageModelsTest::kinds_of_folders() {
    QVERIFY(message_of([&] { gbs::language_model_kind(folder()); }).find("no language model") !=
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
