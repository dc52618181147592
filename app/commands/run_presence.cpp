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
#include "training/calibration/calibration_data.h"
#include "training/data/training_set.h"
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

/// What is asked for, and how many phrases of each photo, the first of all, are there.
struct Questions {
    std::string title, split;
    std::vector<GroundingTask> tasks;
    std::map<std::string, std::size_t> present;

    void add(const std::filesystem::path& photo, const std::string& name, std::vector<std::string> there,
             const std::vector<std::string>& absent) {
        present[name] = there.size();
        there.insert(there.end(), absent.begin(), absent.end());
        tasks.push_back({photo, std::move(there), name});
    }
};

Questions ask_of_benchmark(const EvaluateArguments& arguments, const std::stop_token& stop) {
    arguments.check();
    const Benchmark benchmark = read_requested(arguments, {}, stop);
    std::vector<PhraseQuery> queries = benchmark.queries;
    if (arguments.limit > 0 && queries.size() > arguments.limit) queries.resize(arguments.limit);
    Questions questions{benchmark.about.title, benchmark.split, {}, {}};
    for (const PresenceTask& task : make_presence_tasks(queries, arguments.presence_seed)) {
        const auto photo = benchmark.photo(task.image);
        if (photo)
            questions.add(*photo, task.image, task.present, task.absent);
        else
            spdlog::warn("{} has no photo below the folder: its phrases are left out", task.image);
    }
    return questions;
}

Questions ask_of_captions(const EvaluateArguments& arguments) {
    if (!arguments.folder.empty() || !arguments.phrases.empty())
        throw Error("--captions is in place of a benchmark and of --phrases: give one of them");
    if (arguments.images.empty()) throw Error("--captions needs --images, the folder of their photos");
    const auto photos = training::label_photos(
        training::read_training_captions(arguments.images, arguments.captions, arguments.split),
        arguments.limit, arguments.presence_seed);
    Questions questions{std::filesystem::path(arguments.captions).filename().string(),
                        std::filesystem::path(arguments.split).filename().string(),
                        {},
                        {}};
    for (const training::LabeledPhoto& photo : photos) {
        std::vector<std::string> there, absent;
        for (const training::LabeledPhrase& phrase : photo.phrases)
            if (!phrase.made_up) (phrase.present ? there : absent).push_back(phrase.phrase);
        if (!there.empty() || !absent.empty()) questions.add(photo.path, photo.path.string(), there, absent);
    }
    return questions;
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
    refuse_other_options(arguments);
    const Interrupt interrupt;
    const Questions questions = arguments.captions.empty() ? ask_of_benchmark(arguments, interrupt.token())
                                                           : ask_of_captions(arguments);
    const auto grounder = load_grounder(chosen_model(arguments), arguments.device);
    std::vector<PresenceScore> scores;
    ProgressLine progress("photos");
    BatchHandlers handlers;
    handlers.photo = [&](const GroundedPhoto& photo) {
        for (std::size_t i = 0; i < photo.groundings.size(); ++i) {
            if (!photo.groundings[i].strength)
                throw Error(grounder->info().path.string() + " has no strength: gbs calibrate teaches it");
            scores.push_back(
                {*photo.groundings[i].strength, photo.numbers[i] < questions.present.at(photo.task.name)});
        }
    };
    handlers.failed = [](const GroundingFailure& failure) { spdlog::warn("{}", failure.reason); };
    handlers.progress = [&](const BatchProgress& step) { progress.show(step.done, step.total); };
    ground_batch(*grounder, questions.tasks, handlers, interrupt.token());
    progress.finish();
    write(arguments, report_presence(std::move(scores)),
          {.benchmark = questions.title,
           .split = questions.split,
           .model = grounder->info().name,
           .seed = arguments.presence_seed});
}

}  // namespace gbs::app
