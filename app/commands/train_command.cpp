// SPDX-License-Identifier: GPL-3.0-or-later

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/interrupt.h"
#include "app/commands/terminal.h"
#include "core/base/error.h"
#include "core/base/memory.h"
#include "core/base/utf8.h"
#include "training/ranks/ranks.h"
#include "training/reproduce/ablation_table.h"
#include "training/trainer/trainer.h"

namespace gbs::app {
namespace {

struct TrainArguments {
    std::string recipe, preset, run, resume;
    std::vector<std::string> assignments;
    bool print = false, list = false, force = false;
};

std::string describe(const training::TrainProgress& progress) {
    std::string line = fmt::format("{} {}/{}", progress.stage, progress.step, progress.total);
    for (const auto& [name, value] : progress.values) line += fmt::format("  {} {:.4g}", name, value);
    line += fmt::format("  {:.1f} images/s", progress.images_per_second);
    if (progress.eta_seconds) line += "  ETA " + format_duration(*progress.eta_seconds);
    return line;
}

void list_options() {
    training::TrainOptions options;
    OptionSet set;
    options.bind(set);
    std::cout << set.to_yaml();
}

training::TrainOptions read_options(const TrainArguments& arguments) {
    const std::filesystem::path recipe = arguments.preset.empty() ? std::filesystem::path(arguments.recipe)
                                                                  : training::recipe_file(arguments.preset);
    return training::read_recipe(recipe, arguments.assignments);
}

void run_train(const TrainArguments& arguments) {
    if (arguments.list) return list_options();
    if (!arguments.recipe.empty() + !arguments.preset.empty() + !arguments.resume.empty() != 1)
        throw CLI::ValidationError("train", "give exactly one of a recipe, --preset NAME and --resume RUN");
    if (arguments.force && arguments.resume.empty())
        throw CLI::ValidationError("--force", "needs --resume RUN");
    if (arguments.print) {
        std::cout << training::to_recipe(read_options(arguments));
        return;
    }
    if (arguments.resume.empty() && arguments.run.empty())
        throw CLI::ValidationError("train", "--run DIR is missing");
    keep_freed_memory();
    const Interrupt interrupt(Interrupt::Second::ignored);
    // A reader that leaves, as `| head` does, must not end the run without a checkpoint.
    std::signal(SIGPIPE, SIG_IGN);
    ProgressLine line("steps");
    training::TrainHooks hooks;
    hooks.progress = [&](const training::TrainProgress& progress) { line.show(describe(progress)); };
    hooks.message = [&](const std::string& message) {
        line.finish();
        std::cerr << printable(message) << std::endl;
    };
    hooks.stop_requested = [&] { return interrupt.token().stop_requested(); };
    const training::TrainOutcome outcome =
        arguments.resume.empty()
            ? train(read_options(arguments), arguments.run, hooks)
            : training::resume_training(arguments.resume, hooks, arguments.assignments, arguments.force);
    line.finish();
    if (training::launched().rank > 0) return;
    const std::string& run = arguments.resume.empty() ? arguments.run : arguments.resume;
    if (outcome == training::TrainOutcome::completed)
        std::cout << "completed: " << printable(run) << '\n';
    else
        std::cout << "stopped with a checkpoint; continue with: " << training::resume_command(run) << '\n';
}

}  // namespace

void add_train_command(CLI::App& app) {
    auto arguments = std::make_shared<TrainArguments>();
    CLI::App* command = app.add_subcommand("train", "Train a model from photos and captions");
    command->add_option("recipe", arguments->recipe, "Recipe (YAML); see training/recipes");
    command->add_option("--preset", arguments->preset,
                        "Recipe that comes with the program, by name: paper-vgg-coco, flickr8k, ...");
    command->add_option("--run", arguments->run, "Run folder to create");
    command->add_option("--resume", arguments->resume, "Run folder to continue");
    command->add_option("--set", arguments->assignments,
                        "key.path=value, or stages.NAME.key.path=value; repeatable");
    command->add_flag("--force", arguments->force,
                      "With --resume: continue even if a trainer on another host seems to be running");
    command->add_flag("--print", arguments->print, "Print the resolved recipe and exit");
    command->add_flag("--list-options", arguments->list,
                      "Print every option with its default and meaning, and exit");
    command->footer(
        "Ctrl-C stops with a checkpoint. A running trainer reads requests from RUN/control: pause, resume, "
        "stop or save.\n"
        "Examples:\n  gbs train training/recipes/smoke.yaml --set data.images=photos --set "
        "data.captions=captions.tsv "
        "--run runs/smoke\n  gbs train --resume runs/smoke\n"
        "  gbs train --preset paper-vgg-coco --print\n"
        "On several GPUs or machines (docs/training.md):\n  mpirun -np 4 gbs train RECIPE --run RUN");
    command->callback([arguments] { run_train(*arguments); });
}

}  // namespace gbs::app
