// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "training/options/train_options.h"

namespace gbs::training {

/// One training of a table: what it changes of the base recipe, and what the paper got.
struct AblationRow {
    std::string name;  ///< of its run folder; rows of several tables with one name are one training
    std::vector<std::string> cells;                            ///< as printed, one a column
    std::vector<std::pair<std::string, std::string>> changes;  ///< option key -> value
    std::map<std::string, double> paper;  ///< pointing accuracy in %, by map: "gbs", "i2t", "mean"

    /// The map that the row is judged by: the mean where the paper tells it.
    std::string headline() const;
};

/// A table of the paper, or of anybody's own, as rows of one recipe.
struct AblationTable {
    std::string title;
    std::string base;   ///< recipe that the rows change, by its name in training/recipes
    std::string small;  ///< the same for `--small`; empty: there is none
    std::vector<std::string> columns;
    std::vector<AblationRow> rows;
};

/// Reads training/tables/NAME.yaml, or a file of one's own (a name with an ending). Throws Error: unknown
/// (listing the known ones), damaged (with the line), a row without a name, twice the same name.
AblationTable read_ablation_table(const std::string& name);
/// training/recipes/NAME.yaml, or the path itself where it has an ending. Throws Error where there is none.
std::filesystem::path recipe_file(const std::string& name);

/// The row's changes as assignments of a recipe: a change goes to the run and to every stage that has an
/// opinion of its own on that option. Throws Error for an unknown option.
std::vector<std::string> row_assignments(const TrainOptions& base, const AblationRow& row);

}  // namespace gbs::training
