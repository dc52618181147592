// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/reproduce/reproduce.h"

#include <algorithm>
#include <cmath>
#include <ranges>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/fnv_hash.h"
#include "core/base/join.h"
#include "core/evaluation/benchmark_results.h"
#include "core/evaluation/benchmark_setup.h"
#include "core/evaluation/map_sources.h"
#include "core/model/grounding_session.h"
#include "training/ranks/ranks.h"
#include "training/run/run_reader.h"
#include "training/trainer/recipe_check.h"

namespace gbs::training {
namespace {

namespace fs = std::filesystem;

constexpr double max_gap = 60;  ///< seconds between two lines of metrics; a longer gap is a pause

TrainOptions row_options(const ReproducePlan& plan, const RowRun& run) {
    std::vector<std::string> assignments = plan.assignments;
    const TrainOptions base = read_recipe(plan.recipe, assignments);
    for (auto& change : row_assignments(base, plan.table.rows[run.row]))
        assignments.push_back(std::move(change));
    assignments.push_back("seed=" + std::to_string(run.seed));
    return read_recipe(plan.recipe, assignments);
}

/// The options of a run folder, however its config.yaml is worded; empty if they cannot be read.
std::string stored_recipe(const fs::path& folder) {
    try {
        return to_recipe(read_recipe(folder / "config.yaml"));
    } catch (const Error&) {
        return {};
    }
}

/// The folder of a run: that of an earlier training with equal options, such as a row of another table, or
/// its own. Rows that tables share are trained once.
fs::path choose_folder(const ReproducePlan& plan, const RowRun& run, const std::string& recipe) {
    const fs::path own = plan.out / (plan.table.rows[run.row].name + "-seed" + std::to_string(run.seed));
    std::vector<fs::path> trained{own};
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(plan.out, missing)) trained.push_back(entry.path());
    std::sort(trained.begin() + 1, trained.end());
    for (const fs::path& folder : trained)
        if (fs::exists(folder / "config.yaml") && stored_recipe(folder) == recipe) return folder;
    return own;
}

/// Reads steps, time, and how well the blends were separated at the end from the run folder.
void read_progress(RowRun& run) {
    if (!fs::exists(run.folder / "status.json")) return;
    const RunStatus status = read_status(run.folder);
    run.step = status.step;
    run.total = status.total;
    run.seconds = 0;
    double last = 0;
    MetricsChunk chunk;
    do {
        chunk = read_metrics(run.folder, chunk.position);
        for (const auto& record : chunk.records) {
            if (const auto time = record.values.find("time"); time != record.values.end()) {
                if (last > 0 && time->second > last) run.seconds += std::min(time->second - last, max_gap);
                last = time->second;
            }
            if (const auto ratio = record.values.find("ratio"); ratio != record.values.end())
                run.ratio = ratio->second;
        }
    } while (chunk.more);
}

void train_row(const TrainOptions& options, const RowRun& run, const TrainHooks& hooks) {
    TrainOutcome outcome = TrainOutcome::completed;
    const bool started = fs::exists(run.folder / "status.json");
    if (launched().rank > 0) {  // rank 0 starts or resumes; the others follow it
        if (!started || read_status(run.folder).state != RunState::completed)
            outcome = train(options, run.folder, hooks);
    } else if (!fs::exists(run.folder / "config.yaml")) {
        outcome = train(options, run.folder, hooks);
    } else {
        if (stored_recipe(run.folder) != to_recipe(options))
            throw Error(run.folder.string() +
                        " was trained with other options; choose another --out, or delete that folder");
        if (read_status(run.folder).state != RunState::completed)
            outcome = resume_training(run.folder, hooks);
    }
    if (outcome == TrainOutcome::stopped) throw Cancelled();
}

BenchmarkRequest make_request(const ReproducePlan& plan) {
    BenchmarkRequest request;
    request.protocol = plan.protocol;
    request.limit = plan.limit;
    return request;
}

/// Identifies the phrases of a benchmark.
std::string fingerprint_units(const PointingUnits& units) {
    std::string all;
    for (const auto& unit : units.units) all += unit.target.image + '\t' + unit.target.phrase + '\n';
    char text[24];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(fnv_hash(all)));
    return text;
}

