#include <spdlog/spdlog.h>

#include <cmath>
#include <functional>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/commands/evaluate_command.h"
#include "app/commands/interrupt.h"
#include "app/commands/terminal.h"
#include "core/benchmark.h"
#include "core/benchmark_report.h"
#include "core/benchmark_results.h"
#include "core/benchmark_tables.h"
#include "core/csv.h"
#include "core/error.h"
#include "core/file_io.h"
#include "core/paths.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

/// "NAME=FILE" or "FILE".
struct NamedFile {
    std::string name;
    fs::path file;
};

NamedFile named_file(const std::string& argument) {
    const std::size_t sign = argument.find('=');
    if (sign == std::string::npos || sign == 0 || argument.find('/') < sign || fs::exists(argument))
        return {{}, argument};
    return {argument.substr(0, sign), argument.substr(sign + 1)};
}

/// Index of the threshold among those that are measured.
int threshold_index(double threshold) {
    const long index = std::lround(threshold * 20) - 1;
    if (!(threshold > 0 && threshold < 1) || std::abs(threshold * 20 - std::round(threshold * 20)) > 1e-6)
        throw Error("--box-threshold is one of 0.05, 0.10 ... 0.95");
    return static_cast<int>(index);
}

Benchmark read(const EvaluateArguments& arguments, const std::stop_token& stop) {
    if (arguments.folder.empty() == (arguments.phrases.empty() || arguments.images.empty()))
        throw Error("name either the folder of a benchmark, or --phrases FILE and --images FOLDER");
    if (arguments.folder.empty()) return read_phrases_benchmark(arguments.phrases, arguments.images);
    const BenchmarkFolder about = recognize_benchmark(arguments.folder, stop);
    spdlog::info("{} in {}", about.title, arguments.folder);
    for (const auto& sentence : about.missing) spdlog::warn("{}", sentence);
    ProgressLine progress("MB");
    const auto show = [&](std::uintmax_t done, std::uintmax_t total) {
        if (total > (std::uintmax_t{64} << 20)) progress.show(done >> 20, total >> 20);
    };
    Benchmark benchmark = read_benchmark(about, arguments.split, show, stop);
    progress.finish();
    return benchmark;
}

std::vector<std::shared_ptr<MapSource>> open_models(const EvaluateArguments& arguments) {
    std::vector<std::shared_ptr<MapSource>> sources;
    if (arguments.no_model) return sources;
    std::vector<NamedFile> models;
    for (const auto& argument : arguments.models) models.push_back(named_file(argument));
    if (models.empty()) models.push_back({{}, default_model()});
    for (const auto& [name, file] : models) {
        const bool alone = models.size() == 1 && name.empty();
        const std::string prefix = alone ? std::string() : name.empty() ? file.stem().string() : name;
        sources.push_back(make_model_source(load_grounder(file, arguments.device), prefix));
    }
    return sources;
}

std::vector<std::shared_ptr<MapSource>> open_others(const EvaluateArguments& arguments) {
    std::vector<std::shared_ptr<MapSource>> sources;
    for (const auto& argument : arguments.detectors) {
        const auto [name, file] = named_file(argument);
        const auto boxes =
            std::make_shared<const DetectorBoxes>(read_detector_boxes(file, arguments.instances));
        for (const auto& [reason, count] : boxes->skipped())
            spdlog::warn("{}: skipped {}: {}", file.string(), count, reason);
        const std::string usual = arguments.detectors.size() == 1 ? "detector" : file.stem().string();
        sources.push_back(make_detector_source(boxes, name.empty() ? usual : name, file));
    }
    for (const auto& argument : arguments.maps) {
        const auto [name, file] = named_file(argument);
        sources.push_back(make_manifest_source(file, name.empty() ? file.stem().string() : name));
    }
    return sources;
}

/// As asked for; with a detector and nothing asked for, each model's mean map with each detector (Table 2).
std::vector<std::string> ensembles_of(const EvaluateArguments& arguments,
                                      std::span<const std::shared_ptr<MapSource>> sources) {
    if (!arguments.ensembles.empty()) return arguments.ensembles;
    std::vector<std::string> ensembles;
    for (const auto& model : sources)
        for (const auto& detector : sources)
            if (model->needs_photo() && detector->has_plateaus())
                ensembles.push_back(model->names().back() + "+" + detector->names().front());
    return ensembles;
}

/// One line a unit, four columns a map.
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

ReportHeading heading_of(const EvaluateArguments& arguments, const Benchmark& benchmark,
                         const BenchmarkRun& run) {
    ReportHeading heading;
    heading.benchmark = benchmark.about.title;
    heading.split = benchmark.split;
    heading.protocol = arguments.protocol;
    heading.images = benchmark.images;
    heading.phrases = benchmark.queries.size();
    heading.adjusted = benchmark.adjusted;
    heading.limit = arguments.limit;
    heading.box_threshold = threshold_index(arguments.box_threshold);
    heading.program = "gbs " + program_version();
    for (const auto& source : run.sources()) heading.sources.push_back(source->about());
    return heading;
}

