// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "training/options/train_options.h"

namespace gbs::training {

/// A number of the paper: the pointing accuracy of a row in %.
struct PaperNumber {
    std::string benchmark;     ///< "VG", "Flickr30K", "ReferIt"
    std::string map = "mean";  ///< "gbs", "i2t", "mean"
    std::string type = "all";  ///< of the phrases: "all", "people", ...
    double value = 0;
};

/// One row of a table: how to get its results here, and those of the paper.
struct AblationRow {
    enum class Kind {
        trained,   ///< with `changes` to the base recipe
        ensemble,  ///< of the mean maps of the rows `members`
        model,     ///< a checkpoint given under the name of the row; `changes` say which one the paper has
        file,      ///< maps or boxes of another method, given under the name of the row
        baseline,  ///< "random" or "center", by its name
        published  ///< the paper's numbers alone
    };
    std::string name;                ///< prefix of its run folder
    std::vector<std::string> cells;  ///< as printed, one per column
    Kind kind = Kind::trained;
    std::vector<std::pair<std::string, std::string>> changes;  ///< option key -> value
    std::vector<std::string> members;
    std::string model;     ///< as the paper names it: "VGG, BERT"
    std::string training;  ///< the paper's training set: "MS-COCO", "VG", "CC3M"
    std::vector<PaperNumber> paper;

    /// The paper's result for a benchmark, a map and a type of phrases, if it has one.
    std::optional<double> number(const std::string& benchmark, const std::string& map,
                                 const std::string& type = "all") const;
    /// The map that the row is ranked by: the mean map if the paper reports it.
    std::string headline() const;
};

/// A table of the paper, or another one, as changes to a recipe. A number of the paper belongs to a row, its
/// training set and a benchmark.
struct AblationTable {
    std::string title;
    std::string base;                     ///< recipe that the rows change, by its name in training/recipes
    std::string small;                    ///< the recipe for `--small`; empty: none
    std::string training;                 ///< of the rows that name no other
    std::vector<std::string> benchmarks;  ///< of the paper's numbers
    std::vector<std::string> maps = {"gbs", "i2t", "mean"};
    std::vector<std::string> types = {"all"};
    std::vector<std::string> columns;
    std::vector<AblationRow> rows;

    const AblationRow* find(const std::string& row) const;
    /// Whether the rows are scored from given models, maps and boxes, and nothing is trained.
    bool is_scored_only() const;
};

/// Reads training/tables/NAME.yaml, or the file `name` if it has an extension. Throws Error if the table is
/// unknown (listing the known ones) or damaged (with the line): an unknown key, a name that is missing or
/// taken, a number without its training set or benchmark.
AblationTable read_ablation_table(const std::string& name);
/// training/recipes/NAME.yaml, or the path itself if it has an extension. Throws Error if it does not exist.
std::filesystem::path recipe_file(const std::string& name);

bool is_listed(const std::vector<std::string>& list, const std::string& word);

/// The changes of a row as assignments of a recipe: for the run, and for every stage that overrides the
/// option. Throws Error for an unknown option.
std::vector<std::string> row_assignments(const TrainOptions& base, const AblationRow& row);

}  // namespace gbs::training
