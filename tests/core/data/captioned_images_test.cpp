// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/captioned_images.h"

#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <iterator>
#include <string>

#include "core/base/error.h"
#include "core/base/file_io.h"

namespace {

namespace fs = std::filesystem;

const std::string karpathy = R"({"dataset": "x", "images": [
    {"filename": "a.jpg", "split": "train", "sentences": [{"raw": "One.", "tokens": ["one"]}, {"raw": "Two."}]},
    {"filename": "b.jpg", "split": "val", "sentences": [{"raw": "Three."}, {"tokens": []}]},
    {"filename": "c.jpg", "filepath": "sub", "split": "train", "sentences": [{"raw": "Four."}]},
    {"filename": "../outside.jpg", "split": "train", "sentences": [{"raw": "Five."}]},
    {"filename": "x.jpg", "filepath": "..", "split": "train", "sentences": [{"raw": "Six."}]},
    {"split": "train"}]})";

const std::string coco = R"({"info": {}, "licenses": [{"id": 1}], "images": [
    {"id": 7, "file_name": "b.jpg", "height": 1}, {"id": 3, "file_name": "a.jpg"}, {"id": 9, "file_name": "gone.jpg"},
    {"file_name": "c.jpg"}], "annotations": [
    {"image_id": 3, "id": 1, "caption": " A first. \n"}, {"image_id": 7, "id": 2, "caption": "B."},
    {"image_id": 3, "id": 3, "caption": "A second."}, {"image_id": 9, "id": 4, "caption": "Gone."},
    {"image_id": 8, "caption": "Whose?"}, {"image_id": "3", "caption": "A third."}, {"image_id": 3, "caption": "  "}]})";

const char* const coco_of_name =
    R"({"images": [{"id": 1, "file_name": "NAME"}], "annotations": [{"image_id": 1, "caption": "A dog"}]})";
const char* const karpathy_of_name =
    R"({"images": [{"filename": "NAME", "split": "train", "sentences": [{"raw": "A dog"}]}]})";

const char* const coco_of_one_id =
    R"({"images": [{"id": 1, "file_name": "a.jpg"}, {"id": "1", "file_name": "b.jpg"}],
    "annotations": [{"image_id": 1, "caption": "A dog"}]})";

struct Format {
    const char* name;
    std::string text;
};

