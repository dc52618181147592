// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/webdataset.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "support/shard_files.h"

using namespace gbs;
namespace fs = std::filesystem;

/// Valid shards as written by img2dataset and webdataset, and damaged ones.
class WebdatasetTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> directory_;
    fs::path folder() const { return fs::path(directory_->path().toStdString()); }
    fs::path shard(const std::vector<std::pair<std::string, std::string>>& members) const {
        write_tar(folder() / "a.tar", members);
        return folder() / "a.tar";
    }
    static std::vector<ShardSample> all(ShardReader& reader) {
        std::vector<ShardSample> samples;
        while (auto sample = reader.next()) samples.push_back(std::move(*sample));
        return samples;
    }
    static std::string text(const std::vector<std::uint8_t>& bytes) { return {bytes.begin(), bytes.end()}; }

 private Q_SLOTS:
    void init() { directory_ = std::make_unique<QTemporaryDir>(); }

    void files_of_one_name_are_a_sample() {
        ShardReader reader(shard({{"000/1.json", R"({"caption": "from json", "width": 3})"},
                                  {"000/1.jpg", "photo one"},
                                  {"000/1.txt", " a dog\n"},
                                  {"000/2.png", "photo two"},
                                  {"000/2.caption", "ein Hund"},
                                  {"000/3.seg.png", "a map"},
                                  {"000/3.webp", "photo three"},
                                  {"000/3.json", R"({"captions": ["x", "", 4, "y", "x"]})"}}));
        const auto samples = all(reader);
        QCOMPARE(samples.size(), std::size_t{3});
        QCOMPARE(samples[0].key, std::string("a.tar:000/1"));
        QCOMPARE(text(samples[0].photo), std::string("photo one"));
        QCOMPARE(samples[0].captions, (std::vector<std::string>{"from json", "a dog"}));
        QCOMPARE(samples[1].captions, (std::vector<std::string>{"ein Hund"}));
        QCOMPARE(text(samples[2].photo), std::string("photo three"));
        QCOMPARE(samples[2].captions, (std::vector<std::string>{"x", "y"}));
        QVERIFY(reader.skipped().empty());
    }

    void incomplete_samples_are_counted() {
        ShardReader reader(shard({{"1.jpg", "photo"},
                                  {"2.txt", "a text"},
                                  {"3.jpg", "photo"},
                                  {"3.txt", "  \n"},
                                  {"4.jpg", "photo"},
                                  {"4.json", "{not json"},
                                  {"5.jpg", "photo"},
                                  {"5.txt", "kept"},
                                  {"6.jpg", "photo"},
                                  {"6.txt", "caf\xE9"},
                                  {"7.jpg", "photo"},
                                  {"7.txt", std::string(10'001, 'x')}}));
        const auto samples = all(reader);
        QCOMPARE(samples.size(), std::size_t{1});
        QCOMPARE(samples[0].captions.front(), std::string("kept"));
        QCOMPARE(reader.skipped().at("caption that is not UTF-8"), std::size_t{1});
        QCOMPARE(reader.skipped().at("caption longer than 10,000 bytes"), std::size_t{1});
        QCOMPARE(reader.skipped().at("sample without a caption"), std::size_t{5});
        QCOMPARE(reader.skipped().at("sample without a photo"), std::size_t{1});
    }

    void a_caption_larger_than_the_limit_is_skipped() {
        ShardReader reader(shard({{"1.jpg", "photo"},
                                  {"1.txt", std::string(ShardReader::max_text_bytes + 1, 'x')},
                                  {"2.jpg", "photo"},
                                  {"2.txt", "small"}}));
        QCOMPARE(all(reader).size(), std::size_t{1});
        QCOMPARE(reader.skipped().at("file larger than 1 MB"), std::size_t{1});
    }

    void a_truncated_shard_ends_at_the_damage() {
        const fs::path path = shard({{"1.jpg", std::string(3000, 'p')},
                                     {"1.txt", "first"},
                                     {"2.jpg", std::string(9000, 'p')},
                                     {"2.txt", "second"}});
        const std::string bytes = read_text(path);
        for (const std::size_t length : {bytes.size() - 6000, std::size_t{700}, std::size_t{512}}) {
            write_atomically(path, std::string_view(bytes).substr(0, length));
            ShardReader reader(path);
            QVERIFY(all(reader).size() <= 2);
        }
        write_atomically(path, std::string_view(bytes).substr(0, 100));  // within the first header
        QVERIFY_EXCEPTION_THROWN(ShardReader{path}, Error);
        write_atomically(path, std::string_view(bytes).substr(0, 8000));  // inside the second photo
        ShardReader reader(path);
        const auto samples = all(reader);
        QCOMPARE(samples.size(), std::size_t{1});
        QCOMPARE(samples[0].captions.front(), std::string("first"));
        QVERIFY(reader.skipped().at("damaged archive") >= 1);
    }

    void noise_is_not_an_archive() {
        std::string noise;
        for (int i = 0; i < 20000; ++i) noise += static_cast<char>(i * 7919 % 251);
        write_atomically(folder() / "noise.tar", noise);
        try {
            ShardReader reader(folder() / "noise.tar");
            QVERIFY(all(reader).empty());
        } catch (const Error& error) {
            QVERIFY(std::string(error.what()).find("noise.tar") != std::string::npos);
        }
        QVERIFY_EXCEPTION_THROWN(ShardReader(folder() / "missing.tar"), Error);
    }

    /// libarchive knows formats for which it starts a program, because the first bytes of a file say so.
    void a_shard_starts_no_program() {
        const fs::path trap = folder() / "bin", caught = folder() / "caught";
        fs::create_directory(trap);
        for (const char* name : {"lrzip", "lzop", "grzip", "bzip2", "xz", "lzma", "unlzma", "lz4", "gzip",
                                 "gunzip", "zstd", "compress", "uncompress", "uudecode"}) {
            write_atomically(trap / name, "#!/bin/sh\necho $0 > '" + caught.string() + "'\n");
            fs::permissions(trap / name, fs::perms::owner_all);
        }
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", QByteArray::fromStdString(trap.string()) + ":" + path);
        for (const std::string& start : {std::string("LRZI\0\6", 6), std::string("GRZipII\0\2\4:)", 12),
                                         std::string("\x89LZO\0\r\n\x1a\n", 9),
                                         std::string("\xFD"
                                                     "7zXZ\0",
                                                     6),
                                         std::string("BZh9"), std::string("\x5D\0\0\x80\0", 5),
                                         std::string("\x04\x22\x4D\x18"), std::string("\x1F\x9D")}) {
            write_atomically(folder() / "a.tar", start + std::string(4096, 'x'));
            try {
                ShardReader reader(folder() / "a.tar");
                QVERIFY(all(reader).empty());
            } catch (const Error&) {
            }
        }
        qputenv("PATH", path);
        QVERIFY2(!fs::exists(caught), fs::exists(caught) ? read_text(caught).c_str() : "");
    }

    void many_captions_of_one_photo_take_no_quadratic_time() {
        std::string json = "{\"captions\": [";
        for (int i = 0; json.size() < ShardReader::max_text_bytes - 20; ++i)
            json += (i > 0 ? ",\"" : "\"") + std::to_string(i) + '"';
        ShardReader reader(shard({{"1.jpg", "photo"}, {"1.json", json + "]}"}}));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(all(reader).at(0).captions.size() > 100'000);
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    }

    void shards_are_found_by_folder_range_and_name() {
        for (const char* name : {"cc-08.tar", "cc-09.tar", "cc-10.tar", "notes.txt", "more.tar.gz"})
            write_atomically(folder() / name, "");
        QCOMPARE(find_shards(folder().string()).size(), std::size_t{4});
        const auto range = find_shards((folder() / "cc-{08..10}.tar").string());
        QCOMPARE(range.size(), std::size_t{3});
        QCOMPARE(range[0].filename().string(), std::string("cc-08.tar"));
        QCOMPARE(range[2].filename().string(), std::string("cc-10.tar"));
        QCOMPARE(find_shards((folder() / "cc-09.tar").string()).size(), std::size_t{1});
        for (const char* wrong : {"cc-{08..11}.tar", "cc-{10..08}.tar", "cc-{08-10}.tar", "cc-{a..b}.tar",
                                  "cc-{0..99999999999999999999}.tar", "cc-{", "none.tar"})
            QVERIFY_EXCEPTION_THROWN(find_shards((folder() / wrong).string()), Error);
        fs::create_directory(folder() / "empty");
        QVERIFY_EXCEPTION_THROWN(find_shards((folder() / "empty").string()), Error);
    }
};

QTEST_GUILESS_MAIN(WebdatasetTest)
#include "webdataset_test.moc"
