// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/benchmark_setup.h"

#include <fmt/format.h>

#include <spdlog/spdlog.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/base/named_file.h"
#include "core/base/paths.h"
#include "core/base/shell_word.h"
#include "core/base/trace.h"
#include "core/detector/detector_command.h"
#include "core/detector/open_detector.h"
#include "core/evaluation/benchmark_results.h"
#include "core/model/grounding_session.h"
#include "core/model/load_grounder.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

/// Index of the threshold among the measured ones. Throws Error.
int find_threshold(double threshold) {
    const long index = std::lround(threshold * 20) - 1;
    if (!(threshold > 0 && threshold < 1) || std::abs(threshold * 20 - std::round(threshold * 20)) > 1e-6)
        throw Error("--box-threshold must be one of 0.05, 0.10, ..., 0.95");
    return static_cast<int>(index);
}

std::vector<std::shared_ptr<MapSource>> open_models(const BenchmarkRequest& request) {
    const TraceSpan span("load model");
    std::vector<std::shared_ptr<MapSource>> sources;
    if (request.no_model) return sources;
    std::vector<NamedFile> models;
    for (const auto& argument : request.models) models.push_back(parse_named_file(argument));
    if (models.empty()) models.push_back({{}, default_model()});
    for (const auto& [name, file] : models) {
        const bool unprefixed = models.size() == 1 && name.empty();
        const std::string prefix = unprefixed ? std::string() : name.empty() ? file.stem().string() : name;
        sources.push_back(make_model_source(load_grounder(file, request.device), prefix));
    }
    return sources;
}

std::vector<std::shared_ptr<MapSource>> open_detectors_and_maps(const BenchmarkRequest& request) {
    std::vector<std::shared_ptr<MapSource>> sources;
    const bool single = request.detectors.size() + request.detector_bridges.size() == 1;
    for (const auto& argument : request.detectors) {
        const auto [source, boxes] = open_detector(argument, request.instances, request.detector_scores);
        const auto& [name, file] = source;
        const std::string default_name = single ? "detector" : file.stem().string();
        sources.push_back(make_detector_source(boxes, name.empty() ? default_name : name, file));
    }
    for (const auto& argument : request.detector_bridges) {
        const auto [name, command] = parse_named_command(argument);
        const auto options =
            bridge_options(command, parse_detector_scores(request.detector_scores), request.answer_limit);
        const fs::path program = split_shell_words(command + " detector").front();
        const std::string default_name = single ? "detector" : program.stem().string();
        sources.push_back(make_bridge_source(options, name.empty() ? default_name : name));
    }
    for (const auto& argument : request.maps) {
        const auto [name, file] = parse_named_file(argument);
        sources.push_back(make_manifest_source(file, name.empty() ? file.stem().string() : name));
    }
    return sources;
}

ReportHeading make_heading(const BenchmarkRequest& request, const Benchmark& benchmark,
                           const BenchmarkRun& run) {
    ReportHeading heading;
    heading.benchmark = benchmark.about.title;
    heading.split = benchmark.split;
    heading.protocol = request.protocol;
    heading.region = request.masks ? Region::masks : Region::boxes;
    heading.images = benchmark.images;
    heading.phrases = benchmark.queries.size();
    heading.adjusted = benchmark.adjusted;
    heading.limit = request.limit;
    heading.box_threshold = find_threshold(request.box_threshold);
    heading.program = "gbs " + program_version();
    for (const auto& source : run.sources()) heading.sources.push_back(source->about());
    return heading;
}

}  // namespace

void BenchmarkRequest::check() const {
    protocol_description(protocol);
    if (masks && protocol != "plain")
        throw Error("--masks needs --protocol plain: the protocol " + protocol + " is about boxes");
    find_threshold(box_threshold);
    parse_detector_scores(detector_scores);
    if (folder.empty() == (phrases.empty() || images.empty()))
        throw Error("name either a benchmark folder, or --phrases FILE and --images FOLDER");
    if (detector_scores != "as-given" && detectors.empty() && detector_bridges.empty())
        throw Error("--detector-scores is about --detector and --detector-bridge: add one of them");
}

std::string BenchmarkRequest::command() const {
    std::string line = "gbs evaluate";
    const auto add = [&](const char* flag, const std::string& value) {
        if (!value.empty()) line += std::string(*flag ? " " : "") + flag + " " + shell_word(value);
    };
    if (!folder.empty()) add("", folder);
    add("--phrases", phrases);
    add("--images", images);
    add("--split", split);
    add("--protocol", protocol);
    if (masks) line += " --masks";
    for (const auto& model : models) add("--model", model);
    if (no_model) line += " --no-model";
    add("--device", device);
    for (const auto& detector : detectors) add("--detector", detector);
    for (const auto& bridge : detector_bridges) add("--detector-bridge", bridge);
    if (answer_limit != BenchmarkRequest().answer_limit) add("--answer-limit", std::to_string(answer_limit));
    add("--instances", instances);
    if (detector_scores != "as-given") add("--detector-scores", detector_scores);
    for (const auto& map : maps) add("--maps", map);
    for (const auto& ensemble : ensembles) add("--ensemble", ensemble);
    if (limit > 0) add("--limit", std::to_string(limit));
    if (find_threshold(box_threshold) != fixed_box_threshold)
        add("--box-threshold", fmt::format("{:.2f}", box_threshold));
    return line;
}

