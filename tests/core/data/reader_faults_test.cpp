// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/yaml_file.h"
#include "core/data/benchmark.h"
#include "core/data/captioned_images.h"
#include "core/data/phrase_list.h"
#include "core/data/webdataset.h"
#include "core/detector/detector_boxes.h"
#include "core/evaluation/benchmark_results.h"
#include "core/image/image.h"
#include "core/image/npy_map.h"
#include "core/report/map_files.h"
#include "core/tensor/safetensors.h"
#include "support/faults.h"
#include "support/shard_files.h"

using namespace gbs;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// More than one buffer of a stream.
constexpr int rows = 400;

std::string name_of(int i) {
    return "photo" + std::to_string(i) + ".jpg";
}

std::string join(const std::map<std::string, std::size_t>& counts) {
    std::string text;
    for (const auto& [what, count] : counts) text += what + "=" + std::to_string(count) + ";";
    return text;
}

/// Everything that the program takes from the file, as text.
using Read = std::function<std::string(const fs::path& folder)>;

std::string captions(const fs::path& folder, const char* file) {
    const CaptionedImages found = read_captioned_images(folder / "photos", folder / file);
    std::string text = join(found.skipped) + std::to_string(found.missing.size());
    for (const CaptionedImage& image : found.images) {
        text += image.path.filename().string();
        for (const std::string& caption : image.captions) text += caption;
    }
    return text;
}

std::string queries(const Benchmark& benchmark) {
    std::string text = join(benchmark.skipped) + join(benchmark.adjusted);
    for (const PhraseQuery& query : benchmark.queries) {
        text += query.image + query.phrase;
        for (const BoundingBox& box : query.boxes) text += std::to_string(box.x1) + std::to_string(box.y2);
    }
    return text;
}

std::string data_set(const fs::path& folder) {
    return queries(read_benchmark(recognize_benchmark(folder)));
}

std::string detector_lines(const fs::path& folder) {
    const DetectorBoxes boxes = read_detector_boxes(folder / "detector.jsonl");
    std::string text = join(boxes.skipped()) + std::to_string(boxes.boxes());
    for (const DetectorImage& image : boxes.images()) text += image.image;
    return text;
}

std::string shard(const fs::path& folder) {
    ShardReader reader(folder / "shard.tar");
    std::string text;
    while (const auto sample = reader.next()) text += sample->key + sample->captions.front();
    return text + join(reader.skipped());
}

std::string results(const fs::path& folder) {
    std::string text;
    for (const UnitResult& result : read_results(folder / "results.jsonl").results)
        text += result.unit.target.image + std::to_string(result.scores[0].peak.x);
    return text;
}

std::string manifest(const fs::path& folder) {
    const MapFiles files(folder / "maps", {.resume = true}, "m");
    return std::to_string(files.missing({folder / "photos" / "photo0.jpg", {"a dog"}}).size());
}

std::string tensors(const fs::path& folder) {
    const SafetensorsFile file(folder / "weights.safetensors");
    std::string text;
    for (const auto& [name, view] : file.tensors()) text += name + std::to_string(view.bytes.size());
    return text;
}

const std::pair<const char*, Read> readers[] = {
    {"captions.tsv", [](const fs::path& folder) { return captions(folder, "captions.tsv"); }},
    {"captions.json", [](const fs::path& folder) { return captions(folder, "captions.json"); }},
    {"captions.jsonl", [](const fs::path& folder) { return captions(folder, "captions.jsonl"); }},
    {"phrases.tsv",
     [](const fs::path& folder) {
         std::string text;
         for (const ListedPhrase& phrase : read_phrase_list(folder / "phrases.tsv").phrases)
             text += phrase.photo + phrase.phrase;
         return text;
     }},
    {"phrases with boxes",
     [](const fs::path& folder) {
         return queries(read_phrases_benchmark(folder / "boxes.tsv", folder / "photos"));
     }},
    {"MS-COCO", [](const fs::path& folder) { return data_set(folder / "coco"); }},
    {"Visual Genome", [](const fs::path& folder) { return data_set(folder / "vg"); }},
    {"Flickr30k Entities", [](const fs::path& folder) { return data_set(folder / "flickr30k"); }},
    {"detector, lines", detector_lines},
    {"detector, results of MS-COCO",
     [](const fs::path& folder) {
         const DetectorBoxes boxes = read_detector_boxes(folder / "detector.json",
                                                         folder / "coco/annotations/instances_val2017.json");
         return join(boxes.skipped()) + std::to_string(boxes.boxes());
     }},
    {"NumPy map",
     [](const fs::path& folder) {
         const Heatmap map = read_npy_map(folder / "map.npy");
         double sum = 0;
         for (const float value : map.values()) sum += value;
         return std::to_string(map.width()) + " " + std::to_string(sum);
     }},
    {"photo",
     [](const fs::path& folder) {
         const Image photo = load_image(folder / "photo.png");
         return std::string(photo.rgb.begin(), photo.rgb.end());
     }},
    {"YAML",
     [](const fs::path& folder) {
         return read_yaml(folder / "recipe.yaml", 1 << 20)["batch"].as<std::string>();
     }},
    {"JSON",
     [](const fs::path& folder) {
         return json::parse(read_text(folder / "coco/annotations/instances_val2017.json")).dump();
     }},
    {"weights", tensors},
    {"shard", shard},
    {"results", results},
    {"manifest of maps", manifest}};

