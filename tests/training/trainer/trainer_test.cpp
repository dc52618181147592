// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/trainer.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/model/checkpoint.h"
#include "core/tensor/safetensors.h"
#include "support/error_of.h"
#include "support/strict_yaml.h"
#include "support/tiny_run.h"
#include "training/run/run_reader.h"

using namespace gbs;
using namespace gbs::training;
namespace fs = std::filesystem;

class TrainerTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void initTestCase();
    void a_run_fills_its_folder_and_completes();
    void a_resumed_run_has_the_losses_of_an_uninterrupted_one_data();
    void a_resumed_run_has_the_losses_of_an_uninterrupted_one();
    void the_same_seed_gives_the_same_losses_and_another_does_not();
    void stages_change_what_learns();
    void a_broken_photo_is_skipped();
    void requests_pause_resume_save_and_stop();
    void validation_keeps_the_best_checkpoint();
    void a_folder_with_a_run_is_not_overwritten();
    void a_failure_is_written_to_the_status();
    void a_damaged_checkpoint_is_put_aside_and_the_one_before_continues();
    void without_a_whole_checkpoint_nothing_is_changed();
    void a_run_folder_that_is_moved_ends_the_training_data();
    void a_run_folder_that_is_moved_ends_the_training();

 private:
    /// Trains a run that has checkpoints at steps 2, 4 and 6.
    void make_checkpoints(const std::string& name) const {
        train(tiny_options(folder()), run(name));
        QCOMPARE(list_checkpoints(run(name)).size(), std::size_t{3});
    }
    /// Flips one bit in the middle of a file: in the values of a tensor.
    static void flip_bit(const fs::path& file) {
        std::string bytes = read_text(file);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
        write_atomically(file, bytes);
    }
    fs::path run(const std::string& name) const { return folder() / name; }
    fs::path folder() const { return fs::path(directory_.path().toStdString()); }
    static std::vector<double> totals(const fs::path& run);
    QTemporaryDir directory_;
};

/// The total loss of each step, in order.
std::vector<double> TrainerTest::totals(const fs::path& run) {
    std::vector<double> values;
    for (const MetricsRecord& record : read_metrics(run).records)
        if (record.values.count("loss/total")) values.push_back(record.values.at("loss/total"));
    return values;
}

void TrainerTest::initTestCase() {
    if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
    make_tiny_data(folder(), 10);
}

void TrainerTest::a_run_fills_its_folder_and_completes() {
    TrainOptions options = tiny_options(folder());
    options.preview_every = 3;
    QCOMPARE(train(options, run("plain")), TrainOutcome::completed);
    const RunStatus status = read_status(run("plain"));
    QCOMPARE(status.state, RunState::completed);
    QCOMPARE(status.step, 6);
    QCOMPARE(status.total, 6);
    QCOMPARE(totals(run("plain")).size(), std::size_t{6});
    QVERIFY(!list_previews(run("plain")).empty());
    QVERIFY(fs::exists(list_previews(run("plain")).front() / "row0_blend.png"));
    const auto latest = latest_checkpoint(run("plain"));
    QVERIFY(latest.has_value());
    QCOMPARE(latest->step, 6);
    QCOMPARE(read_model_options(latest->model).neck_width, 8);
    const TrainOptions again = read_recipe(run("plain") / "config.yaml");
    QCOMPARE(to_recipe(again), read_text(run("plain") / "config.yaml"));
    QCOMPARE(duplicate_keys(YAML::LoadFile((run("plain") / "config.yaml").string())), QStringList());
}

void TrainerTest::a_resumed_run_has_the_losses_of_an_uninterrupted_one_data() {
    QTest::addColumn<bool>("cached");
    QTest::addColumn<double>("ema");
    QTest::newRow("photos, everything learns") << false << 0.0;
    QTest::newRow("photos, moving average") << false << 0.9;
    QTest::newRow("cached features, moving average") << true << 0.9;
}