// Each has the captions "A dog, asleep" and "Two" of a.jpg, and "A \"big\" cat" of b.jpg.
const Format formats[] = {
    {"numbered names", "a.jpg#0\tA dog, asleep\na.jpg#1\tTwo\nb.jpg#0\tA \"big\" cat\n"},
    {"two columns", "a.jpg\tA dog, asleep\na.jpg\tTwo\nb.jpg\tA \"big\" cat\n"},
    {"CSV with a header", "image,caption\na.jpg,\"A dog, asleep\"\na.jpg,Two\nb.jpg,\"A \"\"big\"\" cat\"\n"},
    {"CSV with an unquoted comma", "image,caption\na.jpg,A dog, asleep\na.jpg,Two\nb.jpg,A \"big\" cat\n"},
    {"CSV of a spreadsheet, UTF-8 with a mark",
     "\xEF\xBB\xBFImage Name;Caption\r\na.jpg;A dog, asleep\r\na.jpg;Two\r\nb.jpg;\"A \"\"big\"\" cat\"\r\n"},
    {"Label Studio",
     R"([{"id": 1, "data": {"image": "/data/upload/1/0a1b2c3d-a.jpg"}, "file_upload": "0a1b2c3d-a.jpg",
        "annotations": [{"id": 1, "result": [
        {"type": "textarea", "value": {"text": ["A dog, asleep", "Two"]}, "from_name": "caption", "to_name": "image"},
        {"type": "choices", "value": {"choices": ["outdoors"]}}]}]},
        {"id": 2, "data": {"image": "/data/upload/1/9f1b2c3d-b.jpg"}, "annotations": [{"result": [
        {"type": "textarea", "value": {"text": "A \"big\" cat"}}]}]}])"},
    {"Label Studio, minimal",
     R"([{"image": "/data/upload/1/0a1b2c3d-a.jpg", "id": 1, "caption": ["A dog, asleep", "Two"]},
        {"image": "/data/upload/1/9f1b2c3d-b.jpg", "caption": "A \"big\" cat", "annotator": 1}])"},
    {"CSV without a header", "a.jpg,\"A dog, asleep\"\na.jpg,Two\nb.jpg,\"A \"\"big\"\" cat\"\n"},
    {"columns in another order",
     "id,caption,image\n1,\"A dog, asleep\",a.jpg\n2,Two,a.jpg\n3,\"A \"\"big\"\" cat\",b.jpg\n"},
    {"bars",
     "image_name| comment_number| comment\na.jpg| 0| A dog, asleep\na.jpg| 1| Two\nb.jpg| 0| A \"big\" cat\n"},
    {"numbered columns",
     "filename,caption_1,caption_2\na.jpg,\"A dog, asleep\",Two\nb.jpg,\"A \"\"big\"\" cat\",\n"},
    {"lists in cells",
     "raw,split,filename\n\"[\"\"A dog, asleep\"\", \"\"Two\"\"]\",train,a.jpg\n"
     "\"[\"\"A \\\"\"big\\\"\" cat\"\"]\",train,b.jpg\n"},
    {"CR line ends", "image,caption\ra.jpg,\"A dog, asleep\"\ra.jpg,Two\rb.jpg,A \"big\" cat\r"},
    {"JSON list",
     R"([{"image": "a.jpg", "caption": "A dog, asleep"}, {"image": "a.jpg", "caption": "Two"},
         {"image": "b.jpg", "caption": "A \u0022big\u0022 cat"}])"},
    {"JSON list of lists",
     R"([{"image": "a.jpg", "caption": ["A dog, asleep", "Two"]}, {"image": "b.jpg", "caption": ["A \u0022big\u0022 cat"]}])"},
    {"JSON lines",
     "{\"file_name\": \"a.jpg\", \"text\": \"A dog, asleep\"}\n{\"file_name\": \"a.jpg\", \"text\": \"Two\"}\n"
     "{\"file_name\": \"b.jpg\", \"text\": \"A \\\"big\\\" cat\"}\n"},
    {"JSON by image", R"({"a.jpg": ["A dog, asleep", "Two"], "b.jpg": "A \u0022big\u0022 cat"})"},
    {"JSON in an object",
     R"({"info": {}, "data": [{"path": "a.jpg", "captions": ["A dog, asleep", "Two"]},
         {"path": "b.jpg", "captions": ["A \u0022big\u0022 cat"]}]})"},
    {"Karpathy's words",
     R"({"images": [{"filename": "a.jpg", "sentences": [{"tokens": ["A", "dog,", "asleep"]}, {"tokens": ["Two"]}]},
         {"filename": "b.jpg", "sentences": [{"raw": "", "tokens": ["A", "\u0022big\u0022", "cat"]}]}]})"},
    {"COCO with texts as ids",
     R"({"images": [{"id": "x1", "file_name": "a.jpg"}, {"id": "2", "file_name": "b.jpg"}], "annotations":
         [{"image_id": "x1", "caption": "A dog, asleep"}, {"image_id": "x1", "caption": "Two"},
          {"image_id": 2, "caption": "A \u0022big\u0022 cat"}]})"},
    {"COCO with floats as ids",
     R"({"images": [{"id": 1.0, "file_name": "a.jpg"}, {"id": 2, "file_name": "b.jpg"}], "annotations":
         [{"image_id": 1, "caption": "A dog, asleep"}, {"image_id": 1.0, "caption": "Two"},
          {"image_id": 2.0, "caption": "A \u0022big\u0022 cat"}]})"},
};

}  // namespace

class CaptionedImagesTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    fs::path images_, captions_, list_;

    gbs::CaptionedImages read(const std::string& text, const std::string& split = {}) {
        gbs::write_atomically(captions_, text);
        return gbs::read_captioned_images(images_, captions_, split);
    }

    /// The lines "a" and "c.jpg".
    static std::string utf16_list() {
        std::string bytes = "\xFF\xFE";
        for (const char c : std::string("a\r\nc.jpg\r\n")) bytes += {c, '\0'};
        return bytes;
    }

    QString error_of(const std::string& text, const std::string& split = {}) {
        try {
            read(text, split);
        } catch (const gbs::Error& error) {
            return QString::fromUtf8(error.what());
        }
        return {};
    }

 private Q_SLOTS:
    void initTestCase() {
        const fs::path root = folder_.path().toStdString();
        images_ = root / "images";
        captions_ = root / "captions";
        list_ = root / "list.txt";
        fs::create_directories(images_ / "sub");
        for (const auto& file : {images_ / "a.jpg", images_ / "b.jpg", images_ / "sub" / "c.jpg",
                                 root / "outside.jpg", root / "x.jpg"})
            gbs::write_atomically(file, "a photo, for all that is asked here");
    }

    void regions_of_visual_genome() {
        const fs::path folder = GBS_TEST_FIXTURES "/benchmarks/visual_genome";
        const fs::path regions = folder / "region_descriptions.json";
        const auto all = gbs::read_captioned_images(folder, regions);
        QCOMPARE(all.images.size(), 2U);
        QCOMPARE(all.images[0].path, folder / "VG_100K" / "1.jpg");
        QCOMPARE(all.images[1].path, folder / "VG_100K_2" / "2.jpg");
        QCOMPARE(all.images[0].captions[0], std::string("the clock is green in colour"));
        QCOMPARE(std::ranges::count(all.images[0].captions, "a tree"), 1);
        QVERIFY(all.skipped.at("duplicate phrase of an image") >= 1);
        const auto train = gbs::read_captioned_images(folder, regions, "densecap:train");
        QCOMPARE(train.images.size(), 1U);
        QCOMPARE(train.images[0].path.filename(), fs::path("2.jpg"));
        try {
            gbs::read_captioned_images(folder, regions, "nosuch");
            QFAIL("a split that is not there");
        } catch (const gbs::Error& error) {
            QVERIFY2(std::string(error.what()).find("densecap:train") != std::string::npos, error.what());
        }
    }

    void a_tsv_with_a_header_names_its_columns() {
        fs::create_directories(images_ / "train" / "0");
        gbs::write_atomically(images_ / "train" / "0" / "7.jpg", "a photo");
        const auto found = read(
            "title\tfilepath\na dog\tcc_data/train/0/7.jpg\na cat\tsub/c.jpg\nout\t../outside.jpg\n"
            "out\tsub/../../x.jpg\nno path\n");
        QCOMPARE(found.images.size(), 2U);
        QCOMPARE(found.images[0].path, images_ / "train" / "0" / "7.jpg");
        QCOMPARE(found.images[0].captions, (std::vector<std::string>{"a dog"}));
        QCOMPARE(found.images[1].path, images_ / "sub" / "c.jpg");
        QCOMPARE(found.missing.size(), 2U);
        QCOMPARE(found.skipped.at("row without image and caption"), 1U);
    }

    void tsv() {
        const auto found = read(
            "b.jpg\t0\tA \"dog\" . \nb.jpg\t1\tA\ttab\na.jpg\t0\tA cat\nno columns\na.jpg\t1\t "
            "\n\ngone.jpg\t0\tNothing\na.jpg\t2\t" +
            std::string(10'001, 'x') + "\n");
        QCOMPARE(found.images.size(), 2U);
        QCOMPARE(found.images[0].path, images_ / "b.jpg");
        QCOMPARE(found.images[0].captions, (std::vector<std::string>{"A \"dog\" .", "A\ttab"}));
        QCOMPARE(found.images[1].captions, (std::vector<std::string>{"A cat"}));
        QCOMPARE(found.missing, (std::vector<std::string>{"gone.jpg"}));
        QCOMPARE(found.skipped.at("row without image and caption"), 1U);
        QCOMPARE(found.skipped.at("empty caption"), 1U);
        QCOMPARE(found.skipped.at("caption longer than 10,000 bytes"), 1U);
    }

    // COCO, Karpathy and TSV alike; the names of the photo on the disk are "sub/c.jpg" and, from a Mac, "cafe\u0301.jpg".
    void names_with_folders_backslashes_and_accents_are_found_data() {
        QTest::addColumn<QByteArray>("image");
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("folder") << QByteArray("sub/c.jpg") << QByteArray("sub/c.jpg");
        QTest::newRow("more folders") << QByteArray("coco/sub/c.jpg") << QByteArray("sub/c.jpg");
        QTest::newRow("foreign folder") << QByteArray("train/a.jpg") << QByteArray("a.jpg");
        QTest::newRow("backslashes") << QByteArray("images\\sub\\c.jpg") << QByteArray("sub/c.jpg");
        QTest::newRow("composed accent") << QByteArray("caf\xc3\xa9.jpg") << QByteArray("cafe\xcc\x81.jpg");
    }
    void names_with_folders_backslashes_and_accents_are_found() {
        QFETCH(QByteArray, image);
        QFETCH(QByteArray, file);
        gbs::write_atomically(images_ / "cafe\xcc\x81.jpg", "");
        const QByteArray quoted = QByteArray(image).replace("\\", "\\\\");
        const QByteArray texts[] = {
            image + "\t0\tA dog\n",
            QByteArray(coco_of_name).replace("NAME", quoted),
            QByteArray(karpathy_of_name).replace("NAME", quoted),
        };
        for (const QByteArray& text : texts) {
            const auto found = read(text.toStdString());
            QCOMPARE(found.images.size(), 1U);
            QCOMPARE(found.images[0].path, images_ / file.toStdString());
        }
        fs::remove(images_ / "cafe\xcc\x81.jpg");
    }

    void every_known_format_gives_the_same_captions_data() {
        QTest::addColumn<int>("number");
        for (int i = 0; i < static_cast<int>(std::size(formats)); ++i) QTest::newRow(formats[i].name) << i;
    }
    void every_known_format_gives_the_same_captions() {
        QFETCH(int, number);
        const auto found = read(formats[number].text);
        QCOMPARE(found.images.size(), 2U);
        QCOMPARE(found.images[0].path, images_ / "a.jpg");
        QCOMPARE(found.images[0].captions, (std::vector<std::string>{"A dog, asleep", "Two"}));
        QCOMPARE(found.images[1].path, images_ / "b.jpg");
        QCOMPARE(found.images[1].captions, (std::vector<std::string>{"A \"big\" cat"}));
        QVERIFY(found.missing.empty());
        QVERIFY(found.notes.empty());
    }

    void a_column_names_splits() {
        const char* table = "image,caption,split\na.jpg,A dog,train\nb.jpg,A cat,val\n";
        const auto found = read(table, "val");
        QCOMPARE(found.images.size(), 1U);
        QCOMPARE(found.images[0].path, images_ / "b.jpg");
        QCOMPARE(found.skipped.at("in another split"), 1U);
    }

    void broken_rows_are_counted() {
        // A row of Flickr30k's own table lacks a bar; a quote that stays open must not swallow the rest.
        const auto bars = read("image_name| comment_number| comment\na.jpg| 0| A dog\na.jpg| 1   A cat\n");
        QCOMPARE(bars.images[0].captions, (std::vector<std::string>{"A dog"}));
        QCOMPARE(bars.skipped.at("row without image and caption"), 1U);
        std::string open = "image,caption\nb.jpg,\"A dog\n";
        for (int i = 0; i < 100; ++i) open += "a.jpg,A cat\n";
        const auto quotes = read(open);
        QVERIFY(quotes.images[0].captions.size() >= 50);
        QCOMPARE(quotes.skipped.at("row with a quote that is never closed"), 50U);
        const auto lines = read("{\"image\": \"a.jpg\", \"caption\": \"A dog\"}\n{\"image\": \"b.jpg\"\n");
        QCOMPARE(lines.skipped.at("line that is not a JSON object"), 1U);
    }

    void text_in_windows_1252_is_decoded_with_a_note() {
        const auto found = read("a.jpg\t0\tA caf\xE9\nb.jpg\t0\tA dog\n");
        QCOMPARE(found.images[0].captions, (std::vector<std::string>{"A caf\xC3\xA9"}));
        QCOMPARE(found.notes.size(), 1U);
        QVERIFY(found.notes[0].find("from line 1") != std::string::npos);
        const char rows[] = "a.jpg\t0\tA\0 \0d\0\nb.jpg\t0\tA dog\n";
        const auto zeros = read(std::string(std::begin(rows), std::end(rows) - 1));
        QCOMPARE(zeros.images.size(), 1U);
        QCOMPARE(zeros.images[0].path, images_ / "b.jpg");
    }

    void an_id_of_two_images_is_an_error() {
        QVERIFY(error_of(coco_of_one_id).contains(QStringLiteral("a.jpg and b.jpg")));
    }

    void an_unknown_format_names_the_known_ones_and_the_first_line() {
        for (const char* text :
             {"just words, no table\nmore\n", "[1, 2]", "{\"a\": 1}", "a.jpg\tA dog\tAnother\n"}) {
            const QString error = error_of(text);
            QVERIFY2(error.contains(QStringLiteral("Known are")), text);
            QVERIFY2(error.contains(QString::fromUtf8(text).section(QLatin1Char('\n'), 0, 0)),
                     qPrintable(error));
        }
    }

    void a_name_that_could_mean_two_photos_is_refused() {
        fs::create_directories(images_ / "cats");
        fs::create_directories(images_ / "dogs");
        for (const char* photo : {"cats/0001.jpg", "dogs/0001.jpg"})
            gbs::write_atomically(images_ / photo, "");
        const auto found = read("cats/0001.jpg\t0\tA cat\ndogs\\0001.jpg\t0\tA dog\n");
        QCOMPARE(found.images.size(), 2U);
        QCOMPARE(found.images[1].path, images_ / "dogs" / "0001.jpg");
        const QString error = error_of("0001.jpg\t0\tA cat\n");
        QVERIFY2(error.contains(QStringLiteral("cats/0001.jpg")) &&
                     error.contains(QStringLiteral("dogs/0001.jpg")),
                 qPrintable(error));
        QVERIFY(
            error_of("train/a.jpg\t0\tA cat\nval/a.jpg\t0\tA dog\n").contains(QStringLiteral("train/a.jpg")));
        // A list selects by path too.
        gbs::write_atomically(list_, "dogs/0001.jpg\n");
        const auto dogs = read("cats/0001.jpg\t0\tA cat\ndogs/0001.jpg\t0\tA dog\n", list_.string());
        QCOMPARE(dogs.images.size(), 1U);
        QCOMPARE(dogs.images[0].captions, (std::vector<std::string>{"A dog"}));
        gbs::write_atomically(list_, "0001.jpg\n");
        QVERIFY(error_of("cats/0001.jpg\t0\tA cat\ndogs/0001.jpg\t0\tA dog\n", list_.string())
                    .contains(QStringLiteral("cats/0001.jpg")));
        fs::remove_all(images_ / "cats");
        fs::remove_all(images_ / "dogs");
    }

    void a_list_may_leave_out_extensions() {
        gbs::write_atomically(list_, utf16_list());
        const auto found = read("a.jpg\t0\tA\nb.jpg\t0\tB\nsub/c.jpg\t0\tC\n", list_.string());
        QCOMPARE(found.images.size(), 2U);
        QCOMPARE(found.images[1].path, images_ / "sub" / "c.jpg");
        QVERIFY(!found.skipped.contains("in the split list but without captions"));
    }

    void a_list_selects_images() {
        gbs::write_atomically(list_, "a.jpg\r\nc.jpg\n\n");
        const auto found = read("b.jpg\t0\tB\na.jpg\t0\tA\n", list_.string());
        QCOMPARE(found.images.size(), 1U);
        QCOMPARE(found.images[0].path, images_ / "a.jpg");
        QCOMPARE(found.skipped.at("not in the split list"), 1U);
        QCOMPARE(found.skipped.at("in the split list but without captions"), 1U);
    }

    void coco_captions() {
        const auto found = read(coco);
        QCOMPARE(found.images.size(), 2U);
        QCOMPARE(found.images[0].path, images_ / "b.jpg");
        QCOMPARE(found.images[1].captions, (std::vector<std::string>{"A first.", "A second.", "A third."}));
        QCOMPARE(found.missing, (std::vector<std::string>{"gone.jpg"}));
        QCOMPARE(found.skipped.at("annotation of an unknown image"), 1U);
        QCOMPARE(found.skipped.at("image without id or file_name"), 1U);
        QCOMPARE(found.skipped.at("empty caption"), 1U);
    }

    void karpathy_json() {
        const auto found = read(karpathy, "train");
        QCOMPARE(found.images.size(), 2U);
        QCOMPARE(found.images[0].captions, (std::vector<std::string>{"One.", "Two."}));
        QCOMPARE(found.images[1].path, images_ / "sub" / "c.jpg");
        QCOMPARE(found.missing, (std::vector<std::string>{"../outside.jpg", "../x.jpg"}));
        QCOMPARE(found.skipped.at("in another split"), 1U);
        QCOMPARE(read(karpathy).images.size(), 3U);
        QVERIFY(error_of(karpathy, "nightly").contains(QStringLiteral("in another split")));
    }

    void unusable_files_are_errors() {
        QVERIFY(error_of("").contains(QStringLiteral("line 1")));
        QVERIFY(error_of("only words\nmore words\n").contains(QStringLiteral("line 1")));
        QVERIFY(error_of("gone.jpg\t0\tx\n").contains(QStringLiteral("gone.jpg")));
        QVERIFY(error_of("a.jpg\t0\tx\n", "train").contains(QStringLiteral("no named splits")));
        QVERIFY(error_of("{\"images\": [").contains(QStringLiteral("not valid JSON")));
        QVERIFY(error_of(std::string(5000, '[')).contains(QStringLiteral("deeper than 100")));
        QVERIFY(error_of("{\"images\": [1, null, {\"id\": {}}]}").contains(QStringLiteral("Known are")));
        QVERIFY(error_of("{\"images\": 3, \"annotations\": {}}").contains(QStringLiteral("Known are")));
        QVERIFY_THROWS_EXCEPTION(gbs::Error, gbs::read_captioned_images("/no/such/folder", captions_));
        QVERIFY_THROWS_EXCEPTION(gbs::Error, gbs::read_captioned_images(images_, "/no/such/file"));
    }

    void flickr8k() {
        const fs::path data = GBS_SHARED_DATA "/flickr8k";
        if (!fs::exists(data)) QSKIP("the shared data are not installed next to the source tree");
        const auto all = gbs::read_captioned_images(data / "images", data / "captions.tsv");
        QCOMPARE(all.images.size(), 6999U);
        QVERIFY(all.missing.empty());
        const auto train =
            gbs::read_captioned_images(data / "images", data / "captions.tsv", (data / "train.txt").string());
        QCOMPARE(train.images.size(), 5999U);
        for (const auto& image : train.images) QVERIFY(!image.captions.empty() && image.captions.size() <= 5);
    }

    void coco_mini() {
        const fs::path data = GBS_SHARED_DATA "/coco_mini";
        if (!fs::exists(data)) QSKIP("the shared data are not installed next to the source tree");
        const auto found = gbs::read_captioned_images(data / "images", data / "captions_train2017.json");
        QCOMPARE(found.images.size(), 80U);
        std::size_t captions = 0;
        for (const auto& image : found.images) captions += image.captions.size();
        QCOMPARE(captions, 400U);
    }
};

QTEST_GUILESS_MAIN(CaptionedImagesTest)
#include "captioned_images_test.moc"
