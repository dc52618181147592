// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/reproduce/row_plan.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/base/options.h"
#include "training/reproduce/table_data.h"

namespace gbs::training {
namespace {

using Kind = AblationRow::Kind;

/// The assignments for all rows, and those for the training set of the row.
std::vector<std::string> data_assignments(const ReproducePlan& plan, const AblationRow& row) {
    std::vector<std::string> assignments = plan.assignments;
    if (const auto own = plan.data.find(row.training); own != plan.data.end())
        assignments.insert(assignments.end(), own->second.begin(), own->second.end());
    return assignments;
}

std::string declared_set(const ReproducePlan& plan, const AblationRow& row) {
    return plan.data.contains(row.training) ? row.training : std::string();
}

bool is_wanted(const ReproducePlan& plan, const AblationRow& row) {
    return plan.rows.empty() || is_listed(plan.rows, row.name);
}

void check_rows(const ReproducePlan& plan) {
    std::vector<std::string> known;
    for (const auto& row : plan.table.rows)
        if (row.kind == Kind::trained || row.kind == Kind::ensemble) known.push_back(row.name);
    for (const auto& name : plan.rows)
        if (!is_listed(known, name))
            throw Error(plan.table.find(name)
                            ? "the row \"" + name + "\" is not trained: its numbers are the paper's"
                            : "the table has no row \"" + name + "\"; did you mean " + nearest(name, known) +
                                  "?");
}

void check_sets(const ReproducePlan& plan) {
    std::vector<std::string> known;
    for (const auto& row : plan.table.rows)
        if (row.kind == Kind::trained && !is_listed(known, row.training)) known.push_back(row.training);
    for (const auto& [set, unused] : plan.data)
        if (!is_listed(known, set))
            throw Error("--set " + set + ":...: no row of the table is trained on " + set +
                        "; they are trained on " + join(known, ", "));
}

/// By row: whether it is trained.
std::vector<bool> choose_rows(const ReproducePlan& plan) {
    const std::string given = training_set_name(read_recipe(plan.recipe, plan.assignments));
    const auto& rows = plan.table.rows;
    const auto wanted = [&](const AblationRow& row) {
        return row.kind == Kind::trained && is_wanted(plan, row);
    };
    const bool fits = std::any_of(rows.begin(), rows.end(),
                                  [&](const auto& row) { return wanted(row) && row.training == given; });
    std::vector<bool> chosen;
    for (const auto& row : rows)
        chosen.push_back(wanted(row) &&
                         (plan.data.contains(row.training) || (fits && row.training == given) ||
                          (!fits && plan.data.empty() && row.training == plan.table.training)));
    return chosen;
}

/// The options that change results and are not those of the paper: where data and files lie does not.
std::vector<std::string> find_differences(TrainOptions ours, TrainOptions paper) {
    OptionSet own, published;
    ours.bind(own);
    paper.bind(published);
    std::vector<std::string> differences;
    for (const auto& info : own.infos()) {
        const std::string group = info.key.substr(0, info.key.find('.'));
        const bool harmless =
            is_listed({"seed", "device", "data", "validation", "checkpoint", "preview", "log"}, group) ||
            info.key == "image_encoder.weights";
        if (!harmless && own.get(info.key) != published.get(info.key))
            differences.push_back(info.key + "=" + own.get(info.key));
    }
    for (const auto& stage : ours.stages) differences.push_back("stage " + stage.name);
    return differences;
}

RowRun trained_run(const ReproducePlan& plan, std::size_t index, int seed) {
    const AblationRow& row = plan.table.rows[index];
    const TrainOptions options = row_options(plan, index, seed);
    RowRun run;
    run.row = index;
    run.seed = seed;
    run.model = model_name(options.model.image_encoder, options.model.text_encoder);
    run.training = training_set_name(options, declared_set(plan, row));
    run.as_published = run.training == row.training && run.model == published_model(plan.table, row);
    if (run.as_published) run.differences = find_differences(options, published_options(plan.table, row));
    return run;
}

/// The ensemble of runs of one seed, or nothing if a member is not among them.
std::optional<RowRun> ensemble_run(const ReproducePlan& plan, std::size_t index, int seed,
                                   const std::vector<RowRun>& runs) {
    RowRun run;
    run.row = index;
    run.seed = seed;
    run.as_published = true;
    for (const auto& member : plan.table.rows[index].members) {
        const auto found = std::find_if(runs.begin(), runs.end(), [&](const RowRun& each) {
            return each.seed == seed && plan.table.rows[each.row].name == member;
        });
        if (found == runs.end()) return std::nullopt;
        run.model += (run.model.empty() ? "" : " and ") + found->model;
        run.training = found->training;
        run.as_published = run.as_published && found->as_published;
    }
    return run;
}

}  // namespace

std::string model_name(const std::string& image_encoder, const std::string& text_encoder) {
    return image_encoder + ", " + text_encoder;
}

TrainOptions published_options(const AblationTable& table, const AblationRow& row) {
    const TrainOptions base = read_recipe(recipe_file(table.base));
    return read_recipe(recipe_file(table.base), row_assignments(base, row));
}

std::string published_model(const AblationTable& table, const AblationRow& row) {
    const TrainOptions options = published_options(table, row);
    return model_name(options.model.image_encoder, options.model.text_encoder);
}

TrainOptions row_options(const ReproducePlan& plan, std::size_t row, int seed) {
    std::vector<std::string> assignments = data_assignments(plan, plan.table.rows[row]);
    const TrainOptions base = read_recipe(plan.recipe, assignments);
    for (auto& change : row_assignments(base, plan.table.rows[row])) assignments.push_back(std::move(change));
    assignments.push_back("seed=" + std::to_string(seed));
    return read_recipe(plan.recipe, assignments);
}

std::vector<RowRun> planned_runs(const ReproducePlan& plan) {
    check_rows(plan);
    check_sets(plan);
    const std::vector<bool> chosen = choose_rows(plan);
    std::vector<RowRun> runs;
    for (const int seed : plan.seeds)
        for (std::size_t row = 0; row < plan.table.rows.size(); ++row) {
            const AblationRow& about = plan.table.rows[row];
            const std::size_t before = runs.size();
            if (chosen[row]) runs.push_back(trained_run(plan, row, seed));
            if (about.kind == Kind::ensemble && is_wanted(plan, about))
                if (auto run = ensemble_run(plan, row, seed, runs)) runs.push_back(std::move(*run));
            if (!plan.rows.empty() && is_wanted(plan, about) && runs.size() == before)
                throw Error("the row \"" + about.name + "\" needs " +
                            (about.kind == Kind::ensemble
                                 ? "the rows " + join(about.members, " and ") + ": add them to --rows"
                                 : about.training + ": add --set " + about.training + ":data.captions=FILE"));
        }
    return runs;
}

}  // namespace gbs::training
