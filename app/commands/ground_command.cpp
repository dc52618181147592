// SPDX-License-Identifier: GPL-3.0-or-later

#include <fmt/format.h>

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/commands/commands.h"
#include "app/commands/grounding_tasks.h"
#include "app/commands/interrupt.h"
#include "app/commands/terminal.h"
#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/base/packed_json.h"
#include "core/base/utf8.h"
#include "core/image/strength_level.h"
#include "core/report/annotation_files.h"
#include "core/report/map_files.h"
#include "core/report/proposals.h"
#include "core/report/report_parts.h"
#include "training/ranks/join_team.h"

namespace gbs::app {
namespace {

using nlohmann::json;

struct GroundArguments {
    GroundingArguments grounding;
    std::string out;
    std::vector<std::string> formats{"overlay", "npy"}, maps{"gbs", "i2t", "mean"};
    std::string proposals, proposal_format = "labelme";
    double threshold = 0.5;
    bool resume = false, json = false;
};

template <class Enum, std::size_t count, class Name>
std::vector<Enum> chosen(const std::array<Enum, count>& all, Name name_of,
                         const std::vector<std::string>& names) {
    std::vector<Enum> values;
    for (const Enum each : all)
        if (std::ranges::find(names, name_of(each)) != names.end()) values.push_back(each);
    return values;
}

template <class Enum, std::size_t count, class Name>
CLI::IsMember one_of(const std::array<Enum, count>& all, Name name_of) {
    std::vector<std::string> names;
    for (const Enum each : all) names.emplace_back(name_of(each));
    return CLI::IsMember(names);
}

/// Null without a folder. Rank 0 opens it first: what it starts over must not be read by the others.
std::unique_ptr<MapFiles> open_map_files(const GroundArguments& arguments, Team& team) {
    if (arguments.out.empty()) return {};
    const MapFilesOptions options{.maps = chosen(all_map_kinds, map_name, arguments.maps),
                                  .formats = chosen(all_map_formats, format_name, arguments.formats),
                                  .resume = arguments.resume,
                                  .lists = team.first(),
                                  .look = parse_look(arguments.grounding.look)};
    const auto open = [&] {
        return std::make_unique<MapFiles>(arguments.out, options, model_path(arguments.grounding).string());
    };
    auto files = team.first() ? open() : nullptr;
    team.from_first(0);
    return files ? std::move(files) : open();
}

json phrase_json(const GroundedPhoto& photo, const Grounding& grounding,
                 const std::vector<std::filesystem::path>& files) {
    json phrase{{"phrase", grounding.phrase},
                {"ms", grounding.milliseconds},
                {"strength", grounding.strength ? json(*grounding.strength) : json()},
                {"files", json::array()}};
    for (const MapKind kind : all_map_kinds) {
        if (select_map(grounding, kind).empty()) {  // zero-shot, no H_GbS
            phrase[map_name(kind)] = nullptr;
            continue;
        }
        const Peak peak = select_map(grounding, kind).resized_peak(photo.image->width, photo.image->height);
        phrase[map_name(kind)] = {{"peak", {peak.x, peak.y}}, {"value", peak.value}};
    }
    for (const auto& file : files) phrase["files"].push_back(file.string());
    return phrase;
}

json photo_json(const GroundedPhoto& photo, const std::vector<std::vector<std::filesystem::path>>& files) {
    json phrases = json::array();
    for (std::size_t i = 0; i < photo.groundings.size(); ++i)
        phrases.push_back(
            phrase_json(photo, photo.groundings[i], i < files.size() ? files[i] : decltype(files[i]){}));
    for (const GroundingFailure& failure : photo.failures)
        phrases.push_back({{"phrase", failure.phrase}, {"error", failure.reason}});
    return {{"image", photo.task.photo.string()},
            {"width", photo.image->width},
            {"height", photo.image->height},
            {"encode_ms", photo.encode_milliseconds},
            {"phrases", phrases}};
}

/// ", strength 0.87 (strong)"; nothing if the model has none.
std::string strength_text(const json& strength) {
    if (strength.is_null()) return {};
    const auto value = strength.get<float>();
    return ", strength " + format_fixed(value) + " (" + strength_level_name(strength_level(value)) + ")";
}

void print_photo(const json& photo) {
    std::cout << fmt::format("{}  {}x{}  encoded in {:.0f} ms\n",
                             printable(photo["image"].get<std::string>()), photo["width"].get<int>(),
                             photo["height"].get<int>(), photo["encode_ms"].get<double>());
    for (const auto& phrase : photo["phrases"]) {
        if (phrase.contains("error")) continue;  // reported on standard error
        std::cout << fmt::format("  \"{}\"  {:.0f} ms{}\n", printable(phrase["phrase"].get<std::string>()),
                                 phrase["ms"].get<double>(), strength_text(phrase["strength"]));
        for (const MapKind kind : all_map_kinds) {
            const json& map = phrase[map_name(kind)];
            if (map.is_null()) {
                std::cout << fmt::format("    {:<5} none: zero-shot, no H_GbS\n", map_name(kind));
                continue;
            }
            std::cout << fmt::format("    {:<5} peak ({}, {})  value {:.3f}\n", map_name(kind),
                                     map["peak"][0].get<int>(), map["peak"][1].get<int>(),
                                     map["value"].get<double>());
        }
        for (const auto& file : phrase["files"])
            std::cout << "    wrote " << printable(file.get<std::string>()) << '\n';
    }
}

/// Prints the results of a batch, or collects them in one JSON document.
class GroundOutput {
 public:
    GroundOutput(bool as_json, bool single) : as_json_(as_json), single_(single) {}

