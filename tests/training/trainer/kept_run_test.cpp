// SPDX-License-Identifier: GPL-3.0-or-later

#include <QProcess>
#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/base/file_format.h"
#include "core/base/file_io.h"
#include "core/model/checkpoint.h"
#include "core/model/checkpoint_ensemble.h"
#include "core/tensor/tensors.h"
#include "support/error_of.h"
#include "support/tiny_run.h"
#include "training/run/run_reader.h"
#include "training/trainer/run_checkpoint.h"
#include "training/trainer/trainer.h"

using namespace gbs;
using namespace gbs::training;
namespace fs = std::filesystem;

/// Reads the run of version 0.2.0 that tests/fixtures/formats keeps, and refuses what later versions write.
class KeptRunTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> directory_;
    fs::path folder() const { return directory_->path().toStdString(); }
    fs::path run() const { return folder() / "run"; }
    CheckpointFiles files() const { return list_checkpoints(run()).at(0); }

    /// Writes a tensor file again with another number of its format.
    static void set_format(const fs::path& path, const char* key, const std::string& number) {
        std::map<std::string, torch::Tensor> tensors;
        std::map<std::string, std::string> metadata;
        {
            const SafetensorsFile file(path);
            for (const auto& [name, view] : file.tensors()) tensors[name] = to_tensor(view).clone();
            metadata = file.metadata();
        }
        metadata[key] = number;
        save_tensors(path, tensors, metadata, Checksum::sha256);
    }
    void set_status_format(const nlohmann::json& number) const {
        auto status = nlohmann::json::parse(read_text(run() / "status.json"));
        status["format"] = number;
        write_atomically(run() / "status.json", status.dump());
    }
    static void refuses(const std::function<void()>& work) {
        try {
            work();
        } catch (const NewerFormat& error) {
            const QString text = QString::fromUtf8(error.what());
            QVERIFY2(text.contains(QStringLiteral("newer version")), qPrintable(text));
            QVERIFY2(text.contains(QStringLiteral("format 2")), qPrintable(text));
            QVERIFY2(text.contains(QStringLiteral("update the program")), qPrintable(text));
            return;
        }
        QFAIL("it was read");
    }

 private Q_SLOTS:
    void init() {
        directory_ = std::make_unique<QTemporaryDir>();
        const QString archive = QStringLiteral(GBS_TEST_FIXTURES "/formats/run.tar.xz");
        QCOMPARE(QProcess::execute(QStringLiteral("tar"),
                                   {QStringLiteral("xf"), archive, QStringLiteral("-C"), directory_->path()}),
                 0);
        make_tiny_data(folder(), 4);
        qputenv("GBS_DATA", directory_->path().toLocal8Bit());
    }
    void cleanup() { qunsetenv("GBS_DATA"); }

    void all_files_are_read() {
        const RunStatus status = read_status(run());
        QCOMPARE(status.state, RunState::completed);
        QCOMPARE(status.step, 2);
        const auto records = read_metrics(run()).records;
        QCOMPARE(records.size(), std::size_t{2});
        QVERIFY(records[1].values.contains("loss/total"));
        QCOMPARE(list_previews(run()).size(), std::size_t{1});
        check_checkpoint(files());
        QCOMPARE(load_training_state(files().state, 1).position.step, 2);
        QCOMPARE(read_model_options(files().model).neck_width, 8);
        QCOMPARE(load_checkpoint(files().model, 384).metadata.at("gbs.format"), std::string("1"));
        QCOMPARE(read_recipe(run() / "config.yaml", {}).stage.batch, 4);
    }

    void it_is_continued() {
        if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
        QCOMPARE(resume_training(run(), {}, {"steps=3"}), TrainOutcome::completed);
        QCOMPARE(read_status(run()).step, 3);
        QCOMPARE(read_metrics(run()).records.size(), std::size_t{3});
    }

    void files_without_a_number_are_of_the_first_format() {
        auto status = nlohmann::json::parse(read_text(run() / "status.json"));
        QCOMPARE(status.at("format").get<int>(), run_format);
        status.erase("format");
        write_atomically(run() / "status.json", status.dump());
        QCOMPARE(read_status(run()).step, 2);
    }

    void a_newer_run_is_refused_and_unchanged() {
        set_status_format(2);
        refuses([&] { read_status(run()); });
        refuses([&] { resume_training(run(), {}); });
        QCOMPARE(list_checkpoints(run()).size(), std::size_t{1});
        QVERIFY(!fs::exists(run() / "checkpoints" / "step-00000002.state.damaged"));
    }

    void a_newer_state_or_checkpoint_is_not_put_aside_as_damaged() {
        set_format(files().state, "format", "2");
        refuses([&] { resume_training(run(), {}, {"steps=3"}); });
        set_format(files().state, "format", "1");
        set_format(files().model, "gbs.format", "2");
        refuses([&] { resume_training(run(), {}, {"steps=3"}); });
        QCOMPARE(list_checkpoints(run()).size(), std::size_t{1});
    }

    void a_newer_checkpoint_is_refused() {
        const fs::path model = files().model;
        const fs::path both = folder() / "both.safetensors";
        write_ensemble(std::array{model, model}, both, {});
        set_format(both, "gbs.format", "2");
        set_format(model, "gbs.format", "2");
        refuses([&] { read_model_options(model); });
        refuses([&] { load_checkpoint(model, 384); });
        refuses([&] { load_member(both, 1, 384); });
        refuses([&] { write_ensemble(std::array{model, model}, folder() / "c.safetensors", {}); });
    }

    void what_is_no_number_is_damaged_data() {
        QTest::addColumn<QString>("found");
        for (const char* const text : {"", "0", "-1", "two", "1.5", "1 "})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void what_is_no_number_is_damaged() {
        QFETCH(QString, found);
        const QString error = error_of([&] { check_file_format("a.conf", found.toStdString(), 1); });
        QVERIFY2(error.startsWith(QStringLiteral("a.conf is damaged")), qPrintable(error));
    }

    void a_number_beyond_all_is_newer() {
        QVERIFY_EXCEPTION_THROWN(check_file_format("a", std::string("99999999999999999999999"), 1),
                                 NewerFormat);
        check_file_format("a", 1, 1);
    }
};

QTEST_GUILESS_MAIN(KeptRunTest)
#include "kept_run_test.moc"
