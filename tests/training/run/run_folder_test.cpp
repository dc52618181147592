// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/run/run_folder.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <map>
#include <system_error>

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "core/base/error.h"
#include "core/base/file_io.h"

namespace fs = std::filesystem;
using namespace gbs;
using namespace gbs::training;
using nlohmann::json;

namespace {

void put(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

std::string text_of(const fs::path& path) {
    return read_text(path, 1 << 20);
}

std::string preview_name(int step) {
    return "step-0000000" + std::to_string(step);
}

void save(RunFolder& run, std::int64_t step, const std::string& content = "x") {
    run.save_checkpoint(step, [&](const fs::path& model, const fs::path& state) {
        put(model, "model " + content);
        put(state, "state " + content);
    });
}

std::vector<std::int64_t> steps(const fs::path& folder) {
    std::vector<std::int64_t> found;
    for (const auto& files : list_checkpoints(folder)) found.push_back(files.step);
    return found;
}

using Steps = std::vector<std::int64_t>;

MetricsRecord record(std::int64_t step, double loss) {
    return {step, {{"loss/sep", loss}}};
}

Steps metric_steps(const fs::path& folder) {
    Steps found;
    for (const auto& line : read_metrics(folder).records) found.push_back(line.step);
    return found;
}

std::string status_text(std::int64_t pid, const std::string& host, std::time_t heartbeat) {
    char time[32];
    std::tm utc{};
    gmtime_r(&heartbeat, &utc);
    std::strftime(time, sizeof time, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return json({{"state", "running"},
                 {"step", 5},
                 {"total", 9},
                 {"pid", pid},
                 {"host", host},
                 {"heartbeat", time}})
        .dump();
}

/// A child process that holds a run folder until it is killed.
pid_t spawn_trainer(const fs::path& folder) {
    int ready[2];
    if (::pipe(ready) != 0) throw std::runtime_error("no pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        RunFolder run(folder);
        RunStatus status;
        status.state = RunState::running;
        run.write_status(status);
        const ssize_t sent = ::write(ready[1], "x", 1);
        for (;;)
            if (sent == 1) ::pause();
    }
    char sign;
    const bool started = ::read(ready[0], &sign, 1) == 1;
    ::close(ready[0]);
    ::close(ready[1]);
    if (!started) throw std::runtime_error("the child did not start");
    return child;
}

/// The files below a folder with their sizes, without those that vanish meanwhile.
std::map<std::string, std::uintmax_t> list_files(const fs::path& folder) {
    std::map<std::string, std::uintmax_t> files;
    std::error_code gone;
    for (fs::recursive_directory_iterator each(folder, gone), end; !gone && each != end;
         each.increment(gone)) {
        std::error_code not_a_file;
        files[each->path().string()] = each->file_size(not_a_file);
    }
    return files;
}

/// Waits until the files below a folder have changed that many times.
void wait_for_changes(const fs::path& folder, int changes) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    auto before = list_files(folder);
    while (changes > 0 && std::chrono::steady_clock::now() < deadline) {
        auto now = list_files(folder);
        if (now != before) --changes;
        before = std::move(now);
    }
}

void kill_trainer(pid_t child) {
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
}

}  // namespace

class RunFolderTest : public QObject {
    Q_OBJECT
 private Q_SLOTS:
    void init() {
        temporary_ = std::make_unique<QTemporaryDir>();
        folder_ = fs::path(temporary_->path().toStdString()) / "runs" / "one";
    }

    void newFolderIsCreated();
    void statusSurvivesARoundTrip();
    void statusWithStrangeBytesAndNumbers();
    void damagedStatusIsAnError_data();
    void damagedStatusIsAnError();

    void secondTrainerIsRefused();
    void trainerInAnotherProcessIsSeenUntilItIsKilled();
    void staleLockOfThisHostIsTakenOver();
    void otherHostWithAFreshHeartbeatIsRefused();

    void aHeartbeatFromTheFutureSaysNothing();
    void theErrorNamesForce();
    void aFolderThatIsNoLongerOursIsNotWritten();

    void metricsSurviveARoundTrip();
    void incompleteLastLineIsDropped();
    void linesPastTheResumedStepAreDropped();
    void appendingRepairsAnIncompleteFile();
    void metricsAreReadOnlyWhenComplete();
    void readerRestartsAfterATruncation();
    void foreignLinesAreCountedNotFatal();
    void aReadErrorIsNotTheEnd();

