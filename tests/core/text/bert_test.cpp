// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/paths.h"
#include "core/fidelity/fidelity.h"
#include "core/tensor/safetensors.h"
#include "core/tensor/tensors.h"
#include "core/text/text_encoder.h"
#include "support/error_of.h"

namespace fs = std::filesystem;

namespace {

const fs::path tiny = GBS_TEST_FIXTURES "/tiny_bert";

std::vector<std::string> read_texts(const gbs::SafetensorsFile& file) {
    std::vector<std::string> texts;
    if (file.metadata().contains("0")) {  // "0", "1", ...: in numeric order, since "10" sorts before "2"
        for (std::size_t i = 0; i < file.metadata().size(); ++i)
            texts.push_back(file.metadata().at(std::to_string(i)));
    } else {
        for (const auto& [number, text] : file.metadata()) texts.push_back(text);
    }
    return texts;
}

/// The embeddings of a phrase, [T, D].
torch::Tensor embed(gbs::TextEncoder& encoder, const std::string& phrase) {
    return encoder.encode(std::vector<std::string>{phrase}).words[0];
}

float difference(const torch::Tensor& a, const torch::Tensor& b) {
    if (a.sizes() != b.sizes()) return std::numeric_limits<float>::infinity();
    return a.numel() == 0 ? 0 : (a - b).abs().max().item<float>();
}

std::map<std::string, torch::Tensor> tiny_tensors() {
    std::map<std::string, torch::Tensor> tensors;
    const gbs::SafetensorsFile file(tiny / "model.safetensors");
    for (const auto& [name, view] : file.tensors()) tensors[name] = gbs::to_tensor(view);
    return tensors;
}

}  // namespace

class BertTest : public QObject {
    Q_OBJECT

 private:
    std::unique_ptr<QTemporaryDir> folder_;

    fs::path copy() const { return folder_->filePath(QStringLiteral("model")).toStdString(); }
    void change_config(const char* key, const nlohmann::json& value) const {
        auto json = nlohmann::json::parse(gbs::read_text(tiny / "config.json"));
        if (value.is_discarded())
            json.erase(key);
        else
            json[key] = value;
        gbs::write_atomically(copy() / "config.json", json.dump());
    }
    std::string refusal() const {
        return gbs::error_text([&] { gbs::load_bert(copy()); });
    }
    void compare_with_tiny(gbs::TextEncoder& encoder) const;

 private Q_SLOTS:
    void init();
    void tiny_matches_transformers();
    void names_of_other_checkpoints();
    void half_precision_file();
    void batch_equals_single();
    void long_phrases_are_truncated();
    void phrases_without_words();
    void refuses_bad_configurations_data();
    void refuses_bad_configurations();
    void refuses_bad_files();
    void cased_by_tokenizer_config();
    void minilm_matches_transformers();
    void minilm_batch_equals_single();
};

void BertTest::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    fs::copy(tiny, copy());
}

void BertTest::compare_with_tiny(gbs::TextEncoder& encoder) const {
    const gbs::SafetensorsFile expected(tiny / "expected.safetensors");
    const auto texts = read_texts(expected);
    QCOMPARE(texts.size(), std::size_t{6});
    float most = 0;
    for (std::size_t i = 0; i < texts.size(); ++i)
        most = std::max(most,
                        difference(embed(encoder, texts[i]), gbs::to_tensor(expected.at(std::to_string(i)))));
    qInfo("tiny_bert: max abs difference %g", static_cast<double>(most));
    QVERIFY(most < 1e-5F);
}

void BertTest::tiny_matches_transformers() {
    const auto encoder = gbs::load_bert(tiny);
    QCOMPARE(encoder->name(), std::string("tiny_bert"));
    QCOMPARE(encoder->width(), 24);
    compare_with_tiny(*encoder);
    // A trailing slash names the same folder.
    QCOMPARE(gbs::load_bert(tiny / "")->name(), std::string("tiny_bert"));
}

void BertTest::names_of_other_checkpoints() {
    std::map<std::string, torch::Tensor> renamed;
    for (const auto& [name, tensor] : tiny_tensors()) {
        std::string other = "bert." + name;
        if (const auto at = other.find("LayerNorm.weight"); at != std::string::npos)
            other.replace(at, std::string::npos, "LayerNorm.gamma");
        if (const auto at = other.find("LayerNorm.bias"); at != std::string::npos)
            other.replace(at, std::string::npos, "LayerNorm.beta");
        renamed[other] = tensor;
    }
    renamed["cls.predictions.bias"] = torch::ones({30});
    gbs::save_tensors(copy() / "model.safetensors", renamed);
    compare_with_tiny(*gbs::load_bert(copy()));
}

