// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/evaluation/benchmark_results.h"
#include "core/report/map_files.h"
#include "support/fake_grounder.h"
#include "support/faults.h"
#include "training/run/run_folder.h"

using namespace gbs;
using namespace gbs::training;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// Writes in a folder; called again after a fault, it continues.
using Write = std::function<void(const fs::path& folder)>;

void put(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    write_atomically(path, text);
}

void replace_file(const fs::path& folder) {
    put(folder / "file.txt", std::string(200'000, 'n'));
}

void train(const fs::path& folder) {
    RunFolder run(folder);
    if (!run.has_run()) run.write_config("batch: 4\n");
    const auto latest = run.latest_checkpoint();
    const std::int64_t first = latest ? latest->step : 0;
    run.cut_metrics(first);
    const auto mark = [&](std::int64_t step) { run.mark_best(step, 50 + static_cast<double>(step)); };
    if (latest) mark(first);
    for (std::int64_t step = first + 1; step <= 3; ++step) {
        run.write_status({});
        run.append_metrics({step, {{"loss/sep", 0.5 / static_cast<double>(step)}}});
        run.save_checkpoint(step, [&](const fs::path& model, const fs::path& state) {
            put(model, "model " + std::to_string(step) + std::string(20'000, 'm'));
            put(state, "state " + std::to_string(step));
        });
        mark(step);
    }
}

std::vector<UnitResult> unit_results() {
    std::vector<UnitResult> results;
    for (int i = 0; i < 6; ++i) {
        const std::string image = std::to_string(i) + ".jpg";
        results.push_back({{{image, 100, 80, "a cat", {{1, 1, 20, 20}}}, {"a cat"}, {}},
                           {{{i, 4, 0.5F}, true, false, 0.5, 5}},
                           {}});
    }
    return results;
}

void evaluate(const fs::path& folder) {
    const std::vector<UnitResult> all = unit_results();
    std::vector<PointingUnit> units;
    for (const UnitResult& result : all) units.push_back(result.unit);
    ResultJournal journal(folder / "results.jsonl", json{{"protocol", "mg"}}, {"m"}, true, {}, units);
    for (std::size_t i = journal.already(); i < all.size(); ++i) journal.add(all[i]);
    journal.finish();
}

void ground(const fs::path& folder) {
    FakeGrounder grounder(std::make_shared<FakeControl>());
    std::vector<GroundingTask> tasks;
    for (int i = 0; i < 2; ++i)
        tasks.push_back(
            {folder.parent_path() / "photos" / (std::to_string(i) + ".png"), {"a dog", "the sky"}});
    MapFiles files(folder,
                   {.formats = {MapFormat::overlay, MapFormat::png16, MapFormat::npy}, .resume = true}, "m");
    BatchHandlers handlers;
    handlers.wanted = [&](const GroundingTask& task) { return files.missing(task); };
    handlers.photo = [&](const GroundedPhoto& photo) { files.write(photo); };
    ground_batch(grounder, tasks, handlers);
}

const std::pair<const char*, Write> writers[] = {
    {"a file", replace_file}, {"a run", train}, {"results", evaluate}, {"maps", ground}};

/// The files that the program promises, with their contents. Times and process numbers differ from run to run.
std::map<std::string, std::string> contents(const fs::path& folder) {
    std::map<std::string, std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (!entry.is_regular_file() || name == "status.json" || name == "lock" ||
            name.starts_with(".gbs-") || name.ends_with(".part"))
            continue;
        found[fs::relative(entry.path(), folder).string()] = read_text(entry.path());
    }
    return found;
}

/// What grows line by line is whole if it consists of the first lines.
bool grows(const std::string& name) {
    return name == "metrics.jsonl" || name == "maps.jsonl";
}

}  // namespace

/// Faults of the file system while something is written: an error is reported, files at their final names are whole, and the
/// same work done again gives what it gives without faults.
class WriterFaultsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> directory_;
    fs::path root() const { return fs::path(directory_->path().toStdString()); }
    int counted_ = 0, told_ = 0;

    /// A new folder as it is before the work.
    fs::path prepare() {
        const fs::path folder = root() / "out";
        fs::remove_all(folder);
        fs::create_directories(folder);
        std::ofstream(folder / "file.txt") << "old";
        return folder;
    }

    void check_files(const fs::path& folder, const std::map<std::string, std::string>& expected) {
        for (const auto& [name, text] : contents(folder)) {
            const auto known = expected.find(name);
            QVERIFY2(known != expected.end() || name.starts_with("checkpoints/"), name.c_str());
            if (known == expected.end()) continue;
            if (grows(name))
                QVERIFY2(known->second.starts_with(text) && (text.empty() || text.back() == '\n'),
                         name.c_str());
            else if (name == "file.txt")
                QVERIFY(text == "old" || text == known->second);
            else if (!name.ends_with("best.json"))
                QVERIFY2(text == known->second, name.c_str());
        }
    }

    void check(const Write& write, const std::map<std::string, std::string>& expected, Call call,
               Fault fault) {
        int calls = 0;
        {
            const fs::path folder = prepare();
            const Faults count(folder, call);
            write(folder);
            calls = count.seen();
        }
        for (int nth = 1; nth <= calls; ++nth) {
            const fs::path folder = prepare();
            std::string error;
            {
                const Faults faults(folder, call, nth, fault);
                try {
                    write(folder);
                } catch (const std::exception& exception) {
                    error = exception.what();
                }
            }
            ++counted_;
            told_ += error.empty() ? 0 : 1;
            const QString where =
                QStringLiteral("call %1 of %2: ").arg(nth).arg(calls) + QString::fromStdString(error);
            if (error.empty()) QVERIFY2(contents(folder) == expected, qPrintable(where));
            QVERIFY2(error.empty() || fault != Fault::short_transfer, qPrintable(where));
            check_files(folder, expected);
            if (QTest::currentTestFailed()) qFatal("%s", qPrintable(where));
            write(folder);
            QVERIFY2(contents(folder) == expected, qPrintable(where + QStringLiteral(", then again")));
        }
    }

 private Q_SLOTS:
    void init() {
        directory_ = std::make_unique<QTemporaryDir>();
        for (int i = 0; i < 2; ++i) {
            Image photo{40, 30, {}};
            for (int k = 0; k < 40 * 30 * 3; ++k)
                photo.rgb.push_back(static_cast<std::uint8_t>((k * 31 + i) % 251));
            fs::create_directories(root() / "photos");
            write_image(photo, root() / "photos" / (std::to_string(i) + ".png"));
        }
    }

    void nothing_is_lost_silently_data() {
        QTest::addColumn<int>("number");
        for (int i = 0; const auto& [name, write] : writers) QTest::newRow(name) << i++;
    }
    void nothing_is_lost_silently() {
        QFETCH(int, number);
        const Write& write = writers[number].second;
        const fs::path folder = prepare();
        write(folder);
        const std::map<std::string, std::string> expected = contents(folder);
        counted_ = told_ = 0;
        for (const Fault fault : {Fault::short_transfer, Fault::io_error, Fault::full_disk})
            check(write, expected, Call::write, fault);
        for (const Call call : {Call::sync, Call::rename, Call::open, Call::truncate, Call::read})
            check(write, expected, call, Fault::io_error);
        qInfo("%d faults, %d told", counted_, told_);
        QVERIFY(told_ > 0);
    }
};

QTEST_GUILESS_MAIN(WriterFaultsTest)
#include "writer_faults_test.moc"