    void checkpointsAreListedInPairs();
    void latestAndBestAreKept();
    void damagedBestKeepsEverything();
    void bestNeedsACheckpoint();
    void failedSaveLeavesNothing();
    void incompleteCheckpointsAreRemoved();
    void interruptedMoveIsFinished();
    void savingAStepAgainReplacesIt();
    void killAtAnyFileOperationLeavesACompleteCheckpoint();

    void previewsAreCompleteAndLimited();
    void unfinishedPreviewIsNotListed();
    void badPreviewsAreErrors();

    void requestsAreTakenOnce();
    void unknownRequestIsRemoved();
    void emptyControlFileWaits();
    void leftoverTemporariesAreRemoved();
    void readOnlyFolderIsAnError();

 private:
    std::unique_ptr<QTemporaryDir> temporary_;
    fs::path folder_;
};

void RunFolderTest::newFolderIsCreated() {
    QVERIFY(!trainer_is_alive(folder_));
    RunFolder run(folder_);
    QVERIFY(!run.has_run());
    run.write_config("model: {}\n");
    QVERIFY(run.has_run());
    QCOMPARE(read_text(folder_ / "config.yaml"), std::string("model: {}\n"));
    QVERIFY(!run.latest_checkpoint() && !best_checkpoint(folder_) && !run.best_score() &&
            !run.take_control());
    QVERIFY(list_previews(folder_).empty());
    QVERIFY_EXCEPTION_THROWN(RunFolder(folder_ / "other", {0, 1}), Error);
}

void RunFolderTest::statusSurvivesARoundTrip() {
    RunFolder run(folder_);
    RunStatus status{RunState::paused, 120, 3000, 41.5, 77.25, "cuda:0", "the first GPU", "", 0, "", ""};
    run.write_status(status);
    const RunStatus read = read_status(folder_);
    QVERIFY(read.state == RunState::paused);
    QVERIFY(read.step == 120 && read.total == 3000 && read.images_per_second == 41.5 &&
            read.eta_seconds == 77.25);
    QVERIFY(read.device == "cuda:0" && read.device_reason == "the first GPU" && read.error.empty());
    QCOMPARE(read.pid, static_cast<std::int64_t>(::getpid()));
    QVERIFY(!read.host.empty());
    QVERIFY(QRegularExpression(QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"))
                .match(QString::fromStdString(read.heartbeat))
                .hasMatch());
    for (const auto state :
         {RunState::idle, RunState::running, RunState::stopping, RunState::completed, RunState::failed})
        QVERIFY(run_state(run_state_name(state)) == state);
    QVERIFY_EXCEPTION_THROWN(run_state("sleeping"), Error);
}

void RunFolderTest::statusWithStrangeBytesAndNumbers() {
    RunFolder run(folder_);
    RunStatus status;
    status.state = RunState::failed;
    status.error = "bad \xff byte \"quoted\"\n";
    status.images_per_second = std::nan("");
    status.eta_seconds = std::numeric_limits<double>::infinity();
    run.write_status(status);
    const RunStatus read = read_status(folder_);
    QVERIFY(read.error.find("\"quoted\"\n") != std::string::npos);
    QCOMPARE(read.images_per_second, 0.0);
    QVERIFY(!read.eta_seconds);
}

void RunFolderTest::damagedStatusIsAnError_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
         {"", "{", "[]", "null", "{}", R"({"state":"running","step":"one","total":2})",
          R"({"state":"asleep","step":1,"total":2})", R"({"state":"running","step":1,"total":2,"host":7})",
          R"({"state":"running","step":166666666666666666666,"total":2})",
          R"({"state":"running","step":1,"total":18446744073709551615})"})
        QTest::newRow(*text ? text : "empty") << QByteArray(text);
}

void RunFolderTest::damagedStatusIsAnError() {
    QFETCH(QByteArray, text);
    QVERIFY_EXCEPTION_THROWN(read_status(folder_), Error);
    put(folder_ / "status.json", text.toStdString());
    QVERIFY_EXCEPTION_THROWN(read_status(folder_), Error);
}