void BertTest::half_precision_file() {
    auto tensors = tiny_tensors();
    for (auto& [name, tensor] : tensors) tensor = tensor.to(torch::kBFloat16);
    gbs::save_tensors(copy() / "model.safetensors", tensors);
    const auto rounded = gbs::load_bert(copy());
    const torch::Tensor words = embed(*rounded, "a small dog");
    QVERIFY(words.scalar_type() == torch::kFloat);
    const float apart = difference(words, embed(*gbs::load_bert(tiny), "a small dog"));
    QVERIFY(apart > 0 && apart < 0.3F);
}

void BertTest::batch_equals_single() {
    const auto encoder = gbs::load_bert(tiny);
    const std::vector<std::string> phrases{"a", "the red ball in the grass", "dogs", "a small dog"};
    const auto batch = encoder->encode(phrases);
    QVERIFY(batch.words.sizes() == torch::IntArrayRef({4, 6, 24}));
    QVERIFY(batch.mask.scalar_type() == torch::kFloat);
    QVERIFY(torch::equal(batch.mask.sum(1), torch::tensor({1.0F, 6.0F, 2.0F, 3.0F})));
    QVERIFY(torch::equal(batch.words * batch.mask.unsqueeze(2), batch.words));
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        const torch::Tensor single = embed(*encoder, phrases[i]);
        QVERIFY(difference(batch.words[static_cast<std::int64_t>(i)].narrow(0, 0, single.size(0)), single) <
                1e-5F);
    }
    QCOMPARE(encoder->encode({}).words.size(0), std::int64_t{0});
    QVERIFY(!batch.words.requires_grad());
}

