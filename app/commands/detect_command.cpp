// SPDX-License-Identifier: GPL-3.0-or-later

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/detector_options.h"
#include "app/commands/grounding_tasks.h"
#include "app/commands/interrupt.h"
#include "app/commands/terminal.h"
#include "core/base/error.h"
#include "core/detector/detector_bridge.h"
#include "core/detector/detector_file.h"

namespace gbs::app {
namespace {

struct DetectArguments {
    GroundingArguments photos;
    std::string bridge, scores = "as-given", out;
    int answer_limit = 60;
    bool resume = false;
};

std::vector<DetectorTask> detector_tasks(const GroundingArguments& arguments) {
    std::vector<DetectorTask> tasks;
    for (GroundingTask& task : make_tasks(arguments))
        tasks.push_back({task.photo, std::move(task.phrases), task.name});
    return tasks;
}

void run_detect(const DetectArguments& arguments) {
    const Interrupt interrupt;
    std::vector<DetectorTask> tasks = detector_tasks(arguments.photos);
    const DetectorScores scores = parse_detector_scores(arguments.scores);
    DetectorFile file(arguments.out, arguments.bridge, scores, tasks, arguments.resume);
    if (file.already() > 0) spdlog::info("{} phrases already have boxes", file.already());
    const auto done = static_cast<std::size_t>(
        std::ranges::count_if(tasks, [](const DetectorTask& task) { return task.phrases.empty(); }));
    ProgressLine progress("photos", done);
    try {
        BridgeOptions options = bridge_options(arguments.bridge, scores, arguments.answer_limit);
        options.said = [](const std::string& line, bool) { spdlog::debug("{}", line); };
        DetectorBridge bridge(std::move(options), interrupt.token());
        if (bridge.gives_maps())
            throw Error(bridge.name() +
                        " gives maps, not boxes: score them with gbs evaluate --detector-bridge");
        spdlog::info("{}{}{}", bridge.name(), bridge.device().empty() ? "" : " on ", bridge.device());
        std::size_t count = done;
        for (const DetectorTask& task : tasks) {
            if (task.phrases.empty()) continue;
            file.add(task, bridge.ask(task.photo, task.phrases, interrupt.token()));
            progress.show(++count, tasks.size());
        }
    } catch (const std::exception&) {
        progress.finish();
        if (file.written() > 0)
            spdlog::info("the boxes so far are kept: continue with the same command and --resume");
        throw;
    }
    progress.finish();
    file.finish();
    for (const std::string& failure : file.failures()) spdlog::error("{}", failure);
    for (const auto& [reason, number] : file.skipped()) spdlog::warn("skipped {}: {}", number, reason);
    spdlog::info("{} boxes for {} phrases", file.boxes(), file.phrases());
    if (!file.failures().empty())
        throw Error(std::to_string(file.failures().size()) + " phrases have no answer");
}

}  // namespace

void add_detect_command(CLI::App& app) {
    auto arguments = std::make_shared<DetectArguments>();
    CLI::App* command =
        app.add_subcommand("detect", "Write the boxes that a detector finds for phrases in photos");
    add_photo_options(*command, arguments->photos);
    command->add_option("--bridge", arguments->bridge, bridge_help)->required();
    add_answer_limit(*command, arguments->answer_limit);
    add_scores_option(*command, arguments->scores);
    command->add_option("-o,--out", arguments->out, "The JSONL file to write")->required();
    command->add_flag("--resume", arguments->resume, "Continue from what an interrupted run has written");
    command->footer(
        "Ctrl-C stops at once; --resume continues. The file is for --detector of gbs evaluate and gbs report.\n"
        "Examples:\n  gbs detect photos \"a dog\" \"the grass\" --bridge \"owlv2 --weights owlv2-base\" -o boxes.jsonl\n"
        "  gbs detect photos --phrases phrases.tsv --bridge \"python my_detector.py\" -o boxes.jsonl");
    command->callback([arguments] { run_detect(*arguments); });
}

}  // namespace gbs::app