void RunFolderTest::secondTrainerIsRefused() {
    auto first = std::make_unique<RunFolder>(folder_);
    QVERIFY(trainer_is_alive(folder_));
    save(*first, 3);
    QVERIFY_EXCEPTION_THROWN(RunFolder{folder_}, Error);
    QVERIFY(steps(folder_) == Steps{3});  // the refused one touched nothing
    QVERIFY(trainer_is_alive(folder_));   // nor did it take the lock away
    first.reset();
    QVERIFY(!trainer_is_alive(folder_));
    RunFolder second(folder_);
}

void RunFolderTest::trainerInAnotherProcessIsSeenUntilItIsKilled() {
    const pid_t child = spawn_trainer(folder_);
    bool refused = false;
    try {
        RunFolder second(folder_);
    } catch (const Error& error) {
        refused = std::string(error.what()).find(std::to_string(child)) != std::string::npos;
    }
    const bool seen = trainer_is_alive(folder_);
    kill_trainer(child);
    QVERIFY(refused);
    QVERIFY(seen);
    QVERIFY(read_status(folder_).state == RunState::running);  // what the killed one said last
    QVERIFY(!trainer_is_alive(folder_));                       // and what is true
    RunFolder second(folder_);
    QVERIFY(trainer_is_alive(folder_));
}

void RunFolderTest::staleLockOfThisHostIsTakenOver() {
    std::string host;
    {
        RunFolder run(folder_);
        run.write_status({});
        host = read_status(folder_).host;
    }
    put(folder_ / "lock", json({{"pid", 999999999}, {"host", host}}).dump());
    put(folder_ / "status.json", status_text(999999999, host, std::time(nullptr)));
    QVERIFY(!trainer_is_alive(folder_));
    RunFolder run(folder_);
    QCOMPARE(json::parse(text_of(folder_ / "lock"))["pid"].get<int>(), ::getpid());
}

void RunFolderTest::otherHostWithAFreshHeartbeatIsRefused() {
    put(folder_ / "lock", R"({"pid": 12, "host": "elsewhere.example"})");
    put(folder_ / "status.json", status_text(12, "elsewhere.example", std::time(nullptr)));
    QVERIFY(trainer_is_alive(folder_));
    QVERIFY_EXCEPTION_THROWN(RunFolder{folder_}, Error);
    put(folder_ / "status.json", status_text(12, "elsewhere.example", std::time(nullptr) - 3600));
    QVERIFY(!trainer_is_alive(folder_));
    RunFolder run(folder_);
}

void RunFolderTest::aHeartbeatFromTheFutureSaysNothing() {
    put(folder_ / "lock", R"({"pid": 12, "host": "elsewhere.example"})");
    put(folder_ / "status.json", status_text(12, "elsewhere.example", std::time(nullptr) + 30 * 86400));
    QVERIFY(!trainer_is_alive(folder_));
    RunFolder run(folder_);
}

void RunFolderTest::theErrorNamesForce() {
    put(folder_ / "lock", R"({"pid": 12, "host": "elsewhere.example"})");
    put(folder_ / "status.json", status_text(12, "elsewhere.example", std::time(nullptr)));
    try {
        RunFolder run(folder_);
        QFAIL("taken");
    } catch (const Error& error) {
        QVERIFY2(std::string(error.what()).find("--force") != std::string::npos, error.what());
    }
    RunFolderOptions options;
    options.force = true;
    RunFolder run(folder_, options);
}

void RunFolderTest::aFolderThatIsNoLongerOursIsNotWritten() {
    RunFolder run(folder_);
    save(run, 1);
    const fs::path away = folder_.parent_path() / "away";
    fs::rename(folder_, away);
    RunFolder other(folder_);
    QVERIFY_EXCEPTION_THROWN(run.write_status({}), Error);
    QVERIFY_EXCEPTION_THROWN(save(run, 2), Error);
    QVERIFY_EXCEPTION_THROWN(run.write_preview(2, {}, {}), Error);
    QVERIFY(steps(folder_).empty());
    QVERIFY(!fs::exists(folder_ / "status.json"));
    QVERIFY(list_previews(folder_).empty());
}

