// SPDX-License-Identifier: GPL-3.0-or-later

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "app/commands/commands.h"
#include "core/base/error.h"
#include "core/base/foreign_paths.h"
#include "core/base/json_text.h"
#include "core/base/utf8.h"
#include "training/run/run_files.h"
#include "training/run/run_reader.h"
#include "training/run/tensorboard_events.h"

namespace fs = std::filesystem;

namespace gbs::app {
namespace {

struct ListArguments {
    std::string folder;
    bool json = false;
};

struct ExportArguments {
    std::string tensorboard;
    std::vector<std::string> runs;
};

bool is_run(const fs::path& folder) {
    return path_exists(folder / "status.json") || path_exists(folder / "config.yaml");
}

/// The folder itself if it is a run, otherwise the runs in it, by name.
std::vector<fs::path> find_runs(const fs::path& folder) {
    if (!is_folder(folder))
        throw Error(folder.string() + " is not a folder: give a run, or a folder of runs");
    if (is_run(folder)) return {folder};
    std::vector<fs::path> runs;
    std::error_code code;
    for (const fs::path& path : list_folder(folder, code))
        if (is_folder(path) && is_run(path)) runs.push_back(path);
    if (code) throw Error(folder.string() + " cannot be listed: " + code.message());
    std::sort(runs.begin(), runs.end());
    return runs;
}

/// The name of the run's folder, also for "runs/a/" and ".".
std::string run_name(const fs::path& run) {
    const fs::path path = fs::absolute(run).lexically_normal();
    return (path.has_filename() ? path.filename() : path.parent_path().filename()).string();
}

bool claims_to_run(training::RunState state) {
    return state == training::RunState::running || state == training::RunState::paused ||
           state == training::RunState::stopping;
}

nlohmann::json describe(const fs::path& run) {
    nlohmann::json line{{"run", valid_utf8(run_name(run))},
                        {"state", "idle"},
                        {"step", 0},
                        {"total", nullptr},
                        {"best", nullptr},
                        {"best_step", nullptr},
                        {"error", ""}};
    try {
        if (path_exists(run / "status.json")) {
            const training::RunStatus status = training::read_status(run);
            const bool killed = claims_to_run(status.state) && !training::trainer_is_alive(run);
            line["state"] = killed ? "killed" : training::run_state_name(status.state);
            line["step"] = status.step;
            line["total"] = status.total;
            line["error"] = status.error;
        }
        if (const auto best = training::read_best(run)) {
            line["best"] = best->score;
            line["best_step"] = best->step;
        }
    } catch (const std::exception& error) {
        // A damaged run must not hide the others.
        line["state"] = "damaged";
        line["error"] = valid_utf8(error.what());
    }
    return line;
}

void print_lines(const nlohmann::json& lines) {
    std::size_t width = 3;
    for (const auto& line : lines) width = std::max(width, line["run"].get<std::string>().size());
    const int column = static_cast<int>(width);
    std::printf("%-*s  %-9s  %17s  %s\n", column, "run", "state", "step", "best");
    for (const auto& line : lines) {
        const std::string total = line["total"].is_null() ? "?" : line["total"].dump();
        const std::string steps = line["step"].dump() + " of " + total;
        std::printf("%-*s  %-9s  %17s  ", column, printable(line["run"].get<std::string>()).c_str(),
                    line["state"].get<std::string>().c_str(), steps.c_str());
        if (line["best"].is_null())
            std::printf("-");
        else
            std::printf(
                "%s", fmt::format("{:.2f} % at step {}", line["best"].get<double>(), line["best_step"].dump())
                          .c_str());
        if (const auto error = line["error"].get<std::string>(); !error.empty())
            std::printf("  %s", printable(error).c_str());
        std::printf("\n");
    }
}

void list_runs(const ListArguments& arguments) {
    nlohmann::json lines = nlohmann::json::array();
    for (const fs::path& run : find_runs(arguments.folder)) lines.push_back(describe(run));
    if (arguments.json) {
        std::cout << json_text(lines, 2) << '\n';
        return;
    }
    if (lines.empty()) throw Error(arguments.folder + " holds no runs: give a folder of run folders");
    print_lines(lines);
}

void export_runs(const ExportArguments& arguments) {
    std::set<std::string> taken;
    for (const std::string& run : arguments.runs) {
        // TensorBoard names a run by its folder.
        std::string name = run_name(run);
        for (int n = 2; !taken.insert(name).second; ++n) name = run_name(run) + "-" + std::to_string(n);
        const fs::path folder = fs::path(arguments.tensorboard) / name;
        const std::size_t points = training::export_tensorboard(run, folder);
        std::cout << printable(folder.string()) << ": " << points << " points\n";
    }
}

}  // namespace

void add_runs_command(CLI::App& app) {
    CLI::App* command = app.add_subcommand("runs", "List training runs, or export their curves");
    command->require_subcommand(1);

    auto list = std::make_shared<ListArguments>();
    CLI::App* list_command = command->add_subcommand("list", "Show state, steps and best accuracy of runs");
    list_command->add_option("folder", list->folder, "A folder of runs, or one run")->required();
    list_command->add_flag("--json", list->json, "Print one JSON array");
    list_command->footer(
        "\"killed\": the status says that the run is active, but its trainer is not. The best accuracy is "
        "that of the mean map.\n"
        "Example:\n  gbs runs list runs");
    list_command->callback([list] { list_runs(*list); });

    auto exported = std::make_shared<ExportArguments>();
    CLI::App* export_command = command->add_subcommand("export", "Write the curves of runs for other tools");
    export_command
        ->add_option("--tensorboard", exported->tensorboard,
                     "Folder for the event files, with one subfolder per run")
        ->required();
    export_command->add_option("runs", exported->runs, "Run folders")->required();
    export_command->footer(
        "Exporting again replaces the previous export.\n"
        "Example:\n  gbs runs export --tensorboard events runs/a runs/b\n  tensorboard --logdir events");
    export_command->callback([exported] { export_runs(*exported); });
    command->footer("Examples:\n  gbs runs list runs\n  gbs runs export --tensorboard events runs/a");
}

}  // namespace gbs::app
