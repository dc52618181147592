// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/captioned_images.h"

#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
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
    {"image_id": 8, "caption": "Whose?"}, {"image_id": "3", "caption": "x"}, {"image_id": 3, "caption": "  "}]})";

const char* const coco_of_name =
    R"({"images": [{"id": 1, "file_name": "NAME"}], "annotations": [{"image_id": 1, "caption": "A dog"}]})";
const char* const karpathy_of_name =
    R"({"images": [{"filename": "NAME", "split": "train", "sentences": [{"raw": "A dog"}]}]})";

}  // namespace

class CaptionedImagesTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    fs::path images_, captions_, list_;

    gbs::CaptionedImages read(const std::string& text, const std::string& split = {}) {
        gbs::write_atomically(captions_, text);
        return gbs::read_captioned_images(images_, captions_, split);
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
        QCOMPARE(found.skipped.at("row without image, number and caption"), 1U);
    }

    void tsv() {
        const auto found = read(
            "b.jpg\t0\tA \"dog\" . \nb.jpg\t1\tA\ttab\na.jpg\t0\tA cat\nno columns\na.jpg\t1\t "
            "\n\ngone.jpg\t0\tNothing\n");
        QCOMPARE(found.images.size(), 2U);
        QCOMPARE(found.images[0].path, images_ / "b.jpg");
        QCOMPARE(found.images[0].captions, (std::vector<std::string>{"A \"dog\" .", "A\ttab"}));
        QCOMPARE(found.images[1].captions, (std::vector<std::string>{"A cat"}));
        QCOMPARE(found.missing, (std::vector<std::string>{"gone.jpg"}));
        QCOMPARE(found.skipped.at("row without image, number and caption"), 1U);
        QCOMPARE(found.skipped.at("empty caption"), 1U);
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
        QCOMPARE(found.images[1].captions, (std::vector<std::string>{"A first.", "A second."}));
        QCOMPARE(found.missing, (std::vector<std::string>{"gone.jpg"}));
        QCOMPARE(found.skipped.at("annotation without image_id or caption"), 1U);
        QCOMPARE(found.skipped.at("annotation of an unknown image"), 1U);
        QCOMPARE(found.skipped.at("image without id or file_name"), 1U);
        QCOMPARE(found.skipped.at("empty caption"), 1U);
    }

    void karpathy_json() {
        const auto found = read(karpathy, "train");
        QCOMPARE(found.images.size(), 2U);
        QCOMPARE(found.images[0].captions, (std::vector<std::string>{"One.", "Two."}));
        QCOMPARE(found.images[1].path, images_ / "sub" / "c.jpg");
        QCOMPARE(found.missing, (std::vector<std::string>{"../outside.jpg", "x.jpg"}));
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
        QVERIFY(error_of("{\"images\": [1, null, {\"id\": {}}]}").contains(QStringLiteral("neither COCO")));
        QVERIFY(error_of("{\"images\": 3, \"annotations\": {}}").contains(QStringLiteral("neither COCO")));
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
