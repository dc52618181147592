// SPDX-License-Identifier: GPL-3.0-or-later

#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/line_journal.h"
#include "core/evaluation/benchmark_results.h"
#include "core/report/labelme_shapes.h"
#include "fuzz/fuzz_files.h"
#include "fuzz/fuzz_targets.h"
#include "training/run/run_files.h"
#include "training/run/run_reader.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

/// Goes on to the next file after an error.
template <typename Read>
void try_to(Read read) {
    try {
        read();
    } catch (const Error&) {
    }
}

void read_finished_results(FuzzBytes bytes) {
    read_results(write_fuzz_file("results.jsonl", bytes));
}

/// The heading is that of the seed, and so are the checksums of its lines.
void resume_journal(FuzzBytes bytes) {
    write_fuzz_file("journal.jsonl.part", bytes);
    const LineJournal::Contents contents{"heading", "results", "they differ", "scored again"};
    const auto take = [](const std::string& line) { return line.size() < 100; };
    LineJournal journal(fuzz_folder() / "journal.jsonl", contents, true, take);
    journal.add("{}");
}

/// "status \0 best \0 lock \0 metrics".
void read_run(FuzzBytes bytes) {
    using namespace training;
    constexpr std::array names{"status.json", "checkpoints/best.json", "lock", "metrics.jsonl"};
    write_fuzz_parts("run", names, bytes);
    const fs::path folder = fuzz_folder() / "run";
    try_to([&] { check_run_format(folder); });
    try_to([&] { read_status(folder); });
    try_to([&] { heartbeat_is_fresh(folder); });
    try_to([&] { read_best(folder); });
    try_to([&] { read_lock_owner(folder); });
    trainer_is_alive(folder);
    MetricsChunk chunk;
    do chunk = read_metrics(folder, chunk.position);
    while (chunk.more);
}

/// A file of labelme that gets a box.
void update_labelme(FuzzBytes bytes) {
    static const nlohmann::json photo{
        {"photo", "a.jpg"},
        {"name", "a.jpg"},
        {"width", 64},
        {"height", 48},
        {"phrases", {"a dog", "a cat"}},
        {"places", {{{"phrase", "a dog"}, {"kind", "box"}, {"box", {1, 2, 30, 40}}, {"note", "old"}}}},
        {"former", {{{"phrase", "a cat"}, {"kind", "box"}, {"box", {2, 3, 20, 30}}}}},
        {"verdicts", {{"a cat", "absent"}}}};
    update_labelme_file(write_fuzz_file("update.json", bytes), photo);
}

constexpr std::array<FuzzTarget, 4> targets{{{"results", read_finished_results},
                                             {"journal", resume_journal},
                                             {"run", read_run},
                                             {"labelme_update", update_labelme}}};

}  // namespace

std::span<const FuzzTarget> output_fuzz_targets() {
    return targets;
}

}  // namespace gbs