Benchmark read_requested(const BenchmarkRequest& request, const ByteProgress& progress,
                         std::stop_token stop) {
    const TraceSpan span("read benchmark");
    if (request.folder.empty()) return read_phrases_benchmark(request.phrases, request.images);
    const BenchmarkFolder about = recognize_benchmark(request.folder, stop);
    spdlog::info("{} in {}", about.title, request.folder);
    for (const auto& sentence : about.missing) spdlog::warn("{}", sentence);
    return read_benchmark(about, request.split, progress, stop,
                          request.masks ? Region::masks : Region::boxes);
}

std::vector<std::shared_ptr<MapSource>> open_sources(const BenchmarkRequest& request) {
    auto sources = open_models(request);
    for (auto& source : open_detectors_and_maps(request)) sources.push_back(std::move(source));
    return sources;
}

std::vector<std::string> requested_ensembles(const BenchmarkRequest& request,
                                             std::span<const std::shared_ptr<MapSource>> sources) {
    if (!request.ensembles.empty()) return request.ensembles;
    std::vector<std::string> ensembles;
    for (const auto& model : sources)
        for (const auto& detector : sources)
            if (model->is_model() && detector->has_plateaus())
                ensembles.push_back(model->names().back() + "+" + detector->names().front());
    return ensembles;
}

PointingUnits requested_units(const BenchmarkRequest& request, const Benchmark& benchmark) {
    PointingUnits units =
        make_pointing_units(request.protocol, benchmark.queries, benchmark.about.format->rules);
    if (request.masks) count_masks(units);
    if (request.masks && units.units.empty())
        throw Error(benchmark.about.folder.string() + ": no phrase of the split \"" + benchmark.split +
                    "\" has a mask for each of its boxes; leave out --masks to score by boxes");
    if (units.units.empty())
        throw Error("no phrase of the split counts under the protocol " + request.protocol +
                    (units.skipped.empty() ? "" : ": " + join_counts(units.skipped)));
    if (request.limit > 0 && units.units.size() > request.limit) units.units.resize(request.limit);
    return units;
}

PreparedBenchmark prepare_benchmark(const BenchmarkRequest& request, Benchmark benchmark,
                                    std::vector<std::shared_ptr<MapSource>> sources) {
    PointingUnits units = requested_units(request, benchmark);
    const std::vector<std::string> ensembles = requested_ensembles(request, sources);
    BenchmarkRun run(std::move(sources), ensembles);
    ReportHeading heading = make_heading(request, benchmark, run);
    return {std::move(benchmark), std::move(units), std::move(run), std::move(heading)};
}

BenchmarkReport PreparedBenchmark::report() const {
    BenchmarkReport report(heading, run.names());
    report.skip(benchmark.skipped);
    report.skip(units.skipped);
    return report;
}

nlohmann::json PreparedBenchmark::identity() const {
    return {{"program", heading.program},  {"benchmark", heading.benchmark},
            {"split", heading.split},      {"protocol", heading.protocol_name()},
            {"units", units.units.size()}, {"sources", heading.sources},
            {"maps", run.names()}};
}

std::vector<std::string> score_benchmark(const PreparedBenchmark& prepared, const fs::path& per_phrase,
                                         bool resume, const std::function<void(std::size_t)>& begun,
                                         const std::function<void(const UnitResult&)>& take,
                                         const std::function<void(std::size_t, std::size_t)>& progress,
                                         const WorkToken& token, Team& team) {
    std::optional<ResultJournal> journal;
    if (!per_phrase.empty() && team.first())
        journal.emplace(per_phrase, prepared.identity(), prepared.run.names(), resume, take,
                        prepared.units.units);
    const auto already = static_cast<std::size_t>(
        team.from_first(journal ? static_cast<std::int64_t>(journal->already()) : 0));
    if (begun) begun(already);
    std::vector<std::string> warnings = prepared.run.run(
        prepared.units.units, [&](const std::string& image) { return prepared.benchmark.photo(image); },
        [&](UnitResult&& result) {
            take(result);
            if (journal) journal->add(result);
        },
        already, progress, token, team);
    if (journal) journal->finish();
    for (const auto& warning : warnings) spdlog::warn("{}", warning);
    return warnings;
}

}  // namespace gbs
