// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/batch_grounding.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>
#include <cstring>
#include <fstream>
#include <opencv2/imgcodecs.hpp>

#include "core/base/file_io.h"
#include "core/base/utf8.h"
#include "core/image/overlay.h"
#include "core/report/map_files.h"
#include "support/fake_grounder.h"
#include "support/small_disk.h"

// Instead of torch's headers, which take long to compile.
namespace at {
void set_num_threads(int threads);
}

using namespace gbs;
namespace fs = std::filesystem;

namespace {

Image make_photo(int width, int height, int seed) {
    Image image{width, height, {}};
    for (int i = 0; i < width * height * 3; ++i)
        image.rgb.push_back(static_cast<std::uint8_t>((i * 31 + seed * 57) % 251));
    return image;
}

/// The values of a float32 .npy file, according to its header.
Heatmap read_npy(const fs::path& path) {
    const std::string bytes = read_text(path);
    const std::size_t header =
        static_cast<unsigned char>(bytes[8]) + 256U * static_cast<unsigned char>(bytes[9]);
    int height = 0, width = 0;
    std::sscanf(bytes.c_str() + bytes.find("'shape': ("), "'shape': (%d, %d)", &height, &width);
    std::vector<float> values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    if (bytes.size() != 10 + header + values.size() * sizeof(float)) return {};
    std::memcpy(values.data(), bytes.data() + 10 + header, values.size() * sizeof(float));
    return {width, height, std::move(values)};
}

}  // namespace

class BatchGroundingTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void init();
    void files_contain_the_maps_at_the_photo_size();
    void the_manifest_lists_every_file();
    void only_requested_files_are_written();
    void photos_with_equal_names_do_not_share_files();
    void a_bad_photo_or_phrase_does_not_end_the_batch();
    void progress_excludes_the_warm_up();
    void several_photos_at_a_time_give_the_same_files();
    void a_cancelled_batch_is_consistent_and_resumes();
    void resuming_repairs_a_truncated_line_and_a_lost_file();
    void resuming_repairs_the_last_file();
    void two_programs_do_not_write_the_same_folder();
    void resuming_draws_overlays_of_another_look_again();
    void shared_limits_span_the_phrases_of_a_photo();
    void resuming_with_another_model_is_refused();
    void a_full_disk_ends_the_batch_without_partial_files();
    void characters_are_not_split();

 private:
    std::vector<GroundingTask> tasks(int count,
                                     std::vector<std::string> phrases = {"a dog", "the sky"}) const {
        std::vector<GroundingTask> made;
        for (int i = 0; i < count; ++i) made.push_back({photo("p" + std::to_string(i) + ".png"), phrases});
        return made;
    }
    fs::path photo(const std::string& name) const { return folder_->path().toStdString() + "/" + name; }
    fs::path out() const { return folder_->path().toStdString() + "/out"; }
    BatchSummary write(MapFiles& files, const std::vector<GroundingTask>& list, bool resume = false,
                       std::function<void(const BatchProgress&)> progress = {}, std::stop_token stop = {}) {
        BatchHandlers handlers;
        if (resume) handlers.wanted = [&](const GroundingTask& task) { return files.missing(task); };
        handlers.photo = [&](const GroundedPhoto& grounded) { files.write(grounded); };
        handlers.progress = std::move(progress);
        return ground_batch(*grounder_, list, handlers, stop);
    }
    std::vector<QJsonObject> manifest() const {
        std::vector<QJsonObject> lines;
        const auto text = QByteArray::fromStdString(read_text(out() / "maps.jsonl"));
        for (const QByteArray& line : text.split('\n'))
            if (!line.isEmpty()) lines.push_back(QJsonDocument::fromJson(line).object());
        return lines;
    }
    /// No temporary files, and the manifest matches the files.
    void check_consistent() const {
        QStringList named{QStringLiteral("maps.jsonl")};
        for (const QJsonObject& line : manifest()) named << line[QLatin1String("file")].toString();
        QStringList there =
            QDir(QString::fromStdString(out().string())).entryList(QDir::Files | QDir::Hidden);
        named.sort();
        there.sort();
        QCOMPARE(there, named);
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::shared_ptr<FakeControl> control_;
    std::unique_ptr<FakeGrounder> grounder_;
};

