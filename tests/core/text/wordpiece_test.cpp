// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/paths.h"
#include "core/text/wordpiece_tokenizer.h"
#include "support/error_of.h"

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most = 512;

std::string utf8(char32_t character) {
    return QString::fromUcs4(&character, 1).toStdString();
}

/// See make_wordpiece.py.
nlohmann::json fixture() {
    const std::string packed = gbs::read_text(GBS_TEST_FIXTURES "/wordpiece.bin");
    const QByteArray text = qUncompress(QByteArray::fromStdString(packed));
    return nlohmann::json::parse(text.toStdString());
}

std::string dump(const std::vector<std::int64_t>& ids) {
    return nlohmann::json(ids).dump();
}

}  // namespace

class WordPieceTest : public QObject {
    Q_OBJECT

 private:
    std::optional<gbs::WordPieceTokenizer> minilm_;
    QTemporaryDir folder_;

    fs::path vocabulary(const std::string& text) const {
        const fs::path path = folder_.filePath(QStringLiteral("vocab.txt")).toStdString();
        gbs::write_atomically(path, text);
        return path;
    }

 private Q_SLOTS:
    void initTestCase();
    void strings_match_transformers();
    void captions_match_transformers();
    void every_character_matches_transformers();
    void special_tokens_are_text();
    void invalid_utf8_is_dropped();
    void truncated_at_the_end();
    void longest_piece_first();
    void cased();
    void vocabulary_files();
};

void WordPieceTest::initTestCase() {
    const fs::path path = gbs::weights_folder() / "minilm-l6-v2" / "vocab.txt";
    if (fs::exists(path)) minilm_.emplace(path);
}

void WordPieceTest::strings_match_transformers() {
    if (!minilm_) QSKIP("the vocabulary of minilm-l6-v2 is not installed");
    const auto rows = fixture().at("strings");
    QVERIFY(rows.size() >= 5000);
    for (const auto& row : rows) {
        const auto text = row.at(0).get<std::string>();
        const auto wanted = row.at(1).get<std::vector<std::int64_t>>();
        const auto ids = minilm_->encode(text, most);
        QVERIFY2(ids == wanted, (row.dump() + " became " + dump(ids)).c_str());
    }
}

void WordPieceTest::captions_match_transformers() {
    const fs::path path = GBS_SHARED_DATA "/flickr8k/captions.tsv";
    if (!minilm_) QSKIP("the vocabulary of minilm-l6-v2 is not installed");
    if (!fs::exists(path)) QSKIP("the captions of flickr8k are missing");
    const QStringList lines = QString::fromStdString(gbs::read_text(path)).split(QLatin1Char('\n'));
    const auto rows = fixture().at("captions");
    QCOMPARE(rows.size(), std::size_t{1000});
    for (const auto& row : rows) {
        const std::string text = lines.at(row.at(0).get<int>()).section(QLatin1Char('\t'), 2).toStdString();
        QVERIFY2(minilm_->encode(text, most) == row.at(1).get<std::vector<std::int64_t>>(), text.c_str());
    }
}

void WordPieceTest::every_character_matches_transformers() {
    if (!minilm_) QSKIP("the vocabulary of minilm-l6-v2 is not installed");
    const auto digests = fixture().at("signs").get<std::vector<std::string>>();
    QCOMPARE(digests.size(), std::size_t{0x110});
    for (std::size_t block = 0; block < digests.size(); ++block) {
        QCryptographicHash hash(QCryptographicHash::Md5);
        for (std::size_t character = block * 4096; character < (block + 1) * 4096; ++character) {
            if (character >= 0xD800 && character < 0xE000) continue;
            std::string text = "a";
            text += utf8(static_cast<char32_t>(character));
            text += 'b';
            for (const std::int64_t id : minilm_->encode(text, most)) {
                const auto small = static_cast<std::int32_t>(id);
                hash.addData(QByteArray(reinterpret_cast<const char*>(&small), sizeof small));
            }
        }
        QVERIFY2(hash.result().toHex().toStdString() == digests[block],
                 ("block " + std::to_string(block)).c_str());
    }
}