/// Scores the last checkpoint, or reads its earlier scores from the run folder.
void score_row(const ReproducePlan& plan, const Benchmark& benchmark, const TrainOptions& options,
               RowRun& run, const TrainHooks& hooks, std::stop_token stop) {
    const auto checkpoint = latest_checkpoint(run.folder);
    if (!checkpoint) throw Error(run.folder.string() + " has no checkpoint");
    const BenchmarkRequest request = make_request(plan);
    const PointingUnits units = requested_units(request, benchmark);
    const fs::path file = run.folder / ("results-" + plan.protocol + "-" + fingerprint_units(units) + "-" +
                                        std::to_string(checkpoint->step) + ".jsonl");
    const std::vector<std::string> names = {"gbs", "i2t", "mean"};
    BenchmarkReport report(ReportHeading{}, names);
    if (fs::exists(file)) {
        for (const auto& result : read_results(file).results) report.add(result);
    } else {
        if (hooks.message) hooks.message("scoring " + std::to_string(units.units.size()) + " phrases");
        const PreparedBenchmark prepared = prepare_benchmark(
            request, benchmark, {make_model_source(load_grounder(checkpoint->model, options.device))});
        score_benchmark(
            prepared, file, true, {}, [&](const UnitResult& result) { report.add(result); }, {}, stop);
    }
    for (const auto& map : report.maps()) run.scores[map.name] = map.all;
}

std::vector<RowRun> planned_runs(const ReproducePlan& plan) {
    std::vector<RowRun> runs;
    for (const auto& name : plan.rows)
        if (std::none_of(plan.table.rows.begin(), plan.table.rows.end(),
                         [&](const AblationRow& row) { return row.name == name; })) {
            std::vector<std::string> known;
            for (const auto& row : plan.table.rows) known.push_back(row.name);
            throw Error("the table has no row \"" + name + "\"; did you mean " + nearest(name, known) + "?");
        }
    for (const int seed : plan.seeds)
        for (std::size_t row = 0; row < plan.table.rows.size(); ++row) {
            const std::string& name = plan.table.rows[row].name;
            if (!plan.rows.empty() && std::find(plan.rows.begin(), plan.rows.end(), name) == plan.rows.end())
                continue;
            RowRun run;
            run.row = row;
            run.seed = seed;
            runs.push_back(std::move(run));
        }
    return runs;
}

/// Our accuracy of a row: the mean over its seeds, or NaN without scores.
double our_accuracy(const std::vector<RowRun>& runs, std::size_t row, const std::string& map) {
    double sum = 0;
    int count = 0;
    for (const auto& run : runs)
        if (const auto score = run.scores.find(map); run.row == row && score != run.scores.end()) {
            sum += score->second.accuracy();
            ++count;
        }
    return count > 0 ? sum / count : std::nan("");
}

std::string fixed(double value, int digits) {
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

/// "61.2 (59.8-62.6)": with the interval of one seed, or the span of several.
std::string our_cell(const std::vector<RowRun>& runs, std::size_t row, const std::string& map) {
    double low = 100, high = 0;
    int count = 0;
    Interval interval;
    for (const auto& run : runs)
        if (const auto score = run.scores.find(map); run.row == row && score != run.scores.end()) {
            low = std::min(low, score->second.accuracy());
            high = std::max(high, score->second.accuracy());
            interval = score->second.interval();
            ++count;
        }
    if (count == 0) return "";
    if (count == 1) low = interval.low, high = interval.high;
    return fixed(our_accuracy(runs, row, map), 2) + " (" + fixed(low, 1) + "-" + fixed(high, 1) + ")";
}

std::string costs_cell(const std::vector<RowRun>& runs, std::size_t row) {
    const auto has_cost = [row](const RowRun& run) { return run.row == row && run.total > 0; };
    return join(runs | std::views::filter(has_cost), "; ", [](const RowRun& run) {
        return std::to_string(run.step) + (run.step < run.total ? " of " + std::to_string(run.total) : "") +
               " steps, " + fixed(run.seconds / 60, 1) + " min";
    });
}

std::string ratio_cell(const std::vector<RowRun>& runs, std::size_t row) {
    const auto has_ratio = [row](const RowRun& run) { return run.row == row && run.ratio > 0; };
    return join(runs | std::views::filter(has_ratio), ", ",
                [](const RowRun& run) { return fixed(run.ratio, 2); });
}

std::string table_rows(const ReproducePlan& plan, const std::vector<RowRun>& runs) {
    std::string text = "|";
    for (const auto& column : plan.table.columns) text += " " + column + " |";
    text += " paper | H_GbS | H_i2t | mean | L_sep / 2 Var α | cost |\n|";
    for (std::size_t i = 0; i < plan.table.columns.size() + 6; ++i) text += "---|";
    text += "\n";
    for (std::size_t row = 0; row < plan.table.rows.size(); ++row) {
        const AblationRow& about = plan.table.rows[row];
        text += "|";
        for (const auto& cell : about.cells) text += " " + cell + " |";
        const bool only_mean = about.paper.size() == 1 && about.paper.begin()->first == "mean";
        text += " " +
                join(about.paper, ", ",
                     [&](const auto& each) {
                         return (only_mean ? "" : each.first + " ") + fixed(each.second, 2);
                     }) +
                " |";
        for (const char* map : {"gbs", "i2t", "mean"}) text += " " + our_cell(runs, row, map) + " |";
        text += " " + ratio_cell(runs, row) + " | " + costs_cell(runs, row) + " |\n";
    }
    return text;
}

}  // namespace

