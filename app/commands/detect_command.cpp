// SPDX-License-Identifier: GPL-3.0-or-later

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "app/commands/commands.h"
#include "app/commands/detector_options.h"
#include "app/commands/grounding_tasks.h"
#include "app/commands/interrupt.h"
#include "app/commands/terminal.h"
#include "core/base/error.h"
#include "core/base/json_stream.h"
#include "core/base/json_text.h"
#include "core/base/json_values.h"
#include "core/base/line_journal.h"
#include "core/detector/detector_bridge.h"
#include "core/image/photo_names.h"

namespace gbs::app {
namespace {

using nlohmann::json;

struct DetectArguments {
    GroundingArguments photos;
    std::string bridge, scores = "as-given", out;
    int answer_limit = 60;
    bool resume = false;
};

/// The photos with the names that the boxes get: relative to their folder, or the paths if two would have one name.
std::vector<GroundingTask> name_tasks(const GroundingArguments& arguments) {
    std::vector<GroundingTask> tasks = make_tasks(arguments);
    std::set<std::string> names;
    for (const GroundingTask& task : tasks) names.insert(normalize_photo_name(task.name));
    for (GroundingTask& task : tasks)
        if (names.size() < tasks.size()) task.name = task.photo.string();
    for (GroundingTask& task : tasks) {
        std::set<std::string> seen;
        for (std::string& phrase : task.phrases) phrase = bridge_phrase(phrase);
        std::erase_if(task.phrases,
                      [&](const auto& phrase) { return phrase.empty() || !seen.insert(phrase).second; });
    }
    return tasks;
}

/// The boxes of phrases in photos, written as they are found.
class DetectorFile {
 public:
    DetectorFile(const DetectArguments& arguments, std::vector<GroundingTask>& tasks) {
        for (const GroundingTask& task : tasks)
            open_[task.name].insert(task.phrases.begin(), task.phrases.end());
        const json heading{{"bridge", arguments.bridge}, {"scores", arguments.scores}};
        journal_ = std::make_unique<LineJournal>(
            arguments.out,
            LineJournal::Contents{.heading = json_text(heading),
                                  .what = "boxes",
                                  .differs = "the bridge or --detector-scores differ",
                                  .again = "asked for again"},
            arguments.resume, [&](const std::string& text) {
                const auto line = parse_json(text);
                return line && open_[get_text(*line, "image")].erase(get_text(*line, "phrase")) > 0;
            });
        for (GroundingTask& task : tasks)
            std::erase_if(task.phrases,
                          [&](const auto& phrase) { return !open_[task.name].contains(phrase); });
    }

    std::size_t already() const { return journal_->already(); }
    std::size_t written() const { return already() + phrases_; }
    void add(const GroundingTask& task, const BridgeAnswer& answer) {
        for (const auto& [phrase, reason] : answer.failures) {
            spdlog::error("{}: \"{}\": {}", task.photo.string(), phrase, reason);
            ++failed_;
        }
        for (const auto& [reason, count] : answer.boxes.skipped()) skipped_[reason] += count;
        for (const DetectorImage& image : answer.boxes.images())
            for (const DetectorAnswer& each : image.answers) {
                journal_->add(json_text(detector_line(task.name, image, each)));
                boxes_ += each.boxes.size();
                ++phrases_;
            }
    }
    void finish() {
        for (const auto& [reason, count] : skipped_) spdlog::warn("skipped {}: {}", count, reason);
        journal_->finish();
        spdlog::info("{} boxes for {} phrases", boxes_, phrases_);
        if (failed_ > 0) throw Error(std::to_string(failed_) + " phrases have no answer");
    }

 private:
    std::map<std::string, std::set<std::string>> open_;  ///< phrases to ask for, by photo
    std::unique_ptr<LineJournal> journal_;
    std::map<std::string, std::size_t> skipped_;
    std::size_t boxes_ = 0, phrases_ = 0, failed_ = 0;
};

void run_detect(const DetectArguments& arguments) {
    const Interrupt interrupt;
    std::vector<GroundingTask> tasks = name_tasks(arguments.photos);
    const DetectorScores scores = parse_detector_scores(arguments.scores);
    DetectorFile file(arguments, tasks);
    if (file.already() > 0) spdlog::info("{} phrases already have boxes", file.already());
    const auto done = static_cast<std::size_t>(
        std::ranges::count_if(tasks, [](const GroundingTask& task) { return task.phrases.empty(); }));
    ProgressLine progress("photos", done);
    try {
        BridgeOptions options = bridge_options(arguments.bridge, scores, arguments.answer_limit);
        options.said = [](const std::string& line) { spdlog::debug("{}", line); };
        DetectorBridge bridge(std::move(options), interrupt.token());
        if (bridge.gives_maps())
            throw Error(bridge.name() +
                        " gives maps, not boxes: score them with gbs evaluate --detector-bridge");
        spdlog::info("{}{}{}", bridge.name(), bridge.device().empty() ? "" : " on ", bridge.device());
        std::size_t count = done;
        for (const GroundingTask& task : tasks) {
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