void BatchGroundingTest::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    control_ = std::make_shared<FakeControl>();
    grounder_ = std::make_unique<FakeGrounder>(control_);
    for (int i = 0; i < 4; ++i)
        write_image(make_photo(40 + 3 * i, 30 + i, i), photo("p" + std::to_string(i) + ".png"));
}

void BatchGroundingTest::files_contain_the_maps_at_the_photo_size() {
    MapFiles files(out(), {.formats = {MapFormat::overlay, MapFormat::png16, MapFormat::npy}}, "m");
    const BatchSummary summary = write(files, tasks(2));
    QCOMPARE(summary.photos, std::size_t{2});
    QCOMPARE(summary.phrases, std::size_t{4});
    const Image image = load_image(photo("p1.png"));
    const std::pair<const char*, double> maps[] = {{"gbs", 0.6}, {"i2t", 0.8}, {"mean", 0.7}};
    for (const auto& [name, height] : maps) {
        const Heatmap expected = fake_map("the sky", height).resized(43, 31);
        const fs::path stem = out() / ("p1.2.the-sky." + std::string(name));
        const Heatmap values = read_npy(stem.string() + ".npy");
        QCOMPARE(values.width(), 43);
        QCOMPARE(values.values(), expected.values());
        const cv::Mat grey = cv::imread(stem.string() + ".16bit.png", cv::IMREAD_UNCHANGED);
        QCOMPARE(grey.type(), CV_16UC1);
        QCOMPARE(grey.size(), cv::Size(43, 31));
        for (int y = 0; y < 31; ++y)
            for (int x = 0; x < 43; ++x)
                QCOMPARE(static_cast<long>(grey.at<std::uint16_t>(y, x)),
                         std::lround(std::min(expected.at(x, y), 1.0F) * 65535));
        const Image drawn = load_image(stem.string() + ".png");
        const ValueRange range = resized_range(fake_map("the sky", height), 43, 31);
        QCOMPARE(drawn.rgb, overlay(image, expected, expected.resized_peak(43, 31), {}, range).rgb);
    }
}

void BatchGroundingTest::the_manifest_lists_every_file() {
    MapFiles files(out(), {}, "models/m.safetensors");
    write(files, tasks(1, {"a <dog>/\"é\""}));
    const auto lines = manifest();
    QCOMPARE(lines.size(), std::size_t{6});
    check_consistent();
    const Peak peak = fake_map("a <dog>/\"é\"", 0.7).resized_peak(40, 30);
    for (const QJsonObject& line : lines) {
        QCOMPARE(line[QLatin1String("photo")].toString().toStdString(), photo("p0.png").string());
        QCOMPARE(line[QLatin1String("phrase")].toString(), QStringLiteral("a <dog>/\"é\""));
        QCOMPARE(line[QLatin1String("model")].toString(), QStringLiteral("models/m.safetensors"));
        if (line[QLatin1String("map")].toString() != QLatin1String("mean")) continue;
        QCOMPARE(line[QLatin1String("peak")].toArray().at(0).toInt(), peak.x);
        QCOMPARE(line[QLatin1String("peak")].toArray().at(1).toInt(), peak.y);
        QCOMPARE(static_cast<float>(line[QLatin1String("value")].toDouble()), peak.value);
    }
}

void BatchGroundingTest::only_requested_files_are_written() {
    MapFiles files(out(), {.maps = {MapKind::mean}, .formats = {MapFormat::png16}}, "m");
    write(files, tasks(1, {"a dog"}));
    const QStringList there = QDir(QString::fromStdString(out().string())).entryList(QDir::Files);
    QCOMPARE(there, (QStringList{QStringLiteral("maps.jsonl"), QStringLiteral("p0.1.a-dog.mean.16bit.png")}));
    QVERIFY_EXCEPTION_THROWN(MapFiles(out(), {.maps = {}}, "m"), Error);
}

