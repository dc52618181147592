// SPDX-License-Identifier: GPL-3.0-or-later

#include <spdlog/spdlog.h>

#include <iostream>
#include <map>
#include <vector>

#include "app/commands/evaluate_command.h"
#include "app/commands/interrupt.h"
#include "app/commands/terminal.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json_text.h"
#include "core/base/named_file.h"
#include "core/base/paths.h"
#include "core/base/utf8.h"
#include "core/evaluation/presence_pairs.h"
#include "core/model/batch_grounding.h"
#include "core/model/load_grounder.h"
#include "core/report/presence_tables.h"
#include "training/ranks/ranks.h"

namespace gbs::app {
namespace {

/// What --presence has no use for must not be taken as heeded.
void refuse_other_options(const EvaluateArguments& arguments) {
    const auto refuse = [](bool given, const char* option) {
        if (given)
            throw Error(std::string(option) + " is for scoring maps and cannot be combined with --presence");
    };
    refuse(arguments.no_model, "--no-model");
    refuse(!arguments.detectors.empty(), "--detector");
    refuse(!arguments.maps.empty(), "--maps");
    refuse(!arguments.ensembles.empty(), "--ensemble");
    refuse(arguments.protocol != "plain", "--protocol");
    refuse(arguments.masks, "--masks");
    refuse(!arguments.per_phrase.empty(), "--per-phrase");
    refuse(!arguments.per_phrase_csv.empty(), "--per-phrase-csv");
    refuse(!arguments.export_maps.empty(), "--export-maps");
    refuse(!arguments.report.empty(), "--report");
    refuse(!arguments.latex.empty(), "--latex");
    refuse(training::launched().size > 1, "mpirun with several ranks");
    if (arguments.models.size() > 1) throw Error("--presence scores one model at a time: give --model once");
}

std::filesystem::path chosen_model(const EvaluateArguments& arguments) {
    return arguments.models.empty() ? default_model() : parse_named_file(arguments.models.front()).file;
}

/// Present phrases come first, as in the tasks.
std::vector<GroundingTask> grounding_tasks(const std::vector<PresenceTask>& tasks,
                                           const Benchmark& benchmark) {
    std::vector<GroundingTask> all;
    for (const PresenceTask& task : tasks) {
        const auto photo = benchmark.photo(task.image);
        if (!photo) {
            spdlog::warn("{} has no photo below the folder: its phrases are left out", task.image);
            continue;
        }
        GroundingTask& grounding = all.emplace_back(*photo, task.present, task.image);
        grounding.phrases.insert(grounding.phrases.end(), task.absent.begin(), task.absent.end());
    }
    return all;
}

void write(const EvaluateArguments& arguments, const PresenceReport& report, const PresenceHeading& heading) {
    const std::string json = json_text(presence_json(report, heading), 2) + "\n";
    if (!arguments.json.empty() && arguments.json != "-") write_atomically(arguments.json, json);
    if (!arguments.csv.empty()) write_atomically(arguments.csv, presence_csv(report));
    if (!arguments.markdown.empty()) write_atomically(arguments.markdown, presence_markdown(report, heading));
    std::cout << (arguments.json == "-" ? json : printable(presence_markdown(report, heading)));
}

}  // namespace

void run_presence(const EvaluateArguments& arguments) {
    arguments.check();
    refuse_other_options(arguments);
    const Interrupt interrupt;
    const Benchmark benchmark = read_requested(arguments, {}, interrupt.token());
    std::vector<PhraseQuery> queries = benchmark.queries;
    if (arguments.limit > 0 && queries.size() > arguments.limit) queries.resize(arguments.limit);
    const std::vector<PresenceTask> tasks = make_presence_tasks(queries, arguments.presence_seed);

    const auto grounder = load_grounder(chosen_model(arguments), arguments.device);
    std::map<std::string, std::size_t> present;  // phrases of a photo that are there, the first of all
    for (const PresenceTask& task : tasks) present[task.image] = task.present.size();
    std::vector<PresenceScore> scores;
    ProgressLine progress("photos");
    BatchHandlers handlers;
    handlers.photo = [&](const GroundedPhoto& photo) {
        for (std::size_t i = 0; i < photo.groundings.size(); ++i) {
            if (!photo.groundings[i].strength)
                throw Error(grounder->info().path.string() + " has no strength: gbs calibrate teaches it");
            scores.push_back({*photo.groundings[i].strength, photo.numbers[i] < present.at(photo.task.name)});
        }
    };
    handlers.failed = [](const GroundingFailure& failure) { spdlog::warn("{}", failure.reason); };
    handlers.progress = [&](const BatchProgress& step) { progress.show(step.done, step.total); };
    ground_batch(*grounder, grounding_tasks(tasks, benchmark), handlers, interrupt.token());
    progress.finish();
    write(arguments, report_presence(std::move(scores)),
          {.benchmark = benchmark.about.title,
           .split = benchmark.split,
           .model = grounder->info().name,
           .seed = arguments.presence_seed});
}

}  // namespace gbs::app