void WordPieceTest::special_tokens_are_text() {
    if (!minilm_) QSKIP("the vocabulary of minilm-l6-v2 is not installed");
    // transformers returns 101 102 102, which would let a phrase contain a special token.
    QCOMPARE(dump(minilm_->encode("[SEP]", most)), std::string("[101,1031,19802,1033,102]"));
    QCOMPARE(minilm_->padding_id(), std::int64_t{0});
    QCOMPARE(minilm_->vocabulary_size(), std::int64_t{30522});
}

void WordPieceTest::invalid_utf8_is_dropped() {
    const gbs::WordPieceTokenizer tokenizer(vocabulary("[PAD]\n[UNK]\n[CLS]\n[SEP]\na\n##b\nb\n"));
    const std::string plain = dump({2, 4, 5, 3});
    for (const std::string& text :
         {std::string("ab"), std::string("a\xff") + "b", std::string("a\xc3") + "b",
          std::string("a\xe2\x82") + "b", std::string("a\xed\xa0\x80") + "b",
          std::string("a\xf4\x90\x80\x80") + "b", std::string("a\xc0\x80") + "b", std::string("ab\xf0\x9f"),
          std::string("\x80") + "ab", std::string("a\0b", 3)})
        QCOMPARE(dump(tokenizer.encode(text, most)), plain);
    QCOMPARE(dump(tokenizer.encode("\xff\xfe", most)), dump({2, 3}));
}

void WordPieceTest::truncated_at_the_end() {
    const gbs::WordPieceTokenizer tokenizer(vocabulary("[PAD]\n[UNK]\n[CLS]\n[SEP]\na\n##b\nb\n"));
    QCOMPARE(dump(tokenizer.encode("ab ab", 6)), dump({2, 4, 5, 4, 5, 3}));
    QCOMPARE(dump(tokenizer.encode("ab ab", 5)), dump({2, 4, 5, 4, 3}));
    QCOMPARE(dump(tokenizer.encode("ab ab", 3)), dump({2, 4, 3}));
    QCOMPARE(dump(tokenizer.encode("ab ab", 2)), dump({2, 3}));
    std::string many;
    for (int i = 0; i < 10'000; ++i) many += "ab ";
    QCOMPARE(tokenizer.encode(many, most).size(), most);
}

void WordPieceTest::longest_piece_first() {
    const gbs::WordPieceTokenizer tokenizer(
        vocabulary("[PAD]\n[UNK]\n[CLS]\n[SEP]\nab\na\n##bc\n##c\n##é\n"));
    QCOMPARE(dump(tokenizer.encode("abc", most)), dump({2, 4, 7, 3}));
    QCOMPARE(dump(tokenizer.encode("abd", most)), dump({2, 1, 3}));  // "ab", then no piece
    QCOMPARE(dump(tokenizer.encode("c", most)), dump({2, 1, 3}));    // only known as a continuation
}

void WordPieceTest::cased() {
    const fs::path path = vocabulary("[PAD]\n[UNK]\n[CLS]\n[SEP]\nA\n##é\na\n##e\n");
    QCOMPARE(dump(gbs::WordPieceTokenizer(
                      path, {.lower_case = false, .strip_accents = {}, .split_ideographs = true})
                      .encode("Aé", most)),
             dump({2, 4, 5, 3}));
    QCOMPARE(dump(gbs::WordPieceTokenizer(path).encode("Aé", most)), dump({2, 6, 7, 3}));
}

void WordPieceTest::vocabulary_files() {
    const auto load = [](const fs::path& path) {
        return gbs::error_text([&] { gbs::WordPieceTokenizer{path}; });
    };
    QVERIFY(load("/nowhere/vocab.txt").find("no such file") != std::string::npos);
    QVERIFY(load(vocabulary("")).find("[UNK]") != std::string::npos);
    QVERIFY(load(vocabulary("[PAD]\n[UNK]\n[CLS]\na\n")).find("[SEP]") != std::string::npos);
    // Windows line endings, and none at the end.
    const gbs::WordPieceTokenizer tokenizer(vocabulary("[PAD]\r\n[UNK]\r\n[CLS]\r\n[SEP]\r\na"));
    QCOMPARE(dump(tokenizer.encode("a", most)), dump({2, 4, 3}));
    QCOMPARE(tokenizer.vocabulary_size(), std::int64_t{5});
}

QTEST_GUILESS_MAIN(WordPieceTest)
#include "wordpiece_test.moc"
