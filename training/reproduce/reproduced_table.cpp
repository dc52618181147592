// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/reproduce/reproduced_table.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <ranges>

#include "core/base/join.h"
#include "core/report/report_parts.h"
#include "training/reproduce/table_data.h"

namespace gbs::training {
namespace {

using Kind = AblationRow::Kind;

/// A column of numbers: of the paper, of this program, or of both.
struct Column {
    std::string title;
    std::string paper;                     ///< the paper's benchmark; empty: it has no numbers
    std::optional<std::size_t> benchmark;  ///< index of the benchmark that was scored
    std::string map, type;
};

struct Line {
    std::vector<std::string> about;    ///< what ran, or what the paper says that it ran
    std::vector<std::string> numbers;  ///< one per column, or empty
    std::string ratio, cost;
};

std::string map_title(const std::string& map) {
    return map == "gbs" ? "H_GbS" : map == "i2t" ? "H_i2t" : map;
}

/// The title of a column without what all columns share.
std::string column_title(const AblationTable& table, const std::string& benchmark, const std::string& map,
                         const std::string& type) {
    std::vector<std::string> parts{benchmark};
    if (table.maps.size() > 1) parts.push_back(map_title(map));
    if (table.types.size() > 1) parts.push_back(type);
    return join(parts, " ");
}

/// The benchmarks of the paper, then those that only were scored here.
std::vector<Column> make_columns(const ReproducePlan& plan, std::span<const Benchmark> benchmarks) {
    std::vector<Column> bases;
    for (const auto& name : plan.table.benchmarks) bases.push_back({name, name, std::nullopt, {}, {}});
    for (std::size_t i = 0; i < benchmarks.size(); ++i) {
        const std::string name = paper_benchmark(benchmarks[i], plan.protocol, plan.limit);
        const auto known = std::ranges::find_if(bases, [&](const Column& base) {
            return !name.empty() && base.paper == name && !base.benchmark;
        });
        if (known != bases.end())
            known->benchmark = i;
        else
            bases.push_back({benchmark_title(benchmarks[i], plan.protocol, plan.limit), {}, i, {}, {}});
    }
    std::vector<Column> columns;
    for (const auto& base : bases)
        for (const auto& map : plan.table.maps)
            for (const auto& type : plan.table.types) {
                columns.push_back(base);
                columns.back().title = column_title(plan.table, base.title, map, type);
                columns.back().map = map;
                columns.back().type = type;
            }
    return columns;
}

std::optional<ScoreTally> find_tally(const RowRun& run, std::size_t benchmark, const std::string& map,
                                     const std::string& type) {
    if (run.scores.size() <= benchmark) return std::nullopt;
    const auto found = run.scores[benchmark].find(map);
    if (found == run.scores[benchmark].end()) return std::nullopt;
    if (type == "all") return found->second.all;
    const auto part = found->second.by_type.find(type);
    return part == found->second.by_type.end() ? std::nullopt : std::optional(part->second);
}

/// The scores of a row, one per seed.
std::vector<ScoreTally> row_tallies(const std::vector<RowRun>& runs, std::size_t row, std::size_t benchmark,
                                    const std::string& map, const std::string& type) {
    std::vector<ScoreTally> tallies;
    for (const auto& run : runs)
        if (const auto tally = find_tally(run, benchmark, map, type);
            run.row == row && tally && tally->total > 0)
            tallies.push_back(*tally);
    return tallies;
}

double mean_accuracy(const std::vector<ScoreTally>& tallies) {
    double sum = 0;
    for (const auto& tally : tallies) sum += tally.accuracy();
    return tallies.empty() ? std::nan("") : sum / static_cast<double>(tallies.size());
}

/// "61.20 (59.8-62.6)": with the interval of one seed, or the span of several.
std::string our_cell(const std::vector<ScoreTally>& tallies) {
    if (tallies.empty()) return {};
    const auto [low, high] = std::ranges::minmax(tallies | std::views::transform(&ScoreTally::accuracy));
    const Interval span = tallies.size() == 1 ? tallies.front().interval() : Interval{low, high};
    return format_fixed(mean_accuracy(tallies)) + " (" + format_fixed(span.low, 1) + "-" +
           format_fixed(span.high, 1) + ")";
}

std::string costs_cell(const std::vector<RowRun>& runs, std::size_t row) {
    const auto has_cost = [row](const RowRun& run) { return run.row == row && run.total > 0; };
    return join(runs | std::views::filter(has_cost), "; ", [](const RowRun& run) {
        return std::to_string(run.step) + (run.step < run.total ? " of " + std::to_string(run.total) : "") +
               " steps, " + format_fixed(run.seconds / 60, 1) + " min";
    });
}

std::string ratio_cell(const std::vector<RowRun>& runs, std::size_t row) {
    const auto has_ratio = [row](const RowRun& run) { return run.row == row && run.ratio > 0; };
    return join(runs | std::views::filter(has_ratio), ", ",
                [](const RowRun& run) { return format_fixed(run.ratio, 2); });
}

std::vector<std::string> about_cells(const AblationRow& row, const std::string& model,
                                     const std::string& training, const char* source) {
    std::vector<std::string> cells = row.cells;
    cells.insert(cells.end(), {model, training, source});
    return cells;
}

Line paper_line(const AblationRow& row, const std::vector<Column>& columns) {
    Line line{about_cells(row, row.model, row.training, "paper"), {}, {}, {}};
    for (const auto& column : columns) {
        const auto number =
            column.paper.empty() ? std::nullopt : row.number(column.paper, column.map, column.type);
        line.numbers.push_back(number ? format_fixed(*number) : "");
    }
    return line;
}

Line our_line(const ReproducePlan& plan, const std::vector<RowRun>& runs, const RowRun& run,
              const std::vector<Column>& columns) {
    Line line{about_cells(plan.table.rows[run.row], run.model, run.training, "here"),
              {},
              ratio_cell(runs, run.row),
              costs_cell(runs, run.row)};
    for (const auto& column : columns)
        line.numbers.push_back(column.benchmark ? our_cell(row_tallies(runs, run.row, *column.benchmark,
                                                                       column.map, column.type))
                                                : "");
    return line;
}

/// A baseline needs no training: any scored run has it.
Line baseline_line(const AblationRow& row, const std::vector<RowRun>& runs,
                   const std::vector<Column>& columns) {
    Line line{about_cells(row, "-", "-", "here"), {}, {}, {}};
    for (const auto& column : columns) {
        std::optional<ScoreTally> tally;
        for (const auto& run : runs)
            if (column.benchmark && !tally) tally = find_tally(run, *column.benchmark, row.name, column.type);
        line.numbers.push_back(tally && tally->total > 0 ? format_fixed(tally->accuracy()) : "");
    }
    return line;
}

bool is_blank(const std::string& text) {
    return text.empty();
}

std::vector<Line> make_lines(const ReproducePlan& plan, const std::vector<RowRun>& runs,
                             const std::vector<Column>& columns) {
    std::vector<Line> lines, others;
    for (std::size_t row = 0; row < plan.table.rows.size(); ++row) {
        const AblationRow& about = plan.table.rows[row];
        if (!about.paper.empty()) lines.push_back(paper_line(about, columns));
        if (about.kind == Kind::baseline) {
            Line line = baseline_line(about, runs, columns);
            if (!std::ranges::all_of(line.numbers, is_blank)) lines.push_back(std::move(line));
        }
        const auto run = std::ranges::find(runs, row, &RowRun::row);
        if (run != runs.end())
            (run->as_published ? lines : others).push_back(our_line(plan, runs, *run, columns));
    }
    lines.insert(lines.end(), others.begin(), others.end());
    return lines;
}

std::string markdown_row(const std::vector<std::string>& cells) {
    return "| " +
           join(cells, " | ",
                [](const std::string& cell) { return cell.empty() ? "-" : markdown_cell(cell); }) +
           " |\n";
}

/// The lines, without columns that are empty in all of them.
std::string lines_markdown(const AblationTable& table, const std::vector<Column>& columns,
                           const std::vector<Line>& lines) {
    std::vector<bool> used;
    for (std::size_t i = 0; i < columns.size(); ++i)
        used.push_back(
            std::ranges::any_of(lines, [i](const Line& line) { return !line.numbers[i].empty(); }));
    const bool ratio = std::ranges::any_of(lines, [](const Line& line) { return !line.ratio.empty(); });
    const bool cost = std::ranges::any_of(lines, [](const Line& line) { return !line.cost.empty(); });
    std::vector<std::string> head = table.columns;
    head.insert(head.end(), {"model", "trained on", "numbers of"});
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (used[i]) head.push_back(columns[i].title);
    if (ratio) head.push_back("L_sep / 2 Var α");
    if (cost) head.push_back("cost");
    std::string text = markdown_row(head) + "|" + join(head, "", [](const auto&) { return "---|"; }) + "\n";
    for (const auto& line : lines) {
        std::vector<std::string> cells = line.about;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (used[i]) cells.push_back(line.numbers[i]);
        if (ratio) cells.push_back(line.ratio);
        if (cost) cells.push_back(line.cost);
        text += markdown_row(cells);
    }
    return text;
}

/// "Random 26.66, center 47.99; 3107 phrases of dev.tsv, split all, protocol plain."
std::string baselines_sentence(const ReproducePlan& plan, const std::vector<RowRun>& runs, std::size_t index,
                               const Benchmark& benchmark) {
    for (const auto& run : runs) {
        const auto random = find_tally(run, index, "random", "all"),
                   center = find_tally(run, index, "center", "all");
        if (!random || !center) continue;
        return "Random " + format_rate(random->accuracy(), random->total) + ", center " +
               format_rate(center->accuracy(), center->total) + "; " + std::to_string(random->total) +
               " phrases of " + benchmark.about.title + ", split " + benchmark.split + ", protocol " +
               plan.protocol + ". ";
    }
    return {};
}

/// What makes a run of a row of the paper another one in detail.
std::string differences_sentence(const ReproducePlan& plan, const std::vector<RowRun>& runs) {
    std::string text;
    for (std::size_t row = 0; row < plan.table.rows.size(); ++row) {
        const auto run = std::ranges::find(runs, row, &RowRun::row);
        if (run == runs.end() || run->differences.empty()) continue;
        text += plan.table.rows[row].name + " differs from the paper's recipe in " +
                join(run->differences, ", ") + ". ";
    }
    return text;
}

/// The benchmark of the paper whose order of rows is compared: the same one, or that of its ablations.
std::string reference_benchmark(const AblationTable& table, const std::string& paper) {
    for (const std::string& name : {paper, std::string("Flickr30K")})
        if (std::ranges::find(table.benchmarks, name) != table.benchmarks.end()) return name;
    return table.benchmarks.empty() ? std::string() : table.benchmarks.front();
}

}  // namespace

OrderAgreement order_agreement(const AblationTable& table, const std::vector<RowRun>& runs,
                               std::size_t benchmark, const std::string& paper_benchmark) {
    OrderAgreement result;
    const auto paper = [&](std::size_t row) {
        return table.rows[row].number(paper_benchmark, table.rows[row].headline()).value_or(std::nan(""));
    };
    const auto ours = [&](std::size_t row) {
        return mean_accuracy(row_tallies(runs, row, benchmark, table.rows[row].headline(), "all"));
    };
    for (std::size_t a = 0; a < table.rows.size(); ++a)
        for (std::size_t b = a + 1; b < table.rows.size(); ++b) {
            const double theirs = paper(a) - paper(b), difference = ours(a) - ours(b);
            if (std::isnan(theirs) || std::isnan(difference) || theirs == 0) continue;
            ++result.pairs;
            result.agreeing += (theirs > 0) == (difference > 0) && difference != 0;
        }
    return result;
}

std::string reproduced_markdown(const ReproducePlan& plan, const std::vector<RowRun>& runs,
                                std::span<const Benchmark> benchmarks, const std::string& command) {
    const std::vector<Column> columns = make_columns(plan, benchmarks);
    std::string text = "## " + plan.table.title + "\n\n" +
                       lines_markdown(plan.table, columns, make_lines(plan, runs, columns)) + "\n";
    for (std::size_t i = 0; i < benchmarks.size(); ++i)
        text += baselines_sentence(plan, runs, i, benchmarks[i]);
    text +=
        plan.seeds.size() > 1
            ? "In parentheses: the span over " + std::to_string(plan.seeds.size()) + " seeds. "
            : "In parentheses: the 95 % Wilson interval over the phrases, without the variation over seeds. ";
    for (std::size_t i = 0; i < benchmarks.size(); ++i) {
        const std::string reference =
            reference_benchmark(plan.table, paper_benchmark(benchmarks[i], plan.protocol, plan.limit));
        const OrderAgreement order = order_agreement(plan.table, runs, i, reference);
        if (order.pairs > 0)
            text += std::to_string(order.agreeing) + " of " + std::to_string(order.pairs) +
                    " pairs of rows are in the order of the paper on " + reference + ". ";
    }
    text += differences_sentence(plan, runs);
    text.back() = '\n';
    return text + "\n```sh\n" + command + "\n```\n";
}

}  // namespace gbs::training