    /// A photo as `photo_json` has it.
    void add(const json& photo) {
        progress_.finish();
        for (const auto& phrase : photo["phrases"])
            if (phrase.contains("error"))
                spdlog::error("{}: \"{}\": {}", photo["image"].get<std::string>(),
                              phrase["phrase"].get<std::string>(), phrase["error"].get<std::string>());
        if (as_json_)
            keep(photo);
        else
            print_photo(photo);
    }
    void add(const GroundingFailure& failure) {
        if (single_) throw Error(failure.reason);  // in a folder, the other photos are still grounded
        progress_.finish();
        spdlog::error("{}", failure.reason);
        if (as_json_) keep({{"image", failure.photo.string()}, {"error", failure.reason}});
    }
    void show(const BatchProgress& progress) {
        if (single_) return;
        progress_.show(progress.done, progress.total, progress.failed, progress.photos_per_second,
                       progress.seconds_left);
    }
    void finish(const ModelInfo& model) {
        progress_.finish();
        if (!as_json_) return;
        const auto text = [](const std::string& value) { return json_text(value); };
        std::cout << "{\n  \"device\": " << text(model.device) << ",\n  \"images\": [" << images_
                  << (images_.empty() ? "" : "\n  ") << "],\n  \"model\": " << text(model.path.string())
                  << "\n}\n";
    }

 private:
    /// As text, a tenth of the memory of its values: there may be a million photos.
    void keep(const json& image) {
        images_ += images_.empty() ? "\n    " : ",\n    ";
        for (const char c : json_text(image, 2)) {
            images_ += c;
            if (c == '\n') images_ += "    ";
        }
    }

