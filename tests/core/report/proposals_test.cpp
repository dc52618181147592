// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/proposals.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/data/benchmark.h"
#include "core/data/benchmark_formats.h"
#include "core/report/annotation_files.h"

using namespace gbs;
namespace fs = std::filesystem;

namespace {

/// Two hills; the first is the higher one.
Heatmap two_hills(double x, double y, double other_x, double other_y) {
    std::vector<float> values;
    for (int row = 0; row < 24; ++row)
        for (int column = 0; column < 32; ++column) {
            const auto hill = [&](double cx, double cy, double height) {
                return height * std::exp(-((column - cx) * (column - cx) + (row - cy) * (row - cy)) / 18);
            };
            values.push_back(static_cast<float>(0.02 + hill(x, y, 0.8) + hill(other_x, other_y, 0.7)));
        }
    return {32, 24, std::move(values)};
}

}  // namespace

/// From maps to places that other tools can open.
class ProposalsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> directory_;
    std::shared_ptr<const Image> image_ =
        std::make_shared<Image>(Image{320, 240, std::vector<std::uint8_t>(320 * 240 * 3, 90)});
    GroundingTask task_;

    fs::path folder() const { return fs::path(directory_->path().toStdString()); }
    GroundedPhoto photo() const {
        GroundedPhoto grounded{task_, image_, {0, 1, 2}, {}, {}, 0};
        const Heatmap dog = two_hills(8, 6, 25, 18), nothing(32, 24, std::vector<float>(32 * 24, 0.0F));
        grounded.groundings.push_back({"a dog", dog, dog, dog, 1, 0.87F});
        const Heatmap tree = two_hills(24, 12, 4, 20);
        grounded.groundings.push_back({"a \"tall\" tree", tree, tree, tree, 1, {}});
        grounded.groundings.push_back({"nothing", nothing, nothing, nothing, 1, 0.01F});
        return grounded;
    }

 private Q_SLOTS:
    void init() {
        directory_ = std::make_unique<QTemporaryDir>();
        fs::create_directories(folder() / "photos");
        task_ = {folder() / "photos" / "a.png", {"a dog", "a \"tall\" tree", "nothing"}, "a.png"};
        write_image(*image_, task_.photo);
    }

    void a_proposal_is_the_region_around_the_peak() {
        const std::vector<Proposal> proposals = propose(photo(), 0.5);
        QCOMPARE(proposals.size(), std::size_t{2});
        const Proposal& dog = proposals[0];
        QVERIFY(std::abs(dog.score - 0.87) < 1e-6);
        // The hill falls to a half 3.5 cells of 10 pixels away from (85, 65), the other hill is not part of it.
        const std::array<double, 4> expected{49, 29, 121, 101};
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY2(std::abs(dog.box[i] - expected[i]) < 3, qPrintable(QString::number(dog.box[i])));
        QVERIFY(dog.outline.size() >= 6);
        for (const auto& [x, y] : dog.outline)
            QVERIFY(x >= dog.box[0] && x <= dog.box[2] && y >= dog.box[1] && y <= dog.box[3]);
        // Without a strength, the value of the peak.
        QVERIFY(std::abs(proposals[1].score - 0.82) < 0.01);
    }

    void a_lower_threshold_gives_a_larger_region() {
        const auto width = [&](double threshold) {
            const auto box = propose(photo(), threshold)[0].box;
            return box[2] - box[0];
        };
        QVERIFY(width(0.3) > width(0.5));
        QVERIFY(width(0.5) > width(0.9));
        QVERIFY(width(1.0) < 30);
    }

    void other_tools_files_can_be_read_back_data() {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("title");
        QTest::newRow("labelme") << 0 << QStringLiteral("labelme");
        QTest::newRow("coco") << 1 << QStringLiteral("MS-COCO");
        QTest::newRow("voc") << 2 << QStringLiteral("Pascal VOC");
        QTest::newRow("yolo") << 3 << QStringLiteral("YOLO");
        QTest::newRow("cvat") << 4 << QStringLiteral("CVAT");
    }
    void other_tools_files_can_be_read_back() {
        QFETCH(int, format);
        QFETCH(QString, title);
        // COCO's file is known by its place.
        AnnotationFiles files(folder() / "annotations",
                              all_annotation_formats[static_cast<std::size_t>(format)]);
        files.add(describe_proposals(photo(), 0.5));
        files.finish();
        if (title == QStringLiteral("MS-COCO"))
            fs::rename(folder() / "annotations/instances.json", folder() / "annotations/instances_val.json");
        const BenchmarkFolder about = recognize_benchmark(folder());
        QCOMPARE(QString::fromUtf8(about.format->title.data()), title);
        const Benchmark read = read_benchmark(about);
        QVERIFY(read.missing_photos.empty());
        QCOMPARE(read.queries.size(), std::size_t{2});
        const auto expected = propose(photo(), 0.5);
        for (const PhraseQuery& query : read.queries) {
            const auto& proposal = query.phrase == "a dog" ? expected[0] : expected[1];
            QCOMPARE(query.phrase, proposal.phrase);
            QCOMPARE(query.width, 320);
            QVERIFY(std::abs(query.boxes.at(0).x1 - 1 - proposal.box[0]) <= 1);
            QVERIFY(std::abs(query.boxes.at(0).y2 - proposal.box[3]) <= 1);
        }
    }

    void labelme_finds_the_photo_from_its_file() {
        AnnotationFiles files(folder() / "labels" / "deep", AnnotationFormat::labelme);
        files.add(describe_proposals(photo(), 0.5));
        const auto found = nlohmann::json::parse(read_text(folder() / "labels" / "deep" / "a.json"));
        QCOMPARE(found["imagePath"].get<std::string>(), std::string("../../photos/a.png"));
        QCOMPARE(found["shapes"][0]["shape_type"].get<std::string>(), std::string("polygon"));
    }

    void photos_of_one_name_have_files_of_their_own() {
        AnnotationFiles files(folder() / "labels", AnnotationFormat::voc);
        for (int i = 0; i < 3; ++i) files.add(describe_proposals(photo(), 0.5));
        for (const char* name : {"a.xml", "a.2.xml", "a.3.xml"})
            QVERIFY(fs::exists(folder() / "labels" / name));
    }
};

QTEST_GUILESS_MAIN(ProposalsTest)
#include "proposals_test.moc"
