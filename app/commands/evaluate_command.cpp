// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/evaluate_command.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "app/commands/commands.h"
#include "core/base/join.h"
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
        "In place of the folder: TSV with the columns image, width, height, x1, y1, x2, y2, phrase; "
        "one row a box");
    command.add_option("--images", arguments.images, "Folder of the photos of --phrases");
    command.add_option("--split", arguments.split, "Part of the benchmark; test where there is one");
    command
        .add_option("--protocol", arguments.protocol, join(protocol_names(), ", ") + " (docs/protocols.md)")
        ->capture_default_str();
    command.add_option("--limit", arguments.limit, "Score the first N phrases only");
}

void add_source_options(CLI::App& command, EvaluateArguments& arguments) {
    command.add_option("--model", arguments.models,
                       "[NAME=]CHECKPOINT, any number; the default model where left out");
    command.add_flag("--no-model", arguments.no_model, "Score detectors and maps of files alone");
    command.add_option("--device", arguments.device, "auto, cpu, cuda or cuda:N")->capture_default_str();
    command.add_option("--detector", arguments.detectors,
                       "[NAME=]FILE with boxes: JSONL, COCO results or COCO instances; any number");
    command.add_option("--instances", arguments.instances, "COCO instances file that COCO results refer to");
    command.add_option(
        "--maps", arguments.maps,
        "[NAME=]MANIFEST of another method's maps: JSONL with image, phrase, file (.npy, .png)");
    command.add_option(
        "--ensemble", arguments.ensembles,
        "Maps joined by +, like mean+detector; any number. With a detector and none named: the "
        "mean map with the detector");
}

void add_output_options(CLI::App& command, EvaluateArguments& arguments) {
    command
        .add_option("--box-threshold", arguments.box_threshold,
                    "Share of the maximum that cuts a box out of a map, fixed in advance (choose it on dev)")
        ->capture_default_str();
    command.add_flag("--json{-}", arguments.json,
                     "One JSON document on standard output; --json=FILE into a file");
    command.add_option("--csv", arguments.csv, "Write the table as CSV (UTF-8 with BOM)");
    command.add_option("--markdown", arguments.markdown, "Write the table as Markdown");
    command.add_option("--latex", arguments.latex, "Write the table as LaTeX");
    command.add_option(
        "--report", arguments.report,
        "Write a report with plots, examples and all that is needed to reproduce: .html or .md");
    command.add_option("--per-phrase,--jsonl", arguments.per_phrase, "Write one JSON object a phrase");
    command.add_option("--per-phrase-csv", arguments.per_phrase_csv, "Write one CSV line a phrase");
    command.add_flag("--resume", arguments.resume, "Go on after a kill with what --per-phrase had written");
    command.add_option("--export-maps", arguments.export_maps, "Write the model's maps below this folder");
}

}  // namespace

void add_evaluate_command(CLI::App& app) {
    auto arguments = std::make_shared<EvaluateArguments>();
    CLI::App* command =
        app.add_subcommand("evaluate", "Score models, detectors and maps by the pointing game");
    add_data_options(*command, *arguments);
    add_source_options(*command, *arguments);
    add_output_options(*command, *arguments);
    command->footer(
        "Examples:\n"
        "  gbs evaluate flickr30k_entities --split test --protocol mg --detector boxes.jsonl --markdown "
        "table.md\n"
        "  gbs evaluate visual_genome --split densecap:test --protocol mg --per-phrase a.jsonl --resume\n"
        "  gbs evaluate --phrases dev_phrases_boxes.tsv --images images --protocol plain --json");
    command->callback([arguments] { run_evaluate(*arguments); });
}

}  // namespace gbs::app