    bool as_json_, single_;
    std::string images_;  ///< of the document, in order
    ProgressLine progress_{"photos"};
};

void run_ground(const GroundArguments& arguments) {
    if (arguments.resume && arguments.out.empty())
        throw CLI::ValidationError("--resume", "needs --out, the folder to continue");
    if (arguments.resume && !arguments.proposals.empty())
        throw CLI::ValidationError("--resume", "skips photos, and --proposals needs all of them");
    const Interrupt interrupt;
    const std::vector<GroundingTask> tasks = make_tasks(arguments.grounding);
    const auto team = training::join_team([&] { return interrupt.token().stop_requested(); });
    const std::unique_ptr<MapFiles> files = open_map_files(arguments, *team);
    const auto grounder = load_model(arguments.grounding);
    std::unique_ptr<AnnotationFiles> proposals;
    if (!arguments.proposals.empty() && team->first())
        proposals = std::make_unique<AnnotationFiles>(
            arguments.proposals,
            chosen(all_annotation_formats, annotation_format_name, {arguments.proposal_format}).front());
    GroundOutput output(arguments.json, tasks.size() == 1);
    BatchHandlers handlers;
    if (files) handlers.wanted = [&](const GroundingTask& task) { return files->plan(task); };
    handlers.draw = [&](const GroundedPhoto& photo) {
        const MapFiles::Drawn drawn = files ? files->draw(photo) : MapFiles::Drawn();
        const json proposed =
            arguments.proposals.empty() ? json() : describe_proposals(photo, arguments.threshold);
        return packed({drawn.lines, photo_json(photo, drawn.files), proposed});
    };
    handlers.drawn = [&](const std::string& bytes) {
        const json photo = unpacked(bytes);
        if (files) files->list(photo.at(0));
        if (proposals) proposals->add(photo.at(2));
        output.add(photo.at(1));
    };
    if (files && !team->first()) handlers.handed_over = [&] { files->leave_to_first(); };
    handlers.failed = [&](const GroundingFailure& failure) { output.add(failure); };
    handlers.progress = [&](const BatchProgress& progress) { output.show(progress); };
    const BatchSummary summary = ground_batch(*grounder, tasks, handlers, interrupt.token(), *team);
    if (!team->first()) return;
    if (proposals) proposals->finish();
    output.finish(grounder->info());
    if (summary.skipped > 0) spdlog::info("{} photos were already complete", summary.skipped);
    check_failures(summary, tasks.size());
}

}  // namespace

void add_ground_command(CLI::App& app) {
    auto arguments = std::make_shared<GroundArguments>();
    CLI::App* command =
        app.add_subcommand("ground", "Locate phrases in photos, and in each photo of folders");
    add_grounding_options(*command, arguments->grounding);
    command->add_option("--out", arguments->out,
                        "Folder for the maps at the size of the photo, listed in its maps.jsonl");
    command
        ->add_option("--format", arguments->formats,
                     "overlay (the map over the photo, PNG), png16 (16-bit gray PNG, 65535 is 1) and npy "
                     "(float32, height x width)")
        ->delimiter(',')
        ->check(one_of(all_map_formats, format_name))
        ->capture_default_str();
    command->add_option("--maps", arguments->maps, "gbs, i2t and mean")
        ->delimiter(',')
        ->check(one_of(all_map_kinds, map_name))
        ->capture_default_str();
    command->add_option(
        "--proposals", arguments->proposals,
        "Folder for annotations to correct in another tool: of each phrase, the region of the mean map "
        "around its peak");
    command
        ->add_option("--proposal-format", arguments->proposal_format,
                     "labelme (also for X-AnyLabeling), coco, voc, yolo or cvat")
        ->check(one_of(all_annotation_formats, annotation_format_name))
        ->capture_default_str();
    command
        ->add_option("--threshold", arguments->threshold,
                     "A region of --proposals ends where the map falls below this share of its peak")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command->add_flag("--resume", arguments->resume,
                      "Write only what is missing in maps.jsonl of the folder");
    command->add_flag("--json", arguments->json, "Print one JSON document");
    command->footer(
        "Ctrl-C stops after the current photo; --resume continues.\n"
        "Existing files and folders are photos, all other words phrases; so is every word after -- or --phrase.\n"
        "Examples:\n  gbs ground dog.jpg \"a dog\" \"the grass\" --out maps --format overlay,png16\n"
        "  gbs ground photos/*.jpg \"a dog\" --json\n"
        "  gbs ground photos --phrases phrases.txt --json > peaks.json\n"
        "  gbs ground photos \"a dog\" --proposals labels --proposal-format labelme");
    command->callback([arguments] { run_ground(*arguments); });
}

}  // namespace gbs::app