void TrainerTest::a_resumed_run_has_the_losses_of_an_uninterrupted_one() {
    QFETCH(bool, cached);
    QFETCH(double, ema);
    TrainOptions options = tiny_options(folder());
    options.stage.ema = ema;
    if (cached) {
        options.stage.cache_features = true;
        options.stage.learn_encoder = false;
        options.stage.blend_space = BlendSpace::features;
        options.stage.recurrent_share = 0.5;
    }
    const std::string tag = std::to_string(cached) + std::to_string(ema);
    train(options, run("whole" + tag));
    // Stopped after 3 steps, between checkpoints; and once more after 5.
    int stop_after = 3;
    int seen = 0;
    TrainHooks hooks;
    hooks.progress = [&](const TrainProgress& progress) { seen = progress.step; };
    hooks.stop_requested = [&] { return seen >= stop_after; };
    QCOMPARE(train(options, run("parts" + tag), hooks), TrainOutcome::stopped);
    QCOMPARE(latest_checkpoint(run("parts" + tag))->step, 3);
    stop_after = 5;
    QCOMPARE(resume_training(run("parts" + tag), hooks), TrainOutcome::stopped);
    QCOMPARE(resume_training(run("parts" + tag)), TrainOutcome::completed);
    const auto whole = totals(run("whole" + tag)), parts = totals(run("parts" + tag));
    QCOMPARE(parts.size(), whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i)
        QVERIFY2(whole[i] == parts[i], qPrintable(QString::number(i)));
}

void TrainerTest::the_same_seed_gives_the_same_losses_and_another_does_not() {
    TrainOptions options = tiny_options(folder());
    options.stage.steps = 2;
    train(options, run("seed_a"));
    train(options, run("seed_b"));
    options.seed = 6;
    train(options, run("seed_c"));
    QVERIFY(totals(run("seed_a")) == totals(run("seed_b")));
    QVERIFY(totals(run("seed_a")) != totals(run("seed_c")));
}

void TrainerTest::stages_change_what_learns() {
    TrainOptions options = tiny_options(folder());
    options.stage.learn_encoder = false;
    options.stages = {
        {"align",
         {{"steps", "2"}, {"loss.sep", "0"}, {"loss.neg", "0"}, {"loss.adv", "0"}, {"loss.i2t", "1"}}},
        {"separate", {{"steps", "2"}, {"learn.necks", "false"}, {"learn.projection", "false"}}}};
    options.checkpoint_every = 1;
    options.checkpoint_keep = 10;
    train(options, run("stages"));
    const auto checkpoints = list_checkpoints(run("stages"));
    QCOMPARE(checkpoints.size(), std::size_t{4});
    const auto tensor = [&](std::size_t i, const char* name) {
        const SafetensorsFile file(checkpoints[i].model);
        const auto bytes = file.at(name).bytes;
        return std::vector<std::byte>(bytes.begin(), bytes.end());
    };
    const char* neck = "necks_0.conv.weight";
    const char* decoder = "decoder.blocks_0.conv1.weight";
    QVERIFY(tensor(0, neck) != tensor(1, neck));
    QVERIFY(tensor(0, decoder) == tensor(1, decoder));
    QVERIFY(tensor(2, neck) == tensor(3, neck));
    QVERIFY(tensor(2, decoder) != tensor(3, decoder));
    QVERIFY(tensor(0, "encoder._conv_stem.weight") == tensor(3, "encoder._conv_stem.weight"));
}

void TrainerTest::a_broken_photo_is_skipped() {
    const fs::path data = folder() / "broken";
    make_tiny_data(data, 6);
    write_atomically(data / "photos" / "photo2.png", "this is no photo");
    TrainOptions options = tiny_options(data);
    options.stage.steps = 3;
    QCOMPARE(train(options, run("broken_run")), TrainOutcome::completed);
    for (int i = 0; i < 6; ++i)
        write_atomically(data / "photos" / ("photo" + std::to_string(i) + ".png"), "no photo");
    QVERIFY_EXCEPTION_THROWN(train(options, run("all_broken")), Error);
    QCOMPARE(read_status(run("all_broken")).state, RunState::failed);
}

void TrainerTest::requests_pause_resume_save_and_stop() {
    const fs::path path = run("control");
    TrainHooks hooks;
    std::vector<std::string> said;
    hooks.message = [&](const std::string& message) {
        said.push_back(message);
        if (message.rfind("paused", 0) == 0) {
            QCOMPARE(read_status(path).state, RunState::paused);
            send_control(path, ControlWord::resume);
        }
    };
    hooks.progress = [&](const TrainProgress& progress) {
        if (progress.step == 1) send_control(path, ControlWord::pause);
        if (progress.step == 3) send_control(path, ControlWord::save);
        if (progress.step == 4) send_control(path, ControlWord::stop);
    };
    TrainOptions options = tiny_options(folder());
    options.checkpoint_every = 100;
    QCOMPARE(train(options, path, hooks), TrainOutcome::stopped);
    QVERIFY(std::find(said.begin(), said.end(), "resumed") != said.end());
    const auto checkpoints = list_checkpoints(path);
    QCOMPARE(checkpoints.size(), std::size_t{2});
    QCOMPARE(checkpoints[0].step, 3);
    QCOMPARE(checkpoints[1].step, 4);
    QCOMPARE(read_status(path).state, RunState::idle);
}

