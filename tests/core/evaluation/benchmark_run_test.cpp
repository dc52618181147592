// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/benchmark_run.h"

#include <QTemporaryDir>
#include <QtTest>
#include <array>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <random>

#include "core/base/error.h"
#include "core/base/file_hash.h"
#include "core/base/file_io.h"
#include "core/data/benchmark_formats.h"
#include "core/detector/ensemble.h"
#include "core/evaluation/benchmark_compare.h"
#include "core/evaluation/benchmark_report.h"
#include "core/evaluation/benchmark_results.h"
#include "core/evaluation/heatmap_files.h"
#include "core/evaluation/map_measures.h"
#include "core/report/benchmark_tables.h"

using namespace gbs;
namespace fs = std::filesystem;

namespace {

PhraseQuery query(const char* phrase, std::vector<BoundingBox> boxes, const char* entity = "",
                  std::vector<std::string> types = {}, const char* image = "a.jpg") {
    return {image, 40, 20, phrase, std::move(boxes), entity, std::move(types)};
}

/// 0.1 everywhere, except for a peak of `value` at one pixel.
Heatmap bump(int x, int y, float value = 1) {
    std::vector<float> values(40 * 20, 0.1F);
    values[static_cast<std::size_t>(y * 40 + x)] = value;
    return {40, 20, std::move(values)};
}

/// Maps by "image/phrase"; phrases without an entry fail.
class FakeSource final : public MapSource {
 public:
    FakeSource(std::string name, std::map<std::string, Heatmap> maps, bool plateaus = false)
        : name_(std::move(name)), maps_(std::move(maps)), plateaus_(plateaus) {}

    std::vector<std::string> names() const override { return {name_}; }
    bool has_plateaus() const override { return plateaus_; }
    bool needs_photo() const override { return photo; }
    std::vector<std::vector<MapResult>> maps(const MapRequest& request, std::stop_token) override {
        if (request.image == broken) throw Error("broken");
        asked = std::max(asked, request.phrases.size());
        wording = request.wording;
        std::vector<MapResult> results;
        for (const auto& phrase : request.phrases) {
            const auto found = maps_.find(request.image + "/" + phrase);
            results.push_back(found == maps_.end() ? MapResult(MapFailure{"no map"}) : found->second);
        }
        return {results};
    }
    nlohmann::json about() const override { return {{"kind", "fake"}, {"file", name_}}; }

    std::string broken;
    bool photo = false;
    std::size_t asked = 0;    ///< maximum number of phrases in one request
    PhraseWording wording{};  ///< of the last request

 private:
    std::string name_;
    std::map<std::string, Heatmap> maps_;
    bool plateaus_;
};

ProtocolRules rules_of(std::string_view title) {
    return std::ranges::find(benchmark_formats(), title, &BenchmarkFormat::title)->rules;
}

std::array<double, 4> corners(const BoundingBox& box) {
    return {box.x1, box.y1, box.x2, box.y2};
}

std::vector<UnitResult> run(const BenchmarkRun& benchmark, std::span<const PointingUnit> units,
                            std::size_t already = 0) {
    std::vector<UnitResult> results;
    benchmark.run(
        units, [](const std::string&) { return std::nullopt; },
        [&](UnitResult&& result) { results.push_back(std::move(result)); }, already);
    return results;
}

}  // namespace

class BenchmarkRunTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    fs::path path(const char* name) { return folder_.filePath(QLatin1String(name)).toStdString(); }

 private Q_SLOTS:
    void protocols_make_units() {
        auto hidden = query("it", {{1, 1, 30, 15}});
        hidden.not_visual = true;
        const std::vector<PhraseQuery> queries{
            query("a man", {{1, 1, 20, 20}}, "1", {"people"}),
            query("the guy", {{1, 1, 20, 20}}, "1", {"people", "other"}),
            query("a man", {{1, 1, 20, 20}}, "1", {"people"}),
            query("a button", {{1, 1, 5, 7}}, "2"),  // 35 of 800 pixels
            query("two dots", {{1, 1, 2, 2}, {30, 15, 31, 16}}, "3"),
            query("the yard", {}, "4"),
            hidden,
            query("one two three four five six seven eight nine ten", {{1, 1, 20, 20}}, "5")};
        const auto plain = make_pointing_units("plain", queries, rules_of("Flickr30k Entities"));
        QCOMPARE(plain.units.size(), 6U);
        QCOMPARE(plain.skipped.at("no box"), 1U);
        QCOMPARE(plain.skipped.at("not visual"), 1U);
        const auto mg = make_pointing_units("mg", queries, rules_of("Flickr30k Entities"));
        QCOMPARE(mg.units.size(), 5U);
        QCOMPARE(mg.skipped.at("boxes cover less than 5 % of the image"), 1U);
        const auto vg = make_pointing_units("mg", queries, rules_of("Visual Genome"));
        QCOMPARE(vg.units.size(), 3U);  // a man, the guy, two dots
        QCOMPARE(vg.skipped.at("merged with an equal phrase"), 1U);
        QCOMPARE(vg.skipped.at("ten words or more"), 1U);
        const auto wwbl = make_pointing_units("wwbl", queries, rules_of("Flickr30k Entities"));
        QCOMPARE(wwbl.units.size(), 3U);  // the man; "it", which has a box; the ten words
        QCOMPARE(wwbl.units[0].phrases, (std::vector<std::string>{"a man", "the guy", "a man"}));
        QCOMPARE(wwbl.units[0].target.categories, (std::vector<std::string>{"people", "other"}));
        QCOMPARE(wwbl.skipped.at("averaged with a phrase of its entity"), 2U);
        QCOMPARE(wwbl.skipped.at("first box covers 5 % of the image or less"), 2U);
        QVERIFY(wwbl.units[0].wording == PhraseWording::image_of_lower);
        const auto hull =
            make_pointing_units("wwbl", std::vector{query("two", {{1, 1, 20, 10}, {30, 15, 31, 16}})},
                                rules_of("Flickr30k Entities"));
        QCOMPARE(hull.units[0].target.boxes.size(), 1U);
        QCOMPARE(corners(hull.units[0].target.boxes[0]), (std::array{1.0, 1.0, 31.0, 16.0}));
        for (const auto& name : protocol_names()) {
            const auto units = make_pointing_units(name, queries, rules_of("ReferIt and RefCOCO"));
            std::size_t counted = units.units.size();
            for (const auto& [reason, count] : units.skipped) counted += count;
            QCOMPARE(counted, queries.size());  // every phrase is accounted for
            QVERIFY(!protocol_description(name).empty());
        }
        QVERIFY_THROWS_EXCEPTION(Error, make_pointing_units("best", queries));
    }

    void published_code_reads_regions_by_its_own_rules() {
        // x, y, width, height: -5, 0, 50, 15 in an image of 40 x 20
        PhraseQuery region = query("a wall", {{1, 1, 40, 15}});
        region.annotated = {{-5, 0, 45, 15}};
        const auto rules = rules_of("Visual Genome");
        const std::vector twice{region, region};
        const auto mg = make_pointing_units("mg", twice, rules);
        QCOMPARE(mg.units.size(), 1U);  // equal phrases are merged; 1, 1, 40, 16 against the 0-based pixel
        QCOMPARE(corners(mg.units[0].target.boxes[0]), (std::array{2.0, 2.0, 41.0, 17.0}));
        const auto wwbl = make_pointing_units("wwbl", twice, rules);
        QCOMPARE(wwbl.units.size(), 2U);  // each region is a query; -5, 0, 45, 15
        QCOMPARE(corners(wwbl.units[0].target.boxes[0]), (std::array{-4.0, 1.0, 46.0, 16.0}));
        QCOMPARE(corners(make_pointing_units("mg-exact-pixels", twice, rules).units[0].target.boxes[0]),
                 (std::array{1.0, 1.0, 40.0, 15.0}));
    }

    void published_code_reads_references_by_its_own_rules() {
        // x, y, width, height: 2.5, 3.5, 20.2, 10 and 30, 0, 11, 20, beyond the edge of 40
        PhraseQuery inside = query("man", {{3.5, 4.5, 22.7, 13.5}}, "1"),
                    beyond = query("wall", {{31, 1, 40, 20}}, "2");
        inside.annotated = {{2.5, 3.5, 22.7, 13.5}};
        beyond.annotated = {{30, 0, 41, 20}};
        const std::vector queries{inside, inside, beyond};
        for (const char* protocol : {"mg", "wwbl"}) {
            const auto found = make_pointing_units(protocol, queries, rules_of("ReferIt and RefCOCO"));
            QCOMPARE(found.units.size(), 1U);
            QCOMPARE(corners(found.units[0].target.boxes[0]), (std::array{3.0, 4.0, 23.0, 14.0}));
            QCOMPARE(found.skipped.at("box beyond the image"), 1U);
            QCOMPARE(found.skipped.at("merged with an equal phrase"), 1U);
        }
    }

    /// Three quarters of the occurrences point right.
    void an_average_counts_each_occurrence() {
        auto source = std::make_shared<FakeSource>(
            "maps",
            std::map<std::string, Heatmap>{{"a.jpg/p", bump(5, 5, 0.9F)}, {"a.jpg/q", bump(30, 5, 0.5F)}});
        const auto q = query("q", {{21, 1, 40, 20}}, "1"), p = query("p", {{21, 1, 40, 20}}, "1");
        const auto units =
            make_pointing_units("wwbl", std::vector{p, q, q, q}, rules_of("Flickr30k Entities"));
        QCOMPARE(units.units.size(), 1U);
        const auto results = run(BenchmarkRun({source}), units.units);
        QVERIFY(results[0].scores[0].hit);
        QCOMPARE(source->asked, 2U);
        QVERIFY(source->wording == PhraseWording::image_of_lower);
        QCOMPARE(word_phrase("Ein ÄRMEL", source->wording), std::string("image of ein ärmel"));
        const auto line = to_json(results[0], std::vector<std::string>{"maps"});
        QVERIFY(result_from_json(line, std::vector<std::string>{"maps"}).unit.wording == source->wording);
    }

    void boxes_of_maps_equal_those_of_a_flood_fill() {
        std::mt19937 random(3);
        for (int round = 0; round < 20; ++round) {
            std::vector<float> values(23 * 17);
            for (float& value : values) value = static_cast<float>(random() % 41) / 40;
            const Heatmap map(23, 17, values);
            const auto boxes = component_boxes(map);
            for (int i = 0; i < box_thresholds; ++i) {
                // An independent flood fill: the box must be that of a largest component.
                std::vector<int> label(values.size(), -1);
                std::vector<int> size;
                std::vector<BoundingBox> hull;
                for (int start = 0; start < 23 * 17; ++start) {
                    const auto inside = [&](int p) { return values[p] >= threshold_share(i) * 1.0; };
                    if (label[start] >= 0 || !inside(start)) continue;
                    std::vector<int> open{start};
                    label[start] = static_cast<int>(size.size());
                    size.push_back(0);
                    hull.push_back({100, 100, 0, 0});
                    while (!open.empty()) {
                        const int p = open.back(), x = p % 23, y = p / 23;
                        open.pop_back();
                        ++size.back();
                        BoundingBox& box = hull.back();
                        box = {std::min(box.x1, x + 1.0), std::min(box.y1, y + 1.0),
                               std::max(box.x2, x + 1.0), std::max(box.y2, y + 1.0)};
                        for (const auto& [dx, dy] : {std::pair(1, 0), {-1, 0}, {0, 1}, {0, -1}}) {
                            const int nx = x + dx, ny = y + dy, next = ny * 23 + nx;
                            if (nx < 0 || ny < 0 || nx >= 23 || ny >= 17 || label[next] >= 0 || !inside(next))
                                continue;
                            label[next] = label[p];
                            open.push_back(next);
                        }
                    }
                }
                const auto& box = boxes[static_cast<std::size_t>(i)];
                if (*std::ranges::max_element(values) < 1) continue;  // thresholds are shares of the maximum
                QVERIFY(box.has_value());
                const int largest = *std::ranges::max_element(size);
                bool found = false;
                for (std::size_t part = 0; part < size.size(); ++part)
                    found = found || (size[part] == largest && box_iou(hull[part], *box) == 1);
                QVERIFY(found);
            }
        }
        QVERIFY(!component_boxes(Heatmap(2, 2, {0, 0, 0, 0}))[0]);
    }

    void energy_and_boxes_are_measured() {
        std::vector<float> values(40 * 20, 0);
        for (int y = 5; y < 10; ++y)
            for (int x = 10; x < 20; ++x) values[static_cast<std::size_t>(y * 40 + x)] = 1;
        const Heatmap map(40, 20, values);
        const auto exact = measure_map(map, query("x", {{11, 6, 20, 10}}));
        QCOMPARE(exact.energy, 1.0);
        QCOMPARE(exact.box_hits, (1U << box_thresholds) - 1);
        const auto half = measure_map(map, query("x", {{11, 6, 15, 10}, {1, 1, 2, 2}}));
        QCOMPARE(half.energy, 0.5);
        QCOMPARE(half.box_hits, (1U << box_thresholds) - 1);  // an IoU of exactly 0.5
        QCOMPARE(measure_map(map, query("x", {{1, 1, 5, 5}})).box_hits, 0U);
        QVERIFY_THROWS_EXCEPTION(Error, measure_map(Heatmap(2, 2, {1, 1, 1, 1}), query("x", {{1, 1, 5, 5}})));
        PhraseQuery large{"a.jpg", 3000, 2000, "x", {{1, 1, 1500, 2000}}};
        const auto measured = measure_map(Heatmap(3000, 2000, std::vector<float>(6'000'000, 0.5F)), large);
        QVERIFY(std::abs(measured.energy - 0.5) < 0.002);
        QCOMPARE(measured.box_hits, (1U << box_thresholds) - 1);
    }

    void maps_of_files_are_read_or_refused() {
        const Heatmap map(3, 2, {0, 0.25F, 0.5F, 0.75F, 1, 0.125F});
        write_npy(map, path("a.npy"));
        QCOMPARE(read_map(path("a.npy")).values(), map.values());
        write_png16(map, path("a.png"));
        const Heatmap png = read_map(path("a.png"));
        QCOMPARE(png.width(), 3);
        QVERIFY(std::abs(png.at(1, 0) - 0.25F) < 1e-4);
        const auto npy = [&](const std::string& descr, const std::string& shape, const std::string& data) {
            std::string header =
                "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
            const std::string size{static_cast<char>(header.size()), '\0'};
            write_atomically(path("b.npy"), std::string("\x93NUMPY\x01\x00", 8) + size + header + data);
            return read_map(path("b.npy"));
        };
        const double doubles[2] = {0.5, -2};
        QCOMPARE(npy("<f8", "(1, 2)", std::string(reinterpret_cast<const char*>(doubles), 16)).at(1, 0),
                 -2.0F);
        QCOMPARE(npy("<f2", "(1, 2)", std::string("\x00\x38\x00\xc1", 4)).values(),
                 (std::vector<float>{0.5F, -2.5F}));
        QCOMPARE(npy("|u1", "(2, 1)", "\xff\x33").values(), (std::vector<float>{1, 0.2F}));
        QVERIFY_THROWS_EXCEPTION(Error, npy("<f4", "(1, 2)", "1234567"));
        QVERIFY_THROWS_EXCEPTION(Error, npy("<f4", "(1000000, 1000000)", "1234"));
        QVERIFY_THROWS_EXCEPTION(Error, npy("<f4", "(1, 2, 3)", "1234"));
        QVERIFY_THROWS_EXCEPTION(Error, npy("<c8", "(1, 1)", "12345678"));
        QVERIFY_THROWS_EXCEPTION(Error, npy("<f4", "(1, 1)", std::string("\x00\x00\xc0\x7f", 4)));  // NaN
        write_atomically(path("c.npy"), "\x93NUMPY\x02");
        QVERIFY_THROWS_EXCEPTION(Error, read_map(path("c.npy")));
        QVERIFY_THROWS_EXCEPTION(Error, read_map(path("d.tif")));
        write_atomically(path("maps.jsonl"),
                         "{\"image\": \"a.jpg\", \"phrase\": \"A man\", \"file\": \"a.npy\"}\n"
                         "{\"image\": \"a.jpg\", \"phrase\": \"b\", \"file\": \"../../etc/passwd\"}\n"
                         "{\"image\": \"a.jpg\", \"phrase\": \"c\", \"file\": \"/etc/passwd\"}\n"
                         "{\"image\": \"a.jpg\"}\nx\n"
                         "{\"photo\": \"/photos/b.jpg\", \"phrase\": \"d\", \"map\": \"mean\", \"format\": "
                         "\"png16\", \"file\": \"a.png\"}\n"
                         "{\"photo\": \"/photos/b.jpg\", \"phrase\": \"d\", \"map\": \"gbs\", \"format\": "
                         "\"png16\", \"file\": \"b.png\"}\n");
        const MapManifest manifest(path("maps.jsonl"));
        QCOMPARE(manifest.size(), 2U);
        QCOMPARE(manifest.find("b.jpg", "D"), path("a.png"));
        QCOMPARE(manifest.find("a.jpg", "a man"), path("a.npy"));
        QVERIFY(manifest.find("a.jpg", "b").empty());
        QCOMPARE(manifest.skipped().at("map outside the manifest's folder"), 2U);
    }

    void maps_belong_to_the_photo_in_their_folder() {
        write_npy(bump(5, 5), path("cat.npy"));
        write_npy(bump(30, 5), path("dog.npy"));
        write_atomically(path("folders.jsonl"),
                         "{\"image\": \"cats\\\\1.jpg\", \"phrase\": \"p\", \"file\": \"cat.npy\"}\n"
                         "{\"photo\": \"/all/dogs/1.jpg\", \"phrase\": \"p\", \"file\": \"dog.npy\"}\n");
        write_atomically(path("bare.jsonl"),
                         "{\"image\": \"1.jpg\", \"phrase\": \"p\", \"file\": \"cat.npy\"}\n");
        const auto units = make_pointing_units(
            "plain", std::vector<PhraseQuery>{query("p", {{1, 1, 9, 9}}, "", {}, "cats/1.jpg"),
                                              query("p", {{25, 1, 40, 20}}, "", {}, "dogs/1.jpg")});
        const auto results =
            run(BenchmarkRun({make_manifest_source(path("folders.jsonl"), "m")}), units.units);
        QCOMPARE(results.size(), 2U);
        for (const auto& result : results) QVERIFY2(result.scores.at(0).hit, result.skipped.c_str());
        const BenchmarkRun bare({make_manifest_source(path("bare.jsonl"), "m")});
        QVERIFY_THROWS_EXCEPTION(Error, run(bare, units.units));
    }

    void maps_of_numpy_are_read() {
        const auto npy = [&](const std::string& descr, const char* order, const std::string& shape,
                             const std::string& data, std::size_t padding = 0) {
            const std::string header = "{'descr': '" + descr + "', 'fortran_order': " + order +
                                       ", 'shape': " + shape + ", }" + std::string(padding, ' ') + "\n";
            std::string size{static_cast<char>(header.size() & 255), static_cast<char>(header.size() >> 8)};
            write_atomically(path("n.npy"), std::string("\x93NUMPY\x01\x00", 8) + size + header + data);
            return read_map(path("n.npy"));
        };
        using Values = std::vector<float>;
        const std::string bytes("\x01\x02\x03\x04\x05\x06", 6);
        QCOMPARE(npy("|i1", "True", "(2, 3)", bytes).values(), (Values{1, 3, 5, 2, 4, 6}));
        QCOMPARE(npy("|i1", "False", "(1, 2, 3)", bytes).width(), 3);
        QCOMPARE(npy("|i1", "True", "(2, 3, 1)", bytes).values(), (Values{1, 3, 5, 2, 4, 6}));
        QCOMPARE(npy("|b1", "False", "(1, 2)", std::string("\0\1", 2)).values(), (Values{0, 1}));
        QCOMPARE(npy(">f4", "False", "(1, 1)", std::string("\xc0\x20\0\0", 4)).values(), (Values{-2.5F}));
        QCOMPARE(npy(">i2", "False", "(1, 2)", std::string("\xff\xfe\x01\x00", 4)).values(),
                 (Values{-2, 256}));
        QCOMPARE(npy("<i8", "False", "(1, 1)", "\xff\xff\xff\xff\xff\xff\xff\xff").values(), (Values{-1}));
        QCOMPARE(npy("<u4", "False", "(1L, 1L)", std::string("\0\0\0\x80", 4)).values(),
                 (Values{2147483648.0F}));
        QCOMPARE(npy("|u1", "False", "(1, 1)", "\xff", 65000).values(), (Values{1}));
        const auto reason = [&](const auto&... arguments) {
            try {
                npy(arguments...);
            } catch (const Error& error) {
                return QString::fromUtf8(error.what());
            }
            return QString();
        };
        QVERIFY(reason("<f2", "False", "(2, 2)", std::string("\0\0\0\0\0\0\x01\x7e", 8))
                    .contains(QStringLiteral("NaN at row 1, column 1")));
        QVERIFY(reason("|i1", "False", "(3, 2, 1, 3)", bytes).contains(QStringLiteral("4 dimensions")));
        QVERIFY(reason("|i1", "False", "(6,)", bytes).contains(QStringLiteral("1 dimension;")));
        QVERIFY(reason("<f4", "False", "(99999999999999999999, 2)", bytes)
                    .contains(QStringLiteral("100 million")));
        QVERIFY(reason("|O", "False", "(1, 1)", bytes).contains(QStringLiteral("|O")));
    }

    void maps_below_zero_point_and_reasons_are_kept() {
        write_npy(Heatmap(2, 2, {-4, -3, -1, -2}), path("logits.npy"));
        write_npy(Heatmap(2, 2, {-1, -1, -1, -1}), path("flat.npy"));
        write_npy(Heatmap(2, 2, {-1, NAN, -1, -1}), path("nan.npy"));
        write_atomically(path("signed.jsonl"),
                         "{\"image\": \"a.jpg\", \"phrase\": \"p\", \"file\": \"logits.npy\"}\n"
                         "{\"image\": \"a.jpg\", \"phrase\": \"q\", \"file\": \"flat.npy\"}\n"
                         "{\"image\": \"a.jpg\", \"phrase\": \"r\", \"file\": \"nan.npy\"}\n"
                         "{\"image\": \"a.jpg\", \"phrase\": \"s\", \"file\": \"gone.npy\"}\n");
        std::vector<PhraseQuery> queries;
        for (const char* phrase : {"p", "q", "r", "s"}) queries.push_back(query(phrase, {{1, 11, 20, 20}}));
        const BenchmarkRun benchmark({make_manifest_source(path("signed.jsonl"), "m")});
        const auto results = run(benchmark, make_pointing_units("plain", queries).units);
        QVERIFY(!results[0].scores[0].silent && results[0].scores[0].hit);
        QVERIFY(results[1].scores[0].silent && !results[1].scores[0].hit);
        QCOMPARE(results[2].skipped, std::string("its map in m cannot be read: the map contains NaN"));
        QCOMPARE(results[3].skipped, std::string("its map in m cannot be read: there is no such file"));
    }

    void photos_of_another_shape_are_skipped_or_named() {
        const fs::path images = fs::path(GBS_TEST_FIXTURES) / "images";  // 40 x 24, as they are shown
        const auto sized = [](const char* image, int width, int height) {
            return PhraseQuery{image, width, height, "p", {{1, 1, 9, 9}}};
        };
        const std::vector<PhraseQuery> queries{sized("rgb.jpg", 40, 24),     sized("exif6.jpg", 24, 40),
                                               sized("exif7.jpg", 40, 24),   sized("exif5.jpg", 80, 49),
                                               sized("rgb.png", 2400, 4000), sized("grey.png", 500, 500),
                                               sized("rgb.bmp", 500, 375),   sized("text.jpg", 40, 24)};
        std::map<std::string, Heatmap> maps;
        for (const auto& one : queries) maps.emplace(one.image + "/p", bump(5, 5));
        auto source = std::make_shared<FakeSource>("m", maps);
        source->photo = true;
        write_atomically(path("text.jpg"), "just words");
        std::vector<UnitResult> results;
        const auto warnings = BenchmarkRun({source}).run(
            make_pointing_units("plain", queries).units,
            [&](const std::string& image) { return image == "text.jpg" ? path("text.jpg") : images / image; },
            [&](UnitResult&& result) { results.push_back(std::move(result)); });
        QCOMPARE(results.size(), queries.size());
        for (const std::size_t fits : {0U, 2U, 3U, 5U, 6U})
            QVERIFY2(results[fits].skipped.empty(), results[fits].skipped.c_str());
        for (const std::size_t exchanged : {1U, 4U}) {
            QVERIFY(results[exchanged].skipped.starts_with(
                "the table gives the photo's width and height exchanged"));
            QVERIFY(results[exchanged].scores.empty());
        }
        QVERIFY2(results[7].skipped.starts_with("the photo cannot be read: this is not an image"),
                 results[7].skipped.c_str());
        QCOMPARE(warnings.size(), 1U);
        QVERIFY2(
            warnings[0].starts_with("photos have another aspect ratio") &&
                warnings[0].ends_with(": 2; the first: grey.png has 40 x 24 pixels, in the table 500 x 500"),
            warnings[0].c_str());
    }

    void maps_and_boxes_of_another_shape_are_skipped_or_named() {
        write_npy(Heatmap(20, 40, std::vector<float>(800, 1)), path("turned.npy"));
        write_npy(Heatmap(7, 7, std::vector<float>(49, 1)), path("square.npy"));
        write_npy(Heatmap(5, 3, std::vector<float>(15, 1)), path("grid.npy"));
        write_npy(Heatmap(64, 48, std::vector<float>(64 * 48, 1)), path("wide.npy"));
        std::string lines;
        std::vector<PhraseQuery> queries;
        for (const char* name : {"turned", "square", "grid", "wide"}) {
            lines += std::string("{\"image\": \"a.jpg\", \"phrase\": \"") + name + "\", \"file\": \"" + name +
                     ".npy\"}\n";
            queries.push_back(query(name, {{1, 1, 20, 20}}));
        }
        write_atomically(path("shapes.jsonl"), lines);
        const auto units = make_pointing_units("plain", queries).units;
        std::vector<UnitResult> results;
        const auto take = [&](UnitResult&& result) { results.push_back(std::move(result)); };
        auto warnings = BenchmarkRun({make_manifest_source(path("shapes.jsonl"), "m")}).run(units, {}, take);
        QCOMPARE(results[0].skipped,
                 std::string("its map in m cannot be read: its width and height are exchanged"));
        for (const std::size_t i : {1U, 2U, 3U}) QVERIFY(results[i].skipped.empty());
        QCOMPARE(warnings.size(), 1U);
        QVERIFY2(warnings[0].starts_with("maps of m") &&
                     warnings[0].find(": 1; the first: ") != std::string::npos &&
                     warnings[0].ends_with("64 x 48, the photo 40 x 20"),
                 warnings[0].c_str());
        const auto detector = [&](int width, int height) {
            auto boxes = std::make_shared<DetectorBoxes>();
            for (const auto& one : queries)
                boxes->add("a.jpg", width, height, one.phrase, false, {1, 1, 15, 15, 1});
            results.clear();
            write_atomically(path("boxes.jsonl"), "");
            warnings =
                BenchmarkRun({make_detector_source(boxes, "d", path("boxes.jsonl"))}).run(units, {}, take);
            return results.at(0).skipped;
        };
        QCOMPARE(detector(20, 40),
                 std::string("the boxes in d refer to a photo with width and height exchanged"));
        for (const auto& [width, height] : {std::pair(40, 20), {80, 40}, {0, 0}, {24, 24}}) {
            QCOMPARE(detector(width, height), std::string());
            QVERIFY(warnings.empty());
        }
        QCOMPARE(detector(64, 48), std::string());
        QCOMPARE(warnings.size(), 1U);
    }

    void sources_and_ensembles_are_scored_on_the_same_units() {
        const Heatmap left = bump(5, 5), right = bump(30, 5), zero(40, 20, std::vector<float>(800, 0));
        std::vector<float> plateau(800, 0);
        for (int y = 0; y < 20; ++y)
            for (int x = 20; x < 40; ++x) plateau[static_cast<std::size_t>(y * 40 + x)] = 0.5F;
        const Heatmap box(40, 20, plateau);
        auto model = std::make_shared<FakeSource>(
            "model", std::map<std::string, Heatmap>{
                         {"a.jpg/p", left}, {"a.jpg/q", right}, {"a.jpg/s", left}, {"b.jpg/p", left}});
        auto detector = std::make_shared<FakeSource>(
            "det",
            std::map<std::string, Heatmap>{
                {"a.jpg/p", box}, {"a.jpg/q", box}, {"a.jpg/r", box}, {"a.jpg/s", zero}, {"b.jpg/p", box}},
            true);
        detector->broken = "b.jpg";
        const BenchmarkRun benchmark({model, detector}, {"model+det"});
        QCOMPARE(benchmark.names(), (std::vector<std::string>{"model", "det", "model+det"}));
        const auto units = make_pointing_units(
            "plain", std::vector<PhraseQuery>{query("p", {{25, 1, 40, 20}}), query("q", {{25, 1, 40, 20}}),
                                              query("r", {{25, 1, 40, 20}}),
                                              query("p", {{1, 1, 9, 9}}, "", {}, "b.jpg"),
                                              query("s", {{1, 1, 9, 9}})});
        const auto results = run(benchmark, units.units);
        QCOMPARE(results.size(), 5U);
        QVERIFY(!results[0].scores[0].hit && results[0].scores[1].hit);
        QCOMPARE(results[0].scores[1].peak.x, 30);  // the center of the plateau
        QCOMPARE(results[0].scores[1].peak.y, 10);
        QCOMPARE(results[0].scores[2].peak.x, 20);  // the first maximum of the product
        QVERIFY(results[1].scores[2].hit);
        QCOMPARE(results[1].scores[2].peak.x, 30);
        QCOMPARE(results[2].skipped, std::string("no map"));                // r: skipped for both
        QVERIFY(results[3].scores[1].silent && !results[3].scores[1].hit);  // s, grouped with its image
        QCOMPARE(results[3].scores[2].peak.x, 5);                           // falls back to the model
        QCOMPARE(results[4].skipped, std::string("the photo cannot be read: broken"));
        model->asked = 0;
        QCOMPARE(run(benchmark, units.units, 3).size(), 2U);
        QCOMPARE(run(benchmark, units.units, 3)[0].unit.target.phrase, std::string("s"));
        QCOMPARE(model->asked, 4U);  // resuming requests all phrases of an image: digits depend on the batch
        model->photo = true;
        QCOMPARE(run(benchmark, units.units)[0].skipped, std::string("the photo is missing"));
        QVERIFY_THROWS_EXCEPTION(Error, BenchmarkRun({model}, {"model+other"}));
        QVERIFY_THROWS_EXCEPTION(Error, BenchmarkRun({model}, {"model"}));
        QVERIFY_THROWS_EXCEPTION(Error, BenchmarkRun({model, model}));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled, benchmark.run(
                                                units.units, [](const auto&) { return std::nullopt; },
                                                [](UnitResult&&) {}, 0, {}, stop.get_token()));
    }

    void peaks_without_extra_measures_are_the_same() {
        std::mt19937 random(5);
        std::map<std::string, Heatmap> maps{{"a.jpg/silent", Heatmap(4, 3, std::vector<float>(12, 0))}};
        std::vector<PhraseQuery> queries{query("silent", {{1, 1, 40, 20}})};
        for (int i = 0; i < 40; ++i) {
            const std::string phrase = "p" + std::to_string(i);
            std::vector<float> values(13 * 11);
            for (float& value : values) value = static_cast<float>(random() % 41) / 40;
            maps.emplace("a.jpg/" + phrase, Heatmap(13, 11, values));
            queries.push_back(query(phrase.c_str(), {{1, 1, 20, 20}}));
        }
        const auto units = make_pointing_units("plain", queries).units;
        const auto source = std::make_shared<FakeSource>("m", maps);
        const auto full = run(BenchmarkRun({source}), units);
        const auto fast = run(BenchmarkRun({source}, {}, ExtraMeasures::none), units);
        QCOMPARE(fast.size(), units.size());
        for (std::size_t i = 0; i < units.size(); ++i) {
            const MapScore &a = full[i].scores[0], &b = fast[i].scores[0];
            QCOMPARE(b.peak.x, a.peak.x);
            QCOMPARE(b.peak.y, a.peak.y);
            QCOMPARE(b.hit, a.hit);
            QCOMPARE(b.silent, a.silent);
        }
        QVERIFY(fast[0].scores[0].silent && !fast[0].scores[0].hit && !fast[1].scores[0].silent);
    }

    void paraphrases_are_averaged() {
        const BenchmarkRun benchmark({std::make_shared<FakeSource>(
            "m",
            std::map<std::string, Heatmap>{
                {"a.jpg/p", bump(5, 5, 0.9F)}, {"a.jpg/q", bump(30, 5, 1)}, {"a.jpg/r", bump(5, 5, 0.9F)}})});
        const PointingUnit unit{query("p", {{1, 1, 10, 10}}), {"p", "q", "r"}};
        const auto results = run(benchmark, std::span(&unit, 1));
        QVERIFY(results[0].scores[0].hit);
        QVERIFY(std::abs(results[0].scores[0].peak.value - (0.9F + 0.1F + 0.9F) / 3) < 1e-6);
    }

    void ensembles_of_three_are_cube_roots() {
        const Heatmap a(2, 1, {0.125F, 0}), b(2, 1, {1, 1}), c(2, 1, {1, 0.5F}), zero(2, 1, {0, 0});
        const std::vector<const Heatmap*> three{&a, &b, &c};
        QVERIFY(std::abs(combine_maps(three).map.at(0, 0) - 0.5F) < 1e-6);
        const std::vector<const Heatmap*> none{&zero, &c};
        QCOMPARE(combine_maps(none).map.values(), c.values());
    }

    void reports_count_everything() {
        const std::vector<std::string> names{"m"};
        ReportHeading heading;
        heading.benchmark = "test & more";
        heading.split = "dev";
        heading.protocol = "plain";
        BenchmarkReport report(heading, names);
        UnitResult hit{{query("p", {{1, 1, 20, 20}}, "", {"people", "other"}), {"p"}}, {}, {}};
        hit.scores = {{{3, 3, 0.5F}, true, false, 0.5, 1U << 3}};
        UnitResult miss{{query("q", {{1, 1, 5, 5}}, "", {"scene"}), {"q"}}, {}, {}};
        miss.scores = {{{30, 3, 0.5F}, false, true, 0.1, 0}};
        UnitResult skipped{{query("r", {{1, 1, 5, 5}}), {"r"}}, {}, "no photo"};
        report.add(hit);
        report.add(miss);
        report.add(skipped);
        QCOMPARE(report.scored(), 2U);
        QCOMPARE(report.maps()[0].all.hits, 0.5 + 25.0 / 800);
        QCOMPARE(report.maps()[1].all.hits, 0.0);  // the center (20, 10) is just outside
        const MapReport& map = report.maps()[2];
        QCOMPARE(map.all.accuracy(), 50.0);
        QCOMPARE(map.all.energy(), 30.0);
        QCOMPARE(map.all.silent, 1U);
        QCOMPARE(map.all.best_box_threshold(), 3);
        QCOMPARE(map.by_type.at("people").hits, 1.0);
        QCOMPARE(map.by_size[0].total, 1U);
        QCOMPARE(map.by_size[3].total, 1U);
        QCOMPARE(report.types(), (std::vector<std::string>{"people", "scene", "other"}));
        QCOMPARE(report.skipped().at("no photo"), 1U);
        const auto json = report_json(report);
        QCOMPARE(json["maps"]["m"]["box_accuracy_best_on_this_split"]["threshold"].get<double>(), 0.2);
        QCOMPARE(json["maps"]["m"]["types"]["people"]["accuracy"].get<double>(), 100.0);
        QVERIFY(report_csv(report).starts_with("\xEF\xBB\xBFmap,group"));
        QVERIFY(report_markdown(report).find("| m | 50.00 |") != std::string::npos);
        QVERIFY(report_latex(report).find("m & 50.00") != std::string::npos);
        QVERIFY(report_text(report).find("skipped 1: no photo") != std::string::npos);
    }

    void rates_of_nothing_are_dashes() {
        const std::vector<std::string> names{"m"};
        ReportHeading heading;
        heading.protocol = "plain";
        BenchmarkReport report(heading, names);
        const auto has = [](const std::string& text, const char* part) {
            return text.find(part) != std::string::npos;
        };
        QVERIFY(has(report_markdown(report), "| m | - | - | 0 / 0 | - | - | - | - | - | - | - |\n"));
        QVERIFY(has(report_latex(report), "m & - & - & 0 / 0 & - & - & - & - & - & - & - "));
        QVERIFY(has(report_text(report), " - %  (-)  0 / 0\n"));
        QVERIFY(has(report_csv(report), "\"m\",all,\"\",0,0,,,,,,,,\n"));
        for (const auto& text : {report_markdown(report), report_latex(report), report_text(report)})
            QVERIFY2(!has(text, "0.00") && !has(text, "100.00"), text.c_str());
        // One unit of 5-15 %: the other sizes are of nothing.
        report.add({{query("q", {{1, 1, 10, 8}}), {"q"}}, {{{3, 3, 0.5F}, true, false, 0.5, 1U << 3}}, {}});
        QVERIFY2(has(report_markdown(report), "| 100.00 (0.20) | - | 100.00 | - | - |\n"),
                 report_markdown(report).c_str());
    }

    void the_interval_is_wilsons() {
        const Interval interval = wilson_interval(50, 100);  // by hand: 0.4038 to 0.5962
        QVERIFY(std::abs(interval.low - 40.383) < 0.001);
        QVERIFY(std::abs(interval.high - 59.617) < 0.001);
        QCOMPARE(wilson_interval(0, 10).low, 0.0);
        QVERIFY(std::abs(wilson_interval(0, 10).high - 27.753) < 0.001);
        QCOMPARE(wilson_interval(0, 0).high, 100.0);
    }

    void results_survive_a_kill() {
        const std::vector<std::string> names{"m"};
        const nlohmann::json heading{{"protocol", "mg"}};
        UnitResult result{{query("p", {{1, 1.5, 20, 20}}, "7", {"people"}), {"p", "q"}}, {}, {}};
        result.scores = {{{3, 4, 0.1F}, true, false, 1.0 / 3, 5}};
        const UnitResult skipped{{query("r", {{1, 1, 5, 5}}), {"r"}}, {}, "no photo"};
        const fs::path file = path("results.jsonl"), part = path("results.jsonl.part");
        {
            ResultJournal journal(file, heading, names, false);
            journal.add(result);
            journal.add(skipped);
        }
        QVERIFY(!fs::exists(file));
        write_atomically(part, read_text(part) + "{\"image\": \"cut o");
        std::vector<UnitResult> taken;
        {
            ResultJournal journal(file, heading, names, true,
                                  [&](UnitResult&& one) { taken.push_back(one); });
            QCOMPARE(journal.already(), 2U);
            journal.add(result);
            journal.finish();
        }
        QCOMPARE(taken.size(), 2U);
        QCOMPARE(taken[0].scores[0].energy, 1.0 / 3);
        QCOMPARE(taken[0].scores[0].peak.value, 0.1F);
        QCOMPARE(taken[0].unit.target.boxes[0].y1, 1.5);
        QCOMPARE(taken[0].unit.phrases.size(), 2U);
        QCOMPARE(taken[1].skipped, std::string("no photo"));
        QVERIFY(!fs::exists(part));
        const ResultFile read = read_results(file);
        QCOMPARE(read.names, names);
        QCOMPARE(read.results.size(), 3U);
        { ResultJournal journal(file, heading, names, false); }
        QVERIFY_THROWS_EXCEPTION(Error, ResultJournal(file, {{"protocol", "plain"}}, names, true));
        write_atomically(path("other.jsonl"), "{\"a\": 1}\n");
        QVERIFY_THROWS_EXCEPTION(Error, read_results(path("other.jsonl")));
        QVERIFY_THROWS_EXCEPTION(Error, read_results(path("none.jsonl")));
    }

    void results_are_compared() {
        const auto file = [](const std::vector<int>& hits) {
            ResultFile found{{"mean"}, {}};
            for (std::size_t i = 0; i < hits.size(); ++i) {
                const std::string image = "i" + std::to_string(i / 4) + ".jpg";
                UnitResult result{{query("p", {{1, 1, 20, 20}}, "", {}, image.c_str()), {"p"}}, {}, {}};
                result.scores = {{{0, 0, 1}, hits[i] == 1, false, 0, 0}};
                found.results.push_back(result);
            }
            return found;
        };
        std::vector<int> a, b;
        for (int i = 0; i < 80; ++i) {
            a.push_back(i % 2);
            b.push_back(i % 2 || i % 8 == 0 ? 1 : 0);
        }
        b[1] = 0;
        const ResultFile first = file(a), second = file(b);
        const Comparison found = compare_results(first, second);
        QCOMPARE(found.units, 80U);
        QCOMPARE(found.gained, 10U);
        QCOMPARE(found.lost, 1U);
        QCOMPARE(found.flips.size(), 11U);
        QCOMPARE(found.difference, 100.0 * 9 / 80);
        QVERIFY(found.low > 0 && found.low < found.difference && found.high > found.difference);
        QVERIFY(std::abs(found.p_value - 24.0 / 2048) < 1e-9);  // 2 (1 + 11) / 2^11
        QCOMPARE(compare_results(first, second).low, found.low);
        const Comparison turned = compare_results(second, first);
        QCOMPARE(turned.difference, -found.difference);
        const Comparison same = compare_results(first, first);
        QCOMPARE(same.low, 0.0);
        QCOMPARE(same.p_value, 1.0);
        QVERIFY_THROWS_EXCEPTION(Error, compare_results(first, second, "other"));
        ResultFile elsewhere = file(a);
        for (auto& result : elsewhere.results) result.unit.target.image = "other.jpg";
        QVERIFY_THROWS_EXCEPTION(Error, compare_results(first, elsewhere));
    }

    void the_hash_is_sha256() {
        write_atomically(path("abc"), "abc");
        QCOMPARE(file_sha256(path("abc")),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QVERIFY_THROWS_EXCEPTION(Error, file_sha256(path("no")));
    }
};

QTEST_GUILESS_MAIN(BenchmarkRunTest)
#include "benchmark_run_test.moc"