void put(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    write_atomically(path, text);
}

void put_texts(const fs::path& folder) {
    std::string table, lines, phrases, boxes = "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\n";
    json coco{{"images", json::array()}, {"annotations", json::array()}};
    for (int i = 0; i < rows; ++i) {
        const std::string number = std::to_string(i),
                          caption = "a dog and thing number " + number + " on the grass";
        table += name_of(i) + "\t" + caption + "\n";
        lines += json{{"image", name_of(i)}, {"caption", caption}}.dump() + "\n";
        phrases += name_of(i) + "\tthing number " + number + "\n";
        boxes +=
            name_of(i) + "\t64\t48\t1\t2\t30\t4" + std::to_string(i % 8) + "\tthing number " + number + "\n";
        coco["images"].push_back({{"id", i}, {"file_name", name_of(i)}, {"width", 64}, {"height", 48}});
        coco["annotations"].push_back({{"id", i}, {"image_id", i}, {"caption", caption}});
    }
    put(folder / "captions.tsv", table);
    put(folder / "captions.jsonl", lines);
    put(folder / "captions.json", coco.dump());
    put(folder / "phrases.tsv", phrases);
    put(folder / "boxes.tsv", boxes);
    put(folder / "recipe.yaml", "# " + std::string(9000, '-') + "\nbatch: 7\n");
}

void put_data_sets(const fs::path& folder) {
    json coco{{"images", json::array()},
              {"annotations", json::array()},
              {"categories", {{{"id", 1}, {"name", "dog"}, {"supercategory", "animal"}}}}};
    json genome = json::array(), sizes = json::array();
    for (int i = 0; i < rows; ++i) {
        coco["images"].push_back({{"id", i}, {"file_name", name_of(i)}, {"width", 64}, {"height", 48}});
        coco["annotations"].push_back({{"id", i},
                                       {"image_id", i},
                                       {"category_id", 1},
                                       {"bbox", {1, 2, 20 + i % 9, 30}},
                                       {"area", 600},
                                       {"iscrowd", 0}});
        sizes.push_back({{"image_id", i}, {"width", 64}, {"height", 48}});
        put(folder / "vg" / (std::to_string(i) + ".jpg"), "photo");
        genome.push_back({{"id", i},
                          {"regions",
                           {{{"region_id", i},
                             {"image_id", i},
                             {"x", 1},
                             {"y", 2},
                             {"width", 20},
                             {"height", 20 + i % 9},
                             {"phrase", "thing number " + std::to_string(i)}}}}});
    }
    put(folder / "coco/annotations/instances_val2017.json", coco.dump());
    put(folder / "vg/region_descriptions.json", genome.dump());
    put(folder / "vg/image_data.json", sizes.dump());
    for (int i = 1000; i < 1004; ++i) {
        const std::string name = std::to_string(i);
        put(folder / "flickr30k" / (name + ".jpg"), "photo");
        put(folder / "flickr30k/Sentences" / (name + ".txt"),
            "[/EN#1/people A man] rides [/EN#2/other a horse] .\n");
        put(folder / "flickr30k/Annotations" / (name + ".xml"),
            "<annotation><filename>" + name +
                ".jpg</filename><size><width>64</width><height>48</height></size><object><name>1</name><bndbox><xmin>1</xmin>"
                "<ymin>2</ymin><xmax>30</xmax><ymax>40</ymax></bndbox></object></annotation>");
    }
}