OrderAgreement order_agreement(const AblationTable& table, const std::vector<RowRun>& runs) {
    OrderAgreement result;
    const auto paper = [&](std::size_t row) {
        const auto& numbers = table.rows[row].paper;
        const auto found = numbers.find(table.rows[row].headline());
        return found == numbers.end() ? std::nan("") : found->second;
    };
    for (std::size_t a = 0; a < table.rows.size(); ++a)
        for (std::size_t b = a + 1; b < table.rows.size(); ++b) {
            const double theirs = paper(a) - paper(b);
            const double ours = our_accuracy(runs, a, table.rows[a].headline()) -
                                our_accuracy(runs, b, table.rows[b].headline());
            if (std::isnan(theirs) || std::isnan(ours) || theirs == 0) continue;
            ++result.pairs;
            result.agreeing += (theirs > 0) == (ours > 0) && ours != 0;
        }
    return result;
}

std::vector<RowRun> reproduce(const ReproducePlan& plan, const Benchmark& benchmark, const TrainHooks& hooks,
                              const std::function<void(const std::vector<RowRun>&)>& changed,
                              std::stop_token stop) {
    std::vector<RowRun> runs = planned_runs(plan);
    // Report a mistake in any row before spending hours on the others.
    std::map<std::string, fs::path> folders;  // by recipe
    for (auto& run : runs) {
        const TrainOptions options = row_options(plan, run);
        check_recipe(options);
        const std::string recipe = to_recipe(options);
        const auto known = folders.find(recipe);
        run.folder = known != folders.end() ? known->second : choose_folder(plan, run, recipe);
        folders.emplace(recipe, run.folder);
    }
    TrainHooks stopping = hooks;
    stopping.stop_requested = [&] {
        return stop.stop_requested() || (hooks.stop_requested && hooks.stop_requested());
    };
    for (auto& run : runs) {
        if (hooks.message)
            hooks.message("== " + plan.table.rows[run.row].name + ", seed " + std::to_string(run.seed));
        const TrainOptions options = row_options(plan, run);
        try {
            train_row(options, run, stopping);
            read_progress(run);
            if (launched().rank == 0) score_row(plan, benchmark, options, run, hooks, stop);
        } catch (const Cancelled&) {
            read_progress(run);
            changed(runs);
            throw;
        } catch (const Error& error) {
            if (hooks.message) hooks.message(std::string("this row failed: ") + error.what());
            read_progress(run);
        }
        changed(runs);
    }
    return runs;
}

std::string reproduced_markdown(const ReproducePlan& plan, const std::vector<RowRun>& runs,
                                const Benchmark& benchmark, const std::string& command) {
    std::string text = "## " + plan.table.title + "\n\n" + table_rows(plan, runs) + "\n";
    for (const auto& run : runs) {
        if (run.scores.empty()) continue;
        const ScoreTally& random = run.scores.at("random");
        text += "Random " + fixed(random.accuracy(), 2) + ", center " +
                fixed(run.scores.at("center").accuracy(), 2) + "; " + std::to_string(random.total) +
                " phrases of " + benchmark.about.title + ", split " + benchmark.split + ", protocol " +
                plan.protocol + ". ";
        break;
    }
    text +=
        plan.seeds.size() > 1
            ? "In parentheses: the span over " + std::to_string(plan.seeds.size()) + " seeds. "
            : "In parentheses: the 95 % Wilson interval over the phrases, without the variation over seeds. ";
    const OrderAgreement order = order_agreement(plan.table, runs);
    text += std::to_string(order.agreeing) + " of " + std::to_string(order.pairs) +
            " pairs of rows are in the order of the paper.\n\n`" + command + "`\n";
    return text;
}

}  // namespace gbs::training
