// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/reproduce/score_rows.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/file_hash.h"
#include "core/base/fnv_hash.h"
#include "core/base/foreign_paths.h"
#include "core/base/join.h"
#include "core/base/joined_key.h"
#include "core/evaluation/benchmark_results.h"
#include "core/evaluation/map_sources.h"
#include "core/model/grounding_session.h"
#include "core/model/load_grounder.h"
#include "training/reproduce/given_sources.h"
#include "training/run/run_reader.h"

namespace gbs::training {
namespace {

namespace fs = std::filesystem;

std::string hex(std::uint64_t value) {
    char text[24];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(value));
    return text;
}

/// Identifies the phrases of a benchmark and their boxes.
std::string fingerprint_units(const PointingUnits& units) {
    std::string all;
    for (const auto& unit : units.units) {
        all += joined_key({unit.target.image, unit.target.phrase, std::to_string(unit.target.boxes.size())});
        for (const BoundingBox& box : unit.target.boxes)
            for (const double corner : {box.x1, box.y1, box.x2, box.y2})
                all += joined_key({std::to_string(corner)});
    }
    return hex(fnv_hash(all));
}

BenchmarkRequest make_request(const ReproducePlan& plan) {
    BenchmarkRequest request = plan.sources;
    request.protocol = plan.protocol;
    request.limit = plan.limit;
    return request;
}

RowScores by_name(const BenchmarkReport& report) {
    RowScores scores;
    for (const auto& map : report.maps()) scores[map.name] = map;
    return scores;
}

struct Scoring {
    const BenchmarkRequest& request;
    const Benchmark& benchmark;
    std::string identity;  ///< of the sources
    std::function<std::vector<std::shared_ptr<MapSource>>()> open;
};

/// The scores that an earlier call has written to the folder, or those of the sources, which are opened only if
/// they are needed.
RowScores score_once(const fs::path& folder, const Scoring& scoring, const SayMessage& say,
                     std::stop_token stop) {
    const BenchmarkRequest& request = scoring.request;
    const std::string& title = scoring.benchmark.about.title;
    const PointingUnits units = requested_units(request, scoring.benchmark);
    const fs::path file = folder / ("results-" + request.protocol + "-" + fingerprint_units(units) + "-" +
                                    scoring.identity + ".jsonl");
    if (path_exists(file)) {
        const ResultFile earlier = read_results(file);
        BenchmarkReport report(ReportHeading{}, earlier.names);
        for (const auto& result : earlier.results) report.add(result);
        return by_name(report);
    }
    if (say) say("scoring " + std::to_string(units.units.size()) + " phrases of " + title);
    const PreparedBenchmark prepared = prepare_benchmark(request, scoring.benchmark, scoring.open());
    BenchmarkReport report(ReportHeading{}, prepared.run.names());
    std::error_code code;
    fs::create_directories(folder, code);
    if (code) throw Error("cannot create the folder " + folder.string() + ": " + code.message());
    score_benchmark(
        prepared, file, true, {}, [&](const UnitResult& result) { report.add(result); }, {}, stop);
    if (report.scored() == 0)
        throw Error("nothing was scored on " + title + ": " + join_counts(report.skipped()));
    return by_name(report);
}

CheckpointFiles last_checkpoint(const RowRun& run) {
    const auto checkpoint = latest_checkpoint(run.folder);
    if (!checkpoint) throw Error(run.folder.string() + " has no checkpoint");
    return *checkpoint;
}

/// The scores of one map, which become those of the row.
RowScores only(const RowScores& all, const std::string& map) {
    return {{"random", all.at("random")}, {"center", all.at("center")}, {"mean", all.at(map)}};
}

}  // namespace

void score_run(const ReproducePlan& plan, std::span<const Benchmark> benchmarks, const std::string& device,
               RowRun& run, const SayMessage& say, std::stop_token stop) {
    const CheckpointFiles checkpoint = last_checkpoint(run);
    const BenchmarkRequest request = make_request(plan);
    const auto open = [&]() -> std::vector<std::shared_ptr<MapSource>> {
        return {make_model_source(load_grounder(checkpoint.model, device))};
    };
    std::vector<RowScores> scores;
    for (const auto& benchmark : benchmarks)
        scores.push_back(
            score_once(run.folder, {request, benchmark, std::to_string(checkpoint.step), open}, say, stop));
    run.scores = std::move(scores);
}

void score_ensemble(const ReproducePlan& plan, std::span<const Benchmark> benchmarks,
                    const std::string& device, std::span<const RowRun> runs, RowRun& run,
                    const SayMessage& say, std::stop_token stop) {
    BenchmarkRequest request = make_request(plan);
    std::vector<std::pair<std::string, fs::path>> models;
    std::string identity;
    for (const auto& member : plan.table.rows[run.row].members) {
        const auto found = std::ranges::find_if(runs, [&](const RowRun& each) {
            return each.seed == run.seed && plan.table.rows[each.row].name == member;
        });
        if (found == runs.end() || found->scores.empty())
            throw Error("the row " + member + " of the ensemble has no result");
        models.emplace_back(member, last_checkpoint(*found).model);
        identity += member + " " + file_sha256(models.back().second) + "\n";
    }
    const std::string map = join(models, "+", [](const auto& model) { return model.first + ".mean"; });
    request.ensembles = {map};
    const auto open = [&] {
        std::vector<std::shared_ptr<MapSource>> sources;
        for (const auto& [prefix, file] : models)
            sources.push_back(make_model_source(load_grounder(file, device), prefix));
        return sources;
    };
    std::vector<RowScores> scores;
    for (const auto& benchmark : benchmarks)
        scores.push_back(only(
            score_once(run.folder, {request, benchmark, hex(fnv_hash(identity)), open}, say, stop), map));
    run.scores = std::move(scores);
}

std::vector<RowRun> score_sources(const ReproducePlan& plan, const Benchmark& benchmark,
                                  const SayMessage& say, std::stop_token stop) {
    GivenSources given = read_given_sources(plan);
    BenchmarkRequest request = make_request(plan);
    request.models = given.models;
    request.no_model = given.models.empty();
    for (const auto& run : given.runs)
        if (const AblationRow& row = plan.table.rows[run.row]; row.kind == AblationRow::Kind::ensemble)
            request.ensembles.push_back(source_map(plan.table, row));
    const RowScores all = score_once(
        plan.out, {request, benchmark, hex(fnv_hash(given.identity)), [&] { return open_sources(request); }},
        say, stop);
    for (auto& run : given.runs) run.scores = {only(all, source_map(plan.table, plan.table.rows[run.row]))};
    return given.runs;
}

}  // namespace gbs::training
