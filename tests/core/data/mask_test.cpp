// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/mask.h"

#include <QtTest>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/file_io.h"
#include "core/data/mask_json.h"

using namespace gbs;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

struct Example {
    std::shared_ptr<const Mask> mask;
    int width, height;
    std::vector<char> pixels;
};

/// Of tests/fixtures/masks.json.
std::vector<Example> examples(const char* kind) {
    std::vector<Example> found;
    QueryCollector collector;
    const json file = json::parse(read_text(fs::path(GBS_TEST_FIXTURES) / "masks.json"));
    for (const json& one : file.at(kind)) {
        Example example{nullptr, one.at("width"), one.at("height"), {}};
        example.mask = read_coco_mask(&one.at("segmentation"), example.width, example.height, collector);
        for (const std::string row : one.at("rows"))
            for (const char pixel : row) example.pixels.push_back(pixel == '#');
        found.push_back(std::move(example));
    }
    return found;
}

std::vector<char> filled(const Mask& mask, int width, int height) {
    std::vector<char> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
    mask.fill(pixels, width, height);
    return pixels;
}

/// By asking for each pixel.
std::vector<char> contained(const Mask& mask, int width, int height) {
    std::vector<char> pixels;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) pixels.push_back(mask.contains(x, y));
    return pixels;
}

double iou(const std::vector<char>& a, const std::vector<char>& b) {
    double both = 0, any = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += a[i] && b[i];
        any += a[i] || b[i];
    }
    return both / any;
}

}  // namespace

class MaskTest final : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void run_lengths_are_decoded_as_pycocotools_does() {
        std::size_t count = 0;
        for (const char* kind : {"text", "numbers"})
            for (const Example& example : examples(kind)) {
                QVERIFY(example.mask);
                QVERIFY(filled(*example.mask, example.width, example.height) == example.pixels);
                QVERIFY(contained(*example.mask, example.width, example.height) == example.pixels);
                ++count;
            }
        QCOMPARE(count, 7U);
    }

    // pycocotools draws outlines on a grid five times as fine; only pixels on the outline differ.
    void polygons_cover_what_pycocotools_covers() {
        for (const Example& example : examples("polygons")) {
            QVERIFY(example.mask);
            const auto pixels = filled(*example.mask, example.width, example.height);
            QVERIFY(pixels == contained(*example.mask, example.width, example.height));
            QVERIFY2(iou(pixels, example.pixels) > 0.96,
                     qPrintable(QString::number(iou(pixels, example.pixels))));
        }
    }

    void a_pixel_is_inside_if_its_center_is() {
        const Mask square(10, 8, {{{2, 1}, {5, 1}, {5, 4}, {2, 4}}});
        const auto pixels = filled(square, 10, 8);
        QCOMPARE(std::count(pixels.begin(), pixels.end(), 1), 9);
        QVERIFY(square.contains(2, 1) && square.contains(4, 3));
        QVERIFY(!square.contains(5, 3) && !square.contains(1, 1) && !square.contains(4, 4));
        // Edges through centers: those on the left and upper edge are inside.
        const Mask half(10, 8, {{{2.5, 1.5}, {5.5, 1.5}, {5.5, 4.5}, {2.5, 4.5}}});
        QVERIFY(half.contains(2, 1) && half.contains(4, 3));
        QVERIFY(!half.contains(5, 3) && !half.contains(4, 4));
    }

    void a_ring_that_crosses_itself_has_holes_and_rings_are_joined() {
        const Mask::Ring outer{{0, 0}, {8, 0}, {8, 8}, {0, 8}}, inner{{2, 2}, {6, 2}, {6, 6}, {2, 6}};
        Mask::Ring both = outer;
        both.push_back(outer.front());
        both.insert(both.end(), inner.begin(), inner.end());
        both.push_back(inner.front());
        const auto holed = filled(Mask(8, 8, {both}), 8, 8),
                   joined = filled(Mask(8, 8, {outer, inner}), 8, 8);
        QCOMPARE(std::count(holed.begin(), holed.end(), 1), 64 - 16);
        QCOMPARE(std::count(joined.begin(), joined.end(), 1), 64);
    }

    void a_smaller_picture_has_the_same_share() {
        for (const char* kind : {"numbers", "polygons"})
            for (const Example& example : examples(kind)) {
                if (example.width < 60) continue;
                const int width = example.width / 2, height = example.height / 2;
                const auto share = [](const std::vector<char>& pixels) {
                    return double(std::count(pixels.begin(), pixels.end(), 1)) / double(pixels.size());
                };
                const double full = share(filled(*example.mask, example.width, example.height));
                QVERIFY(std::abs(share(filled(*example.mask, width, height)) - full) < 0.02);
            }
    }

    void hostile_masks_are_refused_data() {
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const char* text) {
            QTest::newRow(name) << QString::fromUtf8(text);
        };
        row("nothing", "null");
        row("a number", "7");
        row("empty", "[]");
        row("a line", "[[1, 2, 3, 4]]");
        row("an x alone", "[[1, 2, 3, 4, 5, 6, 7]]");
        row("a corner that is no number", "[[1, 2, 3, 4, 5, \"six\"]]");
        row("without a size", "{\"counts\": [70]}");
        row("width and height exchanged", "{\"size\": [10, 7], \"counts\": [70]}");
        row("too few pixels", "{\"size\": [7, 10], \"counts\": [3, 4]}");
        row("too many pixels", "{\"size\": [7, 10], \"counts\": [3, 68]}");
        row("a negative length", "{\"size\": [7, 10], \"counts\": [75, -5]}");
        row("lengths that overflow",
            "{\"size\": [7, 10], \"counts\": [9223372036854775807, 9223372036854775807]}");
        row("half a pixel", "{\"size\": [7, 10], \"counts\": [0.5, 69.5]}");
        row("cut text", "{\"size\": [7, 10], \"counts\": \"oo\"}");
        row("text without an end", "{\"size\": [7, 10], \"counts\": \"oooooooooooooooooooo0\"}");
        row("other text", "{\"size\": [7, 10], \"counts\": \"~~\"}");
        row("no runs", "{\"size\": [7, 10], \"counts\": []}");
    }
    void hostile_masks_are_refused() {
        QFETCH(QString, text);
        QueryCollector collector;
        const json value = json::parse(text.toStdString());
        QVERIFY(!read_coco_mask(&value, 10, 7, collector));
        QCOMPARE(collector.adjusted().size(), 1U);
    }
};

QTEST_APPLESS_MAIN(MaskTest)
#include "mask_test.moc"
