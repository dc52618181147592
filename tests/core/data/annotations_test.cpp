// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <string>

#include "core/base/base64.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/data/benchmark.h"
#include "core/data/benchmark_formats.h"
#include "core/image/image.h"
#include "support/error_of.h"

using namespace gbs;
namespace fs = std::filesystem;

namespace {

// As labelme 5.4 writes it.
const char* const labelme = R"({"version": "5.4.1", "flags": {}, "shapes": [
  {"label": "dog", "points": [[10.0, 20.0], [40.0, 50.0]], "group_id": null, "shape_type": "rectangle", "flags": {}},
  {"label": "dog", "points": [[60.0, 5.0], [50.0, 15.0]], "group_id": null, "shape_type": "rectangle", "flags": {}},
  {"label": "red_ball", "points": [[70.0, 10.0], [80.0, 30.0], [75.0, 35.0]], "shape_type": "polygon"},
  {"label": "wheel", "points": [[50.0, 40.0], [53.0, 44.0]], "shape_type": "circle"},
  {"label": "eye", "points": [[30.0, 30.0]], "shape_type": "point"},
  {"label": "sky", "points": [[-5.0, -3.0], [120.0, 10.0]], "shape_type": "rectangle"}],
 "imagePath": "..\\photos\\a.png", "imageData": "aGVsbG8=", "imageHeight": 60, "imageWidth": 100})";

const char* const voc =
    R"(<annotation><folder>x</folder><filename>a.png</filename><size><width>100</width><height>60</height>
<depth>3</depth></size><segmented>0</segmented><object><name>dog</name><pose>Left</pose><bndbox><xmin>11</xmin><ymin>21</ymin>
<xmax>40</xmax><ymax>50</ymax></bndbox></object><object><name>tree</name></object></annotation>)";

const char* const cvat = R"(<?xml version="1.0" encoding="utf-8"?><annotations><version>1.1</version><meta/>
<image id="0" name="a.png" width="100" height="60"><box label="dog" source="manual" occluded="0" xtl="10.00" ytl="20.00"
xbr="40.00" ybr="50.00" z_order="0"></box><polygon label="red_ball" points="70,10;80,30;75,35"/><ellipse label="wheel" cx="50"
cy="40" rx="5" ry="4"/><skeleton label="man"/><tag label="outdoors"/></image></annotations>)";

const char* const label_studio =
    R"([{"id": 1, "data": {"image": "/data/upload/1/0a1b2c3d-a.png"}, "annotations": [{"result": [
  {"original_width": 100, "original_height": 60, "type": "rectanglelabels", "value": {"x": 10, "y": 33.333333333333336,
   "width": 30, "height": 50, "rotation": 0, "rectanglelabels": ["dog"]}},
  {"original_width": 100, "original_height": 60, "type": "rectanglelabels", "value": {"x": 50, "y": 50, "width": 20,
   "height": 10, "rotation": 90, "rectanglelabels": ["turned"]}},
  {"original_width": 100, "original_height": 60, "type": "polygonlabels", "value": {"points": [[70, 50], [80, 60], [70, 60]],
   "polygonlabels": ["red ball"]}},
  {"type": "choices", "value": {"choices": ["outdoors"]}}]}]}])";

const char* const via =
    R"({"_via_settings": {}, "_via_img_metadata": {"a.png123": {"filename": "a.png", "size": 123, "regions": [
  {"shape_attributes": {"name": "rect", "x": 10, "y": 20, "width": 30, "height": 30}, "region_attributes": {"name": "dog"}},
  {"shape_attributes": {"name": "polygon", "all_points_x": [70, 80, 75], "all_points_y": [10, 30, 35]},
   "region_attributes": {"kind": "red ball"}},
  {"shape_attributes": {"name": "point", "cx": 1, "cy": 2}, "region_attributes": {"name": "eye"}}], "file_attributes": {}}}})";