void RunFolderTest::metricsSurviveARoundTrip() {
    RunFolder run(folder_);
    QVERIFY(read_metrics(folder_).records.empty());
    run.append_metrics({1, {{"loss/sep", 0.1}, {"lr", 1e-4}}});
    run.append_metrics({2, {{"loss/sep", std::nan("")}, {"big", 1e300}}});
    const MetricsChunk chunk = read_metrics(folder_);
    QCOMPARE(chunk.records.size(), std::size_t{2});
    QCOMPARE(chunk.records[0].values.at("loss/sep"), 0.1);
    QCOMPARE(chunk.records[0].values.at("lr"), 1e-4);
    QVERIFY(std::isnan(chunk.records[1].values.at("loss/sep")));
    QCOMPARE(chunk.records[1].values.at("big"), 1e300);
    QVERIFY(!chunk.restarted && !chunk.more && chunk.damaged == 0);
    run.append_metrics(record(3, 7));
    const MetricsChunk next = read_metrics(folder_, chunk.position);
    QVERIFY(next.records.size() == 1 && next.records[0].step == 3 && !next.restarted);
    QVERIFY(read_metrics(folder_, next.position).records.empty());
}

void RunFolderTest::incompleteLastLineIsDropped() {
    // Truncated where the rest is still valid JSON: only the missing newline shows it.
    for (const std::string torn : {"{\"step\": 3, \"lo", "{", "{\"step\": 3}"}) {
        put(folder_ / "metrics.jsonl", "{\"step\": 1}\n{\"step\": 2}\n" + torn);
        RunFolder run(folder_);
        QCOMPARE(run.cut_metrics(100), std::size_t{1});
        QCOMPARE(text_of(folder_ / "metrics.jsonl"), std::string("{\"step\": 1}\n{\"step\": 2}\n"));
    }
}

void RunFolderTest::linesPastTheResumedStepAreDropped() {
    RunFolder run(folder_);
    QCOMPARE(run.cut_metrics(5), std::size_t{0});
    for (int step = 1; step <= 10; ++step) run.append_metrics(record(step, step));
    QCOMPARE(run.cut_metrics(6), std::size_t{4});
    run.append_metrics(record(7, 70));
    QVERIFY(metric_steps(folder_) == (Steps{1, 2, 3, 4, 5, 6, 7}));
    QCOMPARE(read_metrics(folder_).records.back().values.at("loss/sep"), 70.0);
}

void RunFolderTest::appendingRepairsAnIncompleteFile() {
    put(folder_ / "metrics.jsonl", "{\"step\": 1}\n{\"step\": 2, \"lo");
    RunFolder run(folder_);
    run.append_metrics(record(2, 1));
    QVERIFY(metric_steps(folder_) == (Steps{1, 2}));
    QCOMPARE(read_metrics(folder_).damaged, std::size_t{0});
}

void RunFolderTest::metricsAreReadOnlyWhenComplete() {
    put(folder_ / "metrics.jsonl", "{\"step\": 1}\n{\"step\": 2");
    const MetricsChunk first = read_metrics(folder_);
    QCOMPARE(first.records.size(), std::size_t{1});
    std::ofstream(folder_ / "metrics.jsonl", std::ios::app) << "3}\n";
    const MetricsChunk second = read_metrics(folder_, first.position);
    QVERIFY(second.records.size() == 1 && second.records[0].step == 23 && !second.restarted);
}

void RunFolderTest::readerRestartsAfterATruncation() {
    RunFolder run(folder_);
    for (int step = 1; step <= 5; ++step) run.append_metrics(record(step, step));
    const MetricsPosition position = read_metrics(folder_).position;
    run.cut_metrics(2);
    for (int step = 3; step <= 9; ++step) run.append_metrics(record(step, 100 + step));  // longer than before
    const MetricsChunk chunk = read_metrics(folder_, position);
    QVERIFY(chunk.restarted);
    QCOMPARE(chunk.records.size(), std::size_t{9});
    fs::remove(folder_ / "metrics.jsonl");
    QVERIFY(read_metrics(folder_, chunk.position).restarted);
}

void RunFolderTest::foreignLinesAreCountedNotFatal() {
    put(folder_ / "metrics.jsonl",
        "rubbish\n\n[1]\n{\"step\": \"x\"}\n{\"step\": 1e20}\n{\"step\": 4, \"name\": \"text\", \"a\": {\"b\": 1}}\n");
    const MetricsChunk chunk = read_metrics(folder_);
    QCOMPARE(chunk.damaged, std::size_t{5});
    QVERIFY(chunk.records.size() == 1 && chunk.records[0].step == 4 && chunk.records[0].values.empty());
}

