// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/reproduce/reproduce.h"

#include <algorithm>
#include <memory>

#include "core/base/error.h"
#include "core/base/foreign_paths.h"
#include "core/base/locked_file.h"
#include "training/ranks/ranks.h"
#include "training/reproduce/score_rows.h"
#include "training/run/run_reader.h"
#include "training/trainer/recipe_check.h"

namespace gbs::training {
namespace {

namespace fs = std::filesystem;

constexpr double max_gap = 60;  ///< seconds between two lines of metrics; a longer gap is a pause

/// The options of a run folder, however its config.yaml is worded; empty if they cannot be read.
std::string stored_recipe(const fs::path& folder) {
    try {
        return to_recipe(read_recipe(folder / "config.yaml"));
    } catch (const Error&) {
        return {};
    }
}

fs::path own_folder(const ReproducePlan& plan, const RowRun& run) {
    return plan.out / (plan.table.rows[run.row].name + "-seed" + std::to_string(run.seed));
}

/// The folder of a run: that of an earlier training with equal options, such as a row of another table, or
/// its own. Rows that tables share are trained once.
fs::path choose_folder(const ReproducePlan& plan, const RowRun& run, const std::string& recipe) {
    const fs::path own = own_folder(plan, run);
    std::vector<fs::path> trained{own};
    for (fs::path& path : list_folder(plan.out)) trained.push_back(std::move(path));
    std::sort(trained.begin() + 1, trained.end());
    for (const fs::path& folder : trained)
        if (path_exists(folder / "config.yaml") && stored_recipe(folder) == recipe) return folder;
    return own;
}

/// Reads steps, time, and how well the blends were separated at the end from the run folder.
void read_progress(RowRun& run) {
    if (!path_exists(run.folder / "status.json")) return;
    const RunStatus status = read_status(run.folder);
    run.step = status.step;
    run.total = status.total;
    run.seconds = 0;
    double last = 0;
    MetricsChunk chunk;
    do {
        chunk = read_metrics(run.folder, chunk.position);
        for (const auto& record : chunk.records) {
            if (const auto time = record.values.find("time"); time != record.values.end()) {
                if (last > 0 && time->second > last) run.seconds += std::min(time->second - last, max_gap);
                last = time->second;
            }
            if (const auto ratio = record.values.find("ratio"); ratio != record.values.end())
                run.ratio = ratio->second;
        }
    } while (chunk.more);
}

void train_row(const TrainOptions& options, const RowRun& run, const TrainHooks& hooks) {
    TrainOutcome outcome = TrainOutcome::completed;
    const bool started = path_exists(run.folder / "status.json");
    if (launched().rank > 0) {  // rank 0 starts or resumes; the others follow it
        if (!started || read_status(run.folder).state != RunState::completed)
            outcome = train(options, run.folder, hooks);
    } else if (!path_exists(run.folder / "config.yaml")) {
        outcome = train(options, run.folder, hooks);
    } else {
        if (stored_recipe(run.folder) != to_recipe(options))
            throw Error(run.folder.string() +
                        " was trained with other options; choose another --out, or delete that folder");
        if (read_status(run.folder).state != RunState::completed)
            outcome = resume_training(run.folder, hooks);
    }
    if (outcome == TrainOutcome::stopped) throw Cancelled();
}

bool is_ensemble(const ReproducePlan& plan, const RowRun& run) {
    return plan.table.rows[run.row].kind == AblationRow::Kind::ensemble;
}

/// Finds the run folders, and reports a mistake in any row before spending hours on the others.
void choose_folders(const ReproducePlan& plan, std::vector<RowRun>& runs) {
    std::map<std::string, fs::path> folders;  // by recipe
    for (auto& run : runs) {
        if (is_ensemble(plan, run)) {
            run.folder = own_folder(plan, run);
            continue;
        }
        const TrainOptions options = row_options(plan, run.row, run.seed);
        check_recipe(options);
        const std::string recipe = to_recipe(options);
        const auto known = folders.find(recipe);
        run.folder = known != folders.end() ? known->second : choose_folder(plan, run, recipe);
        folders.emplace(recipe, run.folder);
    }
}

/// Trains and scores one run. Throws Error, Cancelled.
void complete(const ReproducePlan& plan, std::span<const Benchmark> benchmarks, const TrainHooks& hooks,
              std::span<const RowRun> runs, RowRun& run, std::stop_token stop) {
    if (is_ensemble(plan, run)) {
        const std::string device = read_recipe(plan.recipe, plan.assignments).device;
        if (launched().rank == 0) score_ensemble(plan, benchmarks, device, runs, run, hooks.message, stop);
        return;
    }
    const TrainOptions options = row_options(plan, run.row, run.seed);
    train_row(options, run, hooks);
    read_progress(run);
    if (launched().rank == 0) score_run(plan, benchmarks, options.device, run, hooks.message, stop);
}

/// So that two programs never train and score the same rows.
std::unique_ptr<LockedFile> lock_folder(const fs::path& folder) {
    std::error_code code;
    fs::create_directories(folder, code);
    if (code) throw Error("cannot create the folder " + folder.string() + ": " + code.message());
    auto lock = std::make_unique<LockedFile>(folder / "lock");
    lock->require("run folders");
    return lock;
}

std::vector<RowRun> score_only(const ReproducePlan& plan, std::span<const Benchmark> benchmarks,
                               const TrainHooks& hooks,
                               const std::function<void(const std::vector<RowRun>&)>& changed,
                               std::stop_token stop) {
    if (benchmarks.size() != 1) throw Error("the table is scored on one benchmark");
    if (launched().rank > 0) return {};
    std::vector<RowRun> runs = score_sources(plan, benchmarks.front(), hooks.message, stop);
    changed(runs);
    return runs;
}

}  // namespace

std::vector<RowRun> reproduce(const ReproducePlan& plan, std::span<const Benchmark> benchmarks,
                              const TrainHooks& hooks,
                              const std::function<void(const std::vector<RowRun>&)>& changed,
                              std::stop_token stop) {
    const auto lock = launched().rank == 0 ? lock_folder(plan.out) : nullptr;
    if (plan.table.is_scored_only()) return score_only(plan, benchmarks, hooks, changed, stop);
    std::vector<RowRun> runs = planned_runs(plan);
    choose_folders(plan, runs);
    TrainHooks stopping = hooks;
    stopping.stop_requested = [&] {
        return stop.stop_requested() || (hooks.stop_requested && hooks.stop_requested());
    };
    for (auto& run : runs) {
        if (hooks.message)
            hooks.message("== " + plan.table.rows[run.row].name + ", seed " + std::to_string(run.seed) +
                          ": " + run.model + ", trained on " + run.training);
        try {
            complete(plan, benchmarks, stopping, runs, run, stop);
        } catch (const Cancelled&) {
            read_progress(run);
            changed(runs);
            throw;
        } catch (const Error& error) {
            if (hooks.message) hooks.message(std::string("this row failed: ") + error.what());
            read_progress(run);
        }
        changed(runs);
    }
    return runs;
}

}  // namespace gbs::training
