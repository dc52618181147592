// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detector/detector_boxes.h"

#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <string>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/words.h"
#include "core/detector/class_words.h"
#include "core/detector/detector_heatmap.h"
#include "core/detector/ensemble.h"
#include "core/image/image.h"

using namespace gbs;

class DetectorBoxesTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    std::filesystem::path write(const char* name, const std::string& text) {
        const std::filesystem::path file = folder_.filePath(QLatin1String(name)).toStdString();
        write_atomically(file, text);
        return file;
    }

 private Q_SLOTS:
    void jsonl_by_phrase_and_by_label() {
        const auto boxes = read_detector_boxes(
            write("a.jsonl",
                  "{\"image\": \"a.jpg\", \"phrase\": \"A  brown dog.\", \"width\": 100, \"height\": 50, "
                  "\"boxes\": [[10, 5, 20, 15], [0, 0, 100, 50]], \"scores\": [0.9, 0.25]}\n"
                  "{\"image\": \"a.jpg\", \"label\": \"cat\", \"width\": 100, \"height\": 50, \"boxes\": "
                  "[[1, 2, 3, 4]]}\n"
                  "{\"image\": \"x/b.jpg\", \"labels\": [\"dog\", \"dining table\"], "
                  "\"boxes\": [[1, 1, 5, 5], [2, 2, 9, 9]], \"scores\": [1, 0.5]}\n"));
        QCOMPARE(boxes.images().size(), 2U);
        QCOMPARE(boxes.boxes(), 5U);
        QVERIFY(boxes.skipped().empty());
        const auto exact = boxes.boxes_for("a.jpg", "a brown dog");
        QVERIFY(exact.kind == DetectorMatch::Kind::phrase);
        QCOMPARE(exact.boxes.size(), 2U);
        QCOMPARE(exact.boxes[0].score, 0.9);
        const auto twice = boxes.boxes_for("a.jpg", "a brown dog", 200, 200);
        QCOMPARE(twice.boxes[0].x2, 40.0);
        QCOMPARE(twice.boxes[0].y2, 60.0);
        const auto label = boxes.boxes_for("a.jpg", "two cats");
        QVERIFY(label.kind == DetectorMatch::Kind::label);
        QCOMPARE(label.name, std::string("cat"));
        QCOMPARE(label.boxes[0].score, 1.0);
        QCOMPARE(boxes.boxes_for("b.jpg", "wooden dining tables").boxes[0].x2, 9.0);  // by file name
        QVERIFY(boxes.boxes_for("a.jpg", "a bird").kind == DetectorMatch::Kind::none);
        QVERIFY(boxes.boxes_for("none.jpg", "a dog").kind == DetectorMatch::Kind::none);
    }

    void annotations_have_their_own_scores() {
        const QTemporaryDir folder;
        const std::filesystem::path at = folder.path().toStdString();
        write_image({100, 50, std::vector<std::uint8_t>(100 * 50 * 3, 90)}, at / "a.png");
        write_atomically(at / "a.txt", "1 0.5 0.5 0.2 0.4 0.25\n0 0.1 0.1 0.1 0.1\n");
        write_atomically(at / "classes.txt", "cat\nbrown dog\n");
        const auto yolo = read_detector_boxes(at);
        const DetectorMatch dog = yolo.boxes_for("a.png", "a brown dog", 200, 100);
        QVERIFY(dog.kind == DetectorMatch::Kind::label);
        QCOMPARE(dog.boxes.size(), 1U);
        QCOMPARE(dog.boxes[0].x1, 80.0);
        QCOMPARE(dog.boxes[0].y2, 70.0);
        QCOMPARE(dog.boxes[0].score, 0.25);
        QCOMPARE(yolo.boxes_for("a.png", "two cats").boxes[0].score, 1.0);
        write_atomically(at / "a.txt", "1 0.5 0.5 0.2 0.4 25\n");
        QVERIFY_THROWS_EXCEPTION(Error, read_detector_boxes(at));  // a score of another range
        // One of several files is read alone: the truth beside it is no detector.
        const auto labels = [&](const char* name, const std::string& label) {
            write_atomically(at / name,
                             "<annotations><image name='a.png' width='100' height='50'><box label='" + label +
                                 "' xtl='1' ytl='2' xbr='9' ybr='8.5'/></image></annotations>");
        };
        labels("truth.xml", "bird");
        labels("found.xml", "fish");
        const auto found = read_detector_boxes(at / "found.xml");
        QCOMPARE(found.boxes(), 1U);
        QCOMPARE(found.boxes_for("a.png", "a fish").boxes[0].y2, 8.5);
    }

    void bad_boxes_are_counted_by_reason() {
        std::string many = "[0,0,9,9]";
        for (std::size_t i = 0; i < DetectorBoxes::max_boxes_per_answer + 4; ++i) many += ",[0,0,9,9]";
        const auto boxes = read_detector_boxes(write(
            "bad.jsonl",
            "{\"image\":\"a\",\"phrase\":\"p\",\"width\":50,\"height\":40,\"boxes\":[[1,1,5,5],[5,1,1,5],"
            "[NaN,1,5,5],[1,1,Infinity,5],[-Infinity,1,2,5],[1,1,1,5],[1,1,60,5],[-3,1,5,5],[55,1,55.5,5],[1,"
            "2,3],"
            "\"x\",[-0.5,0,50.5,40]]}\n"
            "{\"image\":\"a\",\"phrase\":\"p\",\"width\":50,\"height\":40,\"boxes\":[[1,1,5,5],[1,1,5,5]],"
            "\"scores\":[0.5,NaN]}\n"
            "{\"image\":\"a\",\"phrase\":\"q\",\"width\":51,\"height\":40,\"boxes\":[[1,1,5,5]]}\n"
            "{\"image\":\"a\",\"phrase\":\"q\",\"width\":0,\"height\":40,\"boxes\":[]}\n"
            "{\"image\":\"a\",\"phrase\":\"q\",\"boxes\":[[1,1,2,2]],\"scores\":[]}\n"
            "{\"image\":\"a\",\"boxes\":[[1,1,2,2]]}\n"
            "{\"phrase\":\"q\",\"boxes\":[]}\n"
            "{\"image\":\"a\",\"phrase\":\"q\"}\n"
            "not json\n[1,2]\n\n"
            "{\"image\":\"b\",\"phrase\":\"p\",\"boxes\":[" +
                many + "]}\n"));
        const std::map<std::string, std::size_t> expected{
            {"inverted box", 1},
            {"box with a value that is not a number", 6},
            {"box without area", 1},
            {"box outside the image", 3},
            {"entry with a different image size than the image's first entry", 1},
            {"box with a different image size than the image's first box", 1},
            {"line with an invalid image size", 1},
            {"line with different numbers of scores and boxes", 1},
            {"line without a phrase, label or labels", 1},
            {"line without an image", 2},
            {"line without boxes", 1},
            {"line that is not valid JSON", 1},
            {"box beyond the first 10000 of a phrase or class of an image", 5}};
        for (const auto& [reason, count] : boxes.skipped())
            if (!expected.contains(reason) || expected.at(reason) != count)
                qWarning("%s: %zu", reason.c_str(), count);
        QCOMPARE(boxes.skipped(), expected);
        const auto left = boxes.boxes_for("a", "p").boxes;
        QCOMPARE(left.size(), 3U);
        QCOMPARE(left[1].x1, 0.0);  // clipped
        QCOMPARE(left[1].x2, 50.0);
    }

    void units_and_keys_are_understood_data() {
        QTest::addColumn<QByteArray>("text");
        // Each is the box from (160, 120) to (480, 360) of a photo of 640 x 480, for "dog", with a score of 0.5.
        const auto row = [](const char* name, const char* text) { QTest::newRow(name) << QByteArray(text); };
        row("pixels", R"({"image":"a.jpg","phrase":"dog","boxes":[[160,120,480,360]],"scores":[0.5]})");
        row("another size", R"({"image":"a.jpg","phrase":"dog","width":320,"height":240,)"
                            R"("boxes":[[80,60,240,180]],"scores":[0.5]})");
        row("relative", R"({"image":"a.jpg","phrase":"dog","boxes":[[0.25,0.25,0.75,0.75]],"scores":[0.5]})");
        row("relative with a size", R"({"image":"a.jpg","phrase":"dog","width":640,"height":480,)"
                                    R"("boxes":[[0.25,0.25,0.75,0.75]],"scores":[0.5]})");
        row("relative centers", R"({"image":"a.jpg","phrase":"dog","format":"cxcywh",)"
                                R"("boxes":[[0.5,0.5,0.5,0.5]],"scores":[0.5]})");
        row("corner and size", R"({"image":"a.jpg","phrase":"dog","format":"xywh",)"
                               R"("boxes":[[160,120,320,240]],"scores":[0.5]})");
        row("thousandths", R"({"image":"a.jpg","phrase":"dog","scale":1000,"width":640,"height":480,)"
                           R"("boxes":[[250,250,750,750]],"scores":[0.5]})");
        row("stated as relative", R"({"image":"a.jpg","phrase":"dog","scale":"relative",)"
                                  R"("boxes":[[0.25,0.25,0.75,0.75]],"scores":[0.5]})");
        row("flat", R"({"image":"a.jpg","phrase":"dog","boxes":[160,120,480,360],"score":0.5})");
        row("flat twice", R"({"image":"a.jpg","phrase":"dog","boxes":[160,120,480,360,0,0,9,9],)"
                          R"("scores":[0.5,0.1]})");
        row("corners by name", R"({"image":"a.jpg","phrase":"dog","score":0.5,)"
                               R"("box":{"xmin":160,"ymin":120,"xmax":480,"ymax":360}})");
        row("confidence", R"({"file_name":"a.jpg","class":"dog","bbox":[160,120,480,360],"confidence":0.5})");
        row("labels", R"({"image":"a.jpg","labels":["dog"],"boxes":[[160,120,480,360]],"scores":[0.5]})");
        row("label as a list",
            R"({"image":"a.jpg","label":["dog"],"boxes":[[160,120,480,360]],"score":[0.5]})");
        row("phrases", R"({"image":"a.jpg","phrases":["dog"],"boxes":[[160,120,480,360]],"logits":[0.5]})");
        row("a list", R"([{"image":"a.jpg","label":"dog","box":[160,120,480,360],"score":0.5,"id":1}])");
        row("sorted keys", R"([{"bbox":[160,120,480,360],"image":"a.jpg","label":"dog","score":0.5}])");
    }

    void units_and_keys_are_understood() {
        QFETCH(QByteArray, text);
        const auto boxes = read_detector_boxes(write("units.jsonl", text.toStdString() + "\n"));
        const auto found = boxes.boxes_for("a.jpg", "dog", 640, 480).boxes;
        QVERIFY(!found.empty());
        QCOMPARE(found[0].x1, 160.0);
        QCOMPARE(found[0].y1, 120.0);
        QCOMPARE(found[0].x2, 480.0);
        QCOMPARE(found[0].y2, 360.0);
        QCOMPARE(found[0].score, 0.5);
    }

    void what_cannot_be_meant_is_refused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("part");
        const auto row = [](const char* name, const char* text, const char* part) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(part);
        };
        row("an unknown key", R"({"image":"a","phrase":"p","boxes":[],"bxes":[[1,2,3,4]]})",
            "line 1: unknown key \"bxes\"");
        row("an unknown format", R"({"image":"a","phrase":"p","format":"yxyx","boxes":[[1,2,3,4]]})",
            "line 1: \"format\" must be xyxy");
        row("an unknown scale", R"({"image":"a","phrase":"p","scale":"percent","boxes":[[1,2,3,4]]})",
            "line 1: \"scale\" must be");
        row("two names", R"({"image":"a","phrase":"p","boxes":[[1,2,3,4]],"score":[1],"scores":[1]})",
            "both \"scores\" and \"score\"");
        row("an odd list", R"({"image":"a","phrase":"p","boxes":[1,2,3,4,5,6]})", "list of 6 numbers");
        row("scores in the boxes", R"({"image":"a","phrase":"p","boxes":[[1,2,3,4,0.5]]})",
            "a box of 5 numbers");
        row("class numbers", R"({"image":"a","labels":[3],"boxes":[[1,2,3,4]]})", "a label is a number");
        row("a class number", R"({"image":"a","label":3,"boxes":[[1,2,3,4]]})", "\"label\" is a number");
        row("thousandths", R"({"image":"a","phrase":"p","width":640,"height":480,"boxes":[[10,20,900,950]]})",
            "reach x 900 and y 950");
        row("sizes as corners",
            R"({"image":"a","phrase":"p","width":640,"height":480,"boxes":[[300,200,50,40],[1,1,9,9]]})",
            "\"xywh\" or \"cxcywh\"");
        row("both units",
            "{\"image\":\"a\",\"phrase\":\"p\",\"boxes\":[[0.1,0.1,0.5,0.5]]}\n"
            "{\"image\":\"b\",\"phrase\":\"p\",\"boxes\":[[10,10,50,50]]}",
            "the boxes of a are relative (0 to 1), those of b reach 50");
        row("only bad boxes", R"({"image":"a","phrase":"p","boxes":["x"]})", "no usable boxes");
        row("logits", R"({"image":"a","phrase":"p","boxes":[[1,2,3,4],[1,2,3,5]],"scores":[-2.5,7]})",
            "the scores are -2.5 to 7, not 0 to 1: add --detector-scores sigmoid");
    }

    void what_cannot_be_meant_is_refused() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, part);
        try {
            read_detector_boxes(write("refused.jsonl", text.toStdString() + "\n"));
            QFAIL("read");
        } catch (const Error& error) {
            QVERIFY2(std::string(error.what()).find(part.toStdString()) != std::string::npos, error.what());
        }
    }

    void boxes_beyond_a_photo_are_refused() {
        const auto boxes = read_detector_boxes(
            write("beyond.jsonl", R"({"image":"a","phrase":"p","boxes":[[10,20,900,950]]})"));
        QCOMPARE(boxes.boxes_for("a", "p", 1000, 1000).boxes.size(), 1U);
        QVERIFY_THROWS_EXCEPTION(Error, boxes.boxes_for("a", "p", 640, 480));
    }

    void scores_are_normalized_data() {
        QTest::addColumn<QByteArray>("scores");
        QTest::addColumn<QByteArray>("how");
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("second");
        const auto row = [](const char* how, const char* scores, double first, double second) {
            QTest::newRow(how) << QByteArray(scores) << QByteArray(how) << first << second;
        };
        row("as-given", "0.25,1.00001", 0.25, 1.0);
        row("percent", "25,100", 0.25, 1.0);
        row("minmax", "-3,5", 0.0, 1.0);
        row("sigmoid", "0,-1.0986122886681098", 0.5, 0.25);
        row("softmax", "0,1.0986122886681098", 0.25, 0.75);
    }

    void scores_are_normalized() {
        QFETCH(QByteArray, scores);
        QFETCH(QByteArray, how);
        QFETCH(double, first);
        QFETCH(double, second);
        const auto file =
            write("scores.jsonl", R"({"image":"a","phrase":"p","boxes":[1,2,3,4,1,2,3,5],"scores":[)" +
                                      scores.toStdString() + "]}\n");
        const auto boxes = read_detector_boxes(file, {}, {}, {}, parse_detector_scores(how.toStdString()))
                               .boxes_for("a", "p")
                               .boxes;
        QCOMPARE(boxes[0].score, first);
        QCOMPARE(boxes[1].score, second);
        QVERIFY_THROWS_EXCEPTION(Error, parse_detector_scores("logits"));
    }

    void names_with_tabs_do_not_collide() {
        // The image "a" with the phrase "b<tab>p<tab>n", and the image "a<tab>p<tab>b" with the phrase "n".
        const auto boxes =
            read_detector_boxes(write("tabs.jsonl", R"({"image":"a","phrase":"x","boxes":[[1,1,2,2]]})"
                                                    "\n"
                                                    R"({"image":"a","phrase":"b\tp\tn","boxes":[[1,1,3,3]]})"
                                                    "\n"
                                                    R"({"image":"a\tp\tb","phrase":"n","boxes":[[1,1,4,4]]})"
                                                    "\n"));
        QCOMPARE(boxes.images().size(), 2U);
        QCOMPARE(boxes.images()[0].answers.size(), 2U);
        QCOMPARE(boxes.images()[1].answers.size(), 1U);
        QCOMPARE(boxes.images()[1].answers[0].boxes[0].x2, 4.0);
    }

    void photos_of_two_folders_are_told_apart() {
        const auto boxes = read_detector_boxes(
            write("folders.jsonl", R"({"image":"cats/1.jpg","phrase":"p","boxes":[[1,1,2,2]]})"
                                   "\n"
                                   R"({"image":"dogs\\1.jpg","phrase":"p","boxes":[[1,1,3,3]]})"
                                   "\n"));
        QCOMPARE(boxes.boxes_for("dogs/1.jpg", "p").boxes[0].x2, 3.0);
        QCOMPARE(boxes.boxes_for("photos/cats/1.jpg", "p").boxes[0].x2, 2.0);
        QVERIFY(!boxes.find("1.jpg"));
        QVERIFY(!boxes.find("birds/1.jpg"));
    }

    void coco_results_and_instances() {
        const auto instances = write(
            "instances.json",
            "{\"images\": [{\"id\": 7, \"file_name\": \"000000000007.jpg\", \"width\": 60, \"height\": "
            "40}],\n"
            "\"categories\": [{\"id\": 1, \"name\": \"person\"}, {\"id\": 18, \"name\": \"dog\"}],\n"
            "\"annotations\": [{\"id\": 1, \"image_id\": 7, \"category_id\": 18, \"bbox\": [10, 5, 20, 10],"
            "\"segmentation\": [[1, 2, 3]]}, {\"id\": 2, \"image_id\": 8, \"category_id\": 18, \"bbox\": "
            "[0,0,1,1]}]}");
        const auto perfect = read_detector_boxes(instances);
        QCOMPARE(perfect.boxes(), 1U);
        QCOMPARE(perfect.skipped().at("box with an unknown image_id"), 1U);
        QCOMPARE(perfect.boxes_for("000000000007.jpg", "dogs").boxes[0].x2, 30.0);
        const auto results =
            write("results.json",
                  "[{\"image_id\": 7, \"category_id\": 1, \"bbox\": [1, 2, 3, 4], \"score\": 0.5},"
                  "{\"image_id\": 7, \"category_id\": 1, \"bbox\": [NaN, 2, 3, 4], \"score\": 0.5},"
                  "{\"image_id\": 7, \"category_id\": 1, \"bbox\": [1, 2, -3, 4], \"score\": 0.5},"
                  "{\"image_id\": 7, \"category_id\": 99, \"bbox\": [1, 2, 3, 4], \"score\": 0.5}]");
        QVERIFY_THROWS_EXCEPTION(Error, read_detector_boxes(results));
        const auto found = read_detector_boxes(results, instances);
        QCOMPARE(found.boxes(), 1U);
        QCOMPARE(found.boxes_for("000000000007.jpg", "a man").boxes[0].score, 0.5);
        QCOMPARE(found.skipped().at("inverted box"), 1U);
        QCOMPARE(found.skipped().at("box with a value that is not a number"), 1U);
        QCOMPARE(found.skipped().at("box with an unknown category_id"), 1U);
    }

    void other_files_are_errors() {
        QVERIFY_THROWS_EXCEPTION(Error, read_detector_boxes("/no/such.jsonl"));
        QVERIFY_THROWS_EXCEPTION(Error, read_detector_boxes(write("e.jsonl", "")));
        QVERIFY_THROWS_EXCEPTION(Error, read_detector_boxes(write("t.jsonl", "some\ntext\n")));
        QVERIFY_THROWS_EXCEPTION(Error, read_detector_boxes(write("c.json", "{\"images\": [")));
        QVERIFY_THROWS_EXCEPTION(Error,
                                 read_detector_boxes(write("d.jsonl", std::string(100000, '[') + "1")));
    }

    void classes_are_found_by_words_data() {
        QTest::addColumn<QByteArray>("phrase");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* phrase, const char* expected) {
            QTest::newRow(phrase) << QByteArray(phrase) << QByteArray(expected);
        };
        row("a dog", "dog");
        row("Two DOGS", "dog");
        row("hotdogs", "");
        row("a hot dog", "hot dog");
        row("a man on a horse", "person");  // the head, by a synonym
        row("a horse and its rider", "horse");
        row("the rider of a horse", "person");
        row("a group of people", "person");
        row("several persons", "person");
        row("buses", "bus");
        row("horses", "horse");
        row("knives", "knife");
        row("wine glasses", "wine glass");
        row("a wooden dining table with a cat", "dining table");
        row("the cat on the dining table", "cat");
        row("a teddy bear", "teddy bear");
        row("a bear", "bear");
        row("a dog's bus", "bus");
        row("next to the car", "car");
        row("mountains", "");
        row("", "");
    }

    void classes_are_found_by_words() {
        QFETCH(QByteArray, phrase);
        QFETCH(QByteArray, expected);
        const std::vector<std::string> names{"person",       "dog",   "hot dog", "horse",
                                             "bus",          "knife", "bear",    "wine glass",
                                             "dining table", "cat",   "car",     "teddy bear"};
        const auto index = find_class(phrase.toStdString(), names);
        QCOMPARE(QByteArray::fromStdString(index ? names[*index] : ""), expected);
    }

    void plurals() {
        const auto names_class = [](const char* phrase, const std::string& name) {
            return find_class(phrase, std::span(&name, 1)).has_value();
        };
        QVERIFY(names_class("ladies", "lady"));
        QVERIFY(names_class("people", "person"));
        QVERIFY(names_class("boxes", "box"));
        QVERIFY(!names_class("glass", "gla"));
        QVERIFY(!names_class("cat", "car"));
        QCOMPARE(normalize_phrase("  Ein  HÜGEL, ja! "), std::string("ein hügel ja"));
    }

    void the_map_takes_the_highest_score() {
        const std::vector<DetectorBox> boxes{
            {1, 1, 4, 3, 0.5}, {2, 0, 3, 4, 0.75}, {5.1, 0.1, 5.3, 0.2, 0.25}};
        const Heatmap map = detector_heatmap(boxes, 6, 4);
        const std::vector<float> expected{0, 0,    0.75, 0,   0, 0.25,  //
                                          0, 0.5F, 0.75, 0.5, 0, 0,     //
                                          0, 0.5F, 0.75, 0.5, 0, 0,     //
                                          0, 0,    0.75, 0,   0, 0};
        QCOMPARE(map.values(), expected);
        const Heatmap half = detector_heatmap(boxes, 6, 4, 3);
        QCOMPARE(half.width(), 3);
        QCOMPARE(half.height(), 2);
        QVERIFY_THROWS_EXCEPTION(Error, detector_heatmap(boxes, 0, 4));
        QVERIFY_THROWS_EXCEPTION(Error, detector_heatmap(boxes, 1000000, 1000000));
    }

    void the_peak_is_the_center_of_the_plateau() {
        const auto same = [](const std::vector<DetectorBox>& boxes, int width, int height) {
            const Peak exact = detector_peak(boxes, width, height);
            const Peak drawn = plateau_centroid(detector_heatmap(boxes, width, height));
            return exact.x == drawn.x && exact.y == drawn.y && exact.value == drawn.value;
        };
        const Peak one =
            detector_peak(std::vector<DetectorBox>{{10, 20, 30, 61, 0.5}, {0, 0, 9, 9, 0.4}}, 100, 80);
        QCOMPARE(one.x, 20);
        QCOMPARE(one.y, 40);
        QCOMPARE(one.value, 0.5F);
        // Equal boxes that touch are one plateau; of several plateaus the first in row-major order counts.
        const std::vector<DetectorBox> touching{{40, 40, 60, 60, 1}, {60, 40, 80, 60, 1}};
        QCOMPARE(detector_peak(touching, 100, 80).x, 60);
        const std::vector<DetectorBox> apart{{70, 10, 80, 20, 1}, {0, 30, 10, 40, 1}};
        QCOMPARE(detector_peak(apart, 100, 80).x, 75);
        QVERIFY(same(touching, 100, 80));
        QVERIFY(same(apart, 100, 80));
        QVERIFY(
            same({{3.2, 4.1, 20.7, 9.9, 0.5}, {15, 7, 18, 60, 0.5}, {1, 50, 17, 55, 0.5}, {0, 0, 5, 5, 0.2}},
                 64, 64));
        QCOMPARE(detector_peak({}, 10, 10).value, 0.0F);
        QCOMPARE(detector_peak({}, 10, 10).x, 0);
    }

    void the_ensemble_multiplies_or_falls_back() {
        const Heatmap mean(2, 2, {0.25, 1, 0, 0});
        const std::vector<DetectorBox> left{{0, 0, 2, 4, 0.64}};
        const auto combined = combine_with_boxes(mean, left, 4, 4);
        QVERIFY(!combined.fell_back);
        QCOMPARE(combined.map.width(), 4);
        QCOMPARE(combined.map.at(0, 0), 0.4F);
        QCOMPARE(combined.map.at(3, 0), 0.0F);
        const auto alone = combine_with_boxes(mean, {}, 4, 4);
        QVERIFY(alone.fell_back);
        QCOMPARE(alone.map.values(), mean.resized(4, 4).values());
    }

    void coco_mini_is_read() {
        const std::filesystem::path file = GBS_SHARED_DATA "/coco_mini/instances_train2017.json";
        if (!std::filesystem::exists(file))
            QSKIP("the shared data are not installed next to the source tree");
        const auto boxes = read_detector_boxes(file);
        QCOMPARE(boxes.images().size(), 80U);
        qInfo("%zu boxes", boxes.boxes());
        for (const auto& [reason, count] : boxes.skipped()) qInfo("%zu %s", count, reason.c_str());
        QVERIFY(boxes.boxes() > 300);
    }
};

QTEST_GUILESS_MAIN(DetectorBoxesTest)
#include "detector_boxes_test.moc"
