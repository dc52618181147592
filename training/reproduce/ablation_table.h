// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "training/options/train_options.h"

namespace gbs::training {

/// One row of a table: the changes to the base recipe, and the results of the paper.
struct AblationRow {
    std::string name;                                          ///< prefix of its run folder
    std::vector<std::string> cells;                            ///< as printed, one per column
    std::vector<std::pair<std::string, std::string>> changes;  ///< option key -> value
    std::map<std::string, double> paper;  ///< pointing accuracy in %, by map: "gbs", "i2t", "mean"

    /// The map that the row is ranked by: the mean map if the paper reports it.
    std::string headline() const;
};

/// A table of the paper, or another one, as changes to a recipe.
struct AblationTable {
    std::string title;
    std::string base;   ///< recipe that the rows change, by its name in training/recipes
    std::string small;  ///< the recipe for `--small`; empty: none
    std::vector<std::string> columns;
    std::vector<AblationRow> rows;
};

/// Reads training/tables/NAME.yaml, or the file `name` if it has an extension. Throws Error if the table is
/// unknown (listing the known ones) or damaged (with the line), or if a row has no name or one that is taken.
AblationTable read_ablation_table(const std::string& name);
/// training/recipes/NAME.yaml, or the path itself if it has an extension. Throws Error if it does not exist.
std::filesystem::path recipe_file(const std::string& name);

/// The changes of a row as assignments of a recipe: for the run, and for every stage that overrides the
/// option. Throws Error for an unknown option.
std::vector<std::string> row_assignments(const TrainOptions& base, const AblationRow& row);

}  // namespace gbs::training
