// SPDX-License-Identifier: GPL-3.0-or-later

#include <signal.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "core/base/file_io.h"
#include "support/send_signal.h"
#include "support/tiny_checkpoint.h"
#include "support/tiny_run.h"

using namespace gbs;
using namespace gbs::training;
using nlohmann::json;

namespace {

/// A trace as a viewer reads it.
struct Trace {
    std::string process;
    std::map<int, std::string> threads;
    std::map<int, std::vector<json>> spans;  ///< by thread

    std::set<std::string> names() const {
        std::set<std::string> all;
        for (const auto& [thread, list] : spans)
            for (const json& span : list) all.insert(span["name"]);
        return all;
    }
    /// Two spans of a thread have no time in common, or one contains the other.
    bool nests() const {
        for (const auto& [thread, list] : spans)
            for (const json& a : list)
                for (const json& b : list) {
                    const double from = a["ts"], to = from + a["dur"].get<double>();
                    const double begin = b["ts"], end = begin + b["dur"].get<double>();
                    if (from < begin - 1e-3 && begin < to - 1e-3 && to < end - 1e-3) return false;
                }
        return true;
    }
    bool has_threads_with_names() const {
        for (const auto& [thread, list] : spans)
            if (!threads.contains(thread) || threads.at(thread).empty()) return false;
        return true;
    }
};

Trace read_trace(const std::string& file) {
    Trace trace;
    const json document = json::parse(read_text(file));
    for (const json& event : document.at("traceEvents")) {
        const int thread = event["tid"];
        if (event["ph"] == "X")
            trace.spans[thread].push_back(event);
        else if (event["name"] == "process_name")
            trace.process = event["args"]["name"];
        else
            trace.threads[thread] = event["args"]["name"];
    }
    return trace;
}

}  // namespace

/// `--profile FILE` of the commands.
class ProfileTest : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;
    std::string path(const std::string& name) const { return directory_.path().toStdString() + "/" + name; }
    int run(const std::vector<std::string>& arguments, QByteArray* said = nullptr) const {
        QStringList words;
        for (const std::string& word : arguments) words << QString::fromStdString(word);
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(GBS_EXECUTABLE), words);
        if (!process.waitForFinished(240000)) return -1;
        if (said) *said = process.readAll();
        return process.exitCode();
    }
    void check(const Trace& trace, const std::set<std::string>& wanted) const {
        QVERIFY(trace.nests());
        QVERIFY(trace.has_threads_with_names());
        const auto names = trace.names();
        for (const std::string& name : wanted) QVERIFY2(names.contains(name), name.c_str());
    }

 private Q_SLOTS:
    void initTestCase() {
        if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
        make_tiny_data(path(""), 6);
        save_tiny_checkpoint(path("tiny.safetensors"));
    }

    void a_command_writes_its_spans() {
        const std::string file = path("ground.json");
        QCOMPARE(run({"ground", path("photos"), "a square", "--model", path("tiny.safetensors"), "--out",
                      path("maps"), "--profile", file}),
                 0);
        const Trace trace = read_trace(file);
        QCOMPARE(trace.process, std::string("gbs ground"));
        check(trace, {"load model", "decode photo", "write maps"});
        std::set<std::string> threads;
        for (const auto& [number, name] : trace.threads) threads.insert(name);
        QVERIFY(threads.contains("main"));
    }

    void a_training_writes_the_parts_of_its_steps() {
        TrainOptions options = tiny_options(path(""));
        options.validation_images = path("photos");
        options.validation_phrases = path("phrases.tsv");
        write_atomically(path("recipe.yaml"), to_recipe(options));
        const std::string file = path("train.json");
        QByteArray said;
        QVERIFY2(run({"train", path("recipe.yaml"), "--run", path("run"), "--profile=" + file}, &said) == 0,
                 said.constData());
        check(read_trace(file), {"prepare", "encode texts", "training step", "data", "load row", "forward",
                                 "backward", "step", "validate", "checkpoint"});
    }

    void a_command_that_fails_writes_its_spans() {
        const std::string file = path("failed.json");
        write_atomically(path("broken.png"), "no photo");
        QCOMPARE(run({"ground", path("broken.png"), "a square", "--model", path("tiny.safetensors"),
                      "--profile", file}),
                 1);
        check(read_trace(file), {"load model", "decode photo"});
    }

    void a_command_that_is_interrupted_writes_its_spans_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("with an end of its own")
            << QStringList{QStringLiteral("ground"), QString::fromStdString(path("photos/photo0.png")),
                           QStringLiteral("--phrases"), QStringLiteral("/dev/stdin")};
        QTest::newRow("without") << QStringList{QStringLiteral("compare"), QStringLiteral("/dev/stdin"),
                                                QString::fromStdString(path("recipe.yaml"))};
    }

    void a_command_that_is_interrupted_writes_its_spans() {
        QFETCH(QStringList, arguments);
        const std::string file = path("interrupted.json");
        QProcess process;
        process.start(QStringLiteral(GBS_EXECUTABLE),
                      arguments + QStringList{QStringLiteral("--profile"), QString::fromStdString(file)});
        QVERIFY(process.waitForStarted());
        QVERIFY(!process.waitForFinished(2000));
        // A command with an end of its own waits for its input until the second one.
        for (int i = 0; i < 2 && process.state() != QProcess::NotRunning; ++i) {
            QVERIFY(send_signal(process.processId(), SIGTERM));
            process.waitForFinished(1000);
        }
        QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(20000));
        QVERIFY(process.exitCode() != 0);
        QVERIFY(!read_trace(file).process.empty());
        QFile::remove(QString::fromStdString(file));
    }

    void a_folder_that_is_missing_is_said_before_the_work() {
        QByteArray said;
        QCOMPARE(run({"info", path("tiny.safetensors"), "--profile", path("missing/trace.json")}, &said), 1);
        QVERIFY2(said.contains("missing"), said.constData());
        QVERIFY(!said.contains("tiny.safetensors"));
    }
};

QTEST_GUILESS_MAIN(ProfileTest)
#include "profile_test.moc"