void RunFolderTest::aReadErrorIsNotTheEnd() {
    RunFolder run(folder_);
    fs::create_symlink("/proc/self/mem",
                       folder_ / "metrics.jsonl");  // reading gives EIO, as on a broken disk
    QVERIFY_EXCEPTION_THROWN(read_metrics(folder_), Error);
}

void RunFolderTest::checkpointsAreListedInPairs() {
    RunFolder run(folder_, {10, 10});
    save(run, 200, "b");
    save(run, 30, "a");
    const auto pairs = list_checkpoints(folder_);
    QVERIFY(steps(folder_) == (Steps{30, 200}));
    QCOMPARE(pairs[0].model.filename().string(), std::string("step-00000030.safetensors"));
    QCOMPARE(text_of(pairs[1].model), std::string("model b"));
    QCOMPARE(text_of(pairs[1].state), std::string("state b"));
    QCOMPARE(run.latest_checkpoint()->step, std::int64_t{200});
    for (const char* name : {"step-40.safetensors", "step-50.state", "step-x.state", "step--1.state",
                             ".step-60.state", "step-70.safetensors.part", "step-99999999999999999999.state"})
        put(folder_ / "checkpoints" / name, "half");
    QVERIFY(steps(folder_) == (Steps{30, 200}));
}

void RunFolderTest::latestAndBestAreKept() {
    RunFolder run(folder_, {2, 10});
    save(run, 1);
    run.mark_best(1, 51.5);
    for (int step = 2; step <= 6; ++step) save(run, step);
    QVERIFY(steps(folder_) == (Steps{1, 5, 6}));
    QCOMPARE(best_checkpoint(folder_)->step, std::int64_t{1});
    QCOMPARE(run.best_score(), std::optional<double>(51.5));
    run.mark_best(6, 60);
    QVERIFY(steps(folder_) == (Steps{5, 6}));  // the former best is one of the old ones now
    for (int step = 7; step <= 9; ++step) save(run, step);
    QVERIFY(steps(folder_) == (Steps{6, 8, 9}));
    for (const auto& entry : fs::directory_iterator(folder_ / "checkpoints"))
        QVERIFY(entry.path().filename().string().front() != '.');
}

void RunFolderTest::damagedBestKeepsEverything() {
    RunFolder run(folder_, {1, 10});
    save(run, 1);
    put(folder_ / "checkpoints" / "best.json", "{\"step\": ");
    save(run, 2);
    save(run, 3);
    QVERIFY(steps(folder_) == (Steps{1, 2, 3}));
    QVERIFY_EXCEPTION_THROWN(best_checkpoint(folder_), Error);
}

void RunFolderTest::bestNeedsACheckpoint() {
    RunFolder run(folder_);
    save(run, 1);
    QVERIFY_EXCEPTION_THROWN(run.mark_best(2, 50), Error);
    QVERIFY_EXCEPTION_THROWN(run.mark_best(1, std::nan("")), Error);
    QVERIFY_EXCEPTION_THROWN(save(run, -1), Error);
    put(folder_ / "checkpoints" / "best.json", R"({"step": 77, "score": 1})");
    QVERIFY(!best_checkpoint(folder_));
}

void RunFolderTest::failedSaveLeavesNothing() {
    RunFolder run(folder_);
    save(run, 1);
    QVERIFY_EXCEPTION_THROWN(run.save_checkpoint(2,
                                                 [](const fs::path& model, const fs::path&) {
                                                     put(model, "half");
                                                     throw Error("disk full");
                                                 }),
                             Error);
    QVERIFY_EXCEPTION_THROWN(
        run.save_checkpoint(3, [](const fs::path& model, const fs::path&) { put(model, "no state"); }),
        Error);
    QVERIFY(steps(folder_) == Steps{1});
    QCOMPARE(std::distance(fs::directory_iterator(folder_ / "checkpoints"), {}), 2);
}

