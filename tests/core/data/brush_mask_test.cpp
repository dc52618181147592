// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/brush_mask.h"

#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/file_io.h"
#include "core/data/benchmark.h"
#include "core/data/benchmark_formats.h"
#include "core/image/image.h"

using namespace gbs;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// Of tests/fixtures/brush.json, which make_brush.py writes with Label Studio's own code.
json examples() {
    return json::parse(read_text(fs::path(GBS_TEST_FIXTURES) / "brush.json"));
}

std::string rows(const json& example) {
    std::string all;
    for (const std::string row : example.at("rows")) all += row;
    return all;
}

std::string rows(const MaskPicture& picture) {
    std::string all;
    for (const unsigned char pixel : picture.pixels) all += pixel ? '#' : '.';
    return all;
}

std::optional<MaskPicture> read(const json& example) {
    return read_brush_mask(&example.at("rle"), example.at("width"), example.at("height"));
}

/// Label Studio's export of one photo, painted as in an example.
std::string task(const json& example) {
    const json result{{"type", "brushlabels"},
                      {"original_width", example.at("width")},
                      {"original_height", example.at("height")},
                      {"value", {{"format", "rle"}, {"rle", example.at("rle")}, {"brushlabels", {"a_dog"}}}}};
    return json::array({{{"data", {{"image", "a.png"}}},
                         {"annotations", json::array({{{"result", json::array({result})}}})}}})
        .dump();
}

}  // namespace

/// Masks of Label Studio's brush.
class BrushMaskTest final : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void pixels_are_those_that_label_studio_has_painted() {
        const json all = examples();
        QCOMPARE(all.size(), std::size_t{4});
        for (const json& example : all) {
            const auto picture = read(example);
            QVERIFY(picture);
            QCOMPARE(rows(*picture), rows(example));
        }
    }

    void a_mask_without_an_end_or_of_another_size_is_refused() {
        json example = examples()[0];
        QVERIFY(!read_brush_mask(nullptr, 30, 24));
        QVERIFY(!read_brush_mask(&example.at("rle"), 24, 31));
        QVERIFY(!read_brush_mask(&example.at("rle"), 0, 0));
        QVERIFY(!read_brush_mask(&example.at("rle"), 60000, 60000));
        const json whole = example.at("rle");
        for (const json& byte : {json(256), json(-1), json(1.5), json("1"), json()}) {
            json damaged = whole;
            damaged[9] = byte;
            QVERIFY(!read_brush_mask(&damaged, 30, 24));
        }
        json start = json::array();
        for (std::size_t i = 0; i + 2 < whole.size(); ++i) {
            QVERIFY(!read_brush_mask(&start, 30, 24));
            start.push_back(whole[i]);
        }
        const json text = "rle";
        QVERIFY(!read_brush_mask(&text, 30, 24));
    }

    void changed_bytes_never_reach_outside_the_picture() {
        const json whole = examples()[2].at("rle");
        for (std::size_t i = 4; i < whole.size(); ++i)
            for (const int byte : {0, 127, 128, 255}) {
                json changed = whole;
                changed[i] = byte;
                if (const auto picture = read_brush_mask(&changed, 17, 9))
                    QCOMPARE(picture->pixels.size(), std::size_t{17 * 9});
            }
    }

    void the_part_with_pixels_is_cut_out() {
        const MaskPicture picture{4, 3, {0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0}};
        const auto part = trim(picture);
        QVERIFY(part);
        QCOMPARE(part->left, 1);
        QCOMPARE(part->top, 1);
        QCOMPARE(part->picture.width, 2);
        QCOMPARE(rows(part->picture), std::string("#..#"));
        QVERIFY(!trim({2, 1, {0, 0}}));
    }

    void an_export_has_the_box_around_it_or_the_mask() {
        const QTemporaryDir directory;
        const fs::path folder = directory.path().toStdString();
        const json example = examples()[0];
        write_atomically(folder / "export.json", task(example));
        write_image(Image{30, 24, std::vector<std::uint8_t>(30 * 24 * 3)}, folder / "a.png");
        const BenchmarkFolder about = recognize_benchmark(folder);
        QCOMPARE(std::string(about.format->title), std::string("Label Studio"));
        const Benchmark boxes = read_benchmark(about);
        QCOMPARE(boxes.queries.size(), std::size_t{1});
        QCOMPARE(boxes.queries[0].phrase, std::string("a dog"));
        QCOMPARE(boxes.adjusted.at("mask, read as the box around it"), std::size_t{1});
        // The disk around (12, 10) whose radius is the root of 60.
        const BoundingBox box = boxes.queries[0].boxes.at(0);
        QCOMPARE(box.x1, 6.0);
        QCOMPARE(box.y1, 4.0);
        QCOMPARE(box.x2, 20.0);
        QCOMPARE(box.y2, 18.0);
        const Benchmark masks = read_benchmark(about, {}, {}, {}, Region::masks);
        QVERIFY(masks.queries[0].has_masks());
        std::string inside;
        for (int y = 0; y < 24; ++y)
            for (int x = 0; x < 30; ++x) inside += masks.queries[0].masks[0]->contains(x, y) ? '#' : '.';
        QCOMPARE(inside, rows(example));
    }

    void a_mask_that_cannot_be_used_is_counted() {
        const QTemporaryDir directory;
        const fs::path folder = directory.path().toStdString();
        json example = examples()[3];
        const json whole = example;
        example.at("rle").erase(8);
        json tasks = json::parse(task(example));
        tasks.push_back(json::parse(task(whole))[0]);
        write_atomically(folder / "export.json", tasks.dump());
        write_image(Image{7, 5, std::vector<std::uint8_t>(7 * 5 * 3)}, folder / "a.png");
        const Benchmark read = read_benchmark(recognize_benchmark(folder));
        QCOMPARE(read.skipped.at("brush mask that cannot be read"), std::size_t{1});
        QCOMPARE(read.queries.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(BrushMaskTest)
#include "brush_mask_test.moc"
