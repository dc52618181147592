// SPDX-License-Identifier: GPL-3.0-or-later

// The pointing game inside masks, from the files of a data set to the table of results.
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/evaluation/benchmark_compare.h"
#include "core/evaluation/benchmark_results.h"
#include "core/evaluation/benchmark_setup.h"
#include "core/evaluation/map_measures.h"
#include "core/report/benchmark_tables.h"
#include "support/error_of.h"

using namespace gbs;
namespace fs = std::filesystem;

namespace {

// a.jpg has 40 x 20 pixels. The dog is an L: its box has a corner without dog. The cat has runs: columns 30 to 33. The
// second bird has no mask.
constexpr const char* instances = R"({
 "images": [{"id": 1, "file_name": "a.jpg", "width": 40, "height": 20}],
 "annotations": [
  {"id": 1, "image_id": 1, "category_id": 1, "iscrowd": 0, "bbox": [2, 2, 16, 16],
   "segmentation": [[2, 2, 6, 2, 6, 14, 18, 14, 18, 18, 2, 18]]},
  {"id": 2, "image_id": 1, "category_id": 2, "iscrowd": 0, "bbox": [30, 0, 4, 20],
   "segmentation": {"size": [20, 40], "counts": [600, 80, 120]}},
  {"id": 3, "image_id": 1, "category_id": 3, "iscrowd": 0, "bbox": [20, 2, 4, 4],
   "segmentation": [[20, 2, 24, 2, 24, 6, 20, 6]]},
  {"id": 4, "image_id": 1, "category_id": 3, "iscrowd": 0, "bbox": [20, 10, 4, 4], "segmentation": []}],
 "categories": [{"id": 1, "name": "dog"}, {"id": 2, "name": "cat"}, {"id": 3, "name": "bird"}]})";

constexpr const char* outlines = R"({"version": "5.0", "flags": {}, "imagePath": "a.jpg", "imageWidth": 40,
 "imageHeight": 20, "shapes": [
 {"label": "dog", "shape_type": "polygon", "points": [[2,2],[6,2],[6,14],[18,14],[18,18],[2,18]]},
 {"label": "cat", "shape_type": "rectangle", "points": [[30,0],[34,20]]}]})";

constexpr const char* references = R"([
 {"ref_id": 1, "ann_id": 1, "image_id": 1, "split": "val", "sentences": [{"sent": "dog"}, {"sent": "cat"}]},
 {"ref_id": 2, "ann_id": 4, "image_id": 1, "split": "val", "sentences": [{"sent": "bird"}]}])";

/// 0 but for one pixel of 3 and one of 1.
Heatmap two_pixels(int x, int y, int other_x, int other_y) {
    std::vector<float> values(40 * 20, 0.0F);
    values[static_cast<std::size_t>(y * 40 + x)] = 3;
    values[static_cast<std::size_t>(other_y * 40 + other_x)] = 1;
    return {40, 20, std::move(values)};
}

}  // namespace

class MasksTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> directory_;
    fs::path path(const char* name) const { return fs::path(directory_->path().toStdString()) / name; }

    BenchmarkRequest request() const {
        BenchmarkRequest request;
        request.folder = path("coco").string();
        request.masks = true;
        request.no_model = true;
        request.maps = {"m=" + path("maps.jsonl").string()};
        return request;
    }
    static PreparedBenchmark prepare(const BenchmarkRequest& request) {
        request.check();
        return prepare_benchmark(request, read_requested(request), open_sources(request));
    }
    /// Scores into a report, and into `file`, if given.
    static BenchmarkReport score(const BenchmarkRequest& request, const fs::path& file = {}) {
        const PreparedBenchmark prepared = prepare(request);
        BenchmarkReport report = prepared.report();
        score_benchmark(prepared, file, true, {}, [&](const UnitResult& result) { report.add(result); });
        return report;
    }

 private Q_SLOTS:
    void init() {
        directory_ = std::make_unique<QTemporaryDir>();
        fs::create_directories(path("coco/annotations"));
        write_atomically(path("coco/annotations/instances_val2017.json"), instances);
        write_npy(two_pixels(12, 6, 3, 10), path("dog.npy"));  // in the box, beside the dog
        write_npy(two_pixels(31, 5, 32, 5), path("cat.npy"));
        write_npy(two_pixels(21, 3, 0, 0), path("bird.npy"));
        std::string lines;
        for (const char* name : {"dog", "cat", "bird"})
            lines +=
                nlohmann::json{{"image", "a.jpg"}, {"phrase", name}, {"file", std::string(name) + ".npy"}}
                    .dump() +
                "\n";
        write_atomically(path("maps.jsonl"), lines);
    }

    void masks_decide_hits_energy_and_chance() {
        const BenchmarkReport report = score(request());
        const MapReport &random = report.maps()[0], &center = report.maps()[1], &map = report.maps()[2];
        QCOMPARE(map.all.total, 2U);  // the bird has a box without a mask
        QCOMPARE(report.skipped().at("a box without a mask"), 1U);
        QCOMPARE(report.heading().adjusted.size(), 1U);
        QCOMPARE(map.all.hits, 1.0);
        QCOMPARE(map.all.energy_sum, 0.25 + 1.0);
        QVERIFY(std::abs(random.all.hits - (112.0 / 800 + 80.0 / 800)) < 1e-12);
        QCOMPARE(center.all.hits, 0.0);

        BenchmarkRequest boxes = request();
        boxes.masks = false;
        const BenchmarkReport in_boxes = score(boxes);
        QCOMPARE(in_boxes.maps()[2].all.total, 3U);
        QCOMPARE(in_boxes.maps()[2].all.hits, 3.0);
        QCOMPARE(in_boxes.maps()[0].all.hits, (256 + 80 + 32) / 800.0);
    }

    void the_result_names_them() {
        const BenchmarkReport report = score(request());
        QCOMPARE(report_json(report).at("region"), nlohmann::json("masks"));
        QVERIFY(report_text(report).find("protocol plain, masks: ") != std::string::npos);
        QVERIFY(report_text(report).find("masks count in place of boxes") != std::string::npos);
        BenchmarkRequest boxes = request();
        boxes.masks = false;
        QVERIFY(!report_json(score(boxes)).contains("region"));
        QVERIFY(request().command().find(" --protocol plain --masks") != std::string::npos);
    }

    void a_resumed_run_and_its_file_have_the_same_scores() {
        const fs::path file = path("results.jsonl");
        const BenchmarkReport whole = score(request(), file);
        const ResultFile read = read_results(file);
        QCOMPARE(read.results.size(), 3U - 1U);
        BenchmarkReport from_file(ReportHeading{}, read.names);
        for (const UnitResult& result : read.results) from_file.add(result);
        QCOMPARE(from_file.maps()[0].all.hits, whole.maps()[0].all.hits);
        QCOMPARE(from_file.maps()[2].by_size[size_bin(0.12)].total, 2U);

        // Killed before its last line.
        const PreparedBenchmark prepared = prepare(request());
        const fs::path other = path("other.jsonl");
        {
            ResultJournal journal(other, prepared.identity(), prepared.run.names(), false);
            journal.add(read.results.front());
        }
        std::size_t already = 0;
        BenchmarkReport resumed = prepared.report();
        score_benchmark(
            prepared, other, true, [&](std::size_t count) { already = count; },
            [&](const UnitResult& result) { resumed.add(result); });
        QCOMPARE(already, 1U);
        QCOMPARE(report_json(resumed), report_json(whole));
    }

    void results_in_masks_are_not_compared_with_those_in_boxes() {
        score(request(), path("masks.jsonl"));
        BenchmarkRequest boxes = request();
        boxes.masks = false;
        score(boxes, path("boxes.jsonl"));
        const ResultFile a = read_results(path("masks.jsonl")), b = read_results(path("boxes.jsonl"));
        QVERIFY(error_of([&] { compare_results(a, b); }).contains(QStringLiteral("no phrase is in both")));
        // Nor resumed as such.
        fs::copy(path("masks.jsonl"), path("next.jsonl"));
        QVERIFY(prepare(request()).identity() != prepare(boxes).identity());
    }

    void what_has_no_masks_is_refused() {
        BenchmarkRequest other = request();
        other.protocol = "mg";
        QVERIFY(error_of([&] { other.check(); }).contains(QStringLiteral("--masks needs --protocol plain")));
        write_atomically(path("phrases.tsv"),
                         "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\na.jpg\t40\t20\t1\t1\t9\t9\tdog\n");
        BenchmarkRequest table = request();
        table.folder.clear();
        table.phrases = path("phrases.tsv").string();
        table.images = path("coco").string();
        QVERIFY(error_of([&] { prepare(table); }).contains(QStringLiteral("leave out --masks")));
    }

    void outlines_of_annotation_tools_are_masks() {
        fs::create_directories(path("labelme"));
        write_atomically(path("labelme/a.json"), outlines);
        BenchmarkRequest labels = request();
        labels.folder = path("labelme").string();
        const BenchmarkReport report = score(labels);
        QCOMPARE(report.maps()[2].all.total, 1U);
        QCOMPARE(report.maps()[2].all.hits, 0.0);
        QVERIFY(std::abs(report.maps()[0].all.hits - 112.0 / 800) < 1e-12);
        QVERIFY(!report.heading().adjusted.contains("outline, read as the box around it"));
    }

    void references_share_the_mask_of_their_annotation() {
        fs::create_directories(path("refcoco"));
        write_atomically(path("refcoco/instances.json"), instances);
        write_atomically(path("refcoco/refs(unc).json"), references);
        BenchmarkRequest refer = request();
        refer.folder = path("refcoco").string();
        const BenchmarkReport report = score(refer);
        QCOMPARE(report.maps()[2].all.total, 2U);
        QCOMPARE(report.maps()[2].all.hits, 0.0);  // the map of "cat" does not point at the dog
        QVERIFY(std::abs(report.maps()[0].all.hits - 2 * 112.0 / 800) < 1e-12);
    }

    void large_photos_are_measured_as_small_ones() {
        PhraseQuery query{"a.jpg", 2000, 1500, "dog", {{1, 1, 2000, 1500}}};
        query.masks = {std::make_shared<const Mask>(
            2000, 1500, std::vector<Mask::Ring>{{{0, 0}, {1000, 0}, {1000, 1500}, {0, 1500}}})};
        const Heatmap even(2000, 1500, std::vector<float>(std::size_t{2000} * 1500, 1.0F));
        QVERIFY(std::abs(measure_map(even, query).energy - 0.5) < 1e-3);
    }

    void masks_of_real_photos_are_read() {
        const fs::path shared = fs::path(GBS_SHARED_DATA) / "coco_mini";
        if (!fs::exists(shared)) QSKIP("the shared photos are not on this machine");
        const Benchmark benchmark = read_benchmark(recognize_benchmark(shared), {}, {}, {}, Region::masks);
        std::size_t masked = 0;
        for (const PhraseQuery& query : benchmark.queries) {
            masked += query.has_masks();
            // Masks lie in their boxes: a mask covers no more, and most of them a good part.
            PhraseQuery boxes = query;
            boxes.masks.clear();
            QVERIFY(find_chance(query).share <= find_chance(boxes).share + 2.0 / query.width);
        }
        QCOMPARE(masked, benchmark.queries.size());
    }
};

QTEST_APPLESS_MAIN(MasksTest)
#include "masks_test.moc"