void put_binaries(const fs::path& folder) {
    Image photo{120, 90, {}};
    for (int i = 0; i < 120 * 90 * 3; ++i) photo.rgb.push_back(static_cast<std::uint8_t>(i * 7919 % 251));
    write_image(photo, folder / "photo.png");
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (60, 80), }";
    header.resize(117, ' ');
    header += '\n';
    std::string npy = std::string("\x93NUMPY\x01\x00", 8) + static_cast<char>(header.size()) + '\0' + header;
    for (int i = 0; i < 60 * 80; ++i) {
        const float value = static_cast<float>(i % 97) / 97;
        npy.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    put(folder / "map.npy", npy);
    std::string weights = R"({"w":{"dtype":"F32","shape":[4000],"data_offsets":[0,16000]}})";
    weights.resize(64, ' ');
    const std::uint64_t length = weights.size();
    put(folder / "weights.safetensors",
        std::string(reinterpret_cast<const char*>(&length), 8) + weights + std::string(16000, 'x'));
    std::vector<std::pair<std::string, std::string>> members;
    for (int i = 0; i < 12; ++i) {
        const std::string number = std::to_string(i);
        members.emplace_back(number + ".jpg", std::string(3000, 'p'));
        members.emplace_back(number + ".txt", "a caption " + number);
    }
    write_tar(folder / "shard.tar", members);
}

void put_outputs(const fs::path& folder) {
    std::string lines, boxes;
    json answers = json::array();
    for (int i = 0; i < rows; ++i) {
        lines +=
            json{{"image", name_of(i)}, {"phrase", "a dog"}, {"boxes", {{1, 2, 30, 40}}}, {"scores", {0.5}}}
                .dump() +
            "\n";
        answers.push_back({{"image_id", i}, {"category_id", 1}, {"bbox", {1, 2, 20, 30}}, {"score", 0.5}});
    }
    put(folder / "detector.jsonl", lines);
    put(folder / "detector.json", answers.dump());
    PointingUnit unit{{"a.jpg", 100, 80, "a cat", {{1, 1, 20, 20}}}, {"a cat"}, {}};
    ResultJournal journal(folder / "results.jsonl", json{{"protocol", "mg"}}, {"m"}, false);
    for (int i = 0; i < 60; ++i) {
        unit.target.image = name_of(i);
        journal.add({unit, {{{i, 4, 0.5F}, true, false, 0.5, 5}}, {}});
    }
    journal.finish();
    std::string listed;
    for (int i = 0; i < 100; ++i)
        listed += json{{"photo", (folder / "photos" / name_of(i)).string()},
                       {"phrase", "a dog"},
                       {"map", "gbs"},
                       {"format", "npy"},
                       {"file", std::to_string(i) + ".npy"},
                       {"width", 4},
                       {"height", 3},
                       {"peak", {1, 1}},
                       {"value", 0.5},
                       {"model", "m"}}
                      .dump() +
                  "\n";
    put(folder / "maps/maps.jsonl", listed);
}

}  // namespace

/// A read that fails is never the end of a file: each reader gives what the file says, or an error.
class ReaderFaultsTest : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;
    fs::path folder() const { return fs::path(directory_.path().toStdString()); }
    int counted_ = 0;

    /// The calls that a reader makes, each with the fault.
    void check(const Read& read, const std::string& expected, Call call, Fault fault) {
        int calls = 0;
        {
            const Faults count(folder(), call);
            read(folder());
            calls = count.seen();
        }
        for (int nth = 1; nth <= calls; ++nth) {
            std::string found, error;
            {
                const Faults faults(folder(), call, nth, fault);
                try {
                    found = read(folder());
                } catch (const std::exception& exception) {
                    error = exception.what();
                }
            }
            ++counted_;
            const bool told = fault != Fault::short_transfer && !error.empty();
            QVERIFY2(told || (error.empty() && found == expected),
                     qPrintable(QStringLiteral("call %1 of %2: %3")
                                    .arg(nth)
                                    .arg(calls)
                                    .arg(QString::fromStdString(error))));
        }
    }

 private Q_SLOTS:
    void initTestCase() {
        for (int i = 0; i < rows; ++i) put(folder() / "photos" / name_of(i), "photo");
        fs::create_directories(folder() / "coco/val2017");
        put_texts(folder());
        put_data_sets(folder());
        put_binaries(folder());
        put_outputs(folder());
    }

    void every_fault_is_told_data() {
        QTest::addColumn<int>("number");
        for (int i = 0; const auto& [name, read] : readers) QTest::newRow(name) << i++;
    }
    void every_fault_is_told() {
        QFETCH(int, number);
        const Read& read = readers[number].second;
        const std::string expected = read(folder());
        QVERIFY(!expected.empty());
        counted_ = 0;
        for (const Fault fault : {Fault::short_transfer, Fault::io_error})
            check(read, expected, Call::read, fault);
        check(read, expected, Call::open, Fault::io_error);
        qInfo("%d faults", counted_);
        QVERIFY(counted_ > 0);
    }
};

QTEST_GUILESS_MAIN(ReaderFaultsTest)
#include "reader_faults_test.moc"
