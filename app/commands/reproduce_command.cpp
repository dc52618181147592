// SPDX-License-Identifier: GPL-3.0-or-later

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/interrupt.h"
#include "app/commands/terminal.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/join.h"
#include "core/base/memory.h"
#include "core/base/shell_word.h"
#include "training/ranks/ranks.h"
#include "training/reproduce/reproduce.h"

namespace gbs::app {
namespace {

struct ReproduceArguments {
    std::string table, out, base, benchmark, phrases, images, split, protocol = "mg";
    std::vector<std::string> assignments, rows;
    std::vector<int> seeds = {1};
    double budget = 0;
    std::size_t limit = 0;
    bool small = false, list = false;
};

void list_rows(const training::AblationTable& table) {
    std::cout << table.title << "\n";
    for (const auto& row : table.rows) {
        std::cout << "  " << row.name;
        for (const auto& [key, value] : row.changes) std::cout << "  " << key << "=" << value;
        for (const auto& [map, value] : row.paper) std::cout << "  (paper: " << map << " " << value << ")";
        std::cout << "\n";
    }
}

training::ReproducePlan make_plan(const ReproduceArguments& arguments) {
    training::ReproducePlan plan;
    plan.table = training::read_ablation_table(arguments.table);
    if (arguments.small && plan.table.small.empty())
        throw Error(arguments.table + " has no small recipe: remove --small, or give a recipe with --base");
    plan.recipe = training::recipe_file(!arguments.base.empty() ? arguments.base
                                        : arguments.small       ? plan.table.small
                                                                : plan.table.base);
    plan.assignments = arguments.assignments;
    plan.out = arguments.out;
    plan.rows = arguments.rows;
    plan.seeds = arguments.seeds;
    plan.protocol = arguments.protocol;
    plan.limit = arguments.limit;
    return plan;
}

/// The benchmark to score: the given one, or the validation data of the recipe.
Benchmark open_benchmark(const ReproduceArguments& arguments, const training::ReproducePlan& plan,
                         const std::stop_token& stop) {
    if (!arguments.benchmark.empty())
        return read_benchmark(recognize_benchmark(arguments.benchmark, stop), arguments.split, {}, stop);
    const training::TrainOptions options = training::read_recipe(plan.recipe, plan.assignments);
    if (options.validation_phrases.empty())
        throw Error("nothing to score: give --benchmark FOLDER, or set validation.phrases in the recipe");
    return read_phrases_benchmark(options.validation_phrases, options.validation_images);
}

/// The command line, without what does not affect the results, for a POSIX shell.
std::string make_command(const ReproduceArguments& arguments) {
    std::string text = "gbs reproduce";
    const auto add = [&](const std::string& flag, const std::string& value) {
        if (!value.empty()) text += (flag.empty() ? "" : " " + flag) + " " + shell_word(value);
    };
    add("", arguments.table);
    if (arguments.small) text += " --small";
    add("--base", arguments.base);
    for (const auto& each : arguments.assignments) add("--set", each);
    add("--benchmark", arguments.benchmark);
    add("--split", arguments.split);
    add("--protocol", arguments.protocol);
    if (arguments.limit > 0) add("--limit", std::to_string(arguments.limit));
    add("--seeds", join(arguments.seeds, ",", [](int seed) { return std::to_string(seed); }));
    return text;
}

void run_reproduce(const ReproduceArguments& arguments) {
    if (arguments.list) return list_rows(training::read_ablation_table(arguments.table));
    if (arguments.out.empty()) throw CLI::ValidationError("reproduce", "--out DIR is missing");
    keep_freed_memory();
    const Interrupt interrupt;
    const training::ReproducePlan plan = make_plan(arguments);
    const Benchmark benchmark = open_benchmark(arguments, plan, interrupt.token());
    const std::string command = make_command(arguments);
    ProgressLine line("steps");
    training::TrainHooks hooks;
    hooks.progress = [&](const training::TrainProgress& progress) {
        line.show(static_cast<std::size_t>(progress.step), static_cast<std::size_t>(progress.total), 0,
                  progress.images_per_second, progress.eta_seconds);
    };
    hooks.message = [&](const std::string& message) {
        if (training::launched().rank > 0) return;
        line.finish();
        std::cerr << message << std::endl;
    };
    const auto start = std::chrono::steady_clock::now();
    bool out_of_time = false;
    hooks.stop_requested = [&] {
        const std::chrono::duration<double, std::ratio<60>> minutes =
            std::chrono::steady_clock::now() - start;
        return out_of_time = arguments.budget > 0 && minutes.count() > arguments.budget;
    };
    std::filesystem::create_directories(plan.out);
    std::string text;
    const auto write = [&](const std::vector<training::RowRun>& runs) {
        if (training::launched().rank > 0) return;
        text = training::reproduced_markdown(plan, runs, benchmark, command);
        write_atomically(plan.out / (std::filesystem::path(arguments.table).stem().string() + ".md"), text);
    };
    try {
        training::reproduce(plan, benchmark, hooks, write, interrupt.token());
    } catch (const Cancelled&) {
        line.finish();
        std::cout << text;
        if (!out_of_time) throw;
        std::cerr << "the time budget is used up; continue with the same command\n";
        return;
    }
    line.finish();
    std::cout << text;
}

}  // namespace

void add_reproduce_command(CLI::App& app) {
    auto arguments = std::make_shared<ReproduceArguments>();
    CLI::App* command = app.add_subcommand("reproduce", "Train and score the rows of a table of the paper");
    command->add_option("table", arguments->table, "table1, table3 to table7, or a file with a table (YAML)")
        ->required();
    command->add_option("--out", arguments->out,
                        "Folder for the table and for one run folder per row and seed");
    command->add_flag("--small", arguments->small,
                      "Use a small recipe, for Flickr8k and two processor cores");
    command->add_option("--base", arguments->base, "Another base recipe: a name or a file");
    command
        ->add_option("--set", arguments->assignments,
                     "key.path=value for all rows, such as the data; repeatable")
        ->allow_extra_args(false);
    command->add_option("--rows", arguments->rows, "Train only these rows")->delimiter(',');
    command->add_option("--seeds", arguments->seeds, "Seeds; each trains all rows")
        ->delimiter(',')
        ->capture_default_str();
    command
        ->add_option("--budget", arguments->budget,
                     "Stop with a checkpoint after this many minutes; the same command continues later")
        ->check(CLI::PositiveNumber);
    command->add_option("--benchmark", arguments->benchmark,
                        "Benchmark folder to score on (default: the validation data of the recipe)");
    command->add_option("--split", arguments->split, "Split of the benchmark");
    command->add_option("--protocol", arguments->protocol, "mg, mg-exact-pixels, plain or wwbl")
        ->capture_default_str();
    command->add_option("--limit", arguments->limit, "Score the first N phrases only");
    command->add_flag("--list", arguments->list, "Print the rows and exit");
    command->footer(
        "Ctrl-C stops with a checkpoint; the same command continues. Rows of several tables with the same "
        "options are trained once per --out folder.\n"
        "Example:\n  gbs reproduce table3 --small --out runs/small --set data.images=PHOTOS --set "
        "data.captions=CAPTIONS");
    command->callback([arguments] { run_reproduce(*arguments); });
}

}  // namespace gbs::app