void BertTest::long_phrases_are_truncated() {
    const auto encoder = gbs::load_bert(tiny);
    std::string phrase;
    for (int i = 0; i < 10'000; ++i) phrase += "dog ";
    const torch::Tensor words = embed(*encoder, phrase);
    QVERIFY(words.sizes() == torch::IntArrayRef({10, 24}));  // 12 positions minus [CLS] and [SEP]
}

void BertTest::phrases_without_words() {
    const auto encoder = gbs::load_bert(tiny);
    for (const std::string& phrase : {std::string(), std::string("  \t\n"), std::string("\u200b\ufeff"),
                                      std::string("\0", 1), std::string("\u0301")}) {
        const std::string message = gbs::error_text([&] {
            encoder->encode(std::vector<std::string>{"a dog", phrase});
        });
        QVERIFY2(message.find("has no words the model can read") != std::string::npos, message.c_str());
    }
    const std::string unknown = gbs::error_text([&] { embed(*encoder, "\u0f40\u0f41"); });
    QVERIFY2(unknown.find("knows none of the characters") != std::string::npos, unknown.c_str());
    // Next to a known word, an unknown word counts as a word.
    QCOMPARE(embed(*encoder, "dog \u0f40\u0f41").size(0), std::int64_t{2});
}

void BertTest::refuses_bad_configurations_data() {
    QTest::addColumn<std::string>("key");
    QTest::addColumn<std::string>("value");  // JSON; empty: the key is missing
    const auto row = [](const char* key, const char* value) {
        QTest::addRow("%s %s", key, value) << std::string(key) << std::string(value);
    };
    for (const char* key : {"vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads",
                            "intermediate_size", "max_position_embeddings", "type_vocab_size"})
        for (const char* value :
             {"", "0", "-1", "1.5", "\"24\"", "null", "1000000000000", "99999999999999999999"})
            row(key, value);
    row("num_attention_heads", "5");   // does not divide 24
    row("num_attention_heads", "48");  // neither does 48
    row("max_position_embeddings", "2");
    row("hidden_size", "48");
    row("hidden_size", "65535");
    row("num_hidden_layers", "3");
    row("num_hidden_layers", "1024");
    row("vocab_size", "9999999");
    row("vocab_size", "5");
    row("hidden_act", "\"relu\"");
    row("model_type", "\"roberta\"");
    row("position_embedding_type", "\"relative_key\"");
    row("layer_norm_eps", "-1");
    row("layer_norm_eps", "\"small\"");
}

void BertTest::refuses_bad_configurations() {
    QFETCH(std::string, key);
    QFETCH(std::string, value);
    change_config(key.c_str(), nlohmann::json::parse(value, nullptr, false));
    const std::string message = refusal();
    QVERIFY2(message.find(copy().string()) != std::string::npos, message.c_str());
}

void BertTest::refuses_bad_files() {
    gbs::write_atomically(copy() / "config.json", "[1]");
    QVERIFY(refusal().find("not a JSON object") != std::string::npos);
    fs::copy_file(tiny / "config.json", copy() / "config.json", fs::copy_options::overwrite_existing);

    auto tensors = tiny_tensors();
    tensors.erase("encoder.layer.1.output.dense.bias");
    tensors["encoder.layer.0.output.dense.weight"] = torch::ones({24, 41});
    tensors["embeddings.LayerNorm.weight"] = torch::full({24}, std::numeric_limits<float>::quiet_NaN());
    tensors["embeddings.LayerNorm.bias"] = torch::ones({24}, torch::kLong);
    gbs::save_tensors(copy() / "model.safetensors", tensors);
    const std::string message = refusal();
    for (const char* words :
         {"encoder.layer.1.output.dense.bias is missing",
          "encoder.layer.0.output.dense.weight has shape [24, 41], [24, 40] is needed",
          "embeddings.LayerNorm.weight holds NaN", "embeddings.LayerNorm.bias is not floating point"})
        QVERIFY2(message.find(words) != std::string::npos, (std::string(words) + " in " + message).c_str());

    gbs::write_atomically(copy() / "model.safetensors", "not safetensors");
    QVERIFY(refusal().find("model.safetensors") != std::string::npos);
    fs::remove(copy() / "vocab.txt");
    QVERIFY(refusal().find("vocab.txt") != std::string::npos);
    QVERIFY(gbs::error_text([&] { gbs::load_bert(copy() / "nowhere"); }).find("is not a folder") !=
            std::string::npos);
    QVERIFY(gbs::error_text([] { gbs::load_text_encoder("elmo"); }).find("convert_weights.py --elmo") !=
            std::string::npos);
    QVERIFY(!gbs::error_text([] { gbs::load_text_encoder("../x"); }).empty());
}

void BertTest::cased_by_tokenizer_config() {
    const torch::Tensor lower = embed(*gbs::load_bert(copy()), "a DOG");
    gbs::write_atomically(copy() / "tokenizer_config.json", R"({"do_lower_case": false})");
    const auto cased = gbs::load_bert(copy());
    QVERIFY(difference(embed(*cased, "a DOG"), lower) > 0.1F);  // unknown in capital letters
    QCOMPARE(difference(embed(*cased, "a dog"), lower), 0.0F);
}

void BertTest::minilm_matches_transformers() {
    if (!fs::exists(gbs::weights_folder() / "minilm-l6-v2"))
        QSKIP("the weights of minilm-l6-v2 are not installed");
    const auto encoder = gbs::load_text_encoder("minilm-l6-v2");
    QCOMPARE(encoder->name(), std::string("minilm-l6-v2"));
    QCOMPARE(encoder->width(), 384);

    const fs::path fixture = GBS_TEST_FIXTURES "/minilm.safetensors";
    const fs::path file = GBS_SHARED_DATA "/flickr8k/captions.tsv";
    std::vector<std::string> captions;
    if (fs::exists(file)) {
        const QStringList lines = QString::fromStdString(gbs::read_text(file)).split(QLatin1Char('\n'));
        const torch::Tensor rows = gbs::to_tensor(gbs::SafetensorsFile(fixture).at("lines"));
        for (std::int64_t i = 0; i < rows.size(0); ++i)
            captions.push_back(lines.at(rows[i].item<int>()).section(QLatin1Char('\t'), 2).toStdString());
    }
    const auto row = gbs::minilm_fidelity({fixture, "minilm"}, captions);
    qInfo("minilm-l6-v2 on %s: largest relative difference %g", row.inputs.c_str(), row.difference);
    QVERIFY(row.inputs.starts_with(captions.empty() ? "100 phrases" : "200 phrases"));
    QVERIFY(row.difference < gbs::fidelity_limit);
    if (captions.empty()) QSKIP("the captions of flickr8k are missing; compared 100 phrases");
}

void BertTest::minilm_batch_equals_single() {
    if (!fs::exists(gbs::weights_folder() / "minilm-l6-v2"))
        QSKIP("the weights of minilm-l6-v2 are not installed");
    const auto encoder = gbs::load_text_encoder("minilm-l6-v2");
    auto phrases = read_texts(gbs::SafetensorsFile(GBS_TEST_FIXTURES "/minilm.safetensors"));
    phrases.resize(99);  // the last phrase has a hundred words, so all would be padded
    const auto batch = encoder->encode(phrases);
    float most = 0;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        const torch::Tensor single = embed(*encoder, phrases[i]);
        most = std::max(
            most, difference(batch.words[static_cast<std::int64_t>(i)].narrow(0, 0, single.size(0)), single));
    }
    qInfo("minilm-l6-v2: batch and single phrases differ by at most %g", static_cast<double>(most));
    QVERIFY(most < 1e-5F);
}

QTEST_GUILESS_MAIN(BertTest)
#include "bert_test.moc"