void TrainerTest::validation_keeps_the_best_checkpoint() {
    TrainOptions options = tiny_options(folder());
    options.validation_images = (folder() / "photos").string();
    options.validation_phrases = (folder() / "phrases.tsv").string();
    options.validation_every = 2;
    train(options, run("validated"));
    const auto best = best_checkpoint(run("validated"));
    QVERIFY(best.has_value());
    std::size_t validations = 0;
    for (const auto& record : read_metrics(run("validated")).records)
        validations += record.values.count("validation/mean");
    QCOMPARE(validations, std::size_t{3});
}

void TrainerTest::a_folder_with_a_run_is_not_overwritten() {
    QVERIFY_EXCEPTION_THROWN(train(tiny_options(folder()), run("plain")), Error);
    QVERIFY_EXCEPTION_THROWN(resume_training(folder() / "nothing_here"), Error);
}

void TrainerTest::a_failure_is_written_to_the_status() {
    TrainOptions options = tiny_options(folder());
    options.stage.batch = 11;  // more than the number of photos
    QVERIFY_EXCEPTION_THROWN(train(options, run("too_large")), Error);
    const RunStatus status = read_status(run("too_large"));
    QCOMPARE(status.state, RunState::failed);
    QVERIFY(status.error.find("batch") != std::string::npos);
}

void TrainerTest::a_damaged_checkpoint_is_put_aside_and_the_one_before_continues() {
    make_checkpoints("damaged");
    const auto pairs = list_checkpoints(run("damaged"));
    flip_bit(pairs[2].model);
    flip_bit(pairs[1].state);
    const auto before = totals(run("damaged"));
    QCOMPARE(resume_training(run("damaged")), TrainOutcome::completed);
    QVERIFY(totals(run("damaged")) == before);
    QVERIFY(fs::exists(pairs[2].model.string() + ".damaged"));
    QVERIFY(fs::exists(pairs[1].state.string() + ".damaged"));
    QCOMPARE(latest_checkpoint(run("damaged"))->step, 6);
    load_checkpoint(latest_checkpoint(run("damaged"))->model, WordShape(384));
}

void TrainerTest::without_a_whole_checkpoint_nothing_is_changed() {
    make_checkpoints("lost");
    for (const auto& pair : list_checkpoints(run("lost"))) {
        fs::resize_file(pair.state, 100);
        flip_bit(pair.model);
    }
    const std::string status = read_text(run("lost") / "status.json"),
                      metrics = read_text(run("lost") / "metrics.jsonl");
    const std::string error = error_text([&] { resume_training(run("lost")); });
    QVERIFY2(error.find("none of its checkpoints is whole") != std::string::npos, error.c_str());
    QCOMPARE(read_text(run("lost") / "status.json"), status);
    QCOMPARE(read_text(run("lost") / "metrics.jsonl"), metrics);
    QCOMPARE(list_checkpoints(run("lost")).size(), std::size_t{3});
}

void TrainerTest::a_run_folder_that_is_moved_ends_the_training_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"renamed", "deleted", "lock"}) QTest::newRow(what) << QString::fromLatin1(what);
}

void TrainerTest::a_run_folder_that_is_moved_ends_the_training() {
    QFETCH(QString, what);
    const fs::path path = run("moved " + what.toStdString());
    TrainHooks hooks;
    hooks.progress = [&](const TrainProgress& progress) {
        if (progress.step != 3) return;
        if (what == QStringLiteral("renamed")) fs::rename(path, path.string() + " away");
        if (what == QStringLiteral("deleted")) fs::remove_all(path);
        if (what == QStringLiteral("lock")) fs::remove(path / "lock");
    };
    const std::string error = error_text([&] { train(tiny_options(folder()), path, hooks); });
    QVERIFY2(error.find("was deleted, moved or replaced") != std::string::npos, error.c_str());
    QCOMPARE(fs::exists(path), what == QStringLiteral("lock"));
}

QTEST_GUILESS_MAIN(TrainerTest)
#include "trainer_test.moc"
