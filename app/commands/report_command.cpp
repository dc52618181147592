// SPDX-License-Identifier: GPL-3.0-or-later

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <iterator>
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/detector_options.h"
#include "app/commands/grounding_tasks.h"
#include "app/commands/interrupt.h"
#include "app/commands/terminal.h"
#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/image/photo_resolver.h"
#include "core/report/report.h"
#include "training/ranks/join_team.h"

namespace gbs::app {
namespace {

struct ReportArguments {
    GroundingArguments grounding;
    std::string out;
    std::size_t limit = 0;
    int thumbnail = ReportOptions{}.thumbnail, large = ReportOptions{}.large;
    std::vector<std::string> maps{"gbs", "i2t", "mean"};
    std::string detector, instances, detector_scores = "as-given";
};

OpenDetector open_for(const ReportArguments& arguments, const std::vector<GroundingTask>& tasks) {
    OpenDetector detector = open_detector(arguments.detector, arguments.instances, arguments.detector_scores);
    const std::string file = detector.source.file.string();
    std::vector<std::string> names, missing;
    for (const GroundingTask& task : tasks) names.push_back(task.name);
    check_photo_names(file, detector.boxes->image_names(), names);
    std::ranges::copy_if(names, std::back_inserter(missing),
                         [&](const std::string& name) { return !detector.boxes->find(name); });
    if (missing.size() == names.size())
        throw Error(file + ": has boxes for none of the photos; the first one is " + missing.front());
    if (!missing.empty())
        spdlog::warn("{}: {} of {} photos have no boxes; the first one is {}", file, missing.size(),
                     names.size(), missing.front());
    return detector;
}

void run_report(const ReportArguments& arguments) {
    const Interrupt interrupt;
    std::vector<GroundingTask> tasks = make_tasks(arguments.grounding);
    if (arguments.limit > 0 && tasks.size() > arguments.limit) tasks.resize(arguments.limit);
    ReportOptions options;
    options.thumbnail = arguments.thumbnail;
    options.large = arguments.large;
    options.maps.clear();
    for (const MapKind kind : all_map_kinds)
        if (std::ranges::find(arguments.maps, map_name(kind)) != arguments.maps.end())
            options.maps.push_back(kind);
    options.look = parse_look(arguments.grounding.look);
    if (!arguments.detector.empty()) options.detector = open_for(arguments, tasks);
    const auto team = training::join_team([&] { return interrupt.token().stop_requested(); });
    const auto grounder = load_model(arguments.grounding);
    ProgressLine line("photos");
    const auto show = [&](const BatchProgress& progress) {
        line.show(progress.done, progress.total, progress.failed, progress.photos_per_second,
                  progress.seconds_left);
    };
    const BatchSummary summary =
        write_report(arguments.out, *grounder, tasks, options, show, interrupt.token(), *team);
    if (!team->first()) return;
    line.finish();
    for (const GroundingFailure& failure : summary.failures) spdlog::error("{}", failure.reason);
    std::cout << printable(arguments.out) << '\n';
    check_failures(summary, tasks.size());
}

}  // namespace

void add_report_command(CLI::App& app) {
    auto arguments = std::make_shared<ReportArguments>();
    CLI::App* command = app.add_subcommand(
        "report", "Write an HTML file that shows where phrases are in photos, and in each photo of folders");
    add_grounding_options(*command, arguments->grounding);
    command->add_option("--out", arguments->out, "The HTML file to write")->required();
    command->add_option("--limit", arguments->limit, "Use the first N photos only");
    command->add_option("--thumbnail", arguments->thumbnail, "Longest side of the small images, in pixels")
        ->check(CLI::Range(1, 4096))
        ->capture_default_str();
    command
        ->add_option("--large", arguments->large, "Longest side of the photos that a click shows, in pixels")
        ->check(CLI::Range(1, 4096))
        ->capture_default_str();
    command->add_option("--maps", arguments->maps, "The maps of each phrase: gbs, i2t and mean")
        ->delimiter(',')
        ->check(CLI::IsMember({"gbs", "i2t", "mean"}))
        ->capture_default_str();
    CLI::Option* detector = command->add_option(
        "--detector", arguments->detector,
        std::string(detector_help) + "; each phrase then shows the mean map and these boxes (figure 3)");
    add_detector_options(*command, detector, arguments->instances, arguments->detector_scores)
        ->needs(detector);
    command->footer(
        "The file contains its images and needs no network. It is not written after a failure or Ctrl-C.\n"
        "Examples:\n  gbs report photos \"a dog\" \"the grass\" --out report.html\n"
        "  gbs report photos --phrases phrases.tsv --detector boxes.jsonl --out figure3.html");
    command->callback([arguments] { run_report(*arguments); });
}

}  // namespace gbs::app
