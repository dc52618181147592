// SPDX-License-Identifier: GPL-3.0-or-later

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <chrono>
#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/detector_options.h"
#include "app/commands/interrupt.h"
#include "app/commands/reproduce_arguments.h"
#include "app/commands/terminal.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/join.h"
#include "core/base/memory.h"
#include "core/evaluation/pointing_protocols.h"
#include "training/ranks/ranks.h"
#include "training/reproduce/reproduce.h"
#include "training/reproduce/reproduced_table.h"

namespace gbs::app {
namespace {

void list_rows(const training::AblationTable& table) {
    std::cout << table.title << "\n";
    for (const auto& row : table.rows) {
        std::cout << "  " << row.name << "  " << join(row.cells, " ");
        if (!row.training.empty()) std::cout << "  (" << row.model << "; " << row.training << ")";
        for (const auto& [key, value] : row.changes) std::cout << "  " << key << "=" << value;
        if (!row.members.empty()) std::cout << "  of " << join(row.members, ", ");
        for (const auto& number : row.paper)
            std::cout << "  (paper: " << number.benchmark << (number.type == "all" ? "" : " " + number.type)
                      << " " << number.map << " " << number.value << ")";
        std::cout << "\n";
    }
}

bool equal_names(const std::string& a, const std::string& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

/// "key=value" is for all rows, "SET:key=value" for the rows trained on that set of the paper.
void add_assignment(const std::string& assignment, training::ReproducePlan& plan) {
    const std::size_t colon = assignment.find(':');
    if (colon == std::string::npos || colon > assignment.find('='))
        return plan.assignments.push_back(assignment);
    std::string set = assignment.substr(0, colon);
    for (const auto& row : plan.table.rows)
        if (equal_names(row.training, set)) set = row.training;
    plan.data[set].push_back(assignment.substr(colon + 1));
}

/// Refuses what the kind of table has no use for.
void check(const ReproduceArguments& arguments, const training::AblationTable& table) {
    const BenchmarkRequest& sources = arguments.sources;
    const bool given = !sources.models.empty() || !sources.detectors.empty() || !sources.maps.empty();
    if (table.is_scored_only() && (!arguments.assignments.empty() || !arguments.rows.empty() ||
                                   !arguments.base.empty() || arguments.small))
        throw Error(arguments.table +
                    " is only scored: remove --set, --rows, --base and --small, and give models, "
                    "maps and boxes with --model, --maps and --detector");
    if (!table.is_scored_only() && given)
        throw Error("the rows of " + arguments.table + " are trained: remove --model, --maps and --detector");
    if (arguments.small && table.small.empty())
        throw Error(arguments.table + " has no small recipe: remove --small, or give a recipe with --base");
    if (arguments.splits.size() > 1 && arguments.splits.size() != arguments.benchmarks.size())
        throw Error("give one --split for all benchmarks, or one for each --benchmark in their order");
}

training::ReproducePlan make_plan(const ReproduceArguments& arguments) {
    training::ReproducePlan plan;
    protocol_description(arguments.protocol);  // throws for an unknown one
    plan.table = training::read_ablation_table(arguments.table);
    check(arguments, plan.table);
    plan.recipe = training::recipe_file(!arguments.base.empty() ? arguments.base
                                        : arguments.small       ? plan.table.small
                                                                : plan.table.base);
    for (const auto& assignment : arguments.assignments) add_assignment(assignment, plan);
    plan.sources = arguments.sources;
    plan.out = arguments.out;
    plan.rows = arguments.rows;
    plan.seeds = arguments.seeds;
    plan.protocol = arguments.protocol;
    plan.limit = arguments.limit;
    return plan;
}

/// The benchmarks to score: the given ones, or the validation data of the recipe.
std::vector<Benchmark> open_benchmarks(const ReproduceArguments& arguments,
                                       const training::ReproducePlan& plan, const std::stop_token& stop) {
    std::vector<Benchmark> benchmarks;
    for (std::size_t i = 0; i < arguments.benchmarks.size(); ++i)
        benchmarks.push_back(
            read_benchmark(recognize_benchmark(arguments.benchmarks[i], stop), arguments.split(i), {}, stop));
    if (!benchmarks.empty()) return benchmarks;
    if (plan.table.is_scored_only()) throw Error("nothing to score: give --benchmark FOLDER");
    const training::TrainOptions options = training::read_recipe(plan.recipe, plan.assignments);
    if (options.validation_phrases.empty())
        throw Error("nothing to score: give --benchmark FOLDER, or set validation.phrases in the recipe");
    benchmarks.push_back(read_phrases_benchmark(options.validation_phrases, options.validation_images));
    return benchmarks;
}

void run_reproduce(const ReproduceArguments& arguments) {
    if (arguments.list) return list_rows(training::read_ablation_table(arguments.table));
    if (arguments.out.empty()) throw CLI::ValidationError("reproduce", "--out DIR is missing");
    keep_freed_memory();
    const Interrupt interrupt;
    const training::ReproducePlan plan = make_plan(arguments);
    const std::vector<Benchmark> benchmarks = open_benchmarks(arguments, plan, interrupt.token());
    const std::string command = arguments.command();
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
        text = training::reproduced_markdown(plan, runs, benchmarks, command);
        write_atomically(plan.out / (std::filesystem::path(arguments.table).stem().string() + ".md"), text);
    };
    try {
        training::reproduce(plan, benchmarks, hooks, write, interrupt.token());
    } catch (const Cancelled&) {
        line.finish();
        std::cout << text;
        std::cerr << (out_of_time ? "the time budget is used up; " : "") << "continue with: " << command
                  << "\n";
        if (!out_of_time) throw;
        return;
    }
    line.finish();
    std::cout << text;
}

void add_sources(CLI::App& command, BenchmarkRequest& sources) {
    command.add_option(
        "--model", sources.models,
        "ROW=CHECKPOINT or ROW=RUN_FOLDER of a table that is only scored (table2); repeatable");
    command.add_option("--device", sources.device, "Of these models: auto, cpu, cuda or cuda:N")
        ->capture_default_str();
    CLI::Option* detector = command.add_option("--detector", sources.detectors,
                                               "ROW=FILE with boxes of another method; repeatable");
    add_detector_options(command, detector, sources.instances, sources.detector_scores);
    command.add_option("--maps", sources.maps, "ROW=MANIFEST with maps of another method; repeatable");
}

}  // namespace

void add_reproduce_command(CLI::App& app) {
    auto arguments = std::make_shared<ReproduceArguments>();
    CLI::App* command = app.add_subcommand("reproduce", "Train and score the rows of a table of the paper");
    command->add_option("table", arguments->table, "table1 to table7, or a file with a table (YAML)")
        ->required();
    command->add_option("--out", arguments->out,
                        "Folder for the table and for one run folder per row and seed");
    command->add_flag("--small", arguments->small,
                      "Use a small recipe, for Flickr8k and two processor cores");
    command->add_option("--base", arguments->base, "Another base recipe: a name or a file");
    command->add_option(
        "--set", arguments->assignments,
        "key.path=value for all rows, such as the data, or SET:key.path=value for the rows that the "
        "paper trained on SET: MS-COCO, VG or CC3M; repeatable");
    command->add_option("--rows", arguments->rows, "Train only these rows")->delimiter(',');
    command->add_option("--seeds", arguments->seeds, "Seeds; each trains all rows")
        ->delimiter(',')
        ->capture_default_str();
    command
        ->add_option("--budget", arguments->budget,
                     "Stop with a checkpoint after this many minutes; the same command continues later")
        ->check(CLI::PositiveNumber);
    command->add_option(
        "--benchmark", arguments->benchmarks,
        "Benchmark folder to score on; repeatable (default: the validation data of the recipe)");
    command->add_option("--split", arguments->splits,
                        "Split of the benchmark, or one for each benchmark (default: test, if there is one)");
    command->add_option("--protocol", arguments->protocol, "mg, mg-exact-pixels, plain or wwbl")
        ->capture_default_str();
    command->add_option("--limit", arguments->limit, "Score the first N phrases only");
    command->add_flag("--list", arguments->list, "Print the rows and exit");
    add_sources(*command, arguments->sources);
    command->footer(
        "Ctrl-C stops with a checkpoint; the same command continues. Rows of several tables with the same "
        "options are trained once per --out folder.\n"
        "Examples:\n  gbs reproduce table3 --small --out runs/small --set data.images=PHOTOS --set "
        "data.captions=CAPTIONS\n"
        "  gbs reproduce table2 --out runs/table2 --benchmark flickr30k_entities --model vgg=runs/coco/full-seed1 "
        "--maps ig=infoground.jsonl --detector 12-in-1=boxes.jsonl");
    command->callback([arguments] { run_reproduce(*arguments); });
}

}  // namespace gbs::app