void BatchGroundingTest::photos_with_equal_names_do_not_share_files() {
    fs::create_directory(photo("sub"));
    fs::copy(photo("p0.png"), photo("sub/p0.png"));
    MapFiles files(out(), {.maps = {MapKind::mean}, .formats = {MapFormat::npy}}, "m");
    write(files, {{photo("p0.png"), {"a", "a"}}, {photo("sub/p0.png"), {"a"}}});
    QCOMPARE(manifest().size(), std::size_t{3});
    check_consistent();
}

void BatchGroundingTest::a_bad_photo_or_phrase_does_not_end_the_batch() {
    write_atomically(photo("p1.png"), "no image");
    auto list = tasks(4);
    list[2].phrases = {"a dog", "???"};
    MapFiles files(out(), {.maps = {MapKind::mean}, .formats = {MapFormat::npy}}, "m");
    BatchProgress last;
    const BatchSummary summary =
        write(files, list, false, [&](const BatchProgress& progress) { last = progress; });
    QCOMPARE(summary.photos, std::size_t{3});
    QCOMPARE(summary.phrases, std::size_t{5});
    QCOMPARE(summary.failures.size(), std::size_t{2});
    QCOMPARE(summary.failures[0].photo, photo("p1.png"));
    QVERIFY(summary.failures[0].phrase.empty());
    QVERIFY(summary.failures[0].reason.find("p1.png") != std::string::npos);
    QCOMPARE(summary.failures[1].phrase, std::string("???"));
    QCOMPARE(last.done, std::size_t{4});
    QCOMPARE(last.failed, std::size_t{2});
    QCOMPARE(manifest().size(), std::size_t{5});
    check_consistent();
}

void BatchGroundingTest::progress_excludes_the_warm_up() {
    std::vector<BatchProgress> seen;
    MapFiles files(out(), {}, "m");
    write(files, tasks(4), false, [&](const BatchProgress& progress) { seen.push_back(progress); });
    QCOMPARE(seen.size(), std::size_t{5});
    for (std::size_t i = 0; i < seen.size(); ++i) {
        QCOMPARE(seen[i].done, i);
        QCOMPARE(seen[i].total, std::size_t{4});
        QCOMPARE(seen[i].photos_per_second > 0, i >= 2);  // the first photo is excluded
        QCOMPARE(seen[i].seconds_left.has_value(), i >= 2);
    }
    QCOMPARE(*seen.back().seconds_left, 0.0);
}

void BatchGroundingTest::several_photos_at_a_time_give_the_same_files() {
    control_->concurrent = true;
    control_->milliseconds_per_phrase = 3;
    fs::create_directory(photo("sub"));
    fs::copy(photo("p0.png"), photo("sub/p0.png"));
    write_atomically(photo("p2.png"), "no image");
    auto list = tasks(4, {"a dog", "???", "the sky"});
    list.push_back({photo("sub/p0.png"), {"a dog"}});
    std::string first;
    for (const int threads : {1, 3}) {
        fs::remove_all(out());
        at::set_num_threads(threads);
        MapFiles files(out(), {}, "m");
        std::vector<std::string> order;
        BatchHandlers handlers;
        handlers.wanted = [&](const GroundingTask& task) { return files.plan(task); };
        handlers.draw = [&](const GroundedPhoto& grounded) {
            return grounded.task.photo.filename().string() + '\n' + files.draw(grounded).lines;
        };
        handlers.drawn = [&](const std::string& text) {
            order.push_back(text.substr(0, text.find('\n')));
            files.list(text.substr(text.find('\n') + 1));
        };
        handlers.failed = [&](const GroundingFailure& failure) {
            order.push_back("failed " + failure.photo.string());
        };
        const BatchSummary summary = ground_batch(*grounder_, list, handlers);
        QCOMPARE(order, (std::vector<std::string>{"p0.png", "p1.png", "failed " + photo("p2.png").string(),
                                                  "p3.png", "p0.png"}));
        QCOMPARE(summary.photos, std::size_t{4});
        QCOMPARE(summary.phrases, std::size_t{7});
        QCOMPARE(summary.failures.size(), std::size_t{4});
        QCOMPARE(summary.failures[2].photo, photo("p2.png"));
        check_consistent();
        const std::string text = read_text(out() / "maps.jsonl");
        if (first.empty()) first = text;
        QCOMPARE(text, first);
        // Files of photos that were drawn but not listed are removed.
        fs::remove_all(out());
        {
            MapFiles again(out(), {}, "m");
            handlers.wanted = [&](const GroundingTask& task) { return again.plan(task); };
            handlers.draw = [&](const GroundedPhoto& grounded) { return again.draw(grounded).lines; };
            handlers.drawn = [](const std::string&) { throw Error("the window is gone"); };
            QVERIFY_EXCEPTION_THROWN(ground_batch(*grounder_, list, handlers), Error);
        }
        check_consistent();
        QVERIFY(manifest().empty());
    }
    at::set_num_threads(1);
}

