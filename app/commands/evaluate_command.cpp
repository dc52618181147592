// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/evaluate_command.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <system_error>

#include "app/commands/commands.h"
#include "app/commands/detector_options.h"
#include "core/base/error.h"
#include "core/base/join.h"
#include "core/base/shell_word.h"
#include "core/data/benchmark_formats.h"
#include "core/evaluation/pointing_protocols.h"

namespace gbs::app {
namespace {

void add_data_options(CLI::App& command, EvaluateArguments& arguments) {
    command.add_option("folder", arguments.folder,
                       "Benchmark as distributed by its authors (" + list_benchmark_formats() +
                           "), or a TSV or JSONL file of phrases");
    command.add_option(
        "--phrases", arguments.phrases,
        "Instead of the folder: TSV with the columns image, width, height, x1, y1, x2, y2, phrase; "
        "one row per box");
    command.add_option("--images", arguments.images, "Folder of the photos of --phrases");
    command.add_option("--split", arguments.split, "Split of the benchmark (default: test, if there is one)");
    command
        .add_option("--protocol", arguments.protocol, join(protocol_names(), ", ") + " (docs/protocols.md)")
        ->capture_default_str();
    command.add_flag(
        "--masks", arguments.masks,
        "Point into the masks of the data set (COCO, RefCOCO, outlines of annotation tools) in place of "
        "boxes; with --protocol plain");
    command.add_option("--limit", arguments.limit, "Score the first N phrases only");
}

void add_source_options(CLI::App& command, EvaluateArguments& arguments) {
    command.add_option("--model", arguments.models,
                       "[NAME=]CHECKPOINT; repeatable (default: the default model)");
    command.add_flag("--no-model", arguments.no_model, "Score only detectors and maps from files");
    command.add_option("--device", arguments.device, "auto, cpu, cuda or cuda:N")->capture_default_str();
    CLI::Option* detector =
        command.add_option("--detector", arguments.detectors, std::string(detector_help) + "; repeatable");
    CLI::Option* bridge = command.add_option("--detector-bridge", arguments.detector_bridges,
                                             "[NAME=]" + std::string(bridge_help) + "; repeatable");
    add_answer_limit(command, arguments.answer_limit)->needs(bridge);
    add_detector_options(command, detector, arguments.instances, arguments.detector_scores);
    command.add_option(
        "--maps", arguments.maps,
        "[NAME=]MANIFEST of another method's maps: JSONL with image, phrase, file (.npy, .png); repeatable");
    command.add_option(
        "--ensemble", arguments.ensembles,
        "Maps joined by +, such as mean+detector; repeatable (default with a detector: the mean map "
        "with the detector)");
}

void add_presence_options(CLI::App& command, EvaluateArguments& arguments) {
    CLI::Option* presence = command.add_flag(
        "--presence", arguments.presence,
        "Instead of maps, score the strength: each phrase once on its photo and once on a photo without its words");
    command
        .add_option(
            "--captions", arguments.captions,
            "With --presence, in place of a benchmark: captions of the photos in --images, as for gbs train, whose "
            "noun phrases are asked for; --split is a list of names, --limit counts photos")
        ->needs(presence);
    command.add_option("--seed", arguments.presence_seed, "Seed of the photos without a phrase's words")
        ->needs(presence)
        ->capture_default_str();
}

void add_output_options(CLI::App& command, EvaluateArguments& arguments) {
    command
        .add_option(
            "--box-threshold", arguments.box_threshold,
            "Fraction of the maximum at which a map is cut into a box, fixed in advance (choose it on dev)")
        ->capture_default_str();
    command.add_flag("--json{-}", arguments.json, "Print one JSON document; --json=FILE writes it to a file");
    command.add_option("--csv", arguments.csv, "Write the table as CSV (UTF-8 with BOM)");
    command.add_option("--markdown", arguments.markdown, "Write the table as Markdown");
    command.add_option("--latex", arguments.latex, "Write the table as LaTeX");
    command.add_option("--report", arguments.report,
                       "Write a report with plots, examples and how to reproduce it, .html or .md");
    command.add_option("--per-phrase,--jsonl", arguments.per_phrase,
                       "Write one JSON object per phrase to this file");
    command.add_option("--per-phrase-csv", arguments.per_phrase_csv,
                       "Write one CSV line per phrase to this file");
    command.add_flag("--resume", arguments.resume, "Continue from what --per-phrase has written");
    command.add_option("--export-maps", arguments.export_maps, "Write the model's maps below this folder");
}

/// `--json out.json` takes out.json for the benchmark: a flag reads no word after it.
void refuse_separate_json(const EvaluateArguments& arguments) {
    const bool has_data = !arguments.phrases.empty() || !arguments.captions.empty();
    if (arguments.json != "-" || !arguments.folder.ends_with(".json")) return;
    std::error_code unknown;
    if (has_data || !std::filesystem::exists(arguments.folder, unknown))
        throw Error("to write JSON to a file: --json=" + shell_word(arguments.folder));
}

}  // namespace

void add_evaluate_command(CLI::App& app) {
    auto arguments = std::make_shared<EvaluateArguments>();
    CLI::App* command =
        app.add_subcommand("evaluate", "Score models, detectors and maps by the pointing game");
    add_data_options(*command, *arguments);
    add_source_options(*command, *arguments);
    add_presence_options(*command, *arguments);
    add_output_options(*command, *arguments);
    command->footer(
        "Examples:\n"
        "  gbs evaluate flickr30k_entities --split test --protocol mg --detector boxes.jsonl --markdown "
        "table.md\n"
        "  gbs evaluate flickr30k_entities --detector-bridge \"owlv2 --weights owlv2-base\"\n"
        "  gbs evaluate visual_genome --split densecap:test --protocol mg --per-phrase a.jsonl --resume\n"
        "  gbs evaluate --phrases dev_phrases_boxes.tsv --images images --protocol plain --json\n"
        "  gbs evaluate flickr30k_entities --split val --presence\n"
        "  gbs evaluate --presence --captions captions.tsv --images images --split dev.txt");
    command->callback([arguments] {
        refuse_separate_json(*arguments);
        arguments->presence ? run_presence(*arguments) : run_evaluate(*arguments);
    });
}

}  // namespace gbs::app
