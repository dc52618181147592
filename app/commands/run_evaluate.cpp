// SPDX-License-Identifier: GPL-3.0-or-later

#include <spdlog/spdlog.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/commands/evaluate_command.h"
#include "app/commands/interrupt.h"
#include "app/commands/terminal.h"
#include "core/base/csv.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json_text.h"
#include "core/base/trace.h"
#include "core/base/utf8.h"
#include "core/evaluation/exporting_source.h"
#include "core/evaluation/map_sources.h"
#include "core/report/benchmark_html.h"
#include "core/report/benchmark_tables.h"
#include "training/ranks/join_team.h"

namespace gbs::app {
namespace {

Benchmark read(const EvaluateArguments& arguments, const std::stop_token& stop) {
    ProgressLine progress("MB");
    const auto show = [&](std::uintmax_t done, std::uintmax_t total) {
        if (total > (std::uintmax_t{64} << 20)) progress.show(done >> 20, total >> 20);
    };
    Benchmark benchmark = read_requested(arguments, show, stop);
    progress.finish();
    return benchmark;
}

/// One line per unit, four columns per map.
class PerPhraseCsv {
 public:
    explicit PerPhraseCsv(std::span<const std::string> names) : maps_(names.size()) {
        text_ = "\xEF\xBB\xBFimage,phrase,width,height,skipped";
        for (const auto& name : names)
            for (const char* column : {"_x", "_y", "_value", "_hit"}) text_ += "," + csv_field(name + column);
        text_ += "\n";
    }
    void add(const UnitResult& result) {
        const PhraseQuery& target = result.unit.target;
        text_ += csv_field(target.image) + "," + csv_field(target.phrase) + "," +
                 std::to_string(target.width) + "," + std::to_string(target.height) + "," +
                 csv_field(result.skipped);
        for (const auto& score : result.scores)
            text_ += "," + std::to_string(score.peak.x) + "," + std::to_string(score.peak.y) + "," +
                     nlohmann::json(score.peak.value).dump() + "," + (score.hit ? "1" : "0");
        if (result.scores.empty()) text_ += std::string(4 * maps_, ',');
        text_ += "\n";
    }
    const std::string& text() const { return text_; }

 private:
    std::size_t maps_;
    std::string text_;
};

void write_tables(const EvaluateArguments& arguments, const BenchmarkReport& report) {
    const auto write = [](const std::string& file, const std::string& text) {
        if (!file.empty() && file != "-") write_atomically(file, text);
    };
    const std::string json = json_text(report_json(report), 2) + "\n";
    write(arguments.json, json);
    write(arguments.csv, report_csv(report));
    write(arguments.markdown, report_markdown(report));
    write(arguments.latex, report_latex(report));
    std::cout << (arguments.json == "-" ? json : printable(report_text(report)));
}

/// Checks what can be checked before reading anything.
void check(const EvaluateArguments& arguments) {
    arguments.check();
    if (!arguments.report.empty()) is_html_report(arguments.report);
    if (arguments.resume && arguments.per_phrase.empty())
        throw Error("--resume continues the file of --per-phrase: add --per-phrase FILE");
    if (arguments.resume && !arguments.export_maps.empty())
        throw Error("--export-maps needs a complete run: remove --resume");
}

/// Scores with a progress line.
void score(const PreparedBenchmark& prepared, const EvaluateArguments& arguments,
           const std::function<void(const UnitResult&)>& take, const std::stop_token& stop, Team& team) {
    std::optional<ProgressLine> progress;
    const auto begun = [&](std::size_t already) {
        if (already > 0) spdlog::info("{} phrases are already scored", already);
        progress.emplace("phrases", already);
    };
    try {
        score_benchmark(
            prepared, arguments.per_phrase, arguments.resume, begun, take,
            [&](std::size_t done, std::size_t total) { progress->show(done, total); }, stop, team);
    } catch (const Cancelled&) {
        if (progress) progress->finish();
        if (!arguments.per_phrase.empty() && team.first())
            spdlog::info("the scores so far are kept: continue with the same command and --resume");
        throw;
    }
    progress->finish();
}

/// So that a script does not take an empty table for a result.
std::string nothing_scored(const BenchmarkReport& report) {
    std::string text = "nothing was scored";
    for (const auto& [reason, count] : report.skipped())
        text += "\n  " + std::to_string(count) + " skipped: " + reason;
    return text;
}

}  // namespace

void run_evaluate(const EvaluateArguments& given) {
    check(given);
    const Interrupt interrupt;
    const auto team = training::join_team([&] { return interrupt.token().stop_requested(); });
    EvaluateArguments arguments = given;
    arguments.device = training::device_of_rank(given.device);
    Benchmark benchmark = read(arguments, interrupt.token());
    auto sources = open_sources(arguments);
    std::shared_ptr<ExportingSource> exporter;
    if (!arguments.export_maps.empty()) {
        if (std::count_if(sources.begin(), sources.end(),
                          [](const auto& source) { return source->is_model(); }) != 1)
            throw Error("--export-maps needs exactly one model");
        sources.front() = exporter = make_exporting_source(sources.front(), arguments.export_maps);
    }
    const PreparedBenchmark prepared = prepare_benchmark(arguments, std::move(benchmark), std::move(sources));
    BenchmarkReport report = prepared.report();
    PerPhraseCsv csv(prepared.run.names());
    ExampleChooser examples(shown_map(prepared.run.names()));
    score(
        prepared, arguments,
        [&](const UnitResult& result) {
            report.add(result);
            csv.add(result);
            examples.add(result);
        },
        interrupt.token(), *team);
    const TraceSpan span("write results");
    if (exporter) exporter->finish_export(*team);
    if (!team->first()) return;
    if (!arguments.per_phrase_csv.empty()) write_atomically(arguments.per_phrase_csv, csv.text());
    if (!arguments.report.empty())
        write_benchmark_report(arguments.report, prepared, report, examples, arguments.command(),
                               interrupt.token());
    write_tables(arguments, report);
    if (report.scored() == 0) throw Error(nothing_scored(report));
}

}  // namespace gbs::app