const char* const via_table =
    "#filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes\n"
    "a.png,123,\"{}\",3,0,\"{\"\"name\"\":\"\"rect\"\",\"\"x\"\":10,\"\"y\"\":20,\"\"width\"\":30,"
    "\"\"height\"\":30}\",\"{\"\"name\"\":\"\"dog\"\"}\"\n"
    "a.png,123,\"{}\",3,1,\"{\"\"name\"\":\"\"polygon\"\",\"\"all_points_x\"\":[70,80,75],"
    "\"\"all_points_y\"\":[10,30,35]}\",\"{\"\"kind\"\":\"\"red ball\"\"}\"\n"
    "a.png,123,\"{}\",3,2,\"{\"\"name\"\":\"\"point\"\",\"\"cx\"\":1,\"\"cy\"\":2}\",\"{\"\"name\"\":\"\"eye\"\"}\"\n"
    "a.png,123,\"{}\",3,3,\"{}\",\"{}\"\n";

const char* const yolo =
    "0 0.25 0.583333333333 0.3 0.5\n1 0.7 0.166666666667 0.8 0.5 0.75 0.583333333333\n9 0.5 0.5 0.1 0.1\n";

// The eye at (30, 20) by each tool.
const char* const labelme_point = R"({"version": "5.4.1", "shapes": [{"label": "eye", "points": [[30, 20]],
 "shape_type": "point"}], "imagePath": "a.png", "imageHeight": 60, "imageWidth": 100})";
const char* const cvat_points = R"(<annotations><image id="0" name="a.png" width="100" height="60">
<points label="eye" points="30,20;5,6"/></image></annotations>)";
const char* const label_studio_point = R"([{"id": 1, "data": {"image": "a.png"}, "annotations": [{"result": [
 {"original_width": 100, "original_height": 60, "type": "keypointlabels", "value": {"x": 30, "y": 33.33333333333333,
  "width": 0.5, "keypointlabels": ["eye"]}}]}]}])";
const char* const via_point = R"({"a.png1": {"filename": "a.png", "regions": [
 {"shape_attributes": {"name": "point", "cx": 30, "cy": 20}, "region_attributes": {"name": "eye"}}]}})";

// Three columns and two rows at (10, 20), without the pixels (10, 20) and (12, 21); the second one is damaged.
const char* const cvat_masks = R"(<annotations><image id="0" name="a.png" width="100" height="60">
<mask label="dog" rle="1, 4, 1" left="10" top="20" width="3" height="2"/>
<mask label="cat" rle="1, 4, 100" left="10" top="20" width="3" height="2"/></image></annotations>)";
const char* const labelme_mask =
    R"({"version": "5.4.1", "shapes": [{"label": "dog", "points": [[10, 20], [12, 21]],
 "shape_type": "mask", "mask": "MASK"}, {"label": "cat", "points": [[10, 20], [13, 22]], "shape_type": "mask",
 "mask": "!"}, {"label": "rope", "points": [[1, 1], [9, 1], [9, 9]], "shape_type": "linestrip"}],
 "imagePath": "a.png", "imageHeight": 60, "imageWidth": 100})";

std::string describe(const BoundingBox& box) {
    return std::to_string(std::lround(box.x1)) + "," + std::to_string(std::lround(box.y1)) + "," +
           std::to_string(std::lround(box.x2)) + "," + std::to_string(std::lround(box.y2));
}

}  // namespace