void BatchGroundingTest::a_cancelled_batch_is_consistent_and_resumes() {
    std::stop_source stop;
    {
        MapFiles files(out(), {}, "m");
        QVERIFY_EXCEPTION_THROWN(write(
                                     files, tasks(4), false,
                                     [&](const BatchProgress& progress) {
                                         if (progress.done == 2) stop.request_stop();
                                     },
                                     stop.get_token()),
                                 Cancelled);
    }
    QCOMPARE(manifest().size(), std::size_t{2 * 2 * 6});
    check_consistent();
    control_->encodings = 0;
    MapFiles files(out(), {.resume = true}, "m");
    const BatchSummary summary = write(files, tasks(4), true);
    QCOMPARE(control_->encodings, 2);
    QCOMPARE(summary.skipped, std::size_t{2});
    QCOMPARE(summary.photos, std::size_t{2});
    QCOMPARE(manifest().size(), std::size_t{4 * 2 * 6});
    check_consistent();
}

void BatchGroundingTest::resuming_repairs_a_truncated_line_and_a_lost_file() {
    {
        MapFiles files(out(), {}, "m");
        write(files, tasks(2));
    }
    fs::remove(out() / "p0.2.the-sky.mean.npy");
    std::ofstream(out() / "maps.jsonl", std::ios::app) << "{\"photo\": \"/cut off in the mid";
    MapFiles files(out(), {.resume = true}, "m");
    const auto list = tasks(2);
    QCOMPARE(files.missing(list[0]), std::vector<std::size_t>{1});
    QVERIFY(files.missing(list[1]).empty());
    write(files, list, true);
    QVERIFY(fs::exists(out() / "p0.2.the-sky.mean.npy"));
    const auto lines = manifest();
    QCOMPARE(lines.size(), std::size_t{2 * 2 * 6 + 1});  // the lost file is listed again
    for (const QJsonObject& line : lines) QVERIFY(!line.isEmpty());
}

void BatchGroundingTest::resuming_repairs_the_last_file() {
    {
        MapFiles files(out(), {}, "m");
        write(files, tasks(1));
    }
    const auto last = out() / manifest().back()[QLatin1String("file")].toString().toStdString();
    QVERIFY(fs::remove(last));
    MapFiles files(out(), {.resume = true}, "m");
    write(files, tasks(1), true);
    QVERIFY(fs::exists(last));
}

void BatchGroundingTest::two_programs_do_not_write_the_same_folder() {
    MapFiles first(out(), {}, "m");
    write(first, tasks(1));
    for (const bool resume : {false, true})
        QVERIFY_EXCEPTION_THROWN(MapFiles(out(), {.resume = resume}, "m"), Error);
    QCOMPARE(manifest().size(), std::size_t{12});
    fs::remove(out() / "maps.jsonl");  // the next program would start here
    QVERIFY_EXCEPTION_THROWN(write(first, tasks(2)), Error);
}

