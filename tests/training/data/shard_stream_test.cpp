// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/shard_stream.h"

#include <QTemporaryDir>
#include <QtTest>
#include <set>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "support/shard_files.h"
#include "support/tiny_run.h"
#include "training/run/run_reader.h"
#include "training/trainer/trainer.h"

using namespace gbs;
using namespace gbs::training;
namespace fs = std::filesystem;

/// Order of samples from shards, and resuming a stream.
class ShardStreamTest : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;
    WorkerPool workers_{2};

    fs::path folder() const { return fs::path(directory_.path().toStdString()); }
    /// `per_shard` samples in each shard, with captions "shard s number n".
    std::vector<fs::path> shards(const std::string& name, int count, int per_shard) const {
        fs::create_directories(folder() / name);
        Image image{20, 16, std::vector<std::uint8_t>(20 * 16 * 3, 90)};
        write_image(image, folder() / "photo.png");
        const std::string photo = read_text(folder() / "photo.png");
        std::vector<fs::path> paths;
        for (int shard = 0; shard < count; ++shard) {
            std::vector<std::pair<std::string, std::string>> members;
            for (int i = 0; i < per_shard; ++i) {
                const std::string key = std::to_string(1000 * shard + i);
                members.emplace_back(key + ".png", photo);
                members.emplace_back(key + ".txt",
                                     "shard " + std::to_string(shard) + " number " + std::to_string(i));
            }
            paths.push_back(folder() / name / ("s-" + std::to_string(shard) + ".tar"));
            write_tar(paths.back(), members);
        }
        return paths;
    }
    std::vector<std::string> texts(ShardStream& stream, std::size_t count) {
        std::vector<std::string> result;
        for (const auto& photo : stream.take(count, workers_)) result.push_back(photo.captions.front());
        return result;
    }

 private Q_SLOTS:
    void an_epoch_has_every_sample_once_and_is_shuffled() {
        ShardStream stream(shards("epoch", 4, 7), {.seed = 3, .buffer = 5});
        const auto first = texts(stream, 28), second = texts(stream, 28);
        QCOMPARE(std::set<std::string>(first.begin(), first.end()).size(), std::size_t{28});
        QCOMPARE(std::set<std::string>(second.begin(), second.end()).size(), std::size_t{28});
        QVERIFY(first != second);
        QVERIFY(!std::is_sorted(first.begin(), first.begin() + 5));
        QCOMPARE(stream.position().epoch, std::int64_t{1});
    }

    void ranks_share_the_shards() {
        const auto paths = shards("ranks", 5, 3);
        std::set<std::string> seen;
        std::size_t count = 0;
        for (int rank = 0; rank < 2; ++rank) {
            ShardStream stream(paths, {.seed = 1, .rank = rank, .ranks = 2, .buffer = 4});
            for (const auto& text : texts(stream, rank == 0 ? 9 : 6)) seen.insert(text), ++count;
        }
        QCOMPARE(count, std::size_t{15});
        QCOMPARE(seen.size(), std::size_t{15});
        QVERIFY_EXCEPTION_THROWN(ShardStream(paths, {.rank = 0, .ranks = 6}), Error);
    }

    void a_stream_resumes_at_a_position_data() {
        QTest::addColumn<int>("taken");
        for (const int taken : {0, 1, 5, 10, 11, 27, 28, 41})
            QTest::newRow(qPrintable(QString::number(taken))) << taken;
    }
    void a_stream_resumes_at_a_position() {
        QFETCH(int, taken);
        const auto paths = shards("seek", 4, 7);
        const ShardStreamOptions options{.seed = 9, .buffer = 5};
        ShardStream whole(paths, options);
        texts(whole, static_cast<std::size_t>(taken));
        ShardStream part(paths, options);
        part.seek(whole.position());
        QCOMPARE(texts(part, 30), texts(whole, 30));
        QVERIFY(part.position() == whole.position());
    }

    void another_number_of_ranks_misses_nothing() {
        // Two ranks are in their second and third shards: shards 0 to 2 are finished.
        const std::vector<ShardPosition> before{{1, 2, 3, 4}, {1, 1, 0, 2}};
        QVERIFY(continued_position(before, 0, 2) == before[0]);
        QVERIFY((continued_position(before, 0, 1) == ShardPosition{1, 3, 0, 0}));
        QVERIFY((continued_position(before, 0, 3) == ShardPosition{1, 1, 0, 0}));
        QVERIFY((continued_position(before, 1, 3) == ShardPosition{1, 1, 0, 0}));
        QVERIFY((continued_position(before, 2, 3) == ShardPosition{1, 1, 0, 0}));
        // A rank that is one epoch ahead has finished all of its shards.
        QVERIFY((continued_position({{1, 0, 0, 0}, {0, 2, 5, 0}}, 0, 1) == ShardPosition{0, 5, 0, 0}));
    }

    void broken_photos_and_shards_are_counted_and_replaced() {
        auto paths = shards("broken", 3, 4);
        write_tar(paths[1], {{"a.png", "no photo"}, {"a.txt", "broken"}, {"b.txt", "no photo at all"}});
        write_atomically(paths[2], "this is no archive at all, and it is longer than a header of 512 bytes" +
                                       std::string(2000, '#'));
        ShardStream stream(paths, {.seed = 1, .buffer = 3});
        stream.accept([](const std::string& text) { return text != "shard 0 number 2"; });
        const auto seen = texts(stream, 9);
        QCOMPARE(std::set<std::string>(seen.begin(), seen.end()).size(), std::size_t{3});
        QVERIFY(stream.skipped().at("photo that cannot be decoded") >= 1);
        QVERIFY(stream.skipped().at("sample without a photo") >= 1);
        QVERIFY(stream.skipped().at("caption without a word that the language model knows") >= 1);
    }

    void shards_without_anything_usable_are_an_error() {
        auto paths = shards("nothing", 2, 1);
        for (const auto& path : paths) write_tar(path, {{"a.txt", "text alone"}});
        ShardStream stream(paths, {.buffer = 3});
        QVERIFY_EXCEPTION_THROWN(stream.take(1, workers_), Error);
    }

    void a_run_trains_on_shards_and_resumes() {
        if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
        shards("run", 3, 5);
        TrainOptions options = tiny_options(folder());
        options.train_images.clear();
        options.train_captions.clear();
        options.train_shards = (folder() / "run").string();
        options.shuffle_buffer = 4;
        options.stage.learn_encoder = false;
        options.preview_every = 2;
        const auto totals = [](const fs::path& run) {
            std::vector<double> values;
            for (const auto& record : read_metrics(run).records)
                values.push_back(record.values.at("loss/total"));
            return values;
        };
        QCOMPARE(train(options, folder() / "whole"), TrainOutcome::completed);
        TrainHooks hooks;
        int seen = 0;
        hooks.progress = [&](const TrainProgress& progress) { seen = progress.step; };
        hooks.stop_requested = [&] { return seen == 3; };
        QCOMPARE(train(options, folder() / "parts", hooks), TrainOutcome::stopped);
        QCOMPARE(resume_training(folder() / "parts"), TrainOutcome::completed);
        QCOMPARE(totals(folder() / "parts"), totals(folder() / "whole"));
        QVERIFY(!list_previews(folder() / "whole").empty());

        options.stage.cache_features = true;
        QVERIFY_EXCEPTION_THROWN(train(options, folder() / "cached"), Error);
        options.stage.cache_features = false;
        options.train_images = folder().string();
        QVERIFY_EXCEPTION_THROWN(train(options, folder() / "both"), Error);
    }
};

QTEST_GUILESS_MAIN(ShardStreamTest)
#include "shard_stream_test.moc"
