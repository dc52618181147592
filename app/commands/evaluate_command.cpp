#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/commands/commands.h"
#include "app/commands/terminal.h"
#include "core/evaluation.h"
#include "core/file_io.h"
#include "core/grounding_session.h"
#include "core/paths.h"

namespace gbs {
namespace {

struct EvaluateArguments {
    std::string phrases, images, model, device = "auto", protocol = "plain", csv, jsonl;
    int limit = 0;
    bool json = false;
};

double two_decimals(double value) {
    return std::round(value * 100) / 100;
}

nlohmann::json tally_json(const PointingTally& tally) {
    return {{"hits", tally.hits}, {"total", tally.total}, {"accuracy", two_decimals(tally.accuracy())}};
}

nlohmann::json result_json(const EvaluationResult& result, const std::string& model) {
    return {{"protocol", result.protocol},
            {"model", model},
            {"maps",
             {{"gbs", tally_json(result.gbs)},
              {"i2t", tally_json(result.i2t)},
              {"mean", tally_json(result.mean)}}},
            {"baselines",
             {{"random",
               {{"hits", two_decimals(result.random.hits)},
                {"total", result.random.total},
                {"accuracy", two_decimals(result.random.accuracy())}}},
              {"center", tally_json(result.center)}}},
            {"skipped", result.skipped}};
}

void print_result(const EvaluationResult& result, const std::string& model) {
    std::printf("protocol %s, model %s\n", result.protocol.c_str(), model.c_str());
    const auto line = [](const char* name, const PointingTally& tally) {
        std::printf("  %-7s %6zu / %zu  %6.2f %%\n", name, tally.hits, tally.total, tally.accuracy());
    };
    line("gbs", result.gbs);
    line("i2t", result.i2t);
    line("mean", result.mean);
    line("center", result.center);
    std::printf("  %-7s %6.1f / %zu  %6.2f %%  (expected)\n", "random", result.random.hits,
                result.random.total, result.random.accuracy());
    for (const auto& [reason, count] : result.skipped)
        std::printf("  skipped %zu: %s\n", count, reason.c_str());
}

std::string csv_field(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

/// One line a phrase, in both formats the same columns.
struct PerPhraseFiles {
    std::ostringstream csv, jsonl;

    PerPhraseFiles() {
        csv << "\xEF\xBB\xBFimage,phrase,width,height,gbs_x,gbs_y,gbs_value,gbs_hit,i2t_x,i2t_y,i2t_value,"
               "i2t_hit,"
               "mean_x,mean_y,mean_value,mean_hit\n";
    }
    void add(const ScoredQuery& scored) {
        const PhraseQuery& query = *scored.query;
        csv << csv_field(query.image) << ',' << csv_field(query.phrase) << ',' << query.width << ','
            << query.height;
        nlohmann::json line{{"image", query.image},
                            {"phrase", query.phrase},
                            {"width", query.width},
                            {"height", query.height}};
        const auto put = [&](const char* name, const Peak& peak, bool hit) {
            csv << ',' << peak.x << ',' << peak.y << ',' << peak.value << ',' << (hit ? 1 : 0);
            line[name] = {{"peak", {peak.x, peak.y}}, {"value", peak.value}, {"hit", hit}};
        };
        put("gbs", scored.gbs, scored.gbs_hit);
        put("i2t", scored.i2t, scored.i2t_hit);
        put("mean", scored.mean, scored.mean_hit);
        csv << '\n';
        jsonl << line.dump() << '\n';
    }
};

void run_evaluate(const EvaluateArguments& arguments) {
    PhraseQueries read = read_phrase_queries(arguments.phrases);
    if (arguments.limit > 0 && read.queries.size() > static_cast<std::size_t>(arguments.limit))
        read.queries.resize(static_cast<std::size_t>(arguments.limit));
    pointing_protocol(arguments.protocol);  // a wrong name is told before the model is loaded
    const std::filesystem::path model =
        arguments.model.empty() ? default_model() : std::filesystem::path(arguments.model);
    const auto grounder = load_grounder(model, arguments.device);
    const auto ground = [&](const std::string& image, std::span<const std::string> phrases) {
        return grounder->open(load_image(std::filesystem::path(arguments.images) / image))->ground(phrases);
    };
    PerPhraseFiles files;
    ProgressLine progress("phrases");
    const EvaluationResult result = [&] {
        EvaluationResult evaluated = evaluate_pointing(
            read.queries, arguments.protocol, ground, [&](const ScoredQuery& scored) { files.add(scored); },
            [&](std::size_t done, std::size_t total) { progress.show(done, total); });
        progress.finish();
        for (const auto& [reason, count] : read.skipped_rows) evaluated.skipped["row: " + reason] += count;
        return evaluated;
    }();
    if (!arguments.csv.empty()) write_atomically(arguments.csv, files.csv.str());
    if (!arguments.jsonl.empty()) write_atomically(arguments.jsonl, files.jsonl.str());
    if (arguments.json)
        std::cout << result_json(result, model.string()).dump(2) << '\n';
    else
        print_result(result, model.string());
}

}  // namespace

void add_evaluate_command(CLI::App& app) {
    auto arguments = std::make_shared<EvaluateArguments>();
    CLI::App* command = app.add_subcommand("evaluate", "Score a model by the pointing game");
    command
        ->add_option("--phrases", arguments->phrases,
                     "TSV with the columns image, width, height, x1, y1, x2, y2, phrase; one row a box")
        ->required();
    command->add_option("--images", arguments->images, "Folder of the photos")->required();
    command->add_option("--model", arguments->model, "Checkpoint; the default model where left out");
    command->add_option("--device", arguments->device, "auto, cpu, cuda or cuda:N")->capture_default_str();
    command->add_option("--protocol", arguments->protocol, "plain or mg (docs/protocols.md)")
        ->capture_default_str();
    command->add_option("--limit", arguments->limit, "Score the first N phrases only")
        ->check(CLI::NonNegativeNumber);
    command->add_option("--csv", arguments->csv, "Write one line a phrase (UTF-8 with BOM)");
    command->add_option("--jsonl", arguments->jsonl, "Write one JSON object a phrase");
    command->add_flag("--json", arguments->json, "One JSON document on standard output");
    command->footer(
        "Example:\n  gbs evaluate --phrases dev_phrases_boxes.tsv --images images --protocol plain --json");
    command->callback([arguments] { run_evaluate(*arguments); });
}

}  // namespace gbs