/// What must be the same for a run to go on after a kill.
nlohmann::json identity_of(const ReportHeading& heading, const BenchmarkRun& run, std::size_t units) {
    return {{"program", heading.program},
            {"benchmark", heading.benchmark},
            {"split", heading.split},
            {"protocol", heading.protocol},
            {"units", units},
            {"sources", heading.sources},
            {"maps", run.names()}};
}

void write_tables(const EvaluateArguments& arguments, const BenchmarkReport& report) {
    const auto write = [](const std::string& file, const std::string& text) {
        if (!file.empty() && file != "-") write_atomically(file, text);
    };
    const std::string json = report_json(report).dump(2) + "\n";
    write(arguments.json, json);
    write(arguments.csv, report_csv(report));
    write(arguments.markdown, report_markdown(report));
    write(arguments.latex, report_latex(report));
    std::cout << (arguments.json == "-" ? json : report_text(report));
}

/// What can be told before anything is read.
void check(const EvaluateArguments& arguments) {
    protocol_description(arguments.protocol);
    threshold_index(arguments.box_threshold);
    if (arguments.resume && arguments.per_phrase.empty())
        throw Error("--resume goes on with the file of --per-phrase; name it");
    if (arguments.resume && !arguments.export_maps.empty())
        throw Error("--export-maps needs a whole run: leave --resume out");
}

PointingUnits units_of(const EvaluateArguments& arguments, const Benchmark& benchmark) {
    PointingUnits units = protocol_units(arguments.protocol, benchmark.queries, benchmark.about.layout);
    if (units.units.empty()) {
        std::string why;
        for (const auto& [reason, count] : units.skipped)
            why += (why.empty() ? ": " : ", ") + reason + " (" + std::to_string(count) + ")";
        throw Error("no phrase of the split counts by the protocol " + arguments.protocol + why);
    }
    if (arguments.limit > 0 && units.units.size() > arguments.limit) units.units.resize(arguments.limit);
    return units;
}

BenchmarkRun open_run(const EvaluateArguments& arguments, std::shared_ptr<ExportingSource>& exporter) {
    auto sources = open_models(arguments);
    if (!arguments.export_maps.empty()) {
        if (sources.size() != 1) throw Error("--export-maps writes the maps of one model");
        sources.front() = exporter = make_exporting_source(sources.front(), arguments.export_maps);
    }
    for (auto& source : open_others(arguments)) sources.push_back(std::move(source));
    const std::vector<std::string> ensembles = ensembles_of(arguments, sources);
    return {std::move(sources), ensembles};
}

/// Scores what a journal does not hold yet.
void score(const BenchmarkRun& run, const PointingUnits& units, const Benchmark& benchmark,
           std::optional<ResultJournal>& journal, const std::function<void(const UnitResult&)>& take,
           const std::stop_token& stop) {
    const std::size_t already = journal ? journal->already() : 0;
    if (already > 0) spdlog::info("{} phrases were scored before", already);
    ProgressLine progress("phrases", already);
    try {
        run.run(
            units.units, [&](const std::string& image) { return benchmark.photo(image); },
            [&](UnitResult&& result) {
                take(result);
                if (journal) journal->add(result);
            },
            already, [&](std::size_t done, std::size_t total) { progress.show(done, total); }, stop);
    } catch (const Cancelled&) {
        progress.finish();
        if (journal) spdlog::info("what was scored is kept: the same command with --resume goes on");
        throw;
    }
    progress.finish();
    if (journal) journal->finish();
}

}  // namespace

void run_evaluate(const EvaluateArguments& arguments) {
    check(arguments);
    const Interrupt interrupt;
    const Benchmark benchmark = read(arguments, interrupt.token());
    const PointingUnits units = units_of(arguments, benchmark);
    std::shared_ptr<ExportingSource> exporter;
    const BenchmarkRun run = open_run(arguments, exporter);

    const ReportHeading heading = heading_of(arguments, benchmark, run);
    BenchmarkReport report(heading, run.names());
    report.skip(benchmark.skipped);
    report.skip(units.skipped);
    PerPhraseCsv csv(run.names());
    const auto take = [&](const UnitResult& result) {
        report.add(result);
        csv.add(result);
    };
    std::optional<ResultJournal> journal;
    if (!arguments.per_phrase.empty())
        journal.emplace(arguments.per_phrase, identity_of(heading, run, units.units.size()), run.names(),
                        arguments.resume, take);
    score(run, units, benchmark, journal, take, interrupt.token());
    if (exporter) exporter->finish_export();
    if (!arguments.per_phrase_csv.empty()) write_atomically(arguments.per_phrase_csv, csv.text());
    write_tables(arguments, report);
}

}  // namespace gbs
