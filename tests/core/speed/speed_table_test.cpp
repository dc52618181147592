// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/speed/speed_table.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <thread>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/speed/grounding_speed.h"
#include "support/tiny_checkpoint.h"
#include "support/tiny_run.h"

using namespace gbs;

class SpeedTableTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void times_are_summarized_by_median_and_range() {
        const Timing odd = summarize({5, 1, 3}), even = summarize({4, 1, 2, 9});
        QCOMPARE(odd.median, 3.0);
        QCOMPARE(odd.lowest, 1.0);
        QCOMPARE(odd.highest, 5.0);
        QCOMPARE(even.median, 3.0);
        QCOMPARE(even.repetitions, 4);
    }

    void work_is_repeated_often_and_long_enough() {
        int calls = 0;
        const Timing few = time_repeatedly([&] { ++calls; }, 7, 0);
        QCOMPARE(few.repetitions, 7);
        QCOMPARE(calls, 8);  // once to warm up
        const Timing slow =
            time_repeatedly([] { std::this_thread::sleep_for(std::chrono::milliseconds(20)); }, 1, 0.1);
        QVERIFY(slow.lowest >= 20 && slow.repetitions >= 1 && slow.repetitions <= 5);
    }

    void a_goal_is_met_by_the_median_of_each_thing() {
        SpeedTable table{"a machine", "2026-01-02", "gbs benchmark", {}};
        table.rows.push_back(
            {.what = "16 at once, each", .time = {32, 16, 64, 5}, .predicted = 1.5, .goal = 2.0, .of = 16});
        table.rows.push_back(
            {.what = "a photo", .threads = 2, .busy = 3, .time = {1500, 1000, 2000, 5}, .goal = 900.0});
        const std::string text = to_markdown(table);
        QVERIFY2(text.find("| 16 at once, each | 1 | 0 | 2 ms | 1 ms to 4 ms (5) | 1.5 ms | 2 ms, met |") !=
                     text.npos,
                 text.c_str());
        QVERIFY2(
            text.find("| a photo | 2 | 3 | 1.5 s | 1 s to 2 s (5) |  | 900 ms, **missed** |") != text.npos,
            text.c_str());
        QVERIFY(text.find("a machine; 2026-01-02; `gbs benchmark`") != text.npos);
    }

    void only_the_section_of_a_file_is_written() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("performance.md")).toStdString();
        write_atomically(file,
                         std::string_view("# Title\n<!-- gbs benchmark -->\nold\n<!-- end -->\nrest\n"));
        write_section(file, "new");
        QCOMPARE(read_text(file),
                 std::string("# Title\n<!-- gbs benchmark -->\n\nnew\n<!-- end -->\nrest\n"));
        write_section(file, "newer");
        QCOMPARE(read_text(file),
                 std::string("# Title\n<!-- gbs benchmark -->\n\nnewer\n<!-- end -->\nrest\n"));
        write_atomically(file, std::string_view("# Title\n<!-- end -->\n<!-- gbs benchmark -->\n"));
        QVERIFY_THROWS_EXCEPTION(Error, write_section(file, "new"));
        QCOMPARE(read_text(file), std::string("# Title\n<!-- end -->\n<!-- gbs benchmark -->\n"));
    }

    void a_model_is_measured_with_its_predictions() {
        const QTemporaryDir folder;
        const std::filesystem::path model = folder.filePath(QStringLiteral("tiny.safetensors")).toStdString();
        save_tiny_checkpoint(model);
        const MachinePeaks peaks{100, 10};
        QCOMPARE(peaks.milliseconds(1e9, 0), 10.0);
        QCOMPARE(peaks.milliseconds(0, 1e9), 100.0);
        const auto rows = measure_grounding(model, "cpu", 1, peaks, 0.05);
        QCOMPARE(rows.size(), std::size_t{6});
        for (const SpeedRow& row : rows) {
            QVERIFY(row.time.lowest > 0 && row.time.lowest <= row.time.median);
            if (row.predicted) QVERIFY(*row.predicted > 0);
        }
    }
};

QTEST_GUILESS_MAIN(SpeedTableTest)
#include "speed_table_test.moc"
