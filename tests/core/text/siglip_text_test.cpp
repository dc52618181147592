// SPDX-License-Identifier: GPL-3.0-or-later

// Compares SigLIP's tokenizer and text tower with transformers (tests/fixtures/make_siglip.py); tests the errors for files that
// do not fit.

#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/fidelity/fidelity.h"
#include "core/fidelity/fidelity_fixtures.h"
#include "core/text/language_models.h"
#include "core/text/siglip_tokenizer.h"
#include "core/text/text_encoder.h"
#include "support/error_of.h"

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char* fixture = GBS_TEST_FIXTURES "/siglip_text.safetensors";
constexpr std::size_t most = 64;

/// A field of a message of Protocol Buffers that is a text or a message of up to 16,383 bytes.
std::string field(int number, const std::string& bytes) {
    const std::size_t size = bytes.size();
    return std::string{static_cast<char>(number << 3 | 2), static_cast<char>((size & 0x7F) | 0x80),
                       static_cast<char>(size >> 7)} +
           bytes;
}

/// A piece without a score, of kind 1 (normal), 2 (unknown) or 3 (control).
std::string piece(const std::string& text, char kind) {
    return field(1, field(1, text) + std::string{3 << 3, kind});
}

}  // namespace

class SiglipTextTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    fs::path folder() const { return folder_.filePath(QStringLiteral("siglip")).toStdString(); }
    void write(const char* name, const std::string& text) const {
        gbs::write_atomically(folder() / name, text);
    }
    std::string piece_error(const std::string& model) const {
        write("spiece.model", model);
        return gbs::error_text([&] { gbs::SentencePiece(folder() / "spiece.model"); });
    }

 private Q_SLOTS:
    void init() {
        fs::remove_all(folder());
        fs::create_directories(folder());
        gbs::write_clip_text(gbs::SafetensorsFile(fixture), "tiny", folder());
    }

    void strings_match_transformers() {
        const gbs::SiglipTokenizer tokenizer(folder());
        const std::string packed = gbs::read_text(GBS_TEST_FIXTURES "/siglip_pieces.bin");
        const json rows = json::parse(qUncompress(QByteArray::fromStdString(packed)).toStdString());
        QVERIFY(rows.size() >= 5000);
        for (const auto& row : rows) {
            const auto ids = tokenizer.encode(row.at(0).get<std::string>(), most);
            QVERIFY2(ids == row.at(1).get<std::vector<std::int64_t>>(),
                     (row.dump() + " became " + json(ids).dump()).c_str());
        }
    }

    void long_and_broken_phrases_take_little_time() {
        const gbs::SiglipTokenizer tokenizer(folder());
        QCOMPARE(tokenizer.encode(std::string(1 << 20, 'x'), most).size(), most);
        QCOMPARE(tokenizer.encode("\xff\xfe", most), tokenizer.encode("\uFFFD\uFFFD", most));
        QCOMPARE(tokenizer.encode("a dog", most), tokenizer.encode(" A, dog!", most));
    }

    void texts_match_transformers_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"tiny", "b16-like"}) QTest::addRow("%s", name) << QString::fromLatin1(name);
    }
    void texts_match_transformers() {
        QFETCH(QString, name);
        const auto row = gbs::clip_text_fidelity({fixture, name.toStdString()});
        qInfo("%s: largest relative difference %g", row.part.c_str(), row.difference);
        QVERIFY(row.part.starts_with("SigLIP") && row.difference < gbs::fidelity_limit);
    }

    void folders_are_recognized() {
        QVERIFY(gbs::language_model_kind(folder()) == gbs::LanguageModel::Kind::siglip);
        QCOMPARE(gbs::find_language_model("siglip-text-b16").words.width, 768);
    }

    void phrases_without_words_are_refused() {
        const auto encoder = gbs::load_siglip_text(folder());
        QVERIFY(encoder->reads("dog") && !encoder->reads(" \t") && !encoder->reads("?!"));
        const std::vector<std::string> phrases{"a dog", "."};
        const std::string message = gbs::error_text([&] { encoder->encode(phrases); });
        QVERIFY2(message.find("no words the model can read") != std::string::npos, message.c_str());
    }

    void damaged_files_are_refused_data() {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* name, const std::string& model, const char* error) {
            QTest::newRow(name) << QByteArray::fromStdString(model) << QString::fromLatin1(error);
        };
        const std::string few = piece("a", 1) + piece("</s>", 3) + piece("<unk>", 2);
        row("few pieces", few, "");
        row("empty", "", "no piece for unknown");
        row("text", "kind regards", "damaged");
        row("cut off", few.substr(0, few.size() - 1), "cut off");
        row("no end", piece("a", 1) + piece("<unk>", 2), "no piece \"</s>\"");
        row("twice", piece("a", 1) + few, "occurs twice");
        row("byte pairs", few + field(2, std::string{3 << 3, 2}), "not \"unigram\"");
        row("table", few + field(3, field(2, std::string(5, '\x7f'))), "table of characters is damaged");
        row("long number", std::string(20, '\xff'), "more than ten bytes");
    }
    void damaged_files_are_refused() {
        QFETCH(QByteArray, model);
        QFETCH(QString, error);
        const std::string said = piece_error(model.toStdString());
        QVERIFY2(error.isEmpty() ? said.empty() : said.find(error.toStdString()) != std::string::npos,
                 said.c_str());
    }

    /// A table whose units point anywhere is read within its bounds.
    void hostile_tables_do_no_harm() {
        for (unsigned seed = 0; seed < 200; ++seed) {
            std::string units;
            std::uint32_t state = seed * 2654435761U + 1;
            for (int i = 0; i < 64; ++i) {
                state = state * 1664525U + 1013904223U;
                const std::uint32_t unit =
                    i % 2 == 0 ? (state & 0xFFFFFF00U) | static_cast<std::uint32_t>('a' + i % 8) : state;
                units.append(reinterpret_cast<const char*>(&unit), sizeof(unit));
            }
            const auto size = static_cast<std::uint32_t>(units.size());
            const std::string table =
                std::string(reinterpret_cast<const char*>(&size), sizeof(size)) + units + "x";
            write("spiece.model",
                  piece("a", 1) + piece("</s>", 3) + piece("<unk>", 2) + field(3, field(2, table)));
            const gbs::SentencePiece pieces(folder() / "spiece.model");
            QVERIFY(!pieces.encode("a dog abcdefgh").empty());
        }
    }

    void a_vocabulary_beyond_the_configuration_is_refused() {
        json config = json::parse(gbs::read_text(folder() / "config.json"));
        const auto error = [&] {
            write("config.json", config.dump());
            return gbs::error_text([&] { gbs::load_siglip_text(folder()); });
        };
        config["text_config"]["hidden_act"] = "gelu";
        QVERIFY2(error().find("other kinds of CLIP and SigLIP are not supported") != std::string::npos,
                 error().c_str());
        config["text_config"].erase("hidden_act");
        config["text_config"]["vocab_size"] = 100;
        QVERIFY2(error().find("but config.json declares 100 ids") != std::string::npos, error().c_str());
    }
};

QTEST_GUILESS_MAIN(SiglipTextTest)
#include "siglip_text_test.moc"