/// The files of annotation tools as benchmarks: what they hold, and what is counted.
class AnnotationsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> directory_;
    fs::path folder() const { return fs::path(directory_->path().toStdString()); }
    void put(const fs::path& name, const std::string& text) const {
        fs::create_directories((folder() / name).parent_path());
        write_atomically(folder() / name, text);
    }
    /// "dog 11,21,40,50; ..." of all phrases, whose image must be a.png.
    static std::string phrases(const Benchmark& read) {
        std::string text;
        for (const PhraseQuery& query : read.queries) {
            if (fs::path(query.image).filename() != "a.png" || query.width != 100 || query.height != 60)
                return query.image;
            text += query.phrase;
            for (const BoundingBox& box : query.boxes) text += " " + describe(box);
            text += "; ";
        }
        return text;
    }
    static std::string skipped(const Benchmark& read) {
        std::string text;
        for (const auto& [reason, count] : read.skipped) text += reason + "=" + std::to_string(count) + "; ";
        return text;
    }

 private Q_SLOTS:
    void init() {
        directory_ = std::make_unique<QTemporaryDir>();
        fs::create_directories(folder() / "photos");
        write_image({100, 60, std::vector<std::uint8_t>(100 * 60 * 3, 90)}, folder() / "photos" / "a.png");
    }

    void formats_are_recognized_and_read_data() {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("phrases");
        QTest::addColumn<QString>("skipped");
        const auto row = [](const char* title, const char* name, const char* text, const char* expected,
                            const char* left) {
            QTest::newRow(name) << QString::fromUtf8(title) << QString::fromUtf8(name)
                                << QString::fromUtf8(text) << QString::fromUtf8(expected)
                                << QString::fromUtf8(left);
        };
        row("labelme", "labels/a.json", labelme,
            "dog 11,21,40,50 51,6,60,15; eye; red ball 71,11,80,35; sky 1,1,100,10; wheel 46,36,55,45; ",
            "point=1; ");
        row("Pascal VOC", "Annotations/a.xml", voc, "dog 11,21,40,50; ", "object without a box=1; ");
        row("CVAT", "annotations.xml", cvat, "dog 11,21,40,50; red ball 71,11,80,35; wheel 46,37,55,44; ",
            "shape \"skeleton\"=1; ");
        row("Label Studio", "export.json", label_studio,
            "dog 11,21,40,50; red ball 71,31,80,36; turned 45,31,50,50; ", "result \"choices\"=1; ");
        row("VIA", "via.csv", via_table, "dog 11,21,40,50; eye; red ball 71,11,80,35; ", "point=1; ");
        row("VIA", "via.json", via, "dog 11,21,40,50; eye; red ball 71,11,80,35; ", "point=1; ");
        row("YOLO", "labels/a.txt", yolo, "dog 11,21,40,50; red ball 71,11,80,35; ",
            "line with an unknown class=1; ");
    }
    void formats_are_recognized_and_read() {
        QFETCH(QString, title);
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(QString, phrases);
        QFETCH(QString, skipped);
        put(name.toStdString(), text.toStdString());
        if (title == QStringLiteral("YOLO")) put("data.yaml", "names:\n  0: dog\n  1: red_ball\n");
        const BenchmarkFolder about = recognize_benchmark(folder());
        QCOMPARE(QString::fromUtf8(about.format->title.data()), title);
        const Benchmark read = read_benchmark(about);
        QCOMPARE(QString::fromStdString(AnnotationsTest::phrases(read)), phrases);
        QCOMPARE(QString::fromStdString(AnnotationsTest::skipped(read)), skipped);
        QVERIFY(read.missing_photos.empty());
    }

    void points_of_all_tools_are_kept_for_marks() {
        for (const auto& [name, text] : {std::pair{"a.json", labelme_point},
                                         {"a.xml", cvat_points},
                                         {"a.json", label_studio_point},
                                         {"a.json", via_point}}) {
            put(name, text);
            const Benchmark read = read_benchmark(recognize_benchmark(folder()));
            QCOMPARE(read.queries.size(), std::size_t{1});
            QVERIFY(read.queries[0].boxes.empty());
            QCOMPARE(read.skipped.at("point"), read.queries[0].outlines.size());
            const auto [x, y] = read.queries[0].outlines.at(0).at(0);
            QVERIFY(std::abs(x - 30) < 1e-9 && std::abs(y - 20) < 1e-9);
            fs::remove(folder() / name);
        }
    }

    void masks_of_tools_are_read_if_wanted() {
        Image picture{3, 2, std::vector<std::uint8_t>(18, 255)};
        std::fill_n(picture.rgb.begin(), 3, std::uint8_t{0});
        std::fill_n(picture.rgb.begin() + 15, 3, std::uint8_t{0});
        write_image(picture, folder() / "mask.png");
        const std::string bytes = read_text(folder() / "mask.png");
        fs::remove(folder() / "mask.png");
        const std::string encoded =
            encode_base64({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
        const QString of_labelme =
            QString::fromUtf8(labelme_mask).replace(QStringLiteral("MASK"), QString::fromStdString(encoded));
        for (const auto& [name, text] :
             {std::pair{"a.xml", std::string(cvat_masks)}, {"a.json", of_labelme.toStdString()}}) {
            put(name, text);
            const BenchmarkFolder about = recognize_benchmark(folder());
            QVERIFY(read_benchmark(about).queries[0].masks.empty());
            const Benchmark read = read_benchmark(about, {}, {}, {}, Region::masks);
            QVERIFY(!read.queries[0].has_masks());  // the cat's
            QCOMPARE(read.adjusted.at("mask, read as the box around it"), std::size_t{1});
            QVERIFY2(read.queries[1].has_masks(), name);
            QCOMPARE(describe(read.queries[1].boxes[0]), std::string("11,21,13,22"));
            std::string inside;
            for (int y = 19; y < 23; ++y)
                for (int x = 9; x < 14; ++x) inside += read.queries[1].masks[0]->contains(x, y) ? '#' : '.';
            QCOMPARE(inside, std::string("....."
                                         "..##."
                                         ".##.."
                                         "....."));
            for (const PhraseQuery& query : read.queries)
                if (query.phrase == "rope") QVERIFY(!query.has_masks());
            fs::remove(folder() / name);
        }
    }

    void the_format_of_a_file_is_found_beside_others() {
        put("a.json", labelme);
        put("phrases.tsv",
            "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\na.png\t100\t60\t1\t1\t9\t9\ta cat\n");
        QCOMPARE(recognize_annotations(folder() / "a.json").format->title, "labelme");
        QCOMPARE(recognize_annotations(folder() / "phrases.tsv").format->title, "phrases in a TSV file");
        put("other.json", "{}");
        QVERIFY_EXCEPTION_THROWN(recognize_annotations(folder() / "other.json"), Error);
    }

    void shapes_that_are_read_as_boxes_are_counted() {
        put("a.json", labelme);
        const Benchmark read = read_benchmark(recognize_benchmark(folder()));
        QCOMPARE(read.adjusted.at("outline, read as the box around it"), std::size_t{1});
        QCOMPARE(read.adjusted.at("box cut at the edge of the image"), std::size_t{1});
    }

    void classes_of_yolo_may_be_a_list_or_lines() {
        for (const auto& [name, text] :
             {std::pair{"classes.txt", "dog\nred ball\n"}, std::pair{"data.yaml", "names: [dog, red ball]\n"},
              std::pair{"obj.names", "dog\r\nred ball"}}) {
            put("a.txt", yolo);
            put(name, text);
            QCOMPARE(phrases(read_benchmark(recognize_benchmark(folder()))),
                     std::string("dog 11,21,40,50; red ball 71,11,80,35; "));
            fs::remove(folder() / name);
        }
    }

    void a_split_keeps_its_images() {
        put("Annotations/a.xml", voc);
        put("Annotations/b.xml",
            QString::fromUtf8(voc).replace(QStringLiteral("a.png"), QStringLiteral("b.png")).toStdString());
        put("train.txt", "b.png\n");
        const BenchmarkFolder about = recognize_benchmark(folder());
        QCOMPARE(read_benchmark(about).queries.size(), std::size_t{2});
        const Benchmark train = read_benchmark(about, "train");
        QCOMPARE(train.queries.size(), std::size_t{1});
        QCOMPARE(train.queries[0].image, std::string("b.png"));
    }

    void flickr30k_entities_without_its_sentences_is_not_pascal_voc() {
        put("Annotations/1.xml",
            QString::fromUtf8(voc).replace(QStringLiteral("dog"), QStringLiteral("283585")).toStdString());
        const BenchmarkFolder about = recognize_benchmark(folder());
        QVERIFY(about.format->title == "Flickr30k Entities");
        QVERIFY(!about.missing.empty());
    }

    void damaged_files_are_counted_or_refused() {
        put("a.json", R"({"shapes": 5, "imagePath": "a.png", "version": "5"})");
        put("b.json", R"({"shapes": [], "imagePath": "a.png", "imageWidth": 1e9, "imageHeight": 3})");
        put("c.json",
            R"({"shapes": [{"label": "x", "points": [[1]], "shape_type": "rectangle"}], "imagePath": "a.png",
                         "imageWidth": 100, "imageHeight": 60})");
        put("d.json", "{\"shapes\": [, \"imagePath\"");
        const QString error = error_of([&] { read_benchmark(recognize_benchmark(folder())); });
        QVERIFY2(error.contains(QStringLiteral(
                     "file without shapes or an image (2), image without a size (1), point (1)")),
                 qPrintable(error));
        put("e.json", labelme);
        QCOMPARE(read_benchmark(recognize_benchmark(folder())).queries.size(), std::size_t{5});
    }
};

QTEST_GUILESS_MAIN(AnnotationsTest)
#include "annotations_test.moc"
