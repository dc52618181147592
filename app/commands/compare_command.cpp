// SPDX-License-Identifier: GPL-3.0-or-later

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdint>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/commands/commands.h"
#include "core/base/file_io.h"
#include "core/base/json_text.h"
#include "core/base/shell_word.h"
#include "core/base/utf8.h"
#include "core/evaluation/benchmark_compare.h"
#include "core/report/benchmark_html.h"
#include "core/report/comparison_report.h"

namespace gbs::app {
namespace {

struct CompareArguments {
    std::string a, b, map_a, map_b, flips, report;
    std::uint64_t seed = 1;
    std::size_t resamples = 10'000, show = 10;
    bool json = false;
};

double accuracy(std::size_t hits, std::size_t units) {
    return 100.0 * static_cast<double>(hits) / static_cast<double>(units);
}

nlohmann::json comparison_json(const Comparison& found, const CompareArguments& arguments) {
    const auto side = [&](const std::string& file, const std::string& map, std::size_t hits,
                          std::size_t only) {
        return nlohmann::json{{"file", file},
                              {"map", map},
                              {"hits", hits},
                              {"accuracy", accuracy(hits, found.units)},
                              {"only_here", only}};
    };
    return {{"a", side(arguments.a, found.map_a, found.hits_a, found.only_in_a)},
            {"b", side(arguments.b, found.map_b, found.hits_b, found.only_in_b)},
            {"phrases", found.units},
            {"difference", found.difference},
            {"interval95", {found.low, found.high}},
            {"bootstrap", {{"seed", arguments.seed}, {"resamples", arguments.resamples}, {"over", "images"}}},
            {"gained", found.gained},
            {"lost", found.lost},
            {"mcnemar_p", found.p_value}};
}

void print(const Comparison& found, const CompareArguments& arguments) {
    std::cout << fmt::format("{} phrases in both ({} only in a, {} only in b)\n", found.units,
                             found.only_in_a, found.only_in_b);
    std::cout << fmt::format("  a  {:6.2f} %  {} of {}\n  b  {:6.2f} %  {} of {}\n",
                             accuracy(found.hits_a, found.units), found.map_a, arguments.a,
                             accuracy(found.hits_b, found.units), found.map_b, arguments.b);
    std::cout << fmt::format(
        "  b - a  {:+.2f} points, 95 % interval {:+.2f} to {:+.2f} ({} bootstrap samples of images, seed {})\n",
        found.difference, found.low, found.high, arguments.resamples, arguments.seed);
    std::cout << fmt::format("  gained {}, lost {}, McNemar's exact test p = {:.4g}\n", found.gained,
                             found.lost, found.p_value);
    std::size_t shown = 0;
    for (const Flip& flip : found.flips) {
        if (shown++ == arguments.show) break;
        std::printf("  %s  %s  %s\n", flip.gained ? "gained" : "lost  ",
                    printable(flip.a->unit.target.image).c_str(),
                    printable(flip.a->unit.target.phrase).c_str());
    }
    if (found.flips.size() > arguments.show)
        std::printf("  ... and %zu more; --flips FILE writes all\n", found.flips.size() - arguments.show);
}

void write_flips(const Comparison& found, const std::string& file) {
    std::string text;
    for (const Flip& flip : found.flips)
        text += json_text({{"image", flip.a->unit.target.image},
                           {"phrase", flip.a->unit.target.phrase},
                           {"change", flip.gained ? "gained" : "lost"}}) +
                "\n";
    write_atomically(file, text);
}

void run_compare(const CompareArguments& arguments) {
    const bool html = !arguments.report.empty() && is_html_report(arguments.report);
    const ResultFile a = read_results(arguments.a), b = read_results(arguments.b);
    const Comparison found =
        compare_results(a, b, arguments.map_a, arguments.map_b, arguments.seed, arguments.resamples);
    if (!arguments.flips.empty()) write_flips(found, arguments.flips);
    if (!arguments.report.empty()) {
        const std::string command = "gbs compare " + arguments.a + " " + arguments.b + " --map-a " +
                                    found.map_a + " --map-b " + shell_word(found.map_b) + " --seed " +
                                    std::to_string(arguments.seed) + " --resamples " +
                                    std::to_string(arguments.resamples);
        write_atomically(arguments.report,
                         html ? comparison_html(found, command) : comparison_markdown(found, command));
    }
    if (arguments.json)
        std::cout << json_text(comparison_json(found, arguments), 2) << '\n';
    else
        print(found, arguments);
}

}  // namespace

void add_compare_command(CLI::App& app) {
    auto arguments = std::make_shared<CompareArguments>();
    CLI::App* command = app.add_subcommand("compare", "Compare two per-phrase results on the same phrases");
    command->add_option("a", arguments->a, "Per-phrase results (JSONL) of gbs evaluate --per-phrase")
        ->required();
    command
        ->add_option("b", arguments->b,
                     "The results to compare with; the same file to compare two of its maps")
        ->required();
    command->add_option("--map-a", arguments->map_a,
                        "Map of a: gbs, i2t, mean, detector, ... (default: mean)");
    command->add_option("--map-b", arguments->map_b, "Map of b (default: as --map-a)");
    command->add_option("--seed", arguments->seed, "Seed of the bootstrap")->capture_default_str();
    command->add_option("--resamples", arguments->resamples, "Bootstrap samples")
        ->check(CLI::Range(std::size_t{100}, std::size_t{1'000'000}))
        ->capture_default_str();
    command->add_option("--show", arguments->show, "Number of changed phrases to print")
        ->capture_default_str();
    command->add_option("--flips", arguments->flips, "Write every changed phrase to this JSONL file");
    command->add_option("--report", arguments->report, "Write a report to this file, .html or .md");
    command->add_flag("--json", arguments->json, "Print one JSON document");
    command->footer(
        "Examples:\n  gbs compare before.jsonl after.jsonl\n"
        "  gbs compare run.jsonl run.jsonl --map-a mean --map-b mean+detector --flips flips.jsonl");
    command->callback([arguments] { run_compare(*arguments); });
}

}  // namespace gbs::app