void BatchGroundingTest::resuming_draws_overlays_of_another_look_again() {
    const MapFilesOptions fixed{.maps = {MapKind::mean}, .look = parse_look("fixed")};
    const MapFilesOptions again{.maps = {MapKind::mean}, .resume = true};
    const auto list = tasks(1, {"a dog"});
    const fs::path drawn = out() / "p0.1.a-dog.mean.png";
    {
        MapFiles files(out(), fixed, "m");
        write(files, list);
    }
    const Image before = load_image(drawn);
    {
        MapFiles files(out(), again, "m");
        QCOMPARE(files.missing(list[0]), std::vector<std::size_t>{0});
        write(files, list, true);
    }
    QVERIFY(load_image(drawn).rgb != before.rgb);
    QVERIFY(MapFiles(out(), again, "m").missing(list[0]).empty());
    // The last line of the file counts, not the first.
    MapFilesOptions back = fixed;
    back.resume = true;
    QCOMPARE(MapFiles(out(), back, "m").missing(list[0]), std::vector<std::size_t>{0});
}

void BatchGroundingTest::shared_limits_span_the_phrases_of_a_photo() {
    MapFilesOptions options{
        .maps = {MapKind::mean}, .formats = {MapFormat::overlay}, .look = parse_look("shared")};
    {
        MapFiles files(out(), options, "m");
        write(files, tasks(1));
    }
    const ValueRange all = united(resized_range(fake_map("a dog", 0.7), 40, 30),
                                  resized_range(fake_map("the sky", 0.7), 40, 30));
    for (const QJsonObject& line : manifest()) {
        QCOMPARE(static_cast<float>(line[QLatin1String("limits")].toArray().at(0).toDouble()), all.low);
        QCOMPARE(static_cast<float>(line[QLatin1String("limits")].toArray().at(1).toDouble()), all.high);
    }
    // A lost overlay needs the maps of all phrases for its limits.
    fs::remove(out() / "p0.2.the-sky.mean.png");
    options.resume = true;
    QCOMPARE(MapFiles(out(), options, "m").missing(tasks(1)[0]), (std::vector<std::size_t>{0, 1}));
}

void BatchGroundingTest::resuming_with_another_model_is_refused() {
    {
        MapFiles files(out(), {}, "one");
        write(files, tasks(1));
    }
    QVERIFY_EXCEPTION_THROWN(MapFiles(out(), {.resume = true}, "two"), Error);
    QCOMPARE(manifest().size(), std::size_t{12});
}

void BatchGroundingTest::a_full_disk_ends_the_batch_without_partial_files() {
    const SmallDisk disk(64 << 10);
    if (!disk.mounted()) QSKIP("cannot mount a small file system (needs root)");
    fs::create_directory_symlink(disk.path(), out());
    MapFiles files(out(), {.formats = {MapFormat::npy}}, "m");
    std::string reason;
    try {
        write(files, tasks(4, {"a", "b", "c", "d", "e", "f"}));
    } catch (const Error& error) {
        reason = error.what();
    }
    QVERIFY2(reason.find("No space left") != std::string::npos, reason.c_str());
    for (const auto& entry : fs::directory_iterator(disk.path())) {
        const std::string name = entry.path().filename().string();
        QVERIFY2(!name.ends_with(".tmp"), name.c_str());
        if (name.ends_with(".npy")) QVERIFY2(!read_npy(entry.path()).empty(), name.c_str());
    }
    for (const QJsonObject& line : manifest())
        QVERIFY(fs::exists(out() / line[QLatin1String("file")].toString().toStdString()));
}

void BatchGroundingTest::characters_are_not_split() {
    QCOMPARE(utf8_prefix("aé", 2), std::string_view("a"));
    QCOMPARE(utf8_prefix("aé", 3), std::string_view("aé"));
    QCOMPARE(utf8_prefix("狗", 2), std::string_view());
    QCOMPARE(valid_utf8("a\xFF\xC3z\xE2\x82"),
             std::string("a\xEF\xBF\xBD\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD"));
    // File names keep letters of any script.
    MapFiles files(out(), {.maps = {MapKind::mean}, .formats = {MapFormat::npy}}, "m");
    write(files, tasks(1, {"一只狗"}));
    QVERIFY(fs::exists(out() / "p0.1.一只狗.mean.npy"));
}

QTEST_GUILESS_MAIN(BatchGroundingTest)
#include "batch_grounding_test.moc"