void RunFolderTest::incompleteCheckpointsAreRemoved() {
    {
        RunFolder run(folder_);
        save(run, 1);
    }
    const fs::path checkpoints = folder_ / "checkpoints";
    put(checkpoints / "step-00000002.safetensors", "alone");
    put(checkpoints / "step-00000003.state", "alone");
    put(checkpoints / ".step-00000004.partial" / "model.safetensors", "half");
    put(checkpoints / ".gbs-1-0.tmp", "half");
    put(checkpoints / "notes.txt", "the user's own");
    RunFolder run(folder_);
    QVERIFY(steps(folder_) == Steps{1});
    QCOMPARE(std::distance(fs::directory_iterator(checkpoints), {}), 4);
    // What a user keeps of a run, to save space.
    QVERIFY(fs::exists(checkpoints / "step-00000002.safetensors"));
    QVERIFY(fs::exists(checkpoints / "notes.txt"));
}

void RunFolderTest::interruptedMoveIsFinished() {
    {
        RunFolder run(folder_);
        save(run, 1, "old");
    }
    const fs::path checkpoints = folder_ / "checkpoints";
    // Killed after the new state was moved into place and before the new model: the old model is next to it.
    put(checkpoints / "step-00000001.state", "state new");
    put(checkpoints / ".step-00000001.complete" / "model.safetensors", "model new");
    put(checkpoints / ".step-00000002.complete" / "model.safetensors", "model 2");
    put(checkpoints / ".step-00000002.complete" / "trainer.state", "state 2");
    RunFolder run(folder_);
    const auto pairs = list_checkpoints(folder_);
    QVERIFY(steps(folder_) == (Steps{1, 2}));
    QCOMPARE(text_of(pairs[0].model), std::string("model new"));
    QCOMPARE(text_of(pairs[0].state), std::string("state new"));
    QCOMPARE(text_of(pairs[1].model), std::string("model 2"));
    QCOMPARE(std::distance(fs::directory_iterator(checkpoints), {}), 4);
}

void RunFolderTest::savingAStepAgainReplacesIt() {
    RunFolder run(folder_);
    save(run, 8, "first");
    save(run, 8, "second");
    QVERIFY(steps(folder_) == Steps{8});
    QCOMPARE(text_of(run.latest_checkpoint()->state), std::string("state second"));
}

// A child saves checkpoints, metrics and previews, and is killed right after one of its file operations,
// many times.
void RunFolderTest::killAtAnyFileOperationLeavesACompleteCheckpoint() {
    std::int64_t reached = 0;
    // A busy disk may need more rounds.
    for (int round = 0; round < 25 || (reached <= 5 && round < 300); ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            RunFolder run(folder_, {2, 2});
            const auto latest = run.latest_checkpoint();
            std::int64_t step = latest ? latest->step : 0;
            run.cut_metrics(step);
            for (;;) {
                ++step;
                run.append_metrics(record(step, static_cast<double>(step)));
                run.write_preview(step, {{"a", Image{1, 1, {1, 2, 3}}}}, json::object());
                save(run, step, std::to_string(step));
                run.mark_best(step, static_cast<double>(step));
            }
        }
        wait_for_changes(folder_, 1 + 7 * (round % 9));
        kill_trainer(child);
        RunFolder run(folder_, {2, 2});
        const auto latest = run.latest_checkpoint();
        const std::int64_t step = latest ? latest->step : 0;
        QVERIFY(step >= reached);
        reached = step;
        for (const auto& files : list_checkpoints(folder_)) {
            QCOMPARE(text_of(files.model), "model " + std::to_string(files.step));
            QCOMPARE(text_of(files.state), "state " + std::to_string(files.step));
        }
        if (run.best_score()) QVERIFY(best_checkpoint(folder_));
        run.cut_metrics(step);
        const Steps logged = metric_steps(folder_);
        QCOMPARE(logged.size(), static_cast<std::size_t>(step));
        for (std::size_t i = 0; i < logged.size(); ++i) QCOMPARE(logged[i], static_cast<std::int64_t>(i) + 1);
        for (const fs::path& preview : list_previews(folder_)) QVERIFY(fs::exists(preview / "preview.json"));
    }
    QVERIFY(reached > 5);
}

