// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/benchmark.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/data/benchmark_formats.h"
#include "core/data/query_collector.h"
#include "support/error_of.h"

using namespace gbs;
namespace fs = std::filesystem;

namespace {

const fs::path fixtures = GBS_TEST_FIXTURES "/benchmarks";

using Counts = std::map<std::string, std::size_t>;

/// Prints the differences and returns whether there are none.
bool same(const Counts& found, const Counts& expected) {
    for (const auto& [reason, count] : found) {
        const auto known = expected.find(reason);
        if (known == expected.end() || known->second != count)
            qWarning("found %zu: %s", count, reason.c_str());
    }
    for (const auto& [reason, count] : expected)
        if (!found.contains(reason)) qWarning("not found (%zu): %s", count, reason.c_str());
    return found == expected;
}

std::vector<std::string> split_names(const BenchmarkFolder& about) {
    std::vector<std::string> names;
    for (const auto& split : about.splits) names.push_back(split.name);
    return names;
}

}  // namespace

class BenchmarkTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    int copies_ = 0;

    /// A copy of a fixture, to damage.
    fs::path copy(const char* name) {
        const fs::path target = fs::path(folder_.path().toStdString()) / std::to_string(copies_++) / name;
        fs::create_directories(target.parent_path());
        fs::copy(fixtures / name, target, fs::copy_options::recursive);
        return target;
    }

 private Q_SLOTS:
    void photos_are_told_apart_by_their_folders() {
        const fs::path folder = fs::path(folder_.path().toStdString()) / "animals";
        for (const char* name : {"cats/0001.jpg", "dogs/0001.jpg"}) {
            fs::create_directories((folder / name).parent_path());
            write_atomically(folder / name, "only its name counts");
        }
        const auto read = [&](const std::string& image) {
            write_atomically(folder / "p.tsv", "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\n" + image +
                                                   "\t4\t4\t1\t1\t2\t2\ta cat\n");
            return read_phrases_benchmark(folder / "p.tsv", folder);
        };
        const Benchmark dogs = read("photos\\dogs\\0001.jpg");
        QCOMPARE(dogs.photo(dogs.queries.at(0).image).value_or(""), folder / "dogs/0001.jpg");
        QCOMPARE(read("birds/0001.jpg").missing_photos, std::vector<std::string>{"birds/0001.jpg"});
        try {
            read("0001.jpg");
            QFAIL("a name of two photos");
        } catch (const Error& error) {
            const std::string what = error.what();
            QVERIFY2(what.find("\"0001.jpg\" could be cats/0001.jpg or dogs/0001.jpg") != std::string::npos,
                     error.what());
        }
    }

    void flickr30k_entities_is_read() {
        const auto about = recognize_benchmark(fixtures / "flickr30k_entities");
        QVERIFY(about.format->title == "Flickr30k Entities");
        QVERIFY(about.missing.empty());
        QCOMPARE(split_names(about), (std::vector<std::string>{"test", "val", "train", "all"}));
        const auto read = read_benchmark(about);
        QCOMPARE(read.split, std::string("test"));
        QCOMPARE(read.images, 2U);
        QVERIFY(read.missing_photos.empty());
        QCOMPARE(read.queries.size(), 11U);
        const PhraseQuery& first = read.queries[0];
        QCOMPARE(first.image, std::string("1000092795.jpg"));
        QCOMPARE(first.phrase, std::string("Two young guys"));
        QCOMPARE(first.entity, std::string("1"));
        QCOMPARE(first.width, 100);
        QCOMPARE(first.boxes.size(), 2U);
        QCOMPARE(first.boxes[1].x2, 80.0);
        QCOMPARE(first.categories, std::vector<std::string>{"people"});
        QVERIFY(read.queries[2].not_visual);
        QVERIFY(read.queries[3].boxes.empty());  // a scene without a box
        QCOMPARE(read.queries[6].categories, (std::vector<std::string>{"people", "other"}));
        QCOMPARE(read.queries[8].phrase, std::string("A red car"));
        QVERIFY(same(read.skipped, {{"inverted box", 1},
                                    {"box outside the image", 1},
                                    {"box without area", 1},
                                    {"not a number", 2},
                                    {"empty phrase", 1},
                                    {"phrase with an unclosed bracket", 1},
                                    {"phrase without an entity number", 1}}));
        QVERIFY(same(read.adjusted, {{"line that is not UTF-8, read as Windows-1252", 1}}));
        QCOMPARE(read_benchmark(about, "val").queries.size(), 3U);
        QVERIFY(
            error_of([&] { read_benchmark(about, "train"); }).contains(QStringLiteral("without sentences")));
        QVERIFY(
            error_of([&] { read_benchmark(about, "tset"); }).contains(QStringLiteral("test, val, train")));
    }

    void damaged_annotations_are_counted() {
        const fs::path folder = copy("flickr30k_entities");
        std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\">";
        for (int i = 1; i < 10; ++i) {
            bomb += "<!ENTITY lol" + std::to_string(i) + " \"";
            for (int k = 0; k < 10; ++k)
                bomb += "&lol" + (i > 1 ? std::to_string(i - 1) : std::string()) + ";";
            bomb += "\">";
        }
        write_atomically(folder / "Annotations/10002456.xml",
                         bomb + "]><annotation><filename>&lol9;</filename></annotation>");
        auto read = read_benchmark(recognize_benchmark(folder), "all");
        QCOMPARE(read.skipped.at("image with an annotation that declares a document type"), 1U);
        QCOMPARE(read.queries.size(), 8U);
        write_atomically(folder / "Annotations/10002456.xml", "<annotation><size>");
        read = read_benchmark(recognize_benchmark(folder), "all");
        QCOMPARE(read.skipped.at("image with an annotation that is not valid XML"), 1U);
        std::string deep;
        for (int i = 0; i < 200000; ++i) deep += "<a>";
        write_atomically(folder / "Annotations/10002456.xml", deep);
        QCOMPARE(read_benchmark(recognize_benchmark(folder), "all")
                     .skipped.at("image with an annotation that is not valid XML"),
                 1U);
        std::string many = "<annotation><size><width>60</width><height>90</height></size>";
        for (int i = 0; i < 10100; ++i)
            many +=
                "<object><name>11</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>9</xmax><ymax>9</ymax>"
                "</bndbox></object>";
        write_atomically(folder / "Annotations/10002456.xml", many + "</annotation>");
        QCOMPARE(read_benchmark(recognize_benchmark(folder), "all")
                     .skipped.at("box beyond the first 10000 of an image"),
                 100U);
        fs::remove(folder / "Annotations/10002456.xml");
        fs::remove(folder / "flickr30k-images/1000092795.jpg");
        read = read_benchmark(recognize_benchmark(folder), "all");
        QCOMPARE(read.skipped.at("image with unreadable annotation or sentences"), 1U);
        QCOMPARE(read.missing_photos, std::vector<std::string>{"1000092795.jpg"});
        fs::remove_all(folder / "Annotations");
        for (const char* list : {"train.txt", "val.txt", "test.txt"}) fs::remove(folder / list);
        const auto about = recognize_benchmark(folder);
        QCOMPARE(about.missing.size(), 2U);
        QVERIFY(error_of([&] { read_benchmark(about); }).contains(QStringLiteral("annotations.zip")));
    }

    /// Every phrase has a copy of the boxes of its entity: two files of 0.5 MB would be 16 GB.
    void boxes_times_phrases_are_limited() {
        const fs::path folder = copy("flickr30k_entities");
        std::ofstream annotation(folder / "Annotations/1000092795.xml");
        annotation << "<annotation><size><width>100</width><height>80</height></size>";
        for (int i = 0; i < 5000; ++i)
            annotation << "<object><name>1</name><bndbox><xmin>10</xmin><ymin>20</ymin><xmax>40</xmax>"
                          "<ymax>70</ymax></bndbox></object>";
        annotation << "</annotation>";
        annotation.close();
        std::ofstream sentences(folder / "Sentences/1000092795.txt");
        for (int i = 0; i < 60; ++i) sentences << "[/EN#1/people man number " << i << "] .\n";
        sentences.close();
        const auto benchmark = read_benchmark(recognize_benchmark(folder), "all");
        std::size_t boxes = 0;
        for (const PhraseQuery& query : benchmark.queries) boxes += query.boxes.size();
        QVERIFY2(boxes <= 100'100, qPrintable(QString::number(boxes)));
        QCOMPARE(benchmark.skipped.at("phrase beyond the first 100000 boxes of an image"), std::size_t{40});
    }

    void visual_genome_is_read() {
        const auto about = recognize_benchmark(fixtures / "visual_genome");
        QVERIFY(about.format->title == "Visual Genome");
        QCOMPARE(split_names(about),
                 (std::vector<std::string>{"densecap:test", "mg:test", "densecap:train", "mg:train", "all"}));
        std::uintmax_t bytes = 0;
        const auto read = read_benchmark(about, "densecap:test", [&](auto done, auto) { bytes = done; });
        QCOMPARE(bytes, fs::file_size(fixtures / "visual_genome/region_descriptions.json"));
        QCOMPARE(read.queries.size(), 5U);
        QCOMPARE(read.queries[0].image, std::string("1.jpg"));
        QCOMPARE(read.queries[0].boxes[0].x1, 21.0);
        QCOMPARE(read.queries[0].boxes[0].x2, 60.0);
        QCOMPARE(read.queries[4].phrase, std::string("sticks out"));
        QCOMPARE(read.queries[4].boxes[0].y1, 1.0);
        QCOMPARE(read.queries[4].boxes[0].x2, 80.0);
        QVERIFY(read.missing_photos.empty());
        QVERIFY(same(read.adjusted, {{"box clipped at the image's edge", 1}}));
        QVERIFY(same(read.skipped, {{"box outside the image", 1},
                                    {"region with a duplicate id", 1},
                                    {"inverted box", 1},
                                    {"box without area", 1},
                                    {"not a number", 1},
                                    {"empty phrase", 1}}));
        QVERIFY(error_of([&] {
                    read_benchmark(about, "test");
                }).contains(QStringLiteral("densecap:test, mg:test")));
        const fs::path one = copy("visual_genome");
        fs::remove(one / "mg_splits.json");
        QCOMPARE(read_benchmark(recognize_benchmark(one), "test").split, std::string("densecap:test"));
        const auto other = read_benchmark(about, "mg:test");
        QCOMPARE(other.queries.size(), 1U);
        QCOMPARE(other.queries[0].image, std::string("2.jpg"));
        QVERIFY(
            same(other.skipped, {{"image with a duplicate id", 1}, {"image without id or a valid size", 1}}));
        QCOMPARE(read_benchmark(about, "all").skipped.at("region of an image without size"), 1U);
    }

    void damaged_regions_are_refused() {
        const fs::path folder = copy("visual_genome");
        const std::string whole = read_text(folder / "region_descriptions.json");
        write_atomically(folder / "region_descriptions.json", whole.substr(0, whole.size() / 2));
        QVERIFY(error_of([&] {
                    read_benchmark(recognize_benchmark(folder), "all");
                }).contains(QStringLiteral("not valid JSON")));
        write_atomically(folder / "region_descriptions.json", "{\"a\": [1, 2]}");
        QVERIFY(error_of([&] {
                    read_benchmark(recognize_benchmark(folder), "all");
                }).contains(QStringLiteral("regions")));
        write_atomically(
            folder / "region_descriptions.json",
            "[{\"regions\": [{\"phrase\": \"" + std::string(std::size_t{70} << 20, 'x') + "\"}]}]");
        QVERIFY(error_of([&] {
                    read_benchmark(recognize_benchmark(folder), "all");
                }).contains(QStringLiteral("longer than 64 MB")));
        write_atomically(folder / "region_descriptions.json", std::string(5000, '['));
        QVERIFY(error_of([&] {
                    read_benchmark(recognize_benchmark(folder), "all");
                }).contains(QStringLiteral("deeper")));
        fs::remove(folder / "region_descriptions.json");
        fs::remove(folder / "densecap_splits.json");
        fs::remove(folder / "mg_splits.json");
        const auto about = recognize_benchmark(folder);
        QCOMPARE(about.missing.size(), 2U);
        QVERIFY(error_of([&] {
                    read_benchmark(about);
                }).contains(QStringLiteral("region_descriptions.json.zip")));
    }

    /// Reads one image of 50 MB of regions, with progress, then cancels halfway.
    void large_regions_are_streamed() {
        const fs::path folder = copy("visual_genome");
        {
            std::ofstream out(folder / "region_descriptions.json");
            out << "[";
            long id = 0;
            for (int image = 1; image <= 9000; ++image) {
                out << (image > 1 ? ",\n" : "") << "{\"id\": " << image << ", \"regions\": [";
                for (int i = 0; i < 50; ++i)
                    out << (i > 0 ? ", " : "") << "{\"region_id\": " << ++id
                        << ", \"width\": 10, \"height\": 10, "
                        << "\"image_id\": " << image << ", \"phrase\": \"thing number " << i
                        << " of an image\", \"y\": 3, \"x\": 4}";
                out << "]}";
            }
            out << "]";
        }
        QVERIFY(fs::file_size(folder / "region_descriptions.json") > 50'000'000);
        int calls = 0;
        const auto about = recognize_benchmark(folder);
        const auto read = read_benchmark(about, "densecap:test", [&](auto, auto) { ++calls; });
        QCOMPARE(read.queries.size(), 50U);
        QVERIFY(calls > 8);
        std::stop_source stop;
        QVERIFY_THROWS_EXCEPTION(Cancelled, read_benchmark(
                                                about, "densecap:test",
                                                [&](auto done, auto) {
                                                    if (done > 20'000'000) stop.request_stop();
                                                },
                                                stop.get_token()));
    }

    void refcoco_is_read() {
        const auto about = recognize_benchmark(fixtures / "refcoco");
        QVERIFY(about.format->title == "ReferIt and RefCOCO");
        QCOMPARE(about.title, std::string("ReferIt and RefCOCO (refcoco)"));
        QCOMPARE(split_names(about), (std::vector<std::string>{"testA", "val"}));
        const auto test = read_benchmark(about);
        QCOMPARE(test.queries.size(), 3U);
        QCOMPARE(test.queries[0].phrase, std::string("man left"));
        QCOMPARE(test.queries[0].entity, std::string("1"));
        QCOMPARE(test.queries[0].image, std::string("COCO_train2014_000000000009.jpg"));
        QCOMPARE(test.queries[0].boxes[0].x1, 11.0);
        QCOMPARE(test.queries[0].boxes[0].x2, 30.0);
        QVERIFY(test.missing_photos.empty());
        const auto val = read_benchmark(about, "val");
        QCOMPARE(val.queries.size(), 1U);
        QCOMPARE(val.queries[0].boxes[0].x2, 64.0);  // clipped
        QCOMPARE(val.queries[0].categories, std::vector<std::string>{"giraffe"});
        QVERIFY(same(val.skipped, {{"annotation with a duplicate id", 1},
                                   {"box outside the image", 1},
                                   {"reference to an unknown annotation", 1},
                                   {"reference with a duplicate id", 1},
                                   {"reference of an unknown image", 1}}));
    }

    void pickles_are_converted_by_the_script_and_never_read() {
        const fs::path folder = copy("refcoco");
        const fs::path json = folder / "refs(unc).json", pickle = folder / "refs(unc).p";
        const QString python = QStringLiteral(GBS_TEST_PYTHON),
                      script = QStringLiteral(GBS_SOURCE_DIR "/packaging/convert_refer.py");
        if (!QFile::exists(python)) QSKIP("no Python environment");
        const QString make = QStringLiteral(
            "import json,pickle,sys; pickle.dump(json.load(open(sys.argv[1])), "
            "open(sys.argv[2],'wb'), protocol=2)");
        const QStringList paths{QString::fromStdString(json.string()),
                                QString::fromStdString(pickle.string())};
        QCOMPARE(QProcess::execute(python, QStringList{QStringLiteral("-c"), make} + paths), 0);
        const auto before = read_benchmark(recognize_benchmark(folder)).queries;
        fs::remove(json);
        const auto about = recognize_benchmark(folder);
        QCOMPARE(about.missing.size(), 1U);
        QVERIFY(about.missing[0].find("convert_refer.py") != std::string::npos);
        const QStringList convert{script, QString::fromStdString(folder.string())};
        QCOMPARE(QProcess::execute(python, convert), 0);
        const auto after = read_benchmark(recognize_benchmark(folder)).queries;
        QCOMPARE(after.size(), before.size());
        QCOMPARE(after[1].phrase, before[1].phrase);
        // A pickle that runs a command is refused.
        const QString evil = QStringLiteral(
            "import os,pickle,sys\nclass E:\n  def __reduce__(self): return "
            "(os.mkdir,(sys.argv[2]+'-ran',))\n"
            "pickle.dump(E(), open(sys.argv[2],'wb'))");
        QCOMPARE(QProcess::execute(python, QStringList{QStringLiteral("-c"), evil} + paths), 0);
        QCOMPARE(QProcess::execute(python, convert), 1);
        QVERIFY(!fs::exists(pickle.string() + "-ran"));
    }

    void coco_is_read() {
        const auto about = recognize_benchmark(fixtures / "coco");
        QVERIFY(about.format->title == "MS-COCO");
        QCOMPARE(split_names(about), (std::vector<std::string>{"val2017", "captions val2017"}));
        const auto classes = read_benchmark(about);
        QCOMPARE(classes.queries.size(), 2U);
        QCOMPARE(classes.queries[0].phrase, std::string("potted plant"));
        QCOMPARE(classes.queries[0].boxes.size(), 2U);
        QCOMPARE(classes.queries[0].boxes[1].x2, 64.0);
        QCOMPARE(classes.queries[0].categories, std::vector<std::string>{"furniture"});
        QCOMPARE(classes.queries[1].phrase, std::string("bear"));
        QVERIFY(same(classes.skipped, {{"crowd annotation", 1},
                                       {"annotation with a duplicate id", 1},
                                       {"box outside the image", 1},
                                       {"box without area", 1},
                                       {"annotation of an unknown image", 1},
                                       {"annotation of an unknown category", 1}}));
        const auto captions = read_benchmark(about, "captions val2017");
        QCOMPARE(captions.queries.size(), 2U);
        QCOMPARE(captions.queries[1].phrase, std::string("Plants near a window."));
        QVERIFY(
            same(captions.skipped, {{"caption of an unknown image", 1}, {"caption with a duplicate id", 1}}));
    }

    void plain_files_are_read() {
        const auto tsv = recognize_benchmark(fixtures / "plain_tsv");
        QVERIFY(tsv.format->title == "phrases in a TSV file");
        QCOMPARE(split_names(tsv), (std::vector<std::string>{"all", "dev"}));
        const auto all = read_benchmark(tsv);
        QCOMPARE(all.queries.size(), 4U);
        QCOMPARE(all.queries[0].entity, std::string("7"));
        QCOMPARE(all.queries[0].categories, (std::vector<std::string>{"scene", "other"}));
        QVERIFY(same(all.skipped, {{"row: inverted box", 1}}));
        QCOMPARE(read_benchmark(tsv, "dev").queries.size(), 2U);
        QCOMPARE(read_benchmark(recognize_benchmark(fixtures / "plain_tsv/phrases.tsv")).queries.size(), 4U);
        const auto jsonl = recognize_benchmark(fixtures / "plain_jsonl");
        QVERIFY(jsonl.format->title == "phrases in a JSONL file");
        const auto lines = read_benchmark(jsonl);
        QCOMPARE(lines.queries.size(), 3U);
        QCOMPARE(lines.queries[0].boxes.size(), 1U);
        QCOMPARE(lines.queries[0].boxes[0].x1, 1.0);  // from continuous to 1-based
        QCOMPARE(lines.queries[0].boxes[0].x2, 25.0);
        QCOMPARE(lines.missing_photos, std::vector<std::string>{"gone.jpg"});
        QVERIFY(same(lines.skipped, {{"not a number", 1},
                                     {"line with a duplicate id", 1},
                                     {"line without a valid image size", 1},
                                     {"line that is not valid JSON", 1}}));
    }

    void unknown_and_ambiguous_folders_are_refused() {
        QTemporaryDir empty;
        const QString message = error_of([&] { recognize_benchmark(empty.path().toStdString()); });
        QVERIFY(message.contains(QStringLiteral("region_descriptions.json")) &&
                message.contains(QStringLiteral("Annotations/*.xml")));
        QVERIFY(error_of([] {
                    recognize_benchmark("/no/such/folder");
                }).contains(QStringLiteral("no such folder")));
        const fs::path two = copy("plain_tsv");
        fs::copy_file(two / "phrases.tsv", two / "more.tsv");
        QVERIFY(error_of([&] { recognize_benchmark(two); }).contains(QStringLiteral("several files")));
        const fs::path data = copy("refcoco");
        fs::copy(data, data.parent_path() / "refcoco+", fs::copy_options::recursive);
        QVERIFY(
            error_of([&] { recognize_benchmark(data.parent_path()); }).contains(QStringLiteral("open one")));
        fs::create_directory_symlink(two, two / "images/loop");
        fs::remove(two / "more.tsv");
        QCOMPARE(recognize_benchmark(two).index->photos(), 2U);
    }

    void the_number_of_phrases_is_limited() {
        QueryCollector collector(1000);
        const PhraseQuery query{"a.jpg", 10, 10, "a", {}};
        for (std::size_t i = 0; i < 1000; ++i) collector.add(query);
        QVERIFY(error_of([&] { collector.add(query); }).contains(QStringLiteral("choose a split")));
    }

    void shared_data_are_recognized() {
        const fs::path shared = GBS_SHARED_DATA;
        if (!fs::exists(shared / "flickr8k"))
            QSKIP("the shared data are not installed next to the source tree");
        const auto flickr = read_benchmark(recognize_benchmark(shared / "flickr8k"), "dev");
        QCOMPARE(flickr.queries.size(), 3107U);
        QVERIFY(flickr.missing_photos.empty());
        QCOMPARE(flickr.photo(flickr.queries[0].image)->parent_path().filename().string(),
                 std::string("images"));
        const auto coco = read_benchmark(recognize_benchmark(shared / "coco_mini"));
        QCOMPARE(coco.images, 80U);
        qInfo("%zu classes of images", coco.queries.size());
    }
};

QTEST_GUILESS_MAIN(BenchmarkTest)
#include "benchmark_test.moc"