void RunFolderTest::previewsAreCompleteAndLimited() {
    RunFolder run(folder_, {1, 2});
    const Image image{2, 1, {255, 0, 0, 0, 255, 0}};
    for (int step = 1; step <= 4; ++step)
        run.write_preview(step, {{"image1", image}, {"alpha", image}}, {{"captions", {"a dog", "a cat"}}});
    const auto previews = list_previews(folder_);
    QCOMPARE(previews.size(), std::size_t{2});
    QCOMPARE(previews[1].filename().string(), preview_name(4));
    const json details = json::parse(text_of(previews[1] / "preview.json"));
    QCOMPARE(details["step"].get<int>(), 4);
    QCOMPARE(details["images"].dump(), std::string("[\"image1.png\",\"alpha.png\"]"));
    QCOMPARE(details["captions"][1].get<std::string>(), std::string("a cat"));
    QVERIFY(load_image(previews[1] / "image1.png").rgb == image.rgb);
    run.write_preview(4, {{"other", image}}, nullptr);
    QVERIFY(!fs::exists(previews[1] / "image1.png") && fs::exists(previews[1] / "other.png"));
}

void RunFolderTest::unfinishedPreviewIsNotListed() {
    put(folder_ / "preview" / ".step-00000009.partial" / "a.png", "half");
    put(folder_ / "preview" / "step-00000003", "a file, no folder");
    QVERIFY(list_previews(folder_).empty());
    RunFolder run(folder_);
    QVERIFY(!fs::exists(folder_ / "preview" / ".step-00000009.partial"));
}

void RunFolderTest::badPreviewsAreErrors() {
    RunFolder run(folder_);
    const Image image{1, 1, {0, 0, 0}};
    for (const char* name : {"", "../up", "a/b", "a.png", "caf\xc3\xa9"})
        QVERIFY_EXCEPTION_THROWN(run.write_preview(1, {{name, image}}, json::object()), Error);
    QVERIFY_EXCEPTION_THROWN(run.write_preview(1, {}, json::array()), Error);
    QCOMPARE(std::distance(fs::directory_iterator(folder_ / "preview"), {}), 0);
}

void RunFolderTest::requestsAreTakenOnce() {
    RunFolder run(folder_);
    for (const auto word : {ControlWord::pause, ControlWord::resume, ControlWord::stop, ControlWord::save}) {
        send_control(folder_, word);
        QVERIFY(run.take_control() == word);
        QVERIFY(!run.take_control());
        QVERIFY(!fs::exists(folder_ / "control"));
    }
    send_control(folder_, ControlWord::pause);
    send_control(folder_, ControlWord::stop);  // the later request wins
    QVERIFY(run.take_control() == ControlWord::stop);
    for (const char* text : {"stop", "stop\n", "  stop \r\n"}) {  // as written by a shell
        put(folder_ / "control", text);
        QVERIFY(run.take_control() == ControlWord::stop);
    }
    QVERIFY_EXCEPTION_THROWN(send_control(folder_ / "missing", ControlWord::stop), Error);
}

void RunFolderTest::unknownRequestIsRemoved() {
    RunFolder run(folder_);
    for (const std::string& text :
         {std::string("halt"), std::string("stop now"), std::string(1 << 20, 's')}) {
        put(folder_ / "control", text);
        QVERIFY(!run.take_control());
        QVERIFY(!fs::exists(folder_ / "control"));
    }
    fs::create_directory(folder_ / "control");
    QVERIFY(!run.take_control());
}

void RunFolderTest::emptyControlFileWaits() {
    RunFolder run(folder_);
    put(folder_ / "control", "");
    QVERIFY(!run.take_control());
    QVERIFY(fs::exists(folder_ / "control"));
    put(folder_ / "control", "save\n");
    QVERIFY(run.take_control() == ControlWord::save);
}

void RunFolderTest::leftoverTemporariesAreRemoved() {
    put(folder_ / ".gbs-1-0.tmp", "left by a killed trainer");
    put(folder_ / ".gbs-2-0.tmp", "a panel is writing it");
    fs::last_write_time(folder_ / ".gbs-1-0.tmp", fs::file_time_type::clock::now() - std::chrono::hours(1));
    RunFolder run(folder_);
    QVERIFY(!fs::exists(folder_ / ".gbs-1-0.tmp"));
    QVERIFY(fs::exists(folder_ / ".gbs-2-0.tmp"));
}

void RunFolderTest::readOnlyFolderIsAnError() {
    put(folder_, "a file where the folder should be");
    QVERIFY_EXCEPTION_THROWN(RunFolder{folder_}, Error);
}

QTEST_GUILESS_MAIN(RunFolderTest)
#include "run_folder_test.moc"
